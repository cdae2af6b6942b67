import type { HealthReport } from '../../report/report.js';
import type { CleanupStep } from './cleanup-step.js';
import type { CleanupTarget, KeptFinding, NamedConfiguration, NamedFinding } from './cleanup-target.js';
import { databaseSteps } from './database-steps.js';
import { dataverseSteps } from './dataverse-steps.js';
import { excelSteps, fieldSteps } from './finops-steps.js';
import { startMaps, stepsBefore, verify } from './map-steps.js';
import { staleFindings, type UnansweredRule } from './stale-findings.js';

/**
 * How to clean up stale configuration on each side, in order: `before`, one of the options of `finops`, then
 * `dataverse`, then `after`.
 * @public
 */
export interface CleanupPlan {
  readonly schemaVersion: 1;
  /** What is removed, and nothing else. */
  readonly targets: readonly CleanupTarget[];
  /** What is accepted, and therefore kept. */
  readonly kept: readonly KeptFinding[];
  /** Findings that have to be fixed first, because with them no row can be judged; then there are no targets. */
  readonly inTheWay: readonly NamedFinding[];
  /** Rules about stale configuration without a complete answer: nothing is planned for what they would have found. */
  readonly unknowns: readonly UnansweredRule[];
  readonly before: readonly CleanupStep[];
  /** `excelAddIn` and `fieldConfigurations` in any environment; `database` instead of both where the database can be reached. */
  readonly finops: {
    readonly excelAddIn: readonly CleanupStep[];
    /** Field configurations without a project, which the Excel add-in does not show. */
    readonly fieldConfigurations: readonly CleanupStep[];
    /** For databases that can be reached: never those of production. */
    readonly database: readonly CleanupStep[];
  };
  readonly dataverse: readonly CleanupStep[];
  readonly after: readonly CleanupStep[];
}

/**
 * The steps that remove stale configuration, to be reviewed and carried out by a person.
 *
 * @param stale - a report: exactly the rows that its findings of DWDVEV1004, DWFOEV1004, DWDVEV9304 and DWFOEV9307 name are planned,
 *   each in its own table, unless a finding is accepted; or names, for which nothing proves which rows are left over, so that the plan
 *   finds the rows and leaves the decision to a person
 * @returns a plan; without targets its steps are empty
 *
 * Sources: *Troubleshoot live synchronization issues* (2020-03-16) for the database, and its later edition for the Excel
 * add-in and the runtime configurations; *Enable just-in-time database access* and *Request credentials to access product database*
 * (2024-06-06) for what can be reached.
 *
 * @example
 * ```ts
 * cleanupPlan(report).finops.excelAddIn;
 * cleanupPlan([{ finopsEntity: 'Customers V3', dataverseTable: 'accounts' }]).before;
 * ```
 * @public
 */
export function cleanupPlan(stale: HealthReport | readonly NamedConfiguration[]): CleanupPlan {
  const found =
    'outcomes' in stale
      ? staleFindings(stale)
      : { targets: stale.filter(saysSomething), kept: [], inTheWay: [], unknowns: [] };
  const targets: readonly CleanupTarget[] = found.targets;
  return {
    schemaVersion: 1,
    ...found,
    before: stepsBefore(targets),
    finops: {
      excelAddIn: excelSteps(targets),
      fieldConfigurations: fieldSteps(targets),
      database: databaseSteps(targets),
    },
    dataverse: dataverseSteps(targets),
    after: targets.length === 0 ? [] : [...startMaps(targets), verify(targets)],
  };
}

function saysSomething(target: NamedConfiguration): boolean {
  return Object.values(target).some((value) => typeof value === 'string' && value.trim() !== '');
}
