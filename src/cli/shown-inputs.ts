import type { Input } from '../inputs/input.js';
import type { InputResult, UnusedInput } from '../inputs/results-of.js';
import type { DocumentModel } from '../reporters/document.js';
import type { Explained } from './run/explain.js';

/** What is shown: the result of a function of ours, or what a code or an id means. */
export type ShownResult =
  | Exclude<InputResult, { readonly kind: 'saved' }>
  | { readonly kind: 'saved'; readonly of: string; readonly value: object; readonly document: DocumentModel }
  | { readonly kind: 'explained'; readonly explained: Explained };

/** What inputs are, and what there is to show of them. */
export interface ShownInputs {
  readonly inputs: readonly Pick<Input, 'name' | 'kind' | 'lacks'>[];
  readonly results: readonly [ShownResult, ...ShownResult[]];
  readonly unused: readonly UnusedInput[];
}
