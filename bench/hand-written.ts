import type { Facts, Snapshot } from '../src/index.js';

/** What the four measured rules find, as `CODE id`, in one pass by hand: no engine, no messages, no order. */
export function handWritten({ facts }: Snapshot): string[] {
  const value = <Name extends keyof Facts>(name: Name): Facts[Name] => {
    const fact = facts[name];
    if (fact?.status !== 'known') throw new Error(`${name} is not known`);
    return fact.value;
  };
  const found: string[] = [];
  const key = (text: string) => text.trim().toLowerCase();
  const guid = (text: string) => key(text).replace(/^\{(.*)\}$/, '$1');
  const host = (url: string) => new URL(url).hostname.toLowerCase().replace(/\.api\.(crm\d*\.)/, '.$1');

  const link = value('link');
  const linked = new Set(link.legalEntities.map(key));
  const teams = new Set(value('teams').map(({ id }) => guid(id)));
  const codes = new Set<string>();
  for (const { code, enabledForDualWrite, defaultOwningTeamId } of value('companies')) {
    const companyKey = key(code ?? '');
    codes.add(companyKey);
    if (!enabledForDualWrite && !linked.has(companyKey)) continue;
    if (defaultOwningTeamId === null || !teams.has(guid(defaultOwningTeamId)))
      found.push(`DWDVEV1007 ${companyKey.toUpperCase()}`);
  }
  for (const code of linked) if (!codes.has(code)) found.push(`DWDVEV1003 ${code.toUpperCase()}`);

  const projects = new Set<string>();
  const pairs = new Set<string>();
  for (const { projectName, dataverseTable, finopsEntity } of value('entityMaps')) {
    if (projectName) projects.add(key(projectName));
    pairs.add(`${key(dataverseTable)}\n${key(finopsEntity)}`);
  }
  const isMapped = (row: { projectName?: string | null | undefined; dataverseTable: string; finopsEntity: string }) =>
    pairs.has(`${key(row.dataverseTable)}\n${key(row.finopsEntity)}`) ||
    (row.projectName != null && projects.has(key(row.projectName)));
  for (const row of value('runtimeConfigurations')) if (!isMapped(row)) found.push(`DWDVEV1004 ${guid(row.id)}`);

  const linkedHost = host(link.dataverseUrl ?? '');
  const hosts = new Map<string, string>();
  for (const row of value('projectConfigurations')) {
    let rowHost = hosts.get(row.externalUrl);
    if (rowHost === undefined) {
      rowHost = host(row.externalUrl);
      hosts.set(row.externalUrl, rowHost);
    }
    if (rowHost !== linkedHost || !isMapped(row)) found.push(`DWFOEV1004 ${row.projectName.trim()}`);
  }
  return found;
}
