import { known } from '../src/facts/fact.js';
import { type EntityMap, entityMapOf } from '../src/maps/index.js';
import type { DualWriteSolution } from '../src/solutions/dual-write-solution.js';
import {
  backupMaps,
  planApply,
  planImport,
  planRestore,
  type SolutionTarget,
  verifyApplied,
  verifyBackup,
} from '../src/solutions/index.js';
import { field, lookup, type MapRow, mapRow } from '../test/support/entity-maps.js';
import { atMost, type Section } from './section.js';
import { inTurnsAwaited, type Spread, spreadOf, spreadOfRatios } from './spread.js';

/** Plans for solutions and backups of many maps. */
export async function maps(): Promise<Section> {
  const names = await growthOf('names');
  const versions = await growthOf('versions');
  const goalsOf = (growth: readonly MapsGrowth[], what: string) =>
    growth.map(({ name, ratio }) => atMost(`${name}, ${what}`, ratio, 12));
  return {
    goals: [...goalsOf(names, 'ten times the maps'), ...goalsOf(versions, 'ten times the versions of one map')],
    text: `## Solutions and backups of maps

From 300 saved maps to 3,000, in processor time. Maps of different names need one another in a chain; versions of one map are of two
publishers. For 3,000 different maps, ${names.map(({ name, milliseconds }) => `${name} takes ${milliseconds.toFixed(0)} ms`).join(', ')}.`,
  };
}

/** `names`: every row is a map of its own, and each needs the one before it. `versions`: all are versions of one map. */
type MapsShape = 'names' | 'versions';

/** How many times longer ten times the maps take. */
interface MapsGrowth {
  readonly name: string;
  readonly ratio: Spread;
  /** Of the processor, for the larger size. */
  readonly milliseconds: number;
}

const sizes = [300, 3_000] as const;

async function growthOf(shape: MapsShape): Promise<readonly MapsGrowth[]> {
  const [small, large] = [await tasksOf(shape, sizes[0]), await tasksOf(shape, sizes[1])];
  const growth: MapsGrowth[] = [];
  for (const [index, { name, run }] of large.entries()) {
    // As many maps at a time on both sides, so that collecting garbage falls on both alike.
    const times = sizes[1] / sizes[0];
    const runSmall = small[index]?.run ?? run;
    const pairs = await inTurnsAwaited(
      5,
      async () => run(),
      async () => {
        for (let time = 0; time < times; time += 1) await runSmall();
      },
    );
    const ratio = spreadOfRatios(pairs.map(([large, allSmall]) => [large, allSmall / times] as const));
    growth.push({ name, ratio, milliseconds: spreadOf(pairs.map(([large]) => large)).median });
  }
  return growth;
}

interface Task {
  readonly name: string;
  readonly run: () => unknown;
}

async function tasksOf(shape: MapsShape, size: number): Promise<readonly Task[]> {
  const rows = Array.from({ length: size }, (_, index) => rowOf(shape, index));
  const maps = rows.map((row) => entityMapOf(row));
  const target = targetOf(maps);
  const newer = maps.map((map) => ({ ...map, id: undefined, version: `2.0.0.${map.version?.split('.')[3]}` }));
  const solution = solutionOf(newer);
  const backup = (await backupMaps(rows, { environment: 'test', takenAt: '2026-11-20T10:00:00Z' }))._unsafeUnwrap();
  const damaged = { ...backup, rows: backup.rows.map((row) => ({ ...row, changed: true })) };
  return [
    { name: 'verifying a backup against the maps', run: () => verifyApplied({ maps }, target) },
    { name: 'planning an import', run: () => planImport(solution, target) },
    { name: 'planning to apply', run: () => planApply(solution, target, { isImported: true }) },
    { name: 'checking a backup', run: () => verifyBackup(backup) },
    { name: 'checking a backup with every row changed', run: () => verifyBackup(damaged) },
    { name: 'planning to restore', run: () => planRestore(backup, target) },
  ];
}

function rowOf(shape: MapsShape, index: number): MapRow {
  const before = lookup('BEFORE', `t${index - 1}id.name`, `t${index - 1}`);
  const table = shape === 'names' ? `t${index}` : 'accounts';
  const fields = [field('NAME', 'name'), ...(shape === 'names' ? [before] : [])];
  const row = mapRow(table, 'Customers V3', { version: `1.0.0.${index}`, fields }, index);
  return { ...row, msdyn_name: row.msdyn_name.replace('msdyn', index % 2 === 0 ? 'contoso' : 'fabrikam') };
}

function targetOf(maps: readonly EntityMap[]): SolutionTarget {
  const listed = maps.map(({ name, dataverseTable = '', finopsEntity = '', version, publisher }) => ({
    name,
    dataverseTable,
    finopsEntity,
    version,
    publisher,
    state: 'running' as const,
  }));
  return {
    name: 'test',
    facts: {
      solutions: known([{ uniqueName: 'msdyn_DualWriteCore', version: '1.0.24073.3' }]),
      entityMaps: known(listed),
      mapActivity: known(listed.map(({ name, state }) => ({ map: name, state }))),
    },
    maps: known(maps),
  };
}

function solutionOf(maps: readonly EntityMap[]): DualWriteSolution {
  return {
    uniqueName: 'ContosoMaps',
    displayName: null,
    version: '2.0.0.0',
    publisher: { uniqueName: 'contoso', displayName: null, prefix: 'contoso' },
    isManaged: false,
    maps,
    requires: [],
    issues: [],
  };
}
