import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

// The suites of examples/readiness-suite, each under its own runner, over a snapshot that is well and over ones that are not.
const root = fileURLToPath(new URL('../..', import.meta.url));
const suites = join(root, 'examples/readiness-suite');
const modules = join(root, 'node_modules');

const runners = [
  { name: 'vitest', command: [join(modules, 'vitest/vitest.mjs'), 'run', '--root', join(suites, 'vitest')] },
  { name: 'Jest', command: [join(modules, 'jest/bin/jest.js'), '--rootDir', join(suites, 'jest')] },
  {
    name: 'node:test',
    command: [join(modules, 'tsx/dist/cli.mjs'), '--test', join(suites, 'node-test/readiness.test.ts')],
  },
];

describe.each(runners)('$name', ({ command }) => {
  test.concurrent('passes over the healthy sample', async () => {
    const { status, output } = await run(command);
    expect(output).toMatch(/3 passed|pass 3/);
    expect(status).toBe(0);
  });

  test.concurrent('fails over one of which little is known, negated expectations too', async () => {
    const { status, output } = await run(command, join(root, 'examples/environments/half-filled.json'));
    expect(output).toMatch(/3 failed|fail 3/);
    expect(output).toContain('expected contoso-uat (half-filled) to be healthy, but it is unknown');
    expect(output).toMatch(/to have passed DWDVEV1003 .*is inconclusive: link is not known/);
    expect(output).toMatch(/not to have a finding of DWDVEV1007 .*, which proves nothing: link is not known/);
    expect(status).toBe(1);
  });

  test.concurrent('fails over one with findings, and says how to fix them', async () => {
    const { status, output } = await run(command, join(root, 'examples/environments/every-dependency-code.json'));
    expect(output).toMatch(/3 failed|fail 3/);
    expect(output).toContain('Fix: Select the team on the company record (system administrator of Dataverse)');
    expect(status).toBe(1);
  });

  test.concurrent('fails over a file that is not there', async () => {
    const { status, output } = await run(command, 'no-such-file.json');
    expect(output).toMatch(/3 failed|fail 3/);
    expect(output).toContain('the check could not run: unreadable, no-such-file.json: cannot be read');
    expect(status).toBe(1);
  });
});

/** Runs a script of Node with what this test itself was told about its runner left out. */
function run(command: readonly string[], snapshot?: string): Promise<{ status: number | null; output: string }> {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:VITEST|JEST|TEST|NODE_ENV|NODE_TEST|SNAPSHOT)/.test(name),
  );
  const env = { ...Object.fromEntries(own), NO_COLOR: '1', ...(snapshot === undefined ? {} : { SNAPSHOT: snapshot }) };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: root, env });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    child.on('close', (status) => resolve({ status, output }));
  });
}
