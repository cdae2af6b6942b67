import { err, ok, type Result } from 'neverthrow';
import { guidKey } from '../facts/keys.js';
import { textOf } from '../inputs/text-of.js';
import { jsonOf } from '../node/json-of.js';
import { queueOfLines, requestFile, requestFileOf } from '../node/request-file.js';
import type { CorruptLine } from '../sync-errors/error-lines.js';
import { looksLikePlan, parseRequestPlan } from '../sync-errors/parse-request-plan.js';
import {
  mostRecordsPerRequest,
  type QueuedRequest,
  requestIdOf,
  type SyncErrorRequest,
} from '../sync-errors/request.js';
import type { Complaint } from './command-result.js';
import { inputInWords } from './input-in-words.js';
import { wholeOf } from './read-text.js';

/** What is known to have been sent already. */
export interface KnownRequests {
  readonly requests: readonly QueuedRequest[];
  /** Rows that were sent, of which nobody says in which request. */
  readonly rowIds: readonly string[];
  /** The request in the file beside the rows that a write has left incomplete. */
  readonly torn: CorruptLine | undefined;
}

/**
 * The requests that a store keeps beside the rows, and those of the file that was named. Of a request in both, the store knows best
 * what has become of it.
 */
export async function readKnownRequests(
  file: string,
  queued: string | undefined,
): Promise<Result<KnownRequests, Complaint>> {
  const named = queued === undefined ? ok(nothing) : await readNamed(queued);
  if (named.isErr()) return err(named.error);
  if (file === '-') return ok({ ...named.value, torn: undefined });
  const beside = await requestFile(requestFileOf(file)).read();
  return beside
    .mapErr((fault): Complaint => fault)
    .map(({ queue, torn }) => {
      const others = named.value.requests.filter(({ id }) => queue.find(id) === undefined);
      return { requests: [...queue.requests(), ...others], rowIds: named.value.rowIds, torn };
    });
}

/** Rows that were sent, as the requests that they fill at least. */
export function requestsOfRows(
  rowIds: readonly string[],
  { job, action }: Pick<SyncErrorRequest, 'job' | 'action'>,
): readonly QueuedRequest[] {
  const distinct = [...new Map(rowIds.map((id) => [guidKey(id), id])).values()];
  const requests: QueuedRequest[] = [];
  for (let start = 0; start < distinct.length; start += mostRecordsPerRequest) {
    const request = { job, action, recordIds: distinct.slice(start, start + mostRecordsPerRequest) };
    requests.push({ id: requestIdOf(request, 0), ...request, status: 'queued' });
  }
  return requests;
}

type Named = Omit<KnownRequests, 'torn'>;

const nothing: Named = { requests: [], rowIds: [] };

async function readNamed(path: string): Promise<Result<Named, Complaint>> {
  const bytes = await wholeOf(path);
  if (bytes.isErr()) return err(bytes.error);
  const content = textOf(bytes.value);
  if (content.type === 'empty') return ok(nothing);
  const found = content.type === 'text' ? requestsIn(content.text) : undefined;
  if (found !== undefined) return found.mapErr((fault): Complaint => ({ ...fault, path }));
  const { recognize } = await import('../inputs/recognize.js');
  const because = inputInWords(recognize(bytes.value), 'requests, a plan, or ids of rows');
  return err({ path, type: 'other-kind', because });
}

type NamedFault = Exclude<Complaint, string>;

/** A plan, a list of requests or of the ids of rows, as JSON or one per line; `undefined` for what does not mean to be one. */
function requestsIn(text: string): Result<Named, NamedFault> | undefined {
  const value = jsonOf(text);
  if (looksLikePlan(value)) {
    return parseRequestPlan(value).map(({ requests }) => ({
      requests: requests.map((request) => ({ ...request, status: 'queued' })),
      rowIds: [],
    }));
  }
  if (typeof value === 'object' && value !== null && 'kind' in value) return undefined; // it says itself what it is
  const list = listIn(value);
  if (list?.every((item) => typeof item === 'string')) return ok({ requests: [], rowIds: list });
  const ids = text.split(/[\s,;]+/).filter((id) => id !== '');
  if (value === undefined && ids.every((id) => isId.test(id))) {
    return ok({ requests: [], rowIds: ids.map((id) => id.replace(/["']/g, '')) });
  }
  const lines = list?.map((item) => JSON.stringify(withStatus(item))) ?? text.split('\n');
  const queue = queueIn(lines);
  return queue.isOk() || lines.some((line) => /"(?:recordIds|job)"\s*:/.test(line)) ? queue : undefined;
}

/** An id, in quotes or braces or without: no JSON, and nothing of what surrounds words in a message. */
const isId = /^["']?\{?[\w.-]{1,100}\}?["']?$/;

/** A request of a plan has no status: it was sent, and nobody says what has become of it. */
function withStatus(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'recordIds' in item ? { status: 'queued', ...item } : item;
}

function listIn(input: unknown): readonly unknown[] | undefined {
  const list = typeof input === 'object' && input !== null && 'requests' in input ? input.requests : input;
  return Array.isArray(list) ? list : undefined;
}

function queueIn(lines: readonly string[]): Result<Named, NamedFault> {
  const { queue, corrupt, keep } = queueOfLines();
  for (const [index, text] of lines.entries()) if (text.trim() !== '') keep({ line: index + 1, text });
  const [first, ...more] = corrupt;
  if (first === undefined) return ok({ requests: queue.requests(), rowIds: [] });
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
  return err({ type: first.type, because: `request ${first.line}: ${first.because}${others}` });
}
