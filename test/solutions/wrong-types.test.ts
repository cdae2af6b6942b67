import { describe, expect, test } from 'vitest';
import { entityMapOf } from '../../src/maps/index.js';
import { backupMaps, changeSolution, planRestore, readSolution, verifyBackup } from '../../src/solutions/index.js';
import { mapRow } from '../support/entity-maps.js';
import { solutionZip } from '../support/solution-files.js';
import { wrongValues } from '../support/wrong-values.js';

const row = mapRow('uoms', 'Units');
const meta = { environment: 'production', takenAt: '2026-11-20T10:00:00Z' };

describe.each(wrongValues)('%s is a fault, and nothing is thrown', (_name, value) => {
  test('as a backup', async () => {
    expect((await verifyBackup(value))._unsafeUnwrapErr().type).toMatch(/^(?:malformed|unsupported-version)$/);
    expect((await planRestore(value, { name: 'x', facts: {}, maps: { status: 'known', value: [] } })).isErr()).toBe(
      true,
    );
    const bundle = (await backupMaps([row], meta))._unsafeUnwrap();
    for (const key of Object.keys(bundle)) {
      if (key === 'environment' || key === 'takenAt') continue;
      expect((await verifyBackup({ ...bundle, [key]: value })).isErr()).toBe(true);
    }
  });

  test('as rows of a backup', async () => {
    expect((await backupMaps(value, meta)).isErr()).toBe(true);
    expect((await backupMaps([row, value], meta)).isErr()).toBe(true);
  });

  test('as a solution and as a change of one', async () => {
    const solution = (await readSolution(solutionZip([row], { managed: '0' })))._unsafeUnwrap();
    expect(changeSolution(value, { type: 'remove-map', name: 'uoms - Units' }).isErr()).toBe(true);
    expect(changeSolution(solution, value).isErr()).toBe(true);
    expect(changeSolution(solution, { type: 'add-map', map: value }).isErr()).toBe(true);
    expect(changeSolution({ ...solution, isManaged: value }, { type: 'add-map', map: entityMapOf(row) }).isErr()).toBe(
      true,
    );
  });
});
