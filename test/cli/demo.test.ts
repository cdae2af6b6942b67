import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { evaluateSnapshot, parseReport, parseSnapshot } from '../../src/index.js';
import { demoSnapshot } from '../../src/inputs/demo-snapshot.js';
import { html } from '../../src/reporters/index.js';

// The built command line, as users run it. `npm test` builds it before it runs these tests.
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
/** There is no file that could be read. */
const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-demo-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: process.env.PATH ?? '' },
  });
  return { status, stdout, stderr };
}

const report = evaluateSnapshot(demoSnapshot());

test('the sample is a snapshot, and its report shows what a report can show', () => {
  expect(parseSnapshot(demoSnapshot())._unsafeUnwrap()).toEqual(demoSnapshot());
  const { health, totals, outcomes } = report;
  expect(health).toBe('unhealthy');
  expect(totals).toMatchObject({ failed: 8, inconclusive: 3, blocked: 0, errored: 0, skipped: 0 });
  const failed = outcomes.filter(({ status }) => status === 'failed');
  expect(new Set(failed.map(({ severity }) => severity))).toEqual(new Set(['error', 'warning']));
});

describe('demo', () => {
  test('as JSON: the report, with exit code 0', () => {
    const { status, stdout, stderr } = run(['demo', '--format', 'json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(report)));
    expect(parseReport(JSON.parse(stdout)).isOk()).toBe(true);
  });

  test.each([
    ['pretty', /^UNHEALTHY {2}contoso-uat \(sample\)/],
    ['markdown', /^## Unhealthy: contoso-uat/],
    ['html', /^<!doctype html>/],
    ['junit', /^<\?xml/],
    ['sarif', /^\{/],
    ['annotations', /^::/],
  ])('as %s', (format, start) => {
    const { status, stdout } = run(['demo', '--format', format]);
    expect(status).toBe(0);
    expect(stdout).toMatch(start);
    expect(stdout).toContain('DWDVEV1007');
  });

  test.each(['page.html', 'page.HTM'])('-o %s writes the page', (page) => {
    expect(run(['demo', '-o', page])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, page), 'utf8')).toBe(html(report));
  });

  test('a format that is named wins over the name of the file', () => {
    expect(run(['demo', '-o', 'named.html', '--format', 'markdown']).status).toBe(0);
    expect(readFileSync(join(folder, 'named.html'), 'utf8')).toMatch(/^## /);
    expect(run(['demo', '-o', 'plain.txt']).status).toBe(0);
    expect(readFileSync(join(folder, 'plain.txt'), 'utf8')).toMatch(/^UNHEALTHY/);
  });

  test('it takes nothing', () => {
    expect(run(['demo', 'snapshot.json'])).toMatchObject({ status: 3, stdout: '' });
  });
});
