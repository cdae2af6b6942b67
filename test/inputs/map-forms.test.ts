import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommandResult } from '../../src/cli/command-result.js';
import { run as backUp } from '../../src/cli/run/maps-backup.js';
import { run as diff } from '../../src/cli/run/maps-diff.js';
import { run as lint } from '../../src/cli/run/maps-lint.js';
import { run as list } from '../../src/cli/run/maps-list.js';
import { run as plan } from '../../src/cli/run/maps-plan.js';
import { run as verify } from '../../src/cli/run/maps-verify.js';
import { known } from '../../src/facts/fact.js';
import { snapshotOf } from '../../src/facts/snapshot.js';
import { askedMapColumns } from '../../src/inputs/maps-of.js';
import { entityMapOf, mapDefinitionOf } from '../../src/maps/index.js';
import { backupMaps } from '../../src/solutions/backup-maps.js';
import { shippedMaps } from '../support/entity-maps.js';
import { customizations, manifest, mapElement, solutionFiles, solutionZip } from '../support/solution-files.js';
import { zip } from '../support/zip.js';

const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-forms-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Maps without the one whose properties lack their last brace. */
const rows = shippedMaps()
  .filter(({ msdyn_displayname: name }) => !name.includes('CDS Parties'))
  .slice(0, 6);
const base = 'https://contoso.crm4.dynamics.com/api/data/v9.2/';
const columns = askedMapColumns()[1].join();
const context = `${base}$metadata#msdyn_dualwriteentitymaps(${columns})`;
const answer = (value: readonly object[], more: object = {}) => ({ '@odata.context': context, value, ...more });
const definitions = rows.map((row) => mapDefinitionOf(entityMapOf(row)));
const snapshot = (mapDefinitions: typeof definitions) =>
  snapshotOf('contoso', { mapDefinitions: known(mapDefinitions) }, { takenAt: '2026-11-20T10:00:00Z' });
const entry = (url: string, body: unknown) => ({
  startedDateTime: '2026-11-20T10:00:00Z',
  request: { method: 'GET', url },
  response: { status: 200, content: { mimeType: 'application/json', text: JSON.stringify(body) } },
});
const har = (...entries: readonly object[]) => ({ log: { version: '1.2', entries } });
const packed = (name: string, bytes: Uint8Array) => ({ name, content: bytes });

beforeAll(async () => {
  const write = (name: string, content: string | Uint8Array | object) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(
      path,
      typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
    );
  };
  write('rows.json', rows);
  write('solution.zip', solutionZip(rows));
  for (const { name, content } of solutionFiles(rows)) write(`unpacked/${name}`, content);
  write('pac/Other/Solution.xml', manifest());
  write('pac/Other/Customizations.xml', customizations([]));
  write('pac/Entities/msdyn_dualwriteentitymap/Entity.xml', '<Entity><Name>msdyn_dualwriteentitymap</Name></Entity>');
  for (const row of rows)
    write(`pac/msdyn_dualwriteentitymaps/${row.msdyn_dualwriteentitymapid}/component.xml`, mapElement(row));
  write('customizations.xml', customizations(rows));
  const other = solutionZip([], { uniqueName: 'Other' });
  write('package.zip', zip([packed('Pkg/Maps.zip', solutionZip(rows)), packed('Pkg/Other.zip', other)]));
  write('package.cab', 'MSCF\0\0\0\0');
  write('backup.json', (await backupMaps(rows, { environment: 'x', takenAt: '2026-11-20T10:00:00Z' }))._unsafeUnwrap());
  write('snapshot.json', snapshot(definitions));
  write('answer.json', answer(rows));
  write('utf16.json', Buffer.from(`\ufeff${JSON.stringify(rows, null, 2)}`, 'utf16le'));
  write('wrapped.json', { statusCode: 200, body: answer(rows) });
  write('capture.har', har(entry(`${base}msdyn_dualwriteentitymaps?$select=${columns}`, answer(rows))));
  write(
    'pages.har',
    har(
      entry(
        `${base}msdyn_dualwriteentitymaps?$select=${columns}`,
        answer(rows.slice(0, 3), { '@odata.nextLink': `${base}msdyn_dualwriteentitymaps?$skiptoken=a2` }),
      ),
      entry(`${base}msdyn_dualwriteentitymaps?$skiptoken=a2`, answer(rows.slice(3))),
    ),
  );
  write('filtered.har', har(entry(`${base}msdyn_dualwriteentitymaps?$filter=statecode%20eq%200`, answer(rows))));
  write('report.json', { schemaVersion: 1, outcomes: [] });
  write('other.json', { hello: 1 });
});

const at = (name: string) => join(folder, name);
const exitOf = <Result>(result: CommandResult<Result>): unknown =>
  result.type === 'done'
    ? typeof result.exitCode === 'function'
      ? result.exitCode()
      : result.exitCode
    : result.complaint.replaceAll(`${folder}/`, '');

/** What each command ends with; a text is (a part of) the complaint. */
interface Outcome {
  readonly list: unknown;
  readonly lint: unknown;
  readonly backup: unknown;
  readonly plan: unknown;
  readonly verify: unknown;
  readonly diff: unknown;
  readonly against: unknown;
}

const part = expect.stringContaining('not all maps are there');
const notASolution = expect.stringContaining('expected a solution or a backup');
const notMaps = expect.stringContaining('is not a table map: it ');
const whole: Outcome = { list: 0, lint: 2, backup: 0, plan: notASolution, verify: 0, diff: 0, against: 0 };
const ofSolution: Outcome = { ...whole, backup: part, plan: 2 };
const refused: Outcome = {
  list: notMaps,
  lint: notMaps,
  backup: notMaps,
  plan: notASolution,
  verify: notMaps,
  diff: notMaps,
  against: notMaps,
};

describe('every command of maps takes every form of them', () => {
  test.each<[string, Outcome]>([
    ['rows.json', whole],
    ['answer.json', whole],
    ['wrapped.json', whole],
    ['utf16.json', whole],
    ['capture.har', whole],
    ['pages.har', whole],
    ['snapshot.json', whole],
    ['filtered.har', { ...whole, list: 2, backup: part, verify: 2, diff: 2 }],
    ['backup.json', { ...whole, plan: 0 }],
    ['solution.zip', ofSolution],
    ['unpacked', ofSolution],
    ['pac', ofSolution],
    ['customizations.xml', ofSolution],
    ['package.zip', ofSolution],
    ['package.cab', refused],
    ['report.json', refused],
    ['other.json', refused],
  ])('%s', async (name, expected) => {
    const file = at(name);
    expect({
      list: exitOf(await list({ files: [file] })),
      lint: exitOf(await lint({ files: [file] })),
      backup: exitOf(await backUp({ files: [file], environment: 'x' })),
      plan: exitOf(await plan({ file, against: [at('rows.json')] })),
      verify: exitOf(await verify({ file, against: [at('rows.json')] })),
      diff: exitOf(await diff({ before: file, after: at('rows.json') })),
      against: exitOf(await verify({ file: at('solution.zip'), against: [file] })),
    }).toEqual(expected);
  });

  test('the error of a service in place of maps is not taken for maps', async () => {
    const file = at('error.json');
    writeFileSync(file, JSON.stringify({ error: { code: '0x80040217', message: 'does not exist' } }));
    const complaint = exitOf(await plan({ file, against: [at('rows.json')] }));
    expect(complaint).toMatch(/^error\.json: is an error of the service: .*: expected a solution or a backup$/);
  });

  test('each form has the same maps', async () => {
    const namesIn = async (name: string) => {
      const read = await list({ files: [at(name)] });
      return read.type === 'done' ? read.result.maps.map((map) => map.name) : read.complaint;
    };
    const expected = await namesIn('rows.json');
    expect(expected).toHaveLength(6);
    for (const name of [
      'solution.zip',
      'unpacked',
      'pac',
      'customizations.xml',
      'package.zip',
      'pages.har',
      'snapshot.json',
    ])
      expect(await namesIn(name)).toEqual(expected);
  });
});
