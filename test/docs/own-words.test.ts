import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runsOf } from '../../scripts/generate/source-documents.js';
import { topics } from '../../src/diagnosis/index.js';
import { catalogue, type Rule } from '../../src/index.js';
import { solutionGuides } from '../../src/solutions/index.js';

/*
 * Remediation and docs are in our own words: no run of eight words is shared with a source document, of which the hashes of the
 * runs are committed. Page names and identifiers have to be the same and are removed before the comparison.
 */
const sourceRuns: ReadonlySet<string> = new Set(
  readFileSync(new URL('../data/source-runs.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n'),
);

/** Names of pages, menus and articles, which only have one wording. */
const names = [
  'Power Apps maker portal',
  'Power Platform admin center',
  'Dual-write runtime user',
  'Dual-write app user',
  'Microsoft Entra ID applications',
  'Framework parameters > Entity settings',
  'Refresh entity list',
  'An item with the same key has already been added',
  'Exceeds the maximum partitions allowed for mapping',
  'finance and operations app',
  'finance and operations',
  'default owning team',
  'security roles',
  'security role',
];

/** Finds the parts of a text that hold one of the runs. */
const sharing =
  (runs: ReadonlySet<string>) =>
  (text: string): readonly string[] => {
    // A name ends a run: what comes before it and what comes after it are not one run.
    const bare = names.reduce(
      (rest, name) => rest.replaceAll(name, ' \n '),
      text.replace(/`[^`]*`|\bhttps?:\S+/g, ' \n '),
    );
    return bare.split(/\n|[.;:!?](?=\s)/).filter((part) => runsOf(part).some((run) => runs.has(run)));
  };
const sharedRuns = sharing(sourceRuns);

describe('own words', () => {
  test('the comparison finds what is copied, whatever its case, its commas and what is around it', () => {
    const shared = sharing(new Set(runsOf('One two three four five, six seven eight nine')));
    expect(sourceRuns.size).toBeGreaterThan(10_000);
    expect(shared('zero ONE two "three" four (five) six seven eight')).toHaveLength(1);
    expect(shared('zero. Two three four five six seven eight nine.')).toHaveLength(1);
    for (const other of ['Two three four five six seven eight', 'one two three four. Five six seven eight', ''])
      expect(shared(other)).toEqual([]);
  });

  test.each(catalogue as readonly Rule[])('$code', ({ title, meaning, impact, remediation }) => {
    const texts = [
      title,
      meaning,
      impact,
      remediation.summary,
      ...remediation.options.flatMap((option) => [option.title, ...option.steps, option.destroys ?? '']),
    ];
    expect(texts.flatMap(sharedRuns)).toEqual([]);
  });

  test.each(topics)('$id', ({ title, causes, remediation }) => {
    const texts = [
      title,
      ...causes,
      remediation.summary,
      ...remediation.options.flatMap((option) => [option.title, ...option.steps, option.destroys ?? '']),
    ];
    expect(texts.flatMap(sharedRuns)).toEqual([]);
  });

  test.each(solutionGuides)('the guide $id', ({ title, when, parts }) => {
    const texts = parts.flatMap((part) => [part.title, ...part.steps, part.destroys ?? '']);
    expect([title, when, ...texts].flatMap(sharedRuns)).toEqual([]);
  });

  const root = fileURLToPath(new URL('../..', import.meta.url));
  const pages = [
    'README.md',
    ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];
  test.each(pages)('%s', (page) => {
    // Messages of the product are code; article titles are quoted unchanged.
    const text = readFileSync(join(root, page), 'utf8')
      .replace(/(`+)[\s\S]*?\1/g, ' \n ')
      .replace(/\[[^\]]*\]\([^)]*\)|\*[^*\n]+\*/g, ' \n ');
    expect(sharedRuns(text)).toEqual([]);
  });
});
