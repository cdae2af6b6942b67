import { guidKey, hostKey, nameKey, projectKeys, tableKeys } from '../src/facts/keys.js';
import type { Facts, Snapshot } from '../src/index.js';

/**
 * What the four measured rules find, as `CODE id`, in one pass by hand over each list, without an engine, messages or order. It
 * compares names as the rules do, and a test compares its answers with theirs.
 */
export function handWritten({ facts }: Snapshot): string[] {
  const value = <Name extends keyof Facts>(name: Name): Facts[Name] => {
    const fact = facts[name];
    if (fact?.status !== 'known') throw new Error(`${name} is not known`);
    return fact.value;
  };
  const link = value('link');
  if (!link.linked) throw new Error('the environments are not linked');
  const isMapped = mappedRows(value('entityMaps'));
  return [
    ...companies(value('companies'), link, value('teams')),
    ...runtimeConfigurations(value('runtimeConfigurations'), isMapped),
    ...projectConfigurations(value('projectConfigurations'), link, isMapped),
  ];
}

/** DWDVEV1003 and DWDVEV1007 */
function companies(rows: Facts['companies'], link: Facts['link'], teams: Facts['teams']): Iterable<string> {
  const linked = new Set(link.legalEntities.map(nameKey));
  linked.delete('');
  const absent = new Set(linked);
  const existing = new Set(teams.map(({ id }) => guidKey(id)));
  const active = rows.every((row) => row.active !== false)
    ? undefined
    : new Set(rows.filter((row) => row.active !== false).map(({ code }) => nameKey(code ?? '')));
  const found = new Set<string>();
  for (const { id, code, active: isActive, enabledForDualWrite, defaultOwningTeamId } of rows) {
    const key = nameKey(code ?? '');
    absent.delete(key);
    if (isActive === false && key !== '' && active?.has(key)) continue;
    if (!(enabledForDualWrite === true && isActive !== false) && !linked.has(key)) continue;
    const team = defaultOwningTeamId?.trim() ?? '';
    if (team === '' || !existing.has(guidKey(team)))
      found.add(`DWDVEV1007 ${key === '' ? guidKey(id) : (code ?? '').trim().toUpperCase()}`);
  }
  for (const code of absent) found.add(`DWDVEV1003 ${code.toUpperCase()}`);
  return found;
}

type Mappable = Pick<Facts['runtimeConfigurations'][number], 'projectName' | 'dataverseTable' | 'finopsEntity'>;

/** Whether a row has a map: of its entity and table, or of its project. */
function mappedRows(maps: Facts['entityMaps']): (row: Mappable) => boolean {
  const tablesOf = new Map<string, Set<string>>();
  const projects = new Set<string>();
  const partsOfProjects = new Set<string>();
  for (const { finopsEntity, dataverseTable, projectName } of maps) {
    const entity = nameKey(finopsEntity);
    const tables = tablesOf.get(entity) ?? new Set();
    tablesOf.set(entity, tables.add(nameKey(dataverseTable)));
    if (!projectName?.trim()) continue;
    const { key, parts } = projectKeys(projectName);
    projects.add(key);
    for (const part of parts) partsOfProjects.add(part);
  }

  // Few texts among many rows: each is read once.
  const byText = new Map<string, Map<string, boolean>>();
  const hasPair = ({ finopsEntity, dataverseTable }: Mappable): boolean => {
    const known = byText.get(finopsEntity)?.get(dataverseTable);
    if (known !== undefined) return known;
    const tables = tablesOf.get(nameKey(finopsEntity));
    const answer = tables !== undefined && tableKeys(dataverseTable).some((key) => tables.has(key));
    const ofEntity = byText.get(finopsEntity) ?? new Map();
    byText.set(finopsEntity, ofEntity.set(dataverseTable, answer));
    return answer;
  };
  const hasProject = ({ projectName }: Mappable): boolean => {
    if (projects.size === 0 || !projectName?.trim()) return false;
    const { key, parts } = projectKeys(projectName);
    return projects.has(key) || partsOfProjects.has(key) || parts.some((part) => projects.has(part));
  };
  return (row) => hasPair(row) || hasProject(row);
}

/** DWDVEV1004 */
function runtimeConfigurations(
  rows: Facts['runtimeConfigurations'],
  isMapped: (row: Mappable) => boolean,
): Iterable<string> {
  const found = new Set<string>();
  for (const row of rows) if (!isMapped(row)) found.add(`DWDVEV1004 ${guidKey(row.id)}`);
  return found;
}

/** DWFOEV1004 */
function projectConfigurations(
  rows: Facts['projectConfigurations'],
  link: Facts['link'],
  isMapped: (row: Mappable) => boolean,
): Iterable<string> {
  const linkedHost = hostKey(link.dataverseUrl);
  // Few addresses among many rows: each is read once.
  const addresses = new Map<string, boolean>();
  const isLinked = (url: string): boolean => {
    const known = addresses.get(url);
    if (known !== undefined) return known;
    const answer = url.trim() !== '' && (linkedHost === undefined || hostKey(url) === linkedHost);
    addresses.set(url, answer);
    return answer;
  };
  const found = new Map<string, string>();
  for (const row of rows) {
    if (isLinked(row.externalUrl) && isMapped(row)) continue;
    const id = row.projectName.trim() || `${row.dataverseTable.trim()} - ${row.finopsEntity.trim()}`;
    const earlier = found.get(id.toLowerCase());
    if (earlier === undefined || id < earlier) found.set(id.toLowerCase(), id);
  }
  return Array.from(found.values(), (id) => `DWFOEV1004 ${id}`);
}
