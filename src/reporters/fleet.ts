import picocolors from 'picocolors';
import { hasUnacceptedFinding, isLeftOpen, type Outcome } from '../engine/outcome.js';
import { byCodeUnits } from '../facts/by-code-units.js';
import type { InvalidOptions } from '../fault.js';
import type { FleetReport } from '../report/fleet.js';
import type { HealthReport } from '../report/report.js';
import { markdownText, startOf, visible, visibleStart } from './escape.js';
import { count } from './in-words.js';
import type { PrettyOptions } from './pretty.js';

/**
 * Many environments at a glance: one line for each, the worst first, and how often each code stands among them.
 * @public
 */
export function prettyFleet({ reports, faults, totals }: FleetReport, { color = false }: PrettyOptions = {}): string {
  const colors = picocolors.createColors(color);
  const verdicts = {
    healthy: colors.green('HEALTHY  '),
    unhealthy: colors.red('UNHEALTHY'),
    unknown: colors.yellow('UNKNOWN  '),
  };
  const names = reports.map(({ environment }) => visibleStart(environment.name, 60));
  const width = Math.max(0, ...names.map(({ length }) => length));
  const lines = worstFirst(reports).map((report) => {
    const name = visibleStart(report.environment.name, 60).padEnd(width);
    return `${verdicts[report.health]}  ${colors.bold(name)}  ${cells(report)}`.trimEnd();
  });
  const notChecked = faults.map(
    ({ environment, because }) =>
      `${colors.yellow('NOT READ ')}  ${colors.bold(visibleStart(environment.name, 60))}  ${visibleStart(because)}`,
  );
  const codes = countByCode(reports).map(
    ({ code, title, failed, open }) =>
      `  ${visible(code)}  ${[...(failed > 0 ? [`failed in ${failed}`] : []), ...(open > 0 ? [`open in ${open}`] : [])].join(', ')}  ${colors.dim(visible(title))}`,
  );
  return `${[
    ...lines,
    ...notChecked,
    ...(codes.length === 0 ? [] : ['', colors.bold('BY CODE'), ...codes]),
    '',
    inOneSentence({ reports, faults, totals }),
  ].join('\n')}\n`;
}

/**
 * The same as {@link prettyFleet} as tables, for a pull request or a ticket.
 * @public
 */
export function markdownFleet(fleet: FleetReport): string {
  const rows = worstFirst(fleet.reports).map(
    (report) =>
      `| ${markdownText(report.environment.name)} | ${report.health} | ${codesOf(report, hasUnacceptedFinding)} | ${notTold(report)} | ${markdownText(report.takenAt)} |`,
  );
  const notChecked = fleet.faults.map(
    ({ environment, because }) => `| ${markdownText(environment.name)} | not read | | ${markdownText(because)} | |`,
  );
  const codes = countByCode(fleet.reports).map(
    ({ code, title, failed, open }) => `| ${markdownText(code)} | ${markdownText(title)} | ${failed} | ${open} |`,
  );
  return `${[
    inOneSentence(fleet),
    ['| Environment | Health | Failed | Not told | Facts of |', '|---|---|---|---|---|', ...rows, ...notChecked].join(
      '\n',
    ),
    ...(codes.length === 0
      ? []
      : [['| Code | Fires on | Failed in | Open in |', '|---|---|---|---|', ...codes].join('\n')]),
  ].join('\n\n')}\n`;
}

const order: readonly HealthReport['health'][] = ['unhealthy', 'unknown', 'healthy'];

function worstFirst(reports: readonly HealthReport[]): readonly HealthReport[] {
  return [...reports].sort((a, b) => order.indexOf(a.health) - order.indexOf(b.health));
}

function cells({ outcomes, fault }: HealthReport): string {
  if (fault !== undefined) return `? ${visibleStart(inWords(fault), 400)}`;
  const failed = outcomes
    .filter(hasUnacceptedFinding)
    .map(({ code, severity }) => `${severity === 'error' ? '✖' : '▲'} ${visible(code)}`);
  const open = outcomes.filter(isLeftOpen).length;
  return [...failed, ...(open > 0 ? [`? ${open} open`] : [])].join('  ');
}

function notTold(report: HealthReport): string {
  return report.fault === undefined ? codesOf(report, isLeftOpen) : markdownText(startOf(inWords(report.fault), 400));
}

function inWords({ because }: InvalidOptions): string {
  return `the options are not valid: ${because}`;
}

function codesOf({ outcomes }: HealthReport, wanted: (outcome: Outcome) => boolean): string {
  return outcomes
    .filter(wanted)
    .map(({ code }) => markdownText(code))
    .join(', ');
}

function countByCode(reports: readonly HealthReport[]) {
  const rows = new Map<string, { readonly code: string; readonly title: string; failed: number; open: number }>();
  for (const { outcomes } of reports) {
    for (const outcome of outcomes) {
      const [failed, open] = [hasUnacceptedFinding(outcome), isLeftOpen(outcome)];
      if (!failed && !open) continue;
      const { code, title } = outcome;
      const row = rows.get(code) ?? { code, title, failed: 0, open: 0 };
      rows.set(code, row);
      if (failed) row.failed += 1;
      if (open) row.open += 1;
    }
  }
  return [...rows.values()].sort((a, b) => b.failed - a.failed || b.open - a.open || byCodeUnits(a.code, b.code));
}

function inOneSentence({ reports, faults, totals }: Pick<FleetReport, 'reports' | 'faults' | 'totals'>): string {
  const parts = [
    `${totals.healthy} healthy`,
    `${totals.unhealthy} unhealthy`,
    `${totals.unknown} unknown`,
    ...(totals.notChecked > 0 ? [`${totals.notChecked} not read`] : []),
  ];
  return `${count(reports.length + faults.length, 'environment')}: ${parts.join(', ')}.`;
}
