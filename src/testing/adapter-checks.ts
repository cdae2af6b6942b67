import type { Adapter, Reader } from '../facts/adapter.js';
import type { Fact } from '../facts/fact.js';
import { factNames } from '../facts/fact-names.js';
import { readFact } from '../facts/read-fact.js';
import type { FactName } from '../facts/schemas.js';
import { errorText, scrub } from '../facts/scrub.js';

/**
 * One check that every adapter must pass.
 * @public
 */
export interface AdapterCheck {
  /** What is checked, as the title of a test. */
  readonly name: string;
  /** Rejects with an error that names the readers that fail, and why. */
  readonly run: () => Promise<void>;
}

/**
 * Checks to run against your own adapter, with any test runner: its readers answer without throwing, in the right shape, the
 * same twice, as data that survives JSON, end soon after their signal is aborted, give reasons that a person can act on, and
 * do not leak secrets.
 *
 * @param makeAdapter - creates a new adapter; called once or twice by each check
 * @param options - `settleMs`: how long a reader may take to end after an abort; default 1,000 milliseconds.
 *   `timeoutMs`: how long it may take to answer; default 60,000 milliseconds
 *
 * @example
 * ```ts
 * for (const { name, run } of adapterChecks(() => myAdapter())) test(name, run);
 * ```
 * @public
 */
export function adapterChecks(
  makeAdapter: () => Adapter | Promise<Adapter>,
  {
    settleMs = 1_000,
    timeoutMs = 60_000,
  }: { readonly settleMs?: number | undefined; readonly timeoutMs?: number | undefined } = {},
): readonly AdapterCheck[] {
  const ofEveryReader = (name: string, problemOf: (subject: ReaderUnderTest) => Promise<string | undefined>) => ({
    name,
    run: async () => {
      const [first, second] = [await makeAdapter(), await makeAdapter()];
      const problems = await Promise.all(
        readersOf(first).map(async ({ fact, reader }) => {
          const again = readersOf(second).find((other) => other.fact === fact)?.reader;
          const problem = await problemOf({ fact, reader, again, answer: () => answerOf(fact, reader, timeoutMs) });
          return problem === undefined ? [] : [`${fact}: ${problem}`];
        }),
      );
      complainAbout(problems.flat());
    },
  });
  return [
    {
      name: 'the adapter has a name, an environment, and readers for facts that exist',
      run: async () => complainAbout(problemsOfAdapter(await makeAdapter())),
    },
    ofEveryReader('every reader answers, and none throws', async ({ answer }) => {
      const { thrown } = await answer();
      return thrown === undefined ? undefined : `${thrown}; answer with unknown(reason, detail)`;
    }),
    ofEveryReader('every answer has the shape of its fact', async ({ answer }) => {
      const { fact } = await answer();
      return fact.status === 'unknown' && fact.reason === 'malformed' ? fact.detail : undefined;
    }),
    ofEveryReader('every answer survives JSON', async ({ answer }) => {
      const { raw } = await answer();
      return isPlain(raw) ? undefined : 'holds something that JSON loses: a date, a map, an instance of a class';
    }),
    ofEveryReader('two adapters give the same answers', async ({ fact, again, answer }) => {
      const [one, other] = [await answer(), again && (await answerOf(fact, again, timeoutMs))];
      return JSON.stringify(one.fact) === JSON.stringify(other?.fact) ? undefined : 'two reads differ';
    }),
    ofEveryReader('a reader ends soon after its signal is aborted', ({ reader }) => hangsAfterAbort(reader, settleMs)),
    ofEveryReader('an unknown answer says why', async ({ answer }) => {
      const { fact, thrown } = await answer();
      if (fact.status === 'known' || thrown !== undefined || fact.reason === 'not-provided') return undefined;
      return fact.detail?.trim() ? undefined : `"${fact.reason}" without a detail that a person can act on`;
    }),
    ofEveryReader(
      'no answer holds a token, a key or a password, and no reason an email address',
      async ({ answer }) => {
        const { fact } = await answer();
        if (fact.status === 'unknown') return secretIn(fact.detail ?? '', /\[(token|secret|user|email)\]/);
        return textsIn(fact.value)
          .map((text) => secretIn(text, /\[(token|secret|user)\]/))
          .find((problem) => problem !== undefined);
      },
    ),
  ];
}

interface ReaderUnderTest {
  readonly fact: FactName;
  readonly reader: Reader<FactName>;
  /** The same reader of a second adapter. */
  readonly again: Reader<FactName> | undefined;
  readonly answer: () => Promise<Answer>;
}

interface Answer {
  readonly fact: Fact<unknown>;
  readonly raw: unknown;
  readonly thrown: string | undefined;
}

function complainAbout(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

function problemsOfAdapter({ name, environment, readers }: Adapter): readonly string[] {
  const strangers = Object.keys(readers).filter((fact) => !(factNames as readonly string[]).includes(fact));
  return [
    ...(name.trim() === '' ? ['the adapter has no name'] : []),
    ...(environment.name.trim() === '' ? ['the environment has no name'] : []),
    ...(Object.keys(readers).length === 0 ? ['the adapter has no reader'] : []),
    ...strangers.map((fact) => `there is no fact named ${fact}`),
  ];
}

function readersOf({ readers }: Adapter): readonly { readonly fact: FactName; readonly reader: Reader<FactName> }[] {
  return factNames.flatMap((fact) => {
    // Safe: the reader under a name in `readers` reads exactly that fact.
    const reader = readers[fact] as Reader<FactName> | undefined;
    return reader === undefined ? [] : [{ fact, reader }];
  });
}

async function answerOf(fact: FactName, reader: Reader<FactName>, timeoutMs: number): Promise<Answer> {
  let raw: unknown;
  let thrown: string | undefined;
  const recording: Reader<FactName> = async (context) => {
    try {
      const answer = await inTime(Promise.resolve(reader(context)), timeoutMs);
      raw = answer;
      return answer;
    } catch (error) {
      thrown = `threw ${errorText(error)}`;
      throw error;
    }
  };
  const checked = await readFact(fact, recording, { signal: new AbortController().signal });
  return { fact: checked, raw, thrown };
}

function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function hangsAfterAbort(reader: Reader<FactName>, settleMs: number): Promise<string | undefined> {
  const controller = new AbortController();
  const reading = (async () => reader({ signal: controller.signal }))();
  controller.abort();
  const settled = reading.then(
    () => undefined,
    () => undefined, // another check reports that it throws
  );
  return inTime(settled, settleMs).catch(() => `still running ${settleMs} ms after its signal was aborted`);
}

function isPlain(value: unknown): boolean {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && Object.values(value).every(isPlain);
}

function secretIn(text: string, mark: RegExp): string | undefined {
  return mark.test(scrub(text)) && !mark.test(text) ? 'contains confidential data' : undefined;
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
