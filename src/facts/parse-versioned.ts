import { err, ok, type Result } from 'neverthrow';
import type { z } from 'zod';
import type { SnapshotFault } from '../faults.js';
import { describeIssues } from './issues.js';

/** Checks untrusted input against a schema whose `schemaVersion` is 1; another number there is told apart from bad shape. */
export function parseVersioned<T>(schema: z.ZodType<T>, input: unknown): Result<T, SnapshotFault> {
  const version = isObject(input) ? input.schemaVersion : undefined;
  if (typeof version === 'number' && version !== 1) {
    return err({ type: 'unsupported-version', found: version, expected: 1 });
  }
  const parsed = schema.safeParse(input);
  return parsed.success ? ok(parsed.data) : err({ type: 'malformed', issues: describeIssues(parsed.error) });
}

function isObject(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null;
}
