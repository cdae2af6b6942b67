import { readFileSync } from 'node:fs';
import { test as property } from '@fast-check/vitest';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import * as reporters from '../../src/reporters/index.js';
import { toHtml } from '../../src/reporters/to-html.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { runs } from '../support/fuzz.js';
import { hostileTexts } from '../support/hostile-report.js';
import { hostileText } from '../support/hostile-text.js';
import { shownResults } from '../support/shown-results.js';

/** Documents whose own tests fill them with hostile text. */
const testedElsewhere: ReadonlySet<string> = new Set([
  'activityDocument',
  'activityPlanDocument',
  'alertReplayDocument',
  'mapActivityDocument',
  'reportDocument',
  'requestPlanDocument',
  'syncErrorsDocument',
]);

test('every kind of document is among them, or has tests of its own', () => {
  const source = readFileSync(new URL('../support/shown-results.ts', import.meta.url), 'utf8');
  const missing = Object.keys(reporters)
    .filter((name) => name.endsWith('Document') && !source.includes(` ${name}(`))
    .sort();
  expect(missing).toEqual([...testedElsewhere]);
});

/** To be parsed: every place of a text is shown anyway. */
const few = { most: 3 };

describe.each(Object.entries(shownResults))('%s', (_kind, documentOf) => {
  const harmless = documentOf('some text');
  const markdownTypes = nodeTypes(toMarkdown(harmless, few));
  const elements = elementsIn(toHtml(harmless));

  test.each(Object.entries(hostileTexts))('%s stays text', (_name, text) => expectText(text));
  property.prop([hostileText], { numRuns: runs(8) })('any hostile text stays text', expectText);

  function expectText(text: string): void {
    const document = documentOf(text);
    const markdown = toMarkdown(document);
    const parsed = text.length > 10_000 ? [] : [...nodeTypes(toMarkdown(document, few))];
    const html = toHtml(document);
    for (const shown of [toPretty(document), markdown, html]) {
      expect(shown.replaceAll('\n', '').match(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu)).toBeNull();
    }
    expect(parsed.filter((type) => !markdownTypes.has(type))).toEqual([]);
    expect([...elementsIn(html)].filter((element) => !elements.has(element))).toEqual([]);
  }

  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(harmless))).toEqual(JSON.parse(JSON.stringify(documentOf('some text'))));
    expect(toPretty(JSON.parse(JSON.stringify(harmless)))).toBe(toPretty(harmless));
  });
});

test.each(Object.entries(shownResults))('%s of very many things can still be read', (_kind, documentOf) => {
  const document = documentOf('x'.repeat(50), 200);
  const pretty = toPretty(document);
  expect(pretty.split('\n').length).toBeLessThan(10_000);
  expect(toMarkdown(document, { most: 5 }).length).toBeLessThan(1_000_000);
  expect(toHtml(document).length).toBeLessThan(30_000_000);
});

/** What a reader of Markdown makes of a text; words that a host would link become code. */
function nodeTypes(text: string): ReadonlySet<string> {
  const types = new Set<string>(['inlineCode']);
  const open: Node[] = [fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    types.add(node.type);
    open.push(...(node.children ?? []));
  }
  return types;
}

interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
}

function elementsIn(html: string): ReadonlySet<string> {
  return new Set(['code', ...[...html.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, element]) => element ?? '')]);
}
