// cspell:words snyc
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

// The built command line. `npm test` builds it before it runs these tests.
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
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
