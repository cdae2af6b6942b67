import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { topics } from '../../src/diagnosis/index.js';
import { catalogue, type Rule } from '../../src/index.js';
import { solutionGuides } from '../../src/operations/index.js';

/*
 * Remediation and docs are in our own words: no run of eight words is shared with a source document.
 * Page names and identifiers have to be the same and are taken out of ours before the comparison.
 */
const runLength = 8;
const shared = fileURLToPath(new URL('../../../shared', import.meta.url));
const sources = existsSync(shared)
  ? [
      ...readdirSync(join(shared, 'seeds')).map((name) => join(shared, 'seeds', name)),
      join(shared, 'domain.md'),
      join(shared, 'wire-formats.md'),
    ]
  : [];
if (sources.length === 0) console.warn('SKIPPED: the source documents are not here, nothing was compared with them');

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

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

function runsOf(words: readonly string[]): readonly string[] {
  return words.slice(runLength - 1).map((_, index) => words.slice(index, index + runLength).join(' '));
}

const sourceRuns = new Set(sources.flatMap((path) => runsOf(wordsOf(readFileSync(path, 'utf8')))));

function sharedRuns(text: string): readonly string[] {
  // A name ends a run: what stands on its two sides is no run of ours.
  const bare = names.reduce(
    (rest, name) => rest.replaceAll(name, ' \n '),
    text.replace(/`[^`]*`|\bhttps?:\S+/g, ' \n '),
  );
  return bare.split(/\n|[.;:!?](?=\s)/).flatMap((part) => runsOf(wordsOf(part)).filter((run) => sourceRuns.has(run)));
}

describe.skipIf(sources.length === 0)('own words', () => {
  test('the comparison finds what is copied', () => {
    const [seed = ''] = sources.filter((path) => path.includes('002_'));
    const sentence = readFileSync(seed, 'utf8').match(/This check ensures[^.]+/)?.[0] ?? '';
    expect(sharedRuns(sentence).length).toBeGreaterThan(0);
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
    // Messages of the product stand as code; article titles are named as they are.
    const text = readFileSync(join(root, page), 'utf8')
      .replace(/(`+)[\s\S]*?\1/g, ' \n ')
      .replace(/\[[^\]]*\]\([^)]*\)|\*[^*\n]+\*/g, ' \n ');
    expect(sharedRuns(text)).toEqual([]);
  });
});
