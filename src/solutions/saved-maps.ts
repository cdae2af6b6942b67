import { groupsBy } from '../facts/groups-by.js';
import type { EntityMap } from '../maps/entity-map.js';
import type { MapActivity } from '../maps/map-activity.js';
import { mapNameKey } from '../maps/map-name.js';
import { versionKey } from '../maps/map-version.js';
import { compareSaved } from './compare-saved.js';
import type { SolutionPublisher } from './dual-write-solution.js';
import { type ListedVersion, listedMaps, mapKeys, merged } from './listed-maps.js';
import { type PublisherKey, publisherKeyOf } from './publisher-key.js';
import { savedRows } from './saved-rows.js';
import { type SavedTwins, savedTwins } from './saved-twins.js';
import { type SavedVersions, savedVersions } from './saved-versions.js';
import type { SolutionTarget } from './solution-target.js';

/**
 * The saved maps of an environment, indexed once: the only place where a map is looked up. A row is found by its id, whatever it
 * is called; otherwise by its name, publisher and version.
 */
export interface SavedMaps {
  /** All rows that are known, with the version in use marked if a fact shows it. */
  readonly rows: readonly EntityMap[];
  /** Whether they are every version of every map. */
  readonly isWhole: boolean;
  /** What is not known if they are not. */
  readonly whyNotWhole: string;
  readonly byId: (map: EntityMap) => EntityMap | undefined;
  readonly byVersion: (map: EntityMap) => FoundVersion;
  /** The rows of its name; if there are none, its row under another name. */
  readonly versionsOf: (map: EntityMap) => SavedVersions;
  /** Whether it runs, whatever the facts call it; `absent` if all maps are known and it is not among them. */
  readonly activityOf: (map: EntityMap) => MapActivity | 'absent';
  /** The version in use according to the facts; `undefined` if they do not name exactly one. */
  readonly listedVersionOf: (map: EntityMap) => ListedVersion | undefined;
}

/** The row with the name, publisher and version of a map. `doubtful`: whether it is this row is not known. */
export type FoundVersion =
  | { readonly status: 'found'; readonly row: EntityMap }
  | { readonly status: 'doubtful'; readonly because: string }
  | { readonly status: 'absent' };

/** @param publisher - all of its names count as one */
export function savedMaps(target: SolutionTarget, publisher?: SolutionPublisher): SavedMaps {
  const publisherKey = publisherKeyOf(publisher);
  const saved = savedRows(target, publisherKey);
  const rows = saved.status === 'known' ? saved.value : [];
  const ids = twinsBy(rows, ({ id }) => id);
  const names = groupsBy(rows, ({ name }) => mapNameKey(name));
  names.delete('');
  const versions = new Map([...names].map(([key, all]) => [key, savedVersions(all, publisherKey)]));
  const listed = listedMaps(target.facts);
  const listedByName = new Map([...names].map(([key, all]) => [key, listed.find(new Set(all.flatMap(mapKeys)))]));

  const byId = (map: EntityMap) => {
    const twins = map.id === undefined ? undefined : ids.get(map.id);
    return twins && closest(twins, map);
  };
  const listedAs = (map: EntityMap) => {
    const row = byId(map);
    const own = listed.find(row === undefined ? mapKeys(map) : [...mapKeys(map), ...mapKeys(row)]);
    return merged(own, listedByName.get(mapNameKey(map.name)));
  };
  return {
    rows,
    isWhole: saved.status === 'known' && saved.coverage !== 'partial',
    whyNotWhole: `not every saved version of the environment is known${saved.detail === undefined ? '' : `: ${saved.detail}`}`,
    byId,
    byVersion: finderByVersion(rows, publisherKey),
    versionsOf: (map) => {
      const row = byId(map);
      return versions.get(mapNameKey(map.name)) ?? savedVersions(row === undefined ? [] : [row], publisherKey);
    },
    activityOf: (map) => listed.activityOf(listedAs(map)),
    listedVersionOf: (map) => {
      const { version } = listedAs(map);
      return version === 'several' ? undefined : version;
    },
  };
}

function finderByVersion(rows: readonly EntityMap[], publisherKey: PublisherKey): SavedMaps['byVersion'] {
  const keyOf = ({ name, version = '' }: EntityMap) => `${mapNameKey(name)}\n${versionKey(version)}`;
  const byVersion = twinsBy(rows, keyOf);
  const byPublisher = twinsBy(rows, (map) => `${keyOf(map)}\n${publisherKey(map.publisher) ?? ''}`);
  return (map) => {
    const key = keyOf(map);
    const publisher = publisherKey(map.publisher);
    const twins = byPublisher.get(`${key}\n${publisher ?? ''}`);
    const row = twins?.closestTo(map);
    // Which map a row without a name belongs to is not known: only its content shows that.
    const isOther = mapNameKey(map.name) === '' && (row === undefined || !compareSaved(row, map).isSame);
    if (isOther) return { status: 'absent' };
    if (row !== undefined) return { status: 'found', row };
    const others = twins ?? (publisher === undefined ? byVersion.get(key) : byPublisher.get(`${key}\n`));
    if (others === undefined) return { status: 'absent' };
    const because =
      twins !== undefined
        ? `${twins.rows.length} rows have this version, and which of them is meant is not known`
        : `the publisher of ${publisher === undefined ? 'this map' : 'the existing version'} is not known`;
    return { status: 'doubtful', because };
  };
}

function closest(twins: SavedTwins, map: EntityMap): EntityMap {
  return twins.closestTo(map) ?? twins.rows[0];
}

function twinsBy(
  rows: readonly EntityMap[],
  keyOf: (row: EntityMap) => string | undefined,
): ReadonlyMap<string | undefined, SavedTwins> {
  return new Map([...groupsBy(rows, keyOf)].map(([key, group]) => [key, savedTwins(group)]));
}
