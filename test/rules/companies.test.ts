import { expect, test } from 'vitest';
import { companiesByCode, companyInWords, companySubject } from '../../src/rules/companies.js';
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

test('in messages a company without a code has its name too', () => {
  const company = { kind: 'company', id: 'c1', name: 'Contoso' } as const;
  expect(companyInWords({ ...company, id: 'USMF' }, true)).toBe('company USMF');
  expect(companyInWords(company, false)).toBe('company "Contoso" (c1)');
  expect(companyInWords({ kind: 'company', id: 'c1' }, false)).toBe('company c1');
});
