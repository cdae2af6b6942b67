import type { Adapter } from '../../src/facts/adapter.js';
import { type Fact, unknown } from '../../src/facts/fact.js';
import { gatherSnapshot } from '../../src/facts/gather-snapshot.js';
import { redactSnapshot } from '../../src/facts/redact.js';
import type { FactName } from '../../src/facts/schemas.js';
import { type Snapshot, snapshotOf } from '../../src/facts/snapshot.js';
import { factsReadBy } from './requests-of.js';
import type { Tab } from './tab.js';
import { tabAdapter } from './tab-adapter.js';

/** What is saved: a redacted snapshot, and what it lacks. */
export interface TabCapture extends Snapshot {
  readonly lacks: readonly { readonly fact: FactName; readonly because: string }[];
}

/** Who watches and may stop. */
interface Reading {
  readonly signal: AbortSignal;
  readonly now: Date;
  readonly onFact: (name: FactName, fact: Fact<unknown>) => void;
}

/** Milliseconds. Throttling may last, and the person who waits can stop. */
const timeoutMs = 600_000;

/** Reads all facts of a tab. What was not read when the signal was aborted is unknown (`aborted`). */
export async function readTab(tab: Tab, { signal, now, onFact }: Reading): Promise<TabCapture> {
  const adapter = await tabAdapter(tab, signal);
  const entries = factsReadBy(adapter).map(async (name) => {
    const fact = await readOne(adapter, name, signal);
    onFact(name, fact);
    return [name, fact] as const;
  });
  const facts = Object.fromEntries(await Promise.all(entries));
  return withLacks(redactSnapshot(snapshotOf(adapter.environment.name, facts, { takenAt: now })));
}

/** By itself: of facts that are gathered together, nothing is left when they are stopped. */
async function readOne(adapter: Adapter, name: FactName, signal: AbortSignal): Promise<Fact<unknown>> {
  const gathered = await gatherSnapshot(adapter, { only: [name], signal, timeoutMs });
  return gathered.match(
    ({ facts }) => facts[name] ?? unknown('failed'),
    () => unknown('aborted', 'it was stopped before this was read'),
  );
}

function withLacks(snapshot: Snapshot): TabCapture {
  const facts = Object.entries(snapshot.facts) as [FactName, Fact<unknown>][]; // safe: the keys of facts are their names
  const lacks = facts
    .filter(([, fact]) => fact.status === 'unknown' || fact.coverage === 'partial')
    .map(([name, fact]) => ({ fact: name, because: becauseOf(fact) }));
  return { ...snapshot, lacks };
}

function becauseOf(fact: Fact<unknown>): string {
  return fact.detail ?? (fact.status === 'unknown' ? fact.reason : 'only a part of it was read');
}
