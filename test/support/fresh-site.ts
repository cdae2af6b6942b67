import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the site is built. */
export const siteFolder = join(root, 'site/dist');

/** Before tests of the site: builds it again where it is older than what it is made of. */
export default function buildSiteIfStale(): void {
  const output = join(siteFolder, 'built.json');
  if (existsSync(output) && statSync(output).mtimeMs > newest()) return;
  execFileSync('npx', ['--no-install', 'tsx', 'site/build.ts'], { cwd: root, stdio: 'inherit' });
}

/** When something that the site is made of changed last; milliseconds since 1970. */
function newest(): number {
  const folders = ['docs', 'src', 'site', 'test/diagnosis/messages'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file))
      .filter((file) => !file.split(sep).includes('dist') && file !== 'site'),
  );
  return Math.max(...[...files, 'package.json', 'NOTICE'].map((file) => statSync(join(root, file)).mtimeMs));
}
