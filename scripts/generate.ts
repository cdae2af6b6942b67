/**
 * Writes everything that follows from the catalogue: `docs/rules`, the JSON Schemas, the tables in README and docs, the rule
 * exports, the tool version and the sample environments. With `--check` it writes nothing and fails on any difference.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { matrixTable } from '../test/adapters/fault-matrix.js';
import { labeledMessages } from '../test/diagnosis/labeled-messages.js';
import { loadAllCases } from '../test/support/all-cases.js';
import type { RuleCases } from '../test/support/rule-cases.js';
import { explainedTopicsSource, listOfAllTopics } from './generate/all-topics.js';
import { catalogueOutlineSource } from './generate/catalogue-outline.js';
import { errorIndex, errorPage } from './generate/error-pages.js';
import { predicateHelpers, predicateOf } from './generate/predicate.js';
import { exportsOfAllRules } from './generate/rule-exports.js';
import { ruleIndex, rulePage, ruleTable } from './generate/rule-pages.js';
import { sourceDocumentFiles } from './generate/source-documents.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const isCheck = process.argv.includes('--check');

const ruleFiles = (await readdir(join(root, 'src/rules'), { recursive: true })).filter((file) => file.endsWith('.ts'));
const topicFiles = (await readdir(join(root, 'src/diagnosis/topics'), { recursive: true })).filter((file) =>
  file.endsWith('.ts'),
);
const generated = new Map<string, string>([
  ['src/rules/all-rules.ts', await exportsOfAllRules(root, ruleFiles)],
  ['src/diagnosis/all-topics.ts', await listOfAllTopics(root, topicFiles)],
  ...sourceDocumentFiles(join(root, '../shared')),
]);

const packageJson = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
const toolSource = await readFile(join(root, 'src/report/tool.ts'), 'utf8');
generated.set('src/report/tool.ts', toolSource.replace(/version: '[^']*'/, `version: '${packageJson.version}'`));

// Imported late: a new rule is not exported before the line above has run once.
const { topics } = await import('../src/diagnosis/all-topics.js');
generated.set('src/rules/explained-topics.ts', explainedTopicsSource(topics));
const { catalogue } = await import('../src/rules/catalogue.js');
generated.set('src/rules/catalogue-outline.ts', catalogueOutlineSource(catalogue));
const { snapshotSchemas } = await import('../src/facts/parse-snapshot.js');
const { customCode } = await import('../src/rules/code.js');
const { configSchema } = await import('../src/govern/config.js');
const { reportSchema } = await import('../src/report/schema.js');
const { sampleEnvironments } = await import('./sample-environments.js');
const { solutionGuides } = await import('../src/solutions/solution-guides.js');
const { markdownSolutionGuides } = await import('../src/reporters/solution-guide.js');

const casesByCode = new Map<string, RuleCases>();
for (const { cases } of await loadAllCases()) casesByCode.set(cases.rule.code, cases);
for (const rule of catalogue) {
  const cases = casesByCode.get(rule.code);
  if (cases === undefined) throw new Error(`${rule.code} has no cases file (test/rules/**/${rule.slug}.cases.ts)`);
  generated.set(`docs/rules/${rule.code}.md`, rulePage(rule, cases));
}
for (const topic of topics) {
  const messages = labeledMessages.filter((message) => message.topic === topic.id);
  generated.set(`docs/errors/${topic.id}.md`, errorPage(topic, messages));
}
generated.set(
  'docs/errors/README.md',
  errorIndex(topics, (id) => labeledMessages.filter(({ topic }) => topic === id)),
);
generated.set('docs/rules/README.md', ruleIndex(catalogue));
generated.set(
  'docs/solution-guides.md',
  `# Guides around solutions\n\nThe same as \`maps guide\` and \`solutionGuides\`. Written by \`npm run generate\`.\n\n${markdownSolutionGuides(solutionGuides)}`,
);
generated.set(
  'schema/snapshot.schema.json',
  jsonSchema(snapshotSchemas().snapshot, 'snapshot', 'Facts about a pair of environments'),
);
generated.set(
  'schema/config.schema.json',
  jsonSchema(configSchema(), 'config', 'What a team settles for its checks', {
    'properties/rules/propertyNames': { anyOf: codes() },
    'properties/suppressions/items/properties/rule': { anyOf: codes() },
  }),
);
generated.set('schema/report.schema.json', jsonSchema(reportSchema(), 'report', 'The result of a health check'));
generated.set('src/cli/is-snapshot.ts', isSnapshotSource(snapshotSchemas().snapshot));
for (const { name, snapshot } of sampleEnvironments()) {
  generated.set(`examples/environments/${name}.json`, `${JSON.stringify(snapshot, null, 2)}\n`);
}
generated.set('README.md', await withTable('README.md', 'rules', ruleTable(catalogue)));
generated.set('docs/reliability.md', await withTable('docs/reliability.md', 'matrix', matrixTable()));

const strays = (
  await Promise.all(
    ['docs/rules', 'docs/errors', 'schema', 'examples/environments'].map(async (folder) =>
      (await readdir(join(root, folder)).catch(() => [])).map((file) => `${folder}/${file}`),
    ),
  )
)
  .flat()
  .filter((path) => !generated.has(path));

const drifted: string[] = [];
for (const [path, content] of generated) {
  const current = await readFile(join(root, path), 'utf8').catch(() => undefined);
  if (current === content) continue;
  drifted.push(path);
  if (isCheck) continue;
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}
if (!isCheck) await Promise.all(strays.map((path) => rm(join(root, path))));

for (const path of drifted) console.log(isCheck ? `out of date: ${path}` : `written: ${path}`);
for (const path of strays) console.log(isCheck ? `belongs to nothing: ${path}` : `removed: ${path}`);
if (isCheck && drifted.length + strays.length > 0) {
  console.error('Run `npm run generate` and commit the result.');
  process.exitCode = 1;
}

/** @param more - what zod does not know of places in the schema */
function jsonSchema(
  schema: z.ZodType,
  name: string,
  title: string,
  more: Readonly<Record<string, z.core.JSONSchema.BaseSchema>> = {},
): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io: 'input',
    reused: 'ref',
    override: ({ jsonSchema, path }) => void Object.assign(jsonSchema, more[path.join('/')]),
  });
  const $id = `https://unpkg.com/dual-write-health/schema/${name}.schema.json`;
  return `${JSON.stringify({ $schema, $id, title, ...rest }, null, 2)}\n`;
}

/** The codes of the catalogue for an editor to offer, those that custom rules may have, and whatever is not in capitals. */
function codes(): z.core.JSONSchema.BaseSchema[] {
  return [
    { enum: catalogue.map(({ code }) => code) },
    { pattern: customCode.source },
    { pattern: '[a-z]', description: 'A configuration may have codes in any letter case.' },
  ];
}

function isSnapshotSource(schema: z.ZodType): string {
  return `// Written by \`npm run generate\`.
// biome-ignore-all format: generated
// biome-ignore-all lint/suspicious/noExplicitAny: narrowed step by step
import type { Snapshot } from '../facts/snapshot.js';

/** Whether the input is a snapshot as it stands: what the zod schema of snapshots accepts, extra properties included. */
export function isSnapshot(input: any): input is Snapshot {
  return ${predicateOf(z.toJSONSchema(schema, { io: 'input' }))};
}

${predicateHelpers}`;
}

/** A page with the table between its marks made anew. */
async function withTable(path: string, mark: string, table: string): Promise<string> {
  const page = await readFile(join(root, path), 'utf8');
  const marks = new RegExp(`(<!-- ${mark}:begin -->\\n)[\\s\\S]*?(<!-- ${mark}:end -->)`);
  if (!marks.test(page)) throw new Error(`${path} has lost the marks between which the ${mark} table stands`);
  return page.replace(marks, (_all, begin: string, end: string) => `${begin}\n${table}\n${end}`);
}
