import { groupsBy } from '../facts/groups-by.js';
import { once } from '../facts/once.js';
import type { EntityMap } from '../maps/entity-map.js';
import { newestFirst } from '../maps/newest-first.js';
import { type VersionInUse, versionInUse } from '../maps/version-in-use.js';
import type { PublisherKey } from './publisher-key.js';

/** The saved rows of one map. */
export interface SavedVersions {
  readonly all: readonly EntityMap[];
  /** Those of a publisher, the newest first; after them parked versions, and at the end those whose version is not a number. */
  readonly of: (publisher: string | undefined) => readonly EntityMap[];
  /** The names of their publishers, in order. */
  readonly publishers: () => readonly string[];
  /** Those that are marked as active. */
  readonly marked: () => readonly EntityMap[];
  readonly inUse: () => VersionInUse;
}

export function savedVersions(all: readonly EntityMap[], publisherKey: PublisherKey): SavedVersions {
  const byPublisher = once(() => groupsBy(newestFirst(all), ({ publisher }) => publisherKey(publisher)));
  return {
    all,
    of: (publisher) => byPublisher().get(publisherKey(publisher)) ?? [],
    publishers: once(() => [...new Set(all.map(({ publisher = '' }) => publisher))].sort()),
    marked: once(() => all.filter(({ isActive }) => isActive === true)),
    inUse: once(() => versionInUse(all)),
  };
}
