import { answersInFull, type Outcome } from '../engine/outcome.js';
import { isRecord, issuesInWord, type Unchecked } from '../engine/settings.js';
import { inShort } from '../facts/issues.js';
import type { Issue } from '../fault.js';
import { acceptedBy, type Baseline, isBaseline } from './baseline.js';
import { issuesInSuppressions, type Suppression, type SuppressionUses, suppressing } from './suppression.js';

/**
 * What to do about suppressions that have expired, or that accept nothing.
 * @public
 */
export type Policy = 'ignore' | 'warn' | 'fail';

/**
 * What is accepted.
 * @public
 */
export interface GovernOptions {
  readonly suppressions?: readonly Suppression[] | undefined;
  /** Default: `warn` for both. */
  readonly suppressionPolicy?:
    | { readonly expired?: Policy | undefined; readonly unused?: Policy | undefined }
    | undefined;
  /** Findings that are accepted by fingerprint: a baseline, or an earlier report. */
  readonly baseline?: Baseline | { readonly takenAt: string; readonly outcomes: readonly Outcome[] } | undefined;
  /** The date for suppressions. Default: when the facts were read. */
  readonly now?: Date | undefined;
}

/**
 * What was accepted in a check, and problems with that.
 * @public
 */
export interface Governance {
  /** The date that was used, ISO 8601. */
  readonly now: string;
  readonly suppressions: SuppressionUses;
  readonly policy: { readonly expired: Policy; readonly unused: Policy };
  readonly baseline?: BaselineUse | undefined;
}

/** What happened with a baseline. */
interface BaselineUse {
  readonly takenAt: string;
  /** How many findings it accepted. */
  readonly accepted: number;
  /** Its fingerprints that are no longer found by rules that reached a conclusion: remove them from it. */
  readonly fixed: readonly string[];
}

/** Marks outcomes, and finally reports what was accepted. */
interface Governing {
  readonly mark: (outcome: Outcome) => Outcome;
  /** `undefined` if there was nothing to accept. */
  readonly summary: (outcomes: readonly Outcome[]) => Governance | undefined;
}

/** Prepares what is accepted, for one evaluation of facts read at `takenAt`. */
export function governing(options: GovernOptions, takenAt: string): Governing {
  const { suppressions = [], suppressionPolicy = {}, baseline, now = new Date(takenAt) } = options;
  if (suppressions.length === 0 && baseline === undefined)
    return { mark: (outcome) => outcome, summary: () => undefined };
  const suppressed = suppressing(suppressions, now);
  const accepted = baseline === undefined ? new Set<string>() : acceptedBy(baseline);
  return {
    mark: (outcome) => markBaselined(suppressed.mark(outcome), accepted),
    summary: (outcomes) => ({
      now: now.toISOString(),
      suppressions: suppressed.uses(outcomes),
      policy: { expired: suppressionPolicy.expired ?? 'warn', unused: suppressionPolicy.unused ?? 'warn' },
      ...(baseline === undefined ? {} : { baseline: { takenAt: baseline.takenAt, ...usesOf(accepted, outcomes) } }),
    }),
  };
}

function markBaselined(outcome: Outcome, accepted: ReadonlySet<string>): Outcome {
  if (outcome.status !== 'failed' || accepted.size === 0) return outcome;
  const [first, ...more] = outcome.findings.map((finding) =>
    accepted.has(finding.fingerprint) ? { ...finding, baselined: true as const } : finding,
  );
  return first === undefined ? outcome : { ...outcome, findings: [first, ...more] };
}

function usesOf(accepted: ReadonlySet<string>, outcomes: readonly Outcome[]) {
  const found = new Set(
    outcomes.flatMap((outcome) =>
      outcome.status === 'failed' ? outcome.findings.map(({ fingerprint }) => fingerprint) : [],
    ),
  );
  const concluded = new Set(outcomes.filter(answersInFull).map(({ code }) => code));
  return {
    accepted: [...accepted].filter((one) => found.has(one)).length,
    fixed: [...accepted].filter((one) => !found.has(one) && concluded.has(one.split(':')[1] ?? '')),
  };
}

/**
 * What is wrong with the options; empty when nothing is.
 *
 * @param codes - of the rules that may be suppressed
 * @param takenAt - when the facts were read, if that is already known: it is used if `now` is left out
 */
export function issuesInGovernOptions(
  { suppressions, suppressionPolicy, baseline, now }: Unchecked<GovernOptions>,
  codes: readonly string[],
  takenAt?: string,
): readonly Issue[] {
  const isGoverned = suppressions !== undefined || baseline !== undefined;
  return [
    ...issuesInSuppressions(suppressions, codes),
    ...issuesInPolicy(suppressionPolicy),
    ...(baseline === undefined || isBaseline(baseline)
      ? []
      : [{ path: 'baseline', message: `expected a baseline or a report, got ${inShort(baseline)}` }]),
    ...(now === undefined || isDate(now) ? [] : [{ path: 'now', message: `expected a date, got ${inShort(now)}` }]),
    ...(isGoverned && now === undefined && takenAt !== undefined && !isDate(new Date(takenAt))
      ? [{ path: 'now', message: `expected a date, as the facts have none: they are of ${inShort(takenAt)}` }]
      : []),
  ];
}

function issuesInPolicy(policy: unknown): readonly Issue[] {
  if (policy === undefined) return [];
  if (!isRecord(policy)) {
    return [{ path: 'suppressionPolicy', message: `expected policies by name, got ${inShort(policy)}` }];
  }
  return (['expired', 'unused'] as const).flatMap((name) =>
    issuesInWord(`suppressionPolicy.${name}`, policy[name], ['ignore', 'warn', 'fail']),
  );
}

/** By its kind, not by its class: a date may come from another realm. */
function isDate(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Date]' && !Number.isNaN(Number(value));
}
