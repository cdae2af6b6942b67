import { factLabels, factNames } from '../../../facts/fact-names.js';
import type { HealthReport } from '../../../report/report.js';
import { details, given, list, notice, onPage, paragraph, section, table, when } from '../../blocks.js';
import { type Check, withStatus } from '../../checks.js';
import type { Block, Inline, Mark, Row } from '../../document.js';
import { reasonInWords, skippedInWords } from '../../in-words.js';
import { code, quote, sign, strong, tag } from '../../inlines.js';
import { counted, countedDo } from '../../words.js';
import { aboutCheck, facetsOf } from './check-parts.js';

/** Checks with nothing left to do, and the facts that everything rests on. For pages: folded, because few will read them. */
export function settled({ facts }: HealthReport, checks: readonly Check[]): readonly Block[] {
  const passed = withStatus(checks, 'passed').map((check) => {
    const { checked, without } = check.outcome;
    return row(check, without === undefined ? checked : [tag('seen in part'), ' ', checked]);
  });
  const idle = withStatus(checks, 'not-applicable').map((check) => row(check, check.outcome.because));
  const skipped = withStatus(checks, 'skipped').map((check) => row(check, skippedInWords[check.outcome.because]));
  const blocks = [
    ...when(passed.length + idle.length + skipped.length === 0, () =>
      paragraph('No check passed or was set aside.', 'intro'),
    ),
    ...unseen(checks),
    ...folded('passed', `${counted(passed.length, 'check')} passed`, 'Looked at', passed),
    ...folded('not-applicable', `${countedDo(idle.length, 'check', 'does', 'do')} not apply`, 'Why', idle),
    ...folded('skipped', `${countedDo(skipped.length, 'check', 'was', 'were')} skipped`, 'Why', skipped),
  ];
  return [
    onPage(section('Nothing to do', blocks, { id: 'settled' })),
    onPage(section('What this rests on', [factTable(facts)], { id: 'facts' })),
  ];
}

/** What passed checks rest on less than they could: one line for each fact, however many checks would have looked at it. */
function unseen(checks: readonly Check[]): readonly Block[] {
  const passed = withStatus(checks, 'passed');
  const items = factNames.flatMap((fact): readonly Inline[] => {
    const without = passed.filter(({ outcome }) => outcome.without?.includes(fact)).length;
    return when(without > 0, () => [strong(factLabels[fact]), ' (', code(fact), `): ${counted(without, 'check')}`]);
  });
  const text = 'Some checks passed on what was seen, without seeing all of:';
  return when(items.length > 0, () => notice('inconclusive', text, [list(items, 'fact', { look: 'plain' })]));
}

function row(check: Check, cell: Inline): Row {
  const { title: text, code: rule, severity } = check.outcome;
  const about = [code(rule), ...aboutCheck(check, severity)];
  return { cells: [{ type: 'titled', text, about }, cell], facets: facetsOf(check) };
}

function folded(mark: Mark, title: string, heading: string, rows: readonly Row[]): readonly Block[] {
  const look = mark === 'passed' ? 'figures' : undefined;
  return when(rows.length > 0, () =>
    details(title, [table(title, ['Check', heading], rows, { noun: 'check', look })], { mark }),
  );
}

function factTable(facts: HealthReport['facts']): Block {
  const rows = factNames.flatMap((name) =>
    given(facts[name], (fact): readonly Inline[] => [[factLabels[name], ' ', code(name)], stateOf(fact)]),
  );
  const known = factNames.filter((name) => facts[name]?.status === 'known').length;
  return details(`${known} of ${rows.length} facts are known`, [
    table('What was read of the environment', ['Fact', 'Is it known?'], rows, { noun: 'fact' }),
  ]);
}

function stateOf(fact: NonNullable<HealthReport['facts'][keyof HealthReport['facts']]>): Inline {
  const why = given(fact.detail, (detail) => [' ', quote(detail)]);
  if (fact.status === 'unknown') return [sign('inconclusive'), ' ', reasonInWords[fact.reason], why];
  return fact.coverage === 'partial' ? [sign('warning'), ' ', reasonInWords.partial, why] : [sign('passed'), ' Known'];
}
