import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Before tests of what is built: builds it again where it is older than what it is made of. */
export default function buildIfStale(): void {
  const output = join(root, 'dist/cli.cjs');
  if (existsSync(output) && statSync(output).mtimeMs > newest()) return;
  execFileSync('npx', ['--no-install', 'tsup', '--silent'], { cwd: root, stdio: 'inherit' });
}

/** When something that the build is made of changed last; milliseconds since 1970. */
function newest(): number {
  const sources = ['src', 'site/workbench'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  const build = ['package.json', 'tsup.config.ts', 'scripts/build-commonjs.ts', 'scripts/entries.ts'];
  return Math.max(...[...sources, ...build].map((file) => statSync(join(root, file)).mtimeMs));
}
