import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { build, type Plugin } from 'rolldown';
import { once } from '../../src/facts/once.js';
import { errorsScript } from '../../src/reporters/html/errors-script.js';
import { pageStart } from '../../src/reporters/html/page-start.js';
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
    writeFile(join(to, 'report-filters.js'), await filtersModule()),
    writeFile(join(to, 'workbench.css'), parts.style),
    writeFile(join(out, 'workbench.html'), await workbenchFile(parts)),
  ]);
}

export async function workbenchParts(): Promise<WorkbenchParts> {
  const [onSite, inOneFile, worker, workerOnSite, css] = await Promise.all([
    bundled('on-site.ts', 'esm', [filesOfSite]),
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
    style: await minified(css, 'css'),
  };
}

/** One script with everything in it: nothing is loaded later. */
export async function bundled(entry: string, format: 'esm' | 'iife', more: readonly Plugin[] = []): Promise<string> {
  const { output } = await build({
    ...forBrowsers,
    input: join(folder, entry),
    plugins: [...more, reportFilters, smallerModules],
    output: { format, codeSplitting: false, minify: true, comments: false },
    write: false,
  });
  return output[0].code;
}

const reportFilters: Plugin = {
  name: 'report-filters',
  resolveId: (id) => (id === 'report-filters' ? id : undefined),
  load: (id) => (id === 'report-filters' ? filtersModule() : undefined),
};

/** The scripts of report pages as functions: a result in the workbench is filtered by the same code. */
async function filtersModule(): Promise<string> {
  const { script, errorsScript } = await filterScripts();
  return `export function filterChecks(addEventListener){${script}}
export function filterRows(addEventListener){${errorsScript}}
`;
}

const filterScripts = once(async () => {
  const [checks, rows] = await Promise.all([minified(script, 'js'), minified(errorsScript, 'js')]);
  return { script: checks, errorsScript: rows };
});

/** Modules whose work others of the workbench do too, or nobody in it, as less. */
const smallerModules: Plugin = {
  name: 'smaller-modules',
  load: (id) => smaller.find(([path]) => path.test(id))?.[1](id),
};

/** On the site, the page and its worker have some files in common, with each other or with the other pages. */
const filesOfSite: Plugin = {
  name: 'files-of-site',
  resolveId(id) {
    if (id === 'report-filters') return { id: './report-filters.js', external: true };
    return id === 'file-of-site' ? id : undefined;
  },
  load: (id) => (id === 'file-of-site' ? readAtOnce : fromFiles.find(([path]) => path.test(id))?.[1]()),
};

/** A worker that waits for a file loses what it is sent meanwhile, so it does not wait. */
const readAtOnce = `export function read(address) {
  const request = new XMLHttpRequest();
  request.open('GET', address, false);
  request.send();
  if (request.status !== 200) throw new Error(address + ' answers with ' + request.status);
  return request.responseText;
}
`;

const fromFiles: readonly (readonly [path: RegExp, contentsOf: () => Contents])[] = [
  [/diagnosis[\\/]symptoms\.ts$/, () => fromFile('symptoms', "JSON.parse(read('../symptoms.json'))")],
  [
    /reporters[\\/]html[\\/]style\.ts$/,
    async () => fromFile('style', "read('../report.css')", hashOf(await reportStyle())),
  ],
  [/reporters[\\/]html[\\/]script\.ts$/, () => scriptFromFile('script')],
  [/reporters[\\/]html[\\/]errors-script\.ts$/, () => scriptFromFile('errorsScript')],
];

async function scriptFromFile(name: 'script' | 'errorsScript'): Promise<string> {
  const text = (await filterScripts())[name];
  const start = (await filtersModule()).indexOf(text);
  return fromFile(name, `read('report-filters.js').slice(${start}, ${start + text.length})`, hashOf(text));
}

function fromFile(name: string, reading: string, hash?: string): string {
  const hashed = hash === undefined ? '' : `export const ${name}Hash = '${hash}';`;
  return `import { read } from 'file-of-site';\nexport const ${name} = ${reading};\n${hashed}`;
}

/** The style of reports as the site and exported reports have it. */
export const reportStyle = once(() => minified(style, 'css'));

type Contents = string | Promise<string>;

const smaller: readonly (readonly [path: RegExp, contentsOf: (id: string) => Contents])[] = [
  // Extracts of the rules, so that small entries need not have all of them. The workbench has.
  [
    /rules[\\/]rule-texts\.ts$/,
    () => ofCatalogue('ruleTexts', 'Object.fromEntries(catalogue.map((rule) => [rule.code, rule]))'),
  ],
  [/rules[\\/]catalogue-outline\.ts$/, () => ofCatalogue('catalogueOutline', 'catalogue')],
  [/rules[\\/]explained-topics\.ts$/, () => explainedTopics],
  // Faster answers for what the schemas accept; the schemas are asked next.
  [/facts[\\/]is-snapshot\.ts$/, () => 'export const isSnapshot = () => false;'],
  [/facts[\\/]quick-parser\.ts$/, () => slowParser],
  // Alphabets and tables of many code pages.
  [/inputs[\\/]code-page\.ts$/, () => `export * from ${JSON.stringify(join(folder, 'western-code-page.ts'))};`],
  // Loaded with the rest.
  [/solutions[\\/]load-xml-library\.ts$/, () => xmlLibrary],
  // The workbench writes no JSON Schema.
  [/zod[\\/]v4[\\/]core[\\/](?:json-schema-processors|to-json-schema)\.js$/, withoutBodies],
  // Results that are promises are iterated by nobody in it.
  [/neverthrow[\\/]dist[\\/]index\.es\.js$/, withoutIteration],
  // Of the pages that are exported.
  [/reporters[\\/]html[\\/]style\.ts$/, async () => hashed('style', await reportStyle())],
  [/reporters[\\/]html[\\/]script\.ts$/, async () => hashed('script', (await filterScripts()).script)],
  [
    /reporters[\\/]html[\\/]errors-script\.ts$/,
    async () => hashed('errorsScript', (await filterScripts()).errorsScript),
  ],
];

const xmlLibrary = `import { okAsync } from 'neverthrow';
import { Parser } from 'saxen';
export const loadXmlLibrary = () => okAsync({ Parser });
`;

const slowParser = `import { inOurWords } from './parse-with.js';
export const quickParser = (schema) => (input) => schema.safeParse(input, inOurWords);
`;

const explainedTopics = `import { topics } from '../diagnosis/all-topics.js';
export const explainedTopics = {
  get(code) {
    const ids = topics.filter(({ rules }) => rules.includes(code)).map(({ id }) => id);
    return ids.length > 0 ? ids : undefined;
  },
};
`;

function ofCatalogue(name: string, expression: string): string {
  return `import { catalogue } from './catalogue.js';\nexport const ${name} = ${expression};`;
}

/** Without what a compiler added for asynchronous generators. */
async function withoutIteration(id: string): Promise<string> {
  const added = /^function (__values|__await|__async(?:Generator|Delegator|Values))\(.*?^}/gms;
  return (await readFile(id, 'utf8')).replaceAll(added, 'const $1 = undefined;');
}

/** What a module exports, without what it does. */
async function withoutBodies(id: string): Promise<string> {
  const exported = (await readFile(id, 'utf8')).matchAll(/^export (?:const|function|class) (\w+)/gm);
  return [...exported].map(([, name]) => `export const ${name} = () => ({});`).join('\n');
}

/** A style or script of report pages, with its hash. */
function hashed(name: string, text: string): string {
  return `export const ${name} = ${JSON.stringify(text)};\nexport const ${name}Hash = '${hashOf(text)}';`;
}

async function minified(text: string, loader: 'css' | 'js'): Promise<string> {
  return (await transform(text, { loader, minify: true })).code.trim();
}

/**
 * The workbench as one file that opens from a disk and asks nothing of the network. Its policy names its script and its style by their
 * hashes, and lets it start the worker that lies in it as text.
 */
export async function workbenchFile(parts: WorkbenchParts): Promise<string> {
  const styles = await minified(style + parts.style, 'css');
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
  return `${pageStart(policy, 'Workbench – dual-write health').markup}<style>${styles}</style>
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
