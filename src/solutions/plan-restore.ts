import type { ResultAsync } from 'neverthrow';
import type { Fact } from '../facts/fact.js';
import type { EntityMap } from '../maps/entity-map.js';
import { entityMapOf } from '../maps/entity-map-of.js';
import { compareMapVersions } from '../maps/map-version.js';
import * as links from '../rules/remediation/links.js';
import { compareSaved } from './compare-saved.js';
import { judged } from './judge-map.js';
import type { BackupFault, MapBackup } from './map-backup.js';
import { inOrder } from './map-order.js';
import { backUp, lossOf, runMaps, stopMaps, verifyMaps } from './plan-steps.js';
import { samePublisher } from './same-publisher.js';
import type { MapLoss, PlannedMap, PlanStep, PlanUnknown, PlanVerdict } from './solution-plan.js';
import { verdictOf } from './solution-plan.js';
import { activityIn, holdsAll, type SolutionTarget, savedMaps, versionsOf } from './solution-target.js';
import { verifyBackup } from './verify-backup.js';

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
  readonly backup: { readonly environment: string; readonly takenAt: string };
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
  return verifyBackup(input).map((backup) => planOf(backup, target));
}

function planOf({ environment, takenAt, rows }: MapBackup, target: SolutionTarget): RestorePlan {
  const saved = savedMaps(target);
  const byVersion = rows.map(entityMapOf).sort((a, b) => compareMapVersions(a.version, b.version) ?? 0);
  const order = inOrder(byVersion, saved.status === 'known' ? saved.value : []);
  const maps = order.maps.map(
    (map): RestoredMap => ({ ...judgeRestore(map, saved), activity: activityIn(target, map.name) }),
  );
  const unknowns = maps.flatMap(unknownActivity);
  return {
    schemaVersion: 1,
    kind: 'restore',
    backup: { environment: environment.name, takenAt },
    environment: target.name,
    maps,
    circles: order.circles,
    unknowns,
    steps: stepsOf(maps),
    verdict: verdictOf({ maps, obstacles: [], unknowns }),
  };
}

function judgeRestore(map: EntityMap, saved: Fact<readonly EntityMap[]>): Omit<RestoredMap, 'activity'> {
  const versions = versionsOf(map.name, saved);
  const others = saved.status === 'known' ? saved.value : [];
  const isSame = samePublisher();
  const own =
    others.find(({ id }) => id !== undefined && id === map.id) ??
    versions.find(
      (one) => compareMapVersions(one.version, map.version) === 0 && isSame(one.publisher, map.publisher) !== false,
    );
  const nothing: MapLoss = { status: 'nothing' };
  const say = (
    action: RestoreAction,
    because: string,
    loss: MapLoss,
    present?: EntityMap,
  ): Omit<RestoredMap, 'activity'> => {
    const { change: _, ...rest } = judged(
      map,
      'unknown',
      because,
      loss,
      present,
      present && compareSaved(present, map),
    );
    return { ...rest, action };
  };
  if (own !== undefined) {
    const { isSame: saysTheSame, differences, notCompared } = compareSaved(own, map);
    const isSameVersion = own.version === map.version || compareMapVersions(own.version, map.version) === 0;
    if (saysTheSame && isSameVersion) return say('same', 'it exists with the same content', nothing, own);
    const what = `version ${own.version ?? '(none)'} of ${own.publisher ?? 'nobody'} as it is saved now`;
    if (differences.length === 0 && isSameVersion) {
      const because = notCompared.map((one) => `its ${one.part} cannot be compared: ${one.because}`).join('; ');
      return say('unknown', because, { status: 'unknown', because }, own);
    }
    const because = isSameVersion
      ? 'the same version has different content'
      : `its row holds ${own.version ?? '(none)'}`;
    return say('conflict', because, { status: 'lost', what }, own);
  }
  if (!holdsAll(saved)) {
    const because = 'not every saved version of the environment is known';
    return say('unknown', because, { status: 'unknown', because });
  }
  const [first] = versions;
  if (first === undefined) return say('create', 'the environment has no map of that name', nothing);
  return say('new-version', `${versions.length} other versions are saved, which are kept`, nothing);
}

function unknownActivity({ name, action, activity }: RestoredMap): readonly PlanUnknown[] {
  if (activity !== 'unknown' || (action !== 'conflict' && action !== 'unknown')) return [];
  const whatToDo = 'Check it on the Dual-write page: a running map must be stopped first.';
  return [{ subject: name, because: 'whether the map runs is not known', whatToDo }];
}

function stepsOf(maps: readonly RestoredMap[]): readonly PlanStep[] {
  const touched = maps.filter(({ action }) => action !== 'same');
  const overwritten = touched.filter(({ action }) => action === 'conflict' || action === 'unknown');
  const toStop = overwritten.filter(({ activity }) => activity === 'runs' || activity === 'unknown');
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
