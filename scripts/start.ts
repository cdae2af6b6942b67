/** `npm start`: builds the command line and checks a bundled sample, so that a newcomer sees a real report. */
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { toolCommand } from './tool-command.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const sample = 'examples/environments/every-dependency-code.json';

execFileSync(...toolCommand('tsup', ['--silent', '--no-dts']), { cwd: root, stdio: 'inherit' });
console.log(`$ dual-write-health check ${sample}\n`);
const { status } = spawnSync(process.execPath, ['dist/cli.cjs', 'check', sample], { cwd: root, stdio: 'inherit' });
console.log(`\nThe check ended with exit code ${status}: 0 healthy, 1 unhealthy, 2 unknown, 3 could not run.`);
// A failing sample is intended here; only a check that could not run is a failure.
process.exitCode = status === 1 ? 0 : 1;
