import { nearest } from '../engine/nearest.js';
import { documentedErrorTypes, errorTypesBySpelling } from '../facts/error-type.js';
import { isBlank } from '../facts/keys.js';

/** The nearest types of the latest texts: a log may contain the same one a million times. */
const latest = new Map<string, string>();
const mostLatest = 100;

/** What to say about a text that is not an error type. The text itself is not quoted. */
export function notAnErrorType(text: string): string {
  if (isBlank(text)) return 'expected text that is not blank';
  const start = text.slice(0, 100);
  const type = latest.get(start) ?? nearestErrorType(start);
  if (latest.size >= mostLatest) latest.clear();
  latest.set(start, type);
  return `expected an error type or a status from 400 to 599; the nearest type is ${JSON.stringify(type)}`;
}

function nearestErrorType(text: string): string {
  const spellings = errorTypesBySpelling();
  const [spelling = ''] = nearest(text, [...spellings.keys()]);
  return documentedErrorTypes.find((type) => type === spellings.get(spelling)) ?? spelling;
}
