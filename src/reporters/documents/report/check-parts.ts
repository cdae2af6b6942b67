import type { Outcome, OutcomeWith } from '../../../engine/outcome.js';
import type { Remediation } from '../../../rules/remediation/remediation.js';
import type { Subject } from '../../../rules/verdict.js';
import { when } from '../../blocks.js';
import { type Check, isFailing } from '../../checks.js';
import type { Facets, Inline, Item, Section, Ways } from '../../document.js';
import { originInWords } from '../../in-words.js';
import { code, link, name } from '../../inlines.js';
import { rulePage } from '../../site-url.js';

/** Data by which the script of a page finds and filters a check; the same check may be shown in several places. */
export function facetsOf(check: Check): Facets {
  const { outcome, number, mark } = check;
  return { check: number, status: isFailing(check) ? 'failed' : mark, severity: outcome.severity };
}

/** The code, and where it is documented. */
export function codeOf({ code: text }: Pick<Outcome, 'code'>): NonNullable<Section['code']> {
  return { text, url: rulePage(text) };
}

/** A rule in a cell of a table, with a link to its page. */
export function ruleCell({ code: text, title }: Pick<Outcome, 'code' | 'title'>): Inline {
  const url = rulePage(text);
  return [url === undefined ? text : link(text, url), ' ', title];
}

/** Validation and origin, which are shown wherever a code is shown. */
export function aboutCheck({ outcome }: Check, ...more: readonly Inline[]): readonly Inline[] {
  const { validation, origin, severity, defaultSeverity = severity } = outcome;
  const overridden = when(defaultSeverity !== severity, () => `${severity} here, ${defaultSeverity} by default`);
  return [validation, originInWords[origin], ...overridden, ...more];
}

/** A check as an item of a list. */
export function checkItem(check: Check, ...more: readonly Inline[]): Item {
  const { title, code: text, severity } = check.outcome;
  return { text: title, about: [code(text), ...aboutCheck(check, severity, ...more)], facets: facetsOf(check) };
}

/** A finding, with what it is about. */
export function findingItem({ subject, message }: OutcomeWith<'failed'>['findings'][number]): Item {
  return { text: message, note: subjectInWords(subject) };
}

/** `company USMF, Contoso Entertainment` */
function subjectInWords({ kind, id, name: called = id }: Subject): Inline {
  return [`${kind.replaceAll('-', ' ')} `, code(id), ...when(called !== id, () => [', ', name(called)])];
}

/** Every way to fix it; text shows the steps of the first one, and where the others are. */
export function waysOf({ options }: Remediation, rule: string): Ways {
  return { type: 'ways', ways: options, others: `dual-write-health rules ${rule}` };
}
