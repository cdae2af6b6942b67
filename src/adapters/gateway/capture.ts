import { nameKey } from '../../facts/keys.js';
import { isRecord, propertyOf, textOf } from '../lenient-json.js';
import { answersOfHar, isHar } from '../recorded/har-answers.js';
import type { RecordedAnswer } from '../recorded/recorded-answer.js';
import { type CapturedMap, capturedMapOf, isCapturedMap } from './captured-maps.js';

/** The contents of a capture, by kind. */
export interface Capture {
  readonly connectionSets: readonly unknown[];
  readonly maps: readonly CapturedMap[];
  /** How many maps could not be understood. */
  readonly lostMaps: number;
  /** Whether a list of maps was captured at all: an empty one is a list. */
  readonly hasMaps: boolean;
}

/** How deep answers may be wrapped: a list of files, of envelopes, of lists. */
const deepest = 6;

/** Sorts out captured JSON: one answer of the gateway or several, in any order, with or without their envelopes, or HAR files. */
export function readCapture(captured: unknown): Capture {
  const connectionSets: unknown[] = [];
  const maps: (CapturedMap | undefined)[] = [];
  collect(captured, 0);
  const understood = maps.filter((map) => map !== undefined);
  return {
    connectionSets: distinct(connectionSets),
    maps: distinctMaps(understood),
    lostMaps: maps.length - understood.length,
    hasMaps: maps.length > 0,
  };

  function collect(value: unknown, depth: number): void {
    if (depth > deepest) return;
    if (Array.isArray(value)) for (const item of value) collect(item, depth + 1);
    else if (isCapturedMap(value)) maps.push(capturedMapOf(value));
    else if (isConnectionSet(value)) connectionSets.push(value);
    else if (isHar(value)) collect(bodiesOf(answersOfHar(value).answers), depth);
    else if (isRecord(value)) for (const item of Object.values(value)) collect(item, depth + 1);
  }
}

function bodiesOf(answers: readonly RecordedAnswer[]): readonly unknown[] {
  return answers.filter(({ status }) => status === 200).map(({ body }) => body);
}

function isConnectionSet(value: unknown): boolean {
  return isRecord(value) && isRecord(propertyOf(value, 'environments'));
}

/** The same map captured several times counts once: the page asks for its list again and again, and the last answer counts. */
function distinctMaps(maps: readonly CapturedMap[]): readonly CapturedMap[] {
  const byPair = new Map(maps.map((map) => [JSON.stringify(namesOf(map).map(nameKey)), map]));
  return [...byPair.values()];
}

function namesOf({ name, dataverseTable, finopsEntity }: CapturedMap): readonly string[] {
  return [name, dataverseTable, finopsEntity];
}

/** The same set captured twice counts once; sets for anything other than dual-write do not count. */
function distinct(sets: readonly unknown[]): readonly unknown[] {
  const ours = sets.filter((set) => propertyOf(set, 'forDualWrite') !== false);
  const byId = new Map(ours.map((set, index) => [textOf(set, 'id') ?? textOf(set, 'name') ?? String(index), set]));
  return [...byId.values()];
}
