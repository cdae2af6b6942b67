// cspell:words snyc
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { run as explain } from '../../src/cli/run/explain.js';
import { topics } from '../../src/diagnosis/all-topics.js';
import { dataverseErrorCodes } from '../../src/diagnosis/dataverse-error-codes.js';
import { catalogue } from '../../src/rules/catalogue.js';

// The built command line. `npm test` builds it before it runs these tests.
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-explain-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    input,
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: process.env.PATH ?? '' },
  });
  return { status, stdout, stderr };
}

const json = (args: readonly string[], input?: string) => {
  const { status, stdout } = run([...args, '--format', 'json'], input);
  return { status, result: JSON.parse(stdout) };
};

/** As the command does it, without the start of a process. */
async function inProcess(typed: string) {
  const ended = await explain({ words: [typed] });
  if (ended.type !== 'done') throw new Error(ended.complaint);
  return ended;
}

describe('explain', () => {
  test.each([
    ['DWDVEV1007', { kind: 'rule', rule: { code: 'DWDVEV1007' } }],
    ['dwdvev1007', { kind: 'rule', rule: { code: 'DWDVEV1007' } }],
    ['DIPV1003', { kind: 'rule', rule: { code: 'DIPV1003' } }],
    ['stale-link-after-copy', { kind: 'topic', topic: { id: 'stale-link-after-copy' } }],
    ['DW9003', { kind: 'topic', topic: { id: 'provisioning-service-principal' } }],
    ['0x80040237', { kind: 'error-code', code: '0x80040237', name: 'DuplicateRecord' }],
  ])('%s: what it is', (id, expected) => {
    expect(json(['explain', id])).toMatchObject({ status: 0, result: { schemaVersion: 1, ...expected } });
  });

  test.each([
    [
      'rule',
      'DWDVEV1007',
      ['(DWDVEV1007)', '[dwdvev1007]', '“DWDVEV1007”', 'DWDVEV1007.', 'DWDVEV-1007', 'DWDVEV 1007'],
    ],
    [
      'rule',
      'DWDVEV1007',
      ['Error DWDVEV1007:', '"code": "DWDVEV1007"', 'default-owning-team-missing', 'defaultOwningTeamMissing'],
    ],
    ['rule', 'DIPV1003', ['DIPV1003,', '[DIPV1003]', '#dipv1003', 'DIPV 1003', '**DIPV1003**', 'Error code: DIPV1003']],
    ['rule', 'table-map-health-5100', ['Table-Map-Health-5100', 'table map health 5100', '`table-map-health-5100`']],
    ['topic', 'DIPV1018', ['DIPV1018', 'dipv1018;']],
    ['topic', 'table-map-health-1900', ['1900', '1900.', 'Error code 1900', 'table_map_health_1900']],
    ['topic', 'provisioning-service-principal', ['dw9003', 'DW-9003', 'DW 9003', '"DW9003"', 'Error: DW9003']],
    [
      'topic',
      'stale-link-after-copy',
      ['STALE-LINK-AFTER-COPY', '`stale-link-after-copy`', 'stale_link_after_copy', 'stale-link-after-copy,'],
    ],
    ['topic', 'environment-not-linked', ['environment-not-linked']],
    ['topic', 'unknown-code', ['unknown-code']],
    [
      'error-code',
      '0x80040237',
      ['0X80040237', '(0x80040237)', '80040237', '-2147220937', '–2147220937', '2147746359'],
    ],
    [
      'error-code',
      '0x80040237',
      ['ErrorCode: -2147220937,', 'code=0x80040237', '"code":"0x80040237"', 'DuplicateRecord'],
    ],
  ])('a %s, %s: %j', async (kind, id, forms) => {
    for (const form of forms) {
      const explained = await inProcess(form);
      expect(explained.exitCode, form).toBe(0);
      expect(explained.result, form).toMatchObject(
        kind === 'rule'
          ? { kind, rule: { code: id } }
          : kind === 'topic'
            ? { kind, topic: { id } }
            : { kind, code: id },
      );
    }
  });

  test('all ids, codes and names that this program shows, in any letter case', async () => {
    const ids = [
      ...catalogue.flatMap(({ code, slug }) => [code, slug]),
      ...topics.flatMap(({ id, code }) => [id, code ?? id]),
      ...[...dataverseErrorCodes].flatMap(([code, { name }]) => [code, name ?? code, String(Number(code) - 2 ** 32)]),
    ];
    for (const id of ids) {
      for (const typed of [id, id.toUpperCase(), id.toLowerCase(), `[${id}].`]) {
        const { exitCode, result } = await inProcess(typed);
        expect(exitCode, typed).toBe(0);
        expect(['rule', 'topic', 'error-code'], typed).toContain(result.kind);
      }
    }
  });

  test.each([
    ['DIPV1009', 'DIPV1003'],
    ['[DIPV1013].', 'DIPV1012'],
    ['DIPV 1099', 'DIPV1019'],
    ['-2147220938', '0x80040237'],
    ['80040238', '0x80040237'],
    ['DW9004', 'DW9003'],
    ['4711', 'table-map-health-100'],
    ['MYRULE1', undefined],
  ])('%s is not known, and the nearest of its form is %s', async (typed, nearest) => {
    const { exitCode, result } = await inProcess(typed);
    expect({ exitCode, kind: result.kind }).toEqual({ exitCode: 1, kind: 'unknown-id' });
    if (result.kind !== 'unknown-id') throw new Error(result.kind);
    expect(result.nearest).toHaveLength(3);
    if (nearest !== undefined) expect(result.nearest.map(({ id }) => id)).toContain(nearest);
  });

  test.each([
    'Error 500',
    '429',
    'customers v3',
    'duplicate record',
    'environment not linked',
    'DWDVEV1007 DWDVEV1003',
  ])('%s: words, not a code', async (typed) => {
    expect((await inProcess(typed)).result.kind).toBe('topic-proposals');
  });

  test('a folder beside with the name of a word is no text', () => {
    mkdirSync(join(folder, 'unlink'), { recursive: true });
    expect(json(['explain', 'unlink']).result.proposals[0].id).toBe('environment-cannot-be-unlinked');
    expect(run(['explain', './unlink'])).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('it is a folder'),
    });
  });

  test.each([
    [['DWDVEV1077'], 'DWDVEV1007'],
    [['changes-do-not-snyc'], 'changes-do-not-sync'],
    [['0x80040238'], '0x80040237'],
    [['table-map-health-5101'], 'table-map-health-5100'],
  ])('%j is not known, and the nearest is', (words, nearest) => {
    const { status, result } = json(['explain', ...words]);
    expect({ status, kind: result.kind }).toEqual({ status: 1, kind: 'unknown-id' });
    expect(result.nearest.map(({ id }: { id: string }) => id)).toContain(nearest);
    expect(run(['explain', ...words]).stdout).toMatch(/^THIS CODE OR TOPIC IS NOT KNOWN/);
  });

  test('words, quoted or not: proposals, and that they are', () => {
    const words = 'new customers do not appear in CRM';
    const { status, result } = json(['explain', words]);
    expect(status).toBe(0);
    expect(result).toMatchObject({ schemaVersion: 1, kind: 'topic-proposals', words });
    expect(result.proposals[0]).toMatchObject({ id: 'changes-do-not-sync', kind: 'topic' });
    expect(json(['explain', ...words.split(' ')])).toEqual({ status, result });
    expect(json(['explain', '-'], words)).toEqual({ status, result });
    for (const format of ['pretty', 'markdown', 'html']) {
      const { stdout } = run(['explain', words, '--format', format]);
      expect(stdout, format).toContain('These are proposals');
      expect(stdout.replaceAll('\\', ''), format).toContain('changes-do-not-sync');
    }
  });

  test('a single word is words too', () => {
    mkdirSync(join(folder, 'other'));
    expect(json(['explain', 'unlink']).result.proposals[0].id).toBe('environment-cannot-be-unlinked');
    expect(json(['explain', 'dual-write']).result).toMatchObject({ kind: 'topic-proposals', proposals: [] });
  });

  test('what has nothing to do with dual-write: nothing, and that is said', () => {
    const { status, stdout, stderr } = run(['explain', 'printer', 'does', 'not', 'print']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toMatch(/^NO TOPIC FITS THESE WORDS/);
  });

  test('a file is read, and one that is not there is an error', () => {
    writeFileSync(join(folder, 'seen.txt'), 'The map is paused and will not resume');
    expect(json(['explain', 'seen.txt']).result.proposals[0].id).toBe('map-paused-long');
    expect(run(['explain', 'missing.txt'])).toMatchObject({ status: 3, stdout: '' });
    expect(run(['explain', ' '])).toMatchObject({ status: 3, stdout: '' });
    expect(run(['explain'])).toMatchObject({ status: 3, stdout: '' });
  });
});
