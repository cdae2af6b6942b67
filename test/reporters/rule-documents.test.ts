import { describe, expect, test } from 'vitest';
import { catalogueDocument } from '../../src/reporters/documents/catalogue-document.js';
import { ruleDocument } from '../../src/reporters/documents/rule-document.js';
import { toHtml } from '../../src/reporters/to-html.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { catalogue, ruleFor } from '../../src/rules/catalogue.js';
import { describeRule } from '../../src/rules/describe-rule.js';
import type { Origin, Rule } from '../../src/rules/rule.js';
import { wordsOf } from '../support/words-of.js';

const rules: readonly Rule[] = catalogue;
const formats = [
  ['pretty', toPretty],
  ['Markdown', toMarkdown],
  ['a page', toHtml],
] as const;

describe('the catalogue', () => {
  test.each(formats)('%s: every rule', (_, show) => {
    const words = wordsOf(show(catalogueDocument(rules)));
    for (const { code, slug } of rules) expect(words).toMatch(new RegExp(`${code} .*${slug}`));
    for (const { title } of rules) expect(words).toContain(title);
    expect(words).toContain(`${rules.length} rules`);
    expect(words).toContain('For one rule: dual-write-health rules CODE');
  });

  test('rules by validation', () => {
    const some = rules.filter(({ code }) => ['DWDVEV1007', 'DWDVEV1002', 'DWDVEV9301'].includes(code));
    expect(toPretty(catalogueDocument(some))).toMatchInlineSnapshot(`
      "3 rules
      For one rule: dual-write-health rules CODE

      APIHUBCONNECTION 1
        • DWDVEV1002 Older Dataverse connector in use  warning, from a withdrawn page of Microsoft, dataverse-connector-deprecated

      STALECONFIGURATION 1
        • DWDVEV9301 Company with duplicate or blank code or name  warning, added by this tool, company-duplicate-or-blank

      BUSINESSUNIT 1
        • DWDVEV1007 Default owning team missing  error, documented by Microsoft, default-owning-team-missing
      "
    `);
  });

  test('very many rules of one validation are all listed', () => {
    const [rule] = rules;
    const many = Array.from({ length: 500 }, (_, index) => ({ ...(rule ?? expect.fail()), code: `ACME${index}` }));
    expect(toPretty(catalogueDocument(many))).toContain('ACME499');
  });
});

test.each<[Origin, string]>([
  ['documented', 'documented by Microsoft'],
  ['documented-check', 'requirement documented by Microsoft'],
  ['draft', 'from a withdrawn page of Microsoft'],
  ['library', 'added by this tool'],
  ['custom', 'custom check'],
])('the origin %s in words', (origin, words) => {
  const [rule] = rules;
  const text = toPretty(ruleDocument({ ...(rule ?? expect.fail()), origin }));
  expect(text).toContain(`Origin: ${words}\n`);
});

describe('one rule', () => {
  test('in short', () => {
    expect(toPretty(ruleDocument(ruleFor('DWFOEV9301') ?? expect.fail()))).toMatchInlineSnapshot(`
      "Too many legal entities linked  DWFOEV9301
      More legal entities are linked than live synchronization supports.
      Maps cannot be started: "Exceeds the maximum partitions allowed for mapping".

      Severity: error
      Origin: added by this tool
      Validation: StaleConfiguration (stage: dependency)
      Name: too-many-legal-entities
      Since version: 0.1.0

      FACTS
        • Needs link

      OPTIONS
        • maximum: how many legal entities a link may hold  default 250

      HOW TO FIX IT
        Link only the companies whose data is needed on both sides.
        Fix: Decide which companies are needed  (system administrator of finance and operations)
          1. List the legal entities whose rows people use on both sides, and the ones that are closed, templates or tests.
          2. Agree with the owners on which of them to remove from the link; until then, change nothing.
          see Dual-write limits for live synchronization: https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/dual-write/sync-limits
          see Troubleshoot issues during initial setup: https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/dual-write/dual-write-troubleshooting-initial-setup
        Or: Remove the company from the link  (system administrator of finance and operations and system administrator of Dataverse)
          1. In finance and operations, open Data management > Dual-write and select Environment details.
          2. On the Legal entities tab, compare the list with the companies of the findings; on the Dataverse side the records are in the Company table (cdm_company).
          3. Make sure that no map is initializing or paused; otherwise the change fails.
          4. Remove the companies that do not belong there, and save.
          5. Do not change any map until a banner says that the legal entities are updated; then run this check again.
          Lost by this: Rows of the removed companies are no longer synchronized; stored data is not deleted.
          see Edit a legal entity after dual-write setup: https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/dual-write/edit-legal-entity
          see Dual-write health check: https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/dual-write/dual-write-health-check

      Sources: Troubleshoot issues during initial setup, 2026-01-15; Dual-write limits for live synchronization, 2021-08-31
      "
    `);
  });

  test.each(rules.map((rule) => [rule.code, rule] as const))('%s: every format says all of it', (_code, rule) => {
    const { code, title, slug, since, meaning, impact, needs, uses, options, remediation, sources } = rule;
    const said = [code, title, slug, since, meaning, impact, ...needs, ...uses, remediation.summary];
    const ways = remediation.options.flatMap((way) => [way.title, ...way.steps, way.destroys ?? '']);
    const named = Object.entries(options).flatMap(([name, option]) => [
      name,
      option.description,
      String(option.default),
    ]);
    for (const [, show] of formats) {
      const words = wordsOf(show(ruleDocument(rule)));
      for (const text of [...said, ...ways, ...named, ...sources.map((source) => source.title)])
        expect(words).toContain(wordsOf(text));
    }
  });

  test('what is said about a rule as JSON makes the same document', () => {
    const rule = ruleFor('DWDVEV1007') ?? expect.fail();
    const json = JSON.parse(JSON.stringify(describeRule(rule)));
    expect(toPretty(ruleDocument(json))).toBe(toPretty(ruleDocument(rule)));
    expect(toPretty(catalogueDocument([json]))).toBe(toPretty(catalogueDocument([rule])));
  });
});
