import { isBlank, nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';

type EntityMap = Facts['entityMaps'][number];

/** What configuration rows and maps have in common. */
interface Matchable {
  readonly projectName?: string | null | undefined;
  readonly dataverseTable: string;
  readonly finopsEntity: string;
}

/** Rows by project name and by pair of table and entity. */
export interface MatchIndex<Row extends Matchable> {
  readonly byProject: ReadonlyMap<string, readonly Row[]>;
  readonly byPair: ReadonlyMap<string, readonly Row[]>;
}

/** Prepares maps for {@link matching}. */
export function indexMaps(maps: Facts['entityMaps']): MatchIndex<EntityMap> {
  return indexForMatching(maps);
}

/** Prepares project configurations for {@link matching}. */
export function indexProjectConfigurations(
  configurations: Facts['projectConfigurations'],
): MatchIndex<Facts['projectConfigurations'][number]> {
  return indexForMatching(configurations);
}

function indexForMatching<Row extends Matchable>(rows: readonly Row[]): MatchIndex<Row> {
  const byProject = new Map<string, Row[]>();
  const byPair = new Map<string, Row[]>();
  for (const row of rows) {
    if (!isBlank(row.projectName)) add(byProject, nameKey(row.projectName), row);
    add(byPair, pairKey(row), row);
  }
  return { byProject, byPair };
}

function add<Row>(index: Map<string, Row[]>, key: string, row: Row): void {
  const rows = index.get(key);
  if (rows === undefined) index.set(key, [row]);
  else rows.push(row);
}

/**
 * What a row matches: what has the same project name, and what has the same pair of table and entity.
 * What lacks a project name is matched by the pair alone.
 */
export function matching<Row extends Matchable>(row: Matchable, index: MatchIndex<Row>): readonly Row[] {
  const ofPair = index.byPair.get(pairKey(row)) ?? [];
  const ofProject = isBlank(row.projectName) ? [] : (index.byProject.get(nameKey(row.projectName)) ?? []);
  if (ofProject.length === 0) return ofPair;
  return ofPair.length === 0 ? ofProject : [...ofProject, ...ofPair];
}

/** The length of the first name keeps the two apart, whatever characters they hold. */
function pairKey({ dataverseTable, finopsEntity }: Matchable): string {
  const table = nameKey(dataverseTable);
  return `${table.length} ${table} ${nameKey(finopsEntity)}`;
}
