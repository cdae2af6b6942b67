import type { Fact } from '../facts/fact.js';
import type { MapComparison } from '../maps/compare-maps.js';
import type { EntityMap } from '../maps/entity-map.js';
import { compareMapVersions, isParkedVersion } from '../maps/map-version.js';
import { versionInUse } from '../maps/version-in-use.js';
import { compareSaved } from './compare-saved.js';
import type { SamePublisher } from './same-publisher.js';
import type { MapChange, MapLoss, PlannedMap, PresentVersion } from './solution-plan.js';
import { holdsAll, versionsOf } from './solution-target.js';

/** The judgment of a map, without whether it runs. */
type JudgedMap = Omit<PlannedMap, 'activity'>;

const nothing: MapLoss = { status: 'nothing' };

/** What importing does to the saved versions of a map. */
export function judgeImport(
  map: EntityMap,
  saved: Fact<readonly EntityMap[]>,
  isManaged: boolean | null,
  isSame: SamePublisher,
): JudgedMap {
  if (map.mapping === undefined) return unreadable(map);
  const versions = versionsOf(map.name, saved);
  const own = versions.find((one) => isSameRow(one, map, isSame));
  if (own !== undefined) return judgeOwnRow(map, own, isManaged);
  const ofPublisher = newestFirst(versions.filter(({ publisher }) => isSame(publisher, map.publisher) === true));
  const twin = ofPublisher.find(({ version }) => compareMapVersions(version, map.version) === 0);
  if (twin !== undefined) return judgeTwin(map, twin);
  const newer = ofPublisher.find(({ version }) => isNewer(version, map.version));
  if (newer !== undefined) {
    const because = `${newer.version} is saved, which is newer than ${map.version}`;
    return judged(map, 'version-conflict', because, nothing, newer);
  }
  if (!holdsAll(saved)) return open(map, 'not every saved version of the environment is known');
  if (versions.length === 0) return judged(map, 'added', 'the environment has no map of that name', nothing);
  const nameless = versions.find(({ publisher }) => isSame(publisher, map.publisher) === undefined);
  if (nameless !== undefined)
    return open(map, 'the publisher of this version, or of the existing versions, is not known');
  const [older] = ofPublisher;
  if (older === undefined) {
    const others = [...new Set(versions.map(({ publisher = '' }) => publisher))].sort().join(', ');
    const because = `saved so far by ${others}: their versions are kept, and a person chooses the one to use`;
    return judged(map, 'other-publisher', because, nothing, versions[0]);
  }
  const strange = ofPublisher.find(({ version }) => compareMapVersions(version, map.version) === undefined);
  if (strange !== undefined) return open(map, whyNotOrdered(strange, map), strange);
  return judged(map, 'replaced', `it is newer than ${older.version}, which remains saved`, nothing, older);
}

/** What applying does to the version of a map that is in use. */
export function judgeApply(map: EntityMap, saved: Fact<readonly EntityMap[]>, isSame: SamePublisher): JudgedMap {
  if (map.mapping === undefined) return unreadable(map);
  const versions = versionsOf(map.name, saved);
  if (versions.length === 0) {
    if (holdsAll(saved)) return judged(map, 'added', 'no version of this map is in use', nothing);
    return open(map, 'whether a version of this map is in use is not known');
  }
  const inUse = versionInUse(versions);
  if (inUse.map === undefined) return open(map, inUse.because);
  const isAssumed = inUse.chosen === 'newest' || (inUse.chosen === 'only' && !holdsAll(saved));
  const answer = judgeUse(map, inUse.map, isSame);
  const doubt = 'which version is in use is not known';
  // The newest of several versions is not necessarily the one in use: it may be the one that has just been imported.
  if (isAssumed && answer.change === 'same') return open(map, doubt, inUse.map);
  return isAssumed ? { ...answer, loss: inDoubt(answer.loss, doubt) } : answer;
}

function judgeUse(map: EntityMap, present: EntityMap, isSame: SamePublisher): JudgedMap {
  const comparison = compareSaved(present, map);
  const order = compareMapVersions(present.version, map.version);
  const isOwn = isSame(present.publisher, map.publisher);
  if (comparison.isSame && isOwn === true && order === 0) {
    return judged(map, 'same', 'the version in use has the same content', nothing, present, comparison);
  }
  const loss = lossOfUse(present, comparison);
  if (isOwn === undefined) return open(map, 'whose version is in use is not known', present, comparison);
  if (!isOwn) {
    const because = `the version in use is ${present.version ?? '(none)'} of ${present.publisher ?? 'nobody'}`;
    return judged(map, 'other-publisher', because, loss, present, comparison);
  }
  if (order === undefined) {
    const because = whyNotOrdered(present, map);
    return judged(map, 'unknown', because, inDoubt(loss, because), present, comparison);
  }
  if (order > 0 && !isParkedVersion(present.version ?? '')) {
    const because = `${present.version} is in use, which is newer than ${map.version}`;
    return judged(map, 'version-conflict', because, loss, present, comparison);
  }
  if (present.isManaged === false && loss.status === 'lost') {
    const because = `the version in use, ${present.version}, was changed in the environment`;
    return judged(map, 'overwrites-customization', because, loss, present, comparison);
  }
  const because = `it replaces ${present.version}, which remains saved`;
  return judged(map, 'replaced', because, loss, present, comparison);
}

/** The row itself: by its id, or by publisher and version if one of the two has no id. */
function isSameRow(one: EntityMap, other: EntityMap, isSame: SamePublisher): boolean {
  if (one.id !== undefined && other.id !== undefined) return one.id === other.id;
  const isSameVersion = compareMapVersions(one.version, other.version) === 0;
  return isSameVersion && isSame(one.publisher, other.publisher) === true;
}

/** Those whose version is not a number come last, and so do parked ones. */
function newestFirst(versions: readonly EntityMap[]): readonly EntityMap[] {
  const rank = ({ version = '' }: EntityMap) =>
    compareMapVersions(version, version) === undefined ? 2 : isParkedVersion(version) ? 1 : 0;
  return [...versions].sort((a, b) => rank(a) - rank(b) || (compareMapVersions(b.version, a.version) ?? 0));
}

function isNewer(one: string | undefined, other: string | undefined): boolean {
  return (compareMapVersions(one, other) ?? 0) > 0 && !isParkedVersion(one ?? '');
}

/** An import overwrites the row with the same id. */
function judgeOwnRow(map: EntityMap, own: EntityMap, isManaged: boolean | null): JudgedMap {
  const comparison = compareSaved(own, map);
  const order = compareMapVersions(own.version, map.version);
  if (comparison.isSame && order === 0) {
    return judged(map, 'same', 'it exists with the same content', nothing, own, comparison);
  }
  const loss = lossOfRow(own, comparison, isManaged);
  if (order === undefined) {
    const because = whyNotOrdered(own, map);
    return judged(map, 'unknown', because, inDoubt(loss, because), own, comparison);
  }
  if (order > 0) {
    const because = `${own.version} is saved in the same row, which is newer than ${map.version}`;
    return judged(map, 'version-conflict', because, loss, own, comparison);
  }
  if (comparison.isSame) return judged(map, 'replaced', `it is newer than ${own.version}`, nothing, own, comparison);
  if (comparison.differences.length === 0) {
    return judged(map, 'unknown', whyNotCompared(comparison), loss, own, comparison);
  }
  if (isManaged === false && own.isManaged !== true) {
    const because = `the row ${own.version} was changed in the environment, and an unmanaged import overwrites it`;
    return judged(map, 'overwrites-customization', because, loss, own, comparison);
  }
  if (order === 0) {
    const because = `${own.version} exists with different content under the same number`;
    return judged(map, 'version-conflict', because, loss, own, comparison);
  }
  return judged(map, 'replaced', `it is newer than ${own.version}, whose row it overwrites`, loss, own, comparison);
}

/** Another row with the same publisher and version. */
function judgeTwin(map: EntityMap, twin: EntityMap): JudgedMap {
  const comparison = compareSaved(twin, map);
  if (comparison.isSame) {
    return judged(map, 'same', 'it exists in another row with the same content', nothing, twin, comparison);
  }
  const doubt: MapLoss = { status: 'unknown', because: 'two rows would have the same publisher and version' };
  if (comparison.differences.length === 0) {
    return judged(map, 'unknown', whyNotCompared(comparison), doubt, twin, comparison);
  }
  const because = `another row has ${twin.version} of the same publisher with different content`;
  return judged(map, 'version-conflict', because, doubt, twin, comparison);
}

function lossOfRow(own: EntityMap, comparison: MapComparison, isManaged: boolean | null): MapLoss {
  if (comparison.isSame) return nothing;
  if (comparison.differences.length === 0) return { status: 'unknown', because: whyNotCompared(comparison) };
  const what = `version ${own.version ?? '(none)'} of ${own.publisher ?? 'nobody'} as it is saved now`;
  if (isManaged === false) return { status: 'lost', what };
  // A managed import replaces components of a managed solution; changes on top of them may remain.
  if (isManaged === true && own.isManaged === true) return nothing;
  const because =
    isManaged === null
      ? `whether the solution is managed is not known; an unmanaged one overwrites ${what}`
      : `whether the row was changed here is not known; an upgrade that overwrites customizations loses ${what}`;
  return { status: 'unknown', because };
}

/** What the version in use maps beyond the new one. It remains saved, but is no longer synchronized. */
function lossOfUse(present: EntityMap, comparison: MapComparison): MapLoss {
  if (comparison.isSame) return nothing;
  const gone = comparison.differences.filter(
    ({ kind }) => !kind.endsWith('-added') && kind !== 'property-changed' && kind !== 'requirement-changed',
  );
  const name = `${present.version ?? '(none)'} of ${present.publisher ?? 'nobody'}`;
  if (gone.length > 0 && present.isManaged !== true) {
    return { status: 'lost', what: `what ${name} maps differently is no longer synchronized; it remains saved` };
  }
  return comparison.notCompared.length > 0 ? { status: 'unknown', because: whyNotCompared(comparison) } : nothing;
}

function whyNotCompared({ notCompared }: MapComparison): string {
  return notCompared.map(({ part, because }) => `its ${part} cannot be compared: ${because}`).join('; ');
}

/** A loss remains a loss, but the absence of one is no longer certain. */
function inDoubt(loss: MapLoss, because: string): MapLoss {
  return loss.status === 'nothing' ? { status: 'unknown', because } : loss;
}

function whyNotOrdered(present: EntityMap, map: EntityMap): string {
  return `the versions ${present.version ?? '(none)'} and ${map.version ?? '(none)'} cannot be compared`;
}

function unreadable(map: EntityMap): JudgedMap {
  const { mapping } = map.columns;
  const why = mapping.status === 'broken' ? `not JSON at character ${mapping.fault.position}` : 'there is none';
  const because = `its mapping cannot be read: ${why}`;
  return judged(map, 'unreadable', because, { status: 'unknown', because });
}

/** Neither the effect nor the loss can be determined. */
function open(map: EntityMap, because: string, present?: EntityMap, comparison?: MapComparison): JudgedMap {
  return judged(map, 'unknown', because, { status: 'unknown', because }, present, comparison);
}

/** The judgment of a map, with the version that it was compared with. */
export function judged(
  map: EntityMap,
  change: MapChange,
  because: string,
  loss: MapLoss,
  present?: EntityMap | undefined,
  comparison?: MapComparison,
): JudgedMap {
  return {
    name: map.name,
    id: map.id ?? null,
    version: map.version ?? null,
    publisher: map.publisher ?? null,
    change,
    because,
    present: present === undefined ? null : presentOf(present),
    differences: comparison?.differences ?? [],
    notCompared: comparison?.notCompared ?? [],
    loss,
  };
}

function presentOf({ id, version, publisher, isManaged }: EntityMap): PresentVersion {
  return { id: id ?? null, version: version ?? null, publisher: publisher ?? null, isManaged: isManaged ?? null };
}
