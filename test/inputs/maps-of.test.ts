import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { savedMapColumns } from '../../src/adapters/dataverse/map-definitions.js';
import { known, unknown } from '../../src/facts/fact.js';
import { snapshotOf } from '../../src/facts/snapshot.js';
import type { Input } from '../../src/inputs/input.js';
import { solutionIn, solutionPartIn } from '../../src/inputs/kinds/solution.js';
import { askedMapColumns, mapsOf } from '../../src/inputs/maps-of.js';
import { recognize } from '../../src/inputs/recognize.js';
import { solutionOf } from '../../src/inputs/solution-of.js';
import { urlsFor } from '../../src/inputs/urls-for.js';
import { entityMapOf, mapDefinitionOf } from '../../src/maps/index.js';
import { planImport } from '../../src/solutions/plan-import.js';
import { readSolution } from '../../src/solutions/read-solution.js';
import { mapRow } from '../support/entity-maps.js';
import { customizations, solutionFiles, solutionZip } from '../support/solution-files.js';
import { zip } from '../support/zip.js';

const [one, two] = [mapRow('accounts', 'Customers V3'), mapRow('uoms', 'Units', {}, 1)];
const json = (value: unknown, name?: string) => recognize(JSON.stringify(value), { name });
const read = async (...inputs: readonly Input[]) => (await mapsOf(inputs))._unsafeUnwrap();
const fault = async (...inputs: readonly Input[]) => (await mapsOf(inputs))._unsafeUnwrapErr();
const namesIn = (rows: readonly unknown[]) => rows.map((row) => entityMapOf(row).name);
const names = namesIn([one, two]);

const base = 'https://contoso.crm4.dynamics.com/api/data/v9.2/';
const maps = `${base}msdyn_dualwriteentitymaps`;
const entry = (url: string, status: number, body: unknown, startedDateTime = '2026-11-20T10:00:00Z') => ({
  startedDateTime,
  request: { method: 'GET', url },
  response: { status, content: { mimeType: 'application/json', text: JSON.stringify(body) } },
});
const har = (...entries: readonly object[]) => json({ log: { version: '1.2', entries } }, 'a.har');
const gateway = 'https://gateway.example.com/api/DualWriteManagement/1.0';
const captured = (name: string, pid: string) => {
  const [table, entity] = name.split(' - ');
  return {
    leftEntity: { targetType: 'AX', name: entity, displayName: entity },
    rightEntity: { targetType: 'CRM', name: table, displayName: table },
    detail: { tName: name, pid, state: '4', template: { name, author: 'Contoso', version: { major: 1, minor: 2 } } },
  };
};

test('an answer is whole only with the columns of an address that `urls` lists', async () => {
  const listed = await urlsFor({ dataverseUrl: 'https://contoso.crm4.dynamics.com' });
  const columns = listed.flatMap(
    ({ url }) => /msdyn_dualwriteentitymaps\?\$select=([\w,]+)/.exec(decodeURIComponent(url))?.[1] ?? [],
  );
  expect(columns.length).toBeGreaterThan(0);
  const asked = askedMapColumns().map((one) => one.join());
  for (const one of columns) expect(asked).toContain(one);
  expect(asked).toContain(savedMapColumns().join());
});

describe('rows of maps', () => {
  test('of two answers to one address the later one counts, in any order', async () => {
    const before = entry(maps, 200, { value: [one] }, '2026-11-20T10:00:00Z');
    const after = entry(maps, 200, { value: [one, two] }, '2026-11-20T11:00:00Z');
    for (const recorded of [har(before, after), har(after, before)]) {
      const { value, coverage } = await read(recorded);
      expect({ names: namesIn(value), coverage }).toEqual({ names, coverage: undefined });
    }
  });

  test.each<[string, string]>([
    ['$filter', `${maps}?$filter=statecode%20eq%200`],
    ['$top', `${maps}?$top=5`],
    ['by its id', `${maps}(00000000-0000-4000-8000-000000000001)`],
  ])('asked for with %s they are a part', async (why, address) => {
    const { coverage, detail } = await read(har(entry(address, 200, { value: [one] })));
    expect(coverage).toBe('partial');
    expect(detail).toContain(why);
  });

  test('an error of the service in place of the answer is not an empty list', async () => {
    expect(await fault(har(entry(maps, 403, { error: { code: '0x80040220', message: 'secret' } })))).toMatchObject({
      type: 'not-answered',
      status: 403,
      input: 'a.har',
      because: expect.not.stringContaining('secret'),
    });
    const both = har(entry(maps, 403, {}), entry(`${maps}?$select=msdyn_name`, 200, { value: [one] }));
    expect(namesIn((await read(both)).value)).toEqual([names[0]]);
  });

  test('answers of two environments are not mixed', async () => {
    const other = maps.replace('contoso', 'fabrikam');
    const found = await fault(har(entry(maps, 200, { value: [one] }), entry(other, 200, { value: [two] })));
    expect(found).toMatchObject({ type: 'several-environments' });
  });

  test('what the Dual-write page lists are the versions in use, with the mappings that were recorded', async () => {
    const legs = [
      {
        sourceSchema: 'Units',
        destinationSchema: 'uoms',
        sourceEnvironmentType: 'AX',
        fieldMappings: [{ sourceField: 'A', destinationField: 'b', syncDirection: 3 }],
      },
    ];
    const recorded = har(
      entry(`${gateway}/Entities?targetType=AX&cid=1`, 200, [
        captured('accounts - Customers V3', 'P1'),
        captured('uoms - Units', 'P2'),
      ]),
      entry(`${gateway}/P2/FieldMappings`, 200, { id: 'x', name: 'y', entityMappingTasks: [{ legs }] }),
    );
    const { value, coverage, detail } = await read(recorded);
    expect({ coverage, detail }).toEqual({
      coverage: 'partial',
      detail: 'only the versions that the Dual-write page lists are known',
    });
    const found = value.map((row) => entityMapOf(row));
    expect(found.map(({ name, version, publisher, isActive }) => [name, version, publisher, isActive])).toEqual([
      ['accounts - Customers V3', '1.2', 'Contoso', true],
      ['uoms - Units', '1.2', 'Contoso', true],
    ]);
    expect(found.map(({ mapping }) => mapping?.legs[0]?.fieldMappings.length)).toEqual([undefined, 1]);
  });

  test('saved rows count before all else, and a solution is not mixed with them', async () => {
    const definitions = known([mapDefinitionOf(entityMapOf(two))]);
    const snapshot = json(snapshotOf('contoso', { mapDefinitions: definitions }, { takenAt: '2026-11-20T10:00:00Z' }));
    expect(namesIn((await read(snapshot, json([one]))).value)).toEqual([names[0]]);
    expect(namesIn((await read(snapshot)).value)).toEqual([names[1]]);
    expect(await fault(json([one]), recognize(solutionZip([two])))).toMatchObject({ type: 'several-sources' });
    expect(await fault(snapshot, snapshot)).toMatchObject({ type: 'several-sources' });
  });

  test('where there are none, or none is known, that is said', async () => {
    expect(await fault()).toMatchObject({ type: 'no-maps-given' });
    const refused = { mapDefinitions: unknown('not-permitted') };
    const snapshot = json(snapshotOf('contoso', refused, { takenAt: '2026-11-20T10:00:00Z' }));
    expect(await fault(snapshot)).toMatchObject({
      type: 'maps-unknown',
      because: expect.stringContaining('not-permitted'),
    });
    expect(await fault(json({ hello: 1 }))).toMatchObject({ type: 'no-maps-given' });
  });
});

describe('a solution among files', () => {
  const files = solutionFiles([one, two]);
  test('its archive, and its files in any order, are the same', async () => {
    const expected = (await readSolution(solutionZip([one, two])))._unsafeUnwrap();
    const parts = files.map(({ name, content }) => recognize(new TextEncoder().encode(String(content)), { name }));
    for (const inputs of [[recognize(solutionZip([one, two]))], parts, [...parts].reverse()])
      expect((await solutionOf(inputs))._unsafeUnwrap()).toEqual(expected);
    expect((await solutionOf([json([one])]))._unsafeUnwrap()).toBeUndefined();
  });

  test('of several archives the only one with maps', async () => {
    const [withMaps, without] = [solutionZip([one]), solutionZip([], { uniqueName: 'Other' })].map((bytes) =>
      recognize(bytes),
    );
    expect((await solutionOf([without, withMaps] as Input[]))._unsafeUnwrap()?.uniqueName).toBe('ContosoMaps');
    expect((await solutionOf([withMaps, withMaps] as Input[]))._unsafeUnwrapErr()).toMatchObject({
      type: 'several-solutions',
    });
    expect((await solutionOf([without, without] as Input[]))._unsafeUnwrapErr()).toMatchObject({ type: 'no-maps' });
  });

  test.each<[string, Uint8Array, object | undefined]>([
    ['a solution', solutionZip([one]), { kind: 'solution', lacks: [] }],
    [
      'one that is cut off',
      solutionZip([one]).subarray(0, 700),
      { kind: 'solution', lacks: [expect.stringContaining('its end is missing')] },
    ],
    ['a package', zip([{ name: 'Pkg/A.zip', content: '' }]), { kind: 'solution' }],
    [
      'a cabinet',
      new TextEncoder().encode('MSCF'),
      { kind: 'unknown', looksLike: expect.stringContaining('expand package.cab') },
    ],
    [
      'another archive',
      zip([{ name: 'a.json', content: '[]' }]),
      { kind: 'unknown', looksLike: expect.stringContaining('a.json') },
    ],
    [
      'a workbook',
      zip([{ name: 'xl/workbook.xml', content: '' }]),
      { kind: 'unknown', looksLike: expect.stringContaining('Excel') },
    ],
    ['an archive that is cut off', new TextEncoder().encode('PK\u0003\u0004'), { kind: 'unknown' }],
    ['text', new TextEncoder().encode('hello'), undefined],
  ])('%s', (_case, bytes, expected) => {
    const found = solutionIn(bytes);
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(expected);
  });

  test('a file of one has its place, or a name by its content', () => {
    const text = customizations([one]);
    expect(solutionPartIn(text, { name: 'a/Other/Customizations.xml' })?.path).toBe('a/Other/Customizations.xml');
    expect(solutionPartIn(text)?.path).toBe('customizations.xml');
    expect(solutionPartIn('<a/>')).toBeUndefined();
  });

  property.prop([fc.uint8Array({ maxLength: 300 })])('bytes of any kind are recognized without an error', (bytes) => {
    solutionIn(Uint8Array.from([0x50, 0x4b, ...bytes]));
  });
});

describe('the definitions in a snapshot are the saved rows of a plan', () => {
  const solution = async () => (await readSolution(solutionZip([one])))._unsafeUnwrap();
  const facts = (row: object) => ({ mapDefinitions: known([mapDefinitionOf(entityMapOf(row))]) });

  test('the same content is the same', async () => {
    const [map] = planImport(await solution(), { name: 'x', facts: facts(one) }).maps;
    expect(map?.change).toBe('same');
  });

  test('what was redacted is not known, not different', async () => {
    const redacted = { ...one, msdyn_mapping: one.msdyn_mapping.replace('"legs"', '"owner":"[email 1]","legs"') };
    const [map] = planImport(await solution(), { name: 'x', facts: facts(redacted) }).maps;
    expect(map?.change).toBe('unknown');
  });
});
