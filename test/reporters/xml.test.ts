import { expect, test } from 'vitest';
import { element, xmlDocument } from '../../src/reporters/xml.js';

test.each([
  ['nothing in it', element('a', {}), '<a/>'],
  ['attributes', element('a', { b: 'c', d: 1 }), '<a b="c" d="1"/>'],
  ['text in it', element('a', { b: 1 }, ['c']), '<a b="1">c</a>'],
  ['elements in it', element('a', {}, [element('b', {}), element('c', {})]), '<a>\n<b/>\n<c/>\n</a>'],
  ['both in it', element('a', {}, ['x ', element('b', {}, ['y']), ' z']), '<a>x <b>y</b> z</a>'],
  ['markup in its texts', element('a', { b: '"<&' }, ['</a>&']), '<a b="&#34;&#60;&#38;">&#60;/a&#62;&#38;</a>'],
])('an element with %s', (_, { xml }, text) => {
  expect(xml).toBe(text);
});

test('a document', () => {
  expect(xmlDocument(element('a', {}, ['b']))).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<a>b</a>\n');
});
