import type { CommandResult } from '../command-result.js';
import { bashCompletion } from '../completion/bash-completion.js';
import { completedWords } from '../completion/completed-words.js';
import { fishCompletion } from '../completion/fish-completion.js';
import { powershellCompletion } from '../completion/powershell-completion.js';
import { zshCompletion } from '../completion/zsh-completion.js';
import type { Invocation } from '../define-command.js';

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion, powershell: powershellCompletion };

/** Writes the script that completes the command line in a shell. */
export function run(
  { shell }: { readonly shell: keyof typeof scripts },
  { commands, groups }: Invocation,
): CommandResult<string> {
  return { type: 'done', result: scripts[shell](completedWords(commands, groups)), exitCode: 0 };
}
