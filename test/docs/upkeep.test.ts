import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as sources from '../../src/rules/remediation/sources.js';

// CONTRIBUTING.md says which command does what, and what has to be looked at again, when it was looked at, and where.
const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('CONTRIBUTING.md');
const { scripts } = JSON.parse(read('package.json'));

const [, ageing = ''] = page.split('## What ages\n');
const rows = ageing
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| What |'))
  .map((line) => line.slice(2, -2).split(' | '));
const filesOf = (where = '') => [...where.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);

describe('what ages', () => {
  test('is a list', () => expect(rows.length).toBeGreaterThan(20));

  test.each(rows)('%s', (what, where, source, month, ...rest) => {
    expect([what, rest]).toEqual([what, []]);
    expect(filesOf(where).length).toBeGreaterThan(0);
    expect(filesOf(where).filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(source?.trim()).not.toBe('');
    expect(month).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])$/);
  });

  test('names the sources that its rules cite', () => {
    const titles = Object.values(sources).map(({ title }) => title);
    const ofRules = rows.filter(([, where = '']) => where.includes('`src/rules/') && !where.includes('/remediation/'));
    expect(
      ofRules.map(([, , source = '']) => source.replace(/^\*|\*$/g, '')).filter((title) => !titles.includes(title)),
    ).toEqual([]);
  });

  test('has every file of a rule with a version of a product in it', () => {
    const named = new Set(rows.flatMap(([, where]) => filesOf(where)));
    const files = readdirSync(join(root, 'src/rules'), { recursive: true, encoding: 'utf8' })
      .map((file) => `src/rules/${file.replaceAll('\\', '/')}`)
      .filter((file) => file.endsWith('.ts'));
    const withVersion = files.filter((file) =>
      /'\d+\.\d+\.\d+(?:\.\d+)?'/.test(read(file).replace(/since: '[^']*'/g, '')),
    );
    expect(withVersion.length).toBeGreaterThan(8);
    expect(withVersion.filter((file) => !named.has(file))).toEqual([]);
  });
});

describe('commands', () => {
  const internal = ['build', 'start', 'test'];
  const named = new Set([...page.matchAll(/`npm (?:run )?([\w:-]+)/g)].map(([, name = '']) => name));

  test('each script of package.json is explained', () => {
    expect(Object.keys(scripts).filter((name) => !named.has(name) && !internal.includes(name))).toEqual([]);
  });

  test('each that is named is there', () => {
    expect([...named].filter((name) => !(name in scripts) && !['ci', 'install'].includes(name))).toEqual([]);
  });
});

describe('editors', () => {
  test('format as Biome does', () => {
    const { formatter } = JSON.parse(read('biome.json'));
    const settings = Object.fromEntries(
      [...read('.editorconfig').matchAll(/^(\w+) = (.*)$/gm)].map(([, key, value]) => [key, value]).reverse(),
    );
    expect(settings).toMatchObject({
      indent_style: formatter.indentStyle,
      indent_size: String(formatter.indentWidth),
      max_line_length: String(formatter.lineWidth),
      end_of_line: 'lf',
    });
  });

  test('have tasks for scripts, and programs, that there are', () => {
    const { tasks } = JSON.parse(read('.vscode/tasks.json'));
    expect(tasks.map(({ script }: { script: string }) => script).filter((name: string) => !(name in scripts))).toEqual(
      [],
    );
    const { configurations } = JSON.parse(read('.vscode/launch.json'));
    for (const { program } of configurations)
      expect(existsSync(join(root, program.replace(/^.*Folder\}\//, '')))).toBe(true);
  });
});
