import { type Acceptance, isAccepted, type OutcomeWith, type ReportedFinding } from '../../../engine/outcome.js';
import { groupsBy } from '../../../facts/groups-by.js';
import type { Governance } from '../../../govern/govern.js';
import type { HealthReport } from '../../../report/report.js';
import { details, fields, given, list, on, onPage, paragraph, section, table, when } from '../../blocks.js';
import { acceptanceOf, type Check, hasAcceptance, isFailing, withStatus } from '../../checks.js';
import type { Accepted, Digest } from '../../digest.js';
import type { Block, Fields, Inline, Section } from '../../document.js';
import { whyOpen } from '../../in-words.js';
import { code, name, quote, time } from '../../inlines.js';
import { counted } from '../../words.js';
import { aboutCheck, codeOf, facetsOf, findingItem, ruleCell, waysOf } from './check-parts.js';
import { missingList } from './open-questions.js';

/** What somebody accepts for a while, why, until when and who; and what is wrong with that. */
export function accepted({ governance }: HealthReport, digest: Digest, checks: readonly Check[]): Block {
  const accepting = checks.filter(hasAcceptance);
  const about = [...staleSuppressions(governance), ...given(governance?.baseline, baselineSection)];
  const blocks = [
    onPage(paragraph(intro(governance, accepting.length), 'intro')),
    ...about,
    ...when(digest.accepted.length > 0, () => on('markdown', acceptedTable(digest))),
    ...accepting.map((check) => on(['page', 'terminal'], acceptedOf(check, governance))),
  ];
  const chapter = section('Accepted', blocks, { id: 'accepted', count: accepting.length });
  return accepting.length + about.length === 0 ? onPage(chapter) : chapter;
}

function intro(governance: Governance | undefined, number: number): Inline {
  if (number === 0 && governance === undefined) return 'Nothing is accepted.';
  return [
    number === 0
      ? 'Nothing that was found is accepted.'
      : 'Real, but accepted for a while: it does not count in the verdict.',
    given(governance, ({ now }) => [' The date that counts is ', time(now), '.']),
  ];
}

/** Suppressions that have expired, or accept nothing, unless the policy is to ignore them. */
export function staleSuppressions(governance: Governance | undefined): readonly Section[] {
  if (governance === undefined) return [];
  const { suppressions, policy } = governance;
  return (['expired', 'unused'] as const).flatMap((kind) => {
    const fails = policy[kind] === 'fail';
    const stale = suppressions[kind].map(({ rule, subject, open, ...acceptance }) => ({
      text: [code(rule), ' ', scope(subject, open)],
      about: acceptanceFields(acceptance).map(([label, value]) => [`${label.toLowerCase()} `, value]),
    }));
    const whatToDo = fails
      ? 'This makes the environment unhealthy: renew them or take them out.'
      : 'Renew them or take them out.';
    return when(policy[kind] !== 'ignore' && stale.length > 0, () =>
      section(staleInWords[kind], [paragraph(whatToDo), list(stale, 'suppression')], {
        mark: fails ? 'error' : 'warning',
      }),
    );
  });
}

const staleInWords = {
  expired: 'Expired acceptances: what they covered counts again',
  unused: 'Unused acceptances: there is nothing left for them to cover',
} as const;

function scope(subject: Governance['suppressions']['unused'][number]['subject'], open: boolean | undefined): Inline {
  if (subject === undefined) return open === true ? 'could not be determined' : '';
  return typeof subject === 'string' ? ['for ', code(subject)] : ['for all like ', code(subject.pattern)];
}

function baselineSection({ takenAt, accepted, fixed }: NonNullable<Governance['baseline']>): Section {
  const gone = `${counted(fixed.length, 'finding')} of the baseline ${fixed.length === 1 ? 'is' : 'are'} no longer found`;
  const blocks = [
    paragraph(`It accepts ${counted(accepted, 'finding')} here.`),
    ...(fixed.length === 0
      ? []
      : [
          paragraph(`${gone}: make the baseline again, or take ${fixed.length === 1 ? 'it' : 'them'} out of it.`),
          list(fixed.map(code), 'finding'),
        ]),
  ];
  return section(['Baseline of ', time(takenAt)], blocks, { mark: 'accepted' });
}

function acceptedOf(check: Check, governance: Governance | undefined): Section {
  const { outcome } = check;
  const [failed] = withStatus([check], 'failed');
  const blocks = [
    ...given(failed, (one) => groups(one.outcome.findings.filter(isAccepted), governance)).flat(),
    ...openAccepted(check),
    ...(failed === undefined || isFailing(check) ? [] : [howToFix(failed.outcome)]),
  ];
  return section(outcome.title, blocks, {
    mark: 'accepted',
    code: codeOf(outcome),
    about: aboutCheck(check, outcome.severity),
    facets: facetsOf(check),
  });
}

function howToFix({ remediation, code: rule }: OutcomeWith<'failed'>): Block {
  return onPage(details('How to fix it', [paragraph(remediation.summary), waysOf(remediation, rule)]));
}

/** Findings under what accepts them: one suppression with a pattern may accept thousands. */
function groups(findings: readonly ReportedFinding[], governance: Governance | undefined): readonly Section[] {
  const byAcceptance = groupsBy(findings, ({ suppressed, baselined }) => JSON.stringify([suppressed, baselined]));
  return [...byAcceptance.values()].map((group) => {
    const found = list(group.map(findingItem), 'finding', { look: 'findings' });
    return section(`${counted(group.length, 'finding')} accepted`, [...whatAccepts(group[0], governance), found]);
  });
}

function whatAccepts({ suppressed, baselined }: ReportedFinding, governance: Governance | undefined): readonly Block[] {
  const of = given(governance?.baseline, ({ takenAt }) => [' of ', time(takenAt)]);
  return [
    ...given(suppressed, acceptance),
    ...when(baselined === true, () => paragraph(['In the baseline', of, ': it was there before.'])),
  ];
}

/** That something could not be determined is accepted. */
function openAccepted({ outcome }: Check): readonly Block[] {
  const accepts = acceptanceOf(outcome);
  if (accepts === undefined) return [];
  const part = (what: string, ...rest: readonly Block[]) => [
    section(`That ${what} is accepted`, [acceptance(accepts), ...rest]),
  ];
  switch (outcome.status) {
    case 'blocked':
      return part('it waits for a prerequisite', list(outcome.by.map(code), 'rule', { look: 'plain' }));
    case 'errored':
      return part('it crashed', paragraph(quote(outcome.because)));
    case 'failed':
      return part('not everything could be judged', ...missingList(outcome.missing ?? []));
    case 'inconclusive':
      return part('it could not be determined', ...missingList(outcome.missing));
    default:
      return [];
  }
}

function acceptance(accepts: Acceptance): Block {
  return fields(acceptanceFields(accepts), 'acceptance');
}

function acceptanceFields({ reason, expires, owner }: Acceptance): Fields['fields'] {
  return [['Reason', quote(reason)], ['Until', time(expires)], ...given(owner, (who) => ['Owner', name(who)] as const)];
}

function acceptedTable({ accepted }: Digest): Block {
  const columns = ['Rule', 'What', 'Until', 'Why'];
  return table('What is accepted', columns, accepted.flatMap(rowsOf), { noun: 'finding' });
}

function rowsOf({ outcome, findings, open }: Accepted): readonly (readonly Inline[])[] {
  const rule = ruleCell(outcome);
  return [
    ...findings.map(({ message, suppressed }) => [rule, message, ...untilAndWhy(suppressed)]),
    ...given(open, (accepts) => [rule, whyOpen(outcome), ...untilAndWhy(accepts)]),
  ];
}

/** Without a suppression, it is the baseline that accepts. */
function untilAndWhy(accepts: Acceptance | undefined): readonly [Inline, Inline] {
  if (accepts === undefined) return ['', 'in the baseline'];
  const { reason, expires, owner } = accepts;
  return [time(expires), owner === undefined ? reason : [reason, ' (', owner, ')']];
}
