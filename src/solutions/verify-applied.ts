import type { MapComparison, UncomparedPart } from '../maps/compare-maps.js';
import type { EntityMap } from '../maps/entity-map.js';
import { type MapCoverage, mapCoverage } from '../maps/map-coverage.js';
import type { MapDifference } from '../maps/map-difference.js';
import { compareMapVersions } from '../maps/map-version.js';
import { compareSaved, isBare } from './compare-saved.js';
import type { SolutionPublisher } from './dual-write-solution.js';
import { isSameVersion } from './judge-map.js';
import { otherNameOf } from './other-name-of.js';
import { type PublisherKey, publisherKeyOf } from './publisher-key.js';
import { repairsOf } from './repairs-of.js';
import { type FoundVersion, type SavedMaps, savedMaps } from './saved-maps.js';
import type { SolutionTarget } from './solution-target.js';
import { versionInWords } from './version-in-words.js';

/**
 * The expected content: a solution, or the maps of a backup.
 * @public
 */
export interface ExpectedMaps extends MapCoverage {
  readonly maps: readonly EntityMap[];
  readonly publisher?: SolutionPublisher | undefined;
}

/**
 * A map after it was applied or restored: `ok` – listed with the expected content; `missing` – not found; `differs` – found
 * with different content or under another name; `unknown` – cannot be determined.
 * @public
 */
export interface VerifiedMap {
  readonly name: string;
  readonly version: string | null;
  readonly publisher: string | null;
  readonly status: 'ok' | 'missing' | 'differs' | 'unknown';
  readonly because: string;
  /** From the expected to the actual content. */
  readonly differences: readonly MapDifference[];
  readonly notCompared: readonly UncomparedPart[];
  /** Whether this version is the one in use; `null` where that is not known. */
  readonly isInUse: boolean | null;
}

/**
 * Whether maps arrived. Plain JSON. `coverage` is that of the expected maps.
 * @public
 */
export interface AppliedMaps extends MapCoverage {
  readonly schemaVersion: 1;
  readonly kind: 'applied-maps';
  /** `null` if a file was checked by itself. */
  readonly environment: string | null;
  /** In the order in which they were given. */
  readonly maps: readonly VerifiedMap[];
  readonly totals: Readonly<Record<VerifiedMap['status'], number>>;
}

/**
 * Checks afterward that every map is listed in the environment with the same content: that customizations are kept.
 *
 * Source: *Application lifecycle management*, 2020-03.
 *
 * @example
 * ```ts
 * const { maps, totals } = verifyApplied(solution, { name: 'production', facts: {}, maps: known(rows.map(entityMapOf)) });
 * ```
 * @public
 */
export function verifyApplied(expected: ExpectedMaps, target: SolutionTarget): AppliedMaps {
  const saved = savedMaps(target, expected.publisher);
  const publisherKey = publisherKeyOf(expected.publisher);
  return appliedMaps(
    target.name,
    expected.maps.map((map) => verify(map, saved, publisherKey)),
    expected,
  );
}

/** Combines the results for each map. */
export function appliedMaps(
  environment: string | null,
  maps: readonly VerifiedMap[],
  expected: MapCoverage = {},
): AppliedMaps {
  const totals = { ok: 0, missing: 0, differs: 0, unknown: 0 };
  for (const { status } of maps) totals[status] += 1;
  return { schemaVersion: 1, kind: 'applied-maps', environment, ...mapCoverage(expected), maps, totals };
}

function verify(map: EntityMap, saved: SavedMaps, publisherKey: PublisherKey): VerifiedMap {
  const found = rowOf(map, saved);
  const row = found.status === 'found' ? found.row : undefined;
  const { status, because, comparison } = row === undefined ? judgeAbsent(map, saved, found) : judgeRow(map, row);
  return {
    name: map.name,
    version: map.version ?? null,
    publisher: map.publisher ?? null,
    status,
    because: [because, ...repairsOf(map, row)].join('; '),
    differences: comparison?.differences ?? [],
    notCompared: comparison?.notCompared ?? [],
    isInUse: isInUse(map, row, saved, publisherKey),
  };
}

/** The row with its id or, if that holds another version, the one with its version; a renamed row if there is no other. */
function rowOf(map: EntityMap, saved: SavedMaps): FoundVersion {
  const own = saved.byId(map);
  const isRenamed = own !== undefined && otherNameOf(own, map) !== undefined;
  if (own !== undefined && !isRenamed && isSameVersion(own, map)) return { status: 'found', row: own };
  const found = saved.byVersion(map);
  return found.status === 'absent' && isRenamed ? { status: 'found', row: own } : found;
}

type Judgment = Pick<VerifiedMap, 'status' | 'because'> & { readonly comparison?: MapComparison };

function judgeRow(map: EntityMap, row: EntityMap): Judgment {
  const comparison = compareSaved(map, row);
  const otherName = otherNameOf(row, map);
  if (otherName !== undefined) return { status: 'differs', because: `its row is called ${otherName}`, comparison };
  if (comparison.isSame) {
    const because = isBare(map) ? 'it is listed, and neither row has content' : 'it is listed with the same content';
    return { status: 'ok', because, comparison };
  }
  if (comparison.differences.length > 0) {
    return { status: 'differs', because: 'it is listed with different content', comparison };
  }
  const because = comparison.notCompared.map((one) => `its ${one.part} cannot be compared: ${one.because}`).join('; ');
  return { status: 'unknown', because, comparison };
}

function judgeAbsent(map: EntityMap, saved: SavedMaps, found: FoundVersion): Judgment {
  if (found.status === 'doubtful') return { status: 'unknown', because: found.because };
  if (!saved.isWhole) return { status: 'unknown', because: saved.whyNotWhole };
  if (map.name !== '') return { status: 'missing', because: whyMissing(saved.versionsOf(map).all) };
  if (map.id !== undefined) return { status: 'missing', because: 'the environment has no row with its id or content' };
  const because = 'it has neither a name nor an id, and no row has its content';
  return { status: 'unknown', because };
}

function whyMissing(versions: readonly EntityMap[]): string {
  if (versions.length === 0) return 'the environment has no map of that name';
  const others = versions.slice(0, mostNamed).map(versionInWords);
  const more = versions.length > mostNamed ? ` and ${versions.length - mostNamed} more` : '';
  return `only other versions exist: ${others.join(', ')}${more}`;
}

const mostNamed = 5;

function isInUse(
  map: EntityMap,
  row: EntityMap | undefined,
  saved: SavedMaps,
  publisherKey: PublisherKey,
): boolean | null {
  const [marked, second] = saved.versionsOf(map).marked();
  if (second !== undefined) return null;
  if (marked !== undefined && row !== undefined) return marked === row;
  const inUse = marked ?? saved.listedVersionOf(map);
  const order = compareMapVersions(inUse?.version ?? undefined, map.version);
  if (order !== undefined && order !== 0) return false;
  const [publisher, own] = [publisherKey(inUse?.publisher ?? undefined), publisherKey(map.publisher)];
  if (publisher === undefined || own === undefined) return null;
  return publisher !== own ? false : order === undefined ? null : true;
}
