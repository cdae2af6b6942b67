import { fromThrowable } from 'neverthrow';
import { errorText } from './scrub.js';

/** Calls once, and converts the answer or the failure; whatever a port throws, this does not reject. */
export function attempt<Answer, Outcome>(
  ask: () => Promise<Answer>,
  answered: (answer: Answer) => Outcome,
  failed: (because: string) => Outcome,
): Promise<Outcome> {
  return new Promise<Answer>((resolve) => resolve(ask()))
    .then(answered)
    .catch((error: unknown) => failed(wordsOf(error).unwrapOr('it failed without a message')));
}

const wordsOf = /* @__PURE__ */ fromThrowable(errorText);
