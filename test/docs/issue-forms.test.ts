import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { commands } from '../../src/cli/commands/index.js';
import { sitePath, siteUrl } from '../../src/reporters/site-url.js';

/*
 * GitHub shows a form with a fault as no form at all. Source: *Syntax for GitHub's form schema* and *Syntax for issue forms*,
 * documentation of GitHub, read in 2026-11.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.github/ISSUE_TEMPLATE');
const forms = readdirSync(folder).filter((file) => file !== 'config.yml');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

const id = z.string().regex(/^[\w-]+$/);
const text = z.string().min(1);
const validations = z.strictObject({ required: z.boolean() }).optional();
const label = { label: text, description: text.optional() };
const element = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: text }) }),
  z.strictObject({
    type: z.literal('input'),
    id,
    attributes: z.strictObject({ ...label, placeholder: text.optional(), value: text.optional() }),
    validations,
  }),
  z.strictObject({
    type: z.literal('textarea'),
    id,
    attributes: z.strictObject({
      ...label,
      placeholder: text.optional(),
      value: text.optional(),
      render: text.optional(),
    }),
    validations,
  }),
  z.strictObject({
    type: z.literal('dropdown'),
    id,
    attributes: z.strictObject({
      ...label,
      multiple: z.boolean().optional(),
      options: z.array(text.refine((option) => option.toLowerCase() !== 'none')).min(1),
      default: z.number().optional(),
    }),
    validations,
  }),
  z.strictObject({
    type: z.literal('checkboxes'),
    id,
    attributes: z.strictObject({
      ...label,
      options: z.array(z.strictObject({ label: text, required: z.boolean().optional() })).min(1),
    }),
  }),
]);
const form = z.strictObject({
  name: text,
  description: text,
  title: text.optional(),
  labels: z.array(text).optional(),
  body: z.array(element).min(1),
});

test('there is a form for each of these', () => {
  expect(forms.sort()).toEqual(['false-alarm.yml', 'unknown-error.yml', 'wrong-fix.yml']);
});

test.each([
  ['no name', {}],
  ['an unknown field', { name: 'x', description: 'x', body: [{ type: 'text', id: 'x', attributes: { label: 'x' } }] }],
  ['a field without label', { name: 'x', description: 'x', body: [{ type: 'input', id: 'x', attributes: {} }] }],
])('a form with %s is seen', (_name, input) => expect(form.safeParse(input).success).toBe(false));

describe.each(forms)('%s', (file) => {
  const { name, labels, body } = form.parse(parse(read(file)));
  const fields = body.flatMap((one) => (one.type === 'markdown' ? [] : [one]));

  test('has names, ids and labels once, and a label of its own', () => {
    expect(new Set(forms.map((other) => parse(read(other)).name)).size).toBe(forms.length);
    expect(name).not.toBe('');
    expect(labels).toEqual([file.replace('.yml', '')]);
    for (const values of [fields.map((field) => field.id), fields.map(({ attributes }) => attributes.label)])
      expect(new Set(values).size).toBe(values.length);
  });

  test('says first that issues are public, and asks last for a promise that everything is redacted', () => {
    expect(JSON.stringify(body[0])).toContain('**Issues are public.**');
    expect(body.at(-1)).toMatchObject({
      type: 'checkboxes',
      id: 'redacted',
      attributes: { options: [{ required: true }] },
    });
  });

  test('names what redacts, as it is called', () => {
    const named = { 'unknown-error.yml': 'Copy for a ticket', 'false-alarm.yml': 'capture FILE -o snapshot.json' };
    const words = Object.entries(named).find(([name]) => name === file)?.[1];
    if (words !== undefined) expect(JSON.stringify(body[0])).toContain(words);
    expect(readFileSync(join(root, 'site/workbench/page.ts'), 'utf8')).toContain(`'${named['unknown-error.yml']}'`);
    expect(commands.find(({ path }) => path === 'capture')?.summary).toContain('redacted snapshot');
  });

  test('asks for no file that cannot be redacted', () => {
    if (file !== 'wrong-fix.yml') expect(JSON.stringify(body[0])).toContain('Never attach a HAR file');
    for (const { attributes } of fields)
      expect(`${attributes.label} ${attributes.description ?? ''}`).not.toMatch(/\b(?:HAR|recording|screenshot)\b/);
  });

  test('links to pages that there are', () => {
    for (const [, path = ''] of read(file).matchAll(/blob\/main\/([\w./-]+)/g))
      expect(existsSync(join(root, path))).toBe(true);
  });
});

test('before a form, people find what is known and where vulnerabilities go', () => {
  const { contact_links: links } = parse(read('config.yml'));
  expect(links.map(({ url }: { url: string }) => url)).toEqual([
    'https://github.com/dual-write-health/dual-write-health/security/advisories/new',
    `${siteUrl}${sitePath('errors/by-symptom.md')}`,
  ]);
});
