import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// Someone new adds a rule, a topic and a command in a copy of the repository, and no gate is red afterward.
const root = fileURLToPath(new URL('../..', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'scaffolders-'));
afterAll(() => rmSync(copy, { recursive: true }));

function run(command: string, ...args: readonly string[]) {
  // Where node_modules is a link, the compiler of the declarations needs more memory than it gets by itself.
  const env = { ...process.env, NODE_OPTIONS: '--max-old-space-size=8192' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: copy, env, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}
const npx = (...args: readonly string[]) => run('npx', '--no-install', ...args);

beforeAll(() => {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  for (const file of git('ls-files', '--cached', '--others', '--exclude-standard').trim().split('\n')) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  execFileSync('git', ['init', '--quiet'], { cwd: copy }); // Biome skips files that git ignores
});

// Each step runs programs that take the better part of a minute where other tests run beside it.
describe.sequential('what is scaffolded', { timeout: 600_000 }, () => {
  test.each([
    ['new-rule', 'DWDVEV9399', 'team-without-name', 'business-unit'],
    ['new-rule', 'DWFOEV9999', 'team-without-any-name', 'prerequisites'],
    ['new-topic', 'words-of-nobody', 'link'],
    ['new-command', 'greet'],
    ['new-command', 'maps', 'count'],
  ])('%s %s is written and registered', (script, ...args) => {
    const { status, output } = npx('tsx', `scripts/${script}.ts`, ...args);
    expect(output).toContain('Every gate is green');
    expect(status).toBe(0);
  });

  test.each([
    ['a code that is used', 'new-rule', 'DWDVEV1007', 'some-rule', 'business-unit'],
    ['a family that there is not', 'new-rule', 'DWDVEV9398', 'some-rule', 'teams'],
    ['a rule that is there', 'new-rule', 'DWDVEV9398', 'team-without-name', 'business-unit'],
    ['a phase that there is not', 'new-topic', 'some-topic', 'nowhere'],
    ['a command that is there', 'new-command', 'check'],
  ])('%s ends with 3', (_name, script, ...args) => {
    const { status, output } = npx('tsx', `scripts/${script}.ts`, ...args);
    expect(output).toMatch(/^(usage: |.* (already exists|is already in use)\n$)/);
    expect(status).toBe(3);
  });

  test.each([
    ['format and lint', 'biome', 'ci', '.'],
    ['types', 'tsc', '--noEmit', '-p', '.'],
    ['generated files', 'tsx', 'scripts/generate.ts', '--check'],
    ['API reports', 'tsx', 'scripts/api-reports.ts'],
    ['the build', 'tsup', '--silent'],
    ['unit tests', 'vitest', 'run', '--project', 'unit', '--project', 'slow'],
    [
      'samples and commands',
      'vitest',
      'run',
      'test/examples/environments.test.ts',
      'test/cli/cli.test.ts',
      'test/cli/commands.test.ts',
      'test/cli/greet.test.ts',
      'test/cli/maps-count.test.ts',
    ],
  ])('leaves %s green', (_name, ...command) => {
    const { status, output } = npx(...command);
    expect(status, output.slice(-4_000)).toBe(0);
  });
});
