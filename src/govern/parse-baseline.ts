import type { Result } from 'neverthrow';
import * as z from 'zod/mini';
import { once } from '../facts/once.js';
import { parseWith } from '../facts/parse-with.js';
import type { MalformedInput } from '../fault.js';
import type { Baseline } from './baseline.js';

const baselineSchema = /* @__PURE__ */ once(() =>
  z.object({
    schemaVersion: z.literal(1),
    kind: z.literal('baseline'),
    takenAt: z.string(),
    findings: z.array(z.object({ fingerprint: z.string(), code: z.string(), title: z.string() })),
  }),
);

/** Checks untrusted input as a baseline. */
export function parseBaseline(input: unknown): Result<Baseline, MalformedInput> {
  return parseWith(baselineSchema(), input);
}
