import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { flagOf, optionsOf } from '../../src/cli/command-options.js';
import { commands, groups } from '../../src/cli/commands/index.js';

// What guides and examples ask people to type must exist.
const root = fileURLToPath(new URL('../..', import.meta.url));

const files = ['README.md', 'CONTRIBUTING.md'];
for (const folder of ['docs', 'examples']) {
  for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
    if (/\.(md|yml)$/.test(file)) files.push(join(folder, file));
  }
}

/** `maps plan`; `activity`, or `activity plan`. */
function pathOf(first: string, rest: string): string {
  const two = `${first} ${/^[a-z-]+/.exec(rest)?.[0] ?? ''}`;
  return first in groups || commands.some(({ path }) => path === two) ? two : first;
}

const typed = files.flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8').replace(/\\\n\s*/g, '');
  return [...text.matchAll(/\bdual-write-health ([a-z]+) ([^\n`|#]*)/g)]
    .filter(([line]) => !line.includes(' is ') && /--|\.json|DW/.test(line))
    .map(([, first = '', rest = '']) => ({
      file,
      path: pathOf(first, rest),
      options: rest.match(/(?<=\s|^)--?[a-z][a-z-]*/g) ?? [],
    }));
});

test('there are commands to look at', () => expect(typed.length).toBeGreaterThan(15));

test.each(typed)('$file: $path $options', ({ path, options }) => {
  const command = commands.find((one) => one.path === path);
  expect(command, path).toBeDefined();
  if (command === undefined) return;
  const known = new Set(['-o', '-h', '--help', ...optionsOf(command).map(([name, option]) => flagOf(name, option))]);
  expect(options.filter((option) => !known.has(option))).toEqual([]);
});
