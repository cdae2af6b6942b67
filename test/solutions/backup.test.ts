import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { known, unknown } from '../../src/facts/fact.js';
import { type EntityMap, entityMapOf } from '../../src/maps/index.js';
import { backupMaps } from '../../src/solutions/backup-maps.js';
import type { MapBackup } from '../../src/solutions/map-backup.js';
import { planRestore } from '../../src/solutions/plan-restore.js';
import { verifyBackup } from '../../src/solutions/verify-backup.js';
import { lookup, mapRow, shippedMaps } from '../support/entity-maps.js';
import { listed, target } from './target.js';

const meta = { environment: 'production', takenAt: '2026-11-20T10:00:00Z' };
const shipped = shippedMaps();
const backup = async (rows: Iterable<unknown>) => (await backupMaps(rows, meta))._unsafeUnwrap();
const saved = (bundle: unknown) => JSON.parse(JSON.stringify(bundle));

/** A row of any columns, one of which makes it a map. */
const anyRow = fc
  .dictionary(fc.string(), fc.jsonValue({ maxDepth: 3, noUnicodeString: false }))
  .map((columns) => ({ ...columns, msdyn_name: 'contoso_[a - B]' }));
const anyTexts = fc.record({ msdyn_mapping: fc.string({ unit: 'binary' }), msdyn_properties: fc.string() });

describe('a backup', () => {
  test('has a name for every row, and every row as it was', async () => {
    const bundle = await backup(shipped);
    expect(bundle.index).toHaveLength(19);
    expect(bundle.index[3]).toMatchObject({ name: 'accounts - Customers V3', version: '1.0.0.5', publisher: 'msdyn' });
    expect(bundle.index[3]?.checksum).toMatch(/^[\da-f]{64}$/);
    expect((await verifyBackup(saved(bundle)))._unsafeUnwrap().rows).toEqual(shipped);
  });

  property.prop([fc.array(fc.tuple(anyRow, anyTexts), { minLength: 1, maxLength: 5 })])(
    'there and back: rows, backup, file, restored rows are equal',
    async (parts) => {
      const rows = parts.map(([row, texts]) => JSON.parse(JSON.stringify({ ...row, ...texts })));
      const restored = await verifyBackup(saved(await backup(rows)));
      expect(restored._unsafeUnwrap().rows).toEqual(rows);
    },
  );

  test('the checksum is that of SHA-256', async () => {
    const { index } = await backup([{ msdyn_name: 'x' }]);
    // echo -n '{"msdyn_name":"x"}' | sha256sum
    expect(index[0]?.checksum).toBe('f2328d1e15f75da62ffbff4807fb44dda1a643d55585b7eadd250c331ec727ac');
  });

  test('the same rows give the same bytes, and the order of columns says nothing', async () => {
    const [first] = shipped;
    const turned = Object.fromEntries(Object.entries(first ?? {}).reverse());
    expect((await backup([turned])).index).toEqual((await backup([first])).index);
  });

  test.each<[string, readonly unknown[], object]>([
    ['no rows', [], { type: 'no-rows' }],
    ['a row that is none', [shipped[0], 7], { type: 'no-json', row: 2 }],
    ['a row that holds itself', [circular()], { type: 'no-json', row: 1 }],
    ['something else', [shipped[0], { hello: 'world' }], { type: 'no-map', row: 2 }],
    ['a package', [{ name: '@contoso/app', version: '1.2.3' }], { type: 'no-map', row: 1 }],
    ['a report', [{ outcomes: [] }], { type: 'no-map', because: 'row 1 is not a table map' }],
  ])('%s is refused', async (_case, rows, fault) => {
    expect((await backupMaps(rows, meta))._unsafeUnwrapErr()).toMatchObject(fault);
  });

  test('a runtime without Web Crypto is named', async () => {
    const crypto = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
    Object.defineProperty(globalThis, 'crypto', { value: undefined, configurable: true });
    const result = await backupMaps([shipped[0]], meta);
    Object.defineProperty(globalThis, 'crypto', crypto as PropertyDescriptor);
    expect(result._unsafeUnwrapErr()).toMatchObject({ type: 'no-checksums' });
  });
});

describe('a backup of a part', () => {
  const part = { coverage: 'partial', detail: 'more rows follow' } as const;
  const bundleOf = async (more: object) => (await backupMaps(shipped, { ...meta, ...more }))._unsafeUnwrap();

  test('says so, and the checksum covers it', async () => {
    const bundle = await bundleOf(part);
    expect(bundle).toMatchObject(part);
    expect((await verifyBackup(saved(bundle)))._unsafeUnwrap()).toEqual(bundle);
    const { coverage: _, detail: __, ...passedOff } = bundle;
    for (const changed of [passedOff, { ...bundle, detail: 'nothing' }, { ...(await bundleOf({})), ...part }]) {
      expect((await verifyBackup(saved(changed)))._unsafeUnwrapErr()).toMatchObject({
        type: 'damaged',
        maps: [],
        isIndexDamaged: true,
      });
    }
  });

  test('of all maps, it is the bundle of before', async () => {
    expect(await bundleOf({ coverage: 'complete' })).toEqual(await bundleOf({}));
    expect(await bundleOf({})).not.toHaveProperty('coverage');
  });

  test('is planned with a doubt', async () => {
    const maps = shipped.map((one) => entityMapOf(one));
    const planned = (await planRestore(await bundleOf(part), target(maps)))._unsafeUnwrap();
    expect(planned).toMatchObject({
      verdict: 'unknown',
      backup: part,
      unknowns: [{ subject: 'the backup', because: 'it may not have all maps: more rows follow' }],
    });
    expect((await planRestore(await bundleOf({}), target(maps)))._unsafeUnwrap().verdict).toBe('clear');
  });
});

function circular(): object {
  const row: Record<string, unknown> = { msdyn_name: 'x' };
  row.self = row;
  return row;
}

describe('a damaged bundle names its maps', () => {
  const accounts = { name: 'accounts - Customers V3', version: '1.0.0.5', publisher: 'msdyn' };
  const stray = { ...mapRow('x', 'Y'), msdyn_dualwriteentitymapid: '10000000-0000-4000-8000-000000000000' };
  const withRow = (rows: MapBackup['rows'], at: number, change: object) =>
    rows.map((row, index) => (index === at ? { ...row, ...change } : row));
  test.each<[string, (bundle: MapBackup) => Partial<MapBackup>, object]>([
    [
      'a character of a column',
      ({ rows }) => ({ rows: withRow(rows, 3, { msdyn_mapping: `${rows[3]?.msdyn_mapping} ` }) }),
      { maps: [{ ...accounts, problem: 'changed' }], isIndexDamaged: false },
    ],
    [
      'a column more',
      ({ rows }) => ({ rows: withRow(rows, 3, { more: null }) }),
      { maps: [{ ...accounts, problem: 'changed' }] },
    ],
    ['a row is gone', ({ rows }) => ({ rows: rows.toSpliced(3, 1) }), { maps: [{ ...accounts, problem: 'missing' }] }],
    [
      'the end is gone',
      ({ rows }) => ({ rows: rows.slice(0, 17) }),
      {
        maps: [
          { name: 'msdyn_genders - Genders', problem: 'missing' },
          { name: 'uoms - Units', problem: 'missing' },
        ],
      },
    ],
    [
      'a row was put in',
      ({ rows }) => ({ rows: [...rows, stray] }),
      { maps: [{ name: 'x - Y', problem: 'unexpected' }] },
    ],
    [
      'a row twice',
      ({ rows }) => ({ rows: [...rows, rows[3] ?? {}] }),
      { maps: [{ ...accounts, problem: 'unexpected' }] },
    ],
    [
      'a row and its entry are gone',
      ({ rows, index }) => ({ rows: rows.slice(1), index: index.slice(1) }),
      { maps: [], isIndexDamaged: true },
    ],
    ['another environment', () => ({ environment: { name: 'test' } }), { maps: [], isIndexDamaged: true }],
    ['another time', () => ({ takenAt: '2020-01-01T00:00:00Z' }), { maps: [], isIndexDamaged: true }],
  ])('%s', async (_case, change, expected) => {
    const bundle = await backup(shipped);
    const fault = (await verifyBackup(saved({ ...bundle, ...change(bundle) })))._unsafeUnwrapErr();
    expect(fault).toMatchObject({ type: 'damaged', isIndexDamaged: false, ...expected });
  });

  test('rows in another order are not damage', async () => {
    const bundle = await backup(shipped);
    expect((await verifyBackup(saved({ ...bundle, rows: bundle.rows.toReversed() }))).isOk()).toBe(true);
  });

  test.each<[string, unknown, object]>([
    ['nothing', null, { type: 'malformed' }],
    ['rows', shipped, { type: 'malformed' }],
    ['another kind', { schemaVersion: 1, kind: 'map-list' }, { type: 'malformed' }],
    ['a later version', { schemaVersion: 2, kind: 'map-backup' }, { type: 'unsupported-version', found: 2 }],
  ])('%s is not a bundle', async (_case, input, fault) => {
    expect((await verifyBackup(input))._unsafeUnwrapErr()).toMatchObject(fault);
  });

  test('rows that are not objects are named', async () => {
    const bundle = { ...(await backup(shipped)), rows: ['x'] };
    const fault = (await verifyBackup(bundle))._unsafeUnwrapErr();
    expect(fault).toMatchObject({ type: 'malformed', issues: [{ path: 'rows[0]' }] });
  });
});

describe('restoring', () => {
  const row = (details: object = {}, table = 'accounts', index = 1) => ({
    ...mapRow(table, 'Customers V3', {}, index),
    ...details,
  });
  const maps = (...rows: readonly object[]) => rows.map((one) => entityMapOf(one));
  const plan = async (rows: readonly object[], there: Parameters<typeof target>[0], facts = {}) =>
    (await planRestore(await backup(rows), target(there, facts)))._unsafeUnwrap();
  const otherId = { msdyn_dualwriteentitymapid: '20000000-0000-4000-8000-000000000000' };

  test.each<[string, readonly EntityMap[], string, string]>([
    ['an empty environment', [], 'create', 'nothing'],
    ['the row', maps(row()), 'same', 'nothing'],
    ['another row with the same', maps(row(otherId)), 'same', 'nothing'],
    ['another version', maps(row({ ...otherId, msdyn_version: '1.0.0.1' })), 'new-version', 'nothing'],
    [
      'another publisher',
      maps(row({ ...otherId, msdyn_name: 'fabrikam_[accounts - Customers V3]' })),
      'new-version',
      'nothing',
    ],
    ['the row with other fields', maps(row({ msdyn_mapping: '{"legs":[]}' })), 'conflict', 'lost'],
    [
      'another row of the version with other fields',
      maps(row({ ...otherId, msdyn_mapping: '{"legs":[]}' })),
      'conflict',
      'lost',
    ],
    ['the row with another version', maps(row({ msdyn_version: '1.0.0.1' })), 'conflict', 'lost'],
    ['the row, broken', maps(row({ msdyn_mapping: '{' })), 'unknown', 'unknown'],
  ])('into %s', async (_case, there, action, loss) => {
    const { maps: planned } = await plan([row()], there);
    expect(planned.map((one) => [one.action, one.loss.status])).toEqual([[action, loss]]);
  });

  test('what cannot be read is still restored', async () => {
    const broken = row({ msdyn_mapping: '{"legs":[' });
    expect((await plan([broken], [])).maps.map(({ action }) => action)).toEqual(['create']);
    expect((await plan([broken], maps(broken))).maps.map(({ action }) => action)).toEqual(['same']);
  });

  test.each([
    ['not known', unknown('throttled')],
    ['known in part', known([], { coverage: 'partial' as const })],
  ])('into an environment that is %s nothing is said to be safe', async (_case, there) => {
    const planned = await plan([row()], there);
    expect(planned.maps.map((one) => [one.action, one.loss.status])).toEqual([['unknown', 'unknown']]);
    expect(planned.verdict).toBe('unknown');
  });

  test('in order: what others need first, older versions first', async () => {
    const orders = mapRow('orders', 'Orders', { fields: [lookup('C', 'customerid.accountnumber', 'accounts')] }, 4);
    const rows = [orders, row({ msdyn_version: '1.0.0.10' }), row({ ...otherId, msdyn_version: '1.0.0.9' })];
    expect((await plan(rows, [])).maps.map(({ name, version }) => `${name} ${version}`)).toEqual([
      'accounts - Customers V3 1.0.0.9',
      'accounts - Customers V3 1.0.0.10',
      'orders - Orders 1.0.0.0',
    ]);
  });

  test('steps: what is written over is backed up and stopped first', async () => {
    const there = maps(row({ msdyn_mapping: '{"legs":[]}' }));
    const running = { entityMaps: known([{ ...listed('accounts', 'running'), name: 'accounts - Customers V3' }]) };
    const planned = await plan([row()], there, running);
    expect(planned.steps.map(({ kind }) => kind)).toEqual([
      'backup',
      'stop',
      'create',
      'choose-version',
      'run',
      'verify',
    ]);
    expect(planned.steps.find(({ kind }) => kind === 'create')?.destroys).toContain('as it is saved now');
    expect(planned.verdict).toBe('lossy');
    expect((await plan([row()], maps(row()))).steps.map(({ kind }) => kind)).toEqual(['verify']);
  });

  test('a damaged bundle is not planned with', async () => {
    const bundle = { ...(await backup(shipped)), takenAt: 'x' };
    expect((await planRestore(bundle, target([])))._unsafeUnwrapErr().type).toBe('damaged');
  });

  test('restored, everything is the same', async () => {
    const planned = await plan(
      shipped,
      shipped.map((one) => entityMapOf(one)),
    );
    expect(new Set(planned.maps.map(({ action }) => action))).toEqual(new Set(['same']));
    expect(planned.verdict).toBe('clear');
  });
});
