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

/** What a baseline is made from: the needed parts of a report. */
interface WithOutcomes {
  readonly takenAt: string;
  readonly outcomes: readonly Outcome[];
}

/**
 * Accepts the findings of a report, except the suppressed ones: when the suppression ends, they appear again.
 *
 * @param previous - an earlier baseline: then only its findings that still exist are kept, so that a fixed finding is new
 * when it returns, and no new finding is accepted inadvertently
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
      // What was not checked, or not completely, is not fixed.
      ...(previous?.findings ?? []).filter(({ code, fingerprint }) => !answered.has(code) && !seen.has(fingerprint)),
    ],
  };
}

/** Whether a value from outside is a baseline, or a report that can be used as one; checks only the parts that are used. */
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

/** The fingerprints that a baseline, or a whole report used as one, accepts. */
export function acceptedBy(baseline: Baseline | WithOutcomes): ReadonlySet<string> {
  const { findings } = 'findings' in baseline ? baseline : baselineOf(baseline);
  return new Set(findings.map(({ fingerprint }) => fingerprint));
}
