import type { Coverage, UnknownReason } from '../facts/fact.js';
import { factNames, objectFacts } from '../facts/fact-names.js';
import { nameKey } from '../facts/keys.js';
import type { FactName } from '../facts/schemas.js';
import { factOf, type Snapshot } from '../facts/snapshot.js';

/**
 * What became different between two snapshots, fact by fact and row by row.
 * @public
 */
export interface SnapshotComparison {
  readonly schemaVersion: 1;
  readonly kind: 'snapshots';
  readonly before: { readonly environment: { readonly name: string }; readonly takenAt: string };
  readonly after: { readonly environment: { readonly name: string }; readonly takenAt: string };
  /** Facts that differ, in catalogue order. */
  readonly facts: readonly FactDifference[];
}

/**
 * How one fact differs. Rows are told apart by what people call them – company codes, names of teams, the two sides of a
 * map – because ids differ between environments.
 * @public
 */
export interface FactDifference {
  readonly fact: FactName;
  readonly before: FactState;
  readonly after: FactState;
  readonly added: readonly RowInShort[];
  readonly removed: readonly RowInShort[];
  readonly changed: readonly RowDifference[];
}

/**
 * How well a fact is known.
 * @public
 */
export type FactState = Coverage | UnknownReason;

/**
 * A row, by what people call it.
 * @public
 */
export interface RowInShort {
  readonly key: string;
}

/**
 * A row that is in both snapshots, with the properties that differ.
 * @public
 */
export interface RowDifference extends RowInShort {
  readonly properties: readonly { readonly name: string; readonly before: unknown; readonly after: unknown }[];
}

type Row = Readonly<Record<string, unknown>>;

/**
 * Compares two snapshots: drift between two dates, or between test and production. Between environments, ids are left out:
 * they differ always and mean nothing.
 *
 * @example
 * ```ts
 * compareSnapshots(test, production).facts.map(({ fact, added, removed }) => [fact, added, removed]);
 * ```
 * @public
 */
export function compareSnapshots(before: Snapshot, after: Snapshot): SnapshotComparison {
  const sameEnvironment = nameKey(before.environment.name) === nameKey(after.environment.name);
  return {
    schemaVersion: 1,
    kind: 'snapshots',
    before: { environment: before.environment, takenAt: before.takenAt },
    after: { environment: after.environment, takenAt: after.takenAt },
    facts: factNames.flatMap((name) => differenceOf(name, before, after, sameEnvironment) ?? []),
  };
}

/**
 * Whether something got worse: a fact that was known is known no more, or in part only.
 * @public
 */
export function lostFacts({ facts }: SnapshotComparison): readonly FactName[] {
  return facts.filter(({ before, after }) => rank(after) < rank(before)).map(({ fact }) => fact);
}

function rank(state: FactState): number {
  return state === 'complete' ? 2 : state === 'partial' ? 1 : 0;
}

function differenceOf(
  fact: FactName,
  before: Snapshot,
  after: Snapshot,
  sameEnvironment: boolean,
): FactDifference | undefined {
  const earlier = factOf(before.facts, fact);
  const later = factOf(after.facts, fact);
  const states = { before: stateOf(earlier), after: stateOf(later) };
  const rows =
    earlier.status === 'known' && later.status === 'known'
      ? compareRows(fact, rowsOf(earlier.value), rowsOf(later.value), sameEnvironment)
      : { added: [], removed: [], changed: [] };
  const isSame = states.before === states.after && Object.values(rows).every(({ length }) => length === 0);
  return isSame ? undefined : { fact, ...states, ...rows };
}

function stateOf(fact: ReturnType<typeof factOf>): FactState {
  return fact.status === 'known' ? (fact.coverage ?? 'complete') : fact.reason;
}

/** Safe: values of facts are objects or lists of them. */
function rowsOf(value: unknown): readonly Row[] {
  return (Array.isArray(value) ? value : [value]) as readonly Row[];
}

function compareRows(fact: FactName, before: readonly Row[], after: readonly Row[], sameEnvironment: boolean) {
  const earlier = byKey(fact, before);
  const later = byKey(fact, after);
  const added: RowInShort[] = [];
  const removed: RowInShort[] = [];
  const changed: RowDifference[] = [];
  for (const [id, { key, rows }] of earlier) {
    const others = later.get(id)?.rows ?? [];
    // Rows that nothing tells apart are paired in the order in which they stand.
    for (const [index, row] of rows.entries()) {
      const other = others[index];
      if (other === undefined) {
        removed.push({ key });
        continue;
      }
      const properties = differingProperties(row, other, sameEnvironment);
      if (properties.length > 0) changed.push({ key, properties });
    }
    for (let index = rows.length; index < others.length; index += 1) added.push({ key });
  }
  for (const [id, { key, rows }] of later) if (!earlier.has(id)) for (const _ of rows) added.push({ key });
  return { added: sorted(added), removed: sorted(removed), changed: sorted(changed) };
}

function byKey(fact: FactName, rows: readonly Row[]) {
  const groups = new Map<string, { readonly key: string; readonly rows: Row[] }>();
  for (const row of rows) {
    const key = keyOf(fact, row);
    const group = groups.get(nameKey(key)) ?? { key, rows: [] };
    groups.set(nameKey(key), group);
    group.rows.push(row);
  }
  return groups;
}

/** What people call a row. */
const keys: Partial<Readonly<Record<FactName, readonly string[]>>> = {
  solutions: ['uniqueName'],
  applicationUsers: ['applicationId'],
  pluginAssemblies: ['name'],
  tenantApplications: ['applicationId'],
  finopsClients: ['clientId'],
  apiHubConnections: ['connector', 'targetUrl'],
  companies: ['code'],
  legalEntities: ['code'],
  businessUnits: ['name'],
  teams: ['name'],
  runtimeConfigurations: ['dataverseTable', 'finopsEntity'],
  projectConfigurations: ['dataverseTable', 'finopsEntity'],
  fieldConfigurations: ['projectName'],
  entityMaps: ['name'],
  mapActivity: ['map'],
  mapDefinitions: ['name', 'version'],
  tableMetadata: ['side', 'name'],
};

function keyOf(fact: FactName, row: Row): string {
  if (objectFacts.has(fact)) return fact;
  const parts = (keys[fact] ?? []).map((name) => String(row[name] ?? '').trim());
  return parts.join(' - ') || '(without a name)';
}

function differingProperties(before: Row, after: Row, sameEnvironment: boolean): RowDifference['properties'] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => {
    const [a, b] = [before[name] ?? null, after[name] ?? null];
    if (comparable(a) === comparable(b)) return [];
    return !sameEnvironment && ids.has(name) ? [] : [{ name, before: a, after: b }];
  });
}

/** Lists inside rows are sets: services give them in any order. */
function comparable(value: unknown): string {
  return Array.isArray(value)
    ? value
        .map((item) => JSON.stringify(item))
        .sort()
        .join()
    : JSON.stringify(value);
}

const ids: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'id',
  'businessUnitId',
  'connectionIds',
  'defaultOwningTeamId',
  'parentId',
  'projectName',
]);

function sorted<T extends RowInShort>(rows: readonly T[]): readonly T[] {
  return [...rows].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}
