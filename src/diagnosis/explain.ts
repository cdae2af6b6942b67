import type { HealthReport } from '../report/report.js';
import { diagnose } from './diagnose.js';
import type { Diagnosis } from './diagnosis.js';

/**
 * A diagnosis, held against what is known of the environment. `confirmed`: a rule that would show this cause failed.
 * `ruled-out`: all of them came to the conclusion that there is nothing. `open`: some could not tell. `not-checkable`: no rule
 * looks for it, or none was in the report.
 * @public
 */
export interface Explanation {
  readonly diagnosis: Diagnosis;
  readonly verdict: 'confirmed' | 'ruled-out' | 'open' | 'not-checkable';
  /** The rules that decided it, with what became of them. */
  readonly evidence: readonly { readonly code: string; readonly status: string }[];
}

/**
 * Explains an error text by a report of the same environment: the likely causes first those that the report confirms.
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
