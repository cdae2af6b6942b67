import fc from 'fast-check';
import { Parser } from 'saxen';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { readXml } from '../../src/solutions/read-xml.js';

type Said = string | readonly [name: string, attributes: Readonly<Record<string, string>>];

/** What a document says, with texts that follow each other as one. */
function said(text: string, deepest = 50) {
  const parts: Said[] = [];
  const fault = readXml(
    text,
    deepest,
    {
      opened: (name, attributes) => parts.push([name, { ...attributes }]),
      closed: (name) => parts.push(`/${name}`),
      said: (content) => addText(parts, content),
    },
    { Parser },
  );
  return { parts, fault };
}

function addText(parts: Said[], content: string): void {
  const last = parts.at(-1);
  if (typeof last === 'string' && last.startsWith('"')) parts[parts.length - 1] = last + content;
  else if (content !== '') parts.push(`"${content}`);
}

/** The same from a reader that follows the standard to the letter. */
function saidByStandard(text: string): readonly Said[] | undefined {
  const parts: Said[] = [];
  const parser = new SaxesParser();
  let isXml = true;
  let depth = 0;
  parser.on('error', () => {
    isXml = false;
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    parts.push([name, { ...attributes }]);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    parts.push(`/${name}`);
  });
  const add = (content: string) => {
    if (depth > 0) addText(parts, content);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text).close();
  return isXml ? parts : undefined;
}

describe('what a document says', () => {
  test.each<[string, string, readonly Said[]]>([
    ['an empty element', '<a/>', [['a', {}], '/a']],
    [
      'a declaration, comments and instructions',
      '<?xml version="1.0"?><!-- <b> --><a><?x y?></a>\n',
      [['a', {}], '/a'],
    ],
    ['a byte order mark', '\uFEFF<a/>', [['a', {}], '/a']],
    ['entities', '<a b="&lt;&#65;&quot;">&amp;&#x1F600;&apos;</a>', [['a', { b: '<A"' }], '"&\u{1F600}\'', '/a']],
    ['CDATA', '<a>x<![CDATA[<&amp;>]]>y</a>', [['a', {}], '"x<&amp;>y', '/a']],
    ['a greater-than sign in an attribute', '<a b="x > y" c=\'"\'/>', [['a', { b: 'x > y', c: '"' }], '/a']],
    ['lines of Windows', '<a>\r\n<b/>\r</a>\r\n', [['a', {}], '"\n', ['b', {}], '/b', '"\n', '/a']],
    ['prefixes', '<x:a xmlns:x="u" x:b="1"/>', [['x:a', { 'xmlns:x': 'u', 'x:b': '1' }], '/x:a']],
  ])('%s', (_what, text, parts) => {
    expect(said(text)).toEqual({ parts, fault: undefined });
    expect(saidByStandard(text)).toEqual(parts);
  });

  const name = fc.constantFrom('a', 'b:c', 'Entity', 'x-1', '_y.z');
  const value = fc.string({ unit: fc.constantFrom('x', ' ', 'é', '\u{1F600}', '&amp;', '&#10;', '&lt;', '>', "'") });
  const attributes = fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength: 3 });
  const { document } = fc.letrec<{ document: string; element: string }>((tie) => ({
    document: tie('element').map((root) => `<?xml version="1.0"?>\r\n${root}<!-- end -->`),
    element: fc
      .tuple(
        name,
        attributes,
        fc.array(
          fc.oneof(
            { maxDepth: 4, depthIdentifier: 'nesting' },
            value,
            fc.constant('<![CDATA[ <&> ]]>'),
            tie('element'),
          ),
          { maxLength: 3, depthIdentifier: 'nesting' },
        ),
      )
      .map(([own, pairs, content]) => {
        const start = `${own}${pairs.map(([key, text]) => `\n ${key}="${text}"`).join('')}`;
        return content.length === 0 ? `<${start}/>` : `<${start} >${content.join('')}</${own}>`;
      }),
  }));

  test('is what the standard says, for any document', () => {
    fc.assert(
      fc.property(document, (text) => {
        expect(said(text)).toEqual({ parts: saidByStandard(text), fault: undefined });
      }),
    );
  });

  test('up to its first fault: a part that is cut off says nothing else', () => {
    fc.assert(
      fc.property(document, fc.nat(), (text, at) => {
        const end = text.lastIndexOf('</');
        fc.pre(end > 0);
        const cut = text.slice(0, at % end).replace(/[\uD800-\uDBFF]$/, ''); // not in the middle of a character
        const { parts, fault } = said(cut);
        expect(fault?.isCutOff).toBe(true);
        const whole = said(text).parts.filter((part) => typeof part !== 'string' || part.startsWith('/'));
        const before = parts.filter((part) => typeof part !== 'string' || part.startsWith('/'));
        expect(before).toEqual(whole.slice(0, before.length));
      }),
    );
  });
});

describe('faults', () => {
  test.each([
    ['nothing', '', { line: 1, column: 1, isCutOff: true }],
    ['a text', 'hello', { isCutOff: true }],
    ['only a declaration', '<?xml version="1.0"?>\n', { line: 2, column: 1, isCutOff: true }],
    ['an element that does not end', '<a>\n <b>', { line: 2, column: 5, isCutOff: true }],
    ['a tag that does not end', '<a>\n <b c="', { line: 2, isCutOff: true }],
    ['CDATA that does not end', '<a><![CDATA[ x', { isCutOff: true }],
    ['the wrong end', '<a>\n  <b></a>', { line: 2, column: 6, isCutOff: false }],
    ['an end without a beginning', '</a>', { line: 1, isCutOff: false }],
    ['an attribute twice', '<a b="1" b="2"/>', { isCutOff: false }],
    ['an attribute without quotation marks', '<a b=1/>', { isCutOff: false }],
    ['an attribute without a value', '<a b />', { isCutOff: false }],
    ['an entity that is not declared', '<a>\n&b;</a>', { line: 2, because: 'an entity that XML does not have' }],
    ['an ampersand', '<a b="x & y"/>', { because: 'an entity that XML does not have' }],
    ['an entity without an end', '<a>&amp</a>', { because: 'an entity that XML does not have' }],
    ['an entity in the wrong case', '<a>&AMP;</a>', { because: 'an entity that XML does not have' }],
    ['an entity of an impossible character', '<a>&#0;&#x110000;</a>', { because: 'an entity that XML does not have' }],
    ['a document type', '<!DOCTYPE a>\n<a/>', { line: 1, because: 'it declares a document type' }],
    ['a second root', '<a/>\n<b/>', { line: 2, because: 'it has a second root element' }],
    ['text after the root', '<a/>\nx', { isCutOff: false }],
    ['text before the root', 'x<a/>', { isCutOff: false }],
    ['a null character', '<a>\n x\0</a>', { line: 2, column: 3, because: 'XML does not have this character' }],
    ['half a character', '<a>\uD800</a>', { because: 'XML does not have this character' }],
  ])('%s', (_what, text, fault) => {
    expect(said(text).fault).toMatchObject(fault);
    if (!text.startsWith('<!')) expect(saidByStandard(text)).toBeUndefined();
  });

  test('too deep', () => {
    expect(said('<a><a><a/></a></a>', 3).fault).toBeUndefined();
    expect(said('<a><a><a><a/></a></a></a>', 3)).toMatchObject({
      parts: [
        ['a', {}],
        ['a', {}],
        ['a', {}],
      ],
      fault: { because: 'nested deeper than 3 elements' },
    });
  });

  test('an element with a fault in it is not said', () => {
    expect(said('<a><b c="&x;"/></a>').parts).toEqual([['a', {}]]);
    expect(said('<a>&x;</a>').parts).toEqual([['a', {}]]);
  });
});
