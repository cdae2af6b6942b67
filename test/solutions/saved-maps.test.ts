import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { known } from '../../src/facts/fact.js';
import type { Facts } from '../../src/facts/schemas.js';
import { type EntityMap, entityMapOf, toEntityMapRow } from '../../src/maps/index.js';
import { backupMaps } from '../../src/solutions/backup-maps.js';
import { planApply, planImport, planRestore, verifyApplied } from '../../src/solutions/index.js';
import { field, mapRow, shippedMaps } from '../support/entity-maps.js';
import { diceOf, reencoded } from '../support/re-encode-map.js';
import { map, solution, target } from './target.js';

const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
const unmanaged = { isManaged: false };

/** A row with other columns. */
const changed = (row: EntityMap, columns: object) => entityMapOf({ ...toEntityMapRow(row), ...columns });
const called = (name: string) => ({ msdyn_displayname: name, msdyn_name: `contoso_[${name}]` });

const verified = (rows: readonly unknown[], there: readonly unknown[] = rows) =>
  verifyApplied(
    { maps: rows.map((row) => entityMapOf(row)) },
    { name: 'production', facts: {}, maps: known(there.map((row) => entityMapOf(row))) },
  );

const restored = async (rows: readonly object[], there: readonly unknown[], facts = {}) => {
  const backup = await backupMaps(rows, { environment: 'production', takenAt: '2026-11-20T10:00:00Z' });
  const maps = there.map((row) => entityMapOf(row));
  return (await planRestore(backup._unsafeUnwrap(), target(maps, facts)))._unsafeUnwrap();
};

describe('a backup against the rows that it was made of', () => {
  const legs = (name: string) => JSON.stringify({ legs: [{ fieldMappings: [field(name.toUpperCase(), name)] }] });
  const shared = { msdyn_displayname: 'accounts - Customers V3', msdyn_name: 'contoso_[accounts - Customers V3]' };
  test.each<[string, readonly object[]]>([
    ['rows without a version', [{ ...shared, msdyn_mapping: legs('a') }]],
    [
      'twins with ids',
      [1, 2].map((n) => ({ ...shared, msdyn_dualwriteentitymapid: idOf(n), msdyn_mapping: legs(`f${n}`) })),
    ],
    [
      'twins without ids',
      [1, 2, 3].map((n) => ({ ...shared, msdyn_version: '1.0.0.0', msdyn_mapping: legs(`f${n}`) })),
    ],
    ['a hundred twins', Array.from({ length: 100 }, (_, n) => ({ ...shared, msdyn_mapping: legs(`f${n}`) }))],
    [
      'the same row twice',
      [
        { ...shared, msdyn_mapping: legs('a') },
        { ...shared, msdyn_mapping: legs('a') },
      ],
    ],
    [
      'one id twice',
      [1, 2].map((n) => ({ ...shared, msdyn_dualwriteentitymapid: idOf(1), msdyn_mapping: legs(`f${n}`) })),
    ],
    ['one id under two names', ['a - B', 'c - D'].map((name) => ({ name, id: idOf(1), msdyn_mapping: legs('x') }))],
    [
      'two technical names under one',
      ['a - B', 'c - D'].map((name) => ({
        ...shared,
        name,
        msdyn_name: name,
        publisher: 'contoso',
        msdyn_mapping: legs('x'),
      })),
    ],
    ['no name', [{ legs: [] }, { legs: [{ fieldMappings: [] }] }]],
    ['no name, with an id', [{ msdyn_dualwriteentitymapid: idOf(1), msdyn_mapping: '{"legs":[]}' }]],
    ['a broken mapping', ['{', '{{', '{"legs":['].map((text) => ({ ...shared, msdyn_mapping: text }))],
    ['a truncated one', [{ ...shared, msdyn_mapping: legs('a').slice(0, -1) }]],
    ['broken properties', [{ ...shared, msdyn_mapping: legs('a'), msdyn_properties: '{"a":' }]],
    ['properties alone', [{ ...shared, msdyn_properties: '{}' }]],
    ['a name alone', [{ msdyn_name: 'x' }, { msdyn_name: 'y' }]],
    ['no publisher', [{ msdyn_displayname: 'a - B', msdyn_version: '1.0.0.0', msdyn_mapping: legs('a') }]],
    [
      'versions that are not numbers',
      ['v1', 'V1', 'one'].map((text, n) => ({ ...shared, version: text, msdyn_mapping: legs(`f${n}`) })),
    ],
    [
      'keys on one of two',
      [
        { ...shared, mapping: legs('a') },
        { ...shared, mapping: legs('a'), integrationKeys: ['a'] },
      ],
    ],
    ['the shipped maps', shippedMaps()],
  ])('%s', async (_case, rows) => {
    const { totals } = verified(rows);
    expect(totals).toEqual({ ok: rows.length, missing: 0, differs: 0, unknown: 0 });
    expect(verified(rows, rows.toReversed()).totals).toEqual(totals);
    const { maps } = await restored(rows, rows);
    expect(maps.map(({ action }) => action)).toEqual(rows.map(() => 'same'));
  });

  const text = fc.oneof(
    fc.constantFrom('', '{', '{}', '{"legs":[]}', '{"legs":[{}]}', '{"legs":[]', 'null', '{"a":1,"a":2}'),
    fc.string(),
  );
  const column = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
  const row = fc.record({
    msdyn_dualwriteentitymapid: column(fc.constantFrom(idOf(1), `{${idOf(2).toUpperCase()}}`, 'x')),
    msdyn_name: column(fc.constantFrom('msdyn_[a - B]', 'contoso_[a - B]', 'B (a)', 'c - D', '-')),
    msdyn_displayname: column(fc.constantFrom('a - B', 'B - a', ' ', 'c')),
    msdyn_version: column(fc.constantFrom('1.0.0.0', '1.0', '9.9.9.9', '', 'v1', '1.0.0.5')),
    msdyn_mapping: column(text),
    msdyn_properties: column(text),
    publisher: column(fc.constantFrom('contoso', 'Contoso', 'fabrikam')),
    integrationKeys: column(fc.constantFrom(['a'], ['b', 'a'])),
    ismanaged: column(fc.boolean()),
    active: column(fc.boolean()),
    modifiedon: column(fc.string()),
  });
  property.prop([fc.array(row, { maxLength: 14 })])('any rows, in any order', (rows) => {
    const { totals } = verified(rows);
    expect(totals).toEqual({ ok: rows.length, missing: 0, differs: 0, unknown: 0 });
    expect(verified(rows, rows.toReversed()).totals).toEqual(totals);
    expect(verified(rows, JSON.parse(JSON.stringify(rows))).totals).toEqual(totals);
  });

  property.prop([fc.array(row, { minLength: 1, maxLength: 12 })])(
    'plans find nothing to lose in any rows',
    async (rows) => {
      const maps = rows.map((one) => entityMapOf(one));
      const there = target(maps);
      for (const isManaged of [true, false, null]) {
        const { maps: imported } = planImport(solution(maps, { isManaged }), there);
        for (const { change, loss } of imported) {
          expect(['same', 'unreadable', 'unknown']).toContain(change);
          expect(loss.status).not.toBe('lost');
        }
      }
      expect(planApply(solution(maps), there).maps.length).toBeGreaterThan(0);
      const given = rows.filter(
        ({ msdyn_name, msdyn_displayname }) => (msdyn_name ?? msdyn_displayname ?? '').trim() !== '',
      );
      if (given.length === 0) return;
      const { maps: planned } = await restored(given, given);
      expect(planned.map(({ action }) => action)).toEqual(given.map(() => 'same'));
    },
  );

  test('another encoding in other rows: twins are found by what they say', () => {
    const twins = ['name', 'fax', 'telephone1'].map((column, n) => ({
      ...mapRow('accounts', 'Customers V3', { fields: [field(column.toUpperCase(), column)] }, n + 1),
    }));
    const dice = diceOf(3);
    const there = twins.toReversed().map((one, n) => ({
      ...one,
      msdyn_dualwriteentitymapid: idOf(n + 50),
      msdyn_mapping: reencoded(JSON.parse(one.msdyn_mapping), dice),
    }));
    expect(verified(twins, there).totals).toMatchObject({ ok: 3 });
  });

  test('of many twins none of which has its text, the one that is meant is not known', () => {
    const twins = (column: string, first: number) =>
      Array.from({ length: 20 }, (_, n) => ({
        ...mapRow('accounts', 'Customers V3', { fields: [field('X', `${column}${n}`)] }, first + n),
      }));
    const [outcome] = verified(twins('a', 1).slice(0, 1), twins('b', 100)).maps;
    expect(outcome).toMatchObject({ status: 'unknown', because: expect.stringContaining('20 rows have this version') });
  });

  test('a row without a name and an id that changed is not known to be missing', () => {
    expect(verified([{ legs: [] }], [{ legs: [{}] }]).maps).toMatchObject([{ status: 'unknown' }]);
    const row = { msdyn_dualwriteentitymapid: idOf(1), msdyn_mapping: '{"legs":[]}' };
    expect(verified([row], [{ legs: [{}] }]).maps).toMatchObject([{ status: 'missing' }]);
  });
});

test.each([
  ['an empty environment', [], 'added', 'create'],
  ['an environment with other maps', [map()], 'unknown', 'unknown'],
] as const)('a map without a name and an id, into %s', async (_case, there, change, action) => {
  const row = { msdyn_mapping: '{"legs":[]}' };
  expect(planImport(solution([entityMapOf(row)]), target(there)).maps).toMatchObject([{ change }]);
  expect(planApply(solution([entityMapOf(row)]), target(there)).maps).toMatchObject([{ change }]);
  expect((await restored([row], there.map(toEntityMapRow))).maps).toMatchObject([{ action }]);
});

describe('a row that was renamed', () => {
  const incoming = map();
  const renamed = changed(map(), called('Key accounts'));

  test.each<[string, EntityMap, boolean | null, string, string]>([
    ['an unmanaged import overwrites it', renamed, false, 'overwrites-customization', 'lost'],
    ['a managed row too', changed(renamed, { ismanaged: true }), false, 'overwrites-customization', 'lost'],
    ['other fields too', changed(renamed, { msdyn_mapping: '{"legs":[]}' }), false, 'overwrites-customization', 'lost'],
    ['an older version', changed(renamed, { msdyn_version: '1.0.0.1' }), false, 'overwrites-customization', 'lost'],
    ['no version', changed(renamed, { msdyn_version: null }), false, 'overwrites-customization', 'lost'],
    [
      'a newer version is in the way',
      changed(renamed, { msdyn_version: '1.0.0.9' }),
      false,
      'version-conflict',
      'lost',
    ],
    ['a managed import into a managed row', changed(renamed, { ismanaged: true }), true, 'replaced', 'nothing'],
    ['a managed import', renamed, true, 'replaced', 'unknown'],
    ['not known whether managed', renamed, null, 'replaced', 'unknown'],
  ])('importing: %s', (_case, there, isManaged, change, loss) => {
    const { maps, verdict } = planImport(solution([incoming], { isManaged }), target([there]));
    expect(maps.map((one) => [one.change, one.loss.status])).toEqual([[change, loss]]);
    expect(maps[0]?.because).toContain('Key accounts');
    expect(verdict).not.toBe(isManaged === false ? 'clear' : '');
    if (loss === 'lost')
      expect(maps[0]?.loss).toMatchObject({ what: expect.stringContaining('its name Key accounts') });
  });

  test.each<[string, object, string]>([
    ['its display name alone', { msdyn_displayname: 'Key accounts' }, 'Key accounts'],
    ['its technical name alone', { msdyn_name: 'contoso_[Key accounts]' }, 'contoso_[Key accounts]'],
    ['the publisher in its technical name', { msdyn_name: 'fabrikam_[accounts - Entity of accounts]' }, 'fabrikam_['],
  ])('%s', async (_case, columns, said) => {
    const there = changed(map(), columns);
    const expected = { because: expect.stringContaining(said) };
    const imported = planImport(solution([incoming], unmanaged), target([there])).maps;
    expect(imported).toMatchObject([{ ...expected, change: 'overwrites-customization', loss: { status: 'lost' } }]);
    const { maps } = await restored([toEntityMapRow(incoming)], [toEntityMapRow(there)]);
    expect(maps).toMatchObject([{ ...expected, action: 'conflict' }]);
    const outcome = verified([toEntityMapRow(incoming)], [toEntityMapRow(there)]).maps;
    expect(outcome).toMatchObject([{ ...expected, status: 'differs' }]);
  });

  test.each<[string, object]>([
    ['no technical name', { msdyn_name: null }],
    ['no display name', { msdyn_displayname: null }],
    ['no name', { msdyn_name: null, msdyn_displayname: null, publisher: 'contoso' }],
    ['a plain name', { msdyn_name: null, msdyn_displayname: null, name: 'accounts - Entity of accounts' }],
  ])('a row with %s was not renamed', async (_case, columns) => {
    const there = changed(map(), columns);
    expect(planImport(solution([incoming], unmanaged), target([there])).maps).toMatchObject([{ change: 'same' }]);
    expect((await restored([toEntityMapRow(incoming)], [toEntityMapRow(there)])).maps).toMatchObject([
      { action: 'same' },
    ]);
    expect(verified([toEntityMapRow(incoming)], [toEntityMapRow(there)]).totals.ok).toBe(1);
  });

  test('another form of its name is the same name', () => {
    const there = changed(map(), called('Entity of accounts (accounts)'));
    expect(planImport(solution([incoming], unmanaged), target([there])).maps).toMatchObject([{ change: 'same' }]);
    expect(verified([toEntityMapRow(incoming)], [toEntityMapRow(there)]).totals.ok).toBe(1);
  });

  test('restoring is a conflict', async () => {
    const { maps } = await restored([toEntityMapRow(incoming)], [toEntityMapRow(renamed)]);
    expect(maps).toMatchObject([{ action: 'conflict', because: expect.stringContaining('Key accounts') }]);
    expect(maps[0]?.loss).toMatchObject({ status: 'lost', what: expect.stringContaining('its name Key accounts') });
  });

  test('applying does not claim to replace it', () => {
    const inUse = changed(renamed, { active: true });
    const { maps, verdict } = planApply(solution([incoming]), target([inUse]), { isImported: true });
    expect(maps).toMatchObject([{ change: 'unknown', because: expect.stringContaining('Key accounts') }]);
    expect(verdict).toBe('unknown');
  });

  test('verifying says so, unless another row has the version', () => {
    const rows = [toEntityMapRow(incoming)];
    expect(verified(rows, [toEntityMapRow(renamed)]).maps).toMatchObject([
      { status: 'differs', because: 'its row is called Key accounts' },
    ]);
    const other = changed(incoming, { msdyn_dualwriteentitymapid: idOf(9) });
    expect(verified(rows, [toEntityMapRow(renamed), toEntityMapRow(other)]).totals.ok).toBe(1);
  });
});

describe('a running map is stopped first, whatever it is called', () => {
  const incoming = map('accounts', { fields: ['name', 'fax'] });
  const there = map('accounts', { version: '1.0.0.4', id: 2 });
  const elsewhere = { finopsEntity: 'Another entity', dataverseTable: 'another' };
  const row = (details: object): Facts['entityMaps'][number] => ({
    name: 'Another map',
    ...elsewhere,
    state: 'running',
    ...details,
  });
  const project = 'DWM-10000000-0000-4000-8000-000000000000-20000000-0000-4000-8000-000000000000';
  const byPair = { finopsEntity: 'entity of Accounts', dataverseTable: 'accounts' };

  test.each<[string, object]>([
    ['the Dual-write page', { entityMaps: known([row({ name: 'Entity of accounts (accounts)' })]) }],
    ['finance first', { entityMaps: known([row({ name: 'Entity of accounts - accounts' })]) }],
    ['in brackets', { entityMaps: known([row({ name: '[Entity of accounts] - [accounts]' })]) }],
    ['its technical name', { entityMaps: known([row({ name: 'msdyn_[accounts - Entity of accounts]' })]) }],
    ['a dash of another kind', { entityMaps: known([row({ name: 'Accounts \u2013 entity  of accounts' })]) }],
    ['its entity and table', { entityMaps: known([row({ ...byPair })]) }],
    [
      'its entity and the logical name of its table',
      { entityMaps: known([row({ ...byPair, dataverseTable: 'account' })]) },
    ],
    ['the activity alone', { mapActivity: known([{ map: 'Entity of accounts (accounts)', state: 'paused' }]) }],
    [
      'the activity, by its project',
      {
        entityMaps: known([row({ ...byPair, state: 'unknown', projectName: project })]),
        mapActivity: known([{ map: '{20000000-0000-4000-8000-000000000000}', state: 'running' }]),
      },
    ],
    [
      'the activity, by the name in the list',
      {
        entityMaps: known([row({ ...byPair, name: 'Key accounts', state: 'unknown' })]),
        mapActivity: known([{ map: 'key accounts', state: 'running' }]),
      },
    ],
  ])('%s', async (_case, facts) => {
    const { maps, steps } = planApply(solution([incoming]), target([there], facts), { isImported: true });
    expect(maps[0]?.activity).toBe('runs');
    expect(steps.map(({ kind }) => kind)[0]).toBe('stop');
    const overwritten = changed(incoming, { msdyn_mapping: '{"legs":[]}' });
    const plan = await restored([toEntityMapRow(incoming)], [toEntityMapRow(overwritten)], facts);
    expect(plan.steps.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['stop']));
  });

  test('one that is saved under another name, and one whose other versions stay', async () => {
    const facts = { entityMaps: known([row({ ...byPair, name: 'Key accounts' })]) };
    const other = changed(there, called('Key accounts'));
    const { maps, steps } = planApply(solution([incoming]), target([other], facts), { isImported: true });
    expect(maps).toMatchObject([{ change: 'added', activity: 'runs' }]);
    expect(steps[0]?.kind).toBe('stop');
    const plan = await restored([toEntityMapRow(incoming)], [toEntityMapRow(there)], facts);
    expect(plan.maps).toMatchObject([{ action: 'new-version', activity: 'runs' }]);
    expect(plan.steps[0]?.kind).toBe('stop');
  });

  test('the name of the row that is overwritten counts', async () => {
    const renamed = changed(incoming, called('Key accounts'));
    const facts = { entityMaps: known([row({ name: 'key accounts' })]) };
    expect((await restored([toEntityMapRow(incoming)], [toEntityMapRow(renamed)], facts)).maps[0]?.activity).toBe(
      'runs',
    );
    expect(planImport(solution([incoming]), target([renamed], facts)).maps[0]?.activity).toBe('runs');
  });

  test.each<[string, object, string]>([
    [
      'one of two rows does not say',
      { entityMaps: known([row({ ...byPair, state: 'stopped' }), row({ ...byPair, state: 'unknown' })]) },
      'unknown',
    ],
    ['it is off', { entityMaps: known([row({ ...byPair, state: 'stopped' })]) }, 'off'],
    [
      'the list does not know, the activity does',
      {
        entityMaps: known([row({ ...byPair, state: 'unknown' })]),
        mapActivity: known([{ map: 'accounts - Entity of accounts', state: 'not-running' }]),
      },
      'off',
    ],
    ['another map of its entity', { entityMaps: known([row({ ...byPair, dataverseTable: 'contacts' })]) }, 'absent'],
    [
      'another project',
      {
        entityMaps: known([row({ ...byPair, state: 'unknown', projectName: project })]),
        mapActivity: known([{ map: project.replace('2000', '3000'), state: 'running' }]),
      },
      'unknown',
    ],
    ['a list in part', { entityMaps: known([], { coverage: 'partial' as const }) }, 'unknown'],
  ])('%s', (_case, facts, activity) => {
    expect(planApply(solution([incoming]), target([there], facts)).maps[0]?.activity).toBe(activity);
  });
});

describe('what is not known is not claimed', () => {
  const incoming = map();
  test('the row with the id of a map may be in the part that was not read', () => {
    const there = known([map('accounts', { id: 2 })], { coverage: 'partial' as const });
    expect(planImport(solution([incoming]), target(there)).maps).toMatchObject([
      { change: 'unknown', loss: { status: 'unknown' } },
    ]);
  });

  test.each<[string, object, object]>([
    ['of the row', {}, { msdyn_dualwriteentitymapid: idOf(9) }],
    ['of the map', { msdyn_dualwriteentitymapid: idOf(9) }, {}],
  ])('the publisher %s', async (_case, ofMap, ofRow) => {
    const [own, other] = [ofMap, ofRow].map((columns) =>
      changed(
        incoming,
        'msdyn_dualwriteentitymapid' in columns ? { ...columns, msdyn_name: null, publisher: null } : columns,
      ),
    );
    if (own === undefined || other === undefined) throw new Error('expected two maps');
    const rows = [[toEntityMapRow(own)], [toEntityMapRow(other)]] as const;
    expect(verified(...rows).maps).toMatchObject([
      { status: 'unknown', because: expect.stringContaining('publisher') },
    ]);
    expect((await restored(...rows)).maps).toMatchObject([{ action: 'unknown', loss: { status: 'unknown' } }]);
    expect(planImport(solution([own]), target([other])).maps).toMatchObject([{ change: 'unknown' }]);
  });
});

describe('the version in use', () => {
  const incoming = map('accounts', { version: '1.0.0.6', fields: ['name', 'fax'] });
  const rows = [map('accounts', { version: '1.0.0.4' }), map('accounts', { version: '1.0.0.5', id: 2 })];
  const listed = (details: object) => ({
    entityMaps: known([
      { name: 'x', finopsEntity: 'x', dataverseTable: 'x', state: 'running' as const, version: '1.0.0.4', ...details },
    ]),
  });
  test.each<[string, object]>([
    ['by another form of its name', { name: 'Entity of accounts (accounts)' }],
    ['by its entity and table', { finopsEntity: 'Entity of accounts', dataverseTable: 'accounts' }],
  ])('is found %s', (_case, details) => {
    const plan = planApply(solution([incoming]), target(rows, listed(details)), { isImported: true });
    expect(plan.maps[0]?.present).toMatchObject({ version: '1.0.0.4' });
    const { maps } = verifyApplied({ maps: rows }, target(rows, listed(details)));
    expect(maps.map(({ isInUse }) => isInUse)).toEqual([true, false]);
  });

  test('is not known where two rows could be it', () => {
    const twins = [rows[0], map('accounts', { version: '1.0.0.4', id: 3, fields: ['fax'] })].filter(
      (row) => row !== undefined,
    );
    const facts = listed({ name: 'accounts - Entity of accounts' });
    expect(planApply(solution([incoming]), target(twins, facts), { isImported: true }).maps).toMatchObject([
      { change: 'unknown', present: null },
    ]);
  });

  test('is that of the publisher that the facts name', () => {
    const ours = map('accounts', { version: '1.0.0.4', id: 3, publisher: 'fabrikam' });
    const facts = listed({ name: 'accounts - Entity of accounts', publisher: 'Fabrikam ' });
    const { maps } = verifyApplied({ maps: [...rows, ours] }, target([...rows, ours], facts));
    expect(maps.map(({ isInUse }) => isInUse)).toEqual([false, false, true]);
    const plan = planApply(solution([incoming]), target([...rows, ours], facts), { isImported: true });
    expect(plan.maps).toMatchObject([{ present: { version: '1.0.0.4', publisher: 'fabrikam' } }]);
  });

  test('is the row that is marked, whatever the facts say', () => {
    const marked = [rows[0], changed(map('accounts', { version: '1.0.0.5', id: 2 }), { active: true })].filter(
      (row) => row !== undefined,
    );
    const facts = listed({ name: 'accounts - Entity of accounts' });
    expect(planApply(solution([incoming]), target(marked, facts), { isImported: true }).maps).toMatchObject([
      { present: { version: '1.0.0.5' } },
    ]);
  });

  test('of two marked rows, neither is known to be it', () => {
    const both = rows.map((row) => changed(row, { active: true }));
    const { maps } = verifyApplied({ maps: rows }, target(both));
    expect(maps.map(({ isInUse }) => isInUse)).toEqual([null, null]);
  });
});

test('maps of a solution that have no name are applied one by one', () => {
  const nameless = ['1.0.0.1', '1.0.0.2'].map((version) => entityMapOf({ version, msdyn_mapping: '{"legs":[]}' }));
  expect(planApply(solution(nameless), target([])).maps).toHaveLength(2);
});

describe('damage that was repaired', () => {
  const whole = map();
  const text = String(toEntityMapRow(whole).msdyn_mapping);
  const repaired = changed(whole, { msdyn_mapping: text.slice(0, -1) });
  const said = `mapping: truncated at character ${text.length - 1}`;

  test('is stated of what arrives, and is not clear', async () => {
    const facts = { finopsEnvironment: known({ url: 'https://contoso.operations.dynamics.com' }) };
    for (const plan of [
      planImport(solution([repaired]), target([], facts)),
      planApply(solution([repaired]), target([], facts), { isImported: true }),
      await restored([toEntityMapRow(repaired)], [], facts),
    ]) {
      expect(plan.maps[0]?.because).toContain(said);
      expect(plan.unknowns).toMatchObject([{ subject: whole.name, because: expect.stringContaining(said) }]);
      expect(plan.verdict).toBe('unknown');
    }
  });

  test('is stated of the existing row', () => {
    const { maps } = planImport(solution([whole]), target([repaired]));
    expect(maps[0]?.because).toContain(`existing row: ${said}`);
    expect(maps[0]?.loss.status).toBe('unknown');
  });

  test('is the same on both sides, and stated', () => {
    const { maps, verdict } = planImport(solution([repaired]), target([repaired]));
    expect(maps).toMatchObject([{ change: 'same', because: expect.stringContaining(said) }]);
    expect(maps[0]?.because).not.toContain('existing row');
    expect(verdict).toBe('clear');
    const [outcome] = verified([toEntityMapRow(repaired)]).maps;
    expect(outcome).toMatchObject({ status: 'ok', because: expect.stringContaining(said) });
  });
});
