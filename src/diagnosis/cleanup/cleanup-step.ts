import type { Performer } from '../../rules/remediation/remediation.js';

/**
 * One thing to do.
 * @public
 */
export interface CleanupStep {
  readonly title: string;
  readonly details: readonly string[];
  /** SQL for SQL Server, to be read and run by a person; nothing here runs it. */
  readonly statements?: readonly string[];
  readonly performedBy: readonly Performer[];
  /** What is lost, or `null` when nothing is. */
  readonly destroys: string | null;
}
