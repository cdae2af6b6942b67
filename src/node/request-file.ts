import type { Stats } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { err, ok, okAsync, type Result, type ResultAsync } from 'neverthrow';
import * as z from 'zod/mini';
import { nameKey } from '../facts/keys.js';
import { once } from '../facts/once.js';
import { parseWith } from '../facts/parse-with.js';
import { type CorruptLine, corruptLine, parseJsonLine } from '../sync-errors/error-lines.js';
import type { QueuedRequest } from '../sync-errors/request.js';
import { type QueueFault, type QueueStep, type RequestQueue, requestQueue } from '../sync-errors/request-queue.js';
import { readLines } from './read-lines.js';
import { reading, type SyncErrorFileFault, writing } from './sync-error-file-fault.js';

/** Where a store keeps the requests for a file of rows. */
export function requestFileOf(path: string): string {
  return `${path}.requests`;
}

/** What a file of requests holds. */
export interface RequestsRead {
  readonly queue: RequestQueue;
  /**
   * The last line, where it has no end and is not a request: a write that was cut off, or that is still going on. Nothing was
   * accepted with it, and the next write removes it.
   */
  readonly torn: CorruptLine | undefined;
}

/** The requests for a file of rows, and their changes, one per line. */
export interface RequestFile {
  /** None if there is no file. What nobody has changed since is not read again. */
  read(): ResultAsync<RequestsRead, SyncErrorFileFault>;
  /**
   * Appends steps: all of them or none. Only for {@link exclusively}.
   *
   * @param assertHeld - called right before anything is written
   */
  take(
    steps: readonly QueueStep[],
    assertHeld: () => Promise<void>,
  ): ResultAsync<void, QueueFault | SyncErrorFileFault>;
}

/**
 * The file of requests at a path. It only grows: a step is one line, a whole request or the new status of one, so that it costs
 * the same however long the history is.
 */
export function requestFile(path: string): RequestFile {
  let known: (RequestsRead & { readonly version: string }) | undefined;

  function read(): ResultAsync<RequestsRead, SyncErrorFileFault> {
    return reading(path, versionOf(path)).andThen((version) => {
      if (known?.version === version) return ok(known);
      return reading(path, requestsIn(path))
        .andThen((found) => found)
        .andTee((found) => {
          known = { ...found, version };
        });
    });
  }

  function take(
    steps: readonly QueueStep[],
    assertHeld: () => Promise<void>,
  ): ResultAsync<void, QueueFault | SyncErrorFileFault> {
    if (steps.length === 0) return okAsync(undefined);
    return read().andThen(({ queue }) => {
      const before = known;
      const lines = linesOf(queue, steps);
      // Until they are written, the queue is ahead of the file. One step that was refused has not changed it.
      known = lines.isErr() && steps.length === 1 ? before : undefined;
      return lines
        .asyncAndThen((text) => writing(path, append(path, text, assertHeld)))
        .andTee((version) => {
          known = { queue, torn: undefined, version };
        })
        .map(() => undefined);
    });
  }

  return { read, take };
}

/** The lines of steps, which the queue takes. */
function linesOf(queue: RequestQueue, steps: readonly QueueStep[]): Result<string, QueueFault> {
  let text = '';
  for (const step of steps) {
    const next = queue.after(step);
    if (next.isErr()) return err(next.error);
    queue.put(next.value);
    const { id, status, because } = next.value;
    text += `${JSON.stringify(step.type === 'enqueue' ? next.value : { id, status, because })}\n`;
  }
  return ok(text);
}

/** Differs when somebody has changed the file. */
async function versionOf(path: string): Promise<string> {
  return (await exists(path)) ? versionIn(await stat(path)) : 'none';
}

function versionIn({ dev, ino, size, mtimeMs }: Stats): string {
  return [dev, ino, size, mtimeMs].join(' ');
}

/** Reads line by line. The last line may have been cut off. */
async function requestsIn(path: string): Promise<Result<RequestsRead, SyncErrorFileFault>> {
  const { queue, corrupt, keep } = queueOfLines();
  if (!(await exists(path))) return ok({ queue, torn: undefined });
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size === 0) return ok({ queue, torn: undefined });
    const isWhole = (await byteAt(file, size - 1)) === newline;
    let last: NumberedLine | undefined;
    const bytes = file.createReadStream({ start: 0, end: size - 1, autoClose: false });
    for await (const { first, texts } of readLines(bytes)) {
      for (const [index, text] of texts.entries()) {
        if (text.trim() === '') continue;
        if (last !== undefined) keep(last);
        last = { line: first + index, text };
      }
    }
    const fault = isWhole || last === undefined ? undefined : faultOf(last);
    if (last !== undefined && fault === undefined) keep(last);
    return corrupt.length > 0 ? err(corruptQueue(path, corrupt)) : ok({ queue, torn: fault });
  } finally {
    await file.close();
  }
}

/** A queue that is made line by line, with the lines that are not of one. */
export function queueOfLines() {
  const queue = requestQueue();
  const corrupt: CorruptLine[] = [];
  function keep({ line, text }: NumberedLine): void {
    parseRequestLine(text)
      .andThen((entry) => requestAfter(queue, entry))
      .match(queue.put, (fault) => void corrupt.push(corruptLine(text, line, fault)));
  }
  return { queue, corrupt, keep };
}

interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

function faultOf({ line, text }: NumberedLine): CorruptLine | undefined {
  return parseRequestLine(text).match(
    () => undefined,
    (fault) => corruptLine(text, line, fault),
  );
}

const newline = 10;

async function byteAt(file: FileHandle, position: number): Promise<number | undefined> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(1), 0, 1, position);
  return bytesRead === 0 ? undefined : buffer[0];
}

function corruptQueue(path: string, lines: readonly CorruptLine[]): SyncErrorFileFault {
  return {
    type: 'corrupt-queue',
    path,
    because: `line ${lines.map(({ line }) => line).join(', ')} cannot be read as a request: ${lines[0]?.because}`,
    whatToDo:
      'Repair the unreadable lines, or restore the file: until then nothing is sent, because an unreadable request could be sent twice.',
    lines,
  };
}

type LineFault = Pick<CorruptLine, 'type' | 'because'>;

/** A later line of a request says what has become of it. */
function requestAfter(queue: RequestQueue, entry: RequestLine): Result<QueuedRequest, LineFault> {
  const before = queue.find(entry.id);
  if ('recordIds' in entry) {
    const isOther = before !== undefined && contentOf(before) !== contentOf(entry);
    return isOther
      ? err({ type: 'malformed', because: 'an earlier request has the same id and other content' })
      : ok(entry);
  }
  return before === undefined
    ? err({ type: 'malformed', because: 'it is the status of a request that is not in the file' })
    : ok({ ...before, ...entry });
}

function contentOf({ job, action, recordIds }: QueuedRequest): string {
  return JSON.stringify([nameKey(job), action, recordIds]);
}

/** A request, or the new status of one. */
type RequestLine = QueuedRequest | Pick<QueuedRequest, 'id' | 'status' | 'because'>;

function buildRequestSchema(): z.ZodMiniType<QueuedRequest> {
  const text = z.string().check(z.minLength(1));
  const { id, ...status } = statusProperties();
  return z.object({ id, job: text, action: z.enum(['retry', 'dismiss']), recordIds: z.array(text), ...status });
}

function statusProperties() {
  return {
    id: z.string().check(z.minLength(1)),
    status: z.enum(['queued', 'running', 'completed', 'failed']),
    because: z.optional(z.string()),
  };
}

const requestSchema = /* @__PURE__ */ once(buildRequestSchema);
const statusSchema = /* @__PURE__ */ once(() => z.strictObject(statusProperties()));

function parseRequestLine(text: string): Result<RequestLine, LineFault> {
  return parseJsonLine(text).andThen((value) => {
    const status = statusSchema().safeParse(value);
    return status.success ? ok(status.data) : parseWith(requestSchema(), value);
  });
}

/**
 * Adds text to a file, wholly and on the disk, or not at all. What an earlier write has left incomplete is removed.
 *
 * @returns the version of the file afterward
 */
async function append(path: string, text: string, assertHeld: () => Promise<void>): Promise<string> {
  const file = await open(path, 'a+');
  try {
    const found = await file.stat();
    if (!found.isFile()) throw new Error('it is not a regular file');
    const { end, isTorn } = await endOf(file, found.size);
    await assertHeld();
    if (isTorn) await file.truncate(end);
    try {
      await file.appendFile(end > 0 && (await byteAt(file, end - 1)) !== newline ? `\n${text}` : text);
      await file.sync();
      return versionIn(await file.stat());
    } catch (error) {
      await file.truncate(end);
      throw error;
    }
  } finally {
    await file.close();
  }
}

/** Where the whole lines of a file end. A last line without an end is whole if it can be read. */
async function endOf(file: FileHandle, size: number): Promise<{ readonly end: number; readonly isTorn: boolean }> {
  if (size === 0 || (await byteAt(file, size - 1)) === newline) return { end: size, isTorn: false };
  let tail = Buffer.alloc(0);
  let start = size;
  while (start > 0 && !tail.includes(newline)) {
    const length = Math.min(start, Math.max(tail.length, 65_536));
    start -= length;
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, start);
    tail = Buffer.concat([buffer, tail]);
  }
  const after = tail.lastIndexOf(newline) + 1;
  const isTorn = tail.toString('utf8', after).trim() !== '' && parseRequestLine(tail.toString('utf8', after)).isErr();
  return { end: isTorn ? start + after : size, isTorn };
}

/** Any failure other than "there is none" is reported by the reader. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
}
