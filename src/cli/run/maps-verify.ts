import { err, ok, type Result } from 'neverthrow';
import type { EntityMap } from '../../maps/entity-map.js';
import { entityMapOf } from '../../maps/entity-map-of.js';
import { readMapBackup, readSolutionFile } from '../../node/solution-file.js';
import type { DamagedMap } from '../../solutions/map-backup.js';
import {
  type AppliedMaps,
  appliedMaps,
  type ExpectedMaps,
  type VerifiedMap,
  verifyApplied,
} from '../../solutions/verify-applied.js';
import { type CommandResult, type Complaint, couldNotRun } from '../command-result.js';
import { readTarget } from '../read-target.js';
import { isJson } from './maps-plan.js';

interface VerifyArguments {
  /** A solution, or a backup. */
  readonly file: string;
  /** Snapshots and saved maps of the environment. */
  readonly against?: readonly string[] | undefined;
}

/**
 * Checks a solution or a backup: by itself, or whether its maps are in an environment and say the same. Exit code: 0 all is well, 1 a
 * map is missing, differs or was changed, 2 something is not known.
 */
export async function run({ file, against }: VerifyArguments): Promise<CommandResult<AppliedMaps>> {
  const target = against === undefined ? ok(undefined) : await readTarget(against);
  if (target.isErr()) return couldNotRun(target.error);
  const expected = (await isJson(file)) ? await mapsOfBackup(file) : await readSolutionFile(file);
  if (expected.isErr()) return couldNotRun(expected.error);
  if ('damaged' in expected.value && target.value !== undefined) return couldNotRun(expected.value.why);
  const applied = 'damaged' in expected.value ? expected.value.damaged : verified(expected.value, target.value);
  return { type: 'done', result: applied, exitCode: exitCodeOf(applied) };
}

type Damaged = { readonly damaged: AppliedMaps; readonly why: Complaint };

async function mapsOfBackup(file: string): Promise<Result<ExpectedMaps | Damaged, Complaint>> {
  const backup = await readMapBackup(file);
  if (backup.isOk()) return ok({ maps: backup.value.rows.map(entityMapOf) });
  const fault = backup.error;
  if (fault.type !== 'damaged') return err(fault);
  const index: VerifiedMap = { ...nothing, name: '(index)', version: null, publisher: null, ...changedIndex };
  const maps = [...fault.maps.map(damagedMap), ...(fault.isIndexDamaged ? [index] : [])];
  return ok({ damaged: appliedMaps(null, maps), why: fault });
}

const nothing = { differences: [], notCompared: [], isInUse: null } as const;
const changedIndex = { status: 'differs', because: 'what the bundle says about itself was changed' } as const;

function damagedMap({ name, version, publisher, problem }: DamagedMap): VerifiedMap {
  const words = {
    changed: 'it was changed since the backup was made',
    missing: 'its row is no longer in the bundle',
    unexpected: 'its row was put in after the backup was made',
  };
  const status = problem === 'missing' ? 'missing' : 'differs';
  return { ...nothing, name, version, publisher, status, because: words[problem] };
}

function verified(expected: ExpectedMaps, target: Parameters<typeof verifyApplied>[1] | undefined): AppliedMaps {
  return target === undefined ? appliedMaps(null, expected.maps.map(soundMap)) : verifyApplied(expected, target);
}

/** A file by itself: whether its maps can be read. */
function soundMap({ name, version, publisher, columns }: EntityMap): VerifiedMap {
  const { mapping, properties } = columns;
  const isSound = mapping.status === 'read' && properties.status !== 'broken';
  const broken = mapping.status === 'read' ? 'properties' : 'mapping';
  return {
    ...nothing,
    name,
    version: version ?? null,
    publisher: publisher ?? null,
    status: isSound ? 'ok' : 'unknown',
    because: isSound ? 'it can be read' : `its ${broken} cannot be read`,
  };
}

function exitCodeOf({ totals }: AppliedMaps): 0 | 1 | 2 {
  if (totals.missing + totals.differs > 0) return 1;
  return totals.unknown > 0 ? 2 : 0;
}
