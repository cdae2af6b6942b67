import type { ResultAsync } from 'neverthrow';
import type { MapComparison } from '../maps/compare-maps.js';
import type { EntityMap } from '../maps/entity-map.js';
import { entityMapOf } from '../maps/entity-map-of.js';
import { type MapCoverage, mapCoverage } from '../maps/map-coverage.js';
import { compareMapVersions } from '../maps/map-version.js';
import * as links from '../rules/remediation/links.js';
import { compareSaved } from './compare-saved.js';
import { isNameless, isSameVersion, judged, noName } from './judge-map.js';
import type { BackupFault, MapBackup } from './map-backup.js';
import { inOrder } from './map-order.js';
import { otherNameOf } from './other-name-of.js';
import { backUp, lossOf, runMaps, stopMaps, verifyMaps } from './plan-steps.js';
import { unknownContent } from './repairs-of.js';
import { type SavedMaps, savedMaps } from './saved-maps.js';
import type { MapLoss, PlannedMap, PlanStep, PlanUnknown, PlanVerdict } from './solution-plan.js';
import { verdictOf } from './solution-plan.js';
import type { SolutionTarget } from './solution-target.js';
import { verifyBackup } from './verify-backup.js';
import { versionInWords } from './version-in-words.js';

/**
 * What happens to a row of a backup: `create` – there is no map of that name; `new-version` – other versions exist and are
 * kept; `same` – it exists; `conflict` – the row or its number is used by something else, which is overwritten.
 * @public
 */
export type RestoreAction = 'create' | 'new-version' | 'same' | 'conflict' | 'unknown';

/**
 * A row of a backup and what happens to it. Plain JSON.
 * @public
 */
export interface RestoredMap extends Omit<PlannedMap, 'change'> {
  readonly action: RestoreAction;
}

/**
 * What restoring a backup does to an environment. Plain JSON; nothing is done.
 * @public
 */
export interface RestorePlan {
  readonly schemaVersion: 1;
  readonly kind: 'restore';
  readonly backup: { readonly environment: string; readonly takenAt: string } & MapCoverage;
  readonly environment: string;
  /** Maps that others need come first, and older versions of a map come first. */
  readonly maps: readonly RestoredMap[];
  readonly circles: readonly (readonly string[])[];
  readonly unknowns: readonly PlanUnknown[];
  readonly steps: readonly PlanStep[];
  readonly verdict: PlanVerdict;
}

/**
 * What restoring a backup does to an environment, row by row: what is created, what already exists, what is overwritten, and
 * the steps in order. The bundle is verified first: a damaged bundle is not planned. Nothing is done.
 *
 * Source: *Application lifecycle management*, 2020-03.
 *
 * @param input - a bundle as it was saved, parsed as JSON
 *
 * @example
 * ```ts
 * const plan = await planRestore(JSON.parse(text), { name: 'test', facts: {}, maps: known(rows.map(entityMapOf)) });
 * ```
 * @public
 */
export function planRestore(input: unknown, target: SolutionTarget): ResultAsync<RestorePlan, BackupFault> {
  return verifyBackup(input).map((backup) => planVerified(backup, target));
}

/** The same for a bundle that was verified before. */
export function planVerified({ environment, takenAt, rows, ...read }: MapBackup, target: SolutionTarget): RestorePlan {
  const saved = savedMaps(target);
  const byVersion = rows.map(entityMapOf).sort((a, b) => compareMapVersions(a.version, b.version) ?? 0);
  const order = inOrder(byVersion, saved.rows);
  const maps = order.maps.map((map): RestoredMap => ({ ...judgeRestore(map, saved), activity: saved.activityOf(map) }));
  const written = order.maps.filter((_, index) => maps[index]?.action !== 'same');
  const unknowns = [...partOfBackup(read), ...maps.flatMap(unknownActivity), ...written.flatMap(unknownContent)];
  return {
    schemaVersion: 1,
    kind: 'restore',
    backup: { environment: environment.name, takenAt, ...mapCoverage(read) },
    environment: target.name,
    maps,
    circles: order.circles,
    unknowns,
    steps: stepsOf(maps),
    verdict: verdictOf({ maps, obstacles: [], unknowns }),
  };
}

/** Which maps a backup of a part lacks is not known. */
function partOfBackup({ coverage, detail }: MapCoverage): readonly PlanUnknown[] {
  if (coverage !== 'partial') return [];
  const because = `it may not have all maps${detail === undefined ? '' : `: ${detail}`}`;
  return [
    { subject: 'the backup', because, whatToDo: 'Restore the other maps from another backup, if there are more.' },
  ];
}

const nothing: MapLoss = { status: 'nothing' };

function judgeRestore(map: EntityMap, saved: SavedMaps): Omit<RestoredMap, 'activity'> {
  const row = saved.byId(map);
  if (row !== undefined) return judgeRow(map, row);
  const found = saved.byVersion(map);
  if (found.status === 'found') return judgeRow(map, found.row);
  if (found.status === 'doubtful' || !saved.isWhole) {
    const because = found.status === 'doubtful' ? found.because : saved.whyNotWhole;
    return restored(map, 'unknown', because, { status: 'unknown', because });
  }
  if (isNameless(map, saved)) return restored(map, 'unknown', noName, { status: 'unknown', because: noName });
  const versions = saved.versionsOf(map).all.length;
  if (versions === 0) return restored(map, 'create', 'the environment has no map of that name', nothing);
  return restored(map, 'new-version', `${versions} other versions are saved, which are kept`, nothing);
}

/** The row that is overwritten. */
function judgeRow(map: EntityMap, row: EntityMap): Omit<RestoredMap, 'activity'> {
  const comparison = compareSaved(row, map);
  const { isSame, differences, notCompared } = comparison;
  const otherName = otherNameOf(row, map);
  const version = `version ${versionInWords(row)}`;
  const what = `${version} as it is saved now${otherName === undefined ? '' : `, and its name ${otherName}`}`;
  const because =
    otherName !== undefined
      ? `its row is called ${otherName}`
      : !isSameVersion(row, map)
        ? `its row holds ${row.version ?? '(none)'}`
        : differences.length > 0
          ? 'the same version has different content'
          : undefined;
  if (because !== undefined) return restored(map, 'conflict', because, { status: 'lost', what }, row, comparison);
  if (isSame) return restored(map, 'same', 'it exists with the same content', nothing, row, comparison);
  const why = notCompared.map((one) => `its ${one.part} cannot be compared: ${one.because}`).join('; ');
  return restored(map, 'unknown', why, { status: 'unknown', because: why }, row, comparison);
}

function restored(
  map: EntityMap,
  action: RestoreAction,
  because: string,
  loss: MapLoss,
  present?: EntityMap,
  comparison?: MapComparison,
): Omit<RestoredMap, 'activity'> {
  const { change: _, ...rest } = judged(map, 'unknown', because, loss, present, comparison);
  return { ...rest, action };
}

function unknownActivity({ name, action, activity }: RestoredMap): readonly PlanUnknown[] {
  if (activity !== 'unknown' || (action !== 'conflict' && action !== 'unknown')) return [];
  const whatToDo = 'Check it on the Dual-write page: a running map must be stopped first.';
  return [{ subject: name, because: 'whether the map runs is not known', whatToDo }];
}

function stepsOf(maps: readonly RestoredMap[]): readonly PlanStep[] {
  const touched = maps.filter(({ action }) => action !== 'same');
  const isOverwritten = ({ action }: RestoredMap) => action === 'conflict' || action === 'unknown';
  const overwritten = touched.filter(isOverwritten);
  // The version of a map that runs cannot be changed either.
  const toStop = touched.filter((map) => map.activity === 'runs' || (map.activity === 'unknown' && isOverwritten(map)));
  if (touched.length === 0) return [verifyMaps];
  return [
    ...(overwritten.length === 0 ? [] : [backUp]),
    ...(toStop.length === 0 ? [] : [stopMaps(toStop)]),
    {
      kind: 'create',
      maps: touched.map(({ name, version }) => (version === null ? name : `${name} ${version}`)),
      title: 'Restore the rows',
      steps: [
        'Import the solution that contains these maps, if there is one: that is the way that Microsoft supports.',
        'Otherwise create the rows in msdyn_dualwriteentitymaps with the Web API of Dataverse, in this order, the texts of both columns unchanged. Leave out the columns that the system fills.',
        'If a row is overwritten, first read what is lost.',
      ],
      performedBy: ['dataverse-system-administrator', 'developer'],
      destroys: lossOf(overwritten),
      links: [links.lifecycle],
    },
    {
      kind: 'choose-version',
      maps: [...new Set(touched.map(({ name }) => name))],
      title: 'Choose the version that is used',
      steps: [
        'On the Dual-write page, select each map and then Table map version, and choose the one that was in use.',
      ],
      performedBy: ['finops-system-administrator'],
      destroys: 'Columns that only the other version maps are no longer synchronized.',
      links: [links.lifecycle],
    },
    runMaps([...new Set(touched.map(({ name }) => name))]),
    verifyMaps,
  ];
}
