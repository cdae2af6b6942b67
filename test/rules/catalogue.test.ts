import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as root from '../../src/index.js';
import { catalogue, type Rule } from '../../src/index.js';
import { catalogueOutline } from '../../src/rules/catalogue-outline.js';
import { outlineOf } from '../../src/rules/rule.js';
import { loadAllCases } from '../support/all-cases.js';
import { deadIn } from '../support/dead-menus.js';

const rules: readonly Rule[] = catalogue;
const allCases = await loadAllCases();

test('codes and slugs are used once', () => {
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  expect(new Set(rules.map(({ slug }) => slug)).size).toBe(rules.length);
});

test('the outline has the codes, validations and options of the catalogue, in its order', () => {
  expect(catalogueOutline).toEqual(rules.map(outlineOf));
  expect(catalogueOutline.some(({ options }) => options.length > 0)).toBe(true);
});

test('every rule has its cases, in a file named after it, and nothing else has', () => {
  const described = allCases.map(
    ({ path, cases }) => `${cases.rule.code} ${path.replace(/^.*\//, '').replace('.cases.ts', '')}`,
  );
  expect([...described].sort()).toEqual(rules.map(({ code, slug }) => `${code} ${slug}`).sort());
});

test('the situations of one rule have different names', () => {
  for (const { cases } of allCases) {
    const { rule: _, ...byStatus } = cases;
    const whens = Object.values(byStatus).flatMap((list) => ('never' in list ? [] : list.map(({ when }) => when)));
    expect(new Set(whens).size, cases.rule.code).toBe(whens.length);
  }
});

test('rules whose input nobody may supply have a case in which they are skipped, the others have none', () => {
  for (const { cases } of allCases) expect(cases.skipped !== undefined, cases.rule.code).toBe(cases.rule.ifProvided);
});

describe.each(rules)('$code', (rule) => {
  test('is exported under its slug in camel case', () => {
    const name = rule.slug.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    expect((root as Record<string, unknown>)[name]).toBe(rule);
  });

  test('declares facts once, and partial ones among the needed', () => {
    const declared = [...rule.needs, ...rule.uses];
    expect(new Set(declared).size).toBe(declared.length);
    expect(rule.mayBePartial.filter((name) => !rule.needs.includes(name))).toEqual([]);
  });

  test('offers a fix that destroys nothing first', () => {
    const [first, ...others] = rule.remediation.options;
    expect(first.destroys).toBeNull();
    // Once an option destroys something, no harmless one follows it.
    const destructive = others.findIndex(({ destroys }) => destroys !== null);
    const after = destructive < 0 ? [] : others.slice(destructive);
    expect(after.filter(({ destroys }) => destroys === null)).toEqual([]);
  });

  test('has complete prose', () => {
    const { meaning, impact, remediation } = rule;
    const sentences = [meaning, impact, remediation.summary, ...remediation.options.flatMap(({ steps }) => steps)];
    for (const text of sentences) expect(text.trim()).toMatch(/^\S[\s\S]*[.?!`]$|^\S.*[^\s]$/);
    for (const { links, steps } of remediation.options) {
      expect(steps.length).toBeGreaterThan(1);
      for (const { url } of links) expect(url).toMatch(/^https:\/\/learn\.microsoft\.com\//);
    }
  });
});

test.each(rules)('$code tells nothing that cannot be done today', ({ title, meaning, impact, remediation }) => {
  const options = remediation.options.flatMap(({ title, steps, destroys, links }) => [
    title,
    ...steps,
    destroys ?? '',
    ...links.map(({ url }) => url),
  ]);
  expect([title, meaning, impact, remediation.summary, ...options].flatMap(deadIn)).toEqual([]);
});

test('a reset names both targets, what is selected at first, and what comes after it', () => {
  const resets = rules.flatMap(({ remediation }) =>
    remediation.options.filter(({ steps }) => steps.some((step) => step.includes('Acknowledge Reset'))),
  );
  expect(resets.length).toBeGreaterThan(5);
  for (const { steps, performedBy } of resets) {
    const text = steps.join(' ');
    for (const name of ['Current Dataverse Environment', 'Power Platform Link Dataverse Environment', 'Force Reset'])
      expect(text).toContain(name);
    expect(text).toMatch(/linked permanently/);
    expect(text).toMatch(/none is selected/);
    expect(text).toMatch(/Apply Solution/);
    expect(performedBy).toContain('tenant-administrator');
  }
});

test('what deletes configuration rows deletes those of the findings only', () => {
  const deletions = rules.flatMap(({ remediation }) =>
    remediation.options.filter(
      ({ destroys }) =>
        destroys !== null && /configurations? (rows )?that you delete|rows that you delete/.test(destroys),
    ),
  );
  expect(deletions.length).toBeGreaterThan(4);
  for (const { steps } of deletions) expect(steps.join(' ')).toMatch(/no finding names|<project name of the finding>/);
});

test('a page has one title wherever it is linked', () => {
  const titles = new Map<string, string>();
  for (const { title, url } of rules.flatMap(({ remediation }) => remediation.options.flatMap(({ links }) => links))) {
    expect(titles.get(url) ?? title, url).toBe(title);
    titles.set(url, title);
  }
});

test('every rule of the contract is there, in its order, with its name and severity', () => {
  const contract = JSON.parse(
    readFileSync(new URL('../data/contract-rules.json', import.meta.url), 'utf8'),
  ) as readonly Pick<Rule, 'code' | 'slug' | 'severity'>[];
  const codes = new Set(contract.map(({ code }) => code));
  const ours = rules.filter(({ code }) => codes.has(code));
  expect(contract.length).toBeGreaterThan(40);
  expect(ours.map(({ code, slug, severity }) => ({ code, slug, severity }))).toEqual(contract);
});
