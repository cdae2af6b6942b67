import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { recognize } from '../../src/inputs/recognize.js';
import { recognizeLarge } from '../../src/inputs/recognize-large.js';
import { runs } from '../support/fuzz.js';
import { type Exchange, harFile, harTools, plantedSecret } from '../support/har.js';

const dataverse = 'https://contoso.crm4.dynamics.com/api/data/v9.2';
const exchanges: readonly Exchange[] = [
  { url: 'https://contoso/app.js', body: plantedSecret.repeat(200), mimeType: 'text/javascript' },
  { url: `${dataverse}/solutions`, body: { value: [{ uniquename: '東京', version: '1.0' }] } },
  { url: `${dataverse}/teams`, body: undefined },
];
const record = (index: number) => ({
  id: `e${index}`,
  integrationJob: 'accounts - Customers V3',
  entity: 'accounts',
  company: 'USMF',
  message: `Ünable to write ${index}`,
  category: 'application',
  createdOn: '2026-11-20T10:00:00Z',
});

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(size); // used again, as streams do
  for (let start = 0; start < bytes.length; start += size) {
    const part = bytes.subarray(start, start + size);
    buffer.set(part);
    yield buffer.subarray(0, part.length);
  }
}

describe('the same as of a file in memory', () => {
  const sync = [record(1), record(2)];
  const files: Readonly<Record<string, string>> = {
    ...Object.fromEntries(harTools.map((tool) => [tool, harFile(exchanges, tool)])),
    'entries behind a long comment': harFile(exchanges, 'charles').replace(
      '{"log":{',
      `{"log":{"about":"${'ü'.repeat(3_000)}",`,
    ),
    'another product': harFile([{ url: 'https://github.com/', body: '<html>' }]),
    'JSON Lines': sync.map((one) => JSON.stringify(one)).join('\n'),
    'an array': JSON.stringify(sync),
    // Text, of which nothing is left out before it is diagnosed.
    'words before a recording': `Captured: ${harFile(exchanges, 'charles').replaceAll(plantedSecret, 'y')}`,
    'a letter before a recording': `x${harFile(exchanges, 'charles').replaceAll(plantedSecret, 'y')}`,
    text: 'Unable to write data to entity accounts.',
    'text like JSON': '[2026-11-20 10:00] Unable to write data',
    'a small object': '{}',
    nothing: '',
    'a long text': `{ ${'Unable to write { data } '.repeat(100)}`,
  };
  const encoded = (text: string, encoding: string) => {
    const bytes = Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
    return encoding === 'utf-16be' ? bytes.swap16() : bytes;
  };

  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'])
    test.each(Object.keys(files))(`${encoding}: %s`, async (file) => {
      const bytes = encoded(files[file] ?? '', encoding);
      const whole = recognize(bytes, { name: file });
      for (const size of [1, 7, 1_023, 65_536]) {
        expect(await recognizeLarge(inChunks(bytes, size), { name: file })).toEqual(whole);
      }
      expect(JSON.stringify(whole)).not.toContain(plantedSecret);
    });

  property.prop([fc.constantFrom(...Object.keys(files)), fc.nat(), fc.integer({ min: 1, max: 3_000 })], {
    numRuns: runs(100),
  })('cut off anywhere, in parts of any size', async (file, place, size) => {
    const bytes = encoded(files[file] ?? '', 'utf-8');
    const part = bytes.subarray(0, place % (bytes.length + 1));
    expect(await recognizeLarge(inChunks(part, size))).toEqual(recognize(part));
  });
});

describe('JSON Lines that are not held at once', () => {
  const padding = ' '.repeat(60_000);
  const lines = Array.from({ length: 75 }, (_, index) => JSON.stringify(record(index)).replace('{', `{${padding}`));
  const large = async (texts: readonly string[]) =>
    recognizeLarge(inChunks(new TextEncoder().encode(texts.join('\n')), 1024 * 1024), { name: 'errors.jsonl' });

  test('are put together, and a line that is broken is named by its place in the file', async () => {
    const broken = [...lines.slice(0, 73), '{"id":', ...lines.slice(73)];
    const input = await large(broken);
    expect(input).toMatchObject({ kind: 'sync-errors', name: 'errors.jsonl' });
    if (input.kind !== 'sync-errors') return;
    expect(input.records).toHaveLength(75);
    expect(input.records.at(-1)?.id).toBe('e74');
    expect(input.lacks).toEqual(['line 74 could not be read']);
  });

  test('lines of another kind in the middle are named', async () => {
    const input = await large([...lines, ...Array.from({ length: 50 }, () => `{${padding}"a":1}`)]);
    expect(input).toMatchObject({ kind: 'sync-errors' });
    expect(input.lacks).toEqual([
      '12 rows could not be read: row 76: id: expected a string, found nothing (and 3 more)',
      'lines 88 to 122 hold something else and were left out',
      'lines 123 to 125 hold something else and were left out',
    ]);
  });

  test('other text of many lines is not taken for them', async () => {
    const log = Array.from({ length: 80 }, (_, index) => `{ ${index} } ${'x'.repeat(60_000)}`);
    const text = log.join('\n');
    expect(await large(log)).toEqual(recognize(text, { name: 'errors.jsonl' }));
  });
});

describe('it never rejects', () => {
  test('a stream that fails is unknown', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode('{"log":');
      throw new Error(`EACCES: permission denied, open '/secret'`);
    }
    const input = await recognizeLarge(failing(), { name: 'x' });
    const expected = 'a HAR file or JSON Lines of any size, or another file of at most 128 MB, read to its end';
    const looksLike = 'a file that could not be read to its end';
    expect(input).toEqual({ kind: 'unknown', name: 'x', looksLike, expected, lacks: [] });
    expect('name' in (await recognizeLarge(failing()))).toBe(false);
  });

  test('the signal stops the reading, and closes the stream', async () => {
    const stopped = new AbortController();
    let isClosed = false;
    let read = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield new Uint8Array(10);
      } finally {
        isClosed = true;
      }
    }
    const input = await recognizeLarge(endless(), {
      signal: stopped.signal,
      onProgress: ({ bytes }) => {
        read = bytes;
        if (bytes === 50) stopped.abort();
      },
    });
    expect(input).toMatchObject({ kind: 'unknown', looksLike: 'a file whose reading was stopped' });
    expect({ isClosed, read }).toEqual({ isClosed: true, read: 50 });
  });

  test('one document of more than 128 MB is unknown, and not read further', async () => {
    let read = 0;
    async function* huge(): AsyncGenerator<Uint8Array> {
      const chunk = new TextEncoder().encode('x'.repeat(8 * 1024 * 1024));
      for (; read < 100; read += 1) yield chunk;
    }
    expect(await recognizeLarge(huge())).toMatchObject({
      kind: 'unknown',
      looksLike: 'a file of more than 128 MB that is neither a HAR file nor JSON Lines',
    });
    expect(read).toBeLessThan(20);
  });
});

test('a HAR file of more than 128 MB is read, also one whose entries begin late', async () => {
  const mega = 1024 * 1024;
  const text = harFile(exchanges, 'charles').replace('{"log":{', `{\n"log":{\n"about":"${'x'.repeat(5 * mega)}",\n`);
  const start = text.indexOf('"entries":[') + '"entries":['.length;
  const script = { request: { method: 'GET', url: 'https://contoso/app.js' }, response: { status: 200 } };
  const entry = `${JSON.stringify({ ...script, comment: 'x'.repeat(mega) })},`;
  const bytes = new TextEncoder();
  async function* parts(): AsyncGenerator<Uint8Array> {
    for (let place = 0; place < start; place += mega)
      yield bytes.encode(text.slice(place, Math.min(start, place + mega)));
    for (let index = 0; index < 130; index += 1) yield bytes.encode(entry);
    yield bytes.encode(text.slice(start));
  }
  expect(await recognizeLarge(parts())).toEqual(recognize(harFile(exchanges, 'charles')));
});

test('the progress counts bytes', async () => {
  const seen: number[] = [];
  await recognizeLarge(inChunks(new Uint8Array(25), 10), { onProgress: ({ bytes }) => seen.push(bytes) });
  expect(seen).toEqual([10, 20, 25]);
});
