// cspell:ignore longname Ktwo nity
import { describe, expect, test } from 'vitest';
import { hasOddCharacters, normalize } from '../../src/diagnosis/normalize.js';

const control = '\u001b';

describe('a text becomes what it was', () => {
  test.each<readonly [what: string, text: string, plain: string]>([
    ['as it is', 'Unable to write, to entity (accounts).', 'Unable to write, to entity (accounts).'],
    ['blanks and line breaks', ' \n one\t two\r\n\n  three ', 'one two three'],
    ['nothing', '', ''],
    ['JSON', String.raw`it says \"no\"\nand ends\tthere`, 'it says "no" and ends there'],
    ['JSON in JSON', String.raw`it says \\\"no\\\"\\r\\nand \\tends`, 'it says "no" and ends'],
    ['a line break of Windows in JSON', String.raw`one\r\ntwo\r\\ntwo`, 'one two two'],
    ['what only looks like a line break', String.raw`domain\na: x, one\r\nC: y`, String.raw`domain\na: x, one C: y`],
    ['a line break of Windows before a colon', String.raw`one\r\\na: x`, 'one a: x'],
    ['capitals in JSON', String.raw`one\Ttwo\U0041\X42`, 'one twoAB'],
    ['characters by their numbers', String.raw`\u0041\u006a\x4bz\\u0041`, 'AjKzA'],
    ['numbers that are too short', String.raw`\u004 \x4 z`, String.raw`\u004 \x4 z`],
    ['a backslash that escapes nothing', String.raw`contoso\admin`, String.raw`contoso\admin`],
    ['a backslash at the end', 'one\\', 'one'],
    ['backslashes before signs', '\\!\\/\\:\\@\\[\\`\\{\\~\\ x', '!/:@[`{~ x'],
    ['names of HTML', '1 &lt; 2 &gt; 1 &amp; &quot;b&quot; &apos;c&apos;&nbsp;d&hellip;', '1 < 2 > 1 & "b" \'c\' d...'],
    ['quotes of HTML', '&ldquo;a&rdquo; &lsquo;b&rsquo;', '"a" \'b\''],
    ['HTML in capitals', '&QUOT;a&Quot; &#X41;', '"a" A'],
    ['HTML in HTML', '&amp;amp;quot;a&amp;quot;', '"a"'],
    ['numbers of HTML', '&#39;a&#x27; &#65;&#x4b;&#8364;&#x1F600;&#128512;', "'a' AK€😀😀"],
    ['numbers that are none', '&#1234567; &#x123456; &#; &#x;', '&#1234567; &#x123456; &#; &#x;'],
    ['names that are none', 'a &foo; b && c &a; &longname;', 'a &foo; b && c &a; &longname;'],
    ['six layers', `&${'amp;'.repeat(6)}`, '&'],
    ['more than six layers', `&${'amp;'.repeat(8)}`, '&amp;amp;'],
    ['HTML in JSON', String.raw`\u0026quot;a\u0026quot;`, '"a"'],
    ['JSON in HTML', '&#92;&quot;a&#92;n&quot;', '"a "'],
    ['odd characters in JSON', String.raw`\u201ca\u00a0b\u201d\u200b`, '"a b"'],
    ['odd characters in HTML', '&#8220;a&#160;b&#8221;', '"a b"'],
    ['colors', `${control}[1;31mERROR${control}[0m one ${control}[Ktwo`, 'ERROR one two'],
    ['quoted-printable', 'Unable to wri=\nte data to ent=\r\nity', 'Unable to write data to entity'],
    ['an equals sign', 'a = b, c=d', 'a = b, c=d'],
    ['tags', 'one<br>two<br/>three<BR />four', 'one two three four'],
    ['tags around words', '<p class="x">one <b>two</b></p><o:p></o:p><soap:Envelope> three', 'one two three'],
    [
      'every tag',
      'a body code div em font h1 h6 head hr html i img li ol p pre small span strong table tbody td th title tr u ul wbr'
        .split(' ')
        .map((tag) => `<${tag}>x</${tag}>`)
        .join(''),
      `${'x '.repeat(28)}x`,
    ],
    ['what is not a tag', 'a <accounts> b < c <h7> <bold> <br', 'a <accounts> b < c <h7> <bold> <br'],
    ['a long tag', `one<a href="${'x'.repeat(290)}">two`, 'one two'],
    ['one that is too long', `<a ${'x'.repeat(300)}>`, `<a ${'x'.repeat(300)}>`],
    ['a quoted mail', 'one\n> two\n>> three\n > > four\n| five\n\t>six', 'one two three four five six'],
    ['ten marks of a mail', `one\n${'> '.repeat(10)}two`, 'one two'],
    ['more than ten', `one\n${'> '.repeat(11)}two`, 'one > two'],
    ['a comparison', 'a > b | c', 'a > b | c'],
  ])('%s: %j', (_what, text, plain) => expect(normalize(text)).toBe(plain));
});

describe('odd characters', () => {
  test.each<readonly [what: string, characters: string, plain: string]>([
    ['quotes', '‘’‚‛′‵´ʼ‹›', "'"],
    ['double quotes', '“”„‟″‶«»「」『』', '"'],
    ['dashes', '‐‑‒–—―−', '-'],
    ['blanks', '\u00a0\u2003\u3000', ' '],
    ['invisible ones', '\u00ad\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2064\ufeff', ''],
  ])('%s', (_what, characters, plain) => {
    for (const character of characters) expect(normalize(`a${character}b`)).toBe(`a${plain}b`);
  });

  test('forms of letters are the letters', () => expect(normalize('ｅｎｔｉｔｙ ﬁeld ①')).toBe('entity field 1'));

  test('letters stay as they are', () => expect(normalize('Größe 日本語 “x”')).toBe('Größe 日本語 "x"'));

  test.each([
    ['', false],
    ['plain ASCII: \t\u0000~\u007f', false],
    ['\u0080', true],
    ['a €', true],
  ])('%j has some: %s', (text, has) => expect(hasOddCharacters(text)).toBe(has));
});
