import * as z from 'zod';
import { once } from '../facts/once.js';
import type { Baseline } from './baseline.js';

const baselineSchema = /* @__PURE__ */ once(() =>
  z.object({
    schemaVersion: z.literal(1),
    kind: z.literal('baseline'),
    takenAt: z.string(),
    findings: z.array(z.object({ fingerprint: z.string(), code: z.string(), title: z.string() })),
  }),
);

/** Untrusted input as a baseline; `undefined` where it is something else. @internal */
export function parseBaseline(input: unknown): Baseline | undefined {
  return baselineSchema().safeParse(input).data;
}
