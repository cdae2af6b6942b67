import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rulePage } from '../../scripts/generate/rule-pages.js';
import { loadAllCases } from '../support/all-cases.js';

const described = (await loadAllCases()).map(({ cases }) => [cases.rule.code, cases] as const);

// `npm run generate` writes the pages: what a rule says about itself, what it declares, and its first finding are read by people there.
test.each(described)('the page of %s says what the rule says', (code, cases) => {
  const page = new URL(`../../docs/rules/${code}.md`, import.meta.url);
  expect(rulePage(cases.rule, cases)).toBe(readFileSync(page, 'utf8'));
});
