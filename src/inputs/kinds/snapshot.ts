import { isSnapshot } from '../../facts/is-snapshot.js';
import { parsePartialSnapshot, parseSnapshot } from '../../facts/parse-snapshot.js';
import type { Input } from '../input.js';
import { isRecord, onlyObject, type RecognizeJson, unreadableAs } from '../json-content.js';

/** A whole snapshot, or facts that only add to others: an object with `facts`. */
export const snapshotOrFacts: RecognizeJson = (content) => {
  const value = onlyObject(content);
  if (value === undefined || !isRecord(value.facts)) return undefined;
  if (isSnapshot(value)) return { kind: 'snapshot', snapshot: value, lacks: [] };
  // In the workbench, where the quick check is left out, this is what knows a snapshot.
  const whole = parseSnapshot(value);
  if (whole.isOk()) return { kind: 'snapshot', snapshot: whole.value, lacks: [] };
  const isWhole = 'environment' in value && 'takenAt' in value;
  return parsePartialSnapshot(value).match<Input>(
    (facts) => ({ kind: 'facts', facts, lacks: [] }),
    ({ because }) =>
      unreadableAs(isWhole ? 'a snapshot' : 'a file of facts', (isWhole ? whole.error : { because }).because),
  );
};
