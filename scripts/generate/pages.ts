import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { topics } from '../../src/diagnosis/all-topics.js';
import { snapshotSchemas } from '../../src/facts/parse-snapshot.js';
import { configSchema } from '../../src/govern/config.js';
import { reportSchema } from '../../src/report/schema.js';
import { solutionGuidesDocument } from '../../src/reporters/documents/solution-guides-document.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { catalogue } from '../../src/rules/catalogue.js';
import { customCode } from '../../src/rules/code.js';
import { solutionGuides } from '../../src/solutions/solution-guides.js';
import { matrixTable } from '../../test/adapters/fault-matrix.js';
import { labeledMessages } from '../../test/diagnosis/labeled-messages.js';
import { loadAllCases } from '../../test/support/all-cases.js';
import type { RuleCases } from '../../test/support/rule-cases.js';
import { sampleEnvironments } from '../sample-environments.js';
import { sampleRecording } from '../sample-recording.js';
import { errorIndex, errorPage, symptomIndex } from './error-pages.js';
import { predicateFunctions } from './predicate.js';
import { ruleIndex, rulePage } from './rule-pages.js';

/** Pages, schemas and samples, by their paths. Imported when the lists of rules and topics are written. */
export async function pages(root: string): Promise<ReadonlyMap<string, string>> {
  const generated = new Map<string, string>();
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
  generated.set('docs/errors/by-symptom.md', symptomIndex(topics, catalogue));
  generated.set('docs/rules/README.md', ruleIndex(catalogue));
  generated.set(
    'docs/solution-guides.md',
    [
      '# Guides to solutions\n\nThe same as `maps guide` and `solutionGuides`. Written by `npm run generate`.\n',
      ...solutionGuides.map((guide) => toMarkdown(solutionGuidesDocument([guide]))),
    ].join('\n'),
  );
  generated.set(
    'schema/snapshot.schema.json',
    jsonSchema(snapshotSchemas().snapshot, 'snapshot', 'Facts about a pair of environments'),
  );
  generated.set(
    'schema/config.schema.json',
    jsonSchema(configSchema(), 'config', 'The settings of a team for its checks', {
      'properties/rules/propertyNames': { anyOf: codes() },
      'properties/suppressions/items/properties/rule': { anyOf: codes() },
    }),
  );
  generated.set('schema/report.schema.json', jsonSchema(reportSchema(), 'report', 'The result of a health check'));
  generated.set('src/facts/is-snapshot.ts', isSnapshotSource(snapshotSchemas().snapshot));
  for (const { name, snapshot } of sampleEnvironments()) {
    generated.set(`examples/environments/${name}.json`, `${JSON.stringify(snapshot, null, 2)}\n`);
  }
  for (const [name, content] of sampleRecording()) generated.set(`examples/har/${name}`, content);
  generated.set('docs/reliability.md', await withTable(root, 'docs/reliability.md', 'matrix', matrixTable()));
  return generated;
}

/** @param more - additions to the schema that zod does not know */
function jsonSchema(
  schema: z.ZodMiniType,
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

/** The codes of the catalogue for completion in an editor, the codes that custom rules may have, and codes in other letter case. */
function codes(): z.core.JSONSchema.BaseSchema[] {
  return [
    { enum: catalogue.map(({ code }) => code) },
    { pattern: customCode.source },
    { pattern: '[a-z]', description: 'A configuration may have codes in any letter case.' },
  ];
}

function isSnapshotSource(schema: z.ZodMiniType): string {
  const functions = predicateFunctions(z.toJSONSchema(schema, { io: 'input' }));
  return `// Written by \`npm run generate\`.
// biome-ignore-all format: generated
// biome-ignore-all lint/suspicious/noExplicitAny: narrowed step by step
import type { Snapshot } from './snapshot.js';

/** Whether the input is already a snapshot: what the zod schema of snapshots accepts, extra properties included. */
export function isSnapshot(input: any): input is Snapshot {
  return is${functions.length}(input);
}

${functions.join('\n')}`;
}

/** A page with a regenerated table between its marks. */
async function withTable(root: string, path: string, mark: string, table: string): Promise<string> {
  const page = await readFile(join(root, path), 'utf8');
  const marks = new RegExp(`(<!-- ${mark}:begin -->\\n)[\\s\\S]*?(<!-- ${mark}:end -->)`);
  if (!marks.test(page)) throw new Error(`${path} has lost the marks around the ${mark} table`);
  return page.replace(marks, (_all, begin: string, end: string) => `${begin}\n${table}\n${end}`);
}
