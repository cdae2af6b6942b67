import { ResultAsync } from 'neverthrow';
import { byCodeUnits } from '../facts/by-code-units.js';
import { errorText } from '../facts/scrub.js';
import { isJsonList, isJsonObject, type JsonValue } from '../maps/json.js';

/** SHA-256 of a value, in hexadecimal. The order of keys makes no difference; every character of a text does. */
export function checksum(value: JsonValue): ResultAsync<string, string> {
  return ResultAsync.fromPromise(digest(stableJson(value)), errorText);
}

/** Asynchronous throughout, so that a runtime without Web Crypto also rejects. */
async function digest(text: string): Promise<string> {
  const bytes = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function stableJson(value: JsonValue): string {
  if (isJsonList(value)) return `[${value.map(stableJson).join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => byCodeUnits(a, b));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${stableJson(item)}`).join()}}`;
}
