import type { Input, InputKind, InputOf } from './input.js';

/** Tells whether an input is of one of these kinds. */
export function isOf<Kind extends InputKind>(...kinds: readonly Kind[]): (input: Input) => input is InputOf<Kind> {
  const wanted: ReadonlySet<InputKind> = new Set(kinds);
  return (input): input is InputOf<Kind> => wanted.has(input.kind);
}
