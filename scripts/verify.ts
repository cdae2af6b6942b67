/**
 * `npm test`: the gates that take minutes at most, two at a time. `npm run test:long`: the slower ones. `npm run test:all`: all of them.
 * All gates run even if one fails. The last lines name what failed and count the tests and the other gates.
 */
import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { toolCommand } from './tool-command.js';

type Gate = readonly [name: string, command: string, ...args: string[]];

const root = fileURLToPath(new URL('..', import.meta.url));
const isShort = !process.argv.includes('--long');
const isLong = !isShort || process.argv.includes('--all');
const results = join(root, '.cache/tests.json');
rmSync(results, { force: true }); // from an earlier run
mkdirSync(join(root, '.cache'), { recursive: true });

const ofSources: readonly Gate[] = [
  ['format and lint', 'biome', 'ci', '.'],
  ['spelling', 'cspell', 'lint', '--no-progress', '--no-summary'],
  ['types and type tests', 'node', 'node_modules/typescript-7/bin/tsc', '--noEmit', '-p', '.'],
  ['generated files', 'tsx', 'scripts/generate.ts', '--check'],
];
const ofTheBuild: readonly Gate[] = [
  ['build', 'tsup', '--silent'],
  ['API reports', 'tsx', 'scripts/api-reports.ts'],
  ['publint', 'publint', '--strict'],
  [
    'are the types wrong',
    'attw',
    '--pack',
    '.',
    '--profile',
    'node16',
    '--no-emoji',
    '--exclude-entrypoints',
    'schema',
    'vitest', // only an ES module, like vitest
  ],
  ['bundle sizes', 'size-limit'],
];
const ofLong: readonly Gate[] = [
  ['types with TypeScript 6.0', 'tsc', '--noEmit', '-p', '.'],
  [
    'unit tests with Node 26',
    'tsx',
    'scripts/on-node.ts',
    '26.10.0',
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'unit',
  ],
];
const ofMutants: readonly Gate[] = [
  [
    'a slice of the mutants',
    'tsx',
    'scripts/mutation/main.ts',
    '--slice=200',
    'governance',
    'engine',
    'facts',
    'odata',
    'prerequisites',
    'api-hub-connection',
    'stale-configuration',
    'business-unit',
    'remediation',
    'documents',
  ],
];
const gates = [
  [...(isShort ? ofSources : []), ...(isLong ? ofLong : [])],
  [...(isShort ? ofTheBuild : []), ...(isLong ? ofMutants : [])],
];
const projects = [...(isShort ? ['unit', 'slow', 'built', 'site'] : []), ...(isLong ? ['long'] : [])];

let passed = 0;
const failures: string[] = [];
await Promise.all(gates.map(inTurn));
console.log('\n▶ tests');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
const tests = spawnSync(
  ...toolCommand('vitest', ['run', ...projects.flatMap((name) => ['--project', name]), ...reporters]),
  { cwd: root, stdio: 'inherit' },
);
countTests(tests.status);
console.log(['', ...failures.map((name) => `✖ ${name}`), `${passed} passed, ${failures.length} failed`].join('\n'));
process.exitCode = failures.length === 0 ? 0 : 1;

async function inTurn(gates: readonly Gate[]): Promise<void> {
  for (const [name, command, ...args] of gates) {
    const { isFine, output } = await run(command, args);
    console.log(`\n▶ ${name}\n${output}`);
    if (isFine) passed += 1;
    else failures.push([name, ...faultsIn(output)].join('; '));
  }
}

function run(command: string, args: readonly string[]): Promise<{ isFine: boolean; output: string }> {
  const started = command === 'node' ? ([process.execPath, args] as const) : toolCommand(command, args);
  return new Promise((resolve) => {
    execFile(...started, { cwd: root, maxBuffer: 2 ** 28 }, (error, stdout, stderr) =>
      resolve({ isFine: error === null, output: `${stdout}${stderr}`.trim() }),
    );
  });
}

/** The first lines that say what failed: a log may only be kept from its end. */
function faultsIn(output: string): readonly string[] {
  const lines = stripVTControlCharacters(output).split('\n');
  const faults = lines.filter((line) => /^\s*(?:FAIL|✖|\S*Error:)/.test(line));
  return [...new Set(faults.map((line) => line.trim()))].slice(0, 5);
}

interface TestResults {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Counts single tests; a run that failed before it could count is a failure too. */
function countTests(status: number | null): void {
  const failuresBefore = failures.length;
  try {
    const { numPassedTests, testResults } = JSON.parse(readFileSync(results, 'utf8')) as TestResults;
    passed += numPassedTests;
    for (const file of testResults) {
      const failedTests = file.assertionResults.filter((test) => test.status === 'failed');
      failures.push(...failedTests.map((test) => `${relative(root, file.name)}: ${test.fullName}`));
      if (file.status === 'failed' && failedTests.length === 0) failures.push(relative(root, file.name));
    }
    if (numPassedTests === 0) failures.push('tests: none passed');
  } catch (error) {
    failures.push(`tests: ${String(error)}`);
  }
  if (status !== 0 && failures.length === failuresBefore) failures.push('tests: ended with an error beside the tests');
}
