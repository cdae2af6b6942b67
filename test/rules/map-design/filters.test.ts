import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { readDataverseFilter } from '../../../src/rules/map-design/read-dataverse-filter.js';
import { readFinopsFilter } from '../../../src/rules/map-design/read-finops-filter.js';

describe('filters of Dataverse', () => {
  test.each([
    ['', []],
    ['customertypecode eq 3', ['customertypecode']],
    ["a ne '' and b eq true and c ne null", ['a', 'b', 'c']],
    ["a eq 'it''s (not) a == b'", ['a']],
    ['not a eq 1 or (b lt 2020-01-01T00:00:00Z)', ['a', 'b']],
    ['_x_value eq 6f7d0213-62b1-43a8-b7f4-ff2bb8b7b452', ['_x_value']],
    ['_x_value eq af7d0213-62b1-43a8-b7f4-ff2bb8b7b452', ['_x_value']],
    ["startswith(name,'A') and endswith(name,'Z') eq false", ['name', 'name']],
    ['(a add 1) gt -2.5', ['a']],
    ['parent/name eq null', ['parent/name']],
    ['a/b/c eq 1', ['a/b/c']],
    ['andrew eq 1 and notes ne null', ['andrew', 'notes']],
    ['a eq 1 and b ne 1 and c gt 1 and d ge 1 and e lt 1 and f le 1 ', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['a add 1 sub 2 mul 3 div 4 mod 5 gt 0', ['a']],
    ["a eq datetime'2020-01-01'", ['a']],
    ['now() gt a', ['a']],
    // Documented for maps, in one edition or another.
    ["startswith(name, 'A')", ['name']],
    ["not contains(name, 'A')", ['name']],
    ["AccountType eq '3'", ['AccountType']],
    ["TransactionDate le '2021-06-23'", ['TransactionDate']],
    ['numberofemployees gt 1000 and\nnumberofemployees le 2000', ['numberofemployees', 'numberofemployees']],
    // Documented for the Web API.
    ['firstname eq lastname', ['firstname', 'lastname']],
    ["Microsoft.Dynamics.CRM.In(PropertyName='statuscode',PropertyValues=['1','2'])", []],
    ['Microsoft.Dynamics.CRM.Between(PropertyName=\'numberofemployees\',PropertyValues=["5","2000"])', []],
    ["not Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=7) and a eq 1", ['a']],
    ["Microsoft.Dynamics.CRM.In( PropertyName = @p1 , PropertyValues=[ 'it''s', ']' ] )", ['@p1']],
    ["Microsoft.Dynamics.CRM.Today(PropertyName='createdon') or (b eq 2)", ['b']],
  ])('%j is sound', (text, columns) => expect(readDataverseFilter(text)).toEqual({ type: 'sound', columns }));

  test.each([
    ['a eq', 2],
    [' a  eq  ', 4],
    ['eq 3', 0],
    ['and a eq 1', 0],
    ['a eq 1 and', 7],
    ['a eq 1 or (b ne )', 13],
    ['a EQ', 2],
    ['a eq eq 3', 2],
    ['(or a eq 1)', 1],
    ['f(a, and b)', 5],
    ['a eq 1 and not', 11],
    ['(not ) and a eq 1', 1],
    ['(customertypecode == )', 18],
    ['== 3', 0],
    ['a eq 1 &&', 7],
    ['a eq 1 || && b eq 2', 7],
    ['a <', 2],
    ['a !=', 2],
    ['a <=', 2],
    ['a >=', 2],
    ['a <>', 2],
    ['a >', 2],
    ['a eq 1 and !', 11],
    ['(a eq 1', 0],
    ['(a eq 1) or (b eq 2', 12],
    ['((a eq 1) or (b eq 2', 13],
    ['a eq 1)', 6],
    [')a eq 1(', 0],
    ["a eq 'x", 5],
    ['a eq "x', 5],
    ["name eq 'O'Brien'", 16],
    ["a eq 'x\\", 5],
    ["Microsoft.Dynamics.CRM.In(PropertyName='a',PropertyValues=)", 57],
  ])('%j is broken at %i, in whatever dialect', (text, position) =>
    expect(readDataverseFilter(text)).toEqual({ type: 'broken', position, because: expect.stringMatching(/./) }),
  );

  test.each([
    'a = 3',
    'a EQ 3',
    'a eq 1 b eq 2',
    'a eq 1 && b eq 2',
    '(customertypecode == 3)',
    '(a eq 1) eq 2',
    '3',
    "a eq 1 or 'x'",
    "'x' or a eq 1",
    '3 and a eq 1',
    'not 3',
    "not 'x' and a eq 1",
    '(not a) eq 3',
    '(a eq 1 and b eq 2) eq 3',
    'a eq (b eq 1)',
    'a eq (b eq 1 or c eq 2)',
    'a add 1',
    'a add 1 and b eq 2',
    'true',
    'NULL',
    '(a eq 1 [)]',
    'a//b eq 1',
    '/a eq 1',
    'tasks/any(t:t/x eq 1)',
    'tasks/any()',
    'a%20eq%201',
    'a eq 💥',
    '()',
    '> 1000',
    "f(a=['x')",
  ])('%j has no form that is known', (text) => expect(readDataverseFilter(text)).toEqual({ type: 'unread' }));
});

describe('filters of finance and operations', () => {
  test.each([
    ['  ', []],
    ['((PartyType == "Organization"))', ['PartyType']],
    ['(AssociatedContactType = 1)', ['AssociatedContactType']],
    ["(accounttype == '3')", ['accounttype']],
    ['((numberofemployees > 1000) && (numberofemployees <= 2000))', ['numberofemployees', 'numberofemployees']],
    ['(A == 1) || !(B != NoYes::Yes)', ['A', 'B', 'NoYes::Yes']],
    ['(Name like "a \\" b*")', ['Name']],
    ['(Date > 01\\01\\2020)', ['Date']],
    ['(Date > 2020-01-01T00:00:00)', ['Date']],
    ['(A == SysQuery::value("x"))', ['A']],
    ['(likeness == -1)', ['likeness']],
    ['PartyType == "Organization"', ['PartyType']],
    ['(A == "C:\\\\")', ['A']],
    ["(A == 'ab') && (B == 'c\\\\d')", ['A', 'B']],
    ["(A == 'it\\'s')", ['A']],
    ["(A == 'a\\ b\\'c')", ['A']],
    ['(A == "a\\ b\\"c")', ['A']],
    ['(A == 1-b)', ['A', 'b']],
    ['(A <> 1) && (B >= 2) && (C < 3) && (D <= 4) && (E > 5)', ['A', 'B', 'C', 'D', 'E']],
    ['(A LIKE "x") && (B Like "y") && (C like "z")', ['A', 'B', 'C']],
    ['(A + 1 - 2 * 3 / 4 mod 5 == 0)', ['A']],
    ['(A mod 2 == 0) && (model == 1) && (mod2 == 1)', ['A', 'model', 'mod2']],
    ['(A == true) && (B == FALSE) && (C != null)', ['A', 'B', 'C']],
    // Documented for maps, in one edition or another.
    ['INTERCOMPANYORDER == ""', ['INTERCOMPANYORDER']],
    ['(INTERCOMPANYORDER == "") && (SALESORDERNUMBER != "")', ['INTERCOMPANYORDER', 'SALESORDERNUMBER']],
    ['(AccountType == AccountType::Customer)', ['AccountType', 'AccountType::Customer']],
    ['(TransactionDate <= 23\\06\\2021)', ['TransactionDate']],
    ['(name like "A*")', ['name']],
    ['(!(name like "*A*"))', ['name']],
    ['(ParentProject == "")', ['ParentProject']],
    // Documented for ranges of queries.
    ['((A == 10) || (B == 20))', ['A', 'B']],
    ['((CustTable.AccountNum == "4000"))', ['CustTable.AccountNum']],
  ])('%j is sound', (text, columns) => expect(readFinopsFilter(text)).toEqual({ type: 'sound', columns }));

  test.each([
    ['(PartyType == "Organization"', 0],
    ['(A == 1))', 8],
    ['(A == "x)', 6],
    ["A == 'x", 5],
    ['(A == )', 3],
    ['INTERCOMPANYORDER ==', 18],
    ['== "x"', 0],
    ['(A == 1) &&', 9],
    ['(A == 1) && ()) || (B == 2)', 14],
    ['&& (A == 1)', 0],
    ['(|| A == 1)', 1],
    ['(A like )', 3],
    ['(LIKE "x")', 1],
    ['(A == 1) || !', 12],
    ['(!) && (A == 1)', 1],
    ['(A ===1)', 3],
    ['(A => 5)', 3],
    ['(A >)', 3],
    ['(> 5)', 1],
    ['A != ', 2],
    ['A <> ', 2],
    ['A <= ', 2],
    ['A >= ', 2],
    ['A = ', 2],
    ['(A == "\\\\"x")', 11],
  ])('%j is broken at %i, in whatever dialect', (text, position) =>
    expect(readFinopsFilter(text)).toEqual({ type: 'broken', position, because: expect.stringMatching(/./) }),
  );

  test.each([
    '(A & B)',
    '(A eq 1)',
    "accounttype eq '3'",
    '(A == 1 and B == 2)',
    '()',
    '("x")',
    '(true)',
    '(A + 1)',
    '(A == 1) (B == 2)',
    // The advanced query syntax: for a column that the filter does not name.
    '1..10',
    '>1000',
    '!Smith, <10',
    'A*',
    '(dayRange(-2,2)) ?',
    // A backslash before a quote keeps it from ending the text in one dialect, and not in another.
    '(A == "x\\"y)',
    '(A == "C:\\")',
  ])('%j has no form that is known', (text) => expect(readFinopsFilter(text)).toEqual({ type: 'unread' }));
});

const condition = fc.letrec<{ readonly any: string; readonly one: string }>((tie) => ({
  one: fc.constantFrom('a eq 1', "name ne 'x'", "contains(name,'y')", 'b/c lt null'),
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('one'),
    fc.tuple(tie('any'), fc.constantFrom('and', 'or'), tie('any')).map((parts) => parts.join(' ')),
    tie('any').map((inner) => `(${inner})`),
    tie('any').map((inner) => `not (${inner})`),
  ),
})).any;

/** The same in the other language. */
function inFinops(filter: string): string {
  const words = { eq: '==', ne: '!=', lt: '<', and: '&&', or: '||', 'b/c': 'b.c', 'not ': '!' };
  return `(${Object.entries(words).reduce((text, [from, to]) => text.replaceAll(from, to), filter)})`;
}

property.prop([condition])('what is put together of conditions is sound, on both sides', (filter) => {
  expect(readDataverseFilter(filter)).toMatchObject({ type: 'sound' });
  expect(readFinopsFilter(inFinops(filter))).toMatchObject({ type: 'sound' });
});

property.prop([condition])('a parenthesis too many, or one too few, breaks it', (filter) => {
  for (const text of [`(${filter}`, `${filter})`]) expect(readDataverseFilter(text).type).toBe('broken');
  for (const text of [`(${inFinops(filter)}`, `${inFinops(filter)})`])
    expect(readFinopsFilter(text).type).toBe('broken');
});

property.prop([condition, fc.constantFrom('and', 'or', 'eq', 'gt')])(
  'an operator before it or after it, without an operand there, breaks it',
  (filter, word) => {
    for (const text of [`${word} ${filter}`, `${filter} ${word}`, `(${word} ${filter})`, `(${filter} ${word})`]) {
      expect(readDataverseFilter(text).type).toBe('broken');
    }
    for (const sign of ['&&', '||', '==']) {
      for (const text of [`${sign} ${inFinops(filter)}`, `(${inFinops(filter)} ${sign})`]) {
        expect(readFinopsFilter(text).type).toBe('broken');
      }
    }
  },
);

property.prop([condition])('a filter in the language of the other side is not broken', (filter) => {
  expect(readFinopsFilter(filter).type).not.toBe('broken');
  expect(readDataverseFilter(inFinops(filter)).type).not.toBe('broken');
});

property.prop([fc.string({ unit: 'binary', maxLength: 200 })])('any text has an answer, with a place in it', (text) => {
  for (const read of [readDataverseFilter, readFinopsFilter]) {
    const answer = read(text);
    if (answer.type !== 'broken') continue;
    expect(answer.position).toBeGreaterThanOrEqual(0);
    expect(answer.position).toBeLessThanOrEqual(text.length);
    expect(answer.because).toMatch(/./);
  }
});

test.each([
  ['parentheses', readDataverseFilter, '(', 'a eq 1', ')'],
  ['functions', readDataverseFilter, 'f(', 'a', ')'],
  ['parentheses', readFinopsFilter, '(', 'A == 1', ')'],
  ['signs', readFinopsFilter, '-', 'A == 1', ''],
] as const)('a hundred %s around a condition are read, and not one more', (_, read, before, inside, after) => {
  const textOf = (depth: number) => before.repeat(depth) + inside + after.repeat(depth);
  expect(read(textOf(100)).type).toBe('sound');
  expect(read(textOf(101))).toEqual({ type: 'unread' });
});

test.each([
  ['a eq 1 and', 'expected a column or a value after and'],
  ['(a eq ) or b eq 1', 'expected a column or a value after eq'],
  ['and a eq 1', 'expected a column or a value before and'],
  ['(a eq 1', 'a parenthesis is not closed'],
  ['a eq 1)', 'a closing parenthesis has no opening one'],
  ["a eq 'x", 'a quote is not closed'],
])('what is wrong with %j', (text, because) => expect(readDataverseFilter(text)).toMatchObject({ because }));
