import { err, errAsync, ok, type Result, ResultAsync } from 'neverthrow';
import type { CheckFault, Issue } from '../faults.js';
import type { Adapter, Reader } from './adapter.js';
import { type Fact, type UnknownReason, unknown } from './fact.js';
import { factNames } from './fact-names.js';
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
  | { readonly type: 'fact-known'; readonly fact: FactName; readonly coverage: 'complete' | 'partial' }
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
  /** Gives up the whole gathering; the result is the fault `aborted`. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that each reader may take. Default 60,000. */
  readonly timeoutMs?: number | undefined;
  /** How many readers run at a time. Default 4. */
  readonly concurrency?: number | undefined;
  /** Read these facts only; the others are not provided. Default: every fact that the adapter can read. */
  readonly only?: readonly FactName[] | undefined;
  /** Called at every step. What it throws is ignored. */
  readonly onEvent?: ((event: GatherEvent) => void) | undefined;
  /** The time that the snapshot bears. Default: when the gathering starts. */
  readonly now?: Date | undefined;
}

/**
 * Runs the adapter's readers and puts their answers into a snapshot. A reader that throws, rejects, hangs, answers late
 * or with the wrong shape makes its own fact unknown (`failed`, `timed-out`, `malformed`) and nothing else.
 *
 * @returns a snapshot, or the fault `aborted` when the signal gave up, or `invalid-options`
 * @public
 */
export function gatherSnapshot(adapter: Adapter, options: GatherOptions = {}): ResultAsync<Snapshot, CheckFault> {
  const [issue, ...more] = issuesIn(options);
  if (issue !== undefined) return errAsync({ type: 'invalid-options', issues: [issue, ...more] });
  return new ResultAsync(gather(adapter, options));
}

async function gather(adapter: Adapter, options: GatherOptions): Promise<Result<Snapshot, CheckFault>> {
  const { signal, timeoutMs = 60_000, concurrency = 4, only, onEvent, now = new Date() } = options;
  const wanted = factNames.filter((name) => adapter.readers[name] !== undefined && (only?.includes(name) ?? true));
  const answers = new Map<FactName, Fact<unknown>>();
  const queue = wanted.values();

  emit({ type: 'gather-started', facts: wanted });
  await Promise.all(Array.from({ length: Math.min(concurrency, wanted.length) }, work));
  if (signal?.aborted) return err({ type: 'aborted' });
  const known = wanted.filter((name) => answers.get(name)?.status === 'known').length;
  emit({ type: 'gather-finished', known, unknown: wanted.length - known });
  // Safe: readFact checked every answer against the schema of the name that it stands under.
  const facts = Object.fromEntries(wanted.map((name) => [name, answers.get(name)])) as SnapshotFacts;
  return ok(snapshotOf(adapter.environment.name, facts, { takenAt: now }));

  async function work(): Promise<void> {
    for (const name of queue) {
      const reader = adapter.readers[name];
      if (signal?.aborted || reader === undefined) return;
      emit({ type: 'fact-started', fact: name });
      // Safe: what stands under a name in `readers` reads that very fact.
      const fact = await readInTime(name, reader as Reader<typeof name>, timeoutMs, signal);
      answers.set(name, fact);
      emit(eventOf(name, fact));
    }
  }

  function emit(event: GatherEvent): void {
    try {
      onEvent?.(event);
    } catch {
      // A listener that throws is the caller's affair; the facts are not to suffer from it.
    }
  }
}

/** The reader's answer, or `timed-out` or `aborted` as soon as its time is over; a later answer is ignored. */
function readInTime<Name extends FactName>(
  name: Name,
  reader: Reader<Name>,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<Fact<Facts[Name]>> {
  return new Promise((resolve) => {
    const controller = new AbortController();
    const giveUp = (answer: Fact<Facts[Name]>) => {
      settle(answer);
      controller.abort();
    };
    const timer = setTimeout(() => giveUp(unknown('timed-out', `no answer within ${timeoutMs} ms`)), timeoutMs);
    const onAbort = () => giveUp(unknown('aborted'));
    signal?.addEventListener('abort', onAbort, { once: true });
    readFact(name, reader, { signal: controller.signal }).then(settle);

    function settle(answer: Fact<Facts[Name]>): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      resolve(answer);
    }
  });
}

function eventOf(fact: FactName, answer: Fact<unknown>): GatherEvent {
  return answer.status === 'known'
    ? { type: 'fact-known', fact, coverage: answer.coverage ?? 'complete' }
    : { type: 'fact-unknown', fact, reason: answer.reason, detail: answer.detail };
}

function issuesIn({ timeoutMs, concurrency, only, now }: GatherOptions): readonly Issue[] {
  const issues: Issue[] = [];
  const longestTimer = 2 ** 31 - 1; // what setTimeout can hold; beyond it fires at once
  if (timeoutMs !== undefined && !(timeoutMs > 0 && timeoutMs <= longestTimer)) {
    issues.push({ path: 'timeoutMs', message: `expected milliseconds from 1 to ${longestTimer}, got ${timeoutMs}` });
  }
  if (concurrency !== undefined && !(Number.isInteger(concurrency) && concurrency > 0)) {
    issues.push({ path: 'concurrency', message: `expected a whole number from 1, got ${concurrency}` });
  }
  for (const name of only ?? []) {
    if (!factNames.includes(name)) issues.push({ path: 'only', message: `there is no fact named ${String(name)}` });
  }
  if (now !== undefined && Number.isNaN(now.getTime())) issues.push({ path: 'now', message: 'expected a valid date' });
  return issues;
}
