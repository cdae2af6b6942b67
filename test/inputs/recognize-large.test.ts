import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { recognize } from '../../src/inputs/recognize.js';
import { recognizeLarge } from '../../src/inputs/recognize-large.js';
import { runs } from '../support/fuzz.js';
import { type Exchange, harFile, harTools, plantedSecret } from '../support/har.js';
import { inChunks } from '../support/in-chunks.js';

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
});

test('the progress counts bytes', async () => {
  const seen: number[] = [];
  await recognizeLarge(inChunks(new Uint8Array(25), 10), { onProgress: ({ bytes }) => seen.push(bytes) });
  expect(seen).toEqual([10, 20, 25]);
});
