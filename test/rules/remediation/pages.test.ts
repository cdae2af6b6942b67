import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fixSections } from '../../../scripts/generate/rule-pages.js';
import { topics } from '../../../src/diagnosis/all-topics.js';

// Rules and known errors share steps and links; the pages of rules are compared where the cases are.
test.each(topics.map((topic) => [topic.id, topic] as const))('the page of %s has its fix', (id, { remediation }) => {
  const page = readFileSync(new URL(`../../../docs/errors/${id}.md`, import.meta.url), 'utf8');
  expect(page).toContain(fixSections(remediation));
});
