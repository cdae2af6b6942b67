import type { Input } from '../input.js';
import { isRecord, ofNewerVersion, onlyObject, type RecognizeJson } from '../json-content.js';
import { isKindOfResult } from './result.js';

/** JSON of this program whose `schemaVersion` is not known yet. */
export const newerVersion: RecognizeJson = (content): Input | undefined => {
  const value = onlyObject(content) ?? {};
  const version = value.schemaVersion;
  if (!isNewer(version)) return undefined;
  const what = whatOf(value);
  return what === undefined ? undefined : ofNewerVersion(what, version);
};

function isNewer(version: unknown): version is number {
  return Number.isInteger(version) && Number(version) > 1;
}

function whatOf(value: Readonly<Record<string, unknown>>): string | undefined {
  if (Array.isArray(value.outcomes)) return 'a report';
  if (isRecord(value.facts)) return 'a snapshot';
  if (Array.isArray(value.diagnoses)) return 'a result';
  return names.get(value.kind) ?? (isKindOfResult(value.kind) ? 'a result' : undefined);
}

const names: ReadonlyMap<unknown, string> = /* @__PURE__ */ new Map([
  ['baseline', 'a baseline'],
  ['map-backup', 'a backup of maps'],
  ['request-plan', 'a plan of requests'],
  ['reports', 'a comparison'],
  ['snapshots', 'a comparison'],
]);
