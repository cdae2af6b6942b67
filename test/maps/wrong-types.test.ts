import { describe, expect, test } from 'vitest';
import {
  compareEnvironments,
  compareMaps,
  compareMapVersions,
  documentOf,
  entityMapOf,
  mapDefinitionOf,
  mapDependencies,
  mapNameKey,
  saveMapVersion,
  selectVersion,
  summarizeMaps,
  toEntityMapRow,
} from '../../src/maps/index.js';
import { mapRow } from '../support/entity-maps.js';
import { wrongValues } from '../support/wrong-values.js';

/*
 * Callers without types may give anything. Nothing is thrown, and what is not a map is never taken for one: of it nothing is
 * known.
 */
const map = entityMapOf(mapRow('uoms', 'Units'));

describe.each(wrongValues)('%s', (name, value) => {
  test('as a row is a map of which nothing is known', () => {
    expect(entityMapOf(value)).toMatchObject({
      name: '',
      mapping: undefined,
      columns: { mapping: { status: 'absent' } },
    });
    expect(entityMapOf({ msdyn_name: 'a - b', msdyn_mapping: value, msdyn_properties: value, other: value }).name).toBe(
      'a - b',
    );
  });

  test('is never the same as a map', () => {
    for (const [before, after] of [
      [map, value],
      [value, map],
      [value, value],
    ]) {
      const { isSame, notCompared } = compareMaps(before, after);
      expect({ isSame, parts: notCompared.map(({ part }) => part) }).toEqual({ isSame: false, parts: ['mapping'] });
    }
  });

  test('in a list counts as a map that cannot be read', () => {
    const { totals } = summarizeMaps([map, value]);
    expect(totals).toEqual({ maps: 2, versions: 2, unreadable: 1 });
    const alone = summarizeMaps(value).totals;
    expect(alone.unreadable).toBe(alone.versions);
    if (name !== 'an empty list') expect(alone.unreadable).toBeGreaterThan(0);
  });

  test('has no document, no columns and no version', () => {
    expect(documentOf(value)).toBeUndefined();
    expect(documentOf({ status: 'read', text: value })).toBeUndefined();
    expect(mapDefinitionOf(value)).toMatchObject({ id: null, mapping: null });
    expect(typeof toEntityMapRow(value)).toBe('object');
    expect(compareMapVersions(value, '1.0.0')).toBeUndefined();
  });

  test('has no version to choose and depends on nothing', () => {
    expect(selectVersion(value).isErr()).toBe(true);
    expect(selectVersion([value]).isErr()).toBe(true);
    expect(mapDependencies(value).dependencies).toEqual([]);
    expect(mapDependencies([map, value]).order.map(({ name: one }) => one)).toEqual([map.name]);
    expect(mapNameKey({ finopsEntity: value, dataverseTable: map.name })).toBe(
      typeof value === 'string' ? mapNameKey(`${value} - ${map.name}`) : '',
    );
  });

  test('is not saved', () => {
    const options = { publisher: 'contoso', version: '2.0.0', existing: [] };
    expect(saveMapVersion(value, [], options).isErr()).toBe(true);
    expect(saveMapVersion(map, [value], options).isErr()).toBe(true);
    expect(saveMapVersion(map, [{ type: value, field: value }], options).isErr()).toBe(true);
    expect(saveMapVersion(map, [{ type: 'add-field', field: value }], options).isErr()).toBe(true);
    expect(saveMapVersion(map, [], value).isErr()).toBe(true);
    expect(saveMapVersion(map, [], { ...options, version: value }).isErr()).toBe(true);
    if (typeof value === 'string') return;
    expect(saveMapVersion(map, [], { ...options, publisher: value }).isErr()).toBe(true);
  });
});

test('null as the second argument says nothing', () => {
  const nothing: undefined = JSON.parse('null');
  expect(summarizeMaps([map], nothing)).toEqual(summarizeMaps([map]));
  expect(selectVersion([map], nothing)).toEqual(selectVersion([map]));
});

test.each([
  ['null', 'null'],
  ['an object without maps', '{}'],
  ['maps that are not a list', '{"name":"test","maps":7}'],
])('%s is an environment of which no map is known', (_name, text) => {
  const nothing = JSON.parse(text);
  const known = { name: 'production', maps: [map] };
  expect(compareEnvironments(nothing, known).maps).toMatchObject([{ name: map.name, status: 'unknown' }]);
  expect(compareEnvironments(known, nothing).maps).toMatchObject([{ name: map.name, status: 'unknown' }]);
  expect(compareEnvironments(nothing, nothing)).toMatchObject({ before: { coverage: 'partial' }, maps: [] });
});
