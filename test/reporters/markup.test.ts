import { describe, expect, test } from 'vitest';
import { type Content, markup, nameOf, prose, verbatim, whole } from '../../src/reporters/html/markup.js';

const inMarkup = (content: Content) => markup`<p title="${content}">`.markup.slice('<p title="'.length, -2);
const escapedTag = '&#60;b&#62;';

describe('a piece of a page', () => {
  test.each<[string, Content, string]>([
    ['text', `<b> & "c" 'd'`, `${escapedTag} &#38; &#34;c&#34; &#39;d&#39;`],
    ['text that would change what is around it', 'a\u001b\u202e\nb', 'a\\u001b\\u202e\\u000ab'],
    ['text as long as it may be', 't'.repeat(1_000), 't'.repeat(1_000)],
    ['longer text', 't'.repeat(1_001), `${'t'.repeat(1_000)}…`],
    ['text of which every character is escaped', '<'.repeat(1_001), `${'&#60;'.repeat(1_000)}…`],
    ['a number', 1_000, '1000'],
    ['nothing', undefined, ''],
    ['a part of it', markup`<b>${'<b>'}</b>`, `<b>${escapedTag}</b>`],
    ['several', ['<b>', 1, undefined, [markup`<b>`, '<b>']], `${escapedTag}1<b>${escapedTag}`],
    ['none', [], ''],
  ])('that holds %s', (_, content, text) => {
    expect(inMarkup(content)).toBe(text);
  });
  test('that holds nothing but itself', () => {
    expect(markup`<p>`.markup).toBe('<p>');
    expect(markup`${'a'}${'b'}`.markup).toBe('ab');
  });
  test('of our own', () => {
    expect(inMarkup(verbatim('<b>\n'))).toBe('<b>\n');
  });
});

test('a line that is not cut', () => {
  const line = `<b>\u001b${'x'.repeat(5_000)}`;
  expect(inMarkup(whole(line))).toBe(`${escapedTag}\\u001b${'x'.repeat(5_000)}`);
});

test('a name is cut, and does not turn the direction of what is around it', () => {
  expect(inMarkup(nameOf('<b>'))).toBe(`<bdi>${escapedTag}</bdi>`);
  expect(inMarkup(nameOf('n'.repeat(200)))).toBe(`<bdi>${'n'.repeat(200)}</bdi>`);
  expect(inMarkup(nameOf('n'.repeat(201)))).toBe(`<bdi>${'n'.repeat(200)}…</bdi>`);
});

test.each([
  ['a <b>', `a ${escapedTag}`],
  ['a `<b>` c', `a <code>${escapedTag}</code> c`],
  ['`a``b`', '<code>a</code><code>b</code>'],
  ['a ` <b>', `a \` ${escapedTag}`],
  ['`a', '`a'],
  ['a`', 'a`'],
  ['a `b` c ` d', 'a <code>b</code> c ` d'],
  ['a ``` b', 'a <code></code>` b'],
  [`\`a\` ${'t'.repeat(996)}`, `<code>a</code> ${'t'.repeat(996)}`],
  [`\`a\` ${'t'.repeat(997)}`, `<code>a</code> ${'t'.repeat(996)}…`],
  ['\u001b'.repeat(1_000), '\\u001b'.repeat(1_000)],
  [`\`a\`${'\u001b'.repeat(997)}`, `<code>a</code>${'\\u001b'.repeat(997)}`],
  [`\`${'t'.repeat(1_000)}\``, `\`${'t'.repeat(999)}…`],
])('words between backticks are code: %j', (text, shown) => {
  expect(inMarkup(prose(text))).toBe(shown);
});
