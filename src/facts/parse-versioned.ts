import { err, type Result } from 'neverthrow';
import type { SnapshotFault } from '../fault.js';
import { type Parser, parseWith } from './parse-with.js';

/**
 * Checks untrusted input against a schema whose `schemaVersion` is 1; another number is distinguished from a malformed input.
 */
export function parseVersioned<T>(schema: Parser<T>, input: unknown): Result<T, SnapshotFault> {
  const version = isObject(input) ? input.schemaVersion : undefined;
  if (typeof version === 'number' && version !== 1) {
    const because = `schemaVersion: expected 1, found ${version}`;
    return err({ type: 'unsupported-version', because, found: version, expected: 1 });
  }
  return parseWith(schema, input);
}

function isObject(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null;
}
