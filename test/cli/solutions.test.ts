import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { askedMapColumns } from '../../src/inputs/maps-of.js';
import { solutionGuides } from '../../src/solutions/index.js';
import { field, type MapRow, mapRow, shippedMaps } from '../support/entity-maps.js';
import { solutionZip } from '../support/solution-files.js';
import { zip } from '../support/zip.js';

// The built command line. `npm test` builds it before it runs these tests.
const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-solutions-'));
afterAll(() => rmSync(folder, { recursive: true }));

function node(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    input,
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: process.env.PATH ?? '' },
    maxBuffer: 100_000_000,
  });
  return { status, stdout, stderr };
}

const maps = (...args: readonly string[]) => node([join(dist, 'cli.cjs'), 'maps', ...args]);

function file(name: string, content: unknown): string {
  const isRaw = typeof content === 'string' || content instanceof Uint8Array;
  writeFileSync(join(folder, name), isRaw ? content : JSON.stringify(content));
  return name;
}

const shipped = shippedMaps();
const rows = file('rows.json', shipped);
const solution = file('solution.zip', solutionZip(shipped, { publisher: 'microsoftdynamics', prefix: 'msdyn' }));
const change = (name: string, how: object) =>
  shipped.map((row): MapRow => (row.msdyn_displayname === name ? { ...row, ...how } : row));
const snapshot = (facts: object) => ({
  schemaVersion: 1,
  environment: { name: 'contoso production' },
  takenAt: '2026-11-20T10:00:00Z',
  facts,
});
const known = (value: unknown) => ({ status: 'known', value });
const context = `https://contoso.crm4.dynamics.com/api/data/v9.2/$metadata#msdyn_dualwriteentitymaps(${askedMapColumns()[0].join()})`;
const installed = [
  { uniqueName: 'msdyn_DualWriteCore', version: '1.0.24073.3' },
  { uniqueName: 'msdyn_Dynamics365FinanceExtended', version: '2.0.0.0' },
  { uniqueName: 'PartySolution', version: '3.0.2.1' },
];
const sound = snapshot({
  solutions: known(installed),
  entityMaps: known([]),
  finopsEnvironment: known({ url: 'https://contoso.operations.dynamics.com', applicationBuild: '10.0.605.30025' }),
});

describe('maps plan', () => {
  test('exit code 0: nothing is in the way or lost', () => {
    const against = ['--against', file('sound.json', sound), file('empty.json', [])];
    const { status, stdout, stderr } = maps('plan', solution, ...against);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('Import ContosoMaps 1.0.0.1 (managed) into contoso production');
    expect(stdout).toContain('Apply ContosoMaps 1.0.0.1 (managed) in contoso production');
    expect(stdout.match(/✔ Nothing is in the way, and nothing is lost\./g)).toHaveLength(2);
    expect(stdout.match(/ added, /g)).toHaveLength(38);
  });

  test('exit code 1: something stands in the way, and something is lost', () => {
    const bare = file('bare.json', snapshot({ solutions: known([]) }));
    const { status, stdout } = maps('plan', solution, '--against', bare, rows);
    expect(status).toBe(1);
    expect(stdout).toMatch(/Blocking issues\n {4}✖ msdyn_DualWriteCore: /);

    const unmanaged = file('unmanaged.zip', solutionZip(shipped, { managed: '0', prefix: 'msdyn' }));
    const changed = file('changed.json', change('uoms - Units', { msdyn_mapping: '{"legs":[]}', ismanaged: false }));
    const lossy = maps('plan', unmanaged, '--against', file('sound.json', sound), changed);
    expect(lossy.status).toBe(1);
    expect(lossy.stdout).toContain('overwrites a customization');
    expect(lossy.stdout).toContain('Lost: version 1.0.0.0 of msdyn as it is saved now');
  });

  test('exit code 2: nothing is proven, and not all is known', () => {
    const { status, stdout } = maps('plan', solution, '--against', rows);
    expect(status).toBe(2);
    expect(stdout).toContain('which solutions are installed is not known');
  });

  test('as JSON and Markdown', () => {
    const json = maps('plan', solution, '--against', 'sound.json', rows, '--format', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      schemaVersion: 1,
      kind: 'solution-plans',
      plans: [{ kind: 'import' }, { kind: 'apply' }],
    });
    const markdown = maps('plan', solution, '--against', 'sound.json', rows, '--format', 'markdown').stdout;
    expect(markdown).toContain('### Import\n\nImport ContosoMaps 1.0.0.1 (managed) into contoso production');
    expect(markdown).toContain(
      '#### Steps\n\nPerformed by system administrator of Dataverse, unless another role is named.\n\n**1.** ',
    );
  });

  test('hostile names stay on their line and do nothing', () => {
    const name = 'x](javascript:alert(1)) \u001b[31m @team\n# y';
    const evil = file('evil.zip', solutionZip([{ ...mapRow('a', 'B'), msdyn_displayname: name, msdyn_name: name }]));
    for (const format of ['pretty', 'markdown', 'json']) {
      const { stdout } = maps('plan', evil, '--against', rows, '--format', format);
      expect(stdout).not.toContain('\u001b[31m');
      expect(stdout).not.toMatch(/^# y/m);
    }
    expect(maps('plan', evil, '--against', rows, '--format', 'markdown').stdout).not.toContain('](javascript');
  });

  test.each<[string, readonly string[], RegExp]>([
    ['no environment', ['plan', solution], /expected --against FILE \(the environment\), or --export/],
    ['no file', ['plan', 'nowhere.zip', '--against', rows], /nowhere\.zip: cannot be read: /],
    [
      'a cabinet',
      ['plan', file('a.cab', 'MSCF\0'), '--against', rows],
      /a\.cab: looks like a cabinet \(\.cab\): unpack it with `expand package\.cab -F:\* folder`/,
    ],
    [
      'no maps',
      ['plan', file('none.zip', solutionZip([])), '--against', rows],
      /the solution ContosoMaps has no table map\. /,
    ],
    [
      'a package',
      ['plan', file('package.zip', zip([{ name: 'in/x_managed.zip', content: '' }])), '--against', rows],
      /has no customizations\.xml, but in\/x_managed\.zip \(in\/x_managed\.zip: is empty\)\. This is a package/,
    ],
    [
      'broken XML',
      ['plan', file('xml.zip', solutionZip([], { customizations: '<a>\n<b></a>' })), '--against', rows],
      /customizations\.xml, line 2, column 4: closing tag mismatch/,
    ],
    ['two snapshots', ['plan', solution, '--against', 'sound.json', 'sound.json'], /is a second snapshot/],
    ['a broken snapshot', ['plan', solution, '--against', file('bad.json', { facts: 7 })], /bad\.json: /],
    ['something else', ['plan', solution, '--against', file('else.json', { hello: 1 })], /is not a table map/],
    ['rows as a backup', ['plan', file('no-bundle.json', { rows: [] }), '--against', rows], /no-bundle\.json: /],
  ])('could not run: %s', (_case, args, complaint) => {
    const { status, stdout, stderr } = maps(...args);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(complaint);
    expect(stderr.trimEnd()).not.toContain('\n');
  });
});

describe('maps plan --export', () => {
  const own = file('own.zip', solutionZip(shipped, { managed: '0', publisher: 'microsoftdynamics', prefix: 'msdyn' }));
  const plan = (...args: readonly string[]) => maps('plan', own, '--export', ...args);
  const next = ['--solution-version', '1.0.0.3'];

  test('exit code 0: it can be exported', () => {
    const { status, stdout, stderr } = plan(...next, '--accept-unchecked');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^NOTHING IS IN THE WAY.* {2}Export ContosoMaps as managed, version 1\.0\.0\.3\n/);
    expect(stdout).toContain('Whether the maps are valid is not known; that was accepted.');
    expect(stdout).toContain('set the version to 1.0.0.3, and choose Managed');
    const unmanaged = plan(...next, '--accept-unchecked', '--unmanaged', '--format', 'json');
    expect(JSON.parse(unmanaged.stdout)).toMatchObject({
      schemaVersion: 1,
      kind: 'solution-plans',
      plans: [
        { verdict: 'clear', managed: false, warnings: [expect.stringContaining('unmanaged'), expect.anything()] },
      ],
    });
  });

  test('what is not known about the maps is in the way until it is accepted', () => {
    const { status, stdout } = plan(...next);
    expect(status).toBe(1);
    expect(stdout).toMatch(/whether the maps are valid is not known: tableMetadata is not known \(not-provided\)/);
    expect(stdout).toContain('--metadata FILE');
    expect(stdout).not.toContain('that was accepted');
  });

  test('errors in the maps are named and never accepted', () => {
    const broken = [mapRow('accounts', 'Customers V3', { fields: [field('', 'name')] })];
    const details = { managed: '0', publisher: 'microsoftdynamics', prefix: 'msdyn' };
    const faulty = file('faulty.zip', solutionZip(broken, details));
    const { status, stdout } = maps('plan', faulty, '--export', ...next, '--accept-unchecked');
    expect(status).toBe(1);
    expect(stdout).toMatch(/the maps have errors: \S/);
  });

  test('the version is above all that are known', () => {
    expect(plan('--solution-version', '1.0.0.1', '--accept-unchecked').stdout).toContain(
      '1.0.0.1 is not above 1.0.0.1',
    );
    const previous = plan(...next, '--accept-unchecked', '--previous', '1.0.0.2,1.0.0.10');
    expect(previous.stdout).toContain('version 1.0.0.3 is not above 1.0.0.10');
    const there = snapshot({ solutions: known([...installed, { uniqueName: 'contosomaps', version: '1.0.0.7' }]) });
    const against = plan(...next, '--accept-unchecked', '--against', file('there.json', there));
    expect(against.status).toBe(1);
    expect(against.stdout).toContain('version 1.0.0.3 is not above 1.0.0.7');
  });

  test.each<[string, readonly string[], RegExp]>([
    ['no version', [own, '--export'], /--export: expected --solution-version/],
    [
      'a version that is none',
      [own, '--export', '--solution-version', 'new'],
      /expected a version of two to four numbers/,
    ],
    ['an option of an export', [own, '--unmanaged', '--against', rows], /--unmanaged belongs to --export/],
    [
      'a backup',
      [file('a-backup.json', { kind: 'map-backup' }), '--export', ...next],
      /a-backup\.json: is not a solution/,
    ],
    ['no file', ['nowhere.zip', '--export', ...next], /nowhere\.zip: cannot be read/],
    ['no metadata', [own, '--export', ...next, '--metadata', 'nowhere.json'], /nowhere\.json: cannot be read/],
  ])('could not run: %s', (_case, args, complaint) => {
    const { status, stdout, stderr } = maps('plan', ...args);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(complaint);
    expect(stderr.trimEnd()).not.toContain('\n');
  });
});

describe('maps backup', () => {
  test('there and back: the rows of the bundle are those of the files', () => {
    const first = file('first.json', { '@odata.context': context, value: shipped.slice(0, 4) });
    const rest = file(
      'rest.jsonl',
      shipped
        .slice(4)
        .map((row) => JSON.stringify(row))
        .join('\n'),
    );
    const made = maps('backup', first, rest, '--environment', 'production', '-o', 'bundle.json');
    expect(made).toEqual({ status: 0, stdout: '', stderr: '' });
    const bundle = JSON.parse(readFileSync(join(folder, 'bundle.json'), 'utf8'));
    expect(bundle).toMatchObject({ schemaVersion: 1, kind: 'map-backup', environment: { name: 'production' } });
    expect(bundle.rows).toEqual(shipped);
    expect(maps('verify', 'bundle.json')).toMatchObject({ status: 0, stderr: '' });
    expect(maps('verify', 'bundle.json', '--against', rows).stdout).toContain('19 as expected, 0 missing');
    expect(maps('list', rows).status).toBe(0);
  });

  test('is planned, and can be the environment of a plan', () => {
    const restored = maps('plan', 'bundle.json', '--against', rows);
    expect(restored.stdout).toMatch(
      /^NOTHING IS IN THE WAY, AND NOTHING IS LOST {2}Restore the backup of production \(\d{4}-.*\) in rows\.json\n/,
    );
    expect(restored.status).toBe(0);
    const one = file('one.json', shipped.slice(0, 1));
    expect(maps('plan', 'bundle.json', '--against', one).stdout).toContain(
      'created, the environment has no map of that name',
    );
    expect(maps('verify', solution, '--against', 'bundle.json').status).toBe(0);
  });

  test('does not write over what it reads', () => {
    const { status, stderr } = maps('backup', rows, '-o', rows);
    expect(status).toBe(3);
    expect(stderr).toContain('is what is read');
    expect(JSON.parse(readFileSync(join(folder, rows), 'utf8'))).toEqual(shipped);
  });

  test('of nothing is none', () => {
    const { status, stderr } = maps('backup', file('no-rows.json', []));
    expect(status).toBe(3);
    expect(stderr).toContain('there are no rows');
  });
});

describe('a part of the maps', () => {
  const part = file('page.json', {
    '@odata.context': context,
    value: shipped.slice(0, 10),
    '@odata.nextLink': 'https://x/y?$skiptoken=z',
  });
  const rest = file('last-page.json', { '@odata.context': context, value: shipped.slice(10) });
  const whatHappens = (stdout: string) => {
    const planned: readonly { action?: string; change?: string }[] = JSON.parse(stdout).plans[0].maps;
    return [...new Set(planned.map(({ action, change: changed }) => action ?? changed))].sort();
  };
  const why = /not every saved version of the environment is known: more rows follow/;

  test('maps that are not in it are not missing, and not new', () => {
    maps('backup', rows, '-o', 'whole.json');
    const verified = maps('verify', 'whole.json', '--against', part);
    expect(verified).toMatchObject({ status: 2, stdout: expect.stringMatching(why) });
    expect(verified.stdout).toContain('10 as expected, 0 missing, 0 different, and 9 not known');
    expect(maps('verify', solution, '--against', part).status).toBe(2);
    const planned = maps('plan', 'whole.json', '--against', part, '--format', 'json');
    expect(planned).toMatchObject({ status: 2, stdout: expect.stringMatching(why) });
    expect(whatHappens(planned.stdout)).toEqual(['same', 'unknown']);
    const imported = maps('plan', solution, '--against', file('sound.json', sound), part, '--format', 'json');
    expect(imported).toMatchObject({ status: 2, stdout: expect.stringMatching(why) });
    expect(whatHappens(imported.stdout)).toEqual(['same', 'unknown']);
  });

  test('with the last page it is the whole', () => {
    expect(maps('verify', 'whole.json', '--against', rest, part).status).toBe(0);
  });

  test('a backup of it says so wherever it is used', () => {
    maps('backup', part, '--partial', '-o', 'part.json');
    for (const args of [
      ['verify', 'part.json'],
      ['verify', 'part.json', '--against', rows],
      ['plan', 'part.json', '--against', rows],
      ['verify', 'whole.json', '--against', 'part.json'],
    ]) {
      expect(maps(...args)).toMatchObject({ status: 2, stdout: expect.stringContaining('more rows follow') });
    }
    const bundle = JSON.parse(readFileSync(join(folder, 'part.json'), 'utf8'));
    expect(maps('verify', file('whole-now.json', { ...bundle, coverage: undefined })).status).toBe(1);
  });
});

describe('maps verify', () => {
  test('a changed bundle names its maps, whatever the format', () => {
    maps('backup', rows, '-o', 'good.json');
    const bundle = JSON.parse(readFileSync(join(folder, 'good.json'), 'utf8'));
    bundle.rows[3].msdyn_version = '1.0.0.6';
    bundle.rows.pop();
    const bad = file('damaged.json', bundle);
    const pretty = maps('verify', bad);
    expect(pretty.status).toBe(1);
    expect(pretty.stdout).toBe(
      `NOT AS EXPECTED
2 table maps: 0 as expected, 1 missing, 1 different, and 0 not known.

MISSING 1
  ✖ uoms - Units 1.0.0.0 of msdyn  its row is no longer in the bundle

DIFFERENT 1
  ✖ accounts - Customers V3 1.0.0.5 of msdyn  it was changed since the backup was made
`,
    );
    expect(maps('verify', bad, '--format', 'markdown').stdout).toContain('uoms - Units 1.0.0.0 of msdyn');
    expect(maps('verify', bad, '--against', rows)).toMatchObject({ status: 3 });
    expect(maps('plan', bad, '--against', rows).stderr).toContain(
      'it is damaged: accounts - Customers V3 1.0.0.5 changed',
    );
  });

  test('exit code 0: against the rows that it was made of, whatever they are', () => {
    const named = { msdyn_displayname: 'accounts - Customers V3' };
    const strange = file('strange.json', [
      { ...named, msdyn_mapping: '{"legs":[]}' },
      { ...named, msdyn_mapping: '{"legs":[{}]}' },
      { ...named, msdyn_mapping: '{"legs":[' },
      { legs: [] },
      { msdyn_name: 'x' },
    ]);
    maps('backup', strange, '-o', 'strange-backup.json');
    const { status, stdout } = maps('verify', 'strange-backup.json', '--against', strange);
    expect(status).toBe(0);
    expect(stdout).toContain('5 table maps: 5 as expected, 0 missing, 0 different, and 0 not known.');
  });

  test('exit code 1: a row was renamed, which an unmanaged import overwrites', () => {
    const renamed = file('renamed.json', change('uoms - Units', { msdyn_displayname: 'Units of Contoso' }));
    const { status, stdout } = maps('verify', 'good.json', '--against', renamed);
    expect(status).toBe(1);
    expect(stdout).toContain('its row is called Units of Contoso');
    const unmanaged = file('unmanaged.zip', solutionZip(shipped, { managed: '0', prefix: 'msdyn' }));
    const plan = maps('plan', unmanaged, '--against', file('sound.json', sound), renamed);
    expect(plan.status).toBe(1);
    expect(plan.stdout).toContain('its name Units of Contoso');
  });

  test('a bundle that was cut off names what is missing, as long as its index is there', () => {
    const whole = readFileSync(join(folder, 'good.json'), 'utf8');
    const { status, stdout } = maps('verify', file('cut.json', whole.slice(0, -1500)));
    expect(status).toBe(1);
    expect(stdout).toMatch(/MISSING \d+\n(?: {2}✖ .*\n)* {2}✖ uoms - Units 1\.0\.0\.0/);
    const inIndex = maps('verify', file('cut.json', whole.slice(0, 1000)));
    expect(inIndex).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('cut.json: is not a table map: it looks like JSON whose end is missing'),
    });
  });

  test('a map that has its mapping twice is not known', () => {
    maps('backup', file('twice.json', [{ ...shipped[0], mapping: '{"legs":[]}' }]), '-o', 'twice-backup.json');
    const { status, stdout } = maps('verify', 'twice-backup.json');
    expect(status).toBe(2);
    expect(stdout).toContain('mapping: is not read, because msdyn_mapping has other content');
  });

  test('a solution by itself: maps that cannot be read are not known', () => {
    expect(maps('verify', solution).status).toBe(0);
    const broken = solutionZip(change('uoms - Units', { msdyn_mapping: '{' }));
    const { status, stdout } = maps('verify', file('broken.zip', broken));
    expect(status).toBe(2);
    expect(stdout).toMatch(/NOT KNOWN 1\n {2}\? uoms - Units/);
  });

  test('a solution against an environment: missing and different ones first', () => {
    const lost = change('uoms - Units', { msdyn_mapping: '{"legs":[]}' }).slice(1);
    const { status, stdout } = maps('verify', solution, '--against', file('lost.json', lost), '--format', 'json');
    expect(status).toBe(1);
    expect(JSON.parse(stdout).totals).toEqual({ ok: 17, missing: 1, differs: 1, unknown: 0 });
    const unknown = maps('verify', solution, '--against', file('nothing.json', snapshot({})));
    expect(unknown.status).toBe(2);
  });
});

describe('maps guide', () => {
  test('all of them, one, and none of that name', () => {
    expect(JSON.parse(maps('guide', '--format', 'json').stdout).guides).toEqual(solutionGuides);
    const { status, stdout } = maps('guide', 'upgrade-to-solutions');
    expect(status).toBe(0);
    expect(stdout).toContain('Select Upgrade table maps');
    expect(maps('guide', 'x')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('expected new-environment'),
    });
  });
});

describe('the built library', () => {
  const program = `.then(async ({ readSolution }) => {
    const result = await readSolution(require('node:fs').readFileSync('solution.zip'));
    console.log(result.value.maps.length);
  })`;
  test.each([
    ['as an ES module', `import(${JSON.stringify(join(dist, 'maps.js'))})${program}`],
    ['as CommonJS', `Promise.resolve(require(${JSON.stringify(join(dist, 'maps.cjs'))}))${program}`],
  ])('reads a solution %s', (_case, code) => {
    expect(node(['-e', code])).toMatchObject({ status: 0, stdout: '19\n', stderr: '' });
  });

  test.each(['maps.js', 'maps.cjs'])('%s does not load what reads XML before it is asked to', (name) => {
    expect(readFileSync(join(dist, name), 'utf8')).not.toMatch(/['"]saxen/);
  });
});
