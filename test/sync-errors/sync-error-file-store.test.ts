import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc, test as property } from '@fast-check/vitest';
import { afterAll, expect, test } from 'vitest';
import { readSyncErrors, summarizeSyncErrorFile, syncErrorFileStore } from '../../src/node/index.js';
import { readLines } from '../../src/node/read-lines.js';
import {
  type CorruptLine,
  planRequests,
  runRequests,
  type SyncErrorRecord,
  summarizeSyncErrors,
} from '../../src/sync-errors/index.js';
import { runs } from '../support/fuzz.js';
import { ready } from '../support/plans.js';
import { arbitraryRecords, row, rows } from './arbitrary-records.js';

const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newPath = () => {
  files += 1;
  return join(folder, `errors-${files}.jsonl`);
};
const job = { name: 'Customers', status: 'active' } as const;

async function collected(given: AsyncIterable<SyncErrorRecord>): Promise<readonly SyncErrorRecord[]> {
  const all: SyncErrorRecord[] = [];
  for await (const record of given) all.push(record);
  return all;
}

test('rows and requests outlive the store', async () => {
  const path = newPath();
  const store = syncErrorFileStore(path);
  expect(await collected(store.records())).toEqual([]);
  await store.add(rows(2));
  await store.add(rows(4).slice(2));
  const plan = ready(
    planRequests({
      action: 'dismiss',
      job,
      queued: [],
      records: rows(2),
      confirmDismissal: 'dismiss-permanently',
    }),
  );
  expect((await runRequests(plan, store)).complete).toBe(true);

  const later = syncErrorFileStore(path);
  expect(await collected(later.records())).toEqual(rows(4));
  const [request] = (await later.requests())._unsafeUnwrap();
  const id = request?.id ?? '';
  expect(await later.lookUp(id, {})).toBe('arrived');
  expect(await later.lookUp('other', {})).toBe('absent');
  expect((await runRequests(plan, later)).complete).toBe(true);
  expect((await later.requests())._unsafeUnwrap()).toHaveLength(1);
  expect((await later.advance({ type: 'complete', id }))._unsafeUnwrapErr().type).toBe('wrong-status');
  await later.advance({ type: 'start', id });
  await later.advance({ type: 'complete', id });

  expect(await collected(syncErrorFileStore(path).records())).toEqual(rows(4).slice(2));
  expect((await summarizeSyncErrorFile(path))._unsafeUnwrap().total).toBe(2);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('corrupt lines are told with their number, and stay', async () => {
  const path = newPath();
  const lines = [
    `\uFEFF${JSON.stringify(row('a'))}`,
    '{"id":',
    '',
    '{"id":"x"}',
    `${JSON.stringify(row('b'))}\r`,
    'torn {"id":"c',
  ];
  writeFileSync(path, lines.join('\n'));
  const store = syncErrorFileStore(path);
  expect((await store.corruptLines())._unsafeUnwrap().map(({ line }) => line)).toEqual([2, 4, 6]);
  await store.add([row('d')]);
  expect((await collected(store.records())).map(({ id }) => id)).toEqual(['a', 'b', 'd']);
  expect(readFileSync(path, 'utf8').startsWith(`${lines.join('\n')}\n`)).toBe(true);
  const summary = (await summarizeSyncErrorFile(path))._unsafeUnwrap();
  expect(summary).toMatchObject({ total: 3, corrupt: { count: 3 } });
  const told: CorruptLine[] = [];
  await collected(readSyncErrors(path, (line) => told.push(line)));
  expect(told).toEqual(summary.corrupt.lines);
});

test('a request that cannot be read stops everything that could send it twice', async () => {
  const path = newPath();
  const store = syncErrorFileStore(path);
  await store.add(rows(2));
  writeFileSync(`${path}.requests`, '{"id":"a","job":"Customers"\n');
  const plan = ready(planRequests({ action: 'retry', job, queued: [], records: rows(2) }));
  const run = await runRequests(plan, store);
  expect(run.outcomes).toMatchObject([{ status: 'refused', because: expect.stringContaining('line 1') }]);
  expect(await store.lookUp('a', {})).toBe('unknown');
  expect((await store.requests())._unsafeUnwrapErr()).toMatchObject({ type: 'corrupt-queue', lines: [{ line: 1 }] });
  await expect(collected(store.records())).rejects.toThrow('line 1');
  expect((await summarizeSyncErrorFile(path))._unsafeUnwrapErr().type).toBe('corrupt-queue');
  expect(readFileSync(`${path}.requests`, 'utf8')).toBe('{"id":"a","job":"Customers"\n');
});

test('when adding fails, nothing was added', async () => {
  const path = newPath();
  const store = syncErrorFileStore(path);
  await store.add(rows(2));
  const before = readFileSync(path, 'utf8');
  const failing = (function* () {
    yield row('x');
    throw new Error('no more');
  })();
  expect((await store.add(failing))._unsafeUnwrapErr()).toMatchObject({ type: 'unwritable', path });
  expect(readFileSync(path, 'utf8')).toBe(before);
  expect((await store.add([row('y')])).isOk()).toBe(true);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('the mode of the file stays, and what a crash left behind does no harm', async () => {
  const path = newPath();
  writeFileSync(path, `${JSON.stringify(row('a'))}\n`);
  chmodSync(path, 0o600);
  writeFileSync(`${path}.half.tmp`, '{"id":');
  await syncErrorFileStore(path).add([row('b')]);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(await collected(syncErrorFileStore(path).records())).toHaveLength(2);
  rmSync(`${path}.half.tmp`);
});

test('files that cannot be read are faults, not empty', async () => {
  expect((await summarizeSyncErrorFile(join(folder, 'nowhere.jsonl')))._unsafeUnwrapErr().type).toBe('unreadable');
  const path = newPath();
  mkdirSync(path);
  expect((await syncErrorFileStore(path).corruptLines())._unsafeUnwrapErr().type).toBe('unreadable');
  expect((await syncErrorFileStore(path).add(rows(1)))._unsafeUnwrapErr().type).toBe('unwritable');
  expect((await syncErrorFileStore(join(folder, 'no', 'x.jsonl')).add(rows(1))).isErr()).toBe(true);
});

test('changes at the same time are made one after the other', async () => {
  const path = newPath();
  const store = syncErrorFileStore(path);
  await Promise.all(rows(12).map((record) => store.add([record])));
  expect(await collected(store.records())).toEqual(rows(12));
  const plan = planRequests({ action: 'retry', job, queued: [], records: rows(5), limits: { recordsPerRequest: 1 } });
  const { requests } = plan;
  await Promise.all(requests.map((request) => store.submit(request, {})));
  expect((await store.requests())._unsafeUnwrap()).toHaveLength(5);
});

test('ids to look for: those that no row has are named, whatever the filter', async () => {
  const path = newPath();
  writeFileSync(path, `${JSON.stringify(row('a'))}\n{"id":"c"\n${JSON.stringify(row('b', { company: 'DEMF' }))}\n`);
  const summary = async (lookFor?: readonly string[]) =>
    (await summarizeSyncErrorFile(path, { lookFor, filter: { company: 'DEMF' } }))._unsafeUnwrap();
  expect(await summary(['{A}', 'b ', 'C', 'd', 'D'])).toMatchObject({ total: 1, missingIds: ['C', 'D'] });
  expect(await summary([])).toMatchObject({ missingIds: [] });
  expect(await summary()).not.toHaveProperty('missingIds');
});

test('a file is summarized like its rows', async () => {
  const path = newPath();
  const records = rows(5_000).map((record, index) => ({
    ...record,
    message: `Ünable ${index} — 漢字`,
    company: `C${index % 7}`,
  }));
  await syncErrorFileStore(path).add(records);
  const { corrupt, ...summary } = (await summarizeSyncErrorFile(path))._unsafeUnwrap();
  expect(corrupt).toEqual({ count: 0, lines: [] });
  expect(summary).toEqual(summarizeSyncErrors(records));
});

property.prop(
  [
    fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '\r', 'é'.repeat(150_000), 'x'.repeat(262_143))),
    ),
    fc.boolean(),
  ],
  {
    numRuns: runs(60),
  },
)('lines are read whole, wherever the reads fall', async (texts, endsWithNewline) => {
  const path = newPath();
  const lines = texts.map((text) => text.replace(/[\n\r\uD800-\uDFFF\uFEFF]/g, ''));
  writeFileSync(path, lines.join('\n') + (endsWithNewline ? '\n' : ''));
  const read: string[] = [];
  let next = 1;
  for await (const batch of readLines(path)) {
    expect(batch.first).toBe(next);
    next += batch.texts.length;
    read.push(...batch.texts);
  }
  while (read.at(-1) === '') read.pop();
  while (lines.at(-1) === '') lines.pop();
  expect(read).toEqual(lines);
  rmSync(path);
});

property.prop([fc.array(arbitraryRecords, { maxLength: 4 }), fc.constantFrom('', 'garbage', '{"id":1}')], {
  numRuns: runs(30),
})('nothing that was added is lost', async (portions, garbage) => {
  const path = newPath();
  const store = syncErrorFileStore(path);
  for (const portion of portions) {
    if (garbage !== '' && existsSync(path)) appendFileSync(path, garbage);
    expect((await store.add(portion)).isOk()).toBe(true);
  }
  const trimmed = portions
    .flat()
    .map((record) => ({ ...record, id: record.id.trim(), integrationJob: record.integrationJob.trim() }));
  expect(await collected(store.records())).toEqual(trimmed);
});
