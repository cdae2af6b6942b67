import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { okAsync } from 'neverthrow';
import { afterAll, expect, test } from 'vitest';
import { snapshotOf } from '../../src/index.js';
import { exclusively } from '../../src/node/exclusively.js';
import { syncErrorFileStore, writeSnapshot } from '../../src/node/index.js';
import type { SyncErrorRequest } from '../../src/sync-errors/index.js';
import { row } from './arbitrary-records.js';

const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newPath = () => {
  files += 1;
  return join(folder, `errors-${files}.jsonl`);
};
const besides = (path: string) => readdirSync(folder).filter((name) => name.startsWith(`${basename(path)}.`));
const request = (id: string, recordIds: readonly string[] = [id]): SyncErrorRequest => ({
  id,
  job: id,
  action: 'retry',
  recordIds,
});
const idsIn = async (path: string) => (await syncErrorFileStore(path).requests())._unsafeUnwrap().map(({ id }) => id);

const writer = fileURLToPath(new URL('../support/write-requests.ts', import.meta.url));
const rowWriter = fileURLToPath(new URL('../support/add-rows-slowly.ts', import.meta.url));
const start = (...args: readonly string[]) => spawn(process.execPath, ['--import', 'tsx', writer, ...args]);

/** Lets processes begin together. */
async function begin(...children: readonly ReturnType<typeof start>[]): Promise<void> {
  await Promise.all(children.map((child) => once(child.stdout, 'data')));
  for (const child of children) child.stdin.write('go\n');
}

/** Everything that a process has written until it ends. */
async function written(child: ChildProcess): Promise<readonly string[]> {
  let text = '';
  child.stdout?.on('data', (chunk) => {
    text += chunk;
  });
  await once(child, 'close');
  return text.split('\n').filter((line) => line !== '' && line !== 'ready');
}

/** The id of a process that has ended. */
const endedPid = spawnSync(process.execPath, ['--eval', '0']).pid;
const holder = (changes: object = {}) =>
  JSON.stringify({ pid: process.pid, host: hostname(), at: '2026-11-20T10:00:00.000Z', token: 'other', ...changes });
const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000);

test('two processes that write at the same time lose no request', async () => {
  const path = newPath();
  const children = ['a', 'b'].map((name) => start(path, name, '40'));
  await begin(...children);
  const accepted = await Promise.all(children.map(written));
  expect(accepted.map((ids) => ids.length)).toEqual([40, 40]);
  expect([...(await idsIn(path))].sort()).toEqual(accepted.flat().sort());
  expect(besides(path)).toEqual([`${basename(path)}.requests`]);
});

test('two processes that write at the same time keep the limits of a job together', async () => {
  const path = newPath();
  const children = ['a', 'b'].map((name) => start(path, name, '100', '1', 'Job'));
  await begin(...children);
  const answers = (await Promise.all(children.map(written))).flat();
  const requests = (await syncErrorFileStore(path).requests())._unsafeUnwrap();
  for (let job = 0; job < 20; job += 1) expect(requests.filter((one) => one.job === `Job ${job}`)).toHaveLength(5);
  expect(answers.filter((answer) => answer === 'refused')).toHaveLength(100);
});

test('a process that is killed while it writes loses nothing that was accepted, and leaves nothing in the way', async () => {
  const path = newPath();
  const accepted: string[] = [];
  for (let round = 0; round < 4; round += 1) {
    const child = start(path, `k${round}`, '100000', '10000');
    await begin(child);
    const ids = written(child);
    setTimeout(() => child.kill('SIGKILL'), 40 + round * 23);
    accepted.push(...(await ids));
    expect(besides(path).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  }
  const store = syncErrorFileStore(path);
  expect(await store.submit(request('last'), {})).toEqual({ status: 'accepted' });
  const kept = (await store.requests())._unsafeUnwrap();
  expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining([...accepted, 'last']));
  expect(kept.every(({ id, recordIds }) => id === 'last' || recordIds.length === 10_000)).toBe(true);
  expect((await store.tornRequest())._unsafeUnwrap()).toBeUndefined();
  expect(besides(path)).toEqual([`${basename(path)}.requests`]);
});

test.each([
  ['of a process that has ended', holder({ pid: endedPid }), 0],
  ['of a computer that is gone', holder({ host: 'elsewhere' }), 61],
  ['of a process id that is used again', holder(), 61],
  ['that was never written', '', 3],
  ['that is not a lock', '[]', 3],
])('a lock %s is taken over', async (_name, content, seconds) => {
  const path = newPath();
  writeFileSync(`${path}.lock`, content);
  utimesSync(`${path}.lock`, ago(seconds), ago(seconds));
  const stores = Array.from({ length: 5 }, () => syncErrorFileStore(path));
  const answers = await Promise.all(stores.map((store, index) => store.submit(request(`r${index}`), {})));
  expect(answers).toEqual(stores.map(() => ({ status: 'accepted' })));
  expect(await idsIn(path)).toHaveLength(5);
  expect(besides(path)).toEqual([`${basename(path)}.requests`]);
});

test('what a process that was killed while it added rows has left goes with the next change of whatever kind', async () => {
  const path = newPath();
  const child = spawn(process.execPath, ['--import', 'tsx', rowWriter, path]);
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(besides(path).filter((name) => name.endsWith('.tmp'))).toHaveLength(1);
  const store = syncErrorFileStore(path);
  expect(await store.submit(request('a'), {})).toEqual({ status: 'accepted' });
  expect(besides(path)).toEqual([`${basename(path)}.requests`]);
  expect((await store.corruptLines())._unsafeUnwrap()).toEqual([]);
});

test('what was left of a takeover is taken over too', async () => {
  const path = newPath();
  for (const name of ['lock', 'lock.takeover']) writeFileSync(`${path}.${name}`, holder({ pid: endedPid }));
  expect(await syncErrorFileStore(path).submit(request('a'), {})).toEqual({ status: 'accepted' });
  expect(besides(path)).toEqual([`${basename(path)}.requests`]);
});

test.each([
  ['of this computer', holder(), `process ${process.pid} of this computer, since 2026-11-20T10:00:00.000Z,`],
  ['of another one', holder({ host: 'elsewhere', pid: endedPid }), `process ${endedPid} of the computer elsewhere`],
])('while a process %s writes, a change is a fault and nothing is changed', async (_name, content, words) => {
  const path = newPath();
  writeFileSync(`${path}.lock`, content);
  let changes = 0;
  const change = () => {
    changes += 1;
    return okAsync(undefined);
  };
  const fault = (await exclusively(path, change, 50))._unsafeUnwrapErr();
  expect(fault).toMatchObject({ type: 'locked', path, because: expect.stringContaining(words) });
  expect(fault.whatToDo).toContain('.lock');
  expect(changes).toBe(0);
  expect(readFileSync(`${path}.lock`, 'utf8')).toBe(content);
});

test('a store waits for the one that writes', async () => {
  const path = newPath();
  writeFileSync(`${path}.lock`, holder());
  const answer = syncErrorFileStore(path).submit(request('a'), {});
  setTimeout(() => rmSync(`${path}.lock`), 100);
  expect(await answer).toEqual({ status: 'accepted' });
});

test('a lock that was lost in the meantime: nothing is written, and the lock of the other one stays', async () => {
  const path = newPath();
  const store = syncErrorFileStore(path);
  const rows = (function* () {
    yield row('a');
    writeFileSync(`${path}.lock`, holder());
  })();
  expect((await store.add(rows))._unsafeUnwrapErr()).toMatchObject({
    type: 'unwritable',
    because: expect.stringContaining('another process has taken over'),
  });
  expect(readFileSync(`${path}.lock`, 'utf8')).toBe(holder());
  expect(besides(path)).toEqual([`${basename(path)}.lock`]);
});

test.each([
  ['cut off', '{"id":"b","job":"b","action":"ret', true],
  ['cut off in a character', Buffer.from('{"id":"b","job":"é').subarray(0, -1), true],
  ['a status that was cut off', '{"id":"a","sta', true],
  ['whole but for its end', JSON.stringify({ ...request('b'), status: 'queued' }), false],
])('a last line that is %s', async (_name, text, isTorn) => {
  const path = newPath();
  await syncErrorFileStore(path).submit(request('a'), {});
  appendFileSync(`${path}.requests`, text);
  const store = syncErrorFileStore(path);
  expect(await idsIn(path)).toEqual(isTorn ? ['a'] : ['a', 'b']);
  expect((await store.tornRequest())._unsafeUnwrap()?.line).toBe(isTorn ? 2 : undefined);
  expect(await store.submit(request('c'), {})).toEqual({ status: 'accepted' });
  expect((await store.tornRequest())._unsafeUnwrap()).toBeUndefined();
  expect(await idsIn(path)).toEqual(isTorn ? ['a', 'c'] : ['a', 'b', 'c']);
  expect(readFileSync(`${path}.requests`, 'utf8')).toMatch(/^(?:\{.*\}\n)+$/);
});

test('a torn line that is longer than what is read at a time', async () => {
  const path = newPath();
  await syncErrorFileStore(path).submit(request('a'), {});
  const before = readFileSync(`${path}.requests`, 'utf8');
  appendFileSync(`${path}.requests`, `{"id":"${'é'.repeat(300_001)}`);
  await syncErrorFileStore(path).submit(request('b'), {});
  expect(readFileSync(`${path}.requests`, 'utf8').startsWith(`${before}{"id":"b"`)).toBe(true);
});

test('what others write is seen, also by a store that has read before', async () => {
  const path = newPath();
  const [one, other] = [syncErrorFileStore(path), syncErrorFileStore(path)];
  await one.submit(request('a', ['x']), {});
  expect(await other.submit({ ...request('b', ['X']), job: 'a' }, {})).toMatchObject({ status: 'refused' });
  await other.advance({ type: 'start', id: 'a' });
  expect((await one.advance({ type: 'start', id: 'a' }))._unsafeUnwrapErr().type).toBe('wrong-status');
  await one.advance({ type: 'complete', id: 'a' });
  expect(await other.submit(request('b', ['X']), {})).toEqual({ status: 'accepted' });
  expect((await one.requests())._unsafeUnwrap()).toMatchObject([{ status: 'completed' }, { status: 'queued' }]);
});

test('the history only grows, by what a step says', async () => {
  const path = newPath();
  const store = syncErrorFileStore(path);
  const content = () => readFileSync(`${path}.requests`, 'utf8');
  await store.submit(request('a'), {});
  const before = content();
  await store.advance({ type: 'start', id: 'a' });
  await store.advance({ type: 'fail', id: 'a', because: 'no' });
  expect(content()).toBe(`${before}{"id":"a","status":"running"}\n{"id":"a","status":"failed","because":"no"}\n`);
  expect((await syncErrorFileStore(path).requests())._unsafeUnwrap()).toEqual([
    { ...request('a'), status: 'failed', because: 'no' },
  ]);
});

test.each([
  ['a status without its request', '{"id":"z","status":"running"}\n'],
  ['one id with other rows', `${JSON.stringify({ ...request('a', ['other']), status: 'queued' })}\n`],
])('%s cannot be read', async (_name, line) => {
  const path = newPath();
  await syncErrorFileStore(path).submit(request('a'), {});
  appendFileSync(`${path}.requests`, line);
  expect((await syncErrorFileStore(path).requests())._unsafeUnwrapErr()).toMatchObject({
    type: 'corrupt-queue',
    lines: [{ line: 2 }],
  });
});

test('temporary files of killed processes go with the next write, and no others', async () => {
  const path = join(folder, 'snapshot.json');
  const host = hostname()
    .replace(/[^\w.]/g, '_')
    .slice(0, 40);
  const [dead, alive] = [`${path}.${host}-${endedPid}-0123abcd.tmp`, `${path}.${host}-${process.pid}-0123abcd.tmp`];
  const [far, old] = [`${path}.elsewhere-${endedPid}-0123abcd.tmp`, `${path}.${crypto.randomUUID()}.tmp`];
  const foreign = `${path}.half.tmp`;
  for (const file of [dead, alive, far, old, foreign]) writeFileSync(file, '{');
  utimesSync(old, ago(90_000), ago(90_000));
  utimesSync(foreign, ago(90_000), ago(90_000));
  await writeSnapshot(path, snapshotOf('contoso', {}, { takenAt: '2026-11-20T10:00:00Z' }));
  expect(besides(path).sort()).toEqual([alive, far, foreign].map((file) => basename(file)).sort());
});
