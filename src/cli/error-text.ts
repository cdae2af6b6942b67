import { err, ok, type Result } from 'neverthrow';
import type { Input } from '../inputs/input.js';
import type { Complaint } from './command-result.js';
import { type GivenText, textOrFile } from './text-or-file.js';

/**
 * The error text that an argument is, or that its file holds. A file of something else is a complaint: what maps and reports say of
 * errors has not happened.
 */
export async function errorText(given: string): Promise<Result<GivenText, Complaint>> {
  const read = await textOrFile(given);
  if (read.isErr() || read.value.path === undefined) return read;
  const { text, path } = read.value;
  const { recognize } = await import('../inputs/recognize.js');
  const because = await otherThanErrors(recognize(text, { name: path }));
  return because === undefined ? ok(read.value) : err({ path, type: 'not-errors', because });
}

/** What holds no error texts, and which command takes it. */
export async function otherThanErrors(input: Input): Promise<string | undefined> {
  if (mayHoldErrors.has(input.kind)) return undefined;
  if (input.kind === 'service-answer' && input.answers.some(({ status }) => status >= 400)) return undefined;
  const { inputInWords } = await import('./input-in-words.js');
  return inputInWords(input, 'an error text');
}

const mayHoldErrors: ReadonlySet<Input['kind']> = new Set([
  'activity-log',
  'alert-events',
  'error-text',
  'sync-errors',
  'unknown',
]);
