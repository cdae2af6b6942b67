import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../site/content-security-policy.js';
import { commonestProblems } from '../../site/pages/commonest-problems.js';
import { ranked } from '../../site/search/ranked.js';
import { searchOptions } from '../../site/search/search-options.js';
import { topics } from '../../src/diagnosis/all-topics.js';
import { catalogue } from '../../src/rules/catalogue.js';
import { siteFolder } from '../support/fresh-site.js';
import { sitePages } from '../support/site-files.js';

const read = (file: string) => readFileSync(join(siteFolder, file), 'utf8');
const page = (path: string) => read(`${path}index.html`);
const kilobytes = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0) / 1000;

/** A script with everything that it imports, at once or later. */
function withImports(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path = ''] of read(file).matchAll(/(?:from|import)\s*\(?\s*["`](\.[^"`]+\.js)["`]/g))
    withImports(posix.join(posix.dirname(file), path), seen);
  return seen;
}

describe.each(sitePages)('$file', ({ html }) => {
  test('names its policy, and has nothing in it that the policy forbids', () => {
    const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html) ?? [];
    expect(policy?.replaceAll('&#39;', "'")).toBe(contentSecurityPolicy);
    expect(html).not.toMatch(/<[^>]* (?:style|on\w+)=/);
    expect(html).not.toMatch(/<style|<script(?![^>]* src=)/);
    expect(html).not.toMatch(/<(?:script|link|img|iframe|object|embed)[^>]* (?:src|href)="(?:https?:)?\/\//);
  });

  test('has one title, its language, a way past the header, and parts that have their own names', () => {
    expect(html).toContain('<html lang="en">');
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).toContain('<a class="skip" href="#main">');
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('leads to every part of the site', () => {
    const header = html.slice(html.indexOf('<header'), html.indexOf('</header>'));
    for (const part of ['workbench/', 'errors/', 'rules/', 'guides/', 'search/']) expect(header).toContain(`${part}"`);
  });
});

describe('pages of errors', () => {
  test.each(['errors/', 'errors/by-symptom/'])('%s leads to the box', (path) => {
    const [, href = ''] = /<p class="to-box"><a href="([^"]*)"/.exec(page(path)) ?? [];
    expect(posix.normalize(`${path}${href}`)).toBe('./');
  });

  test.each(topics)(
    '$id says what people see, causes, who, steps, how it is confirmed, and what looks like it',
    (topic) => {
      const { id, rules, performedBy } = topic;
      const html = page(`errors/${id}/`);
      const chapters = [...html.matchAll(/<h2 id="([^"]*)"/g)].map(([, chapter]) => chapter);
      const confirmation = rules.length === 0 ? 'how-to-confirm-it' : 'how-the-check-confirms-it';
      expect(chapters.filter((chapter) => chapter !== 'problems-that-look-alike')).toEqual([
        'what-it-looks-like',
        'causes',
        'fix',
        confirmation,
        'source',
      ]);
      expect(html).toContain('<strong>Who can fix it:</strong>');
      expect(performedBy.length).toBeGreaterThan(0);
      expect(html.match(/<ol>/g)?.length ?? 0).toBeGreaterThanOrEqual(topic.remediation.options.length);
      for (const rule of rules) expect(html).toContain(`href="../../rules/${rule}/"`);
      expect(html).not.toContain('page is generated');
    },
  );

  test('as Markdown, their links are whole', () => {
    for (const { id } of topics) {
      const links = [...read(`errors/${id}/index.md`).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to);
      expect(links.filter((to) => !/^https:\/\//.test(to ?? ''))).toEqual([]);
    }
  });
});

describe('pages of rules', () => {
  test.each(catalogue)('$code: the fix follows what it means, and all else is below', ({ code }) => {
    const chapters = [...page(`rules/${code}/`).matchAll(/<h2 id="([^"]*)"/g)].map(([, chapter]) => chapter);
    expect(chapters.slice(0, 3)).toEqual(['what-it-means', 'fix', 'why-it-matters']);
    expect(chapters.at(-1)).toBe('sources');
  });

  test.each(catalogue)(
    '$code says its severity, its origin and what it needs, and leads to the rules beside it',
    (rule) => {
      const html = page(`rules/${rule.code}/`);
      expect(html).toContain(`<strong>Severity:</strong> ${rule.severity}`);
      expect(html).toContain('<strong>Origin:</strong>');
      for (const fact of rule.needs) expect(html).toContain(`needs <code>${fact}</code>`);
      const place = catalogue.indexOf(rule);
      const beside = html.slice(html.indexOf('class="beside"'));
      for (const [rel, neighbor] of [
        ['prev', catalogue[place - 1]],
        ['next', catalogue[place + 1]],
      ] as const) {
        if (neighbor === undefined) expect(beside).not.toContain(`rel="${rel}"`);
        else expect(beside).toContain(`rel="${rel}" href="../../rules/${neighbor.code}/"`);
      }
    },
  );
});

describe('the front page', () => {
  test('has examples that scripts show', () => {
    expect(page('')).toMatch(/<p id="box-examples"[^>]* hidden>/);
    expect(page('').match(/<button type="button" data-text="[^"]+">[^<]+<\/button>/g)?.length).toBeGreaterThanOrEqual(
      2,
    );
  });

  const html = page('');

  test('has the box, which says that it needs scripts', () => {
    expect(html).toMatch(/<label for="box-text">[\s\S]*<textarea id="box-text"/);
    expect(html).toMatch(/<noscript>.*href="errors\/".*<\/noscript>/);
  });

  test('has the twelve problems that people published most messages about', () => {
    const problems = commonestProblems().map(({ id }) => id);
    expect(new Set(problems).size).toBe(12);
    expect(problems.slice(0, 3)).toEqual([
      'recently-changed-dataverse',
      'live-sync-reference-data-missing',
      'party-record-not-found',
    ]);
    for (const id of problems) expect(html).toContain(`href="errors/${id}/"`);
  });

  test('has ways in by code, by phase and by symptom', () => {
    for (const path of [
      'rules/',
      'errors/',
      'errors/by-symptom/',
      'errors/#live-synchronization',
      'collect/',
      'workbench/',
    ])
      expect(html).toContain(`<a href="${path}">`);
  });
});

describe('the search', () => {
  const index = MiniSearch.loadJSON(read('search-index.json'), searchOptions);
  const first = (words: string) => ranked(index, words)[0]?.path;

  test.each([...catalogue.map(({ code }) => code), ...topics.map(({ id, code = id }) => code)])(
    'a code that is typed whole comes first: %s',
    (code) => {
      for (const typed of [code, code.toLowerCase(), ` ${code} `]) {
        expect(ranked(index, typed)[0]?.code).toBe(code);
      }
    },
  );

  test.each([
    ['default owning team missing', 'rules/DWDVEV1007/'],
    ['party record not found', 'errors/party-record-not-found/'],
    ['Unable to get access token', 'errors/access-token-missing/'],
    ['glossary', 'guides/glossary/'],
    ['redaction', 'guides/redaction/'],
    ['har file', 'collect/'],
    ['benchmarks', 'guides/benchmarks/'],
    ['aces token', 'errors/access-token-missing/'],
    ['duplicate key', 'errors/dataverse-duplicate-key/'],
  ])('%s: %s', (words, path) => {
    expect(first(words)).toBe(path);
  });

  test('words of which no page has all are searched one by one; nothing is found for nothing', () => {
    expect(ranked(index, 'party qqqq').length).toBeGreaterThan(0);
    for (const words of ['', ' ', 'qqqqq']) expect(ranked(index, words)).toEqual([]);
  });

  test('finds every page', () => {
    const paths = new Set(
      sitePages
        .map(({ file }) => file.replace(/index\.html$/, ''))
        .filter((path) => path !== '' && path !== '404.html'),
    );
    const found = Object.values(JSON.parse(read('search-index.json')).documentIds);
    expect(new Set(found)).toEqual(paths);
  });
});

describe('ceilings', () => {
  test('a page to read loads at most 12 kB of JavaScript', () => {
    expect(kilobytes(withImports('site.js'))).toBeLessThanOrEqual(12);
    for (const { file, html } of sitePages.filter(({ file }) => file !== 'index.html' && !file.startsWith('workbench')))
      expect([file, html.match(/<script/g)?.length]).toEqual([file, 1]);
  });

  test('the front page loads at most 115 kB of JavaScript', () => {
    const scripts = new Set([...withImports('site.js'), ...withImports('front.js')]);
    expect([...scripts].some((file) => file.startsWith('box-'))).toBe(true);
    expect(kilobytes(scripts)).toBeLessThanOrEqual(115);
  });

  test('what is searched has at most 100 kB', () => {
    expect(kilobytes(['search-index.json', 'symptoms.json'])).toBeLessThanOrEqual(100);
  });

  test('the build takes at most 30 s', () => {
    // On a computer that does other things too, what counts is what the build itself did.
    const { seconds, cpuSeconds } = JSON.parse(read('built.json'));
    expect(Math.min(seconds, cpuSeconds)).toBeGreaterThan(0);
    expect(Math.min(seconds, cpuSeconds)).toBeLessThanOrEqual(30);
  });
});
