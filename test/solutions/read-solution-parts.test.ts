import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { known } from '../../src/facts/fact.js';
import { entityMapOf } from '../../src/maps/index.js';
import { readSolutionFile } from '../../src/node/solution-file.js';
import { planApply } from '../../src/solutions/plan-apply.js';
import { planExport } from '../../src/solutions/plan-export.js';
import { planImport } from '../../src/solutions/plan-import.js';
import { readSolution } from '../../src/solutions/read-solution.js';
import { readSolutionParts } from '../../src/solutions/read-solution-parts.js';
import { roleOf, type SolutionPart } from '../../src/solutions/solution-part.js';
import { mapRow } from '../support/entity-maps.js';
import { customizations, manifest, mapElement, solutionZip } from '../support/solution-files.js';
import { zip } from '../support/zip.js';

const [one, two] = [mapRow('accounts', 'Customers V3'), mapRow('uoms', 'Units', {}, 1)];
const names = ['accounts - Customers V3', 'uoms - Units'];
const part = (path: string, text: string): SolutionPart => ({ path, text });
const read = async (...parts: readonly SolutionPart[]) => (await readSolutionParts(parts))._unsafeUnwrap();
const fault = async (...parts: readonly SolutionPart[]) => (await readSolutionParts(parts))._unsafeUnwrapErr();

const unpacked = [
  part('customizations.xml', customizations([one, two])),
  part('solution.xml', manifest()),
  part('[Content_Types].xml', '<Types />'),
];
const byPac = [
  part('Other/Customizations.xml', customizations([])),
  part('Other/Solution.xml', manifest()),
  part('Entities\\uoms\\Entity.xml', '<Entity><Name>uom</Name></Entity>'),
  part('msdyn_dualwriteentitymaps\\b\\component.xml', mapElement(two)),
  part('msdyn_dualwriteentitymaps\\a\\component.xml', mapElement(one)),
];

describe('the files of a solution', () => {
  test('say the same as its archive', async () => {
    const packed = (await readSolution(solutionZip([one, two])))._unsafeUnwrap();
    expect(await read(...unpacked)).toEqual(packed);
  });

  test.each<[string, readonly SolutionPart[]]>([
    ['an unpacked archive', unpacked],
    ['what pac solution unpack writes', byPac],
    ['in a folder', byPac.map(({ path, text }) => part(`src/Contoso/${path}`, text))],
    ['without folders', byPac.map(({ path, text }) => part(path.slice(path.search(/[^\\/]+$/)), text))],
    ['without useful names', byPac.map(({ text }, index) => part(`download (${index}).xml`, text))],
    ['with a file that is given twice', [...unpacked, ...unpacked]],
    [
      'beside another solution further in',
      [
        ...unpacked,
        part('old/solution.xml', manifest({ uniqueName: 'Old' })),
        part('old/customizations.xml', customizations([mapRow('x', 'Y')])),
      ],
    ],
  ])('%s, in any order', async (_case, parts) => {
    for (const ordered of [parts, [...parts].reverse()]) {
      const { uniqueName, version, isManaged, maps, coverage } = await read(...ordered);
      expect({ uniqueName, version, isManaged, coverage }).toEqual({
        uniqueName: 'ContosoMaps',
        version: '1.0.0.1',
        isManaged: true,
        coverage: undefined,
      });
      expect(maps.map(({ name }) => name).sort()).toEqual(names);
    }
  });

  test('customizations.xml alone: its maps, and nothing that it does not say', async () => {
    const { maps, issues, ...said } = await read(part('customizations.xml', customizations([one])));
    expect(maps).toHaveLength(1);
    expect(issues).toEqual([]);
    expect(said).toEqual({
      uniqueName: null,
      displayName: null,
      version: null,
      publisher: { uniqueName: null, displayName: null, prefix: null },
      isManaged: null,
      requires: null,
    });
  });

  test('without customizations.xml it is a part', async () => {
    const { maps, coverage, detail } = await read(part('solution.xml', manifest()), part('a.xml', mapElement(one)));
    expect({ maps: maps.length, coverage, detail }).toEqual({
      maps: 1,
      coverage: 'partial',
      detail: 'customizations.xml was not given: it may hold more maps',
    });
  });

  test('plans list what the files do not say as not known', async () => {
    const facts = { solutions: known([{ uniqueName: 'msdyn_DualWriteCore', version: '1.0.24093.1' }]) };
    const target = { name: 'production', facts, maps: known([]) };
    const alone = await read(part('customizations.xml', customizations([two])));
    for (const plan of [planImport(alone, target), planApply(alone, target, { isImported: true })]) {
      expect(plan.verdict).not.toBe('clear');
      expect(plan.unknowns[0]).toMatchObject({
        subject: 'solution.xml',
        because: expect.stringContaining('it was not given'),
      });
      expect(plan.solution.uniqueName).toBeNull();
      expect(JSON.stringify(plan)).not.toMatch(/undefined|solution null/);
    }
    const noCustomizations = await read(part('solution.xml', manifest()), part('a.xml', mapElement(two)));
    expect(planImport(noCustomizations, target).unknowns.map(({ subject }) => subject)).toContain('customizations.xml');
    expect(planExport(alone, { version: '1.0.0.2', managed: true })).toMatchObject({
      verdict: 'obstructed',
      solution: null,
    });
  });

  test.each<[string, readonly SolutionPart[], object]>([
    ['nothing', [], { type: 'missing-file', file: 'customizations.xml' }],
    ['a manifest alone', [part('solution.xml', manifest())], { type: 'missing-file', file: 'customizations.xml' }],
    ['other XML', [part('a.xml', '<a/>')], { type: 'missing-file' }],
    ['no maps', [part('customizations.xml', customizations([]))], { type: 'no-maps', solution: null }],
    [
      'two solutions side by side',
      ['a', 'b'].flatMap((folder) => [
        part(`${folder}/solution.xml`, manifest({ uniqueName: folder })),
        part(`${folder}/customizations.xml`, customizations([one])),
      ]),
      { type: 'several-solutions', solutions: ['a/solution.xml', 'b/solution.xml'] },
    ],
    [
      'two customizations',
      [part('a/customizations.xml', customizations([one])), part('b/customizations.xml', customizations([two]))],
      { type: 'several-solutions' },
    ],
    [
      'XML that breaks off',
      [part('x.xml', customizations([one]).slice(0, -30))],
      { type: 'broken-xml', entry: 'x.xml' },
    ],
    [
      'no XML under its name',
      [part('b/Customizations.xml', 'hello')],
      { type: 'broken-xml', entry: 'b/Customizations.xml' },
    ],
    [
      'a manifest without a name',
      [part('solution.xml', manifest({ uniqueName: ' ' })), part('customizations.xml', customizations([one]))],
      { type: 'nameless' },
    ],
    [
      'an entity bomb',
      [part('customizations.xml', '<!DOCTYPE a [<!ENTITY b "bb">]><ImportExportXml>&b;</ImportExportXml>')],
      { type: 'broken-xml' },
    ],
    [
      'elements without end',
      [part('customizations.xml', `<ImportExportXml>${'<a>'.repeat(100_000)}`)],
      { type: 'broken-xml' },
    ],
  ])('%s is a fault', async (_case, parts, expected) => {
    const found = await fault(...parts);
    expect(found).toMatchObject(expected);
    expect(found.whatToDo.length).toBeGreaterThan(10);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'customizations.xml'],
    ['a part without a text', [{ path: 'customizations.xml' }]],
    ['numbers', [1]],
    ['holes', [null]],
  ])('%s of a caller without types is a fault', async (_case, parts) => {
    expect((await readSolutionParts(parts as readonly SolutionPart[])).isErr()).toBe(true);
  });

  const whole = customizations([one]);
  property.prop([fc.nat({ max: whole.length - 1 })])('cut off anywhere it is a fault, or all of it', async (length) => {
    const result = await readSolutionParts([part('customizations.xml', whole.slice(0, length))]);
    if (result.isOk()) expect(result.value.maps).toHaveLength(1);
  });
});

test.each<[string, ReturnType<typeof roleOf>]>([
  [manifest(), 'manifest'],
  ['<SolutionManifest><UniqueName>x</UniqueName></SolutionManifest>', 'manifest'],
  [customizations([]), 'customizations'],
  [
    '<?xml version="1.0"?><!-- <SolutionManifest> -->\n<ImportExportXml xmlns="a"><!-- b --><Entities/></ImportExportXml>',
    'customizations',
  ],
  ['<ImportExportXml/>', 'customizations'],
  [mapElement(one), 'component'],
  ['<x:MSDYN_dualwriteentitymaps xmlns:x="y"/>', 'component'],
  ['<Entity/>', undefined],
  ['<!-- never closed', undefined],
  ['{}', undefined],
  ['', undefined],
  [`${'<!---->'.repeat(50_000)}<ImportExportXml/>`, 'customizations'],
])('the role of %.60s', (text, role) => {
  expect(roleOf(text)).toBe(role);
});

describe('a package around solutions', () => {
  const withMaps = solutionZip([one, two]);
  const without = (uniqueName: string) => solutionZip([], { uniqueName });
  const file = (name: string, content: Uint8Array | string) => ({ name, content });
  const names2 = async (bytes: Uint8Array) => (await readSolution(bytes))._unsafeUnwrap().maps.map(({ name }) => name);

  test.each<[string, Uint8Array]>([
    [
      'for the Package Deployer',
      zip([
        file('Pkg/ImportConfig.xml', '<a/>'),
        file('Pkg/Other.zip', without('Other')),
        file('Pkg/Maps.zip', withMaps),
      ]),
    ],
    [
      'for the marketplace',
      zip([file('input.xml', '<a/>'), file('package.zip', zip([file('Pkg\\Maps.zip', withMaps)]))]),
    ],
    ['stored', zip([{ ...file('Maps.zip', withMaps), method: 0 }])],
    ['with paths that lead out of it', zip([file('../../../etc/Maps.zip', withMaps)])],
    ['large', zip([{ ...file('Maps.zip', withMaps), isLarge: true }], { isLarge: true })],
  ])('%s: the only one with maps is read', async (_case, bytes) => {
    expect((await names2(bytes)).sort()).toEqual(names);
  });

  test('what could not be opened beside it is named', async () => {
    const { issues } = (
      await readSolution(zip([file('Maps.zip', withMaps), file('Broken.zip', 'PK'), file('x.cab', '')]))
    )._unsafeUnwrap();
    expect(issues.map(({ path }) => path)).toEqual(['Broken.zip', 'x.cab']);
  });

  const nested = (depth: number): Uint8Array => (depth === 0 ? withMaps : zip([file('inner.zip', nested(depth - 1))]));
  /** It claims to be large, which is enough: nothing is unpacked beyond what all archives may take together. */
  const bomb = zip([
    file('solution.xml', manifest()),
    { ...file('customizations.xml', customizations([one])), size: 200 * 1024 * 1024 },
  ]);
  test.each<[string, Uint8Array, object]>([
    [
      'several with maps',
      zip([file('a/A.zip', withMaps), file('b/B.zip', withMaps)]),
      { type: 'several-solutions', solutions: ['a/A.zip', 'b/B.zip'] },
    ],
    [
      'several further in',
      zip([file('p.zip', zip([file('A.zip', withMaps), file('B.zip', withMaps)]))]),
      { type: 'several-solutions', solutions: ['p.zip/A.zip', 'p.zip/B.zip'] },
    ],
    [
      'none with maps',
      zip([file('A.zip', without('A')), file('B.zip', without('B'))]),
      { type: 'no-maps', solution: null },
    ],
    [
      'two solutions in two folders',
      zip([file('a/solution.xml', ''), file('b/solution.xml', '')]),
      { type: 'several-solutions' },
    ],
    [
      'only a cabinet',
      zip([file('x.cab', 'MSCF')]),
      { type: 'missing-file', whatToDo: expect.stringContaining('expand package.cab -F:* folder') },
    ],
    [
      'an encrypted archive',
      zip([{ ...file('A.zip', withMaps), isEncrypted: true }]),
      { type: 'missing-file', because: expect.stringContaining('A.zip is encrypted') },
    ],
    ['deeper than any package', nested(5), { type: 'missing-file' }],
    ['a bomb in each of two archives', zip([file('A.zip', bomb), file('B.zip', bomb)]), { type: 'too-large' }],
  ])('%s is a fault', async (_case, bytes, expected) => {
    const found = (await readSolution(bytes))._unsafeUnwrapErr();
    expect(found).toMatchObject(expected);
    expect(found.whatToDo.length).toBeGreaterThan(10);
  });
});

test('the maps of the files are those of rows', async () => {
  const { maps } = await read(...byPac);
  expect(maps.find(({ name }) => name === names[0])?.mapping).toEqual(entityMapOf(one).mapping);
});

test('a file of customizations is read by its content', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'dual-write-health-parts-')), 'x.txt');
  writeFileSync(path, Buffer.from(customizations([one]), 'utf16le'));
  expect((await readSolutionFile(path))._unsafeUnwrap()).toMatchObject({
    uniqueName: null,
    maps: [{ name: names[0] }],
  });
  rmSync(dirname(path), { recursive: true });
});
