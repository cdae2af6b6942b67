import { isRecord, listOf, propertyOf, textOf } from '../lenient-json.js';

/** Whether the value is a HAR file: what the network tools of a browser save. */
export function isHar(value: unknown): boolean {
  return Array.isArray(propertyOf(propertyOf(value, 'log'), 'entries'));
}

/**
 * The JSON answers in a HAR file, the oldest first. Of an entry only the method, the status, the time and the body of the answer
 * are read: headers and cookies contain secrets.
 */
export function answersOfHar(har: unknown): readonly unknown[] {
  return listOf(propertyOf(har, 'log'), 'entries')
    .map((entry) => ({ entry, startedAt: Date.parse(textOf(entry, 'startedDateTime') ?? '') }))
    .sort((a, b) => a.startedAt - b.startedAt || 0) // without times, in the order of the file
    .flatMap(({ entry }) => answerOf(entry));
}

function answerOf(entry: unknown): readonly unknown[] {
  const response = propertyOf(entry, 'response');
  const isRead = textOf(propertyOf(entry, 'request'), 'method')?.toUpperCase() === 'GET';
  if (!isRead || propertyOf(response, 'status') !== 200) return [];
  const content = propertyOf(response, 'content');
  const text = textOf(content, 'text');
  if (text === undefined) return [];
  const value = jsonIn(textOf(content, 'encoding') === 'base64' ? decodeBase64(text) : text);
  return isRecord(value) || Array.isArray(value) ? [value] : [];
}

function decodeBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
  } catch {
    return '';
  }
}

/** The value of a JSON text; most answers in a HAR file are pages, scripts and pictures. */
function jsonIn(text: string): unknown {
  if (!/^\uFEFF?\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
