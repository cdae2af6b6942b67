import { stat } from 'node:fs/promises';
import { errAsync, okAsync, type ResultAsync } from 'neverthrow';
import * as z from 'zod';
import { describeIssues } from '../facts/issues.js';
import { once } from '../facts/once.js';
import { type CorruptLine, corruptLine } from '../sync-errors/error-lines.js';
import type { QueuedRequest } from '../sync-errors/request.js';
import { emptyQueue, type RequestQueue } from '../sync-errors/request-queue.js';
import { jsonOf } from './json-of.js';
import { readLines } from './read-lines.js';
import { reading, type SyncErrorFileFault } from './sync-error-file-fault.js';

function buildRequestSchema(): z.ZodType<QueuedRequest> {
  const text = z.string().min(1);
  return z.object({
    id: text,
    job: text,
    action: z.enum(['retry', 'dismiss']),
    recordIds: z.array(text),
    status: z.enum(['queued', 'running', 'completed', 'failed']),
    because: z.string().optional(),
  });
}

const requestSchema = /* @__PURE__ */ once(buildRequestSchema);

/** Where a store keeps the requests for a file of rows. */
export function requestFileOf(path: string): string {
  return `${path}.requests`;
}

/** The requests of a file, one a line; none where there is no file. */
export function readQueue(path: string): ResultAsync<RequestQueue, SyncErrorFileFault> {
  return reading(path, queueLinesOf(path)).andThen(({ requests, corrupt }) => {
    if (corrupt.length === 0) return okAsync(requests.length === 0 ? emptyQueue : { requests });
    const whatToDo = `Mend line ${corrupt.map(({ line }) => line).join(', ')} of ${path}, or restore the file: until then nothing is sent, since a request that cannot be read could be sent twice.`;
    return errAsync({ type: 'corrupt-queue', path, lines: corrupt, whatToDo } as const);
  });
}

async function queueLinesOf(path: string): Promise<RequestsFound> {
  const found = { requests: [] as QueuedRequest[], corrupt: [] as CorruptLine[] };
  if (!(await exists(path))) return found;
  for await (const { first, texts } of readLines(path)) {
    for (const [index, text] of texts.entries()) if (text.trim() !== '') sort(text, jsonOf(text), first + index, found);
  }
  return found;
}

/** Requests, and what is none of them. */
export interface RequestsFound {
  readonly requests: readonly QueuedRequest[];
  /** `line` is the place in a list where the requests are one. */
  readonly corrupt: readonly CorruptLine[];
}

/** The requests in a text: a list in JSON, an object with `requests`, or one request a line. */
export function requestsIn(text: string): RequestsFound {
  const found = { requests: [] as QueuedRequest[], corrupt: [] as CorruptLine[] };
  const list = listIn(jsonOf(text));
  if (list !== undefined) {
    for (const [index, item] of list.entries()) sort(JSON.stringify(item), item, index + 1, found);
    return found;
  }
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() !== '') sort(line, jsonOf(line), index + 1, found);
  }
  return found;
}

function listIn(input: unknown): readonly unknown[] | undefined {
  const list = typeof input === 'object' && input !== null && 'requests' in input ? input.requests : input;
  return Array.isArray(list) ? list : undefined;
}

function sort(
  text: string,
  input: unknown,
  line: number,
  found: { readonly requests: QueuedRequest[]; readonly corrupt: CorruptLine[] },
): void {
  const parsed = requestSchema().safeParse(input);
  if (parsed.success) {
    found.requests.push(parsed.data);
  } else {
    const [{ path: place, message }] = describeIssues(parsed.error);
    found.corrupt.push(corruptLine(text, line, place === '' ? message : `${place}: ${message}`));
  }
}

/** Anything but "there is none" is for the reader to tell. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
}
