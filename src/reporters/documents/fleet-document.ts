import { hasUnacceptedFinding, isLeftOpen, type Outcome } from '../../engine/outcome.js';
import { byCodeUnits } from '../../facts/by-code-units.js';
import type { FleetReport } from '../../report/fleet.js';
import type { HealthReport } from '../../report/report.js';
import { code, type Document, type Inline, items, name, paragraph, type Row, time, when } from '../document.js';
import { healthInWords } from '../html/words.js';
import { counted, figure, listed } from '../words.js';
import { standingOfHealth } from './report/verdict.js';

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
export function fleetDocument(fleet: FleetReport): Document {
  const { reports, faults } = fleet;
  const health = healthOf(fleet);
  const subject = howMany(fleet, health);
  const rules = countByRule(reports);
  return {
    title: `${healthInWords[health]}: ${subject} – dual-write health`,
    header: 'Dual-write health of many environments',
    noun: 'environments',
    heading: healthInWords[health],
    subject,
    mark: standingOfHealth[health],
    summary: [paragraph(totalsOf(fleet), 'lead')],
    blocks: [
      ...when(reports.length + faults.length > 0, () => ({
        type: 'table' as const,
        caption: 'Environments, the worst first',
        columns: ['Environment, facts of', 'Health', 'Failed or not known'],
        noun: 'environment',
        most: mostLines,
        rows: [
          ...worstFirst(reports).map(rowOf),
          ...faults.map(({ environment, because }) => ({
            cells: [name(environment.name), 'Not read', because],
          })),
        ],
      })),
      ...when(rules.length > 0, () => ({
        type: 'section' as const,
        title: 'By rule',
        blocks: [
          {
            type: 'table' as const,
            caption: 'How many environments each rule failed in, or could not answer for',
            columns: ['Rule', 'Failed in', 'Not known in'],
            noun: 'rule',
            most: mostLines,
            rows: rules.map((rule) => ({ cells: [[code(rule.code), ` ${rule.title}`], rule.failed, rule.open] })),
          },
        ],
      })),
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

function totalsOf({ totals }: FleetReport): string {
  const notRead = totals.notChecked > 0 ? [`${totals.notChecked} not read`] : [];
  return `${listed([`${totals.healthy} healthy`, `${totals.unhealthy} unhealthy`, `${totals.unknown} unknown`, ...notRead])}.`;
}

const order: readonly HealthReport['health'][] = ['unhealthy', 'unknown', 'healthy'];

function worstFirst(reports: readonly HealthReport[]): readonly HealthReport[] {
  return [...reports].sort((a, b) => order.indexOf(a.health) - order.indexOf(b.health));
}

function rowOf({ environment, health, takenAt, outcomes, fault }: HealthReport): Row {
  const failed = outcomes.filter(hasUnacceptedFinding).map((outcome) => marked(outcome.severity, outcome));
  const open = outcomes.filter(isLeftOpen).map((outcome) => marked('inconclusive', outcome));
  const found =
    fault === undefined ? items([...failed, ...open], 'rule') : `The options are not valid: ${fault.because}`;
  return { cells: [[name(environment.name), ', ', time(takenAt)], healthInWords[health], found] };
}

function marked(mark: 'error' | 'warning' | 'inconclusive', { code: text }: Outcome): Inline {
  return [{ type: 'mark', mark }, ' ', code(text)];
}

function countByRule(reports: readonly HealthReport[]) {
  const rows = new Map<string, { readonly code: string; readonly title: string; failed: number; open: number }>();
  for (const outcome of reports.flatMap(({ outcomes }) => outcomes)) {
    const [failed, open] = [hasUnacceptedFinding(outcome), isLeftOpen(outcome)];
    if (!failed && !open) continue;
    const { code, title } = outcome;
    const row = rows.get(code) ?? { code, title, failed: 0, open: 0 };
    rows.set(code, row);
    row.failed += Number(failed);
    row.open += Number(open);
  }
  return [...rows.values()].sort((a, b) => b.failed - a.failed || b.open - a.open || byCodeUnits(a.code, b.code));
}
