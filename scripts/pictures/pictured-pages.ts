import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shownInputsDocument } from '../../src/cli/shown-inputs.js';
import { shownResultOf } from '../../src/cli/shown-result.js';
import { evaluateSnapshot } from '../../src/index.js';
import { demoSnapshot } from '../../src/inputs/demo-snapshot.js';
import { recognize } from '../../src/inputs/recognize.js';
import { resultsOf } from '../../src/inputs/results-of.js';
import { tool } from '../../src/report/tool.js';
import { type DocumentModel, reportDocument, toHtml } from '../../src/reporters/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The pages that pictures in the docs show, by the names of the pictures. A new version of this package does not change them. */
export async function picturedPages(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['report-of-demo.png', pageOf(reportDocument(evaluateSnapshot(demoSnapshot())))],
    ['report-of-recording.png', pageOf(await documentOf('examples/har'))],
  ]);
}

/** What the command without a name shows for the files of a folder. */
async function documentOf(folder: string): Promise<DocumentModel> {
  const paths = readdirSync(join(root, folder)).map((file) => `${folder}/${file}`);
  const inputs = paths.sort().map((name) => recognize(readFileSync(join(root, name)), { name }));
  const { results, unused } = await resultsOf(inputs, { now: new Date('2026-11-20T10:00:00Z') });
  const shown = await Promise.all(results.map(shownResultOf));
  const [first, ...more] = shown.flatMap((one) => one.unwrapOr([]));
  if (first === undefined) throw new Error(`${folder}: nothing to show`);
  return shownInputsDocument({ inputs, results: [first, ...more], unused });
}

function pageOf(document: DocumentModel): string {
  return toHtml(document).replaceAll(`${tool.name} ${tool.version}`, tool.name);
}
