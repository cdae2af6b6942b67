import type { HealthReport } from '../../report/report.js';
import type { Performer } from '../../rules/remediation/remediation.js';
import type { CleanupTarget } from './cleanup-target.js';
import { sqlText } from './sql-text.js';
import { targetsOf } from './targets-of-report.js';

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

/**
 * How to clean up stale configuration on each side, in order: `before`, one of the options of `finops`, then
 * `dataverse`, then `after`.
 * @public
 */
export interface CleanupPlan {
  readonly schemaVersion: 1;
  readonly targets: readonly CleanupTarget[];
  readonly before: readonly CleanupStep[];
  /** Two alternatives: use one. */
  readonly finops: {
    /** For every environment. */
    readonly excelAddIn: readonly CleanupStep[];
    /** For development environments, whose database can be reached. */
    readonly database: readonly CleanupStep[];
  };
  readonly dataverse: readonly CleanupStep[];
  readonly after: readonly CleanupStep[];
}

/**
 * The steps that remove stale configuration, to be reviewed and carried out by a person.
 *
 * @param stale - a report, whose findings of DWDVEV1004, DWFOEV1004, DWDVEV9304 and DWFOEV9307 are taken; or what is stale
 * @returns a plan; without targets its parts are empty
 *
 * Sources: *Troubleshoot live synchronization issues* (2020-03-16) for the database, and its later edition for the Excel
 * add-in and the runtime configurations; *Request credentials to access product database* (2024-06-06).
 *
 * @example
 * ```ts
 * cleanupPlan([{ finopsEntity: 'Customers V3', dataverseTable: 'accounts' }]).finops.database;
 * ```
 * @public
 */
export function cleanupPlan(stale: HealthReport | readonly CleanupTarget[]): CleanupPlan {
  const targets = 'outcomes' in stale ? targetsOf(stale) : stale.filter(isNamed);
  const isNeeded = targets.length > 0;
  const inFinops = targets.filter(({ projectName, finopsEntity }) => (projectName ?? finopsEntity) !== undefined);
  const inDataverse = targets.filter(
    ({ runtimeConfigurationId, dataverseTable }) => (runtimeConfigurationId ?? dataverseTable) !== undefined,
  );
  return {
    schemaVersion: 1,
    targets,
    before: isNeeded ? [stopMaps(targets)] : [],
    finops: {
      excelAddIn: inFinops.length > 0 ? [deleteWithExcel(inFinops)] : [],
      database: inFinops.length > 0 ? [lookInDatabase(inFinops), deleteInDatabase(inFinops)] : [],
    },
    dataverse: inDataverse.length > 0 ? [lookInDataverse(inDataverse), deleteInDataverse(inDataverse)] : [],
    after: isNeeded ? [startMaps(targets), verify] : [],
  };
}

function isNamed(target: CleanupTarget): boolean {
  return Object.values(target).some((value) => typeof value === 'string' && value.trim() !== '');
}

const finopsAdministrator: readonly Performer[] = ['finops-system-administrator'];
const dataverseAdministrator: readonly Performer[] = ['dataverse-system-administrator'];

function stopMaps(targets: readonly CleanupTarget[]): CleanupStep {
  return {
    title: 'Stop the affected maps',
    details: [
      'On the Dual-write page, select each of them and choose Stop. If the environments have been linked again since, stop all maps.',
      'A map that is Initializing or Resuming offers no action: wait until it is Running.',
      ...namesOf(targets),
    ],
    performedBy: finopsAdministrator,
    destroys: null,
  };
}

function startMaps(targets: readonly CleanupTarget[]): CleanupStep {
  return {
    title: 'Start the maps that you need',
    details: ['Starting a map writes its configuration again, on both sides.', ...namesOf(targets)],
    performedBy: finopsAdministrator,
    destroys: null,
  };
}

const verify: CleanupStep = {
  title: 'Make sure that it works',
  details: [
    'For each map, create one test record on each side, and check that it arrives on the other.',
    'Capture the facts again and run the check: DWDVEV1004 and DWFOEV1004 must pass.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  destroys: null,
};

function lookInDatabase(targets: readonly CleanupTarget[]): CleanupStep {
  return {
    title: 'Review the rows before anything is deleted',
    details: [
      'Use this option only if you have access to the database of finance and operations: with SQL Server Management Studio on a cloud-hosted development machine, with the credentials of Tools > SQL Credentials for Dynamics 365 FinOps (Visual Studio) in a unified developer environment, or with access on request to a sandbox of Lifecycle Services. Production has no such access: use the Excel add-in.',
      'While the maps are stopped, the remaining rows are leftovers. Compare EXTERNALENVIRONMENTURL with the linked address, and note these columns of the rows that you will delete. Do not read other columns: two of them are connection strings.',
    ],
    statements: targets.flatMap((target) => [
      `SELECT PROJECTNAME, EXTERNALENVIRONMENTURL, INTERNALENTITYNAME, EXTERNALENTITYNAME\nFROM DUALWRITEPROJECTCONFIGURATION\nWHERE ${condition(target)};`,
      `SELECT PROJECTNAME\nFROM DUALWRITEPROJECTFIELDCONFIGURATION\nWHERE ${fieldCondition(target)};`,
    ]),
    performedBy: ['finops-system-administrator', 'developer'],
    destroys: null,
  };
}

function deleteInDatabase(targets: readonly CleanupTarget[]): CleanupStep {
  const deletions = targets.flatMap((target) => {
    const leftOver = leftOverCondition(target);
    if (leftOver === undefined) return [];
    return [
      // The field rows first: they are found through the projects. Those of rows that are kept are kept too.
      ...(target.keep === undefined
        ? [`DELETE FROM DUALWRITEPROJECTFIELDCONFIGURATION\nWHERE ${fieldCondition(target)};`]
        : []),
      `DELETE FROM DUALWRITEPROJECTCONFIGURATION\nWHERE ${leftOver};`,
    ];
  });
  return {
    title: 'Delete those rows',
    details: [
      ...targets
        .filter(({ keep }) => keep?.kind === 'not-known')
        .map((target) => `There is no statement for ${describeInFinops(target)}: ${notKnownInWords}.`),
      'Run all statements together: they end with a rollback.',
      'If the numbers of deleted rows match the rows that you reviewed, run the statements again with COMMIT TRANSACTION instead of the last line.',
    ],
    statements: ['SET XACT_ABORT ON;\nBEGIN TRANSACTION;', ...deletions, 'ROLLBACK TRANSACTION;'],
    performedBy: ['finops-system-administrator', 'developer'],
    destroys: 'The rows that are deleted from both tables. Deleting those of a running map ends its synchronization.',
  };
}

function deleteWithExcel(targets: readonly CleanupTarget[]): CleanupStep {
  return {
    title: 'Delete the rows with the Excel add-in',
    details: [
      'Open the Excel add-in in design mode, connect it to finance and operations, and add the data entity DualWriteProjectConfigurationEntity with the columns ProjectName, ExternalEnvironmentUrl, InternalEntityName and ExternalEntityName.',
      'Keep a copy of these columns: it is your record of the original rows. Do not copy other columns, because two of them are connection strings.',
      ...targets.map(deletionInWords),
      'Select Publish, refresh, and check that they are gone.',
    ],
    performedBy: finopsAdministrator,
    destroys: 'The configuration rows that are deleted. Deleting those of a running map ends its synchronization.',
  };
}

function lookInDataverse(targets: readonly CleanupTarget[]): CleanupStep {
  return {
    title: 'Find the runtime configurations',
    details: [
      'In the Power Apps maker portal, pick the Dataverse environment, select Tables > All, search for the table msdyn_dualwriteruntimeconfig (Dual Write Runtime Configuration), and open its rows.',
      ...targets.map((target) => `Look for ${describeInDataverse(target)}.`),
      'Export the list: it is your record of the original rows.',
    ],
    performedBy: dataverseAdministrator,
    destroys: null,
  };
}

function deleteInDataverse(targets: readonly CleanupTarget[]): CleanupStep {
  return {
    title: 'Delete the runtime configurations',
    details: targets.map((target) => `Delete the row with ${describeInDataverse(target)}.`),
    performedBy: dataverseAdministrator,
    destroys:
      'The runtime configurations that are deleted. Without them Dataverse sends no changes until the map is started again.',
  };
}

/** A project name says exactly which rows; the two sides of a map find everything it left behind. */
function condition({ projectName, finopsEntity, dataverseTable }: CleanupTarget): string {
  if (projectName !== undefined) return `PROJECTNAME = ${sqlText(projectName)}`;
  const sides = [
    finopsEntity === undefined ? [] : [`INTERNALENTITYNAME = ${sqlText(finopsEntity)}`],
    dataverseTable === undefined ? [] : [`EXTERNALENTITYNAME = ${sqlText(dataverseTable)}`],
  ];
  return sides.flat().join(' AND ');
}

/** The rows to delete, or `undefined` if no condition distinguishes them from those to keep. */
function leftOverCondition(target: CleanupTarget): string | undefined {
  const { keep } = target;
  switch (keep?.kind) {
    case undefined:
      return condition(target);
    case 'linked-address':
      return [condition(target), ...addressesOf(keep.host).map(isNotLike)].join(' AND ');
    case 'not-deleted':
      return `${condition(target)} AND ISDELETE = 1`;
    case 'not-known':
      return undefined;
  }
}

/** Both ways in which an address names one Dataverse environment. */
function addressesOf(host: string): readonly string[] {
  return [host, host.replace('.crm', '.api.crm')];
}

function isNotLike(host: string): string {
  return `EXTERNALENVIRONMENTURL NOT LIKE ${sqlText(`%//${host}%`)}`;
}

function deletionInWords(target: CleanupTarget): string {
  const rows = `Delete the rows with ${describeInFinops(target)}`;
  switch (target.keep?.kind) {
    case undefined:
      return `${rows}; a map leaves two of them.`;
    case 'linked-address':
      return `${rows} whose ExternalEnvironmentUrl does not point to ${target.keep.host}; keep the others.`;
    case 'not-deleted':
      return `${rows} whose IsDelete is Yes (add that column too); keep the others.`;
    case 'not-known':
      return `Of the rows with ${describeInFinops(target)}, delete only those that the finding names: ${notKnownInWords}.`;
  }
}

const notKnownInWords = 'other rows of this project are correct, and only a person can distinguish them';

function fieldCondition(target: CleanupTarget): string {
  if (target.projectName !== undefined) return condition(target);
  return `PROJECTNAME IN (SELECT PROJECTNAME FROM DUALWRITEPROJECTCONFIGURATION WHERE ${condition(target)})`;
}

function namesOf(targets: readonly CleanupTarget[]): readonly string[] {
  const names = targets.flatMap(({ finopsEntity, dataverseTable }) =>
    (finopsEntity ?? dataverseTable) === undefined ? [] : [[finopsEntity, dataverseTable].filter(Boolean).join(' – ')],
  );
  return [...new Set(names)].map((name) => `Map: ${name}`);
}

function describeInFinops({ projectName, finopsEntity, dataverseTable }: CleanupTarget): string {
  if (projectName !== undefined) return `the project name ${projectName}`;
  const sides = [
    finopsEntity === undefined ? [] : [`the internal entity name ${finopsEntity}`],
    dataverseTable === undefined ? [] : [`the external entity name ${dataverseTable}`],
  ];
  return sides.flat().join(' and ');
}

function describeInDataverse({ runtimeConfigurationId, finopsEntity, dataverseTable }: CleanupTarget): string {
  if (runtimeConfigurationId !== undefined) return `the id ${runtimeConfigurationId}`;
  const sides = [
    dataverseTable === undefined ? [] : [`the internal entity name ${dataverseTable}`],
    finopsEntity === undefined ? [] : [`the external entity name ${finopsEntity}`],
  ];
  return sides.flat().join(' and ');
}
