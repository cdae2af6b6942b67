import type { Input } from '../input.js';
import { isRecord, ofNewerVersion, onlyObject, type RecognizeJson } from '../json-content.js';
import { kindsOfResults } from './result.js';

/** JSON of this program whose `schemaVersion` is not known yet. */
export const newerVersion: RecognizeJson = (content): Input | undefined => {
  const value = onlyObject(content);
  const version = value?.schemaVersion;
  if (value === undefined || typeof version !== 'number' || !Number.isInteger(version) || version < 2) return undefined;
  const what = whatOf(value);
  return what === undefined ? undefined : ofNewerVersion(what, version);
};

function whatOf(value: Readonly<Record<string, unknown>>): string | undefined {
  if (Array.isArray(value.outcomes)) return 'a report';
  if (isRecord(value.facts)) return 'a snapshot';
  if (Array.isArray(value.diagnoses)) return 'a result';
  const { kind } = value;
  if (typeof kind !== 'string') return undefined;
  return names.get(kind) ?? (kindsOfResults.has(kind) ? 'a result' : undefined);
}

const names = /* @__PURE__ */ new Map([
  ['baseline', 'a baseline'],
  ['map-backup', 'a backup of maps'],
  ['request-plan', 'a plan of requests'],
  ['reports', 'a comparison'],
  ['snapshots', 'a comparison'],
]);
