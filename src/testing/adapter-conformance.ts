import type { Adapter, Reader } from '../facts/adapter.js';
import type { Fact } from '../facts/fact.js';
import { factNames } from '../facts/fact-names.js';
import { readFact } from '../facts/read-fact.js';
import type { FactName } from '../facts/schemas.js';

/**
 * What one check of {@link checkAdapter} found out about one reader.
 * @public
 */
export interface ConformanceResult {
  readonly fact: FactName;
  readonly check: 'answers' | 'shape' | 'stable' | 'plain-data' | 'cancellation';
  readonly passed: boolean;
  /** What is wrong, for a person; empty when the check passed. */
  readonly detail: string;
}

/**
 * Puts an adapter to the test that every adapter has to stand: each reader answers without throwing, with the right shape,
 * the same twice, as data that survives JSON, and ends soon after its signal is aborted.
 * Framework-neutral: assert on the results with whatever you use.
 *
 * @param options - `settleMs`: how long a reader may take to end after an abort; default 1,000 milliseconds
 *
 * @example
 * ```ts
 * const results = await checkAdapter(adapter);
 * expect(results.filter(({ passed }) => !passed)).toEqual([]);
 * ```
 * @public
 */
export async function checkAdapter(
  adapter: Adapter,
  { settleMs = 1_000 }: { readonly settleMs?: number } = {},
): Promise<readonly ConformanceResult[]> {
  const provided = factNames.filter((name) => adapter.readers[name] !== undefined);
  const results = await Promise.all(
    // Safe: what stands under a name in `readers` reads that very fact.
    provided.map((name) => checkReader(name, adapter.readers[name] as Reader<FactName>, settleMs)),
  );
  return results.flat();
}

async function checkReader(
  fact: FactName,
  reader: Reader<FactName>,
  settleMs: number,
): Promise<readonly ConformanceResult[]> {
  const result = (check: ConformanceResult['check'], problem: string | undefined): ConformanceResult => ({
    fact,
    check,
    passed: problem === undefined,
    detail: problem ?? '',
  });
  const read = () => readFact(fact, reader, { signal: new AbortController().signal });
  const first = await read();
  const second = await read();
  return [
    result('answers', thrownBy(first)),
    result('shape', first.status === 'unknown' && first.reason === 'malformed' ? first.detail : undefined),
    result('stable', JSON.stringify(first) === JSON.stringify(second) ? undefined : 'two reads in a row differ'),
    result('plain-data', await lossInJson(reader)),
    result('cancellation', await hangsAfterAbort(fact, reader, settleMs)),
  ];
}

function thrownBy(answer: Fact<unknown>): string | undefined {
  return answer.status === 'unknown' && answer.reason === 'failed'
    ? `threw or answered "failed": ${answer.detail ?? 'no detail'}; answer with the reason that fits`
    : undefined;
}

/** Dates, maps, class instances and the like do not survive a saved snapshot. */
async function lossInJson(reader: Reader<FactName>): Promise<string | undefined> {
  try {
    const answer: unknown = await reader({ signal: new AbortController().signal });
    return isPlain(answer) ? undefined : 'holds something that does not survive JSON (a date, a map, a class instance)';
  } catch {
    return undefined; // `answers` says so already
  }
}

function isPlain(value: unknown): boolean {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && Object.values(value).every(isPlain);
}

async function hangsAfterAbort(
  fact: FactName,
  reader: Reader<FactName>,
  settleMs: number,
): Promise<string | undefined> {
  const controller = new AbortController();
  const reading = readFact(fact, reader, { signal: controller.signal }).then(() => undefined);
  controller.abort();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`still running ${settleMs} ms after its signal was aborted`), settleMs);
  });
  const problem = await Promise.race([reading, late]);
  clearTimeout(timer);
  return problem;
}
