import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

// What guides and examples tell people to type must exist.
const root = fileURLToPath(new URL('../..', import.meta.url));
const help = (...args: string[]) =>
  execFileSync(process.execPath, [join(root, 'dist/cli.js'), ...args, '--help'], { encoding: 'utf8' });

const files = ['README.md', 'CONTRIBUTING.md'];
for (const folder of ['docs', 'examples']) {
  for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
    if (/\.(md|yml)$/.test(file)) files.push(join(folder, file));
  }
}

const commands = files.flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8').replace(/\\\n\s*/g, '');
  return [...text.matchAll(/\bdual-write-health ([a-z]+) ([^\n`|#]*)/g)]
    .filter(([line]) => !line.includes(' is ') && /--|\.json|DW/.test(line))
    .map(([, command = '', rest = '']) => ({
      file,
      command,
      subcommand: rest.trim().split(/\s/)[0] ?? '',
      options: rest.match(/(?<=\s|^)--?[a-z][a-z-]*/g) ?? [],
    }));
});

test('there are commands to look at', () => expect(commands.length).toBeGreaterThan(15));

test.each(commands)('$file: $command $options', ({ command, subcommand, options }) => {
  expect(help()).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
  const own = help(command);
  // `maps` has commands of its own.
  const part = own.includes('\nCommands:') ? [command, subcommand] : [command];
  if (part.length > 1) expect(own).toMatch(new RegExp(`^  ${subcommand}\\b`, 'm'));
  const known = new Set(help(...part).match(/(?<=[\s,])--?[a-z][a-z-]*/g));
  expect(options.filter((option) => !known.has(option))).toEqual([]);
});
