import { describe, expect, test } from 'vitest';
import { fits, valueKindOf } from '../../../src/rules/map-design/value-kinds.js';

describe('the kind of values of a type', () => {
  test.each([
    ['text', ['String', 'Memo', 'Text', 'Edm.String', ' STRING ', 'StringType', 'EDM.StringType']],
    ['whole', ['Integer', 'Int', 'Int16', 'Int32', 'Int64', 'BigInt', 'Edm.Int32', 'IntegerType']],
    ['decimal', ['Decimal', 'Double', 'Money', 'Real', 'Edm.Decimal', 'MoneyType']],
    ['boolean', ['Boolean', 'Bool', 'Edm.Boolean', 'BooleanType']],
    ['moment', ['Date', 'DateTime', 'DateTimeOffset', 'UtcDateTime', 'DateOnly', 'Edm.DateTimeOffset', 'DateTimeType']],
    [
      'choice',
      [
        'Picklist',
        'Enum',
        'State',
        'Status',
        'NoYes',
        'OptionSet',
        'PicklistType',
        'Microsoft.Dynamics.DataEntities.NoYes',
        'microsoft.dynamics.dataentities.AnyEnum',
      ],
    ],
    ['guid', ['Uniqueidentifier', 'Guid', 'Edm.Guid', 'UniqueidentifierType']],
    ['lookup', ['Lookup', 'Customer', 'Owner', 'LookupType']],
    [
      undefined,
      [
        null,
        undefined,
        '',
        'EntityName',
        'Edm',
        'Type',
        'StrEdm.ing',
        'TypeString',
        'A.Microsoft.Dynamics.DataEntities.B',
      ],
    ],
  ] as const)('%s', (kind, types) => {
    for (const type of types) expect(valueKindOf(type), String(type)).toBe(kind);
  });
});

test.each([
  ['text', 'text choice guid lookup'],
  ['whole', 'text whole decimal choice'],
  ['decimal', 'text decimal'],
  ['boolean', 'text boolean choice'],
  ['moment', 'text moment'],
  ['choice', 'text whole boolean choice'],
  ['guid', 'text guid lookup'],
  ['lookup', 'text guid lookup'],
] as const)('values of the kind %s fit into: %s', (from, expected) => {
  const all = ['text', 'whole', 'decimal', 'boolean', 'moment', 'choice', 'guid', 'lookup'] as const;
  expect(all.filter((to) => fits(from, to)).join(' ')).toBe(expected);
});
