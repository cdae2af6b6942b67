import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { flagOf, optionsOf } from '../../src/cli/command-options.js';
import { commands, groups } from '../../src/cli/commands/index.js';
import type { CommandDefinition } from '../../src/cli/define-command.js';
import { type Call, guideOf, program } from '../../src/cli/program.js';

// Whoever adds a command adds its test, its line in docs/commands.md and its guide: these tests walk the table of commands.
const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const tests = readdirSync(join(root, 'test/cli'))
  .filter((file) => file.endsWith('.test.ts') && file !== 'commands.test.ts')
  .map((file) => read(join('test/cli', file)));

/** What is typed after the name of the program, as Commander reads it; nothing is run. */
async function parsed(typed: readonly string[]): Promise<Call | undefined> {
  let call: Call | undefined;
  const parser = program(commands, groups, async (one) => {
    call = one;
  });
  await parser.parseAsync([...typed], { from: 'user' });
  return call;
}

function helpOf({ path }: CommandDefinition): string {
  const [first, second] = path.split(' ');
  const parser = program(commands, groups, async () => {});
  const group = parser.commands.find((command) => command.name() === first);
  const command = second === undefined ? group : group?.commands.find((one) => one.name() === second);
  let text = '';
  command?.configureOutput({ writeOut: (part) => (text += part), getOutHelpWidth: () => 10_000 }).outputHelp();
  return text;
}

/** The words of a line, without quotes, up to where a shell takes over. */
function wordsOf(line: string): readonly string[] {
  const [command = ''] = line.split(/ >>? /);
  return (command.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
}

/** Whether a test of the command line types the words of a command: one after the other, or the second after a wrapper's. */
function isCalled(path: string): boolean {
  const [first, second] = path.split(' ');
  const typed = new RegExp(`[[(](?:cli, )?'${first}'${second === undefined ? '' : `, '${second}'`}[,)\\]]`);
  return tests.some((text) => {
    if (typed.test(text)) return true;
    return text.includes(`, '${first}', ...`) && new RegExp(`[[(]'${second}'[,)\\]]`).test(text);
  });
}

/** The command that needs no name is typed with a file. */
function typedAs({ path, isDefault }: CommandDefinition): string {
  return isDefault === true ? '[\\w-]+\\.(?:har|json)' : path;
}

/** Commands whose result is a file for a program, or a page. */
const filesForPrograms: ReadonlySet<string> = new Set([
  'capture',
  'init',
  'baseline',
  'errors report',
  'maps backup',
  'maps export',
  'completion',
  'workbench',
]);

test('what is a file for a program is a command', () => {
  expect([...filesForPrograms].filter((path) => !commands.some((command) => command.path === path))).toEqual([]);
});

test('no path is there twice, and every group has commands and words', () => {
  const paths = commands.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  // `activity plan` stands beside the command `activity`, which says itself what it is for.
  const used = paths.filter((path) => path.includes(' ')).map((path) => path.replace(/ .*/, ''));
  expect(new Set(used.filter((first) => !paths.includes(first)))).toEqual(new Set(Object.keys(groups)));
  for (const path of paths) expect(path).toMatch(/^[a-z]+(?:-[a-z]+)*(?: [a-z]+(?:-[a-z]+)*)?$/);
});

test('every file of src/cli/commands is in the table', () => {
  const files = readdirSync(join(root, 'src/cli/commands')).filter((file) => file !== 'index.ts');
  expect(files.sort()).toEqual(commands.map(({ path }) => `${path.replace(' ', '-')}.ts`).sort());
});

describe.each(commands.map((command) => [command.path, command] as const))('%s', (path, command) => {
  test('has a test in test/cli that calls it', () => expect(isCalled(path)).toBe(true));

  test('has a line in docs/commands.md', () => {
    expect(read('docs/commands.md')).toMatch(
      new RegExp(`^(?:npx )?dual-write-health ${typedAs(command)}(?![\\w-])`, 'm'),
    );
  });

  test('has a guide that mentions it', () => {
    expect(existsSync(join(root, 'docs', command.guide)), command.guide).toBe(true);
    expect(read(join('docs', command.guide))).toMatch(new RegExp(`dual-write-health ${typedAs(command)}(?![\\w-])`));
  });

  test('does what its file in src/cli/run does', () => {
    expect(existsSync(join(root, `src/cli/run/${path.replace(' ', '-')}.ts`))).toBe(true);
  });

  test.each(command.examples)('%s can be typed', async (example) => {
    const [name, ...typed] = wordsOf(example);
    expect(name).toBe('dual-write-health');
    expect((await parsed(typed))?.command.path).toBe(path);
  });

  test('shows in its help what it is for, how it ends, its examples and its guide', () => {
    const help = helpOf(command);
    expect(help).toContain(`${command.description} Exit code: 0 `);
    expect(help).toMatch(/, 3 could not run\.$/m);
    for (const example of command.examples) expect(help).toContain(`\n  ${example}\n`);
    expect(help).toContain(`\nGuide: ${guideOf(command)}\n`);
    expect(guideOf(command)).toMatch(/^https:\/\/dual-write-health\.github\.io\/dual-write-health\/guides\/[a-z-]+\/$/);
  });

  test('offers the formats that it has renderers for', () => {
    const { formats } = command;
    const help = helpOf(command);
    expect(formats.length).toBeGreaterThan(0);
    if (path === 'completion') {
      expect(help).not.toMatch(/--format <|--no-color/);
    } else if (formats.length === 1) {
      expect(help).toContain(`how to print (choices: "${formats[0]}", default: "${formats[0]}")`);
      expect(help).not.toContain('--no-color');
    } else {
      expect(formats[0]).toBe('pretty');
      const choices = formats.map((format) => `"${format}"`).join(', ');
      expect(help).toContain(`how to print (choices: ${choices}, default: "pretty")`);
    }
  });

  test('shows its result as text, JSON, Markdown and a page, unless that is a file for a program', () => {
    const shown = ['pretty', 'json', 'markdown', 'html'];
    if (filesForPrograms.has(path)) expect(command.formats).toHaveLength(1);
    else expect(command.formats.slice(0, 4)).toEqual(shown);
  });

  test('offers every option of its table, and says which are required', () => {
    const help = helpOf(command);
    expect(help).not.toContain(') (');
    for (const [name, option] of Object.entries(command.options)) {
      const [line = ''] = help.split('\n').filter((one) => one.trim().startsWith(`${flagOf(name, option)} `));
      expect(line.includes('(required')).toBe('isRequired' in option);
      expect(line.includes('may be given several times')).toBe(option.type === 'repeated');
    }
    for (const [name, option] of optionsOf(command)) expect(help).toContain(`${flagOf(name, option)} `);
    expect(help).toContain('-o, --output <file>');
  });
});

describe('what is typed is read by the table', () => {
  test('options are undefined until they are typed', async () => {
    const call = await parsed(['check', 'a.json', 'b.json']);
    expect(call).toMatchObject({ format: 'pretty', color: true, output: undefined });
    const { files, auth, ...others } = call?.given ?? {};
    expect({ files, auth }).toEqual({ files: ['a.json', 'b.json'], auth: 'default' });
    expect(new Set(Object.values(others))).toEqual(new Set([undefined]));
  });

  test.each([
    ['a flag', ['diagnose', 'f', '--lines'], { lines: true }],
    ['one that is negated', ['check', '--no-gate'], { gate: 'none' }],
    ['a list', ['check', '--legal-entities', 'USMF, DEMF'], { legalEntities: ['USMF', 'DEMF'] }],
    ['files', ['check', '--gateway', 'a', 'b'], { gateway: ['a', 'b'] }],
    ['a repeated one', ['errors', 'report', 'f', '--entity', 'a', '--entity', 'b'], { entity: ['a', 'b'] }],
    ['a parsed one', ['alerts', 'replay', 's', 'e', '--lateness', '5'], { lateness: 300_000 }],
    ['a default', ['alerts', 'replay', 's', 'e'], { lateness: 0 }],
    ['a time', ['activity', 'f', '--now', '2026-11-20T10:00:00Z'], { now: new Date('2026-11-20T10:00:00Z') }],
    ['a time without a value', ['activity', 'f', '--now'], { now: expect.any(Date) }],
    [
      'an option that the command before the last word has too',
      ['activity', 'plan', 'f', '--map', 'm', '--action', 'download-error-log'],
      { file: 'f', map: 'm', action: 'download-error-log' },
    ],
    ['a format that is the only one', ['init', '--format', 'json', '--no-color'], { validator: 'health-check' }],
    ['an option of the program', ['maps', 'use', 'f', '--map', 'm', '--version', '1.0'], { version: '1.0' }],
    [
      'a choice of several words',
      ['errors', 'plan', 'f', '--action', 'dismiss', '--confirm-dismissal', 'dismiss-permanently'],
      {
        confirmDismissal: 'dismiss-permanently',
      },
    ],
  ])('%s', async (_name, typed, given) => {
    expect((await parsed(typed))?.given).toMatchObject(given);
  });
});
