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
    ['andrew eq 1 and notes ne null', ['andrew', 'notes']],
  ])('%j is sound', (text, columns) => expect(readDataverseFilter(text)).toEqual({ type: 'sound', columns }));

  test.each([
    ['a eq', 4],
    ['a = 3', 2],
    ['a EQ 3', 2],
    ['a eq 1 and', 10],
    ['a eq 1 b eq 2', 7],
    ['(a eq 1', 7],
    ['a eq 1)', 6],
    ["a eq 'x", 5],
    ['a eq 1 && b eq 2', 7],
    ['(a eq 1) eq 2', 9],
    ['3', 1],
    ["a eq 1 or 'x'", 10],
    ['a/b/c eq 1', 0],
    ['a//b eq 1', 0],
    ['col/any(o:o/x eq 1)', 9],
    ['a eq 💥', 5],
  ])('%j is faulty at %i', (text, position) =>
    expect(readDataverseFilter(text)).toEqual({ type: 'faulty', position, because: expect.stringMatching(/./) }),
  );
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
  ])('%j is sound', (text, columns) => expect(readFinopsFilter(text)).toEqual({ type: 'sound', columns }));

  test.each([
    ['PartyType == "Organization"', 0],
    ['(PartyType == "Organization"', 28],
    ['(A == 1))', 8],
    ['(A == "x)', 6],
    ['(A & B)', 3],
    ['(A eq 1)', 3],
    ['(A == 1 and B == 2)', 8],
    ['()', 1],
    ['("x")', 5],
    ['(A == 1) (B == 2)', 9],
    ['(A ===1)', 5],
  ])('%j is faulty at %i', (text, position) =>
    expect(readFinopsFilter(text)).toEqual({ type: 'faulty', position, because: expect.stringMatching(/./) }),
  );
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

property.prop([condition])('a parenthesis too many, or one too few, is a fault', (filter) => {
  for (const text of [`(${filter}`, `${filter})`]) expect(readDataverseFilter(text).type).toBe('faulty');
  for (const text of [`(${inFinops(filter)}`, `${inFinops(filter)})`])
    expect(readFinopsFilter(text).type).toBe('faulty');
});

property.prop([fc.string({ unit: 'binary', maxLength: 200 })])('any text has an answer, with a place in it', (text) => {
  for (const read of [readDataverseFilter, readFinopsFilter]) {
    const answer = read(text);
    if (answer.type !== 'faulty') continue;
    expect(answer.position).toBeGreaterThanOrEqual(0);
    expect(answer.position).toBeLessThanOrEqual(text.length);
    expect(answer.because).toMatch(/./);
  }
});

test.each(['(', ')', '!', 'not ', '-', 'a.', "'", '"', '1-', 'a eq 1 and ', '(a == 1) && ', 'f('])(
  'half a megabyte of %j is read in time',
  (piece) => {
    const text = piece.repeat(Math.ceil(500_000 / piece.length));
    expect(readDataverseFilter(text)).toBeDefined();
    expect(readFinopsFilter(`(${text}`)).toBeDefined();
  },
);
