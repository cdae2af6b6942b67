import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mapRow } from './entity-maps.js';
import { runMain } from './run-main.js';
import { customizations, solutionZip } from './solution-files.js';
import { tableOf } from './sync-error-forms.js';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const rows = [mapRow('accounts', 'Customers V3', {}, 1), mapRow('uoms', 'Units', {}, 2)];
const anError = 'Unable to generate payload for entity CustCustomerV3Entity';

/** Files that people give. */
const given: Readonly<Record<string, string | Uint8Array>> = {
  ...Object.fromEntries(
    [
      ...['environments/healthy.json', 'environments/half-filled.json', 'environments/prerequisites-failing.json'],
      ...['environments/every-dependency-code.json', 'environments/map-design.json', 'environments/operations.json'],
      ...['har/contoso-uat.har', 'har/companies.json', 'activity/log.jsonl', 'sync-errors/events.jsonl'],
      ...['sync-errors/alert-settings.json', 'sync-errors/sync-errors.jsonl'],
    ].map((path) => [path.replace(/.*\//, ''), readFileSync(join(examples, path), 'utf8')]),
  ),
  'rows.json': JSON.stringify(rows),
  'errors.csv': tableOf({}),
  'solution.zip': solutionZip(rows),
  'customizations.xml': customizations(rows),
  'sync.log': `${anError}\nfine\n`.repeat(30),
  'error.txt': anError,
  'settings.json': JSON.stringify({ preset: 'strict', failOn: 'warning', rules: { DWDVEV1007: 'off' } }),
};

const job = ['--job', 'Vendors', '--status', 'active'];
const activityPlan = ['activity', 'plan', 'log.jsonl', '--map', 'Customers V3 (accounts)'];

/** What commands write, in the order in which they are called: later ones read what earlier ones wrote. */
const written: Readonly<Record<string, readonly string[]>> = {
  'snapshot.json': ['capture', 'map-design.json'],
  'facts.json': ['init'],
  'report.json': ['check', 'every-dependency-code.json', '--explain', anError],
  'fleet.json': ['check', 'healthy.json', 'half-filled.json'],
  'baseline.json': ['baseline', 'report.json'],
  'comparison.json': ['compare', 'report.json', 'report.json'],
  'snapshots.json': ['compare', 'healthy.json', 'half-filled.json'],
  'cleanup-plan.json': ['cleanup', 'every-dependency-code.json'],
  'diagnoses.json': ['diagnose', anError],
  'diagnosis-log.json': ['diagnose', 'sync.log', '--lines'],
  'rule.json': ['explain', 'DWDVEV1007'],
  'topic.json': ['explain', 'dataverse-duplicate-key'],
  'error-code.json': ['explain', '0x80040237'],
  'topic-proposals.json': ['explain', 'records do not sync'],
  'unknown-id.json': ['explain', 'DWDVEV8888'],
  'rules.json': ['rules', 'DWDVEV1007'],
  'sync-errors-summary.json': ['errors', 'summary', 'sync-errors.jsonl'],
  'request-plan.json': ['errors', 'plan', 'sync-errors.jsonl', '--action', 'retry', ...job],
  'rehearsed.json': ['errors', 'plan', 'sync-errors.jsonl', '--action', 'retry', '--job', 'Vendors'],
  'marked.json': ['errors', 'mark-sent', 'request-plan.json'],
  'alert-replay.json': ['alerts', 'replay', 'alert-settings.json', 'events.jsonl'],
  'activity.json': ['activity', 'log.jsonl'],
  'activity-plan.json': [...activityPlan, '--action', 'retry-catch-up-errors'],
  'map-list.json': ['maps', 'list', 'rows.json'],
  'maps.json': ['maps', 'diff', 'rows.json', 'map-design.json'],
  'map-version.json': ['maps', 'use', 'rows.json', '--map', 'accounts - Customers V3'],
  'no-version.json': ['maps', 'use', 'rows.json', '--map', 'accounts - Customers V3', '--version', '7.7'],
  'backup.json': ['maps', 'backup', 'rows.json'],
  'solution-plans.json': ['maps', 'plan', 'solution.zip', '--against', 'rows.json', 'healthy.json'],
  'restore-plan.json': ['maps', 'plan', 'backup.json', '--against', 'rows.json'],
  'export-plan.json': ['maps', 'plan', 'solution.zip', '--export', '--solution-version', '2.0.0.0'],
  'applied-maps.json': ['maps', 'verify', 'solution.zip', '--against', 'rows.json'],
  'guides.json': ['maps', 'guide'],
  'urls.json': ['urls', '--dataverse', 'https://contoso.crm4.dynamics.com'],
  'results.json': ['healthy.json', 'error.txt', 'log.jsonl'],
};

/** A file of every kind that the program reads or writes, by its name. */
export async function everyFile(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), 'every-file-'));
  const files = new Map(Object.entries(given));
  for (const [name, content] of files) writeFileSync(join(folder, name), content);
  for (const [name, typed] of Object.entries(written)) {
    const { status, stdout, stderr } = await runMain([...typed, '--format', 'json'], folder);
    if (status === 3) throw new Error(`${name}: ${stderr}`);
    files.set(name, stdout);
    writeFileSync(join(folder, name), stdout);
  }
  rmSync(folder, { recursive: true });
  return files;
}
