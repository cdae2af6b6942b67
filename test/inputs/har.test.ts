import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { recognize } from '../../src/inputs/recognize.js';
import { runs } from '../support/fuzz.js';
import { type Exchange, type HarTool, harFile, harTools, plantedSecret } from '../support/har.js';
import { captureOf, healthySnapshot } from '../support/live-environment.js';

const dataverse = 'https://contoso.crm4.dynamics.com/api/data/v9.2';
const gateway = 'https://x.gateway.prod.island.powerapps.com/api';
const [connectionSet, maps] = captureOf(healthySnapshot()) as readonly [unknown, unknown];
const exchanges: readonly Exchange[] = [
  { url: `https://login.example/?code=${plantedSecret}`, body: { token: plantedSecret } },
  { url: `${gateway}/ConnectionSet/set?code=${plantedSecret}`, body: connectionSet },
  { url: 'https://contoso/app.js', body: `"${plantedSecret}"`, mimeType: 'text/javascript' },
  { url: `${gateway}/DualWriteManagement/1.0/Entities?cid=cs1`, body: maps },
  {
    url: `${dataverse}/solutions`,
    body: { value: [{ uniquename: 'Dynamics365Company', version: '2.3.4.5', name: '東京 "quoted" \\' }] },
  },
  { url: `${dataverse}/accounts`, body: { value: [{ name: plantedSecret }] } },
];
const paths = ['ConnectionSet/set', 'DualWriteManagement/1.0/Entities', 'solutions'];

function inEncoding(text: string, encoding: 'utf-8' | 'utf-16le' | 'utf-16be', mark: boolean): Uint8Array {
  const marked = `${mark ? '\uFEFF' : ''}${text.replace(/^\uFEFF/, '')}`;
  const bytes = Buffer.from(marked, encoding === 'utf-8' ? 'utf8' : 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}

const pathsIn = (input: ReturnType<typeof recognize>) =>
  input.kind === 'har' ? input.answers.map(({ address }) => address?.path) : input.kind;

describe.each(harTools)('a file of %s', (tool) => {
  test.each([
    ['utf-8', true],
    ['utf-8', false],
    ['utf-16le', true],
    ['utf-16le', false],
    ['utf-16be', true],
    ['utf-16be', false],
  ] as const)('in %s, with a mark: %s', (encoding, mark) => {
    const input = recognize(inEncoding(harFile(exchanges, tool), encoding, mark), { name: 'a.har' });
    expect(input).toMatchObject({ kind: 'har', name: 'a.har', lacks: [] });
    expect(pathsIn(input)).toEqual(paths);
    expect(JSON.stringify(input)).not.toContain(plantedSecret);
    expect(input).toMatchObject({ answers: [{}, {}, { body: exchanges[4]?.body }] });
  });
});

describe('a recording of another product', () => {
  test('is unknown, and says what to record', () => {
    const input = recognize(harFile([{ url: 'https://outlook.office.com/owa/', body: { Subject: plantedSecret } }]));
    expect(input).toEqual({
      kind: 'unknown',
      looksLike: 'a HAR file without an answer of dual-write, Dataverse, finance and operations or the Power Platform',
      expected: expect.stringContaining('a recording of the Dual-write page'),
      lacks: [],
    });
  });

  test('with the right pages, but all bodies left out, is a HAR file that lacks them', () => {
    const input = recognize(harFile(exchanges.map(({ url }) => ({ url }))));
    expect(input).toMatchObject({
      kind: 'har',
      lacks: [expect.stringMatching(/^ConnectionSet\/set, .*solutions: body left out by the browser: record again/)],
    });
  });
});

describe('several in one file', () => {
  const [first, second] = [harFile(exchanges.slice(0, 2)), harFile(exchanges.slice(2))];
  const snapshot = '{"schemaVersion":1,"facts":{}}';

  test.each([
    ['one after the other', `${first}\n${second}`],
    ['joined with their marks', `\uFEFF${first}\uFEFF${second}`],
    ['on lines', [first, second].map((text) => JSON.stringify(JSON.parse(text))).join('\n')],
    ['in a list', `[${first},${second}]`],
  ])('%s: the answers of all, and nothing else of them', (_name, text) => {
    const input = recognize(text);
    expect(pathsIn(input)).toEqual(paths);
    expect(input.lacks).toEqual([]);
    expect(JSON.stringify(input)).not.toContain(plantedSecret);
  });

  test.each([
    ['before it', `${snapshot}\n${first}`],
    ['after it', `${first}${snapshot}`],
    ['in a list with it', `[${first},${snapshot}]`],
  ])('what else is in the file, %s, is named', (_name, text) => {
    const input = recognize(text);
    expect(input).toMatchObject({ kind: 'har', lacks: ['what else is in the file is not used: 1 document'] });
    expect(JSON.stringify(input)).not.toContain(plantedSecret);
  });
});

describe('a file that is cut off', () => {
  const texts = Object.fromEntries(harTools.map((tool) => [tool, harFile(exchanges, tool)]));

  property.prop([fc.constantFrom(...harTools), fc.nat(), fc.constantFrom('utf-8', 'utf-16le', 'utf-16be')], {
    numRuns: runs(200),
  })('gives the whole entries, in their order, and says that it is cut off', (tool: HarTool, place, encoding) => {
    const bytes = inEncoding(texts[tool] ?? '', encoding, true);
    const input = recognize(bytes.subarray(0, place % bytes.length));
    expect(JSON.stringify(input)).not.toContain(plantedSecret);
    if (input.kind !== 'har') {
      expect(['unknown', 'error-text']).toContain(input.kind);
      return;
    }
    expect(pathsIn(input)).toEqual(paths.slice(0, input.answers.length));
    expect(input.lacks).toEqual([
      expect.stringMatching(/^the file is cut off after \d (?:entry|entries): save it again$/),
    ]);
  });

  test('between its entries loses only what comes after', () => {
    const text = harFile(exchanges, 'charles');
    const end = text.indexOf('{"startedDateTime"', text.indexOf('Entities'));
    expect(pathsIn(recognize(text.slice(0, end)))).toEqual(paths.slice(0, 2));
  });

  test('an entry that is broken is left out and counted', () => {
    const text = harFile(exchanges, 'charles').replace('"httpVersion":"h2"', '"httpVersion":h2');
    const input = recognize(text);
    expect(pathsIn(input)).toEqual(paths);
    expect(input.lacks).toEqual(['1 entry could not be read']);
  });
});

describe('what is not a HAR file', () => {
  const others = (count: number) => '{"a":1}\n'.repeat(count);
  const line = JSON.stringify(JSON.parse(harFile(exchanges)));

  test('is looked for among the first hundred documents', () => {
    expect(recognize(`${others(99)}${line}`)).toMatchObject({
      kind: 'har',
      lacks: ['what else is in the file is not used: 99 documents'],
    });
    expect(recognize(`${others(100)}${line}`).kind).not.toBe('har');
  });

  test('remains what it is', () => {
    expect(recognize('{"a":1}')).toMatchObject({ looksLike: 'JSON with the properties a' });
    expect(recognize('{"a":1,')).toMatchObject({ looksLike: 'JSON whose end is missing: save it again' });
  });
});

describe('what is missing is counted', () => {
  const text = harFile(exchanges, 'charles');

  test.each([1, 2, 3])('the file ends after %i entries', (count) => {
    const starts = [...text.matchAll(/\{"startedDateTime"/g)].map(({ index }) => index);
    const entries = count === 1 ? '1 entry' : `${count} entries`;
    expect(recognize(text.slice(0, starts[count])).lacks).toEqual([
      `the file is cut off after ${entries}: save it again`,
    ]);
  });

  test('entries that are broken, and those that are nested too deeply', () => {
    const broken = text.replaceAll('"httpVersion":"h2"', '"httpVersion":h2');
    expect(recognize(broken)).toMatchObject({ kind: 'unknown', lacks: ['6 entries could not be read'] });
    const deep = text.replace('"time":3', `"time":${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    expect(recognize(deep)).toMatchObject({
      kind: 'har',
      lacks: ['1 entry left out: longer than 64 MB, or nested too deeply'],
    });
  });
});
