import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { tool } from '../../src/report/tool.js';
import { homepage } from '../../src/reporters/site-url.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const fileName = 'dual-write-health-collect.js';

/**
 * Writes the script into `collect/` of the site, and beside it a file with its hash that `sha256sum -c` understands.
 *
 * @returns the SHA-256 of the script
 */
export async function buildCollect(out: string): Promise<string> {
  const text = await collectText();
  const hash = createHash('sha256').update(text).digest('hex');
  const to = join(out, 'collect');
  await mkdir(to, { recursive: true });
  await writeFile(join(to, fileName), text);
  await writeFile(join(to, `${fileName}.sha256`), `${hash}  ${fileName}\n`);
  return hash;
}

/** Markdown with the hash itself where it refers to the file that has it. */
export function withHash(markdown: string, hash: string): string {
  return markdown.replaceAll(/\[[^\]]*\]\([^)]*\.sha256\)/g, `\`${hash}\``);
}

/**
 * The script as text: one classic script, with everything in it. It is not minified, because people read it before they run it; each
 * part is marked with the file that it comes from.
 */
export async function collectText(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['site/collect/collect.ts'],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2023',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [withoutUnused],
    write: false,
  });
  const [script] = outputFiles;
  const notice = await readFile(join(root, 'NOTICE'), 'utf8'); // the licenses have to be in every copy
  return `${head}${script?.text}\n/*\n${notice.replaceAll('*/', '* /')}*/\n`;
}

const head = `/*
 * Dual-write health, version ${tool.version}: reads the Dataverse or finance and operations environment of the tab in which it runs.
 *
 * License: MIT (${homepage}/blob/main/LICENSE)
 * Source:  ${homepage}, folders site/collect and src, file by file as marked below; of the script that is
 *          attached to a release, at its tag. What has no work in a tab (tokens, proxies, recordings, logs) is left out.
 *
 * What it reads in Dataverse: the environment (tenant, geography, versions), solutions, application users with their roles and teams,
 * plug-ins, companies, business units, teams with their roles, runtime configurations and table maps of dual-write, names, columns and
 * keys of tables, and which of these privileges the person has. In finance and operations: legal entities, application registrations,
 * project configurations of dual-write without their connection strings.
 * A panel lists the addresses before anything is read.
 * How: with fetch and the session of this tab, with GET only, from the host of this tab only; redirects are not followed.
 * It reads no cookies and no storage of the browser, and of the page only its address, whether Xrm or $dyn is there, and whether scripts
 * have added something to every object. It loads nothing and changes nothing but the page: it adds the panel, which Close removes.
 * The result is a redacted file that the person saves or copies. It is not sent anywhere.
 */
`;

/** Parts of the library that have no work in a tab, so that nobody has to read them. */
const withoutUnused: Plugin = {
  name: 'without-unused',
  setup(own) {
    for (const [filter, contentsOf] of unused)
      own.onLoad({ filter }, async ({ path }) => ({ contents: await contentsOf(path), resolveDir: dirname(path) }));
  },
};

const quietLogger = `const nothing = () => {};
export const createClientLogger = () => ({ error: nothing, warning: nothing, info: nothing, verbose: nothing });
export const createLoggerContext = () => ({ logger: createClientLogger(), createClientLogger });
export { nothing as getLogLevel, nothing as setLogLevel, nothing as TypeSpecRuntimeLogger };`;

const unused: readonly (readonly [path: RegExp, contentsOf: (id: string) => string | Promise<string>])[] = [
  // What Azure libraries write to a log.
  [/ts-http-runtime[\\/]dist[\\/]browser[\\/]logger[\\/]logger\.js$/, () => quietLogger],
  // Their headers and traces, and bodies of requests. What is left are the policies of src/adapters/odata.
  [
    /core-rest-pipeline[\\/]dist[\\/]browser[\\/]createPipelineFromOptions\.js$/,
    () => "export { createEmptyPipeline as createPipelineFromOptions } from './pipeline.js';",
  ],
  // Tokens and the words for those that are refused.
  [/odata[\\/]authentication\.ts$/, () => 'export const authenticationPolicy = undefined;'],
  [/odata[\\/]entra-refusal\.ts$/, () => 'export const entraRefusal = () => undefined;'],
  // Proxies are the business of the browser.
  [/odata[\\/]proxy\.ts$/, () => "import { ok } from 'neverthrow';\nexport const proxyFor = () => ok(undefined);"],
  [
    /odata[\\/]environment-proxy-policy\.ts$/,
    () =>
      "export const refusedByProxy = undefined;\nexport const environmentProxyPolicy = () => ({ name: 'none', sendRequest: (request, next) => next(request) });",
  ],
  // A tab has no recordings.
  [
    /recorded[\\/]har-answers\.ts$/,
    () => 'export const isHar = () => false;\nexport const answersOfHar = () => ({ answers: [] });',
  ],
  // Settings that all copies of zod in a page share: this one neither takes those of the page nor leaves its own.
  [/zod[\\/]v4[\\/]core[\\/](?:core|registries)\.js$/, ofItsOwn],
  // JSON Schema is not written, and checks of rows are not compiled.
  [/zod[\\/]v4[\\/]core[\\/](?:json-schema-processors|to-json-schema|doc)\.js$/, withoutBodies],
];

async function ofItsOwn(id: string): Promise<string> {
  return `const own = {};\n${(await readFile(id, 'utf8')).replaceAll('globalThis', 'own')}`;
}

/** What a module exports, without what it does. */
async function withoutBodies(id: string): Promise<string> {
  const exported = (await readFile(id, 'utf8')).matchAll(/^export (?:const|function|class) (\w+)/gm);
  return [...exported].map(([, name]) => `export const ${name} = () => ({});`).join('\n');
}
