import { flagOf, optionsOf } from '../command-options.js';
import type { CommandDefinition, Groups } from '../define-command.js';

/** A word that a shell may offer, and what it is for. */
export interface CompletedWord {
  readonly word: string;
  readonly description: string;
}

/** What a shell may offer after the words of a command. */
export interface CompletedCommand {
  /** `check`, or `maps plan`. */
  readonly path: string;
  readonly options: readonly CompletedOption[];
  /** Of the first argument; without any it is a file. */
  readonly choices: readonly string[];
  /** Commands that its first argument may name instead: `plan` after `activity`. */
  readonly subcommands: readonly CompletedWord[];
}

export interface CompletedOption extends CompletedWord {
  /** A single letter. */
  readonly short?: string;
  readonly value: 'none' | 'file' | 'text';
  /** What `value` may be, where that is a list. */
  readonly choices: readonly string[];
}

/** What a shell may offer where the words of a command are typed: after nothing, and after the first word of a group. */
export interface CompletedGroup {
  /** Empty for the commands of the program itself. */
  readonly path: string;
  readonly commands: readonly CompletedWord[];
}

/** All that a shell completes. */
export interface CompletedWords {
  readonly groups: readonly [CompletedGroup, ...CompletedGroup[]];
  readonly commands: readonly CompletedCommand[];
}

/** What a shell completes, by the tables of the commands. */
export function completedWords(commands: readonly CommandDefinition[], groups: Groups): CompletedWords {
  const first = [...new Set(commands.map(({ path }) => path.replace(/ .*/, '')))];
  const top = first.map((word) => ({
    word,
    description: groups[word]?.summary ?? commands.find(({ path }) => path === word)?.summary ?? '',
  }));
  const others = first
    .filter((word) => !commands.some(({ path }) => path === word))
    .map((group) => ({ path: group, commands: wordsAfter(group, commands) }));
  return {
    groups: [{ path: '', commands: top }, ...others],
    commands: commands.map((command) => completedCommand(command, commands)),
  };
}

function wordsAfter(group: string, commands: readonly CommandDefinition[]): readonly CompletedWord[] {
  return commands
    .filter(({ path }) => path.startsWith(`${group} `))
    .map(({ path, summary }) => ({ word: path.slice(group.length + 1), description: summary }));
}

function completedCommand(command: CommandDefinition, commands: readonly CommandDefinition[]): CompletedCommand {
  const options = optionsOf(command).map(([name, option]): CompletedOption => {
    const { type, description } = option;
    return {
      word: flagOf(name, option),
      ...(name === 'output' ? { short: 'o' } : {}),
      description,
      value: type === 'flag' || type === 'negated' ? 'none' : type === 'file' || type === 'files' ? 'file' : 'text',
      choices: type === 'choice' ? option.choices : [],
    };
  });
  const [argument] = Object.values(command.arguments);
  const help = {
    word: '--help',
    short: 'h',
    description: 'display help for command',
    value: 'none',
    choices: [],
  } as const;
  return {
    path: command.path,
    options: [...options, help],
    choices: argument?.type === 'choice' ? argument.choices : [],
    subcommands: wordsAfter(command.path, commands),
  };
}
