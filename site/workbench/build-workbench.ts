import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin, transform } from 'esbuild';
import { errorsScript } from '../../src/reporters/html/errors-script.js';
import { script } from '../../src/reporters/html/script.js';
import { style } from '../../src/reporters/html/style.js';
import { workbenchPage } from './page.js';

const folder = fileURLToPath(new URL('.', import.meta.url));

/** The scripts and the style of the workbench, as text. */
export interface WorkbenchParts {
  /** Of the page on the site, which starts the worker from its file. */
  readonly onSite: string;
  /** Of the page that is one file, which starts the worker from its own text. */
  readonly inOneFile: string;
  readonly worker: string;
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
    writeFile(join(to, 'worker.js'), parts.worker),
    writeFile(join(to, 'workbench.css'), parts.style),
    writeFile(join(out, 'workbench.html'), await workbenchFile(parts)),
  ]);
}

export async function workbenchParts(): Promise<WorkbenchParts> {
  const [onSite, inOneFile, worker, css] = await Promise.all([
    bundled('on-site.ts', 'esm'),
    bundled('in-one-file.ts', 'iife'),
    bundled('worker.ts', 'iife'),
    readFile(join(folder, 'workbench.css'), 'utf8'),
  ]);
  return { onSite, inOneFile, worker, style: (await transform(css, { loader: 'css', minify: true })).code };
}

async function bundled(entry: string, format: 'esm' | 'iife'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, entry)],
    bundle: true,
    minify: true,
    format,
    platform: 'browser',
    target: 'es2023',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
    plugins: [reportFilters, withoutExitCodes, withoutDuplicates],
  });
  return outputFiles[0]?.text ?? '';
}

/** The scripts of report pages as functions: a result in the workbench is filtered by the same code. */
const reportFilters: Plugin = {
  name: 'report-filters',
  setup(build) {
    build.onResolve({ filter: /^report-filters$/ }, ({ path }) => ({ path, namespace: 'report-filters' }));
    build.onLoad({ filter: /.*/, namespace: 'report-filters' }, () => ({
      contents: `export function filterChecks() { ${script} }\nexport function filterRows() { ${errorsScript} }`,
    }));
  },
};

/** Saved results are shown by the documents of their commands; the exit codes of those are for terminals, and need Node. */
const withoutExitCodes: Plugin = {
  name: 'without-exit-codes',
  setup(build) {
    build.onResolve({ filter: /^\.\/run\/[\w-]+\.js$/ }, ({ path }) => ({ path, namespace: 'exit-code' }));
    build.onLoad({ filter: /.*/, namespace: 'exit-code' }, () => ({ contents: 'export const exitCodeOf = () => 0;' }));
  },
};

/**
 * What is there twice so that small entries are small, or is there for programs only. The worker has all rules, which say themselves what
 * the extracts of their texts say; and it makes no JSON Schema.
 */
const withoutDuplicates: Plugin = {
  name: 'without-duplicates',
  setup(build) {
    const rules = fileURLToPath(new URL('../../src/rules', import.meta.url));
    build.onLoad({ filter: /rules[\\/]rule-texts\.ts$/ }, () => ({
      contents: `import { catalogue } from './catalogue.js';
export const ruleTexts = Object.fromEntries(catalogue.map((rule) => [rule.code, rule]));`,
      resolveDir: rules,
    }));
    build.onLoad(
      { filter: /zod[\\/]v4[\\/]core[\\/](?:json-schema-processors|to-json-schema)\.js$/ },
      async ({ path }) => {
        const names = [...(await readFile(path, 'utf8')).matchAll(/^export (?:const|function|class) (\w+)/gm)].map(
          ([, name]) => name,
        );
        return { contents: names.map((name) => `export const ${name} = () => ({});`).join('\n') };
      },
    );
  },
};

/**
 * The workbench as one file that opens from a disk and asks nothing of the network. Its policy names its script and its style by their
 * hashes, and lets it start the worker that lies in it as text.
 */
export async function workbenchFile(parts: WorkbenchParts): Promise<string> {
  const styles = (await transform(style + parts.style, { loader: 'css', minify: true })).code.trim();
  const start = inScript(parts.inOneFile);
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
