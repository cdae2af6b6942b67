import { err, ok, type Result } from 'neverthrow';
import type { Input } from '../../inputs/input.js';
import type { EntityMap } from '../../maps/entity-map.js';
import { entityMapOf } from '../../maps/entity-map-of.js';
import { mapCoverage } from '../../maps/map-coverage.js';
import { mapFaults } from '../../maps/map-faults.js';
import { unreadSpellings } from '../../maps/unread-spellings.js';
import type { BackupFault, DamagedMap, MapBackup } from '../../solutions/map-backup.js';
import {
  type AppliedMaps,
  appliedMaps,
  type ExpectedMaps,
  type VerifiedMap,
  verifyApplied,
} from '../../solutions/verify-applied.js';
import { type CommandResult, type Complaint, couldNotRun } from '../command-result.js';
import { mapFilesOf, mapsOfRows, rowsIn } from '../read-maps.js';
import { readSolutionOrBackup } from '../read-solution-or-backup.js';
import { readTarget } from '../read-target.js';

interface VerifyArguments {
  /** A solution, a backup, or the maps of an environment. */
  readonly file: string;
  /** Snapshots and saved maps of the environment. */
  readonly against?: readonly string[] | undefined;
}

/**
 * Checks a solution, a backup or saved maps: by themselves, or whether its maps are in an environment and say the same. Exit code: 0 all is well, 1 a
 * map is missing, differs or was changed, 2 something is not known.
 */
export async function run({ file, against }: VerifyArguments): Promise<CommandResult<AppliedMaps>> {
  const target = against === undefined ? ok(undefined) : await readTarget(against);
  if (target.isErr()) return couldNotRun(target.error);
  const expected = await readExpected(file);
  if (expected.isErr()) return couldNotRun(expected.error);
  if ('damaged' in expected.value && target.value !== undefined) return couldNotRun(expected.value.why);
  const applied = 'damaged' in expected.value ? expected.value.damaged : verified(expected.value, target.value);
  return { type: 'done', result: applied, exitCode: exitCodeOf(applied) };
}

type Damaged = { readonly damaged: AppliedMaps; readonly why: Complaint };

async function readExpected(file: string): Promise<Result<ExpectedMaps | Damaged, Complaint>> {
  const read = await readSolutionOrBackup(file);
  if (read.isErr()) return err(read.error);
  if (read.value.kind === 'solution') return ok(read.value.solution);
  return read.value.kind === 'backup' ? mapsOfBackup(file, read.value.backup) : mapsOfRowsIn(file, read.value.inputs);
}

async function mapsOfRowsIn(file: string, inputs: readonly Input[]): Promise<Result<ExpectedMaps, Complaint>> {
  return (await mapFilesOf(inputs, [file]))
    .andThen((files) => rowsIn(files, [file]))
    .map(mapsOfRows)
    .map((maps) => ({ ...mapCoverage(maps), maps: maps.value }));
}

function mapsOfBackup(file: string, backup: Result<MapBackup, BackupFault>): Result<ExpectedMaps | Damaged, Complaint> {
  if (backup.isOk()) return ok({ ...mapCoverage(backup.value), maps: backup.value.rows.map(entityMapOf) });
  const fault = { path: file, ...backup.error };
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
  return target === undefined
    ? appliedMaps(null, expected.maps.map(soundMap), expected)
    : verifyApplied(expected, target);
}

/** A file by itself: whether its maps can be read, and what is wrong with them. */
function soundMap(map: EntityMap): VerifiedMap {
  const { name, version, publisher, columns, issues } = map;
  const isTwice = (['mapping', 'properties'] as const).some((part) => unreadSpellings(map, part) !== undefined);
  const isAmbiguous = isTwice || issues.some(({ type }) => type === 'double-key');
  const isSound = columns.mapping.status === 'read' && columns.properties.status !== 'broken' && !isAmbiguous;
  return {
    ...nothing,
    name,
    version: version ?? null,
    publisher: publisher ?? null,
    status: isSound ? 'ok' : 'unknown',
    because: [isSound ? 'it can be read' : 'it cannot be read completely', ...firstOf(mapFaults(map))].join('; '),
  };
}

function firstOf(faults: readonly string[]): readonly string[] {
  const more = faults.length - mostFaults;
  return more <= 0 ? faults : [...faults.slice(0, mostFaults), `and ${more} more, which maps list shows`];
}

const mostFaults = 5;

export function exitCodeOf({ totals, coverage }: AppliedMaps): 0 | 1 | 2 {
  if (totals.missing + totals.differs > 0) return 1;
  return totals.unknown > 0 || coverage === 'partial' ? 2 : 0;
}
