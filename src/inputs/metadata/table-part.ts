import { nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';

/** A row of the fact `tableMetadata`. */
export type Table = Facts['tableMetadata'][number];

/** What one source says about a table. */
export interface TablePart {
  readonly source: TableSource;
  readonly table: Table;
  /** Whether its columns are all that the table has. */
  readonly hasAllColumns: boolean;
  /** By which the parts of one table find each other. */
  readonly keys: readonly string[];
}

/**
 * From where a part comes, the one that knows most first: an answer of a metadata service; a row of the fact or a `$metadata`
 * document; what dual-write keeps of a table, which may be older than the table.
 */
export const tableSources = ['metadata-service', 'description', 'capture'] as const;

export type TableSource = (typeof tableSources)[number];

/** A row that lists all columns of its table, or none. */
export function partOfRow(table: Table, source: TableSource): TablePart {
  return { source, table, hasAllColumns: table.columns != null, keys: keysOf(table, source) };
}

/**
 * The names by which a table is distinguished from others. In Dataverse the name of a set may be the name of another table, so both are
 * kept apart. Two parts of an entity are one if they agree in two names, because the name of one may be the set of another.
 */
function keysOf({ side, name, otherNames }: Table, source: TableSource): readonly string[] {
  if (side === 'dataverse') {
    const logicalNames = source === 'capture' ? [] : (otherNames ?? []);
    return dataverseKeys(name, logicalNames);
  }
  return entityKeys([name, ...(otherNames ?? [])]);
}

export function dataverseKeys(setName: string | undefined, logicalNames: readonly string[]): readonly string[] {
  const sets = setName === undefined ? [] : [`set ${nameKey(setName)}`];
  return [...sets, ...logicalNames.map((name) => `table ${nameKey(name)}`)];
}

export function entityKeys(names: readonly string[]): readonly string[] {
  const all = [...new Set(names.map(nameKey))].sort().slice(0, mostNames);
  const pairs = all.flatMap((one, index) => all.slice(index + 1).map((other) => `entity ${one} ${other}`));
  return pairs.length > 0 ? pairs : all.map((one) => `entity ${one}`);
}

/** An entity has four. */
const mostNames = 8;
