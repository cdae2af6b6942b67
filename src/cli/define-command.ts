import type { Result } from 'neverthrow';
import type { CommandResult } from './command-result.js';

/** An argument of a command. Its key in the table names it: `file` is `<file>`, and `[file]` where it may be left out. */
export type Argument = {
  readonly description: string;
  readonly isOptional?: true;
} & (
  | { readonly type: 'file' | 'files' | 'text' }
  /** All that is typed, word by word. */
  | { readonly type: 'words' }
  /** A file, `-` for standard input, or the text itself. */
  | { readonly type: 'text-or-file' }
  | { readonly type: 'choice'; readonly choices: readonly string[] }
);

/**
 * An option of a command. Its key in the table names it: `failOn` is `--fail-on`; `value` names what follows it in the help.
 * `--format`, `--output` and `--no-color` are added to every command; one that writes a script has no format.
 */
export type Option = { readonly description: string } & (
  | { readonly type: 'flag' }
  /** `gate` is `--no-gate` and sets `gate` to this. */
  | { readonly type: 'negated'; readonly sets: string }
  | { readonly type: 'text'; readonly value: string; readonly isRequired?: true; readonly default?: string }
  /** A result is never written over a file that is protected, nor over a file that is an argument. */
  | { readonly type: 'file'; readonly isProtected?: true; readonly isRequired?: true }
  | { readonly type: 'files'; readonly isRequired?: true }
  | {
      readonly type: 'choice';
      readonly value: string;
      readonly choices: readonly string[];
      readonly isRequired?: true;
      readonly default?: string;
    }
  /** Names separated by commas, `USMF,DEMF`, which may be given several times. */
  | { readonly type: 'list'; readonly value: string }
  /** May be given several times. */
  | { readonly type: 'repeated'; readonly value: string }
  | {
      readonly type: 'parsed';
      readonly value: string;
      /** The value, or what was expected: a sentence with its period. */
      readonly parse: (text: string) => Result<unknown, string>;
      readonly default?: unknown;
      /** What the option means without a value, where it may be given so. */
      readonly withoutValue?: () => unknown;
    }
);

type Arguments = Readonly<Record<string, Argument>>;
type Options = Readonly<Record<string, Option>>;
type NoTable = Readonly<Record<never, never>>;

type ArgumentValue<One extends Argument> = One extends { readonly type: 'files' | 'words' }
  ? readonly string[]
  : One extends { readonly choices: readonly (infer Choice)[] }
    ? Choice
    : string;

type OptionValue<One extends Option> = One extends { readonly type: 'flag' }
  ? true
  : One extends { readonly type: 'negated'; readonly sets: infer Word }
    ? Word
    : One extends { readonly type: 'files' | 'list' | 'repeated' }
      ? readonly string[]
      : One extends { readonly choices: readonly (infer Choice)[] }
        ? Choice
        : One extends { readonly parse: (text: string) => Result<infer Value, string> }
          ? Value
          : string;

/** A file is missing where it is optional, a list of files is empty then. */
type ArgumentOrNone<One extends Argument> = One extends {
  readonly isOptional: true;
  readonly type: Exclude<Argument['type'], 'files'>;
}
  ? ArgumentValue<One> | undefined
  : ArgumentValue<One>;

type OptionOrNone<One extends Option> = One extends { readonly isRequired: true } | { readonly default: unknown }
  ? OptionValue<One>
  : OptionValue<One> | undefined;

/** What a command gets: the values of its arguments and options, typed by their tables. */
export type Given<A extends Arguments, O extends Options> = {
  readonly [Name in keyof A]: ArgumentOrNone<A[Name]>;
} & { readonly [Name in keyof O]: OptionOrNone<O[Name]> };

/** How a command was called. */
export interface Invocation {
  readonly format: string;
  /** Everything after the name of the program. */
  readonly typed: readonly string[];
  /** All commands of the program. */
  readonly commands: readonly CommandDefinition[];
  readonly groups: Groups;
}

/** The first words of commands that belong together, and what they are for; but for those that are commands themselves. */
export type Groups = Readonly<Record<string, { readonly summary: string; readonly description?: string }>>;

/** What a result is shown on. */
export interface View {
  readonly color: boolean;
  /** Of the terminal, in characters; `undefined` where there is none. */
  readonly width: number | undefined;
}

/** A result as text, the whole or in pieces that are made while they are written; or why this format cannot show it. */
type Rendered = string | Iterable<string> | { readonly complaint: string };

export type Renderer<R> = (result: R, view: View) => Rendered | Promise<Rendered>;

/** How a result is shown. The keys are the formats. */
export type Renderers<R> = Readonly<Record<string, Renderer<R>>>;

/** What every command says of itself. */
interface AboutCommand {
  /** What is typed: `check`, `maps plan` for a command of a group, or `activity plan` for one beside the command `activity`. */
  readonly path: string;
  /** It is meant where what is typed begins with no command. */
  readonly isDefault?: true;
  /** For the list of commands: a phrase. */
  readonly summary: string;
  /** For its own help: sentences. */
  readonly description: string;
  /** What the exit codes mean. 3 is the same everywhere: could not run. */
  readonly exitCodes: { readonly 0: string; readonly 1?: string; readonly 2?: string };
  /** The page under docs/ that says what the command is for. */
  readonly guide: `${string}.md`;
  /** Whole lines, as one types them. */
  readonly examples: readonly [string, ...string[]];
  /** Where `--output` means something of its own. */
  readonly output?: {
    readonly description: string;
    /** A file that exists is refused: it `may hold your facts`. */
    readonly mustBeNew?: string;
    /** What is written is for a file, and for no terminal. */
    readonly isRequired?: true;
  };
}

/** A command, as {@link defineCommand} takes it. */
interface TypedCommand<A extends Arguments, O extends Options, R> extends AboutCommand {
  readonly arguments?: A;
  readonly options?: O;
  /** Loads what the command does, so that the other commands start without it. */
  readonly load: () => Promise<{
    readonly run: (given: NoInfer<Given<A, O>>, invocation: Invocation) => CommandResult<R> | Promise<CommandResult<R>>;
  }>;
  /** `--format` chooses among them, and the first is what one gets without it: with more than one, `pretty`. */
  readonly renderers: Renderers<NoInfer<R>>;
}

/** What a command comes to as text. */
export type ShownResult = CommandResult<string | Iterable<string>>;

/** A command of the program, whatever its arguments, its options and its result are. */
export interface CommandDefinition extends AboutCommand {
  readonly arguments: Arguments;
  readonly options: Options;
  readonly formats: readonly string[];
  /** Runs the command over values that were read by its tables, and shows the result in the format. */
  readonly perform: (
    given: Readonly<Record<string, unknown>>,
    invocation: Invocation,
    view: View,
  ) => Promise<ShownResult>;
}

/**
 * A command as data: what it is called, what it takes, how its result is shown. What it does is loaded when it runs.
 * `commands/diagnose.ts` is a short one; `npm run new-command` writes one to fill in.
 */
export function defineCommand<const A extends Arguments = NoTable, const O extends Options = NoTable, R = never>(
  command: TypedCommand<A, O, R>,
): CommandDefinition {
  const { load, renderers, ...about } = command;
  const noArguments: Arguments = {};
  const noOptions: Options = {};
  return {
    arguments: noArguments,
    options: noOptions,
    ...about,
    formats: Object.keys(renderers),
    async perform(given, invocation, view) {
      const { run } = await load();
      // The values were read by the tables that this type is made from.
      const ended = await run(given as Given<A, O>, invocation);
      if (ended.type === 'could-not-run') return ended;
      const rendered = await renderers[invocation.format]?.(ended.result, view);
      if (rendered === undefined) throw new Error(`${command.path} has no format ${invocation.format}`);
      return typeof rendered === 'object' && 'complaint' in rendered
        ? { type: 'could-not-run', ...rendered }
        : { type: 'done', result: rendered, exitCode: ended.exitCode };
    },
  };
}
