import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { type FieldPath, fieldPath } from '../../src/maps/field-path.js';

const column = (name: string): FieldPath => ({ type: 'column', column: name });

test.each<[string, FieldPath]>([
  ['', { type: 'none' }],
  ['  ', { type: 'none' }],
  ['accountnumber', column('accountnumber')],
  [' name ', column('name')],
  ['msdyn_company.cdm_companycode', { type: 'lookup', column: 'msdyn_company', key: column('cdm_companycode') }],
  ['a.b.c', { type: 'lookup', column: 'a', key: { type: 'lookup', column: 'b', key: column('c') } }],
  [
    'customerid.Account(accountnumber).Contact(msdyn_contactpersonid)',
    {
      type: 'polymorphic',
      column: 'customerid',
      targets: [
        { table: 'Account', keys: [column('accountnumber')] },
        { table: 'Contact', keys: [column('msdyn_contactpersonid')] },
      ],
    },
  ],
  [
    'customerid.Account(accountnumber, msdyn_company.cdm_companycode)',
    {
      type: 'polymorphic',
      column: 'customerid',
      targets: [
        {
          table: 'Account',
          keys: [column('accountnumber'), { type: 'lookup', column: 'msdyn_company', key: column('cdm_companycode') }],
        },
      ],
    },
  ],
  ...[
    'a.',
    '.a',
    'a..b',
    'a b',
    'a.b(',
    'a.b)c(',
    'a.b()',
    'a.b(c).d',
    'a(b)',
    'a.b(c(d))',
    'a,b',
    '.'.repeat(100_000),
  ].map((text): [string, FieldPath] => [text, { type: 'unknown', text }]),
])('%.60s', (text, expected) => {
  expect(fieldPath(text)).toEqual(expected);
});

test.prop([fc.string({ unit: fc.constantFrom('a', 'b', '.', '(', ')', ',', ' '), maxLength: 40 })])(
  'nothing of a text is lost',
  (text) => {
    const path = fieldPath(text);
    const bare = (value: string) => value.replace(/\s/g, '');
    if (path.type !== 'unknown') expect(bare(written(path))).toBe(bare(text));
  },
);

function written(path: FieldPath): string {
  switch (path.type) {
    case 'none':
      return '';
    case 'column':
      return path.column;
    case 'lookup':
      return `${path.column}.${written(path.key)}`;
    case 'polymorphic':
      return [path.column, ...path.targets.map(({ table, keys }) => `${table}(${keys.map(written).join(',')})`)].join(
        '.',
      );
    case 'unknown':
      return path.text;
  }
}
