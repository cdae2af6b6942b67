import type { HealthReport } from '../report/report.js';
import { diagnose } from './diagnose.js';
import type { Diagnosis } from './diagnosis.js';

/**
 * A diagnosis, compared with what is known about the environment. `confirmed`: a rule that detects this cause failed.
 * `ruled-out`: all such rules found nothing. `open`: some were inconclusive. `not-checkable`: no rule checks for it, or none
 * was in the report.
 * @public
 */
export interface Explanation {
  readonly diagnosis: Diagnosis;
  readonly verdict: 'confirmed' | 'ruled-out' | 'open' | 'not-checkable';
  /** The rules that decided it, with their outcomes. */
  readonly evidence: readonly { readonly code: string; readonly status: string }[];
}

/**
 * Explains an error text using a report of the same environment: the causes that the report confirms come first.
 *
 * @example
 * ```ts
 * const [likely] = explain(errorText, report);
 * likely?.verdict; // 'confirmed'
 * ```
 * @public
 */
export function explain(text: string, { outcomes }: HealthReport): readonly Explanation[] {
  const statuses = new Map(outcomes.map(({ code, status }) => [code, status]));
  return diagnose(text)
    .map((diagnosis) => {
      const evidence = diagnosis.rules.flatMap((code) => {
        const status = statuses.get(code);
        return status === undefined ? [] : [{ code, status }];
      });
      return { diagnosis, verdict: verdictOf(evidence.map(({ status }) => status)), evidence };
    })
    .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

const order: readonly Explanation['verdict'][] = ['confirmed', 'open', 'not-checkable', 'ruled-out'];

function verdictOf(statuses: readonly string[]): Explanation['verdict'] {
  if (statuses.includes('failed')) return 'confirmed';
  const concluding = statuses.filter((status) => status === 'passed' || status === 'not-applicable');
  if (statuses.length === 0 || (concluding.length === 0 && statuses.every((status) => status === 'skipped')))
    return 'not-checkable';
  return concluding.length === statuses.length ? 'ruled-out' : 'open';
}
