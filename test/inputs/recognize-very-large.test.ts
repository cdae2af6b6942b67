import { describe, expect, test } from 'vitest';
import { recognize } from '../../src/inputs/recognize.js';
import { recognizeLarge } from '../../src/inputs/recognize-large.js';
import { type Exchange, harFile } from '../support/har.js';
import { inChunks } from '../support/in-chunks.js';

const mega = 1024 * 1024;
const exchanges: readonly Exchange[] = [
  {
    url: 'https://contoso.crm4.dynamics.com/api/data/v9.2/solutions',
    body: { value: [{ uniquename: 'a', version: '1.0' }] },
  },
];

test('one document of more than 128 MB is unknown, and not read further', async () => {
  let read = 0;
  async function* huge(): AsyncGenerator<Uint8Array> {
    const chunk = new TextEncoder().encode('x'.repeat(8 * mega));
    for (; read < 100; read += 1) yield chunk;
  }
  expect(await recognizeLarge(huge())).toMatchObject({
    kind: 'unknown',
    looksLike: 'a file of more than 128 MB that is neither a HAR file nor JSON Lines',
  });
  expect(read).toBeLessThan(20);
});

test('a HAR file of more than 128 MB is read, also one whose entries begin late', async () => {
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

describe('JSON Lines that are not held at once', () => {
  const padding = ' '.repeat(60_000);
  const row = {
    integrationJob: 'j',
    entity: 'e',
    message: 'm',
    category: 'application',
    createdOn: '2026-11-20T10:00:00Z',
  };
  const lines = Array.from({ length: 75 }, (_, index) => `{${padding}"id":"e${index}",${JSON.stringify(row).slice(1)}`);
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
