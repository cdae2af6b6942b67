/**
 * `npm run release`: publishes what is built, unless the registry has this version. It ends with 1, and publishes nothing, if the
 * version is not prepared (`npm run release:prepare`) or the build is of another one.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmCommand } from './tool-command.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const { name, version } = JSON.parse(read('package.json')) as { name: string; version: string };

const obstacle = obstacleToRelease();
if (obstacle !== undefined) {
  console.error(obstacle);
  process.exit(1);
}
const isThere = isInRegistry();
if (isThere) console.log(`${name} ${version} is already in the registry`);
else
  execFileSync(...npmCommand(['publish', '--access', 'public', '--ignore-scripts']), { cwd: root, stdio: 'inherit' });
if (process.env.GITHUB_OUTPUT !== undefined) appendFileSync(process.env.GITHUB_OUTPUT, `published=${!isThere}\n`);

function obstacleToRelease(): string | undefined {
  const changesets = readdirSync(join(root, '.changeset')).filter((file) => file.endsWith('.md'));
  if (changesets.length > 0) return `there are changesets: run npm run release:prepare (${changesets.join(', ')})`;
  const [, newest] = /^## (\S+)$/m.exec(read('CHANGELOG.md')) ?? [];
  if (newest !== version) return `CHANGELOG.md begins with ${newest}, and not with ${version}`;
  const built = execFileSync(process.execPath, [join(root, 'dist/cli.cjs'), '--version'], { encoding: 'utf8' }).trim();
  if (built !== version) return `dist is of version ${built}, and not of ${version}: run npm run build`;
  return undefined;
}

/** A registry that does not answer is an error: only one that does not know the package or the version lacks it. */
function isInRegistry(): boolean {
  const { status, stdout } = spawnSync(...npmCommand(['view', `${name}@${version}`, 'version', '--json']), {
    cwd: root,
    encoding: 'utf8',
  });
  if (status === 0) return stdout.trim() !== '';
  const { error } = JSON.parse(stdout) as { error?: { code?: string; summary?: string } };
  if (error?.code === 'E404') return false;
  throw new Error(`the registry did not answer: ${error?.summary}`);
}
