import type { MapComparison } from '../maps/compare-maps.js';
import type { EntityMap } from '../maps/entity-map.js';
import { compareMapVersions, isParkedVersion, versionKey } from '../maps/map-version.js';
import { compareSaved } from './compare-saved.js';
import { otherNameOf } from './other-name-of.js';
import type { PublisherKey } from './publisher-key.js';
import { repairsOf } from './repairs-of.js';
import type { SavedMaps } from './saved-maps.js';
import type { MapChange, MapLoss, PlannedMap, PresentVersion } from './solution-plan.js';
import { versionInWords } from './version-in-words.js';

/** The judgment of a map, without whether it runs. */
type JudgedMap = Omit<PlannedMap, 'activity'>;

const nothing: MapLoss = { status: 'nothing' };

/** What importing does to the saved versions of a map. */
export function judgeImport(map: EntityMap, saved: SavedMaps, isManaged: boolean | null): JudgedMap {
  if (map.mapping === undefined) return unreadable(map);
  const own = saved.byId(map);
  if (own !== undefined) return judgeOwnRow(map, own, isManaged);
  const sameVersion = saved.byVersion(map);
  if (sameVersion.status === 'found' && isCertain(map, sameVersion.row)) {
    const { row } = sameVersion;
    const hasBothIds = row.id !== undefined && map.id !== undefined;
    return hasBothIds ? judgeTwin(map, row, saved) : judgeOwnRow(map, row, isManaged);
  }
  const versions = saved.versionsOf(map);
  const ofPublisher = map.publisher === undefined ? [] : versions.of(map.publisher);
  const [older] = ofPublisher;
  if (older !== undefined && isNewer(older.version, map.version)) {
    const because = `${older.version} is saved, which is newer than ${map.version}`;
    return judged(map, 'version-conflict', because, nothing, older);
  }
  if (!saved.isWhole) return open(map, saved.whyNotWhole);
  if (isNameless(map, saved)) return open(map, noName);
  if (versions.all.length === 0) return judged(map, 'added', 'the environment has no map of that name', nothing);
  if (sameVersion.status === 'doubtful') return open(map, sameVersion.because);
  if (map.publisher === undefined || versions.of(undefined).length > 0)
    return open(map, 'the publisher of this version, or of the existing versions, is not known');
  if (older === undefined) {
    const because = `saved so far by ${versions.publishers().join(', ')}: their versions are kept, and a person chooses the one to use`;
    return judged(map, 'other-publisher', because, nothing, versions.all[0]);
  }
  // Versions that are not numbers come last.
  const strange = [older, ofPublisher.at(-1) ?? older].find(
    ({ version }) => compareMapVersions(version, map.version) === undefined,
  );
  if (strange !== undefined) return open(map, whyNotOrdered(strange, map), strange);
  return judged(map, 'replaced', `it is newer than ${older.version}, which remains saved`, nothing, older);
}

/** Two rows without a publisher may be of different ones, unless they say the same. */
function isCertain(map: EntityMap, row: EntityMap): boolean {
  return map.publisher !== undefined || compareSaved(row, map).isSame;
}

/** Whether a map has no name to find it by, and there are rows that it could be. */
export function isNameless(map: EntityMap, saved: SavedMaps): boolean {
  return map.name === '' && saved.rows.length > 0;
}

export const noName = 'it has no name: whether the environment has it with other content is not known';

/** What applying does to the version of a map that is in use. */
export function judgeApply(map: EntityMap, saved: SavedMaps, publisherKey: PublisherKey): JudgedMap {
  if (map.mapping === undefined) return unreadable(map);
  const versions = saved.versionsOf(map);
  if (versions.all.length === 0) {
    if (isNameless(map, saved)) return open(map, noName);
    if (saved.isWhole) return judged(map, 'added', 'no version of this map is in use', nothing);
    return open(map, 'whether a version of this map is in use is not known');
  }
  const inUse = versions.inUse();
  if (inUse.map === undefined) return open(map, inUse.because);
  const isAssumed = inUse.chosen === 'newest' || (inUse.chosen === 'only' && !saved.isWhole);
  const answer = judgeUse(map, inUse.map, publisherKey);
  const doubt = 'which version is in use is not known';
  // The newest of several versions is not necessarily the one in use: it may be the one that has just been imported.
  if (isAssumed && answer.change === 'same') return open(map, doubt, inUse.map);
  return isAssumed ? { ...answer, loss: inDoubt(answer.loss, doubt) } : answer;
}

function judgeUse(map: EntityMap, present: EntityMap, publisherKey: PublisherKey): JudgedMap {
  const comparison = compareSaved(present, map);
  const isOwnRow = present.id !== undefined && present.id === map.id;
  const otherName = isOwnRow ? otherNameOf(present, map) : undefined;
  if (otherName !== undefined) {
    const because = `the row in use is called ${otherName} in the environment: whether applying replaces it is not known`;
    return open(map, because, present, comparison);
  }
  const order = compareMapVersions(present.version, map.version);
  const [publisher, own] = [publisherKey(present.publisher), publisherKey(map.publisher)];
  if (comparison.isSame && isSameVersion(present, map) && (isOwnRow || (own !== undefined && publisher === own))) {
    return judged(map, 'same', 'the version in use has the same content', nothing, present, comparison);
  }
  const loss = lossOfUse(present, comparison);
  if (!isOwnRow && (own === undefined || publisher === undefined))
    return open(map, 'whose version is in use is not known', present, comparison);
  if (!isOwnRow && publisher !== own) {
    const because = `the version in use is ${versionInWords(present)}`;
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

function isNewer(one: string | undefined, other: string | undefined): boolean {
  return (compareMapVersions(one, other) ?? 0) > 0 && !isParkedVersion(one ?? '');
}

/** The same number, or the same text if it is not a number. */
export function isSameVersion(one: EntityMap, other: EntityMap): boolean {
  return versionKey(one.version ?? '') === versionKey(other.version ?? '');
}

/** An import overwrites the row with the same id. */
function judgeOwnRow(map: EntityMap, own: EntityMap, isManaged: boolean | null): JudgedMap {
  const comparison = compareSaved(own, map);
  const order = compareMapVersions(own.version, map.version);
  const otherName = otherNameOf(own, map);
  const isSameRow = comparison.isSame && otherName === undefined;
  if (isSameRow && isSameVersion(own, map)) {
    return judged(map, 'same', 'it exists with the same content', nothing, own, comparison);
  }
  const loss = lossOfRow(own, comparison, isManaged, otherName);
  const called = otherName === undefined ? '' : `; its row is called ${otherName} in the environment`;
  const overwrites = (change: MapChange, because: string, lost = loss) =>
    judged(map, change, `${because}${called}`, lost, own, comparison);
  if (order !== undefined && order > 0) {
    return overwrites(
      'version-conflict',
      `${own.version} is saved in the same row, which is newer than ${map.version}`,
    );
  }
  if (isManaged === false && otherName !== undefined) {
    return overwrites('overwrites-customization', 'an unmanaged import overwrites what was changed in the environment');
  }
  if (order === undefined) {
    const because = whyNotOrdered(own, map);
    return overwrites('unknown', because, inDoubt(loss, because));
  }
  if (isSameRow) return overwrites('replaced', `it is newer than ${own.version}`);
  if (!comparison.isSame && comparison.differences.length === 0) {
    return overwrites('unknown', whyNotCompared(comparison));
  }
  if (isManaged === false && own.isManaged !== true) {
    const because = `the row ${own.version} was changed in the environment, and an unmanaged import overwrites it`;
    return overwrites('overwrites-customization', because);
  }
  if (order < 0) return overwrites('replaced', `it is newer than ${own.version}, whose row it overwrites`);
  if (comparison.isSame) return overwrites('replaced', 'it exists with the same content');
  return overwrites('version-conflict', `${own.version} exists with different content under the same number`);
}

/** Another row with the same publisher and version. */
function judgeTwin(map: EntityMap, twin: EntityMap, saved: SavedMaps): JudgedMap {
  const comparison = compareSaved(twin, map);
  // The row with its id, which the import overwrites, may be among those that are not known.
  if (comparison.isSame && !saved.isWhole) return open(map, saved.whyNotWhole, twin, comparison);
  if (comparison.isSame) {
    return judged(map, 'same', 'it exists in another row with the same content', nothing, twin, comparison);
  }
  const doubt: MapLoss = { status: 'unknown', because: 'two rows would have the same publisher and version' };
  if (comparison.differences.length === 0) {
    return judged(map, 'unknown', whyNotCompared(comparison), doubt, twin, comparison);
  }
  if (compareMapVersions(twin.version, map.version) === undefined) {
    return judged(map, 'unknown', whyNotOrdered(twin, map), doubt, twin, comparison);
  }
  const because = `another row has ${twin.version} of the same publisher with different content`;
  return judged(map, 'version-conflict', because, doubt, twin, comparison);
}

function lossOfRow(
  own: EntityMap,
  comparison: MapComparison,
  isManaged: boolean | null,
  otherName: string | undefined,
): MapLoss {
  if (otherName === undefined && comparison.isSame) return nothing;
  if (otherName === undefined && comparison.differences.length === 0) {
    return { status: 'unknown', because: whyNotCompared(comparison) };
  }
  const called = otherName === undefined ? '' : `, and its name ${otherName}`;
  const what = `version ${versionInWords(own)} as it is saved now${called}`;
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
  const name = versionInWords(present);
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
  const why =
    mapping.status === 'broken'
      ? `not JSON at character ${mapping.fault.position}`
      : mapping.status === 'repaired'
        ? `truncated at character ${mapping.fault.position}, before its legs`
        : 'there is none';
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
    because: [because, ...repairsOf(map, present)].join('; '),
    present: present === undefined ? null : presentOf(present),
    differences: comparison?.differences ?? [],
    notCompared: comparison?.notCompared ?? [],
    loss,
  };
}

function presentOf({ id, version, publisher, isManaged }: EntityMap): PresentVersion {
  return { id: id ?? null, version: version ?? null, publisher: publisher ?? null, isManaged: isManaged ?? null };
}
