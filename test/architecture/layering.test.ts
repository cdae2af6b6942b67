import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../../src', import.meta.url));

/** The one-way arrow: a folder imports itself and the folders before it. */
const order = [
  'facts',
  'maps',
  'rules',
  'engine',
  'govern',
  'report',
  'diagnosis',
  'solutions',
  'sync-errors',
  'alerts',
  'activity',
  'reporters',
];
/** The composition: snapshot to report, then adapter to report. */
const composition = ['evaluate-snapshot', 'check', 'check-fleet'];
/** These may see everything before them, and the composition. */
const ends = ['adapters', 'inputs', 'testing', 'node', 'cli'];
const openToAll = ['fault'];
/** Entries of the package that put layers together; nothing imports them. */
const entries = ['index', 'maps-and-solutions'];

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

test.each(files)('%s imports only what lies before it', (file) => {
  const layer = layerOf(file);
  for (const target of relativeImports(file)) {
    const targetLayer = layerOf(target);
    if (openToAll.includes(targetLayer) || targetLayer === layer) continue;
    expect(mayImport(layer, targetLayer), `${file} imports ${target}`).toBe(true);
  }
});

test('no file imports itself in a circle, types included', () => {
  const done = new Set<string>();
  const circleFrom = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const target of relativeImports(file)) {
      const circle = circleFrom(target, [...path, file]);
      if (circle !== undefined) return circle;
    }
    done.add(file);
    return undefined;
  };
  expect(files.flatMap((file) => circleFrom(file, []) ?? [])).toEqual([]);
});

test('only the Node ends import from Node', () => {
  const offenders = files.filter(
    (file) => !['node', 'cli'].includes(layerOf(file)) && source(file).includes("from 'node:"),
  );
  expect(offenders).toEqual([]);
});

test('only the command line knows the process', () => {
  const uses = files.flatMap((file) => {
    if (layerOf(file) === 'cli') return [];
    return [...withoutComments(source(file)).matchAll(/\bprocess\??\.\w+/g)].map(([use]) => `${file}: ${use}`);
  });
  // Proxies are named in the environment, and must count for whoever uses the adapters from code.
  expect(uses).toEqual(['adapters/odata/proxy.ts: process?.env']);
});

test('no time limit is left to AbortSignal.timeout, which Node 20 may collect before its time is over', () => {
  expect(files.filter((file) => withoutComments(source(file)).includes('AbortSignal.timeout('))).toEqual([]);
});

test('maps and rules are free of zod, clocks and chance', () => {
  const offenders = files.filter(
    (file) =>
      ['maps', 'rules'].includes(layerOf(file)) &&
      /from 'zod|Date\.now|new Date|Math\.random/.test(withoutComments(source(file))),
  );
  expect(offenders).toEqual([]);
});

test('there is one try around readers and one around rules, and none elsewhere in the core', () => {
  const core = files.filter((file) => !ends.includes(layerOf(file)));
  const withTry = core.filter((file) => /\btry \{/.test(source(file)));
  // gather's second one guards the caller's listener.
  expect(withTry.sort()).toEqual(['engine/judge.ts', 'facts/gather-snapshot.ts', 'facts/read-fact.ts']);
});

function mayImport(from: string, to: string): boolean {
  if (entries.includes(from) || ends.includes(from))
    return !entries.includes(to) && (ends.indexOf(to) < 0 || ends.indexOf(to) < ends.indexOf(from));
  if (composition.includes(from)) return [...order, ...composition.slice(0, composition.indexOf(from))].includes(to);
  return order.includes(to) && order.indexOf(to) < order.indexOf(from);
}

function layerOf(file: string): string {
  const [first = ''] = file.split('/');
  return first.replace(/\.ts$/, '');
}

function relativeImports(file: string): readonly string[] {
  const specifiers = [...source(file).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(
    ([, specifier]) => specifier ?? '',
  );
  return specifiers.map((specifier) => normalize(join(dirname(file), specifier)).replace(/\.js$/, '.ts'));
}

function source(file: string): string {
  return readFileSync(join(src, file), 'utf8');
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}
