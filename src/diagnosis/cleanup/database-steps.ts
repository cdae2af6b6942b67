// cspell:ignore nvarchar
import type { CleanupStep } from './cleanup-step.js';
import type { CleanupTarget, NamedConfiguration, StaleFields, StaleProject, StaleRow } from './cleanup-target.js';
import { sqlComment, sqlText } from './sql-text.js';
import { countOf, isNamed, namedInFinops, projectInWords, rowInWords, rowsInWords } from './targets-in-words.js';

/** What is done about one target in the database. */
interface Deletion {
  readonly review: readonly string[];
  readonly statements: readonly string[];
  /** Why something has no statement. */
  readonly withoutStatement: readonly string[];
}

/** How rows of finance and operations are deleted where the database can be reached: looked at first, and rolled back in the end. */
export function databaseSteps(targets: readonly CleanupTarget[]): readonly CleanupStep[] {
  const deletions = targets.flatMap((target) => deletionOf(target) ?? []);
  if (deletions.length === 0) return [];
  const isNamedOnly = targets.some(isNamed);
  return [
    {
      title: 'Review the rows before anything is deleted',
      details: [
        'Use this option only if you have access to the database of finance and operations: with SQL Server Management Studio on a cloud-hosted development machine, with the credentials of Tools > SQL Credentials for Dynamics 365 FinOps (Visual Studio) in a unified developer environment, or with just-in-time access to a sandbox of Lifecycle Services. The database of production cannot be reached: use the product instead.',
        'Compare EXTERNALENVIRONMENTURL with the linked address, and note these columns of the rows that you will delete. Do not read other columns: two of them are connection strings.',
      ],
      statements: deletions.flatMap(({ review }) => review),
      performedBy: ['finops-system-administrator', 'developer'],
      destroys: null,
    },
    {
      title: 'Delete those rows',
      details: [
        ...deletions.flatMap(({ withoutStatement }) => withoutStatement),
        ...(isNamedOnly ? [fillIn] : []),
        'Run all statements together: they end with a rollback.',
        'If the numbers of deleted rows match the comments and the rows that you reviewed, run the statements again with COMMIT TRANSACTION instead of the last line.',
      ],
      statements: [
        'SET XACT_ABORT ON;\nBEGIN TRANSACTION;',
        ...(isNamedOnly
          ? [`DECLARE @LeftOverAddress nvarchar(1000) = N'<address of the rows that are left over>';`]
          : []),
        ...deletions.flatMap(({ statements }) => statements),
        'ROLLBACK TRANSACTION;',
      ],
      performedBy: ['finops-system-administrator', 'developer'],
      destroys: 'The rows that are deleted from both tables. Deleting those of a running map ends its synchronization.',
    },
  ];
}

const fillIn =
  'Nothing proves which rows are left over, so the statements delete none until you replace the text of @LeftOverAddress with the EXTERNALENVIRONMENTURL of rows of which you made sure that they are left over.';

function deletionOf(target: CleanupTarget): Deletion | undefined {
  switch (target.type) {
    case 'project-configuration':
      return deletionOfProject(target);
    case 'field-configuration':
      return deletionOfFields(target);
    case 'runtime-configuration':
      return undefined;
    case undefined:
      return deletionOfNamed(target);
  }
}

function deletionOfProject({ projectName, rows, rowsOfProject }: StaleProject): Deletion {
  const review = [selectProjects(projectIs(projectName)), selectFields(projectIs(projectName))];
  if (rows === null) {
    const why = `There is no statement for ${projectInWords(projectName)}: the report does not list its rows. Make it again with this version.`;
    return { review, statements: [], withoutStatement: [why] };
  }
  const readable = rows.filter(({ address }) => address !== null);
  const unreadable = rows.filter(({ address }) => address === null);
  const areAllDeleted = unreadable.length === 0 && countOf(rows) === rowsOfProject;
  return {
    review,
    statements: [...readable.map(deleteProjectRows), ...(areAllDeleted ? [deleteFields(projectName)] : [])],
    withoutStatement: unreadable.map(
      (row) =>
        `There is no statement for ${rowsInWords(row.rows)} with ${projectInWords(row.projectName)}, ${rowInWords(row)}: delete them with the Excel add-in.`,
    ),
  };
}

function deletionOfFields({ projectName }: StaleFields): Deletion {
  return {
    review: [selectFields(projectIs(projectName))],
    statements: [deleteFields(projectName)],
    withoutStatement: [],
  };
}

function deletionOfNamed(target: NamedConfiguration): Deletion | undefined {
  if (namedInFinops(target) === '') return undefined;
  const rows = conditionOf(target);
  const address = 'EXTERNALENVIRONMENTURL = @LeftOverAddress';
  return {
    review: [selectProjects(rows)],
    statements: [`DELETE FROM DUALWRITEPROJECTCONFIGURATION\nWHERE ${[...rows, address].join('\n  AND ')};`],
    withoutStatement: [],
  };
}

function deleteProjectRows(row: StaleRow): string {
  const what = sqlComment(`${rowsInWords(row.rows)} with ${projectInWords(row.projectName)}, ${rowInWords(row)}`);
  const conditions = [
    ...projectIs(row.projectName),
    `INTERNALENTITYNAME = ${sqlText(row.finopsEntity)}`,
    `EXTERNALENTITYNAME = ${sqlText(row.dataverseTable)}`,
    addressIs(row.address ?? ''),
    ...(row.isMarkedDeleted ? ['ISDELETE = 1'] : []),
  ];
  return `${what}\nDELETE FROM DUALWRITEPROJECTCONFIGURATION\nWHERE ${conditions.join('\n  AND ')};`;
}

/** The condition makes the statement safe where somebody has started the map since: then its project has rows again. */
function deleteFields(projectName: string): string {
  const what = sqlComment(
    `Field configurations with ${projectInWords(projectName)}, if no project configuration has it`,
  );
  const [isProject] = projectIs(projectName);
  return `${what}\nDELETE FROM DUALWRITEPROJECTFIELDCONFIGURATION\nWHERE ${isProject}\n  AND NOT EXISTS (SELECT 1 FROM DUALWRITEPROJECTCONFIGURATION WHERE ${isProject});`;
}

function selectProjects(conditions: readonly string[]): string {
  return `SELECT PROJECTNAME, EXTERNALENVIRONMENTURL, INTERNALENTITYNAME, EXTERNALENTITYNAME, ISDELETE\nFROM DUALWRITEPROJECTCONFIGURATION\nWHERE ${conditions.join('\n  AND ')};`;
}

function selectFields(conditions: readonly string[]): string {
  return `SELECT PROJECTNAME\nFROM DUALWRITEPROJECTFIELDCONFIGURATION\nWHERE ${conditions.join('\n  AND ')};`;
}

function projectIs(projectName: string): readonly [string] {
  return [`PROJECTNAME = ${sqlText(projectName)}`];
}

function conditionOf({ projectName, finopsEntity, dataverseTable }: NamedConfiguration): readonly string[] {
  if (projectName !== undefined) return projectIs(projectName);
  return [
    ...(finopsEntity === undefined ? [] : [`INTERNALENTITYNAME = ${sqlText(finopsEntity)}`]),
    ...(dataverseTable === undefined ? [] : [`EXTERNALENTITYNAME = ${sqlText(dataverseTable)}`]),
  ];
}

/** The host decides, as in the rules: with or without the scheme, the label of the API, a slash and what follows. */
function addressIs(host: string): string {
  if (host === '') return "EXTERNALENVIRONMENTURL = N''";
  const stored = "REPLACE(REPLACE(EXTERNALENVIRONMENTURL, N'https://', N''), N'.api.crm', N'.crm')";
  return `${stored} + N'/' LIKE ${sqlText(`${host.replace(/[[%_]/g, '[$&]')}/%`)}`;
}
