import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { compareEnvironments, type EntityMap, entityMapOf } from '../../src/maps/index.js';
import { field, mapRow, shippedMaps } from '../support/entity-maps.js';
import { runs } from '../support/fuzz.js';
import { diceOf, reencoded } from '../support/re-encode-map.js';

const environment = (name: string, maps: readonly EntityMap[]) => ({ name, maps });
const compared = (before: readonly object[], after: readonly object[]) =>
  compareEnvironments(environment('test', before.map(entityMapOf)), environment('production', after.map(entityMapOf)));
const uoms = mapRow('uoms', 'Units', { version: '1.0.0.1' });

test.prop([fc.nat(), fc.nat()], { numRuns: runs(30) })(
  'two environments with the same maps are the same, the one with broken properties too',
  (a, b) => {
    const rows = (seed: number) => {
      const dice = diceOf(seed);
      return shippedMaps()
        .map((row) => {
          const isBroken = row.msdyn_displayname.includes('CDS Parties');
          return {
            ...row,
            msdyn_mapping: reencoded(JSON.parse(row.msdyn_mapping), dice),
            msdyn_properties: isBroken ? row.msdyn_properties : reencoded(JSON.parse(row.msdyn_properties), dice),
          };
        })
        .sort(() => dice(3) - 1);
    };
    const comparison = compared(rows(a), rows(b));
    expect(comparison.totals).toEqual({ 'only-before': 0, 'only-after': 0, different: 0, unknown: 0, same: 19 });
    const names = comparison.maps.map(({ name }) => name.toLowerCase());
    expect(names).toEqual([...names].sort());
    expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
  },
);

describe('a map', () => {
  test.each<[string, readonly object[], readonly object[], string, object]>([
    ['only before', [uoms], [], 'only-before', { before: { version: '1.0.0.1', chosen: 'only' }, after: null }],
    ['only after', [], [uoms], 'only-after', { before: null }],
    [
      'in another version',
      [uoms],
      [{ ...uoms, msdyn_version: '1.0.0.2' }],
      'different',
      { differences: [{ kind: 'version-changed' }] },
    ],
    [
      'in another form of its version',
      [{ ...uoms, msdyn_version: '1.0.0' }],
      [{ ...uoms, msdyn_version: '1.0.0.0' }],
      'same',
      {},
    ],
    [
      'of another publisher',
      [uoms],
      [{ ...uoms, publisher: 'Contoso' }],
      'different',
      { differences: [{ kind: 'publisher-changed' }] },
    ],
    [
      'under the name of another form',
      [uoms],
      [{ ...uoms, msdyn_displayname: null, msdyn_name: '[Units] - [UOMS]', publisher: 'msdyn' }],
      'same',
      {},
    ],
    [
      'its newest version',
      [uoms, { ...uoms, msdyn_version: '1.0.0.2' }, { ...uoms, msdyn_version: '9.9.9.9' }],
      [{ ...uoms, msdyn_version: '1.0.0.2' }],
      'same',
      {
        before: { version: '1.0.0.2', chosen: 'newest' },
      },
    ],
    [
      'its active version, which need not be the newest',
      [uoms, { ...uoms, msdyn_version: '1.0.0.2' }],
      [
        { ...uoms, msdyn_version: '1.0.0.2' },
        { ...uoms, active: true },
      ],
      'different',
      {
        after: { version: '1.0.0.1', chosen: 'active' },
      },
    ],
    [
      'of several publishers',
      [uoms, { ...uoms, publisher: 'a' }],
      [uoms],
      'unknown',
      {
        notCompared: [
          {
            part: 'map',
            because: 'before: which version is active is not known, and several publishers have one: a, msdyn',
          },
        ],
      },
    ],
    [
      'with two active versions',
      [uoms],
      [
        { ...uoms, active: true },
        { ...uoms, active: true },
      ],
      'unknown',
      {
        notCompared: [{ part: 'map', because: 'after: more than one version is marked as active' }],
      },
    ],
    [
      'that is broken',
      [uoms],
      [{ ...uoms, msdyn_mapping: '{"legs' }],
      'unknown',
      { notCompared: [{ part: 'mapping' }] },
    ],
    [
      'that is broken on both sides',
      [{ ...uoms, msdyn_mapping: '{' }],
      [{ ...uoms, msdyn_mapping: '{ ' }],
      'unknown',
      { differences: [] },
    ],
    [
      'that is broken in the very same way on both sides',
      [{ ...uoms, msdyn_mapping: '{' }],
      [{ ...uoms, msdyn_mapping: '{' }],
      'same',
      { notCompared: [] },
    ],
    [
      'that is broken and has another version',
      [uoms],
      [{ ...uoms, msdyn_mapping: '{', msdyn_version: '2.0' }],
      'different',
      { notCompared: [{ part: 'mapping' }] },
    ],
    ['without a name', [{ id: 'x' }], [{ id: 'X' }], 'unknown', { name: '' }],
    [
      'called __proto__',
      [{ ...uoms, msdyn_displayname: '__proto__' }],
      [{ ...uoms, msdyn_displayname: '__proto__' }],
      'same',
      { name: '__proto__' },
    ],
  ])('%s', (_name, before, after, status, rest) => {
    const { maps, totals } = compared(before, after);
    expect(maps).toMatchObject([{ status, ...rest }]);
    expect(totals).toMatchObject({ [status]: 1 });
  });

  test('rows without a name are never taken for each other', () => {
    expect(compared([{}, {}], []).maps.map(({ status }) => status)).toEqual(['only-before', 'only-before']);
  });
});

describe('maps without versions', () => {
  const { msdyn_version: _, ...unnumbered } = uoms;
  const other = { ...unnumbered, msdyn_mapping: mapRow('uoms', 'Units', { fields: [field('A', 'b')] }).msdyn_mapping };
  const numberless = { ...uoms, msdyn_version: 'v2' };
  const newer = { ...uoms, msdyn_version: '1.0.0.2' };

  test.each<[string, readonly object[], readonly object[], string, object]>([
    ['one on each side', [unnumbered], [unnumbered], 'same', { before: { version: null, chosen: 'only' } }],
    ['one on each side, with other fields', [unnumbered], [other], 'different', { notCompared: [] }],
    ['a version that is not a number', [numberless], [numberless], 'same', {}],
    ['versions that are not the same text', [numberless], [{ ...uoms, msdyn_version: 'v3' }], 'different', {}],
    [
      'one on one side',
      [unnumbered],
      [uoms],
      'unknown',
      { notCompared: [{ part: 'map', because: 'before: its version is not known' }] },
    ],
    [
      'one on one side, with other fields',
      [uoms],
      [other],
      'different',
      { notCompared: [{ part: 'map', because: 'after: its version is not known' }] },
    ],
    [
      'several on one side',
      [unnumbered, other],
      [unnumbered],
      'unknown',
      {
        notCompared: [
          { part: 'map', because: 'before: which version is active is not known, and 2 rows have no version' },
        ],
      },
    ],
    [
      'one, and several versions on the other side',
      [uoms, newer],
      [unnumbered],
      'unknown',
      { notCompared: [{ part: 'map', because: 'after: which of 2 versions it is is not known' }] },
    ],
    ['one, and an active version', [{ ...uoms, active: true }, newer], [other], 'different', {}],
  ])('%s', (_name, before, after, status, rest) => {
    expect(compared(before, after).maps).toMatchObject([{ status, ...rest }]);
  });
});

describe('a part of an environment', () => {
  const newer = { ...uoms, msdyn_version: '1.0.0.2' };
  const changed = { ...uoms, msdyn_mapping: mapRow('uoms', 'Units', { fields: [field('A', 'b')] }).msdyn_mapping };
  const others = { ...uoms, publisher: 'Contoso' };
  const part = (rows: readonly object[]) =>
    ({ name: 'test', maps: rows.map(entityMapOf), coverage: 'partial', detail: 'rows are hidden' }) as const;
  const all = (rows: readonly object[]) => ({ name: 'production', maps: rows.map(entityMapOf) });

  test.each<[string, readonly object[], readonly object[], string, string | undefined]>([
    ['a map that is not in it', [], [uoms], 'unknown', 'it is not in the part that was read'],
    ['a map that only it has', [uoms], [], 'only', undefined],
    ['the same version', [uoms], [uoms], 'same', undefined],
    ['the same version with other content', [changed], [uoms], 'different', undefined],
    ['an older version', [uoms], [newer], 'unknown', 'only 1.0.0.1 is in the part that was read'],
    ['an older version that is active', [{ ...uoms, active: true }], [newer], 'different', undefined],
    ['a newer version', [newer], [uoms], 'different', undefined],
    ['a version of another publisher', [others], [uoms], 'unknown', 'only 1.0.0.1 is in the part that was read'],
  ])('%s', (_name, inPart, elsewhere, status, because) => {
    for (const [side, comparison] of [
      ['before', compareEnvironments(part(inPart), all(elsewhere))],
      ['after', compareEnvironments(all(elsewhere), part(inPart))],
    ] as const) {
      const notCompared = because === undefined ? [] : [{ part: 'map', because: `${side}: ${because}` }];
      const expected = status === 'only' ? `only-${side}` : status;
      expect(comparison.maps).toMatchObject([{ status: expected, notCompared }]);
      expect(comparison[side]).toMatchObject({ coverage: 'partial', detail: 'rows are hidden' });
    }
  });

  test('what only one part has is not missing in the other one', () => {
    const comparison = compareEnvironments(part([uoms]), part([mapRow('a', 'B')]));
    expect(comparison.totals).toEqual({ 'only-before': 0, 'only-after': 0, different: 0, unknown: 2, same: 0 });
  });
});

test('the same for whichever order the rows come in', () => {
  const rows = shippedMaps();
  expect(compared(rows, [...rows].reverse())).toEqual(compared([...rows].reverse(), rows));
});
