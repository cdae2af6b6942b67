import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fc, test as property } from '@fast-check/vitest';
import { XmlDocument } from 'libxml2-wasm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { flagOf, optionsOf } from '../../src/cli/command-options.js';
import { commands } from '../../src/cli/commands/index.js';
import type { Argument, CommandDefinition, Option } from '../../src/cli/define-command.js';
import { everyFile } from '../support/every-file.js';
import { runs } from '../support/fuzz.js';
import { mutated, mutatedText, oddTexts } from '../support/mutations.js';
import { type Ended, runMain } from '../support/run-main.js';

// Command lines from the grammar of the commands, in this process: what is odd is said in one line, and what is shown is sound.

const folder = mkdtempSync(join(tmpdir(), 'command-lines-'));
const files = await everyFile();
const small = [...files].filter(([, content]) => content.length < 60_000).map(([name]) => name);
const environment = { ...process.env };

beforeAll(() => {
  // No program to sign in with, no token, no color: what the machine of a developer has decides nothing.
  for (const name of Object.keys(process.env)) if (/TOKEN|AZURE|PROXY|COLOR/i.test(name)) delete process.env[name];
  process.env.PATH = folder;
  process.env.NO_COLOR = '1';
});
/** The property may end within a run, by its time limit: what comes next waits for it. */
let running: Promise<unknown> | undefined;
afterEach(() => running);
afterAll(() => {
  Object.assign(process.env, environment);
  rmSync(folder, { recursive: true });
});

/** The folder as each run finds it. */
function prepare(changed: string | undefined): void {
  rmSync(folder, { recursive: true });
  mkdirSync(join(folder, 'answers'), { recursive: true });
  mkdirSync(join(folder, 'empty-folder'));
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  writeFileSync(join(folder, 'answers/companies.json'), files.get('companies.json') ?? '');
  writeFileSync(join(folder, 'empty.json'), '');
  writeFileSync(join(folder, 'blank.json'), ' \n');
  writeFileSync(
    join(folder, 'binary.bin'),
    new Uint8Array(300).map((_, index) => (index * 7) % 256),
  );
  writeFileSync(join(folder, 'half.json'), (files.get('report.json') ?? '').slice(0, 5_000));
  writeFileSync(join(folder, 'a name with blanks.json'), files.get('healthy.json') ?? '');
  writeFileSync(join(folder, 'changed.json'), changed ?? '');
}

const odd = fc.constantFrom(
  ...oddTexts.filter((text) => text !== 'NaN' && !text.includes('\u0000')),
  '--',
  '-',
  '-x',
  '--nope',
  'a,b,,c',
);
const soundFile = fc.constantFrom(...files.keys());
const file = fc.oneof(
  { weight: 8, arbitrary: soundFile },
  { weight: 3, arbitrary: fc.constant('changed.json') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...['missing.json', 'empty-folder', 'answers', 'empty.json', 'blank.json', 'binary.bin', 'half.json', '-', '.'],
      ...['a name with blanks.json', './healthy.json', 'answers/*.json', '*.nothing', 'none/x.json', 'con', '~/x.json'],
    ),
  },
  { weight: 1, arbitrary: odd },
);
const words = fc.constantFrom(
  ...['DWDVEV1007', 'dataverse-duplicate-key', '0x80040237', 'records do not sync', 'Unable to write data to entity x'],
  ...[
    'qqq zzz',
    'checks',
    'new-environment',
    'accounts - Customers V3',
    'Customers V3 (accounts)',
    'Vendors',
    '1.0.0.5',
  ],
  ...['2026-11-20', '2026-11-20T10:00:00Z', '7.7', 'none', 'USMF,DEMF', 'https://contoso.crm4.dynamics.com', '100'],
);
/** Only such as lead nowhere: nothing is sent from a test. */
const notAnAddress = fc.constantFrom(
  '',
  'contoso',
  'http://',
  'https://[',
  'ftp://contoso',
  'javascript:alert(1)',
  ' ',
);
const newFile = fc.constantFrom('out.json', 'out.html', 'none/out.json', 'empty-folder', 'healthy.json', '', '-');

function argumentOf(argument: Argument): fc.Arbitrary<readonly string[]> {
  switch (argument.type) {
    case 'file':
      return fc.array(file, { minLength: 1, maxLength: 1 });
    case 'files':
      return fc.array(file, { maxLength: 3 });
    case 'choice':
      return fc.array(fc.oneof(fc.constantFrom(...argument.choices), odd), { maxLength: 1 });
    default:
      return fc.array(fc.oneof(file, words, odd), { minLength: 1, maxLength: 2 });
  }
}

function optionOf(name: string, option: Option): fc.Arbitrary<readonly string[]> {
  const flag = flagOf(name, option);
  const isAddress = /^(?:dataverse|finops|powerPlatform|environmentId)$/.test(name);
  const value = isAddress
    ? notAnAddress
    : name === 'output'
      ? newFile
      : option.type === 'choice'
        ? fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...option.choices) }, { weight: 1, arbitrary: odd })
        : option.type === 'file' || option.type === 'files'
          ? file
          : fc.oneof({ weight: 4, arbitrary: words }, { weight: 1, arbitrary: odd });
  const typed =
    option.type === 'flag' || option.type === 'negated'
      ? fc.constant([flag])
      : fc.oneof(
          { weight: 6, arbitrary: value.map((one) => [flag, one]) },
          { weight: 2, arbitrary: value.map((one) => [`${flag}=${one}`]) },
          { weight: 1, arbitrary: fc.constant([flag]) },
        );
  return fc.array(typed, { minLength: 1, maxLength: 2 }).map((times) => times.flat());
}

interface Line {
  readonly typed: readonly string[];
  /** The documented exit codes. */
  readonly codes: readonly number[];
  readonly usualFormat: string | undefined;
}

function lineOf(command: CommandDefinition): fc.Arbitrary<Line> {
  const path = command.isDefault === true ? [] : command.path.split(' ');
  const options = optionsOf(command).map(([name, option]) => ({
    isRequired: 'isRequired' in option,
    typed: optionOf(name, option),
  }));
  const chosen = fc
    .tuple(fc.subarray(options, { maxLength: Math.min(3, options.length) }), fc.nat({ max: 9 }))
    .chain(([some, dice]) => {
      const required = options.filter((option) => option.isRequired && !some.includes(option) && dice > 0);
      return fc.tuple(...[...required, ...some].map(({ typed }) => typed));
    });
  const given = fc.tuple(...Object.values(command.arguments).map(argumentOf));
  return fc.tuple(given, chosen, fc.boolean()).map(([args, opts, isOptionsFirst]) => ({
    codes: [...Object.keys(command.exitCodes).map(Number), 3],
    usualFormat: command.formats[0],
    typed: [...path, ...(isOptionsFirst ? [...opts.flat(), ...args.flat()] : [...args.flat(), ...opts.flat()])],
  }));
}

const line = fc.constantFrom(...commands).chain(lineOf);
const changedFile = mutatedText(
  mutated(small.filter((name) => name.endsWith('.json')).map((name) => JSON.parse(String(files.get(name))))).map(
    (value) => JSON.stringify(value) ?? '',
  ),
  1,
);
const standardInput = fc.oneof(
  fc.constant(''),
  fc.constantFrom(...small).map((name) => files.get(name) ?? ''),
);

/** What a format must be, by the word after `--format`. */
function expectSound(text: string, format: string | undefined): void {
  expect(text).not.toBe('');
  if (format !== 'html') expect(text.replaceAll(/[\n\t]/g, '')).not.toMatch(/\p{Cc}/u);
  if (format === 'json' || format === 'sarif') expect(JSON.parse(text)).toBeTypeOf('object');
  if (format === 'junit') XmlDocument.fromString(text).dispose();
  if (format === 'html') expect(text).toMatch(/^<!doctype html>/i);
  expect(text.replace(/<script>[\s\S]*?<\/script>/g, '')).not.toMatch(/\[object \w+\]|\bundefined\b/);
}

function expectSaid({ status, stdout, stderr }: Ended): void {
  expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
  const lines = stderr.trimEnd().split('\n');
  expect(lines.at(-1)).toMatch(/^dual-write-health: \S/);
  expect(lines.filter((one) => one.startsWith('dual-write-health: '))).toHaveLength(1);
}

/** The files that are not what they were before. */
function writtenOver(): readonly string[] {
  return [...files]
    .filter(([name, content]) => !readFileSync(join(folder, name)).equals(Buffer.from(content)))
    .map(([name]) => name);
}

property.prop([line, changedFile, standardInput], { numRuns: runs(200) })(
  'any command line ends as it is documented',
  async (one, changed, input) => {
    prepare(changed);
    const before = readdirSync(folder);
    const run = runMain(one.typed, folder, input);
    running = run;
    const ended = await run;
    const { status, stdout, stderr } = ended;
    expect(one.codes, stderr).toContain(status);
    expect(stderr).not.toMatch(/internal error|\n\s+at |node:|\[object \w+\]|\bundefined\b|\bNaN\b/);
    expect(stderr.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    // What is written over is the output, and nothing that is read.
    for (const name of writtenOver())
      expect(one.typed.filter((word) => word.includes(name) || word === '.')).toHaveLength(1);
    if (status === 3) {
      expectSaid(ended);
      expect(readdirSync(folder)).toEqual(before);
    } else if (stdout !== '') {
      const chosen = one.typed.flatMap((word, at) =>
        word === '--format' ? (one.typed[at + 1] ?? []) : (/^--format=(.*)/.exec(word)?.[1] ?? []),
      );
      expectSound(stdout, chosen.at(-1) ?? one.usualFormat);
    }
  },
);

describe('lines that the property found', () => {
  test.each([
    ['a blank for a file', ['maps', 'list', ' '], 'expected a file, not nothing'],
    ['a blank for a log', ['diagnose', ' ', '--lines'], 'expected a file or text, not nothing'],
    ['a result over a file of the folder that is read', ['check', '.', '-o', 'healthy.json'], 'is what is read'],
    ['the same by another way', ['check', 'answers', '-o', './answers/companies.json'], 'is what is read'],
  ])('%s', async (_name, typed, words) => {
    prepare(undefined);
    const ended = await runMain(typed, folder);
    expectSaid(ended);
    expect(ended.stderr).toContain(words);
    expect(writtenOver()).toEqual([]);
  });

  test('a new file in a folder that is read is written', async () => {
    prepare(undefined);
    expect(await runMain(['check', 'answers', '-o', 'answers/new.json'], folder)).toMatchObject({ stdout: '' });
    expect(readdirSync(join(folder, 'answers'))).toContain('new.json');
  });
});
