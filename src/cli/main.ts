import { existsSync } from 'node:fs';
import { type Command, CommanderError } from 'commander';
import leven from 'leven';
import { errorText } from '../facts/scrub.js';
import { systemErrorInWords } from '../node/system-error-in-words.js';
import { tool } from '../report/tool.js';
import { visible } from '../reporters/escape.js';
import { commands, groups } from './commands/index.js';
import type { CommandDefinition } from './define-command.js';
import { perform } from './perform.js';
import { type Call, program } from './program.js';

const couldNotRunExitCode = 3;

/** Runs the command that was typed, and ends the process. */
export async function main(): Promise<void> {
  await runTyped();
  end();
}

async function runTyped(): Promise<void> {
  process.stdout.on('error', endWhenNobodyReads);
  process.stderr.on('error', () => {}); // nobody reads the progress, or the complaint
  process.on('uncaughtException', endAtOnce); // so do promises that nobody waits for
  const root = program(commandsFor(process.argv[2]), groups, finish);
  if (process.argv.length === 2 && process.stdin.isTTY) return root.outputHelp();
  const misspelled = misspelledIn(process.argv.slice(2), root);
  if (misspelled !== undefined) return complain(misspelled);
  try {
    await root.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) return endAtOnce(error);
    // Commander reports with exit code 0 that it showed the help or the version.
    if (error.exitCode !== 0) complain(inOneLine(error, root));
  }
}

/** The commands that begin with the first word that was typed, which are fewer to make; all of them where none does. */
function commandsFor(typed: string | undefined): readonly CommandDefinition[] {
  const meant = commands.filter(({ path }) => path.split(' ', 1)[0] === typed);
  return meant.length === 0 ? commands : meant;
}

async function finish(call: Call): Promise<void> {
  const ended = await perform(call, { commands, groups });
  if (ended.type === 'could-not-run') return complain(ended.complaint);
  await write(ended.result);
  // An output that cannot be written has already been reported.
  process.exitCode ??= typeof ended.exitCode === 'function' ? ended.exitCode() : ended.exitCode;
}

/** Waits for a reader that is slower, until it closes the pipe. */
async function write(text: string | Iterable<string>): Promise<void> {
  const { stdout } = process;
  for (const piece of typeof text === 'string' ? [text] : text) {
    if (hasNoReader || stdout.write(piece)) continue;
    await new Promise<void>((resolve) => {
      stdout.once('drain', resolve).once('error', () => resolve());
    });
  }
}

/** An error of this program itself, of which nobody needs the stack. */
function endAtOnce(error: unknown): void {
  const [line = ''] = errorText(error).split(/[\r\n]/, 1);
  complain(`internal error: ${line}; please report it (SECURITY.md says what to leave out)`);
  process.exit();
}

function inOneLine({ code, message }: CommanderError, root: Command): string {
  if (code === 'commander.help')
    return `expected a command: ${commandsAfter(process.argv[2], root)} (--help lists them)`;
  const line = message.replace(/^error: /, '').replaceAll('\n', ' ');
  // A shell takes curly quotes for letters, and each word for an argument.
  return code === 'commander.excessArguments' && takesText(process.argv[2])
    ? `${line.replace(/(?: but got \d+).*$/, '')}: put the text between straight quotes ("…"), or save it in a file`
    : line;
}

function takesText(typed: string | undefined): boolean {
  const command = commands.find(({ path }) => path === typed);
  return Object.values(command?.arguments ?? {}).some(({ type }) => type === 'text-or-file');
}

/** A misspelled `activity plan log.jsonl`: `activity` takes a file and has a command of its own. */
function misspelledIn([first, second = '']: readonly string[], root: Command): string | undefined {
  const command = root.commands.find((one) => one.name() === first && one.registeredArguments.length > 0);
  const names = command?.commands.map((one) => one.name()) ?? [];
  const [meant] = names.filter((name) => leven(second, name) <= 2);
  if (meant === undefined || meant === second || existsSync(second)) return undefined;
  return `unknown command '${second}' (Did you mean ${meant}?)`;
}

/** `check, capture, … or diagnose`: what may follow what was typed. */
function commandsAfter(typed: string | undefined, root: Command): string {
  const group = root.commands.find((command) => command.name() === typed && command.commands.length > 0) ?? root;
  const names = group.commands.map((command) => command.name());
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}

function complain(line: string): void {
  process.stderr.write(`${tool.name}: ${visible(line)}\n`);
  process.exitCode = couldNotRunExitCode;
}

let hasNoReader = false;

/** `… | head` closes the pipe early; that is nobody's fault. A full disk is a fault. */
function endWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (hasNoReader) return;
  hasNoReader = true;
  if (error.code === 'EPIPE') return;
  complain(`standard output: cannot be written: ${systemErrorInWords(error)}`);
}

/** Ends when all is written, even though a proxy that never answers holds a connection. */
function end(): void {
  // An output that cannot be written says so right after this.
  process.stdout.write('', () => process.stderr.write('', () => setImmediate(() => process.exit())));
}
