import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { optionsOf } from '../../src/cli/command-options.js';
import { commands } from '../../src/cli/commands/index.js';

// The built command line, and the shells that are installed. `npm test` builds it before it runs these tests.
const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-completion-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (args: readonly string[]) => spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
const shells = ['bash', 'zsh', 'fish', 'powershell'] as const;
/** Runs where the shell is installed; what a script consists of is tested everywhere. */
function inShell(shell: string, name: string, body: () => void): void {
  if (spawnSync(shell, ['-c', 'true']).status === 0) describe(name, body);
}

beforeAll(() => {
  for (const shell of shells) {
    const { status, stdout, stderr } = run(['completion', shell]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    writeFileSync(join(folder, shell === 'powershell' ? 'powershell.ps1' : shell), stdout);
  }
  writeFileSync(join(folder, 'hosts.json'), '{}');
});

/** What a shell prints of a script of ours, line by line. */
function printed(shell: string, args: readonly string[]): readonly string[] {
  const { status, stdout, stderr } = spawnSync(shell, args, { cwd: folder, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split('\n').filter((line) => line !== '');
}

/** The words of commands that may follow, as far as one of them is typed. */
function commandsAfter(group: string, typed = ''): readonly string[] {
  const words = commands.filter(({ path }) => path.startsWith(group)).map(({ path }) => path.slice(group.length));
  return [...new Set(words.map((word) => word.replace(/ .*/, '')))].filter((word) => word.startsWith(typed)).sort();
}

/** The words before the cursor, and what is offered for the last one. */
const cases: readonly (readonly [typed: string, offered: readonly string[]])[] = [
  ['che', ['check']],
  ['co', commandsAfter('', 'co')],
  ['maps ', commandsAfter('maps ')],
  ['errors pl', commandsAfter('errors ', 'pl')],
  ['activity plan log.jsonl --act', ['--action']],
  ['activity log.jsonl --n', ['--no-color', '--now']],
  ['check --role', ['--role-model']],
  ['check snapshot.json --format s', ['sarif']],
  ['maps list rows.json --format ', ['html', 'json', 'markdown', 'pretty']],
  ['errors plan rows.jsonl --action ', ['dismiss', 'retry']],
  ['errors plan rows.jsonl --act', ['--action']],
  ['completion ', ['bash', 'fish', 'powershell', 'zsh']],
];

describe('bash', () => {
  const offered = (words: readonly string[]) =>
    printed('bash', [
      '-c',
      `source ./bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _dual_write_health; printf '%s\\n' "\${COMPREPLY[@]}"`,
      'bash',
      'dual-write-health',
      ...words,
    ]);

  test.each(cases)('%s', (typed, words) => expect([...offered(typed.split(' '))].sort()).toEqual(words));

  test('offers a command and files where either may follow', () => {
    expect(offered(['activity', 'pl'])).toEqual(['plan']);
    expect(offered(['activity', ''])).toEqual(expect.arrayContaining(['plan', 'hosts.json']));
    expect(offered(['activity', 'hos'])).toEqual(['hosts.json']);
    expect(offered(['activity', 'log.jsonl', ''])).toEqual([]);
  });

  test('takes --format=json apart', () => {
    expect(offered(['check', '--format', '=', 'sa'])).toEqual(['sarif']);
    expect(offered(['rules', '--format', '='])).toEqual(['pretty', 'json', 'markdown', 'html']);
  });

  test.each(['check hos', 'check --config hos', 'errors plan --queued hos', 'baseline '])(
    'leaves files to the shell: %s',
    (typed) => {
      expect(offered(typed.split(' '))).toEqual([]);
      const [registered] = printed('bash', ['-c', 'source ./bash; complete -p dual-write-health']);
      expect(registered).toBe('complete -o default -F _dual_write_health dual-write-health');
    },
  );
});

inShell('fish', 'fish', () => {
  const offered = (typed: string) =>
    printed('fish', ['--no-config', '-c', 'source ./fish; complete -C $argv[1]', `dual-write-health ${typed}`])
      .map((line) => line.replace(/\t.*/, ''))
      .sort();

  test.each(cases)('%s', (typed, words) => expect(offered(typed)).toEqual(words));

  test('completes files where files are meant', () => {
    expect(offered('check --config hos')).toEqual(['hosts.json']);
    expect(offered('maps plan hos')).toEqual(['hosts.json']);
    expect(offered('activity hos')).toEqual(['hosts.json']);
    expect(offered('activity pl')).toEqual(['plan']);
    expect(offered('errors plan --job hos')).toEqual([]);
  });
});

inShell('zsh', 'zsh', () => {
  // What zsh has for completion works in its line editor alone: here it prints what it would offer.
  const stubs = [
    'compdef() { :; }',
    `_describe() { print -l -- "\${(@P)@[-1]}"; }`,
    '_files() { print -- FILES; }',
    `compset() { PREFIX="\${PREFIX#*=}"; }`,
  ];
  const offered = (words: readonly string[]) => {
    const script = [
      ...stubs,
      'source ./zsh',
      `words=("$@"); CURRENT=$#; PREFIX=\${words[CURRENT]}`,
      '_dual-write-health',
    ];
    const all = printed('zsh', ['-f', '-c', script.join('\n'), 'zsh', 'dual-write-health', ...words]);
    const typed = words.at(-1)?.replace(/^--[a-z-]+=/, '') ?? '';
    return all
      .map((line) => line.replace(/:.*/, ''))
      .filter((word) => word === 'FILES' || word.startsWith(typed))
      .sort();
  };

  test.each(cases)('%s', (typed, words) => expect(offered(typed.split(' '))).toEqual(words));

  test('offers a command and files where either may follow', () => {
    expect(offered(['activity', 'pl'])).toEqual(['FILES', 'plan']);
    expect(offered(['activity', 'log.jsonl', ''])).toEqual(['FILES']);
  });

  test('takes --format=json apart', () => expect(offered(['check', '--format=sa'])).toEqual(['sarif']));

  test.each(['check hos', 'check --config hos', 'baseline '])('leaves files to the shell: %s', (typed) => {
    expect(offered(typed.split(' '))).toEqual(['FILES']);
  });
});

inShell('pwsh', 'PowerShell', () => {
  const offered = (typed: string) =>
    printed('pwsh', [
      '-NoProfile',
      '-Command',
      `. ./powershell.ps1; (TabExpansion2 'dual-write-health ${typed}' ${typed.length + 18}).CompletionMatches.CompletionText`,
    ]);

  test.each(cases)('%s', (typed, words) => expect([...offered(typed)].sort()).toEqual(words));
});

describe.each(shells)('the script for %s', (shell) => {
  const script = () => run(['completion', shell]).stdout;

  test('knows every command, option and choice', () => {
    const text = script();
    for (const command of commands) {
      expect(text).toContain(command.path.replace(/.* /, ''));
      for (const [name, option] of optionsOf(command)) {
        const word = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
        expect(text).toMatch(new RegExp(`(?:--|-l )(?:no-)?${word}\\b`));
        for (const choice of option.type === 'choice' ? option.choices : []) expect(text).toContain(choice);
      }
    }
  });
});

test('the script for PowerShell closes what it opens', () => {
  const text = run(['completion', 'powershell']).stdout.replace(/^#.*$/gm, '');
  const count = (character: string) => text.split(character).length - 1;
  expect(count("'") % 2).toBe(0);
  for (const [open = '', close = ''] of ['{}', '[]', '()'].map((pair) => pair.split(''))) {
    expect(count(open), open).toBe(count(close));
  }
});

test.each([
  ['another shell', ['completion', 'ksh'], 'Allowed choices are bash, zsh, fish, powershell.'],
  ['no shell', ['completion'], "missing required argument 'shell'"],
])('%s ends with 3 and one line', (_name, args, words) => {
  const { status, stdout, stderr } = run(args);
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  expect(stderr).toMatch(/^dual-write-health: [^\n]*\n$/);
  expect(stderr).toContain(words);
});
