import { byCodeUnits } from '../facts/by-code-units.js';
import type { Coverage, UnknownReason } from '../facts/fact.js';
import { factNames } from '../facts/fact-names.js';
import { factTable } from '../facts/fact-table.js';
import { nameKey } from '../facts/keys.js';
import type { FactName } from '../facts/schemas.js';
import { factOf, type Snapshot } from '../facts/snapshot.js';

/**
 * What changed between two snapshots, fact by fact and row by row.
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
 * How one fact differs. Rows are identified by the names that people use – company codes, team names, the two sides of
 * a map – because ids differ between environments.
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
 * A row, by the name that people use.
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
 * they always differ and have no meaning.
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
 * Whether something got worse: a fact that was known is no longer known, or only partially.
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
    for (const [row, other] of pairs(rows, others, sameEnvironment)) {
      if (row === undefined) added.push({ key });
      else if (other === undefined) removed.push({ key });
      if (row === undefined || other === undefined) continue;
      const properties = differingProperties(row, other, sameEnvironment);
      if (properties.length > 0) changed.push({ key, properties });
    }
  }
  for (const [id, { key, rows }] of later) if (!earlier.has(id)) for (const _ of rows) added.push({ key });
  return { added: sorted(added), removed: sorted(removed), changed: sorted(changed) };
}

/**
 * Rows that cannot be distinguished, paired regardless of their order: first the equal ones, then the others in
 * the order of their content.
 */
function pairs(
  rows: readonly Row[],
  others: readonly Row[],
  sameEnvironment: boolean,
): readonly (readonly [Row | undefined, Row | undefined])[] {
  const [before, after] = [sortedByText(rows, sameEnvironment), sortedByText(others, sameEnvironment)];
  const equal: (readonly [Row, Row])[] = [];
  const gone: Row[] = [];
  const come: Row[] = [];
  let place = 0;
  for (const { row, text } of before) {
    for (let next = after[place]; next !== undefined && next.text < text; next = after[place]) {
      come.push(next.row);
      place += 1;
    }
    const other = after[place];
    if (other?.text === text) {
      equal.push([row, other.row]);
      place += 1;
    } else gone.push(row);
  }
  come.push(...after.slice(place).map(({ row }) => row));
  const rest = Array.from(
    { length: Math.max(gone.length, come.length) },
    (_, index) => [gone[index], come[index]] as const,
  );
  return [...equal, ...rest];
}

function sortedByText(rows: readonly Row[], sameEnvironment: boolean) {
  const textOf = (row: Row) =>
    Object.keys(row)
      .filter((name) => sameEnvironment || !ids.has(name))
      .sort()
      .map((name) => `${name} ${comparable(row[name] ?? null)}`)
      .join();
  return rows.map((row) => ({ row, text: textOf(row) })).sort((a, b) => byCodeUnits(a.text, b.text));
}

function byKey(fact: FactName, rows: readonly Row[]) {
  const groups = new Map<string, { key: string; readonly rows: Row[] }>();
  for (const row of rows) {
    const key = keyOf(fact, row);
    const group = groups.get(nameKey(key)) ?? { key, rows: [] };
    groups.set(nameKey(key), group);
    if (byCodeUnits(key, group.key) < 0) group.key = key;
    group.rows.push(row);
  }
  return groups;
}

/** The name of a row for people. */
function keyOf(fact: FactName, row: Row): string {
  const key: readonly string[] | null = factTable[fact].key;
  if (key === null) return fact;
  return key.map((name) => String(row[name] ?? '').trim()).join(' - ') || '(without a name)';
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
  return [...rows].sort((a, b) => byCodeUnits(a.key, b.key));
}
