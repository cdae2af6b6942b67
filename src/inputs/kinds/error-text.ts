import { isRecord, onlyObject, type RecognizeJson } from '../json-content.js';

/** The error of a service as it came, `{ "error": { "code", "message" } }`: what is asked about it is its meaning. */
export const serviceError: RecognizeJson = (content) => {
  const value = onlyObject(content);
  const error = value?.error ?? value?.Error;
  return isRecord(error) && (typeof error.message === 'string' || typeof error.code === 'string')
    ? { kind: 'error-text', text: content.text, lacks: [] }
    : undefined;
};
