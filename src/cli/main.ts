#!/usr/bin/env node
import { type Command, CommanderError } from 'commander';
import { errorText } from '../facts/scrub.js';
import { tool } from '../report/tool.js';
import { visible } from '../reporters/escape.js';
import { commands, groups } from './commands/index.js';
import { perform } from './perform.js';
import { type Call, program } from './program.js';

const couldNotRunExitCode = 3;

async function main(): Promise<void> {
  process.stdout.on('error', endWhenNobodyReads);
  process.stderr.on('error', () => {}); // nobody reads the progress, or the complaint
  process.on('uncaughtException', endAtOnce); // so do promises that nobody waits for
  const root = program(commands, groups, finish);
  try {
    await root.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) return endAtOnce(error);
    // Commander reports with exit code 0 that it showed the help or the version.
    if (error.exitCode !== 0) complain(inOneLine(error, root));
  }
}

async function finish(call: Call): Promise<void> {
  const ended = await perform(call, { commands, groups });
  if (ended.type === 'could-not-run') return complain(ended.complaint);
  process.stdout.write(ended.result);
  process.exitCode = ended.exitCode;
}

/** A mistake of this program, of which nobody needs the stack. */
function endAtOnce(error: unknown): void {
  const [line = ''] = errorText(error).split(/[\r\n]/, 1);
  complain(`a mistake of this program: ${line}; please report it (SECURITY.md says what to leave out)`);
  process.exit();
}

function inOneLine({ code, message }: CommanderError, root: Command): string {
  if (code === 'commander.help')
    return `expected a command: ${commandsAfter(process.argv[2], root)} (--help lists them)`;
  return message.replace(/^error: /, '').replaceAll('\n', ' ');
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

/** `… | head` closes the pipe early; that is nobody's fault. A full disk is a fault. */
function endWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  complain(`standard output: cannot be written: ${error.message}`);
}

/** Ends when all is written, even though a proxy that never answers holds a connection. */
function end(): void {
  // An output that cannot be written says so right after this.
  process.stdout.write('', () => process.stderr.write('', () => setImmediate(() => process.exit())));
}

await main();
end();
