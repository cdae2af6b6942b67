import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/facts/schemas.js';
import { columnBehind } from '../../../src/rules/map-design/column-behind.js';
import { readMaps } from '../../../src/rules/map-design/read-maps.js';
import { tablesByName } from '../../../src/rules/map-design/tables.js';
import { type FieldDocument, field, lookup } from '../../support/entity-maps.js';
import { column, savedMap } from '../../support/facts.js';

type Row = Facts['tableMetadata'][number];

const table = (name: string, columns: Row['columns'], side: Row['side'] = 'dataverse'): Row => ({
  side,
  name,
  columns,
});
const customers = table('Customers V3', [column('CustomerAccount'), column('name')], 'finops');
const lookupTo = (...lookupTargets: readonly string[]) => column('msdyn_group', { lookupTargets });

function behind(document: FieldDocument, rows: readonly Row[], side: Row['side'] = 'dataverse') {
  const [leg] = readMaps([savedMap([document])])[0]?.legs ?? [];
  const [mapping] = leg?.fields ?? [];
  if (leg === undefined || mapping === undefined) throw new Error('no field was read');
  const found = columnBehind(mapping, side, leg, tablesByName(rows));
  return found.type === 'found'
    ? found.column.name
    : found.type === 'open'
      ? (found.missing.property ?? 'table')
      : found.type;
}

describe('the field of finance and operations', () => {
  test.each([
    [field('CUSTOMERACCOUNT', 'x'), 'CustomerAccount'],
    [field('NAME', 'msdyn_group.x'), 'name'],
    // Its own name counts, whatever is on the other side.
    [field('ABSENT', 'name'), 'absent'],
    [field('ABSENT', 'name.x'), 'absent'],
  ])('%j', (document, expected) => expect(behind(document, [customers], 'finops')).toBe(expected));

  test('it is not known without the columns, or without the entity', () => {
    expect(behind(field('NAME', 'x'), [table('Customers V3', null, 'finops')], 'finops')).toBe('columns');
    expect(behind(field('NAME', 'x'), [table('accounts', [column('name')])], 'finops')).toBe('table');
  });
});

describe('the field of Dataverse', () => {
  const groups = table('msdyn_groups', [column('msdyn_groupid'), lookupTo('msdyn_groups'), column('owner')]);
  const accounts = table('accounts', [column('name'), column('MSDYN_Group', { lookupTargets: ['msdyn_group'] })]);

  test.each([
    [field('A', 'NAME'), 'name'],
    [field('A', 'city'), 'absent'],
    [field('A', 'a..('), 'mapping'],
    [field('A', ''), 'mapping'],
    [field('A', 'msdyn_group.MSDYN_GroupId'), 'msdyn_groupid'],
    [field('A', 'msdyn_group.name'), 'absent'],
    [field('A', 'city.name'), 'absent'],
    [field('A', 'name.city'), 'columns'],
    [field('A', 'msdyn_group.msdyn_group.msdyn_groupid'), 'msdyn_groupid'],
    [field('A', 'msdyn_group.msdyn_group.name'), 'absent'],
    // The map names the table: that of the column does not count.
    [lookup('A', 'msdyn_group.name', 'accounts'), 'name'],
    [lookup('A', 'msdyn_group.name', 'tasks'), 'table'],
    // What the map names is the table of the last lookup.
    [lookup('A', 'msdyn_group.msdyn_group.name', 'accounts'), 'name'],
    [lookup('A', 'msdyn_group.owner.name', 'accounts'), 'name'],
  ])('%j', (document, expected) => expect(behind(document, [accounts, groups])).toBe(expected));

  test('leads to several columns, if one of two tables leads to several and the other one is not known', () => {
    const rows = [
      table('accounts', [lookupTo('middle', 'unknown')]),
      table('middle', [column('customerid', { lookupTargets: ['first', 'second'] })]),
      table('first', [column('name')]),
      table('second', [column('name')]),
    ];
    expect(behind(field('A', 'msdyn_group.customerid.name'), rows)).toBe('several');
  });

  test('is found as a column of its own, in whatever letters', () => {
    const rows = [table('accounts', [column('Msdyn_Group.msdyn_groupid')])];
    expect(behind(field('A', 'msdyn_group.MSDYN_groupid'), rows)).toBe('Msdyn_Group.msdyn_groupid');
  });

  test.each([
    ['one of several tables has it', [['a'], ['b', 'name']], 'name'],
    ['several tables have it', [['name'], ['name'], []], 'several'],
    ['none of the tables has it', [['a'], ['b']], 'absent'],
    ['one has it, and one is not known', [undefined, ['name']], 'name'],
    ['one does not have it, and one is not known', [['a'], undefined], 'table'],
    ['it is not known where the lookup leads', [], 'columns'],
  ] as const)('where %s', (_when, tables, expected) => {
    const targets = tables.map((_, index) => `target${index}`);
    const rows = tables.flatMap((names, index) =>
      names === undefined
        ? []
        : [
            table(
              `target${index}`,
              names.map((name) => column(name)),
            ),
          ],
    );
    for (const order of [targets, [...targets].reverse()]) {
      expect(behind(field('A', 'msdyn_group.name'), [table('accounts', [lookupTo(...order)]), ...rows])).toBe(expected);
    }
  });

  test.each([
    ['Account(name).Contact(contactid)', 'several'],
    ['Account(name).Contact(absent)', 'absent'],
    ['Account(name).Task(subject)', 'table'],
    ['Task(subject).Contact(absent)', 'absent'],
    ['Account(name).Contact(parentid.name)', 'several'],
    ['Account(name).Contact(parentid.absent)', 'absent'],
  ])('behind a lookup that leads to each of several tables: %s', (targets, expected) => {
    const rows = [
      table('accounts', [column('customerid'), column('name')]),
      table('contacts', [column('contactid'), column('parentid', { lookupTargets: ['account'] })]),
    ];
    expect(behind(field('A', `customerid.${targets}`), rows)).toBe(expected);
  });

  test('a column that leads through a polymorphic lookup has no one type, alone or among others', () => {
    const rows = [
      table('accounts', [lookupTo('contacts'), column('name')]),
      table('contacts', [column('customerid'), column('name')]),
    ];
    expect(behind(field('A', 'msdyn_group.customerid'), rows)).toBe('customerid');
  });
});
