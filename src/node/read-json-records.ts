import { err, ok, type Result } from 'neverthrow';
import { parseJsonText } from '../facts/parse-json-text.js';
import type { Fault } from '../fault.js';
import { jsonArraySplitter } from './json-array-splitter.js';
import { jsonOf } from './json-of.js';
import { readLines } from './read-lines.js';

/** Why records cannot be read. */
export type JsonRecordsFault = Fault<'empty' | 'invalid-json'>;

/**
 * Passes on each record of a JSON array, or of JSON Lines, in memory that does not grow with them. A line that is not JSON is a
 * record that cannot be read: `undefined`. Blank lines do not count.
 *
 * @param chunks - in UTF-8, with or without a byte order mark
 * @returns a fault if there is nothing, or an array that is not one; it rejects with errors of the stream
 */
export async function readJsonRecords(
  chunks: AsyncIterable<Uint8Array>,
  take: (record: unknown) => void,
): Promise<Result<void, JsonRecordsFault>> {
  const { start, all } = await peek(chunks);
  if (start === '') return err({ type: 'empty', because: 'is empty: expected text' });
  return start === '[' ? takeItems(all, take) : takeLines(all, take);
}

/** The first character that is not blank, and all chunks, also those that were looked at. */
async function peek(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ readonly start: string; readonly all: AsyncIterable<Uint8Array> }> {
  const decoder = new TextDecoder();
  const iterator = chunks[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let start = '';
  while (start === '') {
    const next = await iterator.next();
    if (next.done === true) break;
    seen.push(next.value);
    start = decoder.decode(next.value, { stream: true }).trimStart().charAt(0);
  }
  return { start, all: chained(seen, iterator) };
}

async function* chained(
  seen: readonly Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield* seen;
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
}

async function takeLines(
  chunks: AsyncIterable<Uint8Array>,
  take: (record: unknown) => void,
): Promise<Result<void, JsonRecordsFault>> {
  for await (const { texts, isCutOff } of readLines(chunks)) {
    for (const text of texts) {
      const record = isCutOff ? undefined : jsonOf(text);
      if (record !== undefined || text.trim() !== '') take(record);
    }
  }
  return ok();
}

async function takeItems(
  chunks: AsyncIterable<Uint8Array>,
  take: (record: unknown) => void,
): Promise<Result<void, JsonRecordsFault>> {
  const splitter = jsonArraySplitter();
  const decoder = new TextDecoder();
  let items = 0;
  for await (const chunk of chunks) {
    for (const text of splitter.push(decoder.decode(chunk, { stream: true }))) {
      items += 1;
      const record = parseJsonText(text);
      if (record.isErr()) return err({ ...record.error, because: `item ${items} ${record.error.because}` });
      take(record.value);
    }
  }
  if (splitter.isWhole()) return ok();
  return err({ type: 'invalid-json', because: 'is not JSON: expected one array, from [ to ]' });
}
