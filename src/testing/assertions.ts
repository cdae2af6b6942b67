import type { Result } from 'neverthrow';
import type { HealthReport } from '../report/report.js';
import { judgeFinding, judgeHealth, judgePass, type SubjectSought } from './judgment.js';

/**
 * Fails unless the environment is healthy; the message names every rule that failed, with the first way to fix it, and
 * every inconclusive one.
 *
 * @throws an `Error` whose message is suitable for a test report
 *
 * @example
 * ```ts
 * assertHealthy(evaluateSnapshot(snapshot));
 * ```
 * @public
 */
export function assertHealthy(report: HealthReport | Result<HealthReport, unknown>): void {
  const { holds, complain } = judgeHealth(report);
  if (holds !== true) throw new Error(complain(false));
}

/**
 * Fails unless the rule reached a conclusion without findings, or without one about the subject: it passed or does not apply.
 * An inconclusive, blocked or skipped rule fails too, because nothing was proven.
 *
 * @param subject - the id of the subject of findings, ignoring letter case, or its kind and id
 * @throws an `Error` whose message names the findings or what is missing
 *
 * @example
 * ```ts
 * assertNoFindings(report, 'DWDVEV1007');
 * ```
 * @public
 */
export function assertNoFindings(
  report: HealthReport | Result<HealthReport, unknown>,
  code: string,
  subject?: SubjectSought,
): void {
  const { holds, complain } = judgeFinding(report, code, subject);
  if (holds !== false) throw new Error(complain(true));
}

/**
 * Fails unless the rule passed: everything that it needed was known, and all of it is fine. A rule that does not apply fails.
 *
 * @throws an `Error` whose message names the findings or what is missing
 *
 * @example
 * ```ts
 * assertPassed(report, 'DWDVEV1007');
 * ```
 * @public
 */
export function assertPassed(report: HealthReport | Result<HealthReport, unknown>, code: string): void {
  const { holds, complain } = judgePass(report, code);
  if (holds !== true) throw new Error(complain(false));
}
