import { err, ok, type Result } from 'neverthrow';
import { type Unknown, unknown } from '../../facts/fact.js';
import { propertyOf, textOf } from '../lenient-json.js';
import { type Advice, failureOfResponse } from '../odata/failure-of-response.js';
import type { JsonAnswer, Service } from '../odata/service.js';
import { type Reading, readingOf, type Wanted, wantedOf } from './reading.js';
import { recordedAddressOf } from './recorded-address.js';
import type { RecordedAnswer } from './recorded-answer.js';
import { valueIn, valuesOf } from './row-filter.js';
import type { SavedAnswer } from './saved-answer.js';
import { isSameQuery, type SavedAnswers } from './saved-answers.js';

/** A service that answers out of what was saved of it. */
export interface RecordedService extends Service {
  /** The addresses whose answers would make it whole, in the order in which they were requested. */
  readonly unanswered: ReadonlySet<string>;
  /** What was saved that says something about the requests, even if it is an error. */
  readonly used: ReadonlySet<SavedAnswer>;
}

/**
 * Answers GET requests out of saved answers: out of the one of the same address, else out of one of the same set that holds the
 * columns and rows that are requested. What is not proven to be all rows says so. Nothing is sent.
 *
 * @param baseUrl - of relative addresses
 */
export function recordedService(answers: SavedAnswers, baseUrl: string, advice: Advice): RecordedService {
  const unanswered = new Set<string>();
  const used = new Set<SavedAnswer>();
  return {
    baseUrl,
    unanswered,
    used,
    async get(url, what) {
      const { href } = new URL(url, baseUrl);
      const address = recordedAddressOf(href);
      const { answer, sources, missing } = address === undefined ? nothing(what) : answerTo(wantedOf(address), what);
      for (const source of sources) used.add(source);
      if (missing !== undefined) unanswered.add(missing === 'this' ? href : missing);
      return answer.map((found) => ({ ...found, url: href }));
    },
    // What a POST returns is never taken from a recording.
    act: async (_url, what) => err(unknown('not-provided', `${what} was not recorded`)),
  };

  function answerTo(wanted: Wanted, what: string): Answer {
    const { listings, others } = answers(wanted.address.service, wanted.path);
    const readings = listings.map((listing) => readingOf(listing, wanted));
    const usable = readings.filter(({ unfit }) => unfit === undefined);
    const whole =
      usable.findLast(({ isExact, lack }) => isExact && lack === undefined) ??
      usable.findLast(({ lack }) => lack === undefined);
    if (whole !== undefined) return ofRows(whole.rows, [whole]);
    const exact = others.findLast(({ query }) => query !== undefined && isSameQuery(query, wanted.address.query));
    const other = exact ?? (usable.length === 0 ? others.at(-1) : undefined);
    if (other !== undefined) return ofOther(other, what, advice);
    return inParts(usable, wanted) ?? inPart(usable) ?? unfit(readings, what) ?? nothing(what);
  }
}

/** What is answered to a request. */
interface Answer {
  readonly answer: Result<Omit<JsonAnswer, 'url'>, Unknown>;
  readonly sources: readonly SavedAnswer[];
  /** The address whose answer would make it whole; `this` is the one that was requested. */
  readonly missing?: string | undefined;
}

function ofRows(rows: readonly unknown[], readings: readonly Reading[]): Answer {
  return { answer: ok({ json: { value: rows } }), sources: readings.map(({ first }) => first) };
}

/** What a function returned, an error, or an answer whose body was not saved. */
function ofOther(saved: SavedAnswer, what: string, advice: Advice): Answer {
  const isRead = saved.status < 400 && saved.body !== undefined && saved.lack === undefined;
  return {
    answer: isRead ? ok({ json: saved.body }) : err(failureOfRecorded(saved, what, advice)),
    sources: [saved],
    missing: isRead || isFinal(saved.status) ? undefined : 'this',
  };
}

/** Whether the same person gets the same error again. A sign-in that ended, a busy service and a fault of its own pass. */
function isFinal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 401 && status !== 429;
}

/** The fact for an error that was recorded, or for an answer whose body was not saved. */
export function failureOfRecorded({ status, body, lack }: RecordedAnswer, what: string, advice: Advice): Unknown {
  if (status < 400) return unknown('not-provided', `${what}: ${lack ?? 'the body was not saved'}`);
  if (status === 429) return unknown('throttled', `429: ${what} was throttled: save it again later`);
  const error = propertyOf(body, 'error');
  const message = textOf(propertyOf(error, 'innererror'), 'message') ?? textOf(error, 'message');
  const bodyAsText = JSON.stringify({ error: { code: textOf(error, 'code'), message } });
  return failureOfResponse({ status, bodyAsText, asksToWait: false }, what, advice);
}

/** Each value that the filter lists, from an answer that has all of its rows. */
function inParts(readings: readonly Reading[], { filter }: Wanted): Answer | undefined {
  const listed = filter && valuesOf(filter);
  if (listed === undefined) return undefined;
  const { column, values } = listed;
  const sources = new Map<Reading, Set<string>>();
  for (const value of values) {
    const source = readings.findLast(({ holdsAll }) => holdsAll(value));
    if (source === undefined) return undefined;
    sources.set(source, (sources.get(source) ?? new Set()).add(value));
  }
  const rows = [...sources].flatMap(([reading, ofReading]) =>
    reading.rows.filter((row) => ofReading.has(valueIn(row, column) ?? '')),
  );
  return ofRows(rows, [...sources.keys()]);
}

function inPart(readings: readonly Reading[]): Answer | undefined {
  const [most] = readings.toSorted((a, b) => b.rows.length - a.rows.length);
  if (most === undefined) return undefined;
  const { rows, lack, first, nextPage, isExact } = most;
  const missing = nextPage ?? (isExact ? undefined : 'this');
  return { answer: ok({ json: { value: rows }, lack }), sources: [first], missing };
}

function unfit(readings: readonly Reading[], what: string): Answer | undefined {
  const [reading] = readings;
  if (reading === undefined) return undefined;
  return {
    answer: err(unknown('not-provided', `${what}: the answer that was given ${reading.unfit}`)),
    sources: [reading.first],
    missing: 'this',
  };
}

function nothing(what: string): Answer {
  return { answer: err(unknown('not-provided', `${what}: no answer was given`)), sources: [], missing: 'this' };
}
