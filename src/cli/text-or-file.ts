import { existsSync } from 'node:fs';
import { err, ok, type Result } from 'neverthrow';
import type { Complaint } from './command-result.js';
import { readText } from './read-text.js';

/** What an argument holds that is a file, `-` for standard input, or text that was typed. */
interface GivenText {
  readonly text: string;
  /** The file; `undefined` where the argument itself is the text. */
  readonly path: string | undefined;
}

/** The content of a file or of standard input, or the argument itself. One that looks like a path but is not a file is a complaint. */
export async function textOrFile(given: string): Promise<Result<GivenText, Complaint>> {
  if (given === '-' || existsSync(given) || looksLikePath(given)) {
    return (await readText(given)).map((text) => ({ text, path: given }));
  }
  return given.trim() === '' ? err('expected a file or text, not nothing') : ok({ text: given, path: undefined });
}

/** Files that this program reads or writes, and those that people keep error texts in. */
const extension = /\.(?:cab|csv|eml|har|html?|json|jsonl|log|md|msg|ndjson|sarif|sql|txt|xml|ya?ml|zip)$/i;

/** Error texts hold addresses and slashes too, but between words and on several lines. */
function looksLikePath(given: string): boolean {
  if (/[\r\n]/.test(given)) return false;
  const isShort = given.split(' ').length <= 4; // a sentence may end with the name of a file
  return (
    (isShort && extension.test(given)) ||
    /^(?:~?[\\/]|\.\.?[\\/]|[a-z]:[\\/])/i.test(given) ||
    /^\S*[\\/]\S*$/.test(given)
  );
}
