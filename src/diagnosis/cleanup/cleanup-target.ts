import type { Subject } from '../../rules/verdict.js';

/**
 * What a plan removes: rows that a finding of a report proves to be left over, or what somebody names without such a proof.
 * @public
 */
export type CleanupTarget = StaleProject | StaleFields | StaleRuntime | NamedConfiguration;

/**
 * Rows of finance and operations that belong to one project.
 * @public
 */
export interface StaleProject {
  readonly type: 'project-configuration';
  /** What proves that the rows are left over. */
  readonly findings: readonly NamedFinding[];
  /** Blank if the rows have no project name. */
  readonly projectName: string;
  /** The rows; `null` if the report does not list them, as those of earlier versions do not. */
  readonly rows: readonly StaleRow[] | null;
  /** How many rows have this project name; the others are kept. `null` if the report does not say so. */
  readonly rowsOfProject: number | null;
  /** What is accepted about the same rows by findings that do not decide whether they are left over. */
  readonly accepted: readonly AcceptedFinding[];
}

/**
 * Rows that are equal in what distinguishes the rows of a project.
 * @public
 */
export interface StaleRow {
  readonly projectName: string;
  readonly finopsEntity: string;
  readonly dataverseTable: string;
  /** The host of the address; `''` if that is blank, `null` if it cannot be read. */
  readonly address: string | null;
  /** Only those of them that are marked as deleted. */
  readonly isMarkedDeleted: boolean;
  /** Whether a map of the environment has this row. */
  readonly map: 'none' | 'off' | 'listed';
  /** How many rows are like this. */
  readonly rows: number;
}

/**
 * Field configurations of finance and operations without a project configuration.
 * @public
 */
export interface StaleFields {
  readonly type: 'field-configuration';
  readonly findings: readonly NamedFinding[];
  /** Blank if the rows have no project name. */
  readonly projectName: string;
  readonly rows: number | null;
}

/**
 * A runtime configuration of Dataverse.
 * @public
 */
export interface StaleRuntime {
  readonly type: 'runtime-configuration';
  readonly findings: readonly NamedFinding[];
  readonly runtimeConfigurationId: string;
  /** `accounts - Customers V3` */
  readonly mapName: string | null;
  readonly map: 'none' | 'off';
}

/**
 * A map by its sides, a project, or a runtime configuration by its id. Nothing proves that its rows are left over, so a plan only finds
 * them, and leaves it to a person to decide.
 * @public
 */
export interface NamedConfiguration {
  readonly type?: undefined;
  readonly finopsEntity?: string | undefined;
  readonly dataverseTable?: string | undefined;
  readonly projectName?: string | undefined;
  readonly runtimeConfigurationId?: string | undefined;
}

/**
 * A finding of a report, as the plan names it.
 * @public
 */
export interface NamedFinding {
  readonly code: string;
  readonly message: string;
}

/**
 * A finding that a suppression or the baseline accepts.
 * @public
 */
export interface AcceptedFinding extends NamedFinding {
  readonly subject: Subject;
  /** Why it is accepted, in the words of the suppression. */
  readonly reason: string;
  /** Until when, and by whom; absent in a baseline. */
  readonly expires?: string | undefined;
  readonly owner?: string | undefined;
}

/**
 * An accepted finding whose rows are kept.
 * @public
 */
export interface KeptFinding extends AcceptedFinding {
  /** Rules whose open findings name some of these rows too. They are kept for as long as this finding is accepted. */
  readonly alsoFoundBy: readonly string[];
}
