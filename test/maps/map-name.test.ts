import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapNameKey } from '../../src/maps/index.js';
import { mapName } from '../../src/maps/map-name.js';

/** Every way in which people and services write the name of one map. */
function formsOf(table: string, entity: string): readonly string[] {
  return [
    `${table} - ${entity}`,
    `${entity} - ${table}`,
    `${entity} (${table})`,
    `[${entity}] - [${table}]`,
    `[${table} - ${entity}]`,
    `msdyn_[${table} - ${entity}]`,
    `contoso_[[${entity}] - [${table}]]`,
    `contoso_[${entity}] - [${table}]`,
    `  ${table.toUpperCase()}\u00a0\u2013  ${entity.toLowerCase().replaceAll(' ', '  ')} `,
    `${table}\u2014${entity}`,
    `${entity}\t(${table})`,
    `${entity}\uff08${table}\uff09`,
  ];
}

/** The names of the maps that the product ships. */
const shipped = readFileSync(new URL('../../examples/data/oob-map-configs.csv', import.meta.url), 'utf8')
  .split('\n')
  .slice(1)
  .map((line) => line.split(',', 1)[0]?.split(' - ', 2) ?? [])
  .flatMap(([table, entity]) => (table === undefined || entity === undefined ? [] : [[table, entity] as const]));

/** Names that contain what separates the two sides. */
const awkward = [
  ['products', 'Released products V2 (distinct)'],
  ['products', 'Released products V2'],
  ['distinct', 'Released products V2'],
  ['accounts', 'CDS - Customers'],
  ['accounts', 'CDS Customers'],
  ['accounts', 'Customers (V3)'],
  ['accounts', 'Customers [V3]  legacy'],
  ['accounts', 'Customers V3'],
  ['contacts', 'Customers V3'],
  ['accounts', 'Customers - V3 - (all) of them'],
  ['accounts', '(all) Customers V3'],
  ['msdyn_inventoryonhandentries', 'CDS inventory on-hand entries'],
  ['msdyn_inventoryonhandrequests', 'CDS inventory on-hand requests'],
  ['accounts', 'Caf\u00e9 groups'],
] as const;

test('the shipped list has its maps', () => {
  expect(shipped.length).toBeGreaterThan(70);
});

test.each([...shipped, ...awkward])('%s and %s: all forms of the name have one key', (table, entity) => {
  const keys = formsOf(table, entity).map((form) => mapNameKey(form));
  expect(new Set([...keys, mapNameKey({ finopsEntity: entity, dataverseTable: table })]).size).toBe(1);
});

test('different maps have different keys', () => {
  const maps = [...new Set([...shipped, ...awkward].map(([table, entity]) => `${table} - ${entity}`))];
  const keys = new Set(maps.map((name) => mapNameKey(name)));
  expect(keys.size).toBe(maps.length);
});

const word = fc.stringMatching(/^[A-Za-z][a-z0-9]{0,5}$/);
const entity = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' - ', ' (', ') ', '-', ' [', '] ')), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.flat().slice(0, -1).join(''));

test('forms agree for any entity', () => {
  fc.assert(
    fc.property(word, entity, (table, name) => {
      expect(new Set(formsOf(table, name).map((form) => mapNameKey(form))).size).toBe(1);
    }),
  );
});

test('plain names have one key only where they are rotations of each other', () => {
  const parts = fc.uniqueArray(word, { minLength: 1, maxLength: 5, selector: (one) => one.toLowerCase() });
  fc.assert(
    fc.property(parts, parts, (one, other) => {
      const rotations = one.map((_, index) => [...one.slice(index), ...one.slice(0, index)].join(' - ').toLowerCase());
      const isRotation = rotations.includes(other.join(' - ').toLowerCase());
      expect(mapNameKey(one.join(' - ')) === mapNameKey(other.join(' - '))).toBe(isRotation);
    }),
  );
});

test('repeated parts: every rotation has the key of every other', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 9 }), fc.nat(8), (parts, turn) => {
      const at = turn % parts.length;
      const turned = [...parts.slice(at), ...parts.slice(0, at)];
      expect(mapNameKey(turned.join(' - '))).toBe(mapNameKey(parts.join(' - ')));
    }),
  );
});

test('text without content has no key, any other has one', () => {
  expect(mapNameKey(' \t')).toBe('');
  expect(mapNameKey({ finopsEntity: 'Customers V3', dataverseTable: ' ' })).toBe('');
  for (const name of ['-', '()', '[ ]', '\u2013 -', 'Customers V3', 'msdyn_[]'])
    expect(mapNameKey(name), name).not.toBe('');
});

test.each([
  ['msdyn_[accounts - Customers V3]', 'accounts - Customers V3', 'msdyn'],
  ['msdyn_[Customers V3] - [accounts]', 'accounts - Customers V3', 'msdyn'],
  ['[Customers V3] \u2013 [accounts]', 'accounts - Customers V3', undefined],
  ['[ accounts - Customers V3 ]', 'accounts - Customers V3', undefined],
  ['[A [B]] - [c]', '[A [B]] - [c]', undefined],
  [' Customers V3 (accounts) ', 'Customers V3 (accounts)', undefined],
])('%s is shown as %s', (text, name, publisher) => {
  expect(mapName(text)).toEqual({ name, publisher });
});
