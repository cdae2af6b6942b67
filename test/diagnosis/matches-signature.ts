import { matchOf } from '../../src/diagnosis/diagnose.js';
import { compileSignature } from '../../src/diagnosis/matcher.js';
import { normalize } from '../../src/diagnosis/normalize.js';
import type { Signature, Topic } from '../../src/diagnosis/topic.js';

/** Whether a signature by itself recognizes a text. */
export function matchesSignature(signature: Signature, text: string): boolean {
  const topic = { signatures: [signature] } as unknown as Topic; // nothing else of it is used
  return matchOf(compileSignature(topic, signature), normalize(text)) !== undefined;
}
