import { err, ok, type Result } from 'neverthrow';
import { isBlank, nameKey } from '../facts/keys.js';
import { compareVersions, parseVersion } from '../facts/version-number.js';
import type { Fault } from '../fault.js';
import type { EntityMap } from './entity-map.js';
import { givenMaps } from './entity-map-of.js';
import { compareMapVersions, isParkedVersion } from './map-version.js';

/**
 * Which version of a map to select. By default, the newest one of the only publisher.
 * @public
 */
export interface WantedVersion {
  /** Compared without letter case. */
  readonly publisher?: string | undefined;
  /** Compared by numbers: `1.0.0` is `1.0.0.0`. */
  readonly version?: string | undefined;
}

/**
 * The version that was chosen, and why.
 * @public
 */
export interface SelectedVersion {
  readonly map: EntityMap;
  /** `asked-for`: its number was given. `only`: there is no other. `newest`: the highest number that is not parked. */
  readonly reason: 'asked-for' | 'only' | 'newest';
  /** The same as a sentence, with the versions that were passed over. */
  readonly why: string;
}

/**
 * Why no version can be chosen, and what to do.
 * @public
 */
export type SelectVersionFault = Fault & { readonly whatToDo: string } & (
    | { readonly type: 'no-versions' }
    /** Several publishers have versions of the map: one must be named. */
    | { readonly type: 'several-publishers'; readonly publishers: readonly string[] }
    | { readonly type: 'unknown-publisher'; readonly publisher: string; readonly publishers: readonly string[] }
    /** `version` is not a version of two to four numbers. */
    | { readonly type: 'invalid-version'; readonly version: string }
    | { readonly type: 'unknown-version'; readonly version: string; readonly versions: readonly string[] }
    /** The same version is there more than once. */
    | { readonly type: 'ambiguous-version'; readonly version: string; readonly ids: readonly string[] }
    /** Every version is parked, or has no comparable number. */
    | { readonly type: 'none-eligible'; readonly versions: readonly string[] }
  );

/**
 * Chooses one of the saved versions of a map by publisher and number. Without a number it is the newest one: parked versions
 * such as `9.9.9.9` and those with an unknown number are never chosen. The saved rows do not show which version runs.
 *
 * @param versions - the rows of one map
 * @returns the version with the reason, or what must be specified first
 *
 * @example
 * ```ts
 * selectVersion(versions, { publisher: 'Contoso' }).map(({ map, why }) => console.log(map.version, why));
 * ```
 * @public
 */
export function selectVersion(
  versions: readonly EntityMap[],
  wanted: WantedVersion = {},
): Result<SelectedVersion, SelectVersionFault> {
  const given = givenMaps(versions);
  if (given.length === 0) {
    const whatToDo = 'Give the saved versions of the map.';
    return err({ type: 'no-versions', because: 'there is no version to choose from', whatToDo });
  }
  const { publisher, version } = wanted ?? {}; // callers without types may give anything
  return ofPublisher(given, publisher).andThen((candidates) =>
    isBlank(version) ? newestOf(candidates) : versionOf(candidates, version),
  );
}

function ofPublisher(
  versions: readonly EntityMap[],
  wanted: string | undefined,
): Result<readonly EntityMap[], SelectVersionFault> {
  const publishers = publishersOf(versions);
  const names = publishers.map((one) => one || 'one without a name').join(', ');
  if (!isBlank(wanted)) {
    const own = versions.filter(({ publisher }) => nameKey(publisher ?? '') === nameKey(wanted));
    if (own.length > 0) return ok(own);
    return err({
      type: 'unknown-publisher',
      because: `${wanted} has not saved this map, but ${names}`,
      publisher: wanted,
      publishers,
      whatToDo: 'Name one of the publishers that have saved this map.',
    });
  }
  if (publishers.length < 2) return ok(versions);
  const because = `${publishers.length} publishers have saved this map: ${names}`;
  return err({ type: 'several-publishers', because, publishers, whatToDo: 'Name the publisher of the version.' });
}

/** The publishers that saved a version, as first written; rows without a publisher count as one more, with an empty name. */
function publishersOf(versions: readonly EntityMap[]): readonly string[] {
  const publishers = new Map<string, string>();
  for (const { publisher = '' } of versions) {
    const key = nameKey(publisher);
    if (!publishers.has(key)) publishers.set(key, publisher.trim());
  }
  return [...publishers.values()].sort();
}

function versionOf(versions: readonly EntityMap[], wanted: string): Result<SelectedVersion, SelectVersionFault> {
  if (parseVersion(wanted) === undefined) {
    const because = `${wanted} is not a version of two to four numbers`;
    return err({ type: 'invalid-version', because, version: wanted, whatToDo: 'Give a version such as 1.0.0.5.' });
  }
  const same = versions.filter(({ version }) => compareMapVersions(version, wanted) === 0);
  const [map, second] = same;
  if (map === undefined) {
    return err({
      type: 'unknown-version',
      because: `version ${wanted} is not among the saved versions`,
      version: wanted,
      versions: numbersOf(versions),
      whatToDo: 'Give one of the saved versions.',
    });
  }
  if (second !== undefined) return err(ambiguous(wanted, same));
  return ok({ map, reason: 'asked-for', why: `version ${map.version} was requested` });
}

function newestOf(versions: readonly EntityMap[]): Result<SelectedVersion, SelectVersionFault> {
  const eligible = versions.flatMap((map) => {
    const number = parseVersion(map.version);
    return number === undefined || isParkedVersion(map.version ?? '') ? [] : [{ map, number }];
  });
  const [newest] = eligible.sort((a, b) => compareVersions(b.number, a.number));
  if (newest === undefined) {
    return err({
      type: 'none-eligible',
      because: 'the saved versions are parked, or have no comparable number',
      versions: numbersOf(versions),
      whatToDo: 'Give the version.',
    });
  }
  const same = eligible.flatMap(({ map, number }) => (compareVersions(number, newest.number) === 0 ? [map] : []));
  const { version = '' } = newest.map;
  if (same.length > 1) return err(ambiguous(version, same));
  if (versions.length === 1) return ok({ map: newest.map, reason: 'only', why: `${version} is the only version` });
  const passed = versions.filter((map) => !eligible.some((one) => one.map === map));
  const passedOver = passed.length === 0 ? '' : `; passed over: ${numbersOf(passed).map(passedInWords).join(', ')}`;
  return ok({
    map: newest.map,
    reason: 'newest',
    why: `${version} is the newest of ${versions.length} versions${passedOver}`,
  });
}

function ambiguous(version: string, maps: readonly EntityMap[]): SelectVersionFault {
  return {
    type: 'ambiguous-version',
    because: `${maps.length} rows have the same publisher and version ${version}`,
    version,
    ids: maps.map(({ id = '' }) => id),
    whatToDo: 'Find out which of the rows is the intended one.',
  };
}

function passedInWords(version: string): string {
  return isParkedVersion(version) ? `${version} (parked)` : `${version || 'one without a version'} (not known)`;
}

function numbersOf(versions: readonly EntityMap[]): readonly string[] {
  return versions.map(({ version = '' }) => version);
}
