import { Command, Argument as CommandArgument, Option as CommandOption, Help, InvalidArgumentError } from 'commander';
import type { Result } from 'neverthrow';
import { tool } from '../report/tool.js';
import { sitePath, siteUrl } from '../reporters/site-url.js';
import { flagOf, hasOneFormat, optionsOf } from './command-options.js';
import type { Argument, CommandDefinition, Groups, Option } from './define-command.js';
import { parseNames } from './parse-value.js';

/** What was typed, read by the tables of a command. */
export interface Call {
  readonly command: CommandDefinition;
  readonly given: Readonly<Record<string, unknown>>;
  readonly format: string;
  /** Whether color was not declined. */
  readonly color: boolean;
  readonly output: string | undefined;
}

/** The parser of the command line: `perform` is called with what was typed. */
export function program(
  commands: readonly CommandDefinition[],
  groups: Groups,
  perform: (call: Call) => Promise<void>,
): Command {
  const root = new Command(tool.name)
    .description('Health check of Dynamics 365 dual-write')
    .version(tool.version)
    .exitOverride()
    .enablePositionalOptions() // `maps use … --version` is not `--version` of the program
    .configureHelp({ optionDescription: inOneBracket })
    .configureOutput({ writeErr: () => {} }) // the caller prints the one line
    .showSuggestionAfterError(true);
  for (const command of commands) {
    const [first = '', second] = command.path.split(' ');
    const parsed =
      second === undefined
        ? root.command(first, { isDefault: command.isDefault === true })
        : groupOf(root, first, groups).command(second);
    describe(parsed, command);
    parsed.action((...typed: readonly unknown[]) => {
      const { format, ...options } = parsed.opts();
      const isNamed = parsed.getOptionValueSource('format') !== 'default';
      return perform(callOf(command, typed, { ...options, format: isNamed ? format : undefined }));
    });
  }
  return root;
}

/** The command before the last word of a path: a group, or a command that takes arguments too, whose options come after its name. */
function groupOf(root: Command, name: string, groups: Groups): Command {
  const existing = root.commands.find((command) => command.name() === name);
  if (existing !== undefined) return existing.enablePositionalOptions();
  const { summary = '', description = '' } = groups[name] ?? {};
  return root.command(name).summary(summary).description(description);
}

function describe(parsed: Command, command: CommandDefinition): void {
  parsed.summary(command.summary).description(`${command.description} Exit code: ${exitCodesInWords(command)}.`);
  for (const [name, argument] of Object.entries(command.arguments)) parsed.addArgument(argumentOf(name, argument));
  for (const [name, option] of optionsOf(command)) parsed.addOption(optionOf(name, option));
  // Every command accepts the options that every command has.
  if (hasOneFormat(command)) parsed.addOption(new CommandOption('--no-color').hideHelp());
  parsed.addHelpText(
    'after',
    `\nExamples:\n${command.examples.map((line) => `  ${line}\n`).join('')}\nGuide: ${guideOf(command)}`,
  );
}

/** Where the guide of a command is read. */
export function guideOf({ guide }: Pick<CommandDefinition, 'guide'>): string {
  return siteUrl + sitePath(guide);
}

function exitCodesInWords({ exitCodes }: CommandDefinition): string {
  const words = Object.entries({ ...exitCodes, 3: 'could not run' });
  return words.map(([code, meaning]) => `${code} ${meaning}`).join(', ');
}

function argumentOf(name: string, argument: Argument): CommandArgument {
  const named = argument.type === 'files' || argument.type === 'words' ? `${name}...` : name;
  const typed = argument.isOptional ? `[${named}]` : `<${named}>`;
  const parsed = new CommandArgument(typed, argument.description);
  return argument.type === 'choice' ? parsed.choices(argument.choices) : parsed;
}

/** `-o, --output <file>`, as the help shows an option. */
function flagsOf(name: string, option: Option): string {
  const long = flagOf(name, option);
  switch (option.type) {
    case 'flag':
    case 'negated':
      return long;
    case 'file':
      return `${name === 'output' ? '-o, ' : ''}${long} <file>`;
    case 'files':
      return `${long} <files...>`;
    case 'parsed':
      return option.withoutValue === undefined ? `${long} <${option.value}>` : `${long} [${option.value}]`;
    default:
      return `${long} <${option.value}>`;
  }
}

function optionOf(name: string, option: Option): CommandOption {
  const isRequired = 'isRequired' in option;
  const description = isRequired ? `${option.description} (required)` : option.description;
  const parsed = new CommandOption(flagsOf(name, option), description);
  if (isRequired) parsed.makeOptionMandatory();
  if ('default' in option) parsed.default(option.default);
  if (option.type === 'choice') parsed.choices(option.choices);
  if (option.type === 'list') {
    const parse = orInvalid(parseNames);
    parsed.argParser((text, before: readonly string[] = []) => [...before, ...parse(text)]);
  }
  if (option.type === 'parsed') parsed.argParser(orInvalid(option.parse));
  if (option.type === 'repeated') {
    parsed.argParser((text, before: readonly string[] = []) => [...before, text]);
  }
  return parsed;
}

/** `(default: error, choices: "error", "warning")`, where Commander has a bracket of its own. */
function inOneBracket(option: CommandOption): string {
  return new Help().optionDescription(option).replace(') (', ', ');
}

function orInvalid<Value>(parse: (text: string) => Result<Value, string>): (text: string) => Value {
  return (text) =>
    parse(text).match(
      (value) => value,
      (because) => {
        throw new InvalidArgumentError(because);
      },
    );
}

/** Commander hands over the arguments one by one, and after them what belongs to itself. */
function callOf(
  command: CommandDefinition,
  typed: readonly unknown[],
  { format, color, output, ...options }: Readonly<Record<string, unknown>>,
): Call {
  const given = [
    ...Object.keys(command.arguments).map((name, index) => [name, typed[index]] as const),
    ...Object.entries(command.options).map(([name, option]) => [name, meant(option, options[name])] as const),
  ];
  const [usual = ''] = command.formats;
  const file = typeof output === 'string' ? output : undefined;
  // A page is what a file is that is named like one.
  const unnamed = command.formats.includes('html') && /\.html?$/i.test(file ?? '') ? 'html' : usual;
  return {
    command,
    given: Object.fromEntries(given),
    format: typeof format === 'string' ? format : unnamed,
    color: color !== false,
    output: file,
  };
}

/** What an option means, where Commander only knows that it was typed. */
function meant(option: Option, value: unknown): unknown {
  if (option.type === 'negated') return value === false ? option.sets : undefined;
  return option.type === 'parsed' && value === true ? option.withoutValue?.() : value;
}
