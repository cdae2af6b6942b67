import { err, errAsync, ok, type Result, ResultAsync } from 'neverthrow';
import type { CheckFault, Issue } from '../fault.js';
import type { Adapter, Reader } from './adapter.js';
import { type Fact, type UnknownReason, unknown } from './fact.js';
import { factNames } from './fact-names.js';
import { inShort, invalidOptions } from './issues.js';
import { readFact } from './read-fact.js';
import type { FactName, Facts } from './schemas.js';
import { type Snapshot, type SnapshotFacts, snapshotOf } from './snapshot.js';

/**
 * What happens while facts are gathered, in the order in which it happens.
 * @public
 */
export type GatherEvent =
  | { readonly type: 'gather-started'; readonly facts: readonly FactName[] }
  | { readonly type: 'fact-started'; readonly fact: FactName }
  | {
      readonly type: 'fact-known';
      readonly fact: FactName;
      readonly coverage: 'complete' | 'partial';
      readonly detail?: string | undefined;
    }
  | {
      readonly type: 'fact-unknown';
      readonly fact: FactName;
      readonly reason: UnknownReason;
      readonly detail?: string | undefined;
    }
  | { readonly type: 'gather-finished'; readonly known: number; readonly unknown: number };

/**
 * How facts are gathered.
 * @public
 */
export interface GatherOptions {
  /** Stops the whole gathering; the result is the fault `aborted`. */
  readonly signal?: AbortSignal | undefined;
  /** The time limit of each reader in milliseconds. Default 60,000. */
  readonly timeoutMs?: number | undefined;
  /** How many readers run at a time. Default 4. */
  readonly concurrency?: number | undefined;
  /** Read only these facts; the others are not provided. Default: every fact that the adapter can read. */
  readonly only?: readonly FactName[] | undefined;
  /** Called at every step. Errors that it throws are ignored. */
  readonly onEvent?: ((event: GatherEvent) => void) | undefined;
  /** The time of the snapshot. Default: when the gathering starts. */
  readonly now?: Date | undefined;
}

/**
 * Runs the adapter's readers and puts their answers into a snapshot. A reader that throws, rejects, hangs, answers late
 * or with the wrong shape makes its own fact unknown (`failed`, `timed-out`, `malformed`) and nothing else.
 *
 * @returns a snapshot, or the fault `aborted` if the signal was aborted, or `invalid-options`
 * @public
 */
export function gatherSnapshot(adapter: Adapter, options: GatherOptions = {}): ResultAsync<Snapshot, CheckFault> {
  const fault = invalidOptions([...issuesInAdapter(adapter), ...issuesIn(options)]);
  if (fault !== undefined) return errAsync(fault);
  return new ResultAsync(gather(adapter, options));
}

async function gather(adapter: Adapter, options: GatherOptions): Promise<Result<Snapshot, CheckFault>> {
  const { signal, timeoutMs = 60_000, concurrency = 4, only, onEvent, now = new Date() } = options;
  const wanted = factNames.filter((name) => adapter.readers[name] !== undefined && (only?.includes(name) ?? true));
  const answers = new Map<FactName, Fact<unknown>>();
  const queue = wanted.values();
  const running = new Set<() => void>();
  const stop = () => {
    for (const giveUp of running) giveUp();
  };
  signal?.addEventListener('abort', stop); // one for all readers: Node warns of more than ten

  emit({ type: 'gather-started', facts: wanted });
  await Promise.all(Array.from({ length: Math.min(concurrency, wanted.length) }, work));
  signal?.removeEventListener('abort', stop);
  if (signal?.aborted) return err({ type: 'aborted', because: 'the signal was aborted before every fact was read' });
  const known = wanted.filter((name) => answers.get(name)?.status === 'known').length;
  emit({ type: 'gather-finished', known, unknown: wanted.length - known });
  // Safe: readFact checked every answer against the schema of its name.
  const facts = Object.fromEntries(wanted.map((name) => [name, answers.get(name)])) as SnapshotFacts;
  return ok(snapshotOf(adapter.environment.name, facts, { takenAt: now }));

  async function work(): Promise<void> {
    for (const name of queue) {
      const reader = adapter.readers[name];
      if (signal?.aborted || reader === undefined) return;
      emit({ type: 'fact-started', fact: name });
      // Safe: the reader under a name in `readers` reads exactly that fact.
      const fact = await readInTime(name, reader as Reader<typeof name>, timeoutMs, running);
      answers.set(name, fact);
      emit(eventOf(name, fact));
    }
  }

  function emit(event: GatherEvent): void {
    try {
      onEvent?.(event);
    } catch {
      // A listener that throws is the caller's problem; it must not affect the facts.
    }
  }
}

/** The reader's answer, or `timed-out` or `aborted` as soon as its time limit is reached; a later answer is ignored. */
function readInTime<Name extends FactName>(
  name: Name,
  reader: Reader<Name>,
  timeoutMs: number,
  running: Set<() => void>,
): Promise<Fact<Facts[Name]>> {
  return new Promise((resolve) => {
    const controller = new AbortController();
    const giveUp = (answer: Fact<Facts[Name]>) => {
      settle(answer);
      controller.abort();
    };
    const timer = setTimeout(() => giveUp(unknown('timed-out', `no answer within ${timeoutMs} ms`)), timeoutMs);
    const onAbort = () => giveUp(unknown('aborted'));
    running.add(onAbort);
    readFact(name, reader, { signal: controller.signal }).then(settle);

    function settle(answer: Fact<Facts[Name]>): void {
      clearTimeout(timer);
      running.delete(onAbort);
      resolve(answer);
    }
  });
}

function eventOf(fact: FactName, answer: Fact<unknown>): GatherEvent {
  return answer.status === 'known'
    ? { type: 'fact-known', fact, coverage: answer.coverage ?? 'complete', ...detailOf(answer) }
    : { type: 'fact-unknown', fact, reason: answer.reason, detail: answer.detail };
}

function detailOf({ detail }: Fact<unknown>): { readonly detail?: string } {
  return detail === undefined ? {} : { detail };
}

/** Options from outside: any of them may have any value. */
type Unchecked = { readonly [Name in keyof GatherOptions]?: unknown };

function issuesIn(options: unknown): readonly Issue[] {
  if (!isObject(options)) return [{ path: '', message: `expected options, got ${inShort(options)}` }];
  const { signal, timeoutMs, concurrency, only, onEvent, now }: Unchecked = options;
  const expect = (path: keyof GatherOptions, value: unknown, isFit: boolean, what: string): readonly Issue[] =>
    value === undefined || isFit ? [] : [{ path, message: `expected ${what}, got ${inShort(value)}` }];
  return [
    ...expect('signal', signal, isSignal(signal), 'an AbortSignal'),
    ...expect('timeoutMs', timeoutMs, isTime(timeoutMs), `milliseconds from 1 to ${longestTimer}`),
    ...expect('concurrency', concurrency, isCount(concurrency), 'a whole number from 1'),
    ...expect('only', only, Array.isArray(only), 'a list of facts'),
    ...(Array.isArray(only) ? only : []).flatMap((name: unknown) =>
      factNames.some((known) => known === name)
        ? []
        : [{ path: 'only', message: `there is no fact named ${inShort(name)}` }],
    ),
    ...expect('onEvent', onEvent, typeof onEvent === 'function', 'a function'),
    ...expect('now', now, isDate(now), 'a valid date'),
  ];
}

/** The longest delay of setTimeout; longer ones fire at once. */
const longestTimer = 2 ** 31 - 1;

function isTime(value: unknown): boolean {
  return typeof value === 'number' && value > 0 && value <= longestTimer;
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value > 0;
}

/** Signals and dates by what they can do: they may come from another realm, or from a library. */
function isSignal(value: unknown): boolean {
  return isObject(value) && typeof value.aborted === 'boolean' && typeof value.addEventListener === 'function';
}

function isDate(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Date]' && !Number.isNaN(Number(value));
}

function issuesInAdapter(adapter: unknown): readonly Issue[] {
  const isAdapter =
    isObject(adapter) &&
    isObject(adapter.readers) &&
    isObject(adapter.environment) &&
    typeof adapter.environment.name === 'string';
  if (isAdapter) return [];
  const message = 'expected an adapter, with the name of its environment and its readers';
  return [{ path: 'adapter', message }];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
