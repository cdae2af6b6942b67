import { expect, test } from 'vitest';
import { solutionGuidesDocument } from '../../src/reporters/documents/solution-guides-document.js';
import { toHtml } from '../../src/reporters/to-html.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { solutionGuides } from '../../src/solutions/index.js';
import { wordsOf } from '../support/words-of.js';

const [first] = solutionGuides;

test('one guide, step by step', () => {
  const guide = solutionGuides.find(({ id }) => id === 'choose-map-version') ?? expect.fail();
  expect(toPretty(solutionGuidesDocument([guide]))).toMatchInlineSnapshot(`
    "Choose which version of a map is used
    One or several solutions contained more than one version of the same map, with different publishers or numbers.

    STEPS
      1. Choose the version of a map  (system administrator of finance and operations)
        1. On the Dual-write page, stop the map and select it.
        2. Select Table map version.
        3. Compare publisher and number of the versions, choose one, and save. The highest number is not necessarily the right one.
        4. Run the map again.
        Lost by this: Columns that only the previous version mapped are no longer synchronized. That version remains saved and can be chosen again.
        see Application lifecycle management: https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/dual-write/app-lifecycle-management
      Source: Application lifecycle management, 2020-03-13. This guide: dual-write-health maps guide choose-map-version.
    "
  `);
});

test.each([
  ['pretty', toPretty],
  ['Markdown', toMarkdown],
  ['a page', toHtml],
])('%s: all guides, with every part, who performs it, what is lost, and the source', (_format, show) => {
  const words = wordsOf(show(solutionGuidesDocument(solutionGuides))).toLowerCase();
  for (const { id, title, when, parts, source } of solutionGuides) {
    const lost = parts.flatMap(({ destroys }) => destroys ?? []);
    for (const text of [id, title, when, source.date, ...parts.map((part) => part.title), ...lost])
      expect(words).toContain(text.toLowerCase());
  }
  expect(words).toContain('system administrator of dataverse');
});

test('no guide is an empty page', () => {
  expect(toPretty(solutionGuidesDocument([]))).toBe('Guides to solutions\n');
});

test('one guide has the title of the page', () => {
  expect(toMarkdown(solutionGuidesDocument(first === undefined ? [] : [first]))).toMatch(
    /^## Set up maps in a new environment\n/,
  );
});
