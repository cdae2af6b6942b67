import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fc, test as property } from '@fast-check/vitest';
import { afterAll, describe, expect, test } from 'vitest';
import { run as replay } from '../../src/cli/run/alerts-replay.js';
import { run as plan } from '../../src/cli/run/errors-plan.js';
import { run as report } from '../../src/cli/run/errors-report.js';
import { run as summarize } from '../../src/cli/run/errors-summary.js';
import { syncErrorsIn, syncErrorsInCsv } from '../../src/inputs/kinds/sync-errors.js';
import { readSyncErrors } from '../../src/node/index.js';
import { syncErrorsDocument } from '../../src/reporters/documents/sync-errors-document.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { runs } from '../support/fuzz.js';
import { encodings, formRows, rowForms, tableOf } from '../support/sync-error-forms.js';

const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-forms-'));
afterAll(() => rmSync(folder, { recursive: true }));

const settings = fileURLToPath(new URL('../../examples/sync-errors/alert-settings.json', import.meta.url));
let files = 0;

function file(content: string | Uint8Array): string {
  files += 1;
  const path = join(folder, `${files}`);
  writeFileSync(path, content);
  return path;
}

const summaryOf = (...paths: readonly string[]) => summarize({ files: paths });
const planOf = (path: string) => plan({ file: path, action: 'retry', status: 'active' }, { format: 'json' });
const replayOf = (path: string) => replay({ settings, events: path, lateness: 0 });

async function done<T>(
  result: Promise<{ type: 'done'; result: T; exitCode: unknown } | { type: 'could-not-run'; complaint: string }>,
) {
  const outcome = await result;
  if (outcome.type === 'could-not-run') throw new Error(outcome.complaint);
  return outcome;
}

async function complaintOf(result: Promise<{ type: 'done' } | { type: 'could-not-run'; complaint: string }>) {
  const outcome = await result;
  if (outcome.type === 'done') throw new Error('it ran');
  return outcome.complaint;
}

describe.each(Object.entries(rowForms))('%s', (_form, text) => {
  describe.each(Object.entries(encodings))('in %s', (_encoding, encode) => {
    const path = file(encode(text));

    test('the summary', async () => {
      const { result, exitCode } = await done(summaryOf(path));
      expect(result).toMatchObject({ total: 3, first: '2026-11-20T10:01:00.000Z', corrupt: { count: 0 } });
      expect({ lacks: result.lacks, exitCode }).toEqual({ lacks: undefined, exitCode: 1 });
    });

    test('the report', async () => {
      const { result } = await done(report({ files: [path] }));
      expect(result.records).toEqual(formRows);
    });

    test('the plan', async () => {
      const { result, exitCode } = await done(planOf(path));
      expect(result.shown.records).toEqual(formRows);
      expect(result.plan).toMatchObject({ requests: [{ recordIds: ['row-1', 'row-2', 'row-3'] }] });
      expect(exitCode).toBe(0);
    });

    test('the replay', async () => {
      const { result, exitCode } = await done(replayOf(path));
      expect({ accepted: result.events.accepted, lacks: result.lacks, exitCode }).toEqual({
        accepted: 3,
        lacks: undefined,
        exitCode: 1,
      });
    });
  });

  test('readSyncErrors', async () => {
    const rows = [];
    for await (const row of readSyncErrors(file(text), (line) => rows.push(line))) rows.push(row);
    expect(rows).toEqual(formRows);
  });
});

describe('cut off at any place, nothing is lost in silence', () => {
  const cases = Object.entries(rowForms).filter(([form]) => !/spellings|names of properties/.test(form));
  property.prop([fc.constantFrom(...cases), fc.constantFrom(...Object.entries(encodings)), fc.nat()], {
    numRuns: runs(300),
  })('rows count, or it says why not', async ([form, text], [, encode], place) => {
    const whole = encode(text);
    const bytes = whole.subarray(0, place % whole.length);
    const path = file(bytes);
    const [summary, replayed] = [await summaryOf(path), await replayOf(path)];
    for (const outcome of [summary, replayed]) {
      if (outcome.type === 'could-not-run') expect(outcome.complaint).toMatch(/^[^\n]{10,500}$/);
    }
    if (summary.type === 'could-not-run') return;
    const { total, corrupt, lacks = [] } = summary.result;
    const begun = rowsBegunIn(form, text.slice(0, Math.max(0, lengthOf(bytes, encode, text))));
    expect(total + corrupt.count + lacks.length).toBeGreaterThanOrEqual(begun);
  });
});

const lines = rowForms['JSON Lines'] ?? '';
const link = 'https://contoso.crm4.dynamics.com/api/data/v9.2/rows?$skiptoken=2';

describe('what is missing is said, and is not a whole', () => {
  const facts = (syncErrors: unknown) => ({
    schemaVersion: 1,
    environment: { name: 'c' },
    takenAt: '2026-11-20T12:00:00Z',
    facts: { syncErrors },
  });
  test.each<[string, unknown, number, string]>([
    [
      'a page with a link',
      { '@odata.nextLink': link, value: formRows },
      3,
      'more rows follow on a page that was not given (@odata.nextLink)',
    ],
    [
      'a page of Get-CrmRecords',
      { CrmRecords: formRows, NextPage: true },
      3,
      'more rows follow on a page that was not given (@odata.nextLink)',
    ],
    ['a count', { '@odata.count': 5, value: formRows }, 3, '3 of 5 rows were given'],
    ['a count alone', { '@odata.count': 5, value: [] }, 0, '0 of 5 rows were given'],
    [
      'a fact that is partial',
      { status: 'known', coverage: 'partial', detail: 'only job Customers', value: formRows },
      3,
      'only job Customers',
    ],
    [
      'a snapshot that could not read them',
      facts({ status: 'unknown', reason: 'not-permitted', detail: 'no role' }),
      0,
      'the sync errors are not known (not-permitted: no role)',
    ],
    [
      'an error of the service',
      { statusCode: 403, body: { error: { message: 'secret' } } },
      0,
      'an answer is an error of the service (status 403)',
    ],
    [
      'a plan with requests',
      {
        schemaVersion: 1,
        kind: 'request-plan',
        requests: [{ recordIds: ['a', 'b'] }],
        remainder: formRows,
        refused: [],
      },
      3,
      '2 rows are in the requests of a plan, which has only their ids',
    ],
  ])('%s', async (_case, value, total, lack) => {
    const path = file(JSON.stringify(value));
    const { result, exitCode } = await done(summaryOf(path));
    expect({ total: result.total, lacks: result.lacks, exitCode }).toEqual({
      total,
      lacks: [lack],
      exitCode: total > 0 ? 1 : 2,
    });
    const replayed = await done(replayOf(path));
    expect(replayed.result.lacks).toEqual([{ what: 'events', detail: lack }]);
  });

  test('pages in several files are one list', async () => {
    const [first, last] = [{ '@odata.nextLink': link, value: formRows.slice(0, 2) }, { value: formRows.slice(2) }].map(
      (page) => file(JSON.stringify(page)),
    );
    const { result } = await done(summaryOf(last ?? '', first ?? ''));
    expect({ total: result.total, lacks: result.lacks }).toEqual({ total: 3, lacks: undefined });
  });

  test('what cannot be read is named with its file, where there are several', async () => {
    const broken = file(`${lines}{"id":\n`);
    const { result } = await done(summaryOf(file(lines), broken));
    expect(result).toMatchObject({ total: 6, corrupt: { count: 1, lines: [{ file: broken, line: 4 }] } });
  });
});

describe('columns', () => {
  const columnsOf = async (content: string) => (await done(summaryOf(file(content)))).result;

  test('the mapping is shown, and a column that is not known is kept by its name', async () => {
    const table = tableOf({}).replace('Category', 'Status');
    const summary = await columnsOf(table);
    const text = toPretty(syncErrorsDocument(summary));
    expect(text).toContain('Columns were taken by their names: Id is id, Integration job is integrationJob,');
    expect(text).toContain('1 column is not known: Status; it was not used.');
    expect(summary).toMatchObject({
      total: 3,
      columns: { Id: 'id', 'Company reference': 'company', Status: null, 'Created On': 'createdOn' },
    });
  });

  test('of two columns for one property neither is taken, unless one has its very name', async () => {
    const two = `id,integrationJob,entity,createdOn,Company code,Legal entity\na,b,c,2026-11-20T10:00:00Z,USMF,DEMF\n`;
    expect(await columnsOf(two)).toMatchObject({
      total: 1,
      companies: { groups: [{ name: null }] },
      columns: { 'Company code': null, 'Legal entity': null },
    });
    expect(await columnsOf(two.replace('Legal entity', 'company'))).toMatchObject({
      companies: { groups: [{ name: 'DEMF' }] },
      columns: { 'Company code': null, company: 'company' },
    });
  });

  test.each([
    ['Id', 'Number'],
    ['Entity', 'Name'],
    ['Integration job', 'Job'],
    ['Created On', 'Date'],
  ])('without %s it cannot be read, and the columns that are there are named', async (caption, other) => {
    const table = tableOf({}).replace(caption, other);
    const complaint = await complaintOf(summaryOf(file(table)));
    expect(complaint).toContain(`has no column "${caption}": its columns are `);
    expect(complaint).toContain(other);
    expect(await complaintOf(replayOf(file(table)))).toContain(`has no column "${caption}"`);
    expect(syncErrorsInCsv(table)).toMatchObject({ records: [], lacks: [expect.stringContaining(`"${caption}"`)] });
  });

  test('of two columns that may be one that it needs, none is chosen', async () => {
    const complaint = await complaintOf(summaryOf(file('id,integrationJob,entity,Created On,Created on\na,b,c,d,e\n')));
    expect(complaint).toContain('has several columns that may be "Created On": name one so');
  });

  test.each<[string, string, string | null]>([
    ['Created On', '2026-11-20T10:00:00Z', '2026-11-20T10:00:00Z'],
    ['Created On', '2026-11-20 10:00Z', '2026-11-20T10:00:00Z'],
    ['Created On', '2026-11-20 10:00:00 +0100', '2026-11-20T10:00:00+01:00'],
    ['Created On (UTC)', '2026-11-20 10:00', '2026-11-20T10:00:00Z'],
    ['Created On (UTC)', '20.11.2026 10:00', '2026-11-20T10:00:00Z'],
    ['Created On (UTC)', '1.2.2026 10:00:30', '2026-02-01T10:00:30Z'],
    ['Created On', '20.11.2026 10:00', null],
    ['Created On', '/Date(1763632800000)/', '2025-11-20T10:00:00.000Z'],
    ['Created On', '2026-11-20 10:00:00', null],
    ['Created On', '11/20/2026 10:00:00 AM', null],
    ['Created On (UTC)', '11/12/2026 10:00', null],
    ['Created On', '', null],
  ])('%s with %j', (caption, time, expected) => {
    const input = syncErrorsInCsv(`id,integrationJob,entity,${caption}\na,b,c,${time}\n`);
    expect(input?.records.map(({ createdOn }) => createdOn)).toEqual(expected === null ? [] : [expected]);
    if (expected === null) expect(input?.lacks.join()).toMatch(/expected a date and time with a time zone/);
    if (expected === null && time !== '')
      expect(input?.lacks.join()).toMatch(/1 time has no time zone.*Created On \(UTC\)/);
  });

  test('what PowerShell keeps beside the text that it shows counts', () => {
    const row = {
      msdyn_entity: 'c',
      msdyn_integrationjob: 'b',
      createdon: '20.11.2026 11:00',
      createdon_Property: { Key: 'createdon', Value: '/Date(1763632800000)/' },
      ReturnProperty_Id: 'a',
    };
    expect(syncErrorsIn([{ CrmRecords: [row] }])?.records).toMatchObject([
      { id: 'a', entity: 'c', createdOn: '2025-11-20T10:00:00.000Z' },
    ]);
  });
});

describe('tables of any texts', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'ß', '"', ',', ';', '\t', '\n', ' ', '\u{1D11E}', '='),
    maxLength: 12,
  });
  const row = fc
    .record({ message: text, uniqueKey: text })
    .map(({ message, uniqueKey }) => ({ message, uniqueKey: uniqueKey.trim() || null }));
  const separators = fc.constantFrom(',', ';', '\t');
  property.prop(
    [fc.array(row, { maxLength: 6 }), separators, fc.constantFrom('\n', '\r\n'), fc.integer({ min: 1, max: 30 })],
    { numRuns: runs(200) },
  )('every row comes back, in whatever parts the file arrives', async (texts, separator, lineEnd, size) => {
    const rows = texts.flatMap((changes, index) =>
      formRows.slice(0, 1).map((row) => ({ ...row, ...changes, id: `row-${index}` })),
    );
    const table = tableOf({ separator, lineEnd }, rows);
    expect(syncErrorsInCsv(table)?.records).toEqual(rows);
    const bytes = Buffer.from(table);
    const parts = async function* () {
      for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
    };
    const read = [];
    for await (const record of readSyncErrors(parts(), (line) => read.push(line))) read.push(record);
    expect(read).toEqual(rows);
  });
});

describe('what is not about sync errors is named', () => {
  test.each<[string, string, RegExp]>([
    [
      'a snapshot without them',
      JSON.stringify({
        schemaVersion: 1,
        environment: { name: 'c' },
        takenAt: '2026-11-20T12:00:00Z',
        facts: { syncErrors: { status: 'unknown', reason: 'not-provided' } },
      }),
      /is a snapshot, which `check` takes/,
    ],
    [
      'solutions',
      JSON.stringify([{ uniquename: 'a', version: '1.0' }]),
      /is an answer of a service, which `check` and `capture` take: expected/,
    ],
    ['a list that is cut off', '[{"id":"a"},{"id', /is not JSON/],
    ['an envelope that is cut off', '{"value":[{"id":"a"},{"id', /is not JSON/],
    ['a workbook', 'PK\u0003\u0004xxxx', /is a zip file, such as a workbook of Excel or a solution: expected text/],
    [
      'a cell that does not end',
      `${tableOf({})}"${'x\n'.repeat(2_500_000)}`,
      /line 8: a cell in quotation marks does not end/,
    ],
  ])('%s', async (_case, content, words) => {
    expect(await complaintOf(summaryOf(file(content)))).toMatch(words);
    expect(await complaintOf(replayOf(file(content)))).toMatch(words);
  });

  test.each([[[{ a: 1 }]], [[7, 'x', null]], [[]], [[{ type: '429', at: 1 }]], [[{ CrmRecords: [{ name: 'x' }] }]]])(
    '%j',
    (documents) => {
      expect(syncErrorsIn(documents)).toBeUndefined();
    },
  );
  test.each(['', 'hello', 'Entity,Created On', 'a,b,c\n1,2,3', 'Unable to write data, entity Customers; created on'])(
    '%j',
    (text) => {
      expect(syncErrorsInCsv(text)).toBeUndefined();
    },
  );
});

test('nested too deeply, named like a prototype, or with numbers beyond all bounds: it is a row that cannot be read', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const content = `${lines}{"id":"x","createdOn":${deep}}\n{"__proto__":{"id":"y"},"createdOn":1e999}\n`;
  const { result } = await done(summaryOf(file(content)));
  expect({ total: result.total, unread: result.corrupt.count }).toEqual({ total: 3, unread: 2 });
});

/** How many characters of a text so many bytes hold at least. */
function lengthOf(bytes: Uint8Array, encode: (text: string) => Uint8Array, text: string): number {
  let length = Math.min(text.length, bytes.length);
  while (length > 0 && encode(text.slice(0, length)).length > bytes.length) length -= 1;
  return length;
}

/** How many rows a reader has seen something of. */
function rowsBegunIn(form: string, text: string): number {
  if (!/CSV/.test(form)) return text.match(/row-\d/g)?.length ?? 0;
  return (text.match(/(?:^|\n)row-\d/g) ?? []).length;
}

property.prop([
  fc.array(fc.constantFrom('row', 'page of 2', 'empty page', 'blank', 'broken', 'not a row'), { maxLength: 30 }),
])('each line that is not a row is named by its number and its text, whatever lines are before it', async (kinds) => {
  const row = JSON.stringify(formRows[0]);
  const lines = [
    row,
    ...kinds.map((kind, index) => {
      if (kind === 'row') return row;
      if (kind === 'blank') return '  ';
      if (kind === 'broken') return `{"id": "line ${index + 2}`;
      if (kind === 'not a row') return `{"id": "line ${index + 2}", "createdOn": "2026-01-14T10:00:00Z"}`;
      return kind === 'empty page' ? '{"value": []}' : `{"value": [${row}, ${row}]}`;
    }),
  ];
  const corrupt: { readonly line: number; readonly text: string }[] = [];
  let rows = 0;
  const source = (async function* () {
    yield Buffer.from(lines.join('\n'));
  })();
  for await (const _ of readSyncErrors(source, ({ line, text }) => corrupt.push({ line, text }))) rows += 1;
  const faulty = kinds.flatMap((kind, index) => (kind === 'broken' || kind === 'not a row' ? [index + 2] : []));
  expect(corrupt.map(({ line }) => line)).toEqual(faulty);
  for (const { line, text } of corrupt) expect(text).toContain(`line ${line}`);
  expect(rows).toBe(1 + kinds.reduce((sum, kind) => sum + (kind === 'row' ? 1 : kind === 'page of 2' ? 2 : 0), 0));
});
