import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { err, ok, type Result } from 'neverthrow';
import { textOf } from '../inputs/text-of.js';
import type { Complaint } from './command-result.js';
import { noteDoubt } from './note-doubt.js';
import { wholeOf } from './read-text.js';

/** What an argument holds that is a file, `-` for standard input, or text that was typed. */
export interface GivenText {
  readonly text: string;
  /** The file; `undefined` where the argument itself is the text. */
  readonly path: string | undefined;
}

/** The content of a file or of standard input, or the argument itself. One that looks like a path but is not a file is a complaint. */
export async function textOrFile(given: string): Promise<Result<GivenText, Complaint>> {
  if (given.trim() === '') return err('expected a file or text, not nothing');
  if (!isFileOrPath(given)) return ok({ text: given, path: undefined });
  const bytes = await wholeOf(given);
  if (bytes.isErr()) return err(bytes.error);
  const content = textOf(bytes.value);
  if (content.type === 'text') {
    if (content.doubt !== undefined) noteDoubt(given, content.doubt);
    return ok({ text: content.text, path: given });
  }
  const because = content.type === 'empty' ? 'is empty: expected text' : await binaryInWords(bytes.value, given);
  return err({ path: given, type: 'not-text', because });
}

/** What a file is that is not text, and which command takes it, if one does. */
async function binaryInWords(bytes: Uint8Array, name: string): Promise<string> {
  const [{ recognize }, { inputInWords }] = await Promise.all([
    import('../inputs/recognize.js'),
    import('./input-in-words.js'),
  ]);
  const input = recognize(bytes, { name });
  return inputInWords(input, input.kind === 'unknown' ? 'text' : undefined);
}

/** Whether an argument is meant for a file, there or not: otherwise it is text that was typed. */
export function isFileOrPath(given: string): boolean {
  return given === '-' || existsSync(given) || looksLikePath(given);
}

/** Error texts hold addresses, dates and slashes too, but between words, quotes or brackets. */
function looksLikePath(given: string): boolean {
  const text = given.trim();
  if (notInPaths.test(text) || /^(?!file:)[a-z][a-z\d+.-]*:\/\//i.test(text) || !/\p{L}/u.test(text)) return false;
  const words = text.split(/\s+/).length;
  if (words <= mostWordsOfName && extension.test(text)) return true;
  if (words === 1) return /[\\/]/.test(text);
  if (ofWindows.test(text)) return !/[:*?|]/.test(text.slice(2));
  return ofPosix.test(text) && existsSync(dirname(text));
}

/** A sentence may end with the name of a file. */
const mostWordsOfName = 4;
const notInPaths = /[\r\n<>"“”„{}]/;
const ofWindows = /^(?:[a-z]:[\\/]|\\\\[^\\]|\.{1,2}\\)/i;
const ofPosix = /^(?:~|\.{0,2})\//;

/** Files that this program reads or writes, and those that people keep error texts in. */
const extension = /\.(?:cab|csv|edmx|eml|har|html?|json|jsonl|log|md|msg|ndjson|sarif|sql|tsv|txt|xml|ya?ml|zip)$/i;
