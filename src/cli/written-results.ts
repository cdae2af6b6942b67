import * as z from 'zod/mini';
import { once } from '../facts/once.js';
import type { Input } from '../inputs/input.js';
import type { ShownInputs } from './shown-inputs.js';

/** What the bare command wrote as JSON of several things. */
interface WrittenResults extends Pick<ShownInputs, 'inputs' | 'unused'> {
  readonly results: readonly unknown[];
}

const schema = /* @__PURE__ */ once(() => {
  const about = { name: z.optional(z.string()), kind: z.string() };
  return z.object({
    inputs: z.array(z.object({ ...about, lacks: z.array(z.string()) })),
    results: z.array(z.unknown()).check(z.minLength(1)),
    unused: z.array(z.object({ ...about, because: z.string() })),
  });
});

/** What the bare command wrote; `undefined` for what was changed by hand. The results in it are not looked at. */
export function parseWrittenResults(input: Input): WrittenResults | undefined {
  const written = input.kind === 'result' ? schema().safeParse(input.value).data : undefined;
  return written as WrittenResults | undefined; // a kind that this version does not know is only shown
}
