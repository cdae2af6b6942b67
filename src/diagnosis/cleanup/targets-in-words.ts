import type { AcceptedFinding, CleanupTarget, NamedConfiguration, StaleProject, StaleRow } from './cleanup-target.js';

/** `2 rows` */
export function rowsInWords(count: number): string {
  return `${count} ${count === 1 ? 'row' : 'rows'}`;
}

/** A project of finance and operations, by its name or by what it lacks. */
export function projectInWords(projectName: string): string {
  return projectName === '' ? 'a blank project name' : `the project name ${projectName}`;
}

/** What identifies a row among those of its project, with the names of the columns in finance and operations. */
export function rowInWords({ finopsEntity, dataverseTable, address, isMarkedDeleted }: StaleRow): string {
  const columns = [
    `InternalEntityName ${finopsEntity || 'blank'}`,
    `ExternalEntityName ${dataverseTable || 'blank'}`,
    `ExternalEnvironmentUrl ${addressInWords(address)}`,
    ...(isMarkedDeleted ? ['IsDelete Yes'] : []),
  ];
  return columns.join(', ');
}

function addressInWords(address: string | null): string {
  if (address === null) return 'that is not an address';
  return address === '' ? 'blank' : `with the host ${address}`;
}

/** How many rows of a project are kept; `undefined` where that is not known. */
export function countOfOthers({ rows, rowsOfProject }: StaleProject): number | undefined {
  return rows === null || rowsOfProject === null ? undefined : Math.max(0, rowsOfProject - countOf(rows));
}

export function countOf(rows: readonly StaleRow[]): number {
  return rows.reduce((sum, row) => sum + row.rows, 0);
}

/** What an error text names, with the names of the columns in finance and operations. */
export function namedInFinops({ projectName, finopsEntity, dataverseTable }: NamedConfiguration): string {
  if (projectName !== undefined) return projectInWords(projectName);
  return sides(['the internal entity name', finopsEntity], ['the external entity name', dataverseTable]);
}

/** The same with the names of the columns in Dataverse, where the two sides are the reverse. */
export function namedInDataverse(target: NamedConfiguration): string {
  const { runtimeConfigurationId, finopsEntity, dataverseTable } = target;
  if (runtimeConfigurationId !== undefined) return `the id ${runtimeConfigurationId}`;
  return sides(['the internal entity name', dataverseTable], ['the external entity name', finopsEntity]);
}

function sides(...columns: readonly (readonly [string, string | undefined])[]): string {
  return columns.flatMap(([column, name]) => (name === undefined ? [] : [`${column} ${name}`])).join(' and ');
}

export function isNamed(target: CleanupTarget): target is NamedConfiguration {
  return target.type === undefined;
}

/** Why a finding is accepted, until when and by whom. */
export function acceptedInWords({ reason, expires, owner }: AcceptedFinding): string {
  const by = owner === undefined ? '' : ` by ${owner}`;
  const until = expires === undefined ? '' : ` until ${expires}`;
  return `accepted${by}${until}: ${reason}`;
}
