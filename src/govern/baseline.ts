import { answersInFull, type Outcome } from '../engine/outcome.js';
import { isRecord } from '../engine/settings.js';

/**
 * The findings of an earlier report that are accepted, by fingerprint.
 * @public
 */
export interface Baseline {
  readonly schemaVersion: 1;
  readonly kind: 'baseline';
  /** When the facts of the report that it was made from were read, ISO 8601. */
  readonly takenAt: string;
  readonly findings: readonly { readonly fingerprint: string; readonly code: string; readonly title: string }[];
}

/** What a baseline is made from: a report, in short. */
interface WithOutcomes {
  readonly takenAt: string;
  readonly outcomes: readonly Outcome[];
}

/**
 * Accepts the findings of a report, but for those that are suppressed: when the suppression ends, they are to be seen again.
 *
 * @param previous - an earlier baseline: then only its findings that are still there are kept, so that one that was fixed is
 * new when it comes back, and nothing new is accepted by the way
 * @public
 */
export function baselineOf(report: WithOutcomes, previous?: Baseline): Baseline {
  const kept = previous && new Set(previous.findings.map(({ fingerprint }) => fingerprint));
  const answered = new Set(report.outcomes.filter(answersInFull).map(({ code }) => code));
  const found = report.outcomes.flatMap((outcome) =>
    outcome.status === 'failed'
      ? outcome.findings
          .filter(({ suppressed }) => suppressed === undefined)
          .map(({ fingerprint }) => ({ fingerprint, code: outcome.code, title: outcome.title }))
      : [],
  );
  const seen = new Set(found.map(({ fingerprint }) => fingerprint));
  return {
    schemaVersion: 1,
    kind: 'baseline',
    takenAt: report.takenAt,
    findings: [
      ...found.filter(({ fingerprint }) => kept?.has(fingerprint) ?? true),
      // What nobody looked at, or not in full, is not fixed.
      ...(previous?.findings ?? []).filter(({ code, fingerprint }) => !answered.has(code) && !seen.has(fingerprint)),
    ],
  };
}

/** Whether something from outside is a baseline, or a report that can be taken as one; in as much of it as is looked at. */
export function isBaseline(value: unknown): value is Baseline | WithOutcomes {
  if (!isRecord(value) || typeof value.takenAt !== 'string') return false;
  if ('findings' in value) return isListOf(value.findings, hasFingerprint);
  return isListOf(
    value.outcomes,
    ({ status, findings }) => typeof status === 'string' && (status !== 'failed' || isListOf(findings, hasFingerprint)),
  );
}

function hasFingerprint({ fingerprint }: Readonly<Record<string, unknown>>): boolean {
  return typeof fingerprint === 'string';
}

function isListOf(value: unknown, isFit: (item: Readonly<Record<string, unknown>>) => boolean): boolean {
  return Array.isArray(value) && value.every((item: unknown) => isRecord(item) && isFit(item));
}

/** The fingerprints that a baseline, or a whole report taken as one, accepts. */
export function acceptedBy(baseline: Baseline | WithOutcomes): ReadonlySet<string> {
  const { findings } = 'findings' in baseline ? baseline : baselineOf(baseline);
  return new Set(findings.map(({ fingerprint }) => fingerprint));
}
