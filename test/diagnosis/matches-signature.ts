import { problemOf } from '../../src/diagnosis/diagnose.js';
import { failedWritesIn } from '../../src/diagnosis/failed-write.js';
import { compileSignature } from '../../src/diagnosis/matcher.js';
import { normalize } from '../../src/diagnosis/normalize.js';
import type { Signature, Topic } from '../../src/diagnosis/topic.js';

/** Whether a signature of a topic by itself recognizes a text. */
export function matchesSignature(topic: Topic, signature: Signature, text: string): boolean {
  const plain = normalize(text);
  return problemOf(compileSignature(topic, signature), plain, failedWritesIn(plain)) !== undefined;
}
