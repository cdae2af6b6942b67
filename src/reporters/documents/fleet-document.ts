import { hasUnacceptedFinding, isLeftOpen, type Outcome } from '../../engine/outcome.js';
import { byCodeUnits } from '../../facts/by-code-units.js';
import type { FleetReport } from '../../report/fleet.js';
import type { HealthReport } from '../../report/report.js';
import { paragraph, section, table, when } from '../blocks.js';
import type { Block, DocumentModel, Inline, Mark } from '../document.js';
import { healthInWords, markOfHealth } from '../in-words.js';
import { code, items, name, sign, time } from '../inlines.js';
import { counted, figure, listed } from '../words.js';
import { whatToDo } from './what-to-do.js';

/**
 * Many environments at a glance: a line for each, the worst first, with the rules that failed or could not answer, and then how often
 * each rule is among them.
 *
 * @example
 * ```ts
 * process.stdout.write(toPretty(fleetDocument(await checkFleet(adapters))));
 * ```
 * @public
 */
export function fleetDocument(fleet: FleetReport): DocumentModel {
  const { reports, faults } = fleet;
  const health = healthOf(fleet);
  const subject = howMany(fleet, health);
  const rowsOf = (which: HealthReport['health']) => reports.filter((report) => report.health === which).map(rowOf);
  const rows: readonly (readonly Inline[])[] = [
    ...rowsOf('unhealthy'),
    ...faults.map(({ environment, because, whatToDo: advice }) => [
      name(environment.name),
      'Not read',
      advice === undefined ? because : [because, '. ', whatToDo(advice)],
    ]),
    ...rowsOf('unknown'),
    ...rowsOf('healthy'),
  ];
  return {
    title: `${healthInWords[health]}: ${subject} – dual-write health`,
    header: 'Dual-write health of many environments',
    noun: 'environments',
    heading: healthInWords[health],
    subject,
    mark: markOfHealth[health],
    summary: [paragraph(totalsOf(fleet), 'lead')],
    blocks: [
      ...when(rows.length > 0, () =>
        table('Environments, the worst first', ['Environment', 'Health', 'Failed or not known'], rows, {
          noun: 'environment',
          most: mostLines,
        }),
      ),
      ...byRule(reports),
    ],
  };
}

/** As many as somebody may look after: the lines are what this is for. */
const mostLines = 1_000;

function healthOf({ totals }: FleetReport): HealthReport['health'] {
  if (totals.unhealthy > 0) return 'unhealthy';
  return totals.unknown + totals.notChecked > 0 || totals.healthy === 0 ? 'unknown' : 'healthy';
}

/** `1 of 4 environments` */
function howMany({ totals, reports, faults }: FleetReport, health: HealthReport['health']): string {
  const number = totals[health] + (health === 'unknown' ? totals.notChecked : 0);
  return `${figure(number)} of ${counted(reports.length + faults.length, 'environment')}`;
}

function totalsOf({ totals: { healthy, unhealthy, unknown, notChecked } }: FleetReport): string {
  const notRead = when(notChecked > 0, () => `${figure(notChecked)} not read`);
  const counts = [`${figure(healthy)} healthy`, `${figure(unhealthy)} unhealthy`, `${figure(unknown)} unknown`];
  return `${listed([...counts, ...notRead])}.`;
}

function rowOf({ environment, health, takenAt, outcomes, fault }: HealthReport): readonly Inline[] {
  const rules = [
    ...outcomes.filter(hasUnacceptedFinding).map((outcome) => marked(outcome.severity, outcome)),
    ...outcomes.filter(isLeftOpen).map((outcome) => marked('inconclusive', outcome)),
  ];
  const found = fault === undefined ? items(rules, 'rule') : `The options are not valid: ${fault.because}`;
  return [[name(environment.name), ', ', time(takenAt)], healthInWords[health], found];
}

function marked(mark: Mark, { code: text }: Outcome): Inline {
  return [sign(mark), ' ', code(text)];
}

/** How many environments each rule failed in, or could not answer for. */
function byRule(reports: readonly HealthReport[]): readonly Block[] {
  const counts = new Map<string, { readonly code: string; readonly title: string; failed: number; open: number }>();
  for (const outcome of reports.flatMap(({ outcomes }) => outcomes)) {
    const [failed, open] = [hasUnacceptedFinding(outcome), isLeftOpen(outcome)];
    if (!failed && !open) continue;
    const { code, title } = outcome;
    const count = counts.get(code) ?? { code, title, failed: 0, open: 0 };
    counts.set(code, count);
    count.failed += Number(failed);
    count.open += Number(open);
  }
  const rows = [...counts.values()]
    .sort((a, b) => b.failed - a.failed || b.open - a.open || byCodeUnits(a.code, b.code))
    .map((rule): readonly Inline[] => [[code(rule.code), ` ${rule.title}`], figure(rule.failed), figure(rule.open)]);
  const caption = 'How many environments each rule failed in, or could not answer for';
  const columns = ['Rule', 'Failed in', 'Not known in'];
  return when(rows.length > 0, () =>
    section('By rule', [table(caption, columns, rows, { noun: 'rule', most: mostLines })]),
  );
}
