import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run as backUp } from '../../src/cli/run/maps-backup.js';
import { run as diff } from '../../src/cli/run/maps-diff.js';
import { run as verify } from '../../src/cli/run/maps-verify.js';
import { mapRow, shippedMaps } from '../support/entity-maps.js';
import { solutionZip } from '../support/solution-files.js';

const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-lossless-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A row as Dataverse writes it, with more columns behind the others. */
const row = (more: string) => JSON.stringify(mapRow('uoms', 'Units')).replace(/\}$/, `,${more}}`);

test('a backup keeps the digits of every number, and verifies against the very rows', async () => {
  const rows = file('rows.json', `[${row('"a":9007199254740993,"b":1e400,"c":[1.0000000000,12],"d":-5')}]`);
  const made = await backUp({ files: [rows], environment: 'production' });
  expect(made).toMatchObject({
    result: { rows: [{ a: '9007199254740993', b: '1e400', c: [1, 12], d: -5 }] },
    exitCode: 0,
  });
  if (made.type !== 'done') return;
  const bundle = file('bundle.json', JSON.stringify(made.result));
  expect(await verify({ file: bundle, against: [rows] })).toMatchObject({ result: { totals: { ok: 1 } }, exitCode: 0 });
});

test.each([
  ['[ROW]', 'has [0].msdyn_name more than once'],
  ['{"value":[ROW]}', 'has value[0].msdyn_name more than once'],
  ['ROW\nROW', 'line 1: has msdyn_name more than once'],
  ['{"value":[],"value":[ROW]}', 'more than once'],
])('a column that is twice in a row is refused: %s', async (shape, because) => {
  const rows = file('twice.json', shape.replaceAll('ROW', row('"msdyn_name":"msdyn_[other - Units]"')));
  const refused = await backUp({ files: [rows], environment: 'production' });
  expect(JSON.stringify(refused)).toContain(because);
  expect(refused).toMatchObject({ type: 'could-not-run' });
});

test('two environments that differ in digits alone are different', async () => {
  const environment = (digits: string) => {
    const mapping = mapRow('uoms', 'Units').msdyn_mapping.replace('{', `{"limit":${digits},`);
    return file(`${digits}.json`, JSON.stringify([{ ...mapRow('uoms', 'Units'), msdyn_mapping: mapping }]));
  };
  expect(await diff({ before: environment('9007199254740993'), after: environment('9007199254740992') })).toMatchObject(
    {
      result: { maps: [{ differences: [{ name: 'limit', before: '9007199254740993' }] }] },
      exitCode: 1,
    },
  );
});

const damaged: readonly (readonly [string, object, string, string, number])[] = [
  ['properties that were repaired', {}, 'ok', 'properties: truncated at character 464', 0],
  ['a mapping that was repaired', { msdyn_mapping: '{"legs":[]' }, 'unknown', 'mapping: truncated at character 10', 2],
  [
    'a property twice',
    { msdyn_mapping: '{"legs":[],"a":1,"a":2}' },
    'unknown',
    'mapping.a: is there more than once',
    2,
  ],
  ['a number', { msdyn_mapping: '{"legs":[],"a":1e400}' }, 'ok', 'mapping.a: is a number', 0],
];
test.each(damaged)('a solution by itself: %s is told', async (_name, columns, status, because, exitCode) => {
  const parties = shippedMaps().filter(({ msdyn_name }) => msdyn_name.includes('CDS Parties'));
  const solution = solutionZip(
    parties.map((one) => ({ ...one, ...columns })),
    { publisher: 'microsoftdynamics', prefix: 'msdyn' },
  );
  expect(await verify({ file: file('parties.zip', solution) })).toMatchObject({
    result: { maps: [{ status, because: expect.stringContaining(because) }] },
    exitCode,
  });
});
