import type { RecordedAnswer } from '../adapters/recorded/recorded-answer.js';
import type { Input } from './input.js';

/** Every answer that inputs hold, in their order. */
export function answersOf(inputs: readonly Input[]): readonly RecordedAnswer[] {
  return inputs.flatMap((input) => ('answers' in input ? input.answers : []));
}
