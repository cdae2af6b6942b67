import { once } from '../facts/once.js';
import { topics } from './all-topics.js';
import { type DataverseErrorCode, dataverseErrorCodes } from './dataverse-error-codes.js';
import type { Captures } from './diagnosis.js';
import type { FailedWrite } from './failed-write.js';
import { allCaptures, type Problem } from './problem.js';
import type { Topic } from './topic.js';
import { dataverseRefused } from './topics/live-sync/dataverse-refused.js';
import { dataverseServerError } from './topics/live-sync/dataverse-server-error.js';
import { finopsRefused } from './topics/live-sync/finops-refused.js';
import { liveSyncReferenceDataMissing } from './topics/live-sync/live-sync-reference-data-missing.js';
import { recentlyChangedDataverse } from './topics/live-sync/recently-changed-dataverse.js';

/**
 * The problems of a text, with what its failed writes say. A known problem inside a write is its cause, else the one that its
 * code means; a write without either was refused for a reason that is not known.
 */
export function explainedWrites(writes: readonly FailedWrite[], found: readonly Problem[]): readonly Problem[] {
  if (writes.length === 0) return found;
  const known = found.map((problem) => ({ problem, inside: writesAt(problem.places, writes) }));
  const explained = new Set(known.flatMap(({ problem, inside }) => (problem.wraps ? [] : [...inside])));
  const wrapped = new Set(known.flatMap(({ inside }) => [...inside]));
  return [
    ...known.map(({ problem, inside }) => ({ ...problem, captures: withParts(problem, inside) })),
    ...writes.flatMap((write) => (explained.has(write) ? [] : causeOf(write, wrapped.has(write)))),
  ];
}

/** The writes, which are in their order, in which there is one of the places. */
function writesAt(places: readonly number[], writes: readonly FailedWrite[]): ReadonlySet<FailedWrite> {
  const inside = new Set<FailedWrite>();
  let next = 0;
  for (const place of [...places].sort((a, b) => a - b)) {
    while ((writes[next]?.end ?? Number.POSITIVE_INFINITY) <= place) next += 1;
    const write = writes[next];
    if (write !== undefined && write.start <= place) inside.add(write);
  }
  return inside;
}

/** What the words of the topic say comes before what the words around them say. */
function withParts({ topic, captures }: Problem, inside: ReadonlySet<FailedWrite>): Captures {
  return { ...allCaptures([...inside].map((write) => partsOf(write, topic))), ...captures };
}

/** What a write says whose error no topic recognizes; inside of it there may be something that wraps errors. */
function causeOf(write: FailedWrite, isWrapped: boolean): readonly Problem[] {
  if (write.to === 'finops') return isWrapped ? [] : [problem(write, finopsRefused, true)];
  const code = write.code === undefined ? undefined : dataverseErrorCodes.get(write.code);
  const topic = code?.topic === undefined ? undefined : topicsById().get(code.topic);
  if (topic !== undefined) return [problem(write, topic, false)];
  if (isWrapped) return [];
  if (write.code === undefined && /^internalservererror$/i.test(write.status ?? ''))
    return [problem(write, dataverseServerError, false)];
  if (write.message !== undefined || write.code !== undefined)
    return [problem(write, refusedWith(write.code, code), true)];
  return [problem(write, write.isPayload ? recentlyChangedDataverse : liveSyncReferenceDataMissing, true)];
}

const topicsById = /* @__PURE__ */ once(
  (): ReadonlyMap<string, Topic> => new Map(topics.map((topic) => [topic.id, topic])),
);

function problem(write: FailedWrite, topic: Topic, wraps: boolean): Problem {
  return { topic, places: [write.inner], wraps, captures: partsOf(write, topic) };
}

/** That Dataverse refused a record, with what its code means and who can act. */
function refusedWith(number: string | undefined, code: DataverseErrorCode | undefined): Topic {
  if (code === undefined) return dataverseRefused;
  const { name, meaning, performedBy } = code;
  return {
    ...dataverseRefused,
    causes: [`The code ${number}${name === undefined ? '' : ` (${name})`} means: ${meaning}`],
    performedBy: performedBy ?? dataverseRefused.performedBy,
  };
}

/** The parts of a write as captures. Where a topic looks for tables that a record refers to, `table` is those. */
function partsOf(write: FailedWrite, topic: Topic): Captures {
  const isAboutReferences = topic.id === liveSyncReferenceDataMissing.id;
  const { entity, table, status, code, message } = write;
  return {
    ...one('entity', isAboutReferences ? (table ?? entity) : entity),
    ...one('table', isAboutReferences ? undefined : table),
    ...one('status', status),
    ...one('code', code),
    ...one('message', message),
    ...one('privilege', /\bprv[a-z]\w{3,100}/i.exec(message ?? '')?.[0]),
    ...one('record', recordIn.exec(message ?? '')?.[1]),
  };
}

const recordIn = /(?<!principal (?:user|team) \()\bids? ?[=:]? ?['"({]?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i;

function one(name: string, value: string | undefined): Captures {
  return value === undefined || value === '' ? {} : { [name]: [value] };
}
