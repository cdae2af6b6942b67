import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { err, ok, type Result } from 'neverthrow';
import { couldNotRun } from './command-result.js';
import type { CommandDefinition, Invocation, ShownResult, View } from './define-command.js';
import type { Call } from './program.js';

/** Runs a command, and writes what it comes to into the file that was named. Without one the result is for standard output. */
export async function perform(typedCall: Call, table: Pick<Invocation, 'commands' | 'groups'>): Promise<ShownResult> {
  const expanded = await withFilesOfPatterns(typedCall);
  if (expanded.isErr()) return couldNotRun(expanded.error);
  const call = expanded.value;
  const { command, given, format, output } = call;
  const misnamed = misnamedFile(call);
  if (misnamed !== undefined) return couldNotRun(misnamed);
  const refusal = output === undefined ? undefined : await refusalOf(call, output);
  if (refusal !== undefined) return couldNotRun(refusal);
  const typed = process.argv.slice(2);
  const ended = await command.perform(given, { ...table, format, typed }, viewOf(call));
  if (ended.type === 'could-not-run' || output === undefined) return ended;
  const { writeText } = await import('../node/json-file.js');
  const written = await writeText(output, ended.result);
  return written.match(() => ({ ...ended, result: '' }), couldNotRun);
}

/** The call with the files that match patterns such as `*.json`, which the shells of Windows hand over as they are. */
async function withFilesOfPatterns(call: Call): Promise<Result<Call, string>> {
  const given = { ...call.given };
  for (const [name, { type }] of Object.entries(call.command.arguments)) {
    const value = given[name];
    if (type !== 'files' || !Array.isArray(value) || !value.some((one) => /[*?]/.test(one))) continue;
    const { expandPatterns } = await import('./expand-patterns.js');
    const expanded = await expandPatterns(value);
    if (expanded.isErr()) return err(expanded.error);
    given[name] = expanded.value;
  }
  return ok({ ...call, given });
}

/** What is wrong with the names of files, whatever the command does with them. */
function misnamedFile({ command, given }: Call): string | undefined {
  const table = Object.entries({ ...command.arguments, ...command.options });
  const named = table
    .filter(([, { type }]) => type === 'file' || type === 'files' || type === 'text-or-file')
    .flatMap(([name, { type }]) => [given[name] ?? []].flat().map((path) => ({ type, path })));
  // The bare command takes texts too.
  const nothing = command.isDefault === true ? undefined : named.find(({ path }) => String(path).trim() === '');
  if (nothing !== undefined) return `expected a file${nothing.type === 'text-or-file' ? ' or text' : ''}, not nothing`;
  const isRepeated = named.filter(({ path }) => path === '-').length > 1;
  return isRepeated ? 'standard input (-) can be read only once: expected a file for the rest' : undefined;
}

/** Why nothing is written there: a result never takes the place of what it is made from. */
async function refusalOf({ command, given }: Call, output: string): Promise<string | undefined> {
  const { mustBeNew } = command.output ?? {};
  if (mustBeNew !== undefined && existsSync(output)) {
    return `${output}: is there already and ${mustBeNew}: expected a new file`;
  }
  const [{ requestFileOf }, { isSameFile }] = await Promise.all([
    import('../node/request-file.js'),
    import('../node/is-same-file.js'),
  ]);
  const target = resolve(output);
  const read = filesOf(command, given);
  const isInFolder = existsSync(output) && read.some((path) => target.startsWith(resolve(path) + sep));
  // Of an error file, the requests beside it are a part.
  const files = read.flatMap((path) => [path, requestFileOf(path)]);
  const isRead = await Promise.all(files.map((path) => isSameFile(path, output)));
  return isInFolder || isRead.includes(true)
    ? `${output}: is what is read: expected another file for the result`
    : undefined;
}

/** The files that were named as arguments, or as options that protect them. */
function filesOf(command: CommandDefinition, given: Call['given']): readonly string[] {
  const names = [
    ...Object.keys(command.arguments),
    ...Object.entries(command.options).flatMap(([name, option]) => ('isProtected' in option ? [name] : [])),
  ];
  return names.flatMap((name) => given[name] ?? []).filter((path) => typeof path === 'string');
}

/** Color only on a terminal that has it; the runtime's own answer respects NO_COLOR, FORCE_COLOR and TERM. */
function viewOf({ color, output }: Call): View {
  if (output !== undefined) return { color: false, width: undefined };
  const { stdout } = process;
  return { color: color && stdout.isTTY === true && stdout.hasColors(), width: stdout.columns };
}
