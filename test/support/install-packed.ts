import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Packs this package into a folder, as for the registry; the path of the file. */
export function pack(folder: string): string {
  const { output } = npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root);
  // A list, and since npm 12 an object by the names of packages.
  const [packed] = Object.values<{ readonly filename: string }>(JSON.parse(output));
  return join(folder, packed?.filename ?? '');
}

/**
 * Installs packages in an empty folder with npm, as a user would.
 *
 * @param options - `node`: the binary that npm runs with; `flags`: more of what npm takes
 * @returns what npm warned about; a failed installation throws it
 */
export function install(
  folder: string,
  packages: readonly string[],
  { node = process.execPath, flags = [] }: { readonly node?: string; readonly flags?: readonly string[] } = {},
): string {
  writeFileSync(join(folder, 'package.json'), '{"name":"consumer","private":true,"version":"1.0.0","type":"module"}');
  const install = ['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', ...flags];
  return npm([...install, ...packages], folder, node).warnings;
}

/** Runs npm with a binary of Node. */
export function npm(args: readonly string[], cwd: string, node = process.execPath) {
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${status}: ${stderr}`);
  return { output: stdout, warnings: stderr };
}
