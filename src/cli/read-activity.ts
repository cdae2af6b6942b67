import { err, fromThrowable, ok, type Result } from 'neverthrow';
import { ActivityLog } from '../activity/activity-log.js';
import { readCapture } from '../adapters/gateway/capture.js';
import { hasCapturedActivity } from '../adapters/gateway/captured-activity.js';
import { isRecord } from '../adapters/lenient-json.js';
import { nameKey } from '../facts/keys.js';
import { allActivityOf } from '../inputs/activity-of.js';
import type { Input } from '../inputs/input.js';
import { activityIn, withoutKey } from '../inputs/kinds/activity-log.js';
import { recognize } from '../inputs/recognize.js';
import { recognizeLarge } from '../inputs/recognize-large.js';
import { mapNameKey } from '../maps/map-name.js';
import { unreadable } from '../node/json-file.js';
import { jsonOf } from '../node/json-of.js';
import { readJsonRecords } from '../node/read-json-records.js';
import { readLines } from '../node/read-lines.js';
import { utf8Chunks } from '../node/utf8-chunks.js';
import type { Complaint } from './command-result.js';
import { inputInWords } from './input-in-words.js';
import { bytesOf } from './read-text.js';
import { holding } from './source-of-records.js';

/** What a file shows of the activity of maps. */
export interface FileActivity {
  readonly log: ActivityLog;
  /** What it lacks, or could not be understood beside its records; each a phrase. */
  readonly lacks: readonly string[];
}

/**
 * The activity of maps. JSON Lines, arrays and what `activity` wrote are read one event at a time; other files as `recognize` reads them.
 *
 * @param file - a file, or `-` for standard input, in UTF-8 or UTF-16
 */
export async function readActivity(file: string): Promise<Result<FileActivity, Complaint>> {
  try {
    const doubts: string[] = [];
    const { start, all } = await opened(utf8Chunks(bytesOf(file), (doubt) => doubts.push(doubt)));
    if (start.trim() === '') return err({ path: file, type: 'empty', because: 'is empty: expected text' });
    const read = await readAs(formOf(start), all);
    return read
      .map(({ log, lacks }) => ({ log, lacks: [...lacks, ...doubts] }))
      .mapErr((fault) => ({ path: file, ...fault }));
  } catch (error) {
    return err(unreadable(file, error));
  }
}

type Chunks = AsyncIterable<Uint8Array>;
type Read = Promise<Result<FileActivity, Exclude<Complaint, string>>>;

function readAs(form: 'records' | 'result' | 'document', all: Chunks): Read {
  if (form === 'document') return readDocument(all);
  return form === 'result' ? readResult(all) : readRecords(all);
}

/** The part that identifies the form, in characters. */
const mostLookedAt = 1024 * 1024;

/** The beginning of a text, a whole line at least if there is one, and all chunks, also those that were looked at. */
async function opened(chunks: AsyncGenerator<Uint8Array>): Promise<{ readonly start: string; readonly all: Chunks }> {
  const decoder = new TextDecoder();
  const seen: Uint8Array[] = [];
  let start = '';
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    seen.push(next.value);
    start += decoder.decode(next.value, { stream: true });
    if (start.length > mostLookedAt || start.trimStart().includes('\n')) break;
  }
  return { start, all: chained(seen, chunks) };
}

async function* chained(seen: readonly Uint8Array[], rest: Chunks): AsyncGenerator<Uint8Array, void, undefined> {
  yield* seen;
  yield* rest;
}

/** An array, or lines that are values of their own, of which there may be millions; or what `activity` wrote, an event on a line. */
function formOf(start: string): 'records' | 'result' | 'document' {
  const text = start.trimStart();
  if (text.startsWith('[')) return 'records';
  if (/^\{\s*"schemaVersion": 1,\s*"kind": "activity",/.test(text) && eventLine.test(text)) return 'result';
  const end = text.indexOf('\n');
  return end > 0 && text.slice(end).trim() !== '' && jsonOf(text.slice(0, end)) !== undefined ? 'records' : 'document';
}

const eventLine = /\n {8}\{"map":"/;

/** Values one after the other: events, or lists, envelopes and captures, of which there are few. */
async function readRecords(all: Chunks): Read {
  const log = new ActivityLog();
  const others: unknown[] = [];
  const first: unknown[] = [];
  const read = await readJsonRecords(all, (record) => {
    if (isContainer(record)) others.push(record);
    else log.add(withoutKey(record));
    if (first.length < mostNamed) first.push(record);
  });
  if (read.isErr()) return err(read.error);
  const lacks = addOthers(log, others);
  if (log.names().length > 0) return ok({ log, lacks });
  return err(notActivity(recognizedIn(first), log.unreadable.length));
}

/** What is not an event by itself, but may hold some. */
function isContainer(record: unknown): boolean {
  if (Array.isArray(record)) return true;
  return isRecord(record) && !('type' in record) && Object.values(record).some((value) => typeof value === 'object');
}

/** @returns what they lack */
function addOthers(log: ActivityLog, others: readonly unknown[]): readonly string[] {
  const captures: unknown[] = [];
  const rest: unknown[] = [];
  for (const value of others) {
    (hasCapturedActivity(value) || readCapture(value).hasMaps ? captures : rest).push(value);
  }
  const activity = activityIn(rest);
  if (activity === undefined) for (const value of rest) log.add(value);
  const answers = captures.map((body) => ({ status: 200, body }));
  const inputs: Input[] = [
    { kind: 'gateway-capture', answers, lacks: [] },
    ...(activity === undefined ? [] : [activity]),
  ];
  return addInputs(log, inputs);
}

function addInputs(log: ActivityLog, inputs: readonly Input[]): readonly string[] {
  const { events, lacks } = allActivityOf(inputs);
  for (const event of events) log.add(withoutKey(event));
  return lacks;
}

/** What the records are, by the first of them. */
function recognizedIn(first: readonly unknown[]): Input | undefined {
  return textOf(first)
    .map((text) => recognize(text))
    .unwrapOr(undefined);
}

const textOf = fromThrowable((values: readonly unknown[]) => JSON.stringify(values.length === 1 ? values[0] : values));

/** The result of `activity`: its logs have an event on each line. */
async function readResult(all: Chunks): Read {
  const log = new ActivityLog();
  let lost = 0;
  let last = '';
  for await (const { texts } of readLines(all)) {
    for (const text of texts) {
      if (text.startsWith('        {"map":"')) log.add(withoutKey(jsonOf(text.replace(/,\s*$/, ''))));
      else if (text.startsWith('    {"index":')) lost += 1;
      if (text.trim() !== '') last = text;
    }
  }
  if (last.trim() !== '}') return err({ type: 'invalid-json', because: 'is not JSON: its end is missing' });
  const lacks = lost === 0 ? [] : [`${lost} records of the log that it was made of could not be read`];
  return ok({ log, lacks });
}

async function readDocument(all: Chunks): Read {
  const held: Uint8Array[] = [];
  const input = await recognizeLarge(holding(all, held));
  if (input.kind === 'unknown' || input.kind === 'error-text') {
    const lines = await readRecords(once(held));
    return lines.mapErr((fault) => (fault.type === 'not-activity' ? notActivity(input, 0) : fault));
  }
  const log = new ActivityLog();
  const lacks = [...input.lacks, ...addInputs(log, [input])];
  return log.names().length > 0 ? ok({ log, lacks: [...new Set(lacks)] }) : err(notActivity(input, 0));
}

async function* once(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void, undefined> {
  yield* chunks;
}

function notActivity(input: Input | undefined, records: number): Exclude<Complaint, string> {
  if (input === undefined || input.kind === 'activity-log' || (input.kind === 'unknown' && records > 0)) {
    return { type: 'not-activity', because: `expected activity events, found none among ${records} records` };
  }
  const because = mayHoldActivity.has(input.kind)
    ? 'shows no activity of maps: expected activity events'
    : inputInWords(input, 'activity events');
  return { type: 'not-activity', because };
}

const mayHoldActivity: ReadonlySet<Input['kind']> = new Set(['snapshot', 'facts', 'har', 'gateway-capture']);

const mostNamed = 10;

/** The name in the log of the map that has this name, in one form or another; or which there are. */
export function mapNamed(name: string, names: readonly string[]): Result<string, string> {
  const same = names.find((one) => nameKey(one) === nameKey(name));
  if (same !== undefined) return ok(same);
  const [found, ...others] = names.filter((one) => mapNameKey(one) === mapNameKey(name));
  if (found === undefined) return err(`--map ${name}: the log is about ${listed(names)}`);
  return others.length === 0 ? ok(found) : err(`--map ${name}: may be ${listed([found, ...others])}`);
}

function listed(names: readonly string[]): string {
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  return `${names.slice(0, mostNamed).join(', ')}${more}`;
}
