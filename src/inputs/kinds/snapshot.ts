import { isSnapshot } from '../../facts/is-snapshot.js';
import { parsePartialSnapshot } from '../../facts/parse-snapshot.js';
import type { Input } from '../input.js';
import { isRecord, onlyObject, type RecognizeJson, unreadableAs } from '../json-content.js';

/** A whole snapshot, or facts that only add to others: an object with `facts`. */
export const snapshotOrFacts: RecognizeJson = (content) => {
  const value = onlyObject(content);
  if (value === undefined || !isRecord(value.facts)) return undefined;
  if (isSnapshot(value)) return { kind: 'snapshot', snapshot: value, lacks: [] };
  const what = 'environment' in value && 'takenAt' in value ? 'a snapshot' : 'a file of facts';
  return parsePartialSnapshot(value).match<Input>(
    (facts) => ({ kind: 'facts', facts, lacks: [] }),
    ({ because }) => unreadableAs(what, because),
  );
};
