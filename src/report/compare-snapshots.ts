import { byCodeUnits } from '../facts/by-code-units.js';
import type { Coverage, UnknownReason } from '../facts/fact.js';
import { factNames } from '../facts/fact-names.js';
import { factTable } from '../facts/fact-table.js';
import { groupsBy } from '../facts/groups-by.js';
import { guidKey, nameKey } from '../facts/keys.js';
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
  const [earlier, later] = [byKey(fact, before), byKey(fact, after)];
  const added: RowInShort[] = [];
  const removed: RowInShort[] = [];
  const changed: RowDifference[] = [];
  for (const group of new Set([...earlier.keys(), ...later.keys()])) {
    const [was, is] = [earlier.get(group), later.get(group)];
    const key = was?.key ?? is?.key ?? '';
    for (const [row, other] of pairs(was?.rows ?? [], is?.rows ?? [], sameEnvironment)) {
      if (row === undefined) added.push({ key });
      else if (other === undefined) removed.push({ key });
      else changed.push({ key, properties: differingProperties(row, other, sameEnvironment) });
    }
  }
  return {
    added: sorted(added),
    removed: sorted(removed),
    changed: sorted(changed.filter(({ properties }) => properties.length > 0)),
  };
}

/**
 * Rows that have one key, paired regardless of their order: first the equal ones, then within one environment those with one id, then
 * the others in the order of their content.
 */
function pairs(rows: readonly Row[], others: readonly Row[], sameEnvironment: boolean): readonly Pair[] {
  const textOf = (row: Row) => contentOf(row, sameEnvironment);
  const equal = pairBy(sortedBy(rows, textOf), sortedBy(others, textOf), textOf);
  const { paired, gone, come } = sameEnvironment
    ? pairBy(equal.gone, equal.come, ({ id }) => (typeof id === 'string' ? guidKey(id) : undefined))
    : { ...equal, paired: [] };
  const length = Math.max(gone.length, come.length);
  return [...paired, ...Array.from({ length }, (_, index) => [gone[index], come[index]] as const)];
}

/** A row and what it became; `undefined` where it was not there. */
type Pair = readonly [Row | undefined, Row | undefined];

function pairBy(rows: readonly Row[], others: readonly Row[], keyOf: (row: Row) => string | undefined) {
  // By place, as one object may be in a list twice.
  const open = groupsBy([...others.entries()].reverse(), ([, other]) => keyOf(other));
  const paired: Pair[] = [];
  const gone: Row[] = [];
  for (const row of rows) {
    const key = keyOf(row);
    const [, other] = (key === undefined ? undefined : open.get(key)?.pop()) ?? [];
    if (other === undefined) gone.push(row);
    else paired.push([row, other]);
  }
  const come = [...open.values()].flat().sort(([a], [b]) => a - b);
  return { paired, gone, come: come.map(([, other]) => other) };
}

function contentOf(row: Row, sameEnvironment: boolean): string {
  return Object.keys(row)
    .filter((name) => sameEnvironment || !ids.has(name))
    .sort()
    .map((name) => `${name} ${comparable(row[name] ?? null)}`)
    .join();
}

function sortedBy(rows: readonly Row[], textOf: (row: Row) => string): readonly Row[] {
  const [first, second] = rows;
  if (first === undefined || second === undefined) return rows;
  const texts = rows.map((row) => ({ row, text: textOf(row) }));
  return texts.sort((a, b) => byCodeUnits(a.text, b.text)).map(({ row }) => row);
}

function byKey(fact: FactName, rows: readonly Row[]) {
  const groups = groupsBy(rows, (row) => nameKey(JSON.stringify(namesOf(fact, row))));
  return new Map(
    [...groups].map(([group, [first, ...others]]) => {
      const keys = [first, ...others].map((row) => namesOf(fact, row).join(' - ') || '(without a name)');
      return [group, { key: keys.sort(byCodeUnits)[0] ?? '', rows: [first, ...others] }] as const;
    }),
  );
}

/** The names by which people know a row. */
function namesOf(fact: FactName, row: Row): readonly string[] {
  const key: readonly string[] | null = factTable[fact].key;
  return key === null ? [fact] : key.map((name) => String(row[name] ?? '').trim());
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
