import { stat } from 'node:fs/promises';
import { ok } from 'neverthrow';
import { searchTopics } from '../../diagnosis/search-topics.js';
import { type Explained, explainedId, unknownId, unknownWord } from '../../inputs/explained-id.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { textOrFile } from '../text-or-file.js';

/** Explains a code or an id, or proposes topics for words. Exit code: 0 something is known or proposed, 1 nothing is. */
export async function run({ words }: { readonly words: readonly string[] }): Promise<CommandResult<Explained>> {
  const typed = words.join(' ').trim();
  const known = explainedId(typed);
  if (known !== undefined) return done(known);
  const given = (await isNameOfFolder(typed)) ? ok({ text: typed, path: undefined }) : await textOrFile(typed);
  if (given.isErr()) return couldNotRun(given.error);
  const { text, path } = given.value;
  const isTyped = path === undefined;
  const other = isTyped ? undefined : await otherThanWords(text, path);
  if (other !== undefined) return couldNotRun({ path, type: 'not-words', because: other });
  const unknown = isTyped ? unknownId(typed) : undefined;
  if (unknown !== undefined) return done(unknown);
  const proposals = searchTopics(text);
  const word = isTyped && proposals.length === 0 ? unknownWord(typed) : undefined;
  if (word !== undefined) return done(word);
  return done({ kind: 'topic-proposals', words: text, proposals });
}

/** What a file is that holds no words of a person, and which command takes it. */
async function otherThanWords(text: string, name: string): Promise<string | undefined> {
  const [{ recognize }, { inputInWords }] = await Promise.all([
    import('../../inputs/recognize.js'),
    import('../input-in-words.js'),
  ]);
  const input = recognize(text, { name });
  return input.kind === 'error-text' ? undefined : inputInWords(input, 'words, a code or an id');
}

function done(result: Explained): CommandResult<Explained> {
  return { type: 'done', result, exitCode: exitCodeOf(result) };
}

export function exitCodeOf(explained: Explained): 0 | 1 {
  if (explained.kind === 'unknown-id') return 1;
  return explained.kind === 'topic-proposals' && explained.proposals.length === 0 ? 1 : 0;
}

/** A word is searched for, even though a folder beside has that name: it holds no words. */
async function isNameOfFolder(typed: string): Promise<boolean> {
  return /^[^\\/.]+$/.test(typed) && (await stat(typed).catch(() => undefined))?.isDirectory() === true;
}
