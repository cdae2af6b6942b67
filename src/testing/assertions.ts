import type { Outcome } from '../engine/outcome.js';
import type { Report } from '../report/report.js';

/**
 * Fails unless the environment is healthy; the message names every rule that failed or could not be told.
 *
 * @throws an `Error` whose message is fit for a test report
 *
 * @example
 * ```ts
 * assertHealthy(evaluateSnapshot(snapshot));
 * ```
 * @public
 */
export function assertHealthy(report: Report): void {
  if (report.health === 'healthy') return;
  const telling = report.outcomes.filter(({ status }) => !['passed', 'not-applicable', 'skipped'].includes(status));
  throw new Error(
    [`${report.environment.name} is ${report.health}`, ...telling.map((outcome) => `  ${inOneLine(outcome)}`)].join(
      '\n',
    ),
  );
}

/**
 * Fails unless the rule came to a conclusion without findings: it passed or does not apply. An open, blocked or skipped
 * rule fails too, because nothing was shown.
 *
 * @throws an `Error` whose message names the findings or what is missing
 *
 * @example
 * ```ts
 * assertNoFindings(report, 'DWDVEV1007');
 * ```
 * @public
 */
export function assertNoFindings(report: Report, code: string): void {
  const outcome = report.outcomes.find((candidate) => candidate.code === code);
  if (outcome?.status === 'passed' || outcome?.status === 'not-applicable') return;
  throw new Error(outcome === undefined ? `the report holds no rule ${code}` : inOneLine(outcome));
}

function inOneLine(outcome: Outcome): string {
  const start = `${outcome.code} ${outcome.slug} ${outcome.status}`;
  switch (outcome.status) {
    case 'failed':
      return `${start}: ${outcome.findings.map(({ message }) => message).join('; ')}`;
    case 'blocked':
      return `${start} by ${outcome.by.join(', ')}`;
    case 'passed':
      return start;
    default:
      return `${start}: ${outcome.because}`;
  }
}
