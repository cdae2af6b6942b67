import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sampleEnvironments } from '../../scripts/sample-environments.js';
import { commands } from '../../src/cli/commands/index.js';
import { guideOf } from '../../src/cli/program.js';
import { topics } from '../../src/diagnosis/all-topics.js';
import { diagnose } from '../../src/diagnosis/diagnose.js';
import { explain } from '../../src/diagnosis/explain.js';
import { evaluateSnapshot } from '../../src/evaluate-snapshot.js';
import { annotations } from '../../src/reporters/annotations.js';
import { diagnosesDocument } from '../../src/reporters/documents/diagnoses-document.js';
import { ruleDocument } from '../../src/reporters/documents/rule-document.js';
import { topicDocument } from '../../src/reporters/documents/topic-document.js';
import { html, junit, markdown, pretty, sarif, toHtml, toMarkdown, toPretty } from '../../src/reporters/index.js';
import { errorPage, rulePage, sitePath, siteUrl } from '../../src/reporters/site-url.js';
import { catalogue } from '../../src/rules/catalogue.js';
import { healthCheck, mapDesign, operations } from '../../src/rules/index.js';
import { brokenLink, sitePages } from '../support/site-files.js';

describe('links between pages', () => {
  test.each(sitePages)('$file: every link leads to a file and a part of it', ({ file, html: page }) => {
    const links = [...page.matchAll(/<[^>]* (?:href|src)="([^"]*)"/g)].map(([, target = '']) => unescaped(target));
    expect(links.length).toBeGreaterThan(5);
    const broken = links.flatMap((link) => {
      if (/^[a-z]+:/.test(link)) return link.startsWith(siteUrl) ? (brokenLink(link.slice(siteUrl.length)) ?? []) : [];
      const base = new URL(siteUrl).pathname;
      const path = link.startsWith(base) ? link.slice(base.length) : resolved(file, link);
      return path.startsWith('..') ? [`${link} leaves the site`] : (brokenLink(path) ?? []);
    });
    expect(broken).toEqual([]);
  });

  test('no page links to the files that pages are made of', () => {
    const links = sitePages.flatMap(({ html: page }) => [...page.matchAll(/href="([^"]*)"/g)].map(([, to = '']) => to));
    const sources = links.filter((to) => /blob\/main\/docs\/.*\.md/.test(to));
    expect(sources.length).toBeLessThanOrEqual(sitePages.length); // "Source of this page", one each
  });
});

describe('permalinks', () => {
  test.each(catalogue.map(({ code }) => code))('%s has a page at its address', (code) => {
    expect(rulePage(code)).toBe(`${siteUrl}${sitePath(`rules/${code}.md`)}`);
    expect(brokenLink(`rules/${code}/`)).toBeUndefined();
  });

  test.each(topics.map(({ id }) => id))('%s has a page at its address', (id) => {
    expect(errorPage(id)).toBe(`${siteUrl}${sitePath(`errors/${id}.md`)}`);
    expect(brokenLink(`errors/${id}/`)).toBeUndefined();
  });

  test.each([...catalogue.map(({ code }) => code), 'DWDVEV1OO4'])('what is recognized in %s has a page', (code) => {
    const links = diagnose(`${code} occurred`).map(({ id }) => errorPage(id)?.slice(siteUrl.length) ?? '');
    if (!code.startsWith('table')) expect(links).toHaveLength(1);
    expect(links.flatMap((link) => brokenLink(link) ?? [])).toEqual([]);
  });

  test.each(commands.map((command) => [command.path, guideOf(command)]))('%s: its guide is %s', (_name, address) => {
    expect(address.startsWith(siteUrl)).toBe(true);
    expect(brokenLink(address.slice(siteUrl.length))).toBeUndefined();
  });

  test.each([
    ['rules/README.md', 'rules/'],
    ['rules/DWDVEV1007.md', 'rules/DWDVEV1007/'],
    ['errors/README.md', 'errors/'],
    ['errors/by-symptom.md', 'errors/by-symptom/'],
    ['maps.md', 'guides/maps/'],
    ['har-walk-through.md', 'collect/'],
  ])('docs/%s is at %s for good', (file, path) => {
    expect(sitePath(file)).toBe(path);
    expect(brokenLink(path)).toBeUndefined();
  });
});

describe('links in reports', () => {
  const error =
    'Unable to write data to entity accounts. Writes to CustCustomerV3Entity failed with error message Unable to get access token.';
  const reports = sampleEnvironments().flatMap(({ name, snapshot }) =>
    [healthCheck, operations, mapDesign].map((validator) => {
      const report = evaluateSnapshot(snapshot, { validator, gate: 'none' });
      return { name: `${name}, ${validator.name}`, report, explanations: explain(error, report) };
    }),
  );

  const formats = { pretty, markdown, html, junit, sarif, annotations };
  const linked = ['markdown', 'html', 'sarif', 'annotations'];

  test.each(Object.entries(formats))('%s links only to pages that are there', (format, write) => {
    const links = reports.flatMap(({ report, explanations }) => linksIn(write(report, { explanations })));
    expect(links.length > 0).toBe(linked.includes(format));
    expect(links.flatMap((path) => brokenLink(path) ?? [])).toEqual([]);
  });

  test.each(Object.entries({ toPretty, toMarkdown, toHtml }))('%s of other results too', (_format, write) => {
    const documents = [
      diagnosesDocument(diagnose(error)),
      ...topics.map(topicDocument),
      ...catalogue.map((rule) => ruleDocument(rule)),
    ];
    expect(documents.flatMap((document) => linksIn(write(document))).flatMap((path) => brokenLink(path) ?? [])).toEqual(
      [],
    );
  });
});

test('the problem of a diagnosis leads to its page', () => {
  const problems = diagnose("Cannot convert the literal 'x' to the expected type 'Edm.Int32'");
  for (const write of [toMarkdown, toHtml])
    expect(linksIn(write(diagnosesDocument(problems)))).toContain('errors/value-conversion/');
});

test('a broken link is seen', () => {
  expect(brokenLink('rules/DWDVEV0000/')).toBe('rules/DWDVEV0000/: there is no file rules/DWDVEV0000/index.html');
  expect(brokenLink('guides/maps/#no-such-part')).toBe(
    'guides/maps/#no-such-part: guides/maps/index.html has no part no-such-part',
  );
});

/** The paths on the site that a text links to. */
function linksIn(text: string): readonly string[] {
  return [...unescaped(text).matchAll(/https:\/\/dual-write-health\.github\.io\/dual-write-health\/([\w/#.-]*)/g)].map(
    ([, path = '']) => path.replace(/\.$/, ''),
  );
}

function resolved(file: string, link: string): string {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? file : posix.join(posix.dirname(file), path);
  return (target === '.' || target === './' ? '' : target) + (anchor === undefined ? '' : `#${anchor}`);
}

/** The text with its character references resolved. */
function unescaped(text: string): string {
  return text.replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code))).replaceAll('&amp;', '&');
}
