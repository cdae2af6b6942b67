import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { homepage, sitePath, siteUrl } from '../../src/reporters/site-url.js';
import { npm } from '../support/install-packed.js';

// What a user downloads: the program, its schemas, the guides, and nothing else.
const root = fileURLToPath(new URL('../..', import.meta.url));
const mostBytes = 6_000_000;

interface Packed {
  readonly files: readonly { readonly path: string; readonly size: number }[];
  readonly unpackedSize: number;
}

const [packed = expect.fail('nothing is packed')] = JSON.parse(
  npm(['pack', '--dry-run', '--json', '--ignore-scripts'], root).output,
) as readonly Packed[];
const paths = packed.files.map(({ path }) => path).sort();
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const inFolder = (folder: string) => paths.filter((path) => path.startsWith(`${folder}/`));
const source = `${homepage}/blob/main/`;
const onSite = new Set([
  // The files beside pages are those that `test/site/links.test.ts` looks for.
  ...[
    '',
    'guides/',
    'workbench/',
    'collect/dual-write-health-collect.js',
    'collect/dual-write-health-collect.js.sha256',
  ],
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => sitePath(file.replaceAll('\\', '/'))),
]);
const guides = inFolder('docs').filter((path) => path.endsWith('.md'));

test('is at most 6 MB unpacked', () => expect(packed.unpackedSize).toBeLessThanOrEqual(mostBytes));

test('has these files and folders', () => {
  expect([...new Set(paths.map((path) => path.replace(/\/.*/, '/')))]).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'NOTICE',
    'README.md',
    'SECURITY.md',
    'dist/',
    'docs/',
    'package.json',
    'schema/',
  ]);
  expect(inFolder('schema').map((path) => path.replace(/^schema\/|\.schema\.json$/g, ''))).toEqual([
    'config',
    'report',
    'snapshot',
  ]);
});

test('has every file that package.json names', () => {
  const { exports, bin, main, module, types } = JSON.parse(read('package.json'));
  const named =
    JSON.stringify([exports, bin, main, module, types]).match(/(?<=")(?:\.\/)?(?:dist|schema)\/[^"]+(?=")(?!":)/g) ??
    [];
  expect(named.length).toBeGreaterThan(40);
  expect(named.map((path) => path.replace(/^\.\//, '')).filter((path) => !paths.includes(path))).toEqual([]);
});

test('of dist, it has what is reached from an entry or from the command line, all of it, and the workbench', () => {
  const { exports, imports, bin } = JSON.parse(read('package.json'));
  const entries = JSON.stringify([exports, imports, bin]).match(/(?<="(?:\.\/)?)dist\/[^"]+/g) ?? [];
  const reached = new Set<string>(['dist/workbench.html.br']);
  const queue = [...entries];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    const at = dirname(path);
    for (const [, , target = ''] of read(path).matchAll(
      /(?:from|import|require|import\()\s*\(?\s*(["'`])(\.\/[\w./-]+)\1/g,
    ))
      queue.push(posix.join(at, declared(path, target)));
  }
  expect([...reached].sort()).toEqual(inFolder('dist'));
});

test('of docs, it has the guides, and the pictures that they show', () => {
  expect(guides.map((path) => path.replace(/^docs\/|\.md$/g, ''))).toEqual([
    'commands',
    'diagnosis',
    'documents',
    'getting-started',
    'glossary',
    'governance',
    'har-walk-through',
    'inputs',
    'live-environments',
    'map-design',
    'maps',
    'operations',
    'outcomes',
    'redaction',
    'reliability',
    'solution-guides',
    'solutions',
    'testing',
    'toolbox',
    'ways-to-read',
    'workbench',
    'writing-a-rule',
    'writing-an-adapter',
  ]);
  const pictures = inFolder('docs').filter((path) => !path.endsWith('.md'));
  const shown = guides.flatMap((guide) => linksOf(guide).map((link) => posix.join('docs', link)));
  expect(pictures.filter((path) => !shown.includes(path))).toEqual([]);
});

test.each(['README.md', 'CHANGELOG.md', 'SECURITY.md', ...guides])(
  'every link of %s works from the package',
  (page) => {
    const broken = linksOf(page).flatMap((link) => {
      const [target = ''] = link.split('#');
      if (target.startsWith(siteUrl)) return onSite.has(target.slice(siteUrl.length)) ? [] : [`${link} is not a page`];
      if (target.startsWith(source))
        return existsSync(join(root, target.slice(source.length))) ? [] : [`${link} is gone`];
      if (target === '' || /^https?:/.test(target)) return [];
      return paths.includes(posix.join(dirname(page), target)) ? [] : [`${link} is not packed`];
    });
    expect(broken).toEqual([]);
  },
);

/** The file that an import means: declarations import `./x.js`, which is `./x.d.ts`. */
function declared(importer: string, target: string): string {
  const [, ending] = /\.d\.(c?ts)$/.exec(importer) ?? [];
  return ending === undefined ? target : target.replace(/\.c?js$/, `.d.${ending}`);
}

function linksOf(page: string): readonly string[] {
  const urlsIn = (node: Nodes): readonly string[] => [
    ...('url' in node ? [node.url] : []),
    ...('children' in node ? node.children.flatMap((child) => urlsIn(child)) : []),
  ];
  return urlsIn(fromMarkdown(read(page)));
}
