import { describe, expect, test } from 'vitest';
import { known, unknown } from '../../src/facts/fact.js';
import { type EntityMap, entityMapOf, toEntityMapRow } from '../../src/maps/index.js';
import { verifyApplied } from '../../src/solutions/verify-applied.js';
import { shippedMaps } from '../support/entity-maps.js';
import { diceOf, reencoded } from '../support/re-encode-map.js';
import { listed, map, solution, target } from './target.js';

const expected = map('accounts', { fields: ['name', 'fax'] });
const verify = (there: readonly EntityMap[], facts = {}) => verifyApplied(solution([expected]), target(there, facts));

describe('after applying', () => {
  test.each<[string, readonly EntityMap[], string]>([
    ['it is there', [expected], 'ok'],
    ['it is there in another row', [map('accounts', { fields: ['fax', 'name'], id: 9 })], 'ok'],
    [
      'it is there under the full name of its publisher',
      [entityMapOf({ ...toEntityMapRow(expected), publisher: 'contosopublisher' })],
      'ok',
    ],
    ['a customization is gone', [map('accounts', { fields: ['name'] })], 'differs'],
    ['nothing is there', [], 'missing'],
    ['only another version is there', [map('accounts', { version: '1.0.0.4' })], 'missing'],
    ['only one of another publisher is there', [map('accounts', { publisher: 'fabrikam', id: 8 })], 'missing'],
    ['it cannot be read', [entityMapOf({ ...toEntityMapRow(expected), msdyn_mapping: '{' })], 'unknown'],
    [
      'it is there without its columns',
      [entityMapOf({ name: expected.name, version: '1.0.0.5', publisher: 'contoso' })],
      'unknown',
    ],
    [
      'whose it is nobody says',
      [
        entityMapOf({
          ...toEntityMapRow(expected),
          msdyn_name: null,
          publisher: null,
          msdyn_dualwriteentitymapid: 'x',
        }),
      ],
      'unknown',
    ],
  ])('%s', (_case, there, status) => {
    const { maps, totals } = verify(there);
    expect(maps.map((one) => one.status)).toEqual([status]);
    expect(totals).toEqual({ ok: 0, missing: 0, differs: 0, unknown: 0, [status]: 1 });
  });

  test('what is gone is named, from what was expected to what is there', () => {
    const [found] = verify([map('accounts', { fields: ['name'] })]).maps;
    expect(found?.differences).toMatchObject([{ kind: 'field-removed', field: { destinationField: 'fax' } }]);
  });

  test.each([
    ['not known', unknown('not-permitted')],
    ['known in part', known([], { coverage: 'partial' as const })],
  ])('maps that are %s are not missing', (_case, maps) => {
    expect(verifyApplied(solution([expected]), target(maps)).totals).toMatchObject({ missing: 0, unknown: 1 });
  });

  test.each<[string, object, boolean | null]>([
    [
      'says so',
      { entityMaps: known([listed('accounts', 'running', { version: '1.0.0.5', publisher: 'contoso' })]) },
      true,
    ],
    ['names another version', { entityMaps: known([listed('accounts', 'running', { version: '1.0.0.4' })]) }, false],
    ['names no version', { entityMaps: known([listed('accounts', 'running')]) }, null],
    ['is not there', { entityMaps: unknown('not-provided') }, null],
  ])('whether it is in use: a fact that %s', (_case, facts, isInUse) => {
    expect(verify([expected], facts).maps[0]?.isInUse).toBe(isInUse);
  });

  test('all shipped maps are the same as themselves, the one that breaks off too', () => {
    const maps = shippedMaps().map((row) => entityMapOf(row));
    expect(verifyApplied({ maps }, target(maps)).totals).toEqual({ ok: 19, missing: 0, differs: 0, unknown: 0 });
  });

  test('another encoding is the same', () => {
    const whole = shippedMaps().filter(({ msdyn_displayname }) => !msdyn_displayname.includes('CDS Parties'));
    const dice = diceOf(7);
    const there = whole.map((row) => {
      const [mapping, properties] = [row.msdyn_mapping, row.msdyn_properties].map((text) => JSON.parse(text));
      const columns = { msdyn_mapping: reencoded(mapping, dice), msdyn_properties: reencoded(properties, dice) };
      return entityMapOf({ ...row, ...columns });
    });
    expect(verifyApplied({ maps: whole.map((row) => entityMapOf(row)) }, target(there)).totals.ok).toBe(18);
  });
});
