import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { groupsBy } from '../../src/facts/groups-by.js';
import { nameKey } from '../../src/facts/keys.js';
import {
  companiesByCode,
  companyId,
  companyInWords,
  companySubject,
  linkedCompanies,
  syncedCompanies,
} from '../../src/rules/companies.js';
import { make } from '../support/facts.js';

const subjectsOf = (...companies: Parameters<typeof companiesByCode>[0]) =>
  companiesByCode(companies).map((company) => companySubject('id' in company ? [company] : company));

test('a company is named by its code in capitals, and by its name without blanks', () => {
  expect(subjectsOf(make.company({ code: ' usmf ', name: ' Contoso ' }))).toEqual([
    { kind: 'company', id: 'USMF', name: 'Contoso' },
  ]);
});

test('without a code it is named by its id, and each row is a company by itself', () => {
  expect(
    subjectsOf(
      make.company({ id: '{C1}', code: ' ', name: 'Contoso' }),
      make.company({ id: 'c2', code: null, name: null }),
    ),
  ).toStrictEqual([
    { kind: 'company', id: 'c1', name: 'Contoso' },
    { kind: 'company', id: 'c2' },
  ]);
});

test('of several names of one company the first in code-unit order counts, and blank ones do not', () => {
  const rows = [
    make.company({ name: ' ' }),
    make.company({ code: 'usmf', name: ' Zulu' }),
    make.company({ name: 'Alpha ' }),
    make.company({ name: null }),
  ];
  expect(companiesByCode(rows)).toEqual([rows]);
  for (const some of [rows, rows.toReversed()]) {
    expect(subjectsOf(...some)).toEqual([{ kind: 'company', id: 'USMF', name: 'Alpha' }]);
  }
  expect(subjectsOf(make.company({ name: ' ' }))).toEqual([{ kind: 'company', id: 'USMF' }]);
});

test.each<[string, readonly string[], readonly (string | readonly string[])[]]>([
  ['each has one row', ['USMF', 'DEMF', 'US01'], ['USMF', 'DEMF', 'US01']],
  [
    'one has two rows, with others between them',
    ['USMF', 'DEMF', 'US01', 'usmf'],
    [['USMF', 'usmf'], ['DEMF'], ['US01']],
  ],
  ['one has two rows, one after the other', ['DEMF', 'USMF', 'usmf'], [['DEMF'], ['USMF', 'usmf']]],
])('companies of which %s', (_, codes, grouped) => {
  const rows = companiesByCode(codes.map((code) => make.company({ code })));
  expect(rows.map((row) => ('id' in row ? row.code : row.map(({ code }) => code)))).toEqual(grouped);
});

test('in messages a company without a code has its name too', () => {
  const company = { kind: 'company', id: 'c1', name: 'Contoso' } as const;
  expect(companyInWords({ ...company, id: 'USMF' }, true)).toBe('company USMF');
  expect(companyInWords(company, false)).toBe('company "Contoso" (c1)');
  expect(companyInWords({ kind: 'company', id: 'c1' }, false)).toBe('company c1');
});

const code = fc.constantFrom(
  'USMF',
  ' usmf',
  'usmf ',
  'DEMF',
  'demf',
  'c1',
  'ß',
  'SS',
  'ss',
  '\u212a1',
  'k1',
  'Ä',
  'ßABCDEFGH',
  'ssABCDEFGH ',
  'XABCDEFGH',
  '',
  ' ',
  null,
);
const companies = fc.array(
  fc
    .record({
      id: fc.constantFrom('c1', '{C1}', 'c2'),
      code,
      enabledForDualWrite: fc.boolean(),
      active: fc.constantFrom(true, false, undefined),
    })
    .map(make.company),
  { maxLength: 6 },
);

property.prop([companies])('rows are one company where what findings call it is the same', (rows) => {
  const found = companiesByCode(rows).map((company) => ('id' in company ? [company] : company));
  const expected = [...groupsBy(rows, companyId).values()];
  expect(new Set(found)).toEqual(new Set(expected));
  expect(found).toHaveLength(expected.length);
});

property.prop([companies, fc.option(fc.array(code.map((one) => one ?? '')), { nil: undefined })])(
  'companies are linked by their codes, and synchronized if they are linked, or active and enabled',
  (rows, legalEntities) => {
    const link = legalEntities && make.link({ legalEntities });
    const keyOf = (one: string | null) => nameKey(one ?? '');
    const isLinked = (one: string | null) =>
      keyOf(one) !== '' && (legalEntities?.some((entity) => keyOf(entity) === keyOf(one)) ?? true);
    const context = {
      derive: <Values extends readonly object[], Result>(compute: (...values: Values) => Result, ...values: Values) =>
        compute(...values),
    };
    expect(linkedCompanies(link, rows, context)).toEqual(rows.filter((row) => isLinked(row.code)));
    expect(syncedCompanies(link, rows, context)).toEqual(
      rows.filter((row) => isLinked(row.code) || (row.enabledForDualWrite === true && row.active !== false)),
    );
  },
);
