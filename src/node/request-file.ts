import { stat } from 'node:fs/promises';
import { err, ok, type ResultAsync } from 'neverthrow';
import * as z from 'zod';
import { once } from '../facts/once.js';
import { parseWith } from '../facts/parse-with.js';
import { type CorruptLine, corruptLine, parseJsonLine } from '../sync-errors/error-lines.js';
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

/** The requests of a file, one per line; none if there is no file. */
export function readQueue(path: string): ResultAsync<RequestQueue, SyncErrorFileFault> {
  return reading(path, queueLinesOf(path)).andThen(({ requests, corrupt }) => {
    const [first, ...more] = corrupt;
    if (first === undefined) return ok(requests.length === 0 ? emptyQueue : { requests });
    return err<RequestQueue, SyncErrorFileFault>({
      type: 'corrupt-queue',
      path,
      because: `line ${[first, ...more].map(({ line }) => line).join(', ')} cannot be read as a request: ${first.because}`,
      whatToDo:
        'Repair the unreadable lines, or restore the file: until then nothing is sent, because an unreadable request could be sent twice.',
      lines: corrupt,
    });
  });
}

async function queueLinesOf(path: string): Promise<RequestsFound> {
  const found = { requests: [] as QueuedRequest[], corrupt: [] as CorruptLine[] };
  if (!(await exists(path))) return found;
  for await (const { first, texts } of readLines(path)) {
    for (const [index, text] of texts.entries())
      if (text.trim() !== '') sort(text, parseJsonLine(text), first + index, found);
  }
  return found;
}

/** Requests, and entries that are not requests. */
interface RequestsFound {
  readonly requests: readonly QueuedRequest[];
  /** `line` is the position in the list if the requests are a list. */
  readonly corrupt: readonly CorruptLine[];
}

/** The requests in a text: a list in JSON, an object with `requests`, or one request per line. */
export function requestsIn(text: string): RequestsFound {
  const found = { requests: [] as QueuedRequest[], corrupt: [] as CorruptLine[] };
  const list = listIn(jsonOf(text));
  if (list !== undefined) {
    for (const [index, item] of list.entries()) sort(JSON.stringify(item), ok(item), index + 1, found);
    return found;
  }
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() !== '') sort(line, parseJsonLine(line), index + 1, found);
  }
  return found;
}

function listIn(input: unknown): readonly unknown[] | undefined {
  const list = typeof input === 'object' && input !== null && 'requests' in input ? input.requests : input;
  return Array.isArray(list) ? list : undefined;
}

function sort(
  text: string,
  input: ReturnType<typeof parseJsonLine>,
  line: number,
  found: { readonly requests: QueuedRequest[]; readonly corrupt: CorruptLine[] },
): void {
  input
    .andThen((value) => parseWith(requestSchema(), value))
    .match(
      (request) => void found.requests.push(request),
      (fault) => void found.corrupt.push(corruptLine(text, line, fault)),
    );
}

/** Any failure other than "there is none" is reported by the reader. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
}
