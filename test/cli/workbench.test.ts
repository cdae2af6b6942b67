import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';

// The built command line, as users run it.
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'workbench-command-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli.cjs'), ...args], {
    encoding: 'utf8',
    cwd: folder,
  });
  return { status, stdout, stderr };
}

test('the command writes the page that the package has', () => {
  const file = join(folder, 'workbench.html');
  expect(run(['workbench', '-o', file])).toEqual({ status: 0, stdout: '', stderr: '' });
  const page = readFileSync(file, 'utf8');
  expect(page).toBe(brotliDecompressSync(readFileSync(join(root, 'dist/workbench.html.br'))).toString());
  expect(page).toMatch(/^<!doctype html>/);
  // It loads nothing: whole addresses are only in links.
  const markup = page.replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '').replace(/<a href="[^"]*">/g, '');
  expect(markup).not.toMatch(/(?:src|href)="(?!#)/);
});

test('it needs to know the file', () => {
  const { status, stdout, stderr } = run(['workbench']);
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  expect(stderr).toContain('--output');
  expect(existsSync(join(folder, 'undefined'))).toBe(false);
});

test('the package has the page once', () => {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
  });
  // A list, and since npm 12 an object by the names of packages.
  const [packed] = Object.values<{ readonly files: readonly { readonly path: string }[] }>(JSON.parse(output));
  const names = packed?.files.map(({ path }) => path) ?? [];
  expect(names.filter((name) => /^dist\/(?:workbench\.|worker\.)/.test(name))).toEqual(['dist/workbench.html.br']);
});
