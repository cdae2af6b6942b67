/**
 * Writes everything that is generated from the catalogue: `docs/rules`, the JSON Schemas, tables in docs, the rule exports, the
 * tool version and the sample environments. With `--check` it writes nothing and fails on any difference.
 *
 * In three steps, because the later ones load what the earlier ones write.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listOfAllTopics } from './generate/all-topics.js';
import { listsOfFactNames } from './generate/fact-names.js';
import { typesOfFacts } from './generate/fact-types.js';
import { exportsOfAllRules } from './generate/rule-exports.js';
import { sourceDocumentFiles } from './generate/source-documents.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const isCheck = process.argv.includes('--check');
const paths = new Set<string>();
const drifted: string[] = [];

await write(await exportsAndData());
await write(await (await import('./generate/lists.js')).lists(root));
await write(await (await import('./generate/pages.js')).pages(root));

const strays = (
  await Promise.all(
    ['docs/rules', 'docs/errors', 'schema', 'examples/environments', 'examples/har'].map(async (folder) =>
      (await readdir(join(root, folder)).catch(() => [])).map((file) => `${folder}/${file}`),
    ),
  )
)
  .flat()
  .filter((path) => !paths.has(path));

if (!isCheck) await Promise.all(strays.map((path) => rm(join(root, path))));

for (const path of drifted) console.log(isCheck ? `out of date: ${path}` : `written: ${path}`);
for (const path of strays) console.log(isCheck ? `no longer generated: ${path}` : `removed: ${path}`);
if (isCheck && drifted.length + strays.length > 0) {
  console.error('Run `npm run generate` and commit the result.');
  process.exitCode = 1;
}

/** The exports of every rule and topic file, the version, and the committed parts of external documents. */
async function exportsAndData(): Promise<ReadonlyMap<string, string>> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const tool = await readFile(join(root, 'src/report/tool.ts'), 'utf8');
  return new Map([
    ['src/facts/fact-names.ts', listsOfFactNames()],
    ['src/facts/facts.ts', typesOfFacts()],
    ['src/rules/all-rules.ts', await exportsOfAllRules(root, await sourcesIn('src/rules'))],
    ['src/diagnosis/all-topics.ts', await listOfAllTopics(root, await sourcesIn('src/diagnosis/topics'))],
    ['src/report/tool.ts', tool.replace(/version: '[^']*'/, `version: '${version}'`)],
    ...sourceDocumentFiles(join(root, '../shared')),
  ]);
}

async function sourcesIn(folder: string): Promise<readonly string[]> {
  const files = await readdir(join(root, folder), { recursive: true });
  return files.filter((file) => file.endsWith('.ts')).map((file) => file.replaceAll('\\', '/'));
}

async function write(files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, content] of files) {
    paths.add(path);
    const current = await readFile(join(root, path), 'utf8').catch(() => undefined);
    if (current === content) continue;
    drifted.push(path);
    if (isCheck) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
}
