import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../node_modules', import.meta.url));

/** Tools that are called otherwise than their packages. */
const packages: Readonly<Record<string, string>> = {
  attw: '@arethetypeswrong/cli',
  biome: '@biomejs/biome',
  tsc: 'typescript',
};

/**
 * The program and the arguments that start a tool of this project with the Node that runs this. `npx` and what npm puts into
 * `node_modules/.bin` are batch files on Windows, which Node starts through a shell only.
 */
export function toolCommand(
  name: string,
  args: readonly string[],
): readonly [program: string, args: readonly string[]] {
  const folder = join(modules, packages[name] ?? name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return [process.execPath, [join(folder, typeof bin === 'string' ? bin : bin[name]), ...args]];
}

/** The program and the arguments that start npm: that which runs this script, if one does. */
export function npmCommand(args: readonly string[]): readonly [program: string, args: readonly string[]] {
  const { npm_execpath: npm } = process.env;
  return npm === undefined ? ['npm', args] : [process.execPath, [npm, ...args]];
}
