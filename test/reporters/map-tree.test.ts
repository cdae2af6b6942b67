import { expect, test } from 'vitest';
import { entityMapOf, mapDependencies } from '../../src/maps/index.js';
import { mapTree } from '../../src/reporters/map-tree.js';
import { lookup, mapRow } from '../support/entity-maps.js';

function tree(...tables: readonly (readonly [string, ...string[]])[]): readonly string[] {
  const maps = tables.map(([table, ...needs]) =>
    entityMapOf(mapRow(table, 'E', { fields: needs.map((to) => lookup(to, `${to}.x`, to)) })),
  );
  return mapTree(mapDependencies(maps)).map((line) => line.replaceAll(' - E', ''));
}

test('what a map needs is under it, once', () => {
  expect(
    tree(
      ['orders', 'accounts', 'companies'],
      ['accounts', 'companies', 'parties'],
      ['quotes', 'accounts'],
      ['companies'],
      ['parties'],
      ['alone'],
    ),
  ).toEqual(['orders', '├─ accounts', '│  ├─ companies', '│  └─ parties', '└─ companies', 'quotes', '└─ accounts …']);
});

test('a circle ends where it closes', () => {
  expect(tree(['a', 'b'], ['b', 'c'], ['c', 'b'])).toEqual(['a', '└─ b', '   └─ c', '      └─ b ↺']);
  expect(tree(['b', 'c'], ['c', 'b'])).toEqual(['b', '└─ c', '   └─ b ↺']);
});

test('a chain of five thousand stays narrow', () => {
  const lines = tree(...Array.from({ length: 5_000 }, (_, index) => [`t${index}`, `t${index + 1}`] as const));
  expect(lines).toHaveLength(4_999 + 1);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(100);
});
