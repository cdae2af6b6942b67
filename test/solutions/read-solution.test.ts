import { constants, deflateRawSync } from 'node:zlib';
import { fc, test as property } from '@fast-check/vitest';
import { zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { entityMapOf } from '../../src/maps/index.js';
import { solutionWithVersion } from '../../src/solutions/read-manifest.js';
import { readSolution } from '../../src/solutions/read-solution.js';
import type { SolutionFault } from '../../src/solutions/solution-fault.js';
import { unpack, zipEntries } from '../../src/solutions/zip-archive.js';
import { mapRow, shippedMaps } from '../support/entity-maps.js';
import { runs } from '../support/fuzz.js';
import { diceOf } from '../support/re-encode-map.js';
import {
  customizations,
  manifest,
  mapElement,
  type SolutionDetails,
  solutionFiles,
  solutionZip,
  xml,
} from '../support/solution-files.js';
import { type ZipFile, zip } from '../support/zip.js';

const shipped = shippedMaps();
const one = mapRow('accounts', 'Customers V3');
const read = async (bytes: Uint8Array) => (await readSolution(bytes))._unsafeUnwrap();
const fault = async (bytes: Uint8Array) => (await readSolution(bytes))._unsafeUnwrapErr();

describe('a solution as environments export it', () => {
  test('says who it is from and what it needs', async () => {
    const { maps, ...said } = await read(
      solutionZip([one], { requires: ['msdyn_DualWriteCore (1.0.6)', 'Party (1.0.0.89)'] }),
    );
    expect(said).toEqual({
      uniqueName: 'ContosoMaps',
      displayName: 'Maps of ContosoMaps',
      version: '1.0.0.1',
      publisher: { uniqueName: 'contosopublisher', displayName: 'Contoso Ltd', prefix: 'contoso' },
      isManaged: true,
      requires: [
        { solution: 'msdyn_DualWriteCore', version: '1.0.6', components: ['msdyn_dualwriteentitymap'] },
        { solution: 'Party', version: '1.0.0.89', components: ['msdyn_dualwriteentitymap'] },
      ],
      issues: [],
    });
    expect(maps).toHaveLength(1);
  });

  test('its maps are those of the environment, to the character', async () => {
    const { maps } = await read(solutionZip(shipped));
    expect(maps).toHaveLength(19);
    const expected = shipped.map((row) => entityMapOf(row));
    expect(maps.map(({ columns }) => columns)).toEqual(expected.map(({ columns }) => columns));
    expect(maps.map(({ id, name, version, publisher }) => [id, name, version, publisher])).toEqual(
      expected.map(({ id, name, version, publisher }) => [id, name, version, publisher]),
    );
    expect(maps.filter(({ columns }) => columns.properties.status === 'repaired')).toHaveLength(1);
  });

  property.prop([fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string()), { minLength: 1, maxLength: 4 })])(
    'any text of a column comes back as it was',
    async (texts) => {
      const clean = (text: string) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
      const rows = texts.map(([mapping, properties], index) => ({
        msdyn_dualwriteentitymapid: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
        msdyn_name: `contoso_[tables${index} - Entity]`,
        msdyn_mapping: `x${clean(mapping)}`,
        msdyn_properties: `x${clean(properties)}`,
      }));
      const { maps } = await read(solutionZip(rows));
      const textsOf = maps.map(({ columns: { mapping, properties } }) => [
        mapping.status !== 'absent' && mapping.text,
        properties.status !== 'absent' && properties.text,
      ]);
      expect(textsOf).toEqual(rows.map((row) => [row.msdyn_mapping, row.msdyn_properties]));
    },
  );

  test('a broken map keeps its fault and costs the others nothing', async () => {
    const rows = [one, mapRow('contacts', 'Customers V3', {}, 1), mapRow('uoms', 'Units', {}, 2)];
    const broken = rows.map((row, index) => (index === 1 ? { ...row, msdyn_mapping: '{"legs":[' } : row));
    const { maps } = await read(solutionZip(broken));
    expect(maps.map(({ mapping }) => mapping !== undefined)).toEqual([true, false, true]);
    expect(maps[1]?.columns.mapping).toMatchObject({ status: 'broken', text: '{"legs":[', fault: { position: 9 } });
  });

  test.each<[string, string, boolean | null, number]>([
    ['1', 'managed', true, 0],
    ['0', 'unmanaged', false, 0],
    ['True', 'in words', true, 0],
    ['2', 'taken apart for source control', null, 1],
    ['', 'left out', null, 1],
  ])('Managed %j: %s', async (managed, _case, isManaged, issues) => {
    const solution = await read(solutionZip([one], { managed }));
    expect([solution.isManaged, solution.issues.length]).toEqual([isManaged, issues]);
  });

  test.each<[string, readonly string[], unknown]>([
    ['none', [], []],
    ['twice: the higher version counts', ['Party (1.0.0.9)', 'party (1.0.0.10)'], [['Party', '1.0.0.10']]],
    ['without a version', ['Party'], [['Party', null]]],
    ['made in the environment itself', ['Active', 'System (9.1)'], [[null, null]]],
    ['with parentheses in its name', ['Party (new) (1.0)'], [['Party (new)', '1.0']]],
  ])('requirements: %s', async (_case, requires, expected) => {
    const solution = await read(solutionZip([one], { requires }));
    expect(solution.requires?.map(({ solution: name, version }) => [name, version])).toEqual(expected);
  });
});

describe('ways to write a map', () => {
  const { msdyn_dualwriteentitymapid: id, msdyn_name, msdyn_version, msdyn_mapping, msdyn_properties } = one;
  const around = (inside: string) => `<ImportExportXml xmlns:xsi="x">${inside}</ImportExportXml>`;
  const columns = `<msdyn_name>${msdyn_name}</msdyn_name><msdyn_version>${msdyn_version}</msdyn_version>`;
  const documents = `<msdyn_mapping><![CDATA[${msdyn_mapping}]]></msdyn_mapping><msdyn_properties>${xml(msdyn_properties)}</msdyn_properties>`;
  const open = `<msdyn_dualwriteentitymap msdyn_dualwriteentitymapid="{${id.toUpperCase()}}">`;
  test.each<[string, string]>([
    ['CDATA', around(`${open}${columns}${documents}</msdyn_dualwriteentitymap>`)],
    ['deeper down', around(`<a><b><c>${open}${columns}${documents}</msdyn_dualwriteentitymap></c></b></a>`)],
    [
      'attributes',
      around(
        `<msdyn_dualwriteentitymap msdyn_dualwriteentitymapid="${id}" msdyn_name="${msdyn_name}" msdyn_version="${msdyn_version}" msdyn_mapping="${xml(msdyn_mapping)}" msdyn_properties="${xml(msdyn_properties)}"/>`,
      ),
    ],
    [
      'fields with names',
      around(
        `<msdyn_dualwriteentitymap><field name="msdyn_dualwriteentitymapid" value="${id}"/><field name="msdyn_name">${msdyn_name}</field><field name="msdyn_version" value="${msdyn_version}"/><field name="msdyn_mapping" value="${xml(msdyn_mapping)}"/><field name="msdyn_properties" value="${xml(msdyn_properties)}"/></msdyn_dualwriteentitymap>`,
      ),
    ],
    [
      'namespaces and letter case',
      around(
        `<x:MSDYN_DualWriteEntityMap xmlns:x="y" MSDYN_dualwriteentitymapid="${id}"><x:MSDYN_Name>${msdyn_name}</x:MSDYN_Name><x:msdyn_Version> ${msdyn_version}
        </x:msdyn_Version><msdyn_mapping>${xml(msdyn_mapping)}</msdyn_mapping><msdyn_properties>${xml(msdyn_properties)}</msdyn_properties></x:MSDYN_DualWriteEntityMap>`,
      ),
    ],
    [
      'with columns that are not there',
      around(`${open}${columns}${documents}<owner xsi:nil="true"/></msdyn_dualwriteentitymap>`),
    ],
  ])('%s', async (_case, content) => {
    const { maps, issues } = await read(solutionZip([], { customizations: content }));
    const expected = entityMapOf(one);
    expect(issues).toEqual([]);
    expect(maps.map(({ id: mapId, name, version }) => [mapId, name, version])).toEqual([
      [id, expected.name, '1.0.0.0'],
    ]);
    expect(maps[0]?.mapping).toEqual(expected.mapping);
    expect(maps[0]?.properties).toEqual(expected.properties);
    expect(maps[0]?.otherColumns).toEqual({});
  });

  test('a separate file, which may repeat what is elsewhere', async () => {
    const other = mapRow('uoms', 'Units', {}, 5);
    const more: readonly ZipFile[] = [
      { name: 'msdyn_dualwriteentitymaps/uoms/msdyn_dualwriteentitymap.xml', content: mapElement(other) },
      { name: 'msdyn_dualwriteentitymaps\\accounts\\msdyn_dualwriteentitymap.xml', content: mapElement(one) },
      { name: 'Entities/uoms/dashboard.xml', content: '<not xml' },
    ];
    const { maps } = await read(solutionZip([one], { more }));
    expect(maps.map(({ name }) => name)).toEqual(['accounts - Customers V3', 'uoms - Units']);
  });

  test('elements where text should be are an issue', async () => {
    const content = around(`${open}<msdyn_mapping><legs/></msdyn_mapping>${columns}</msdyn_dualwriteentitymap>`);
    const { maps, issues } = await read(solutionZip([], { customizations: content }));
    expect(issues).toEqual([
      { path: 'customizations.xml: map 1.msdyn_mapping', message: 'expected text, found elements' },
    ]);
    expect(maps[0]?.columns.mapping.status).toBe('absent');
  });

  test('UTF-16, both ways round', async () => {
    for (const isLittle of [true, false]) {
      const text = customizations([one]);
      const units = Uint16Array.from(text, (_, index) => text.charCodeAt(index));
      const bytes = new Uint8Array(units.length * 2);
      const view = new DataView(bytes.buffer);
      for (const [index, unit] of units.entries()) view.setUint16(index * 2, unit, isLittle);
      const files = solutionFiles([], {}).map((file) =>
        file.name === 'customizations.xml' ? { ...file, content: bytes } : file,
      );
      expect((await read(zip(files))).maps).toHaveLength(1);
    }
  });
});

describe('ways to pack it', () => {
  const expected = ['accounts - Customers V3'];
  const encoder = new TextEncoder();
  const plain = {
    'solution.xml': encoder.encode(manifest()),
    'customizations.xml': encoder.encode(customizations([one])),
  };
  test.each<[string, Uint8Array]>([
    ['by a library', zipSync(plain)],
    ['by a library, not compressed', zipSync(plain, { level: 0 })],
    [
      'in a folder',
      zipSync({
        Contoso: {
          Other: { 'Solution.xml': plain['solution.xml'], 'Customizations.xml': plain['customizations.xml'] },
        },
      }),
    ],
    ['stored', zip(solutionFiles([one]).map((file) => ({ ...file, method: 0 })))],
    ['with a comment that looks like an end', zip(solutionFiles([one]), { comment: 'PK\u0005\u0006 and more' })],
    ['behind a program that unpacks it', zip(solutionFiles([one]), { prefix: 'MZ this program cannot be run' })],
    [
      'with sizes for large archives',
      zip(
        solutionFiles([one]).map((file) => ({ ...file, isLarge: true })),
        { isLarge: true },
      ),
    ],
    [
      'beside files of the same name further in',
      zip([
        { name: 'a/solution.xml', content: '<a/>' },
        { name: 'a/customizations.xml', content: '<a/>' },
        ...solutionFiles([one]),
        { name: 'b/c/solution.xml', content: '<a/>' },
        { name: 'b/c/customizations.xml', content: '<a/>' },
      ]),
    ],
    ['as a part of other bytes', Uint8Array.from([1, 2, 3, ...solutionZip([one])]).subarray(3)],
  ])('%s', async (_case, bytes) => {
    expect((await read(bytes)).maps.map(({ name }) => name)).toEqual(expected);
  });
});

describe('what is not a solution is refused, with the reason', () => {
  const files = solutionFiles([one]);
  const only = (...names: readonly string[]) => zip(files.filter(({ name }) => names.includes(name)));
  const withDetails = (details: SolutionDetails) => solutionZip([one], details);
  const change = (name: string, how: Partial<ZipFile>) =>
    zip(files.map((file) => (file.name === name ? { ...file, ...how } : file)));
  const bytes = (text: string) => new TextEncoder().encode(text);
  const inXml = (customization: string) => solutionZip([], { customizations: customization });
  test.each<[string, Uint8Array, Partial<SolutionFault> & { readonly type: SolutionFault['type'] }]>([
    ['nothing', new Uint8Array(), { type: 'not-a-zip', found: 'empty' }],
    ['a cabinet', bytes('MSCF\0\0\0\0'), { type: 'not-a-zip', found: 'cabinet' }],
    ['the XML itself', bytes(customizations([one])), { type: 'not-a-zip', found: 'xml' }],
    ['rows', bytes('[{}]'), { type: 'not-a-zip', found: 'json' }],
    ['noise', bytes('hello'), { type: 'not-a-zip', found: 'unknown' }],
    ['a zip that breaks off', solutionZip([one]).subarray(0, 700), { type: 'broken-zip', entry: null }],
    ['an empty zip', zip([]), { type: 'missing-file', file: 'customizations.xml', archives: [] }],
    ['a list that breaks off', zip(files, { count: 9 }), { type: 'broken-zip', entry: null }],
    [
      'more files than there can be',
      zip(files, { count: 70_000, isLarge: true }),
      { type: 'too-large', limit: 65_535 },
    ],
    [
      'a package around solutions',
      zip([
        { name: 'Party_managed.zip', content: 'PK' },
        { name: 'x.cab', content: '' },
      ]),
      { type: 'missing-file', archives: ['Party_managed.zip', 'x.cab'] },
    ],
    ['no customizations.xml', only('solution.xml'), { type: 'missing-file', file: 'customizations.xml' }],
    ['no solution.xml', only('customizations.xml'), { type: 'missing-file', file: 'solution.xml' }],
    [
      'a password',
      change('customizations.xml', { isEncrypted: true }),
      { type: 'encrypted', entry: 'customizations.xml' },
    ],
    [
      'a wrong checksum',
      change('customizations.xml', { crc: 1 }),
      { type: 'broken-zip', because: expect.stringContaining('customizations.xml: its checksum differs') },
    ],
    ['an unknown packing', change('solution.xml', { method: 99 }), { type: 'broken-zip', entry: 'solution.xml' }],
    ['a size that is not so', change('solution.xml', { size: 12 }), { type: 'broken-zip', entry: 'solution.xml' }],
    ['a size that is larger than so', change('solution.xml', { size: 99_999 }), { type: 'broken-zip' }],
    [
      'a claim of four gigabytes',
      change('customizations.xml', { size: 4_000_000_000 }),
      { type: 'too-large', entry: 'customizations.xml' },
    ],
    ['no UniqueName', withDetails({ uniqueName: ' ' }), { type: 'nameless', entry: 'solution.xml' }],
    ['another manifest', withDetails({ manifest: '<Package><Name>x</Name></Package>' }), { type: 'nameless' }],
    ['no maps', solutionZip([]), { type: 'no-maps', solution: 'ContosoMaps' }],
    [
      'XML that breaks off',
      inXml(customizations([one]).slice(0, -20)),
      { type: 'broken-xml', entry: 'customizations.xml' },
    ],
    ['XML with a tag that is not closed', inXml('<a>\n  <b></a>'), { type: 'broken-xml', line: 2 }],
    [
      'an entity bomb',
      inXml('<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'),
      { type: 'broken-xml', because: expect.stringContaining('it declares a document type') },
    ],
    ['an entity that nobody declared', inXml('<a>&external;</a>'), { type: 'broken-xml' }],
    [
      'elements without end',
      inXml('<a>'.repeat(100_000)),
      { type: 'broken-xml', because: expect.stringContaining('nested deeper than 200 elements') },
    ],
    [
      'no text',
      change('customizations.xml', { content: Uint8Array.of(0x3c, 0xff, 0x61) }),
      { type: 'broken-xml', line: null },
    ],
    ['two roots', inXml('<a/><b/>'), { type: 'broken-xml' }],
  ])('%s', async (_case, archive, expected) => {
    const found = await fault(archive);
    expect(found).toMatchObject(expected);
    expect(found.whatToDo.length).toBeGreaterThan(10);
  });

  test('a bomb is not unpacked: 64 megabytes behind a claim of a kilobyte', async () => {
    const zeros = new Uint8Array(64 * 1024 * 1024);
    const found = await fault(change('customizations.xml', { content: zeros, size: 1024, crc: 0 }));
    expect(found).toMatchObject({
      type: 'broken-zip',
      because: expect.stringContaining('it is longer than the 1024 bytes that it should have'),
    });
  });

  test('and little more of it is looked at than shows that it is one', async () => {
    let pushed = 0;
    const Platform = DecompressionStream;
    class Counting {
      readonly readable: ReadableStream;
      readonly writable: WritableStream;
      constructor(format: CompressionFormat) {
        const stream = new Platform(format);
        const writer = stream.writable.getWriter();
        this.readable = stream.readable;
        this.writable = new WritableStream<BufferSource>({
          write(chunk) {
            pushed += chunk.byteLength;
            return writer.write(chunk);
          },
        });
      }
    }
    const archive = zip([{ name: 'x', content: noiseOf(2 * 1024 * 1024), size: 1024 }]);
    vi.stubGlobal('DecompressionStream', Counting);
    const found = await unpack(archive, zipEntries(archive)._unsafeUnwrap());
    vi.unstubAllGlobals();
    expect(found._unsafeUnwrapErr().because).toContain('it is longer than the 1024 bytes that it should have');
    expect(pushed).toBeGreaterThan(0);
    expect(pushed).toBeLessThanOrEqual(4 * 64 * 1024);
  });

  const small = solutionZip([mapRow('uoms', 'Units')]);
  property.prop([fc.nat({ max: small.length - 1 })])('cut off anywhere it is a fault', async (length) => {
    expect((await readSolution(small.subarray(0, length))).isErr()).toBe(true);
  });

  property.prop([fc.nat({ max: small.length - 1 }), fc.integer({ min: 1, max: 255 })])(
    'a byte that changes changes nothing of what is read, or it is a fault',
    async (at, mask) => {
      const damaged = Uint8Array.from(small);
      damaged[at] = (damaged[at] ?? 0) ^ mask;
      const result = await readSolution(damaged);
      if (result.isOk()) expect(result.value).toEqual(await read(small));
    },
  );

  property.prop([fc.uint8Array({ maxLength: 400 })])('noise is a fault', async (noise) => {
    expect((await readSolution(noise)).isErr()).toBe(true);
  });

  property.prop([fc.string({ unit: 'binary', maxLength: 300 })])('any text as XML is read or refused', async (text) => {
    const result = await readSolution(solutionZip([], { customizations: text }));
    expect(result.isErr() && result.error.type).toMatch(/broken-xml|no-maps/);
  });
});

describe('packed data', () => {
  const text = noiseOf(300_000).map((byte) => byte % 200);
  const packed = deflateRawSync(text);
  const openEnded = deflateRawSync(text, { finishFlush: constants.Z_SYNC_FLUSH });
  const damagedAt = (at: number) => packed.map((byte, index) => (index < at ? byte : 0xff));
  const isText = (content: Uint8Array | undefined) => content !== undefined && Buffer.from(content).equals(text);
  const followedBy = (length: number) => Uint8Array.from([...packed, ...noiseOf(length)]);
  const emptyBlocks = new Uint8Array(1_000_000).map((_, at) => (at % 5 < 3 ? 0 : 0xff));
  const read = async (file: Partial<ZipFile>) => {
    const archive = zip([{ name: 'x', content: text, ...file }]);
    const contents = await unpack(archive, zipEntries(archive)._unsafeUnwrap());
    return contents.map(([content]) => content);
  };
  const damaged = 'is a broken zip: x: its packed data is damaged or cut off';

  test.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['a byte', packed.subarray(0, 1)],
    ['cut off in the first piece', packed.subarray(0, 10_000)],
    ['cut off in a later piece', packed.subarray(0, 130_000)],
    ['cut off where a piece ends', packed.subarray(0, 65_536)],
    ['an unknown type of block', Uint8Array.of(7, 1, 2, 3)],
    ['blocks without content and without end', emptyBlocks],
  ])('%s is a fault', async (_case, data) => {
    expect((await read({ packed: data }))._unsafeUnwrapErr()).toMatchObject({
      type: 'broken-zip',
      entry: 'x',
      because: damaged,
    });
  });

  test.each([0, 1, 5_000, 65_535, 65_536, 80_000, packed.length - 4])('damaged at %d is a fault', async (at) => {
    const found = (await read({ packed: damagedAt(at) }))._unsafeUnwrapErr();
    expect(found).toMatchObject({ type: 'broken-zip', entry: 'x' });
    expect(found.because).toMatch(/: x: (?:its packed data is|it is longer than|expected 300000 bytes|its checksum)/);
  });

  test('that ends too early, or has other content, is a fault', async () => {
    const becauseOf = async (content: Uint8Array) =>
      (await read({ packed: deflateRawSync(content) }))._unsafeUnwrapErr().because;
    expect(await becauseOf(text.subarray(1))).toContain('expected 300000 bytes, found 299999');
    expect(await becauseOf(text.map((byte) => byte + 1))).toContain('its checksum differs');
  });

  test.each<[string, Uint8Array]>([
    ['the last block is not marked', openEnded],
    ['a byte follows', followedBy(1)],
    ['much follows', followedBy(200_000)],
  ])('where %s, content that its checksum proves is read, or it is a fault', async (_case, data) => {
    const content = await read({ packed: data });
    // Platforms differ: some refuse what follows the end, and lose what they had unpacked.
    if (content.isErr()) expect(content.error.because).toBe(damaged);
    else expect(isText(content.value)).toBe(true);
  });

  test('without content is read', async () => {
    const content = new Uint8Array();
    expect((await read({ content }))._unsafeUnwrap()).toEqual(content);
    expect((await read({ content, packed: content }))._unsafeUnwrap()).toEqual(content);
    expect((await read({ content, method: 0 }))._unsafeUnwrap()).toEqual(content);
  });

  property.prop([fc.nat({ max: 400_000 }), fc.constantFrom(1, 2, 256), fc.constantFrom(0, 8)], { numRuns: runs(30) })(
    'of any length comes back',
    async (length, values, method) => {
      const content = noiseOf(length).map((byte) => byte % values);
      const found = (await read({ content, method }))._unsafeUnwrap();
      expect(Buffer.from(found ?? []).equals(content)).toBe(true);
    },
  );

  test('several archives are read at once', async () => {
    const reads = await Promise.all(Array.from({ length: 40 }, (_, index) => read(index % 2 ? {} : { packed })));
    for (const content of reads) expect(isText(content._unsafeUnwrap())).toBe(true);
  });

  test.each<[string, unknown]>([
    ['no DecompressionStream', undefined],
    [
      'one without deflate-raw',
      class {
        constructor() {
          throw new TypeError('Unsupported format');
        }
      },
    ],
  ])('on a platform with %s, that is the fault; files that are only stored are read', async (_case, stub) => {
    vi.stubGlobal('DecompressionStream', stub);
    const [deflated, stored] = [await read({}), await read({ method: 0 })];
    vi.unstubAllGlobals();
    expect(deflated._unsafeUnwrapErr()).toMatchObject({
      because: 'cannot be unpacked: this platform has no DecompressionStream for deflate-raw',
      entry: null,
    });
    expect(isText(stored._unsafeUnwrap())).toBe(true);
  });
});

describe('whatever is given, nothing is thrown', () => {
  const trap = new Proxy(
    {},
    {
      get: () => {
        throw new Error('trap');
      },
      getPrototypeOf: () => {
        throw new Error('trap');
      },
      ownKeys: () => {
        throw new Error('trap');
      },
    },
  );
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const transferred = new Uint8Array(solutionZip([one]));
  structuredClone(transferred.buffer, { transfer: [transferred.buffer] });
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'PK'],
    ['a number', 7],
    ['a flag', true],
    ['a symbol', Symbol('PK')],
    ['a function', () => solutionZip([one])],
    ['an object', { length: 4, buffer: new ArrayBuffer(4) }],
    ['a list', [80, 75, 3, 4]],
    ['an ArrayBuffer', solutionZip([one]).buffer],
    ['a DataView', new DataView(new ArrayBuffer(64))],
    ['other numbers', new Uint16Array(64)],
    ['a proxy of bytes', new Proxy(solutionZip([one]), {})],
    ['a proxy that throws', trap],
    ['a proxy that is gone', revoked.proxy],
    ['bytes that were transferred', transferred],
  ])('%s is a fault', async (_name, given) => {
    // A caller without types.
    const result = await readSolution(given as Uint8Array);
    expect(result._unsafeUnwrapErr()).toMatchObject({ type: 'not-a-zip', found: expect.any(String) });
  });

  test('what happens to the bytes afterward changes nothing', async () => {
    const bytes = new Uint8Array(solutionZip([one]));
    const reading = readSolution(bytes);
    structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
    expect((await reading)._unsafeUnwrap().maps).toHaveLength(1);
    expect((await read(new Uint8Array(Buffer.from(solutionZip([one]))))).maps).toHaveLength(1);
    expect((await read(Buffer.from(solutionZip([one])))).maps).toHaveLength(1);
  });

  const numbers = solutionZip([one]);
  property.prop([
    fc.array(fc.tuple(fc.nat({ max: numbers.length - 4 }), fc.constantFrom(0, 1, 255)), { maxLength: 6 }),
  ])('hostile sizes and places in the headers', async (places) => {
    const damaged = Uint8Array.from(numbers);
    for (const [at, value] of places) damaged.fill(value, at, at + 4);
    const result = await readSolution(damaged);
    expect(result.isOk() || result.error.whatToDo.length > 10).toBe(true);
  });
});

describe('the solution and the version of a requirement', () => {
  test.each<[string, string, string | null]>([
    ['msdyn_DualWriteCore (1.0.6)', 'msdyn_DualWriteCore', '1.0.6'],
    ['Party(1.0)', 'Party', '1.0'],
    ['Party (new) (1.0)', 'Party (new)', '1.0'],
    ['Party ( 1.0 )', 'Party', '1.0'],
    ['Party ()', 'Party', null],
    ['Party', 'Party', null],
    ['Party (1.0', 'Party (1.0', null],
    ['Party 1.0)', 'Party 1.0)', null],
    ['Party (1.0) more', 'Party (1.0) more', null],
    ['Party (1.0))', 'Party (1.0))', null],
    ['Party ((1.0)', 'Party (', '1.0'],
    ['', '', null],
    [')(', ')(', null],
  ])('%j', (text, name, version) => {
    expect(solutionWithVersion(text)).toEqual({ name, version });
  });

  test('a hostile text of a megabyte costs nothing', () => {
    for (const piece of [' ', '(', ')', '()', ' (', '( ', 'a ']) {
      const text = `a${piece.repeat(1_000_000 / piece.length)}b`;
      expect(solutionWithVersion(text).name).toBe(text);
    }
  });
});

test('names of files that are made to be searched for long cost nothing', async () => {
  const name = (index: number) => `${'dualwriteentitymap'.repeat(3_600)}${index}/x`;
  const more = Array.from({ length: 40 }, (_, index): ZipFile => ({ name: name(index), content: '' }));
  expect((await read(solutionZip([one], { more }))).maps).toHaveLength(1);
});

function noiseOf(length: number): Uint8Array {
  const dice = diceOf(1);
  return Uint8Array.from({ length }, () => dice(256));
}
