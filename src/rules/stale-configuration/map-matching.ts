import { isBlank, nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import { activityOf, type MapActivity, moreActive } from './map-state.js';

/** What configuration rows and maps have in common. */
interface Matchable {
  readonly projectName?: string | null | undefined;
  readonly dataverseTable: string;
  readonly finopsEntity: string;
}

/**
 * What is known under each project name and under each pair of table and entity. A row matches what has the same project
 * name and what has the same pair; what lacks a project name is matched by the pair alone.
 */
export interface MatchIndex<Content> {
  readonly byProject: ReadonlyMap<string, Content>;
  readonly byPair: ReadonlyMap<string, Content>;
}

/** How active the maps under each key are together: rows need no more of them, however many maps share a key. */
export function indexMaps(maps: Facts['entityMaps']): MatchIndex<MapActivity> {
  return indexOf(maps, activityOf, moreActive);
}

/** Under which keys there is a project configuration. */
export function indexProjectConfigurations(configurations: Facts['projectConfigurations']): MatchIndex<true> {
  return indexOf(
    configurations,
    () => true,
    () => true,
  );
}

function indexOf<Row extends Matchable, Content>(
  rows: readonly Row[],
  contentOf: (row: Row) => Content,
  combine: (a: Content, b: Content) => Content,
): MatchIndex<Content> {
  const byProject = new Map<string, Content>();
  const byPair = new Map<string, Content>();
  for (const row of rows) {
    const content = contentOf(row);
    if (!isBlank(row.projectName)) put(byProject, nameKey(row.projectName), content);
    put(byPair, pairKey(row), content);
  }
  return { byProject, byPair };

  function put(index: Map<string, Content>, key: string, content: Content): void {
    const before = index.get(key);
    index.set(key, before === undefined ? content : combine(before, content));
  }
}

/** Whether a row matches anything in the index. */
export function matchesAny(row: Matchable, index: MatchIndex<unknown>): boolean {
  return index.byPair.has(pairKey(row)) || (!isBlank(row.projectName) && index.byProject.has(nameKey(row.projectName)));
}

/** How active the maps are that a row matches, together; `undefined` when it matches none. */
export function activityOfMatches(row: Matchable, index: MatchIndex<MapActivity>): MapActivity | undefined {
  const ofPair = index.byPair.get(pairKey(row));
  const ofProject = isBlank(row.projectName) ? undefined : index.byProject.get(nameKey(row.projectName));
  return ofPair === undefined || ofProject === undefined ? (ofPair ?? ofProject) : moreActive(ofPair, ofProject);
}

/** The length of the first name keeps the two apart, whatever characters they hold. */
function pairKey({ dataverseTable, finopsEntity }: Matchable): string {
  const table = nameKey(dataverseTable);
  return `${table.length} ${table} ${nameKey(finopsEntity)}`;
}
