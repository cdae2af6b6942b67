import { isReport } from '../../report/is-report.js';
import { parseReport } from '../../report/schema.js';
import type { Input } from '../input.js';
import { onlyObject, type RecognizeJson, unreadableAs } from '../json-content.js';

/** A report of a check: an object with `outcomes`. */
export const report: RecognizeJson = (content) => {
  const value = onlyObject(content);
  if (value === undefined || !isReport(value)) return undefined;
  return parseReport(value).match<Input>(
    (read) => ({ kind: 'report', report: read, lacks: [] }),
    ({ because }) => unreadableAs('a report', because),
  );
};
