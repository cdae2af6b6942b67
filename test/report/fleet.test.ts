import { describe, expect, test } from 'vitest';
import { sampleEnvironments } from '../../scripts/sample-environments.js';
import { type Adapter, checkFleet, fleetExitCode, fleetOf, known, snapshotAdapter } from '../../src/index.js';

const sample = (name: string) => sampleEnvironments().find((one) => one.name === name)?.snapshot ?? expect.fail(name);
const adapters = ['healthy', 'every-dependency-code', 'half-filled'].map((name) => snapshotAdapter(sample(name)));

describe('a fleet', () => {
  test('is reported in its order, whatever ends first', async () => {
    const slow: Adapter = {
      name: 'slow',
      environment: { name: 'slow' },
      readers: { teams: () => new Promise((resolve) => setTimeout(() => resolve(known([])), 30)) },
    };
    const seen: string[] = [];
    const fleet = await checkFleet([slow, ...adapters], { onReport: ({ environment }) => seen.push(environment.name) });
    expect(fleet.reports.map(({ environment }) => environment.name)).toEqual([
      'slow',
      ...adapters.map(({ environment }) => environment.name),
    ]);
    expect(seen.at(-1)).toBe('slow');
    expect(fleet.totals).toEqual({ healthy: 1, unhealthy: 1, unknown: 2, notChecked: 0 });
  });

  test('a bad environment costs no other', async () => {
    const throwing: Adapter = {
      name: 'bad',
      environment: { name: 'bad' },
      readers: {
        companies: () => {
          throw new Error('down');
        },
      },
    };
    const fleet = await checkFleet([throwing, ...adapters]);
    expect(fleet.reports).toHaveLength(4);
    expect(fleet.reports[0]).toMatchObject({ environment: { name: 'bad' }, health: 'unknown' });
  });

  test('never checks more at a time than asked', async () => {
    let running = 0;
    let most = 0;
    const counting = Array.from(
      { length: 20 },
      (_, index): Adapter => ({
        name: 'counting',
        environment: { name: `e${index}` },
        readers: {
          teams: async () => {
            running += 1;
            most = Math.max(most, running);
            await new Promise((resolve) => setTimeout(resolve, 2));
            running -= 1;
            return known([]);
          },
        },
      }),
    );
    const fleet = await checkFleet(counting, { concurrency: 3 });
    expect(fleet.reports).toHaveLength(20);
    expect(most).toBe(3);
  });

  test('what was given up is listed, not lost', async () => {
    const fleet = await checkFleet(adapters, { signal: AbortSignal.abort() });
    expect(fleet.reports).toEqual([]);
    expect(fleet.faults).toHaveLength(3);
    expect(fleetExitCode(fleet)).toBe(2);
  });

  test.each([
    [['healthy'], 0, 0],
    [['healthy', 'half-filled'], 0, 2],
    [['healthy', 'half-filled', 'every-dependency-code'], 0, 1],
    [['healthy'], 1, 2],
    [[], 0, 2],
  ])('of %j with %i faults ends with %i', async (names, faults, exitCode) => {
    const { reports } = await checkFleet(names.map((name) => snapshotAdapter(sample(name))));
    const fault = { environment: { name: 'x' }, type: 'aborted', because: 'y' };
    expect(
      fleetExitCode(
        fleetOf(
          reports,
          Array.from({ length: faults }, () => fault),
        ),
      ),
    ).toBe(exitCode);
  });
});
