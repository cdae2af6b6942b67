import { diagnose } from '../diagnose.js';
import type { Diagnosis } from '../diagnosis.js';
import { projectName, sidesOf } from '../named-things.js';
import type { NamedConfiguration } from './cleanup-target.js';

/** What an error text says about stale configuration. */
interface StaleInText {
  /** What it names: maps by their sides, or projects. */
  readonly targets: readonly NamedConfiguration[];
  /** The problem that it reports, where that is stale configuration. */
  readonly problem: Diagnosis | undefined;
}

/** Problems whose cause is stale configuration; others only may come from it. */
const staleTopics: ReadonlySet<string> = new Set([
  'DWDVEV1004',
  'DWFOEV1004',
  'DWDVEV9304',
  'DWFOEV9307',
  'recently-changed-dataverse',
  'stale-link-after-copy',
]);

/** What can be cleaned up according to an error text. */
export function targetsInText(text: string): StaleInText {
  // The end of a project name is not the start of the name of a map.
  const stale = diagnose(text.replace(projectName, ',')).filter(({ id }) => staleTopics.has(id));
  if (stale.length === 0) return { targets: [], problem: undefined };
  const projects = distinct(text.match(projectName) ?? []);
  const maps = distinct(stale.flatMap(({ captures }) => captures.maps ?? []));
  const entities = distinct(stale.flatMap(({ captures }) => captures.entity ?? []));
  // A plug-in names the table only, which is then both.
  const tables = distinct(stale.flatMap(({ captures }) => captures.table ?? [])).filter(
    (table) => !entities.includes(table),
  );
  const targets = [
    ...projects.map((projectName) => ({ projectName })),
    ...maps.map(sidesOf),
    ...withTable(entities, tables),
  ];
  return { targets, problem: stale[0] };
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

/** One entity and one table are the sides of one map; with several, it is not known which belong together. */
function withTable(entities: readonly string[], tables: readonly string[]): readonly NamedConfiguration[] {
  const [finopsEntity] = entities;
  const [dataverseTable] = tables;
  return entities.length === 1 && tables.length === 1 && finopsEntity !== undefined && dataverseTable !== undefined
    ? [{ finopsEntity, dataverseTable }]
    : entities.map((entity) => ({ finopsEntity: entity }));
}
