import { type Missing, missingOf } from '../../../engine/outcome.js';
import { factLabels, factNames } from '../../../facts/fact-names.js';
import { groupsBy } from '../../../facts/groups-by.js';
import type { FactName } from '../../../facts/schemas.js';
import { given, list, on, onPage, paragraph, section, table, when } from '../../blocks.js';
import { type Check, isFailing, isOpenCheck, withStatus } from '../../checks.js';
import type { Digest } from '../../digest.js';
import type { Block, Inline, Section } from '../../document.js';
import { reasonInWords, whyOpen } from '../../in-words.js';
import { code, jump, quote, series, strong, tag } from '../../inlines.js';
import { counted, countedDo } from '../../words.js';
import { checkItem, ruleCell } from './check-parts.js';

/** What could not be determined: on a page and a terminal grouped by what is missing, which a person can do something about. */
export function openQuestions(digest: Digest, checks: readonly Check[]): Block {
  const open = checks.filter(isOpenCheck);
  const isEmpty = open.length === 0;
  const intro = isEmpty
    ? 'Every selected check reached an answer.'
    : 'These checks could not be completed. Not known is not the same as healthy.';
  const cards = [...byFact(open), ...byBlocker(open, checks), ...byFault(open)];
  const blocks = [
    onPage(paragraph(intro, 'intro')),
    ...cards.map(onPage),
    ...when(!isEmpty, () => on('terminal', byReason(digest))),
    ...when(!isEmpty, () => on('markdown', reasonTable(digest))),
  ];
  return on(isEmpty ? 'page' : undefined, section('Not known', blocks, { id: 'open', count: open.length }));
}

/** What could not be judged of a failed rule is shown with its findings. */
function byReason({ open }: Digest): Block {
  const unjudged = open.filter(({ status }) => status !== 'failed');
  const reasons = [...groupsBy(unjudged, whyOpen)].map(([text, waiting]) => ({
    text,
    mark: 'inconclusive' as const,
    items: waiting.map(({ code: rule, title }) => ({ text: [code(rule), '  ', title] })),
  }));
  return list(reasons, 'reason', { most: reasons.length });
}

function reasonTable({ open }: Digest): Block {
  const rows = open.map((outcome) => [outcome.severity, ruleCell(outcome), whyOpen(outcome)]);
  const columns = ['Severity', 'Rule', 'Why'];
  return table('What could not be determined', columns, rows, { noun: 'rule', most: rows.length });
}

/** A check that lacks two facts is shown under both. */
function byFact(open: readonly Check[]): readonly Section[] {
  return factNames.flatMap((fact) => {
    const isIt = (missing: Missing) => missing.fact === fact;
    const needing = open.filter(({ outcome }) => missingOf(outcome).some(isIt));
    const gaps = needing.flatMap(({ outcome }) => missingOf(outcome)).filter(isIt);
    const title = `${countedDo(needing.length, 'check', 'needs', 'need')} it`;
    return when(gaps.length > 0, () =>
      section(factLabels[fact], [gapList(gaps), checkList(needing, title, (check) => alsoMissing(check, fact))], {
        mark: 'inconclusive',
        about: [code(fact)],
      }),
    );
  });
}

/** What is missing, and why, for a check that was judged in part. */
export function missingList(missing: readonly Missing[]): readonly Block[] {
  const gaps = missing.map((gap) => {
    const property = given(gap.property, (name) => [' (', code(name), ' of some rows)']);
    return [strong(factLabels[gap.fact]), property, ': ', why(gap)];
  });
  return when(gaps.length > 0, () => list(gaps, 'gap', { look: 'plain' }));
}

function gapList(gaps: readonly Missing[]): Block {
  const different = groupsBy(gaps, ({ property, reason, detail }) => JSON.stringify([property, reason, detail]));
  const lines = [...different.values()].map(([gap]) => [
    given(gap.property, (name) => [code(name), ' of some rows: ']),
    why(gap),
  ]);
  return list(lines, 'gap', { look: 'plain' });
}

function why({ reason, detail }: Missing): Inline {
  return [reasonInWords[reason], given(detail, (text) => [' ', quote(text)])];
}

function alsoMissing({ outcome }: Check, fact: FactName): readonly Inline[] {
  const others = [...new Set(missingOf(outcome).map((missing) => missing.fact))].filter((other) => other !== fact);
  return when(others.length > 0, () => ['also needs ', series(others.map(code))]);
}

function byBlocker(open: readonly Check[], checks: readonly Check[]): readonly Section[] {
  // Only failures have a section to lead to.
  const numbers = new Map(checks.filter(isFailing).map(({ outcome, number }) => [outcome.code, number]));
  const blocked = groupsBy(withStatus(open, 'blocked'), ({ outcome }) => JSON.stringify(outcome.by));
  return [...blocked.values()].map((group) => {
    const rules = group[0].outcome.by.map((by) => {
      const number = numbers.get(by);
      return number === undefined ? code(by) : jump(code(by), `check-${number}`);
    });
    const blocks = [
      paragraph('Blocked until these are fixed:'),
      list(rules, 'rule', { look: 'plain' }),
      checkList(group, countedDo(group.length, 'check', 'waits', 'wait')),
    ];
    return section('Waiting for prerequisites', blocks, { mark: 'blocked' });
  });
}

function byFault(open: readonly Check[]): readonly Section[] {
  const groups = groupsBy(withStatus(open, 'errored'), ({ outcome }) => outcome.because);
  return [...groups].map(([because, group]) => {
    const blocks = [
      paragraph(['The check itself failed, so it says nothing about the environment: ', quote(because)]),
      checkList(group, counted(group.length, 'check')),
    ];
    return section('Checks that crashed', blocks, { mark: 'errored' });
  });
}

function checkList(
  checks: readonly Check[],
  title: string,
  more: (check: Check) => readonly Inline[] = () => [],
): Section {
  const items = checks.map((check) => {
    const item = checkItem(check, ...more(check));
    return check.outcome.status === 'failed' ? { ...item, text: [item.text, ' ', tag('judged in part')] } : item;
  });
  return section(title, [list(items, 'check', { look: 'checks' })]);
}
