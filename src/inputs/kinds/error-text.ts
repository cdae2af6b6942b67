import { unwrapped } from '../documents-in.js';
import { isRecord, type RecognizeJson } from '../json-content.js';

// cspell:ignore exceptiondetails messageblock

/**
 * Errors of services as they came: what is asked about them is their meaning. A text between quotation marks is one too, and so is a row
 * of the plug-in trace log with an exception.
 */
export const serviceError: RecognizeJson = ({ documents, lacks, text }) => {
  const [only] = documents;
  if (documents.length === 1 && typeof only === 'string')
    return /\p{L}{2}/u.test(only) ? { kind: 'error-text', text: only, lacks } : undefined;
  const values = documents.flatMap(valuesIn);
  return values.length > 0 && values.every(isError) ? { kind: 'error-text', text, lacks } : undefined;
};

/** The items of a list, or of an envelope. */
function valuesIn(document: unknown): readonly unknown[] {
  if (Array.isArray(document)) return document;
  return isRecord(document) && Array.isArray(document.value) ? document.value : [document];
}

function isError(value: unknown): boolean {
  const { status, body } = unwrapped(value);
  if (!isRecord(body)) return status >= 400 && typeof body === 'string';
  return isServiceError(body) || isOfWebApi(body) || isOfSignIn(body) || isOfLogicApps(body) || isTrace(body);
}

/** `{ "error": { "code", "message" } }`, also as `odata.error`, whose message is an object. */
function isServiceError(body: Readonly<Record<string, unknown>>): boolean {
  const error = body.error ?? body.Error ?? body['odata.error'];
  return isRecord(error) && (isMessage(error.message) || isMessage(error.Message) || typeof error.code === 'string');
}

function isMessage(message: unknown): boolean {
  return typeof message === 'string' || (isRecord(message) && typeof message.value === 'string');
}

/** Finance and operations: `{ "Message": "An error has occurred.", "ExceptionMessage", "ExceptionType" }`. */
function isOfWebApi(body: Readonly<Record<string, unknown>>): boolean {
  const { Message, ...more } = body;
  return typeof Message === 'string' && Object.keys(more).every((name) => ofWebApi.test(name));
}

const ofWebApi = /^(?:Message|Exception|Stack|Inner|ErrorCode|ActivityId|ModelState)/;

/** Microsoft Entra: `{ "error": "invalid_grant", "error_description": "AADSTS…" }`. */
function isOfSignIn(body: Readonly<Record<string, unknown>>): boolean {
  return typeof body.error === 'string' && typeof body.error_description === 'string';
}

/** The error of a run alone: `{ "code", "message" }`. */
function isOfLogicApps(body: Readonly<Record<string, unknown>>): boolean {
  const { code, message, ...more } = body;
  const isCode = typeof code === 'string' || typeof code === 'number';
  const names = Object.keys(more);
  return isCode && typeof message === 'string' && names.every((name) => /^(?:target|details|innererror)$/i.test(name));
}

/** A row of the table of plug-in traces. */
function isTrace(body: Readonly<Record<string, unknown>>): boolean {
  return typeof body.exceptiondetails === 'string' && body.exceptiondetails.trim() !== '' && 'messageblock' in body;
}
