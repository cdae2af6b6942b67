import { parseBaseline } from '../../govern/parse-baseline.js';
import type { Input } from '../input.js';
import { onlyObject, type RecognizeJson, unreadableAs } from '../json-content.js';

/** Accepted findings, as the command `baseline` writes them. */
export const baseline: RecognizeJson = (content) => {
  const value = onlyObject(content);
  if (value?.kind !== 'baseline') return undefined;
  return parseBaseline(value).match<Input>(
    (read) => ({ kind: 'baseline', baseline: read, lacks: [] }),
    ({ because }) => unreadableAs('a baseline', because),
  );
};
