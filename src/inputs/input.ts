import type { ActivityEvent } from '../activity/activity-event.js';
import type { RecordedAnswer } from '../adapters/recorded/recorded-answer.js';
import type { AlertSetting } from '../alerts/alert-setting.js';
import type { SyncErrorEvent } from '../alerts/sync-error-event.js';
import type { Explanation } from '../diagnosis/explain.js';
import type { Facts } from '../facts/schemas.js';
import type { PartialSnapshot, Snapshot } from '../facts/snapshot.js';
import type { Baseline } from '../govern/baseline.js';
import type { HealthReport } from '../report/report.js';
import type { SyncErrorRecord } from '../sync-errors/record.js';

/** What every input says of itself. */
export interface AboutInput {
  /** What it is called: the name of its file, for example. */
  readonly name?: string | undefined;
  /** What it would need to be whole, each a phrase without a period: `page 1; more follow`. */
  readonly lacks: readonly string[];
}

/**
 * What {@link recognize} makes of a file or a text: plain data, discriminated by `kind`.
 * @public
 */
export type Input = AboutInput &
  (
    | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
    | { readonly kind: 'facts'; readonly facts: PartialSnapshot }
    | {
        readonly kind: 'report';
        readonly report: HealthReport;
        /** What was said beside it about the cause of an error text. */
        readonly explanations?: readonly Explanation[] | undefined;
      }
    | { readonly kind: 'baseline'; readonly baseline: Baseline }
    /** Two reports or two snapshots, compared. */
    | { readonly kind: 'comparison'; readonly comparison: object }
    /** Saved maps; each document is what `readMapRows` takes. */
    | { readonly kind: 'map-rows'; readonly documents: readonly unknown[] }
    /** Not compared with its checksums yet: `verifyBackup` does that. */
    | { readonly kind: 'map-backup'; readonly backup: unknown }
    /** The `.zip` of a solution, which `readSolution` reads. */
    | { readonly kind: 'solution'; readonly bytes: Uint8Array }
    /** A file of an unpacked solution; `path` is its place in it, with `/`. */
    | { readonly kind: 'solution-part'; readonly path: string; readonly text: string }
    | { readonly kind: 'har' | 'gateway-capture' | 'service-answer'; readonly answers: readonly RecordedAnswer[] }
    /** Metadata of tables: answers about them, or tables that a file describes by itself. */
    | {
        readonly kind: 'table-metadata';
        readonly answers: readonly RecordedAnswer[];
        readonly tables: Facts['tableMetadata'];
      }
    | {
        readonly kind: 'sync-errors';
        readonly records: readonly SyncErrorRecord[];
        /** For a table with captions: what each column was taken for; `null` for one that is not known. */
        readonly columns?: Readonly<Record<string, keyof SyncErrorRecord | null>> | undefined;
      }
    | {
        readonly kind: 'activity-log';
        readonly events: readonly ActivityEvent[];
        /** The time against which `activity` judged open states, where it wrote this. */
        readonly judgedAt?: string | undefined;
      }
    | { readonly kind: 'alert-settings'; readonly settings: readonly AlertSetting[] }
    | { readonly kind: 'alert-events'; readonly events: readonly SyncErrorEvent[] }
    | { readonly kind: 'request-plan'; readonly plan: object }
    /** What another command wrote as JSON; `of` is its kind. */
    | { readonly kind: 'result'; readonly of: string; readonly value: object }
    | { readonly kind: 'config'; readonly config: object }
    | { readonly kind: 'error-text'; readonly text: string }
    /** `looksLike` continues "it looks like"; `expected` says what would have been understood. */
    | { readonly kind: 'unknown'; readonly looksLike: string; readonly expected: string }
  );

/**
 * The kinds of {@link Input}.
 * @public
 */
export type InputKind = Input['kind'];

/**
 * The input of one kind.
 * @public
 */
export type InputOf<Kind extends InputKind> = Input & { readonly kind: Kind };

/**
 * What is known of a file beside its content.
 * @public
 */
export interface InputOrigin {
  /** The name of the file, with its folders if it is one of several; it helps where the content does not decide. */
  readonly name?: string | undefined;
  /** The address that an answer was read from. */
  readonly address?: string | undefined;
}
