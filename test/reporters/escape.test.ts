import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  commandMessage,
  commandProperty,
  longestName,
  markdownText,
  startOf,
  visible,
  visibleJson,
  visibleStart,
  xmlText,
} from '../../src/reporters/escape.js';

describe('what changes how a terminal shows text', () => {
  test.each([
    ['a control character', 'a\u001b[31mb', 'a\\u001b[31mb'],
    ['a line break', 'a\nb\r', 'a\\u000ab\\u000d'],
    ['a mark of direction', 'a\u202eb', 'a\\u202eb'],
    ['a line separator', 'a\u2028b', 'a\\u2028b'],
    ['a paragraph separator', 'a\u2029b', 'a\\u2029b'],
    ['half a pair', 'a\ud800b\udc00', 'a\\ud800b\\udc00'],
    ['an invisible pair', 'a\u{e0041}b', 'a\\udb40\\udc41b'],
  ])('%s is named', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
    expect(visibleStart(text)).toBe(shown);
  });
  test('all other text stays', () => {
    expect(visible('é ü – 😀 漢字 \\u001b')).toBe('é ü – 😀 漢字 \\u001b');
  });
});

describe('the start of a text', () => {
  test.each([
    ['', ''],
    ['abc', 'abc'],
    ['abcd', 'abc…'],
    ['😀😀😀', '😀😀😀'],
    ['😀😀😀😀', '😀😀😀…'],
    ['😀😀😀a', '😀😀😀…'],
    ['abcdefgh', 'abc…'],
    ['abcdefghi', 'abc…'],
  ])('%s', (text, start) => {
    expect(startOf(text, 3)).toBe(start);
    expect(visibleStart(text, 3)).toBe(start);
  });
  test('is as long as a name where nothing else is said', () => {
    const longest = 'x'.repeat(longestName);
    expect(startOf(longest)).toBe(longest);
    expect(startOf(`${longest}x`)).toBe(`${longest}…`);
    expect(visibleStart(longest)).toBe(longest);
    expect(visibleStart(`${longest}x`)).toBe(`${longest}…`);
  });
  test('counts characters before they are escaped', () => {
    expect(visibleStart('\u001b\u001b\u001b', 2)).toBe('\\u001b\\u001b…');
  });
  property.prop([fc.string({ unit: 'binary' }), fc.nat(30)])('has as many characters as asked for', (text, limit) => {
    const characters = [...text];
    const start = `${characters.slice(0, limit).join('')}…`;
    expect(startOf(text, limit)).toBe(characters.length > limit ? start : text);
  });
});

describe('JSON', () => {
  const long = 'x'.repeat(16_383);
  test.each([
    ['nothing', '', ''],
    ['printable text', '{\n "a": "b"\n}', '{\n "a": "b"\n}'],
    ['letters of any language', '"é漢😀"', '"é漢😀"'],
    ['what is invisible', '{\n "\u200b": 1\n}', '{\n "\\u200b": 1\n}'],
    ['the last character of ASCII', '"\u007f"', '"\\u007f"'],
    ['at the end of a long text', `"${long}${long}\u200b"`, `"${long}${long}\\u200b"`],
    ['a character of two bytes at the end', `"${long}\u00ad`, `"${long}\\u00ad`],
    ['where the first piece ends', `${long}\u200b${long}`, `${long}\\u200b${long}`],
    ['where the second piece begins', `"${long}\u200b${long}${long}`, `"${long}\\u200b${long}${long}`],
  ])('%s', (_, json, shown) => {
    expect(visibleJson(json)).toBe(shown);
  });
  property.prop([fc.json({ stringUnit: 'binary' })])('still says the same', (json) => {
    expect(JSON.parse(visibleJson(json))).toEqual(JSON.parse(json));
    expect(visibleJson(json)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  });
});

describe('in Markdown', () => {
  test.each([
    // white space and characters
    ['a\n \t b', 'a b'],
    ['a\u001bb', 'a\\\\u001bb'],
    // markup
    ['a*b*', 'a\\*b\\*'],
    ['a\\b', 'a\\\\b'],
    ['a`b', 'a\\`b'],
    ['{a} [b]', '\\{a\\} \\[b\\]'],
    ['a<b> | ~c~ $d$', 'a\\<b> \\| \\~c\\~ \\$d\\$'],
    ['a (b) "c" \'d\', e; f!', 'a (b) "c" \'d\', e; f!'],
    // underscores
    ['snake_case_1', 'snake_case_1'],
    ['_a_', '\\_a\\_'],
    ['a__b', 'a\\_\\_b'],
    ['a _ b', 'a \\_ b'],
    ['-_-', '\\-\\_-'],
    // entities and shortcodes
    ['&amp; a & b', '\\&amp; a & b'],
    ['&#60; &#x3c;', '`&#60`; `&#x3c`;'],
    [':tada: a: b:c', '\\:tada: a: b\\:c'],
    // the start of a line
    ['- a - b', '\\- a - b'],
    ['+ a + b', '\\+ a + b'],
    ['= a = b', '\\= a = b'],
    ['> a > b', '\\> a > b'],
    ['# a # b', '\\# a # b'],
    ['## a', '\\## a'],
    ['\n- a', ' \\- a'],
    ['1. a 2. b', '1\\. a 2. b'],
    ['\n12. a', ' 12\\. a'],
    ['12) a', '12\\) a'],
    ['12.', '12\\.'],
    ['12)', '12\\)'],
    ['1.5 and 1.a', '1.5 and 1.a'],
    ['1 a', '1 a'],
    ['a 1. b', 'a 1. b'],
    // what hosts turn into links and mentions
    ['@team', '`@team`'],
    ['a@b.example', '`a@b.example`'],
    ['see #12, #a and # b', 'see `#12`, `#a` and # b'],
    ['GH-12 gh-1 xGH-12 GH-x GH', '`GH-12` `gh-1` xGH-12 GH-x GH'],
    ['https://b.example/_a_?c=*d*', '`https://b.example/_a_?c=*d*`'],
    ['www.b.example WWW. www www-b', '`www.b.example` `WWW`. `www` www-b'],
    ['https://b.example.', '`https://b.example`.'],
    ['@a!? @b: @c:! @.d.', '`@a`!? `@b`: `@c`\\:! `@.d`.'],
    ['(@a) "@b" \'@c\' <@d>;@e,@f', '(`@a`) "`@b`" \'`@c`\' \\<`@d`>;`@e`,`@f`'],
    ['@a|@b`@c', '`@a`\\|`@b`\\``@c`'],
    ['@a *b*', '`@a` \\*b\\*'],
  ])('%j is text', (text, shown) => {
    expect(markdownText(text)).toBe(shown);
  });
});

describe('in XML', () => {
  test.each([
    ['<a b="c">&amp;', '&#60;a b=&#34;c&#34;&#62;&#38;amp;'],
    ["it's", "it's"],
    ['a\tb\nc', 'a\tb\nc'],
    ['a\rb', 'a&#13;b'],
    ['a\u0000\u0008\u000b\u001f', 'a\\u0000\\u0008\\u000b\\u001f'],
    ['\ufffe\uffff', '\\ufffe\\uffff'],
    ['\ud800a\udfff', '\\ud800a\\udfff'],
    ['\u0020\ud7ff\ue000\ufffd', '\u0020\ud7ff\ue000\ufffd'],
    ['😀\u{10000}\u{10ffff}', '😀\u{10000}\u{10ffff}'],
  ])('%j', (text, shown) => {
    expect(xmlText(text)).toBe(shown);
  });
});

describe('in a workflow command', () => {
  test.each([
    ['100%\r\n:: error::a', '100%25%0D%0A:: error::a', '100%25%0D%0A%3A%3A error%3A%3Aa'],
    ['a,b=c', 'a,b=c', 'a%2Cb=c'],
  ])('%j', (text, message, inProperty) => {
    expect(commandMessage(text)).toBe(message);
    expect(commandProperty(text)).toBe(inProperty);
  });
});
