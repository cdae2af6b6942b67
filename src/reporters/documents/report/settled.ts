import { factLabels, factNames } from '../../../facts/fact-names.js';
import type { HealthReport } from '../../../report/report.js';
import { type Block, code, type Inline, list, type Mark, paragraph, quote, strong, tag, when } from '../../document.js';
import { reasonInWords, skippedInWords } from '../../html/words.js';
import { type Check, withStatus } from '../../standing.js';
import { counted } from '../../words.js';
import { aboutCheck, facetsOf } from './check-parts.js';

/** Checks with nothing left to do, and the facts that everything rests on. For pages: folded, because few will read them. */
export function settled(report: HealthReport, checks: readonly Check[]): readonly Block[] {
  const passed = withStatus(checks, 'passed').map((check) =>
    row(
      check,
      check.outcome.without === undefined ? check.outcome.checked : [tag('seen in part'), ' ', check.outcome.checked],
    ),
  );
  const idle = withStatus(checks, 'not-applicable').map((check) => row(check, check.outcome.because));
  const skipped = withStatus(checks, 'skipped').map((check) => row(check, skippedInWords[check.outcome.because]));
  return [
    {
      type: 'section',
      on: 'page',
      id: 'settled',
      title: 'Nothing to do',
      blocks: [
        ...when(passed.length + idle.length + skipped.length === 0, () =>
          paragraph('No check passed or was set aside.', 'intro'),
        ),
        ...unseen(checks),
        ...table('passed', `${counted(passed.length, 'check')} passed`, 'Looked at', passed),
        ...table(
          'not-applicable',
          `${counted(idle.length, 'check')} ${idle.length === 1 ? 'does' : 'do'} not apply`,
          'Why',
          idle,
        ),
        ...table(
          'skipped',
          `${counted(skipped.length, 'check')} ${skipped.length === 1 ? 'was' : 'were'} skipped`,
          'Why',
          skipped,
        ),
      ],
    },
    facts(report),
  ];
}

/** What passed checks rest on less than they could: one line for each fact, however many checks would have looked at it. */
function unseen(checks: readonly Check[]): readonly Block[] {
  const passed = withStatus(checks, 'passed');
  const items = factNames.flatMap((fact): readonly Inline[] => {
    const without = passed.filter(({ outcome }) => outcome.without?.includes(fact)).length;
    return when(without > 0, () => [strong(factLabels[fact]), ' (', code(fact), `): ${counted(without, 'check')}`]);
  });
  return when(items.length > 0, () => ({
    type: 'notice',
    mark: 'inconclusive',
    text: 'Some checks passed on what was seen, without seeing all of:',
    blocks: [list(items, 'fact', { look: 'plain' })],
  }));
}

function row(check: Check, cell: Inline) {
  const { outcome } = check;
  return {
    check: { text: outcome.title, about: [code(outcome.code), ...aboutCheck(check, outcome.severity)] },
    cell,
    facets: facetsOf(check),
  };
}

function table(mark: Mark, title: string, heading: string, rows: readonly ReturnType<typeof row>[]): readonly Block[] {
  return when(rows.length > 0, () => ({
    type: 'details',
    mark,
    summary: title,
    blocks: [
      {
        type: 'table',
        caption: title,
        columns: ['Check', heading],
        noun: 'check',
        look: mark === 'passed' ? 'figures' : undefined,
        rows: rows.map(({ check, cell, facets }) => ({ cells: [{ type: 'titled', ...check }, cell], facets })),
      },
    ],
  }));
}

function facts(report: HealthReport): Block {
  const known = factNames.flatMap((name) => {
    const fact = report.facts[name];
    return fact === undefined ? [] : [{ name, fact }];
  });
  const number = known.filter(({ fact }) => fact.status === 'known').length;
  return {
    type: 'section',
    on: 'page',
    id: 'facts',
    title: 'What this rests on',
    blocks: [
      {
        type: 'details',
        summary: `${number} of ${known.length} facts are known`,
        blocks: [
          {
            type: 'table',
            caption: 'What was read of the environment',
            columns: ['Fact', 'Is it known?'],
            noun: 'fact',
            rows: known.map(({ name, fact }) => ({ cells: [[factLabels[name], ' ', code(name)], stateOf(fact)] })),
          },
        ],
      },
    ],
  };
}

function stateOf(fact: NonNullable<HealthReport['facts'][keyof HealthReport['facts']]>): Inline {
  const why = fact.detail === undefined ? '' : [' ', quote(fact.detail)];
  if (fact.status === 'unknown') return [{ type: 'mark', mark: 'inconclusive' }, ' ', reasonInWords[fact.reason], why];
  return fact.coverage === 'partial'
    ? [{ type: 'mark', mark: 'warning' }, ' ', reasonInWords.partial, why]
    : [{ type: 'mark', mark: 'passed' }, ' Known'];
}
