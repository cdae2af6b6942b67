import { factOf } from '../facts/snapshot.js';
import type { UncomparedPart } from '../maps/compare-maps.js';
import type { EntityMap } from '../maps/entity-map.js';
import type { MapDifference } from '../maps/map-difference.js';
import { mapNameKey } from '../maps/map-name.js';
import { compareMapVersions } from '../maps/map-version.js';
import { compareSaved } from './compare-saved.js';
import type { SolutionPublisher } from './dual-write-solution.js';
import { samePublisher } from './same-publisher.js';
import { holdsAll, type SolutionTarget, savedMaps, versionsOf } from './solution-target.js';

/**
 * The expected content: a solution, or the maps of a backup.
 * @public
 */
export interface ExpectedMaps {
  readonly maps: readonly EntityMap[];
  readonly publisher?: SolutionPublisher | undefined;
}

/**
 * A map after it was applied or restored: `ok` – listed with the expected content; `missing` – not found; `differs` – found
 * with different content; `unknown` – cannot be determined.
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
 * Whether maps arrived. Plain JSON.
 * @public
 */
export interface AppliedMaps {
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
  return appliedMaps(
    target.name,
    expected.maps.map((map) => verify(map, expected, target)),
  );
}

/** Combines the results for each map. */
export function appliedMaps(environment: string | null, maps: readonly VerifiedMap[]): AppliedMaps {
  const totals = { ok: 0, missing: 0, differs: 0, unknown: 0 };
  for (const { status } of maps) totals[status] += 1;
  return { schemaVersion: 1, kind: 'applied-maps', environment, maps, totals };
}

function verify(map: EntityMap, { publisher }: ExpectedMaps, target: SolutionTarget): VerifiedMap {
  const saved = savedMaps(target);
  const versions = versionsOf(map.name, saved);
  const isSame = samePublisher(publisher);
  const candidates = versions.filter((one) => compareMapVersions(one.version, map.version) === 0);
  const found =
    candidates.find((one) => isSame(one.publisher, map.publisher) === true) ??
    candidates.find((one) => one.id !== undefined && one.id === map.id);
  const said = {
    name: map.name,
    version: map.version ?? null,
    publisher: map.publisher ?? null,
    differences: [],
    notCompared: [],
    isInUse: isInUse(map, target, isSame),
  };
  if (found === undefined) {
    const doubtful = candidates.some((one) => isSame(one.publisher, map.publisher) === undefined);
    if (doubtful) return { ...said, status: 'unknown', because: 'the publisher of the existing version is not known' };
    if (holdsAll(saved)) return { ...said, status: 'missing', because: whyMissing(versions) };
    return { ...said, status: 'unknown', because: 'not every saved version of the environment is known' };
  }
  const comparison = compareSaved(map, found);
  const { differences, notCompared } = comparison;
  if (comparison.isSame) return { ...said, status: 'ok', because: 'it is listed with the same content' };
  if (differences.length > 0) {
    return { ...said, status: 'differs', because: 'it is listed with different content', differences, notCompared };
  }
  const because = notCompared.map((one) => `its ${one.part} cannot be compared: ${one.because}`).join('; ');
  return { ...said, status: 'unknown', because, notCompared };
}

function whyMissing(versions: readonly EntityMap[]): string {
  if (versions.length === 0) return 'the environment has no map of that name';
  const others = versions.map(({ version = '(none)', publisher = 'nobody' }) => `${version} of ${publisher}`);
  return `only other versions exist: ${others.slice(0, 5).join(', ')}${others.length > 5 ? ', …' : ''}`;
}

function isInUse(map: EntityMap, target: SolutionTarget, isSame: ReturnType<typeof samePublisher>): boolean | null {
  const isThat = (version: string | null | undefined, publisher: string | null | undefined) => {
    const order = compareMapVersions(version ?? undefined, map.version);
    if (order !== undefined && order !== 0) return false;
    const isOwn = isSame(publisher ?? undefined, map.publisher);
    return isOwn === false ? false : order === undefined || isOwn === undefined ? null : true;
  };
  const marked = versionsOf(map.name, savedMaps(target)).find(({ isActive }) => isActive === true);
  if (marked !== undefined) return isThat(marked.version, marked.publisher);
  const active = factOf(target.facts, 'entityMaps');
  const rows = active.status === 'known' ? active.value : [];
  const row = rows.find(({ name }) => mapNameKey(name) === mapNameKey(map.name));
  return row === undefined ? null : isThat(row.version, row.publisher);
}
