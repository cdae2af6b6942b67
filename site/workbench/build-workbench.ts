import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { build, type Plugin } from 'rolldown';
import { errorsScript } from '../../src/reporters/html/errors-script.js';
import { script } from '../../src/reporters/html/script.js';
import { style } from '../../src/reporters/html/style.js';
import { forBrowsers } from '../for-browsers.js';
import { workbenchPage } from './page.js';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** The scripts and the style of the workbench, as text. */
export interface WorkbenchParts {
  /** Of the page on the site, which starts the worker from its file. */
  readonly onSite: string;
  /** Of the page that is one file, which starts the worker from its own text. */
  readonly inOneFile: string;
  /** With everything in it. */
  readonly worker: string;
  /** It reads what the site has as files of their own. */
  readonly workerOnSite: string;
  /** What the workbench adds to the style of reports. */
  readonly style: string;
}

/** Writes the scripts, the worker and the style of the workbench into `workbench/` of the site, and the page that is one file. */
export async function buildWorkbench(out: string): Promise<void> {
  const parts = await workbenchParts();
  const to = join(out, 'workbench');
  await mkdir(to, { recursive: true });
  await Promise.all([
    writeFile(join(to, 'workbench.js'), parts.onSite),
    writeFile(join(to, 'worker.js'), parts.workerOnSite),
    writeFile(join(to, 'workbench.css'), parts.style),
    writeFile(join(out, 'workbench.html'), await workbenchFile(parts)),
  ]);
}

export async function workbenchParts(): Promise<WorkbenchParts> {
  const [onSite, inOneFile, worker, workerOnSite, css] = await Promise.all([
    bundled('on-site.ts', 'esm'),
    bundled('in-one-file.ts', 'iife'),
    bundled('worker.ts', 'iife'),
    bundled('worker.ts', 'iife', [filesOfSite]),
    readFile(join(folder, 'workbench.css'), 'utf8'),
  ]);
  return {
    onSite,
    inOneFile,
    worker,
    workerOnSite,
    style: (await transform(css, { loader: 'css', minify: true })).code,
  };
}

/** One script with everything in it: nothing is loaded later. */
async function bundled(entry: string, format: 'esm' | 'iife', more: readonly Plugin[] = []): Promise<string> {
  const { output } = await build({
    ...forBrowsers,
    input: join(folder, entry),
    plugins: [...more, reportFilters, smallerModules],
    output: { format, codeSplitting: false, minify: true, comments: false },
    write: false,
  });
  return output[0].code;
}

/** The scripts of report pages as functions: a result in the workbench is filtered by the same code. */
const reportFilters: Plugin = {
  name: 'report-filters',
  resolveId: (id) => (id === 'report-filters' ? id : undefined),
  load: (id) =>
    id === 'report-filters'
      ? `export function filterChecks(addEventListener) { ${script} }\nexport function filterRows(addEventListener) { ${errorsScript} }`
      : undefined,
};

/** Modules whose work others of the workbench do too, or nobody in it, as less. */
const smallerModules: Plugin = {
  name: 'smaller-modules',
  load: (id) => smaller.find(([path]) => path.test(id))?.[1](id),
};

/**
 * What pages of the site load anyway, as files that the worker has in common with them. They are read at once: a worker that waits
 * loses what it is sent meanwhile.
 */
const filesOfSite: Plugin = {
  name: 'files-of-site',
  load: async (id) => {
    if (/diagnosis[\\/]symptoms\.ts$/.test(id))
      return `${readAtOnce}export const symptoms = JSON.parse(read('../symptoms.json'));`;
    if (!/reporters[\\/]html[\\/]style\.ts$/.test(id)) return undefined;
    return `${readAtOnce}export const style = read('../report.css');\nexport const styleHash = '${hashOf(await reportStyle())}';`;
  },
};

const readAtOnce = `function read(address) {
  const request = new XMLHttpRequest();
  request.open('GET', address, false);
  request.send();
  if (request.status !== 200) throw new Error(address + ' answers with ' + request.status);
  return request.responseText;
}
`;

/** The style of reports as the site and exported reports have it. */
export async function reportStyle(): Promise<string> {
  return (await transform(style, { loader: 'css', minify: true })).code;
}

type Contents = string | Promise<string>;

const smaller: readonly (readonly [path: RegExp, contentsOf: (id: string) => Contents])[] = [
  // Extracts of the rules, so that small entries need not have all of them. The workbench has.
  [
    /rules[\\/]rule-texts\.ts$/,
    () => ofCatalogue('ruleTexts', 'Object.fromEntries(catalogue.map((rule) => [rule.code, rule]))'),
  ],
  [/rules[\\/]catalogue-outline\.ts$/, () => ofCatalogue('catalogueOutline', 'catalogue')],
  // A faster answer for what the schema of snapshots accepts; the schema is asked next.
  [/facts[\\/]is-snapshot\.ts$/, () => 'export const isSnapshot = () => false;'],
  // The workbench writes no JSON Schema.
  [/zod[\\/]v4[\\/]core[\\/](?:json-schema-processors|to-json-schema)\.js$/, withoutBodies],
  // Of the pages that are exported.
  [/reporters[\\/]html[\\/]style\.ts$/, () => minified({ style }, 'css')],
  [/reporters[\\/]html[\\/]script\.ts$/, () => minified({ script }, 'js')],
  [/reporters[\\/]html[\\/]errors-script\.ts$/, () => minified({ errorsScript }, 'js')],
];

function ofCatalogue(name: string, expression: string): string {
  return `import { catalogue } from './catalogue.js';\nexport const ${name} = ${expression};`;
}

/** What a module exports, without what it does. */
async function withoutBodies(id: string): Promise<string> {
  const exported = (await readFile(id, 'utf8')).matchAll(/^export (?:const|function|class) (\w+)/gm);
  return [...exported].map(([, name]) => `export const ${name} = () => ({});`).join('\n');
}

/** A style or script of report pages with its hash, by its name. */
async function minified(named: Readonly<Record<string, string>>, loader: 'css' | 'js'): Promise<string> {
  const [[name, text] = ['', '']] = Object.entries(named);
  const { code } = await transform(text, { loader, minify: true });
  return `export const ${name} = ${JSON.stringify(code)};\nexport const ${name}Hash = '${hashOf(code)}';`;
}

/**
 * The workbench as one file that opens from a disk and asks nothing of the network. Its policy names its script and its style by their
 * hashes, and lets it start the worker that lies in it as text.
 */
export async function workbenchFile(parts: WorkbenchParts): Promise<string> {
  const styles = (await transform(style + parts.style, { loader: 'css', minify: true })).code.trim();
  const start = inScript(parts.inOneFile);
  const notice = await readFile(join(folder, '../../NOTICE'), 'utf8'); // the licenses have to be in every copy
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(start)}'`,
    `style-src '${hashOf(styles)}'`,
    "img-src 'self' data:",
    'worker-src blob:',
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Workbench – dual-write health</title>
<style>${styles}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the workbench</a>
<header><p>Dual-write health</p></header>
<main id="main" tabindex="-1">
${workbenchPage()}</main>
<footer><p>This page is one file. It loads nothing and sends nothing. Not a product of Microsoft.</p></footer>
<script type="text/plain" id="wb-worker">${inScript(parts.worker)}</script>
<script>${start}</script>
<!--
${notice.replaceAll('--', '–')}-->
</body>
</html>
`;
}

/** A script that can be in a page: in strings and patterns, which are all that holds such text, the sign has another spelling. */
function inScript(text: string): string {
  return text.trim().replace(/<(?=!--|\/?script)/gi, '\\x3C');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
