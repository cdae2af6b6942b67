import { isLeftOpen, type Missing, missingOf, type OutcomeWith } from '../../../engine/outcome.js';
import { factLabels, factNames } from '../../../facts/fact-names.js';
import { groupsBy } from '../../../facts/groups-by.js';
import type { FactName } from '../../../facts/schemas.js';
import type { Digest } from '../../digest.js';
import {
  type Block,
  code,
  type Inline,
  jump,
  list,
  paragraph,
  quote,
  type Section,
  series,
  strong,
  tag,
  when,
} from '../../document.js';
import { reasonInWords } from '../../html/words.js';
import { whyOpen } from '../../in-words.js';
import { type Check, withStatus } from '../../standing.js';
import { counted } from '../../words.js';
import { checkItem, ruleCell } from './check-parts.js';

/** What could not be determined: on a page and a terminal grouped by what is missing, which a person can do something about. */
export function openQuestions(digest: Digest, checks: readonly Check[]): Block {
  const open = checks.filter(({ outcome }) => isLeftOpen(outcome));
  const isEmpty = open.length === 0;
  return {
    type: 'section',
    id: 'open',
    title: 'Not known',
    count: open.length,
    on: isEmpty ? 'page' : undefined,
    blocks: [
      {
        ...paragraph(
          isEmpty
            ? 'Every check that was asked for came to an answer.'
            : 'These checks could not be completed. Not known is not the same as healthy.',
          'intro',
        ),
        on: 'page',
      },
      ...[
        ...byFact(open),
        ...byBlocker(withStatus(open, 'blocked'), checks),
        ...byFault(withStatus(open, 'errored')),
      ].map((block): Block => ({ ...block, on: 'page' })),
      ...when(!isEmpty, () => byReason(digest)),
      ...when(!isEmpty, () => inTable(digest)),
    ],
  };
}

/** What could not be judged of a failed rule is shown with its findings. */
function byReason({ open }: Digest): Block {
  const groups = groupsBy(
    open.filter(({ status }) => status !== 'failed'),
    whyOpen,
  );
  return {
    type: 'list',
    on: 'terminal',
    noun: 'reason',
    most: groups.size,
    items: [...groups].map(([reason, waiting]) => ({
      text: reason,
      mark: 'inconclusive',
      items: waiting.map(({ code: rule, title }) => ({ text: [code(rule), '  ', title] })),
    })),
  };
}

function inTable({ open }: Digest): Block {
  return {
    type: 'table',
    on: 'markdown',
    caption: 'What could not be determined',
    columns: ['Severity', 'Rule', 'Why'],
    noun: 'rule',
    most: open.length,
    rows: open.map((outcome) => ({ cells: [outcome.severity, ruleCell(outcome), whyOpen(outcome)] })),
  };
}

/** A check that lacks two facts is shown under both. */
function byFact(open: readonly Check[]): readonly Section[] {
  return factNames.flatMap((fact) => {
    const needing = open.filter(({ outcome }) => missingOf(outcome).some((missing) => missing.fact === fact));
    if (needing.length === 0) return [];
    const gaps = needing.flatMap(({ outcome }) => missingOf(outcome)).filter((missing) => missing.fact === fact);
    const title = `${counted(needing.length, 'check')} ${needing.length === 1 ? 'needs' : 'need'} it`;
    return [
      {
        type: 'section',
        mark: 'inconclusive',
        title: factLabels[fact],
        about: [code(fact)],
        blocks: [gapList(gaps), checkList(needing, title, (check) => alsoMissing(check, fact))],
      },
    ];
  });
}

/** What is missing, and why, for a check that was judged in part. */
export function missingList(missing: readonly Missing[]): readonly Block[] {
  return when(missing.length > 0, () =>
    list(
      missing.map((one) => [strong(factLabels[one.fact]), property(one), ': ', why(one)]),
      'gap',
      { look: 'plain' },
    ),
  );
}

function gapList(gaps: readonly Missing[]): Block {
  const different = groupsBy(gaps, ({ property, reason, detail }) => JSON.stringify([property, reason, detail]));
  return list(
    [...different.values()].map(([gap]) => [
      gap.property === undefined ? '' : [code(gap.property), ' of some rows: '],
      why(gap),
    ]),
    'gap',
    { look: 'plain' },
  );
}

function property(missing: Missing): Inline {
  return missing.property === undefined ? '' : [' (', code(missing.property), ' of some rows)'];
}

function why({ reason, detail }: Missing): Inline {
  return detail === undefined ? reasonInWords[reason] : [reasonInWords[reason], ' ', quote(detail)];
}

function alsoMissing({ outcome }: Check, fact: FactName): readonly Inline[] {
  const others = new Set(missingOf(outcome).flatMap((missing) => (missing.fact === fact ? [] : [missing.fact])));
  return when(others.size > 0, () => ['also needs ', series([...others].map(code))]);
}

function byBlocker(blocked: readonly Check<OutcomeWith<'blocked'>>[], checks: readonly Check[]): readonly Section[] {
  const numbers = numbersByCode(checks);
  return [...groupsBy(blocked, ({ outcome }) => JSON.stringify(outcome.by)).values()].map((group) => ({
    type: 'section',
    mark: 'blocked',
    title: 'Waiting for prerequisites',
    blocks: [
      paragraph('Blocked until these are fixed:'),
      list(
        group[0].outcome.by.map((by) => {
          const number = numbers.get(by);
          return number === undefined ? code(by) : jump(code(by), `check-${number}`);
        }),
        'rule',
        { look: 'plain' },
      ),
      checkList(group, `${counted(group.length, 'check')} ${group.length === 1 ? 'waits' : 'wait'}`),
    ],
  }));
}

function byFault(errored: readonly Check<OutcomeWith<'errored'>>[]): readonly Section[] {
  return [...groupsBy(errored, ({ outcome }) => outcome.because).values()].map((group) => ({
    type: 'section',
    mark: 'errored',
    title: 'Checks that broke off',
    blocks: [
      paragraph([
        'The check itself failed, so it says nothing about the environment: ',
        quote(group[0].outcome.because),
      ]),
      checkList(group, counted(group.length, 'check')),
    ],
  }));
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
  return { type: 'section', title, blocks: [list(items, 'check', { look: 'checks' })] };
}

function numbersByCode(checks: readonly Check[]): ReadonlyMap<string, number> {
  // Only failures have a place of their own to lead to.
  return new Map(
    checks
      .filter(({ standing }) => standing === 'error' || standing === 'warning')
      .map(({ outcome, number }) => [outcome.code, number]),
  );
}
