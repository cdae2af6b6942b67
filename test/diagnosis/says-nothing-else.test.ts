// cspell:ignore bcde
import { describe, expect, test } from 'vitest';
import { saysNothingElse } from '../../src/diagnosis/says-nothing-else.js';

/** Whether a text says nothing but the words in angle brackets. */
function isAlone(text: string): boolean {
  const matches = [...text.matchAll(/<([^<>]*)>/g)].map(({ 1: words = '', index }, before) => ({
    at: index - 2 * before,
    words,
    groups: undefined,
  }));
  return saysNothingElse(text.replace(/[<>]/g, ''), matches);
}

const id = '0a000000-0000-4000-8000-00000000000f';

describe('nothing else is said', () => {
  test.each([
    '<Access is denied>',
    '<Access is denied>.',
    '"<Access is denied>"',
    'Error: <Access is denied>',
    'Error code 401, type=x: <Access is denied> (<Forbidden>)',
    '<Forbidden>: <Access is denied>, <Forbidden>',
    '2026-11-20 10:00:00,123 - [7] - ERROR <Access is denied>',
    '2026-11-20T10:00:00Z ERROR <Access is denied>',
    '{"errorMessage":"<Access is denied>","customThing" : 7, \'otherThing\'= "y"}',
    'error {"customThing":"<Access is denied>"}',
    `error {"${'k'.repeat(40)}":"<Access is denied>"}`,
    `<Access is denied> ${id} ${id.toUpperCase()}`,
    '<Access is denied> deadbeef-abcd-4fed-beef-facefeedbead',
    '<Access is denied> 0x80040217 0xAB 0xabcdef deadbeef1 abc1d2e3 1A2B3C4D5E6F',
    `<Access is denied> ${'ab1d'.repeat(16)} ${'a'.repeat(20)}1`,
    'a b c <Access is denied> 1 2 3 x y1z2',
    'Fri, 20 Nov 2026 utc: <Access is denied>',
    'EXCEPTION, Microsoft: <Access is denied>',
    'and at this stack trace <Access is denied>',
  ])('%s', (text) => expect(isAlone(text)).toBe(true));
});

describe('something else is said', () => {
  test.each([
    'Contoso: <Access is denied>',
    '<Access is denied> for Contoso',
    '<Forbidden> contoso <Access is denied>',
    'sync <Access is denied>',
    'error_handler <Access is denied>',
    '<Access is denied> größe',
    '日本語 <Access is denied>',
    '[contoso] <Access is denied>',
    'error [contoso] <Access is denied>',
    '<Access is denied> contoso:',
    '<Access is denied> "contoso"',
    // The first key is the name of what the rest is about.
    '{"customThing":"<Access is denied>"}',
    `error {"${'k'.repeat(41)}":"<Access is denied>"}`,
    // Words of letters are not numbers.
    '<Access is denied> deadbeef',
    '<Access is denied> bcde1',
    '<Access is denied> deadbeef1x2',
    '<Access is denied> xdeadbeef1',
    '<Access is denied> 0xyz',
    `<Access is denied> ${'ab1d'.repeat(16)}a`,
    `<Access is denied> ${'a'.repeat(21)}1`,
  ])('%s', (text) => expect(isAlone(text)).toBe(false));
});

test('words that overlap are taken out once', () => {
  const plain = 'Error: access is denied';
  const match = (words: string) => ({ at: plain.indexOf(words), words, groups: undefined });
  expect(saysNothingElse(plain, [match('is denied'), match('access is')])).toBe(true);
  expect(saysNothingElse(plain, [match('access is denied'), match('is')])).toBe(true);
  expect(saysNothingElse(plain, [match('access'), match('denied')])).toBe(true);
  expect(saysNothingElse(plain, [match('access')])).toBe(false);
  expect(saysNothingElse(plain, [])).toBe(false);
  expect(saysNothingElse('', [])).toBe(true);
});

test('words on both sides of what is taken out do not become one', () => {
  expect(isAlone('er<x>ror')).toBe(false);
  expect(isAlone('<x> fa"custom":il')).toBe(false);
  expect(isAlone('<x> fa0x1il')).toBe(false);
});

const frame =
  'activity an and app at apr aug body cause code correlation critical data date debug dec desc description detail details err error errorcode errordetails errormessage errors exception fail failed fatal feb fri from gmt got http https id in info information inner innererror innerexception instance is issue jan jul jun level line log logger mar may message messages microsoft mon msg name nov now null oct on output pid re reason request response result root sat sep session severity something source stack stacktrace status string sun system text the this thread thu time timestamp trace true tue type uncaught utc value verboseerror warn warning we wed went when with wrong your';
test.each(frame.split(' '))('%s has no meaning of its own', (word) => {
  expect(isAlone(`${word} <Access is denied> ${word.toUpperCase()}`)).toBe(true);
});
