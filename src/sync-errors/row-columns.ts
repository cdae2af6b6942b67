import type { SyncErrorRecord } from './record.js';

/** A property of an error row. */
export type RowProperty = keyof SyncErrorRecord;

/** What each column was taken for; `null` for one that is not known, or that could be one of two. */
export type ColumnMapping = Readonly<Record<string, RowProperty | null>>;

/** The columns of a table, or the properties of one row of JSON. */
export interface RowColumns {
  readonly mapping: ColumnMapping;
  /** Where the column of each property is, from 0. */
  readonly places: ReadonlyMap<RowProperty, number>;
  /** Whether the name of the time says that it is in UTC. */
  readonly isInUtc: boolean;
}

/** Properties that no row can do without. */
export const requiredProperties: readonly RowProperty[] = ['id', 'integrationJob', 'entity', 'createdOn'];

/**
 * What columns are called: the property itself, the captions of the page and the terms of *Manage errors in dual-write async*,
 * 2026-01-14. Words that may mean something else, such as "name", "date" or "status", are not among them.
 */
const namesOf: Readonly<Record<RowProperty, readonly string[]>> = {
  id: ['id', 'error id', 'sync error id', 'synch error id', 'error record id', 'error row id', 'ReturnProperty_Id'],
  integrationJob: ['integration job', 'integration job name'],
  entity: ['entity', 'entity name'],
  dataSource: ['data source'],
  uniqueKey: ['unique key'],
  company: ['company', 'company reference', 'company code', 'legal entity', 'data area id'],
  code: ['code', 'error code', 'error codes'],
  message: ['message', 'error message'],
  category: ['category', 'error category', 'failure category'],
  createdOn: ['created on', 'created on (UTC)'],
};

const propertyByName: ReadonlyMap<string, RowProperty> = new Map(
  // Safe: these are the keys of the record above.
  (Object.keys(namesOf) as RowProperty[]).flatMap((property) =>
    namesOf[property].map((name) => [lettersOf(name), property] as const),
  ),
);

/**
 * Finds out which column is which, by names alone, in any letter case and spacing. Of two columns for one property the one with
 * its very name counts, else neither: nothing is guessed. Columns of Dataverse may have the prefix of a publisher.
 */
export function columnsOf(names: readonly string[]): RowColumns {
  const prefix = prefixOf(names);
  const found = names.map((name) => propertyOf(name, prefix));
  const places = new Map<RowProperty, number>();
  // Safe: as above.
  for (const property of Object.keys(namesOf) as RowProperty[]) {
    const candidates = [...found.keys()].filter((place) => found[place] === property);
    const exact = candidates.filter((place) => names[place] === property);
    const [only, ...more] = candidates.length > 1 && exact.length > 0 ? exact : candidates;
    if (only !== undefined && more.length === 0) places.set(property, only);
  }
  const taken = new Set(places.values());
  const time = names[places.get('createdOn') ?? -1] ?? '';
  return {
    // Twice the same name was taken for nothing, so both are null.
    mapping: Object.fromEntries(
      names.map((name, place) => [name.trim(), taken.has(place) ? (found[place] ?? null) : null]),
    ),
    places,
    isInUtc: lettersOf(time).endsWith('utc'),
  };
}

function propertyOf(name: string, prefix: string | undefined): RowProperty | undefined {
  const own = propertyByName.get(lettersOf(name));
  if (own !== undefined || prefix === undefined) return own;
  const trimmed = name.trim().toLowerCase();
  return trimmed.startsWith(prefix) ? propertyByName.get(lettersOf(trimmed.slice(prefix.length))) : undefined;
}

/** The prefix of a publisher, such as `msdyn_`: columns for at least two properties have it, and no other prefix is like that. */
function prefixOf(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) {
    const [, prefix = '', rest = ''] = /^\s*([a-z][a-z0-9]{1,7}_)([a-z_]+)\s*$/i.exec(name) ?? [];
    if (!propertyByName.has(lettersOf(name)) && propertyByName.has(lettersOf(rest))) {
      counts.set(prefix.toLowerCase(), (counts.get(prefix.toLowerCase()) ?? 0) + 1);
    }
  }
  const [only, ...more] = [...counts].filter(([, count]) => count > 1);
  return more.length === 0 ? only?.[0] : undefined;
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
