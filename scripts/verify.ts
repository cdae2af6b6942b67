/**
 * `npm test`: everything that must hold, one gate after the other. All gates run even when one fails. The last line counts
 * the unit tests and the other gates.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, '.cache/tests.json');
mkdirSync(join(root, '.cache'), { recursive: true });

const gates: readonly (readonly [name: string, ...command: string[]])[] = [
  ['format and lint', 'biome', 'ci', '.'],
  ['types and type tests', 'tsc', '--noEmit', '-p', '.'],
  ['generated files', 'tsx', 'scripts/generate.ts', '--check'],
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
    'vitest', // an ES module only, as vitest is
  ],
  ['bundle sizes', 'size-limit'],
  ['tests', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
];

let passed = 0;
let failed = 0;
for (const [name, command, ...args] of gates) {
  console.log(`\n▶ ${name}`);
  const { status } = spawnSync('npx', ['--no-install', command as string, ...args], { cwd: root, stdio: 'inherit' });
  if (name === 'tests') countTests(status);
  else count(name, status === 0);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function count(name: string, isFine: boolean): void {
  if (isFine) passed += 1;
  else failed += 1;
  if (!isFine) console.log(`✖ ${name} failed`);
}

/** Counts single tests; a run that broke down before it could count is a failure too. */
function countTests(status: number | null): void {
  try {
    const counts = JSON.parse(readFileSync(results, 'utf8')) as { numPassedTests: number; numFailedTests: number };
    passed += counts.numPassedTests;
    failed += counts.numFailedTests;
    if (status !== 0 && counts.numFailedTests === 0) count('tests', false);
    if (counts.numPassedTests + counts.numFailedTests === 0) count('tests', false);
  } catch {
    count('tests', false);
  }
}
