import { describe, expect, test } from 'vitest';
import { syncErrorsDocument } from '../../src/reporters/documents/sync-errors-document.js';
import { toHtml } from '../../src/reporters/to-html.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { type CorruptLines, summarizeSyncErrors } from '../../src/sync-errors/index.js';
import { textsOf } from '../support/document-texts.js';
import { hostileTexts } from '../support/hostile-report.js';
import { hostileErrors, manyRecords, sampleRecords } from '../support/sync-errors.js';

const corrupt = (count: number): CorruptLines => ({
  count,
  lines: Array.from({ length: Math.min(count, 100) }, (_, index) => ({
    type: 'malformed',
    line: index + 3,
    because: 'integrationJob: expected text',
    text: '{}',
  })),
});

test('every format has the figures and what to do', () => {
  const document = syncErrorsDocument({ ...summarizeSyncErrors(sampleRecords()), corrupt: corrupt(2) });
  for (const text of Object.values(textsOf(document))) {
    for (const part of [
      /190 error rows/i,
      /preview/,
      /Concurrency failures:? 12/,
      /Suspected influx of errors\. 130 error rows of Vendors V2/,
      /15:00(:00)? UTC: 130 rows of Vendors V2 from Dataverse \(usually 0 per hour\)/,
      /Find out who or what changed Vendors V2/,
      /2 lines could not be read and are not counted\./,
      /line 3: integrationJob: expected text/,
      /Record cannot be written: a record it refers to is missing on the other side/,
      /live-sync-reference-data-missing/,
      /12 rows/,
      /166 rows match no known problem/,
      /What to do: Synchronize/,
      /Vendors V2[ |]+142/,
      /all companies[ |]+12/,
      /Finance and operations[ |]+48/,
      /Customers and addresses[ |]+48/,
      /concurrency[ |]+12/,
    ]) {
      expect(text).toMatch(part);
    }
  }
  expect(toMarkdown(document)).toContain('| Vendors V2 | 142 |');
  expect(toPretty(document)).toContain('peak 133 in the hour from 2026-11-19 15:00:00 UTC');
});

test('on a terminal', () => {
  const records = sampleRecords().slice(0, 3);
  expect(toPretty(syncErrorsDocument(summarizeSyncErrors(records), records))).toMatchInlineSnapshot(`
    "3 ERROR ROWS
    Each row is a change that dual-write async could not synchronize from one side to the other.
    First: 2026-11-18 06:07:00 UTC
    Last: 2026-11-18 08:17:00 UTC
    Concurrency failures: 1
    ? Managing errors of dual-write async is a Microsoft preview feature: it can change, and is not meant for production.

    BY HOUR
      1 │███
        │███
        │███
        │███
        │███
        │███
      0 └───
      from 2026-11-18 06:00:00 UTC
      to   2026-11-18 09:00:00 UTC; a column is an hour
      peak 1 in the hour from 2026-11-18 06:00:00 UTC

    KNOWN PROBLEMS 2
      What the messages and codes of all rows report. 1 row matches no known problem.

    ▲ warning live-sync-reference-data-missing  Record cannot be written: a record it refers to is missing on the other side  1 row, first 2026-11-18 06:07:00 UTC, last 2026-11-18 06:07:00 UTC
        What to do: Synchronize the records that the message names first; if all of them exist, check the configuration of the map.

    ▲ warning privilege-missing-owning-team  Owning team or user lacks a privilege on a mapped table  1 row, first 2026-11-18 07:11:00 UTC, last 2026-11-18 07:11:00 UTC
        What to do: Give the principal that the message names a role with the missing privilege.

    GROUPS
      All rows, the most frequent value first.

    By entity
        Entity        Rows
        Customers V3  2
        CDS Parties   1

    By data source
        Data source             Rows
        Finance and operations  3

    By company
        Company  Rows
        USMF     2
        DEMF     1

    By integration job
        Integration job          Rows
        Customers and addresses  3

    By category
        Category     Rows
        application  1
        system       1
        concurrency  1
    "
  `);
});

test('the rows are on a page only', () => {
  const records = sampleRecords();
  const document = syncErrorsDocument(summarizeSyncErrors(records), records);
  for (const text of [toPretty(document), toMarkdown(document)]) {
    expect(text).not.toContain(records[0]?.id);
    expect(text).not.toContain('would send');
  }
  expect(toHtml(document)).toContain(records[0]?.id);
  const summary = toHtml(syncErrorsDocument(summarizeSyncErrors(records)));
  expect(summary).not.toContain('<script');
  const targets = [...summary.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? '');
  expect(targets.filter((id) => !summary.includes(`id="${id}"`))).toEqual([]);
});

test.each([
  ['no row', 0, 'No error rows', 'passed'],
  ['no row, but lines that could not be read', 3, 'No error row could be read', 'inconclusive'],
] as const)('%s', (_, count, heading, mark) => {
  const document = syncErrorsDocument({ ...summarizeSyncErrors([]), corrupt: corrupt(count) }, []);
  expect(document).toMatchObject({ heading, mark });
  for (const text of Object.values(textsOf(document))) {
    expect(text.toLowerCase()).toContain(heading.toLowerCase());
    expect(text.includes('No change is known')).toBe(mark === 'passed');
    expect(text.includes('It is not known whether there are changes')).toBe(mark === 'inconclusive');
    expect(text).not.toMatch(/All rows, the most frequent|What a retry or dismissal would send|<thead/i);
  }
});

describe('very many', () => {
  const records = manyRecords(12_000);
  const summary = { ...summarizeSyncErrors(records), corrupt: corrupt(5_000) };
  const document = syncErrorsDocument(summary, records);

  test('rows', () => {
    const page = toHtml(document);
    expect(page).toContain('2,000 rows are not on this page');
    expect(page.match(/<li data-row/g)).toHaveLength(10_000);
  });

  test('lines that could not be read', () => {
    const text = toPretty(document);
    expect(text).toContain('5,000 lines could not be read and are not counted.');
    expect(text).toContain('… and 90 more lines');
    expect(text).toContain('Only the first 100 lines are listed.');
  });

  test('text stays short', () => {
    expect(toPretty(document).length).toBeLessThan(20_000);
    expect(toMarkdown(document, { most: 20 }).length).toBeLessThan(20_000);
  });

  test.each([40, 60, 80, 200])('the picture keeps to %i columns', (width) => {
    const lines = toPretty(document, { width }).split('\n');
    const drawn = lines.filter((line) => /[│└█]/.test(line));
    expect(drawn.length).toBeGreaterThan(5);
    expect(Math.max(...drawn.map((line) => line.length))).toBeLessThanOrEqual(width);
  });
});

test('tokens and email addresses in messages are taken out', () => {
  const [record] = sampleRecords();
  if (record === undefined) throw new Error('no record');
  const message = 'The call of ada@contoso.com with Bearer abcdefghijklmnop failed.';
  const records = [{ ...record, message }];
  expect(JSON.stringify(syncErrorsDocument(summarizeSyncErrors(records), records))).not.toMatch(/ada@|abcdefgh/);
});

describe('hostile text', () => {
  const documentWith = (text: string) => syncErrorsDocument(hostileErrors(text).summary, hostileErrors(text).records);
  const texts = Object.entries(hostileTexts).filter(([, text]) => text.trim() !== '');
  test.each(texts)('%s stays text', (_, text) => {
    const [pretty, markdown] = [toPretty(documentWith(text)), toMarkdown(documentWith(text))];
    expect(pretty).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    expect(pretty.split('\n').length).toBe(toPretty(documentWith('plain')).split('\n').length);
    expect(markdown.split('\n').length).toBe(toMarkdown(documentWith('plain')).split('\n').length);
    expect(markdown.replace(/\\.|`[^`]*`/g, '')).not.toMatch(/<script|javascript:|@evil/);
  });
});

test('Markdown has the number of rows of each hour, as a page has', () => {
  const records = sampleRecords();
  const { hours } = summarizeSyncErrors(records);
  const texts = textsOf(syncErrorsDocument(summarizeSyncErrors(records)));
  expect(hours.length).toBeGreaterThan(1);
  for (const { hour, count } of hours) {
    expect(texts.markdown).toContain(`| ${hour.slice(0, 10)} ${hour.slice(11, 19)} UTC | ${count} |`);
    expect(texts.page).toMatch(new RegExp(`${hour.slice(11, 16)} UTC ${count} `));
  }
});
