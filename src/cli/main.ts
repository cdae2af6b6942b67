#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { instantOfBound } from '../facts/instant.js';
import { errorText } from '../facts/scrub.js';
import { faultInWords } from '../fault.js';
import { tool } from '../report/tool.js';
import { visible } from '../reporters/escape.js';
import type { CommandResult } from './command-result.js';

const couldNotRunExitCode = 3;

/** The formats of a report. */
const formats = ['pretty', 'json', 'markdown', 'junit', 'sarif', 'annotations', 'html'];

async function main(): Promise<void> {
  process.stdout.on('error', endWhenNobodyReads);
  process.stderr.on('error', () => {}); // nobody reads the progress, or the complaint
  process.on('uncaughtException', endAtOnce); // so do promises that nobody waits for
  const root = program();
  try {
    await root.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) return endAtOnce(error);
    // Commander says with exit code 0 that help or the version was asked for and shown.
    if (error.exitCode !== 0) complain(inOneLine(error, root));
  }
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

function program(): Command {
  const root = new Command(tool.name)
    .description('Health check of Dynamics 365 dual-write')
    .version(tool.version)
    .exitOverride()
    .configureOutput({ writeErr: () => {} }) // main prints the one line
    .showSuggestionAfterError(true)
    .hook('preAction', (_, command) => keepWhatIsRead(command));

  const check = root
    .command('check')
    .summary('check a saved snapshot, or live services')
    .description(
      'Check a saved snapshot, or live services. Exit code: 0 healthy, 1 unhealthy, 2 unknown, 3 could not run.',
    )
    .argument('[snapshots...]', 'snapshot files, folders of them, or - for standard input');
  addFactOptions(check)
    .addOption(
      new Option('--validator <name>', 'what to check (default: health-check)').choices([
        'health-check',
        'operations',
        'map-design',
      ]),
    )
    .option('--only <codes>', 'evaluate just these rules, without the gate', listOfNames)
    .option('--no-gate', 'evaluate dependency rules even when prerequisites fail')
    .addOption(
      new Option('--fail-on <severity>', 'what makes it unhealthy (default: error)').choices(['error', 'warning']),
    )
    .addOption(
      new Option('--role-model <model>', 'which roles must be held (default: least-privilege)').choices([
        'least-privilege',
        'system-administrator',
      ]),
    )
    .option('--config <file>', 'settings; by default the nearest dual-write-health.config.json upwards')
    .option('--baseline <file>', 'accept the findings of a baseline, or of an earlier report')
    .option('--explain <file>', 'an error text: say whether this check confirms or rules out its cause')
    .addOption(formatOption(formats))
    .option('-o, --output <file>', 'write there instead of to standard output')
    .option('--no-color', 'plain text')
    .action(async (snapshots: readonly string[], { gate, output, color, ...options }) => {
      const { check } = await import('./check.js');
      const typed = process.argv.slice(2);
      const given = { ...options, snapshots, typed, gate: gate ? undefined : 'none', color: wantsColor(color, output) };
      await finish(await check(given), output);
    });

  addFactOptions(root.command('capture'))
    .summary('read live services into a redacted snapshot')
    .description(
      'Read live services into a redacted snapshot. Exit code: 0 everything answered, 2 some fact is unknown or was read in part, 3 could not run.',
    )
    .option('-o, --output <file>', 'write there instead of to standard output')
    .action(async ({ output, ...given }) => {
      const { capture } = await import('./capture.js');
      await finish(await capture(given), output);
    });

  root
    .command('init')
    .summary('write a template of the facts that only a person knows')
    .addOption(
      new Option('--validator <name>', 'what is to be checked')
        .choices(['health-check', 'operations'])
        .default('health-check'),
    )
    .option('-o, --output <file>', 'a new file, for example facts.json, instead of standard output')
    .action(async ({ output, validator }) => {
      if (output !== undefined && existsSync(output)) {
        return complain(`${output}: is there already and may hold your facts: expected a new file`);
      }
      const { init } = await import('./init.js');
      await finish(init(validator), output);
    });

  root
    .command('rules')
    .summary('list the catalogue, or explain one rule')
    .argument('[code]', 'a code, such as DWDVEV1007')
    .addOption(formatOption())
    .option('-o, --output <file>', 'write there instead of to standard output')
    .option('--no-color', 'plain text')
    .action(async (code: string | undefined, { format, output, color }) => {
      const { rules } = await import('./rules.js');
      await finish(rules(code, { format, color: wantsColor(color, output) }), output);
    });

  root
    .command('compare')
    .summary('compare two reports or two snapshots')
    .description(
      'Compare two reports or two snapshots. Exit code: 0 nothing got worse, 1 a new finding or a conclusion lost, 3 could not run.',
    )
    .argument('<before>', 'a report or a snapshot')
    .argument('<after>', 'another of the same kind')
    .addOption(formatOption(formats))
    .option('-o, --output <file>', 'write there instead of to standard output')
    .option('--no-color', 'plain text')
    .action(async (before: string, after: string, { format, output, color }) => {
      const { compare } = await import('./compare.js');
      await finish(await compare(before, after, { format, color: wantsColor(color, output) }), output);
    });

  root
    .command('baseline')
    .summary('accept the findings of a report from now on')
    .argument('<report>', 'a report as JSON')
    .option('--previous <file>', 'an earlier baseline: keep what of it is still found, accept nothing new')
    .option('-o, --output <file>', 'write there instead of to standard output')
    .action(async (report: string, { output, previous }) => {
      const { baseline } = await import('./baseline.js');
      await finish(await baseline(report, { previous }), output);
    });

  root
    .command('diagnose')
    .summary('explain an error text')
    .description('Explain an error text. Exit code: 0 something was recognized, 1 nothing was, 3 could not run.')
    .argument('<file>', 'a file with the text, or - for standard input')
    .option('--lines', 'take it as a log: count the problems in it')
    .addOption(formatOption(['pretty', 'json', 'markdown']))
    .option('-o, --output <file>', 'write there instead of to standard output')
    .option('--no-color', 'plain text')
    .action(async (file: string, { output, color, ...given }) => {
      const { explainText } = await import('./diagnose.js');
      await finish(await explainText({ ...given, file, color: wantsColor(color, output) }), output);
    });

  root
    .command('activity')
    .summary('show the activity log of maps')
    .description(
      'Show the activity log of maps, or everything about one. Exit code: 0 no anomaly, 1 some, 2 none but part of the log could not be read, 3 could not run.',
    )
    .argument('<file>', 'a log as JSON Lines or a JSON array, or - for standard input')
    .option('--map <name>', 'everything about this map')
    .option(
      '--now [time]',
      'judge what is open as of this time, or as of now; by default as of the last event',
      momentOf,
    )
    .addOption(formatOption(['pretty', 'json', 'markdown', 'html']))
    .option('-o, --output <file>', 'write there instead of to standard output')
    .option('--no-color', 'plain text')
    .action(async (file: string, { output, color, now, ...given }) => {
      const { activity } = await import('./activity.js');
      const width = output === undefined ? process.stdout.columns : undefined;
      const moment = now === true ? new Date() : now;
      await finish(await activity({ ...given, file, now: moment, width, color: wantsColor(color, output) }), output);
    });

  addErrorsCommands(root.command('errors').summary('sync errors of dual-write async: summary, plan, report'));
  addAlertsCommands(root.command('alerts').summary('alert settings: replay them over a log'));
  addMapCommands(root.command('maps').summary('list, compare, check, move and back up table maps'));
  return root;
}

function addErrorsCommands(errors: Command): void {
  errors.description(
    'Sync errors of dual-write async, from a JSON Lines file with a row a line. A preview feature of the vendor. Nothing is sent.',
  );

  addSelectionOptions(errors.command('summary'))
    .summary('what the rows amount to')
    .description(
      'Say what the rows amount to: by known problem, entity, data source, company and hour. Exit code: 0 no error rows, 1 error rows, 2 none, but lines that could not be read, 3 could not run.',
    )
    .addOption(formatOption(['pretty', 'json', 'markdown']))
    .option('-o, --output <file>', 'write there instead of to standard output')
    .option('--no-color', 'plain text')
    .action(async (file: string, { output, color, ...given }) => {
      const { errorsSummary } = await import('./errors-summary.js');
      const width = output === undefined ? (process.stdout.columns ?? 80) : 80;
      await finish(await errorsSummary({ ...given, file, width, color: wantsColor(color, output) }), output);
    });

  addSelectionOptions(errors.command('plan'))
    .summary('what a retry or dismissal would send')
    .description(
      'Show what a retry or dismissal would send, within the documented limits. It never sends anything: there is no public service to send it to. As JSON it is a plan for runRequests of dual-write-health/sync-errors. Exit code: 0 every selected row can be sent now, 1 some or all cannot, 2 all can, but lines could not be read, 3 could not run.',
    )
    .addOption(
      new Option('--action <action>', 'what is asked for').choices(['retry', 'dismiss']).makeOptionMandatory(true),
    )
    .option('--job <name>', 'the integration job; needed where the rows are of several')
    .addOption(
      new Option('--status <status>', 'of the job: requests are accepted while it is active').choices([
        'active',
        'inactive',
      ]),
    )
    .option(
      '--queued <file>',
      'the requests that exist, as JSON or a request a line (default: FILE.requests, where it is)',
    )
    .addOption(
      new Option('--confirm-dismissal <words>', 'needed for dismiss, which nothing undoes').choices([
        'dismiss-permanently',
      ]),
    )
    .addOption(formatOption(['pretty', 'json', 'markdown']))
    .option('-o, --output <file>', 'write there instead of to standard output')
    .option('--no-color', 'plain text')
    .action(async (file: string, { output, color, ...given }) => {
      const { errorsPlan } = await import('./errors-plan.js');
      await finish(await errorsPlan({ ...given, file, color: wantsColor(color, output) }), output);
    });

  addSelectionOptions(errors.command('report'))
    .summary('a page to look through them')
    .description(
      'Write a page to look through the rows: filters, groups, diagnoses, and what a retry or dismissal would send. Exit code: as of summary.',
    )
    .option('-o, --output <file>', 'an HTML file, instead of standard output')
    .action(async (file: string, { output, ...given }) => {
      const { errorsReport } = await import('./errors-report.js');
      await finish(await errorsReport({ ...given, file }), output);
    });
}

function addAlertsCommands(alerts: Command): void {
  alerts
    .command('replay')
    .summary('which alerts would have fired over a log')
    .description(
      'Say which alerts would have fired over a log. Exit code: 0 none, 1 some, 2 none, but events that could not be judged, 3 could not run.',
    )
    .argument('<settings>', 'a list of alert settings as JSON, or - for standard input')
    .argument('<events>', 'JSON Lines of errors with type and at, in the order of time, or - for standard input')
    .option('--lateness <minutes>', 'how much older than the newest event one may be and still count', minutesToMs, 0)
    .addOption(formatOption(['pretty', 'json', 'markdown']))
    .option('-o, --output <file>', 'write there instead of to standard output')
    .option('--no-color', 'plain text')
    .action(async (settings: string, events: string, { output, color, lateness: latenessMs, format }) => {
      const { alertsReplay } = await import('./alerts-replay.js');
      await finish(
        await alertsReplay({ settings, events, latenessMs, format, color: wantsColor(color, output) }),
        output,
      );
    });
}

/** A result never takes the place of what it is made from; of an error file, the requests beside it are a part. */
async function keepWhatIsRead(command: Command): Promise<void> {
  const { output, queued } = command.opts<{ readonly output?: string; readonly queued?: string }>();
  if (output === undefined) return;
  const { requestFileOf } = await import('../node/request-file.js');
  const files = [...command.args, ...(queued === undefined ? [] : [queued])];
  if (files.some((path) => [path, requestFileOf(path)].some((one) => resolve(one) === resolve(output)))) {
    throw new InvalidArgumentError(`${output}: is what is read: expected another file for the result`);
  }
}

/** The options that say which rows are meant. */
function addSelectionOptions(command: Command): Command {
  return command
    .hook('preAction', (_, selecting) => expectTimeBetween(selecting.opts()))
    .argument('<file>', 'JSON Lines, or - for standard input')
    .option('--from <date>', 'rows written then or later: 2026-01-14 (midnight in UTC) or 2026-01-14T10:00Z', bound)
    .option('--to <date>', 'rows written before then', bound)
    .option('--entity <name>', 'rows of this entity; may be given several times, as may those below', oneMore)
    .option('--data-source <name>', 'rows whose change came from there', oneMore)
    .option('--company <code>', 'rows of this company', oneMore)
    .option('--unique-key <key>', 'rows of the business record with this key on the source side', oneMore)
    .option('--text <text>', 'rows that hold this text');
}

/** Between a time and an earlier one there is nothing, which must not look like no errors. */
function expectTimeBetween({ from, to }: { readonly from?: string; readonly to?: string }): void {
  if (from !== undefined && to !== undefined && instantOfBound(from) >= instantOfBound(to)) {
    throw new InvalidArgumentError(`--to ${to}: expected a time after --from ${from}`);
  }
}

function momentOf(text: string): Date {
  const instant = instantOfBound(text);
  if (Number.isNaN(instant)) {
    throw new InvalidArgumentError('expected a time with a time zone, such as 2026-11-20T10:00:00Z.');
  }
  return new Date(instant);
}

const mapFormats = ['pretty', 'json', 'markdown', 'html'];

/** The commands for saved table maps. */
function addMapCommands(maps: Command): void {
  maps
    .command('list')
    .summary('list maps with their versions, and what needs what')
    .description(
      'List saved maps with their versions, and what needs what. Exit code: 0 all could be read, 2 some could not, 3 could not run.',
    )
    .argument('<files...>', 'rows of msdyn_dualwriteentitymaps as JSON or JSON Lines, or - for standard input')
    .addOption(formatOption(mapFormats))
    .option('-o, --output <file>', 'write there instead of to standard output')
    .option('--no-color', 'plain text')
    .action(async (files: readonly string[], { format, output, color }) => {
      const { listMaps } = await import('./maps-list.js');
      await finish(await listMaps(files, { format, color: wantsColor(color, output) }), output);
    });

  maps
    .command('diff')
    .summary('compare the maps of two environments')
    .description(
      'Compare the maps of two environments. Exit code: 0 no difference, 1 differences, 2 something could not be compared, 3 could not run.',
    )
    .argument('<before>', 'the saved maps of an environment')
    .argument('<after>', 'those of another, or of a later time')
    .addOption(formatOption(mapFormats))
    .option('-o, --output <file>', 'write there instead of to standard output')
    .option('--no-color', 'plain text')
    .action(async (before: string, after: string, { format, output, color }) => {
      const { diffMaps } = await import('./maps-diff.js');
      await finish(await diffMaps(before, after, { format, color: wantsColor(color, output) }), output);
    });

  maps
    .command('lint')
    .summary('check saved maps before they are started')
    .description(
      'Check saved maps before they are started. Exit code: 0 healthy, 1 unhealthy, 2 unknown, 3 could not run.',
    )
    .argument(
      '<files...>',
      'a snapshot that `maps export` wrote, rows of msdyn_dualwriteentitymaps as JSON or JSON Lines, or - for standard input',
    )
    .option('--metadata <file>', 'columns and keys of the mapped tables: rows of tableMetadata, or a snapshot')
    .option('--only <codes>', 'evaluate just these rules', listOfNames)
    .addOption(
      new Option('--fail-on <severity>', 'what makes it unhealthy (default: error)').choices(['error', 'warning']),
    )
    .option('--config <file>', 'settings; by default the nearest dual-write-health.config.json upwards')
    .option('--baseline <file>', 'accept the findings of a baseline, or of an earlier report')
    .addOption(formatOption(formats))
    .option('-o, --output <file>', 'write there instead of to standard output')
    .option('--no-color', 'plain text')
    .action(async (files: readonly string[], { output, color, ...options }) => {
      const { lintMaps } = await import('./maps-lint.js');
      await finish(await lintMaps(files, { ...options, color: wantsColor(color, output) }), output);
    });

  addSignInOption(
    maps
      .command('export')
      .summary('read saved maps and what they name from live services')
      .description(
        'Read saved maps, and the columns and keys of the tables and entities that they name, from live services into a redacted snapshot. Exit code: 0 all of it was read, 2 some was not, 3 could not run.',
      )
      .requiredOption('--dataverse <url>', 'read this Dataverse environment')
      .option(
        '--finops <url>',
        'read this finance and operations environment (default: the one that Dataverse tells of)',
      ),
  )
    .option('-o, --output <file>', 'write there instead of to standard output')
    .action(async ({ output, ...given }) => {
      const { exportMaps } = await import('./maps-export.js');
      await finish(await exportMaps(given), output);
    });

  addSolutionCommands(maps);
}

const solutionFormats = ['pretty', 'json', 'markdown'];

/** The commands for solutions and backups of maps. */
function addSolutionCommands(maps: Command): void {
  maps
    .command('plan')
    .summary('plan the import of a solution, or the restoring of a backup')
    .description(
      'Plan what importing and applying a solution, or restoring a backup, does to an environment. Exit code: 0 nothing is in the way or lost, 1 something is, 2 that is not known, 3 could not run.',
    )
    .argument('<file>', 'an exported solution (.zip), or a backup')
    .requiredOption('--against <files...>', 'the environment: a snapshot, its saved maps, or both')
    .addOption(formatOption(solutionFormats))
    .option('-o, --output <file>', 'write there instead of to standard output')
    .option('--no-color', 'plain text')
    .action(async (file: string, { against, format, output, color }) => {
      const { planMaps } = await import('./maps-plan.js');
      await finish(await planMaps(file, { against, format, color: wantsColor(color, output) }), output);
    });

  maps
    .command('backup')
    .summary('put saved maps into one bundle with checksums')
    .argument('<files...>', 'rows of msdyn_dualwriteentitymaps as JSON or JSON Lines, or - for standard input')
    .option('--environment <name>', 'the name that the backup bears', 'unnamed environment')
    .option('-o, --output <file>', 'write there instead of to standard output')
    .action(async (files: readonly string[], { environment, output }) => {
      const { backUpMaps } = await import('./maps-backup.js');
      await finish(await backUpMaps(files, { environment }), output);
    });

  maps
    .command('verify')
    .summary('check a solution or a backup, by itself or against an environment')
    .description(
      'Check that the maps of a solution or a backup are whole, or that an environment has them as they were. Exit code: 0 all is well, 1 a map is missing, differs or was changed, 2 something cannot be told, 3 could not run.',
    )
    .argument('<file>', 'an exported solution (.zip), or a backup')
    .option('--against <files...>', 'the environment: a snapshot, its saved maps, or both')
    .addOption(formatOption(solutionFormats))
    .option('-o, --output <file>', 'write there instead of to standard output')
    .option('--no-color', 'plain text')
    .action(async (file: string, { against, format, output, color }) => {
      const { verifyMaps } = await import('./maps-verify.js');
      await finish(await verifyMaps(file, { against, format, color: wantsColor(color, output) }), output);
    });
  maps
    .command('guide')
    .summary('how maps are moved, backed up, published and upgraded, step by step')
    .argument('[id]', 'one guide, such as new-environment')
    .addOption(formatOption(solutionFormats))
    .option('-o, --output <file>', 'write there instead of to standard output')
    .option('--no-color', 'plain text')
    .action(async (id: string | undefined, { format, output, color }) => {
      const { guideMaps } = await import('./maps-guide.js');
      await finish(guideMaps(id, { format, color: wantsColor(color, output) }), output);
    });
}

/** The options that say where facts come from. */
function addFactOptions(command: Command): Command {
  return addSignInOption(
    command
      .option('--dataverse <url>', 'read this Dataverse environment, and what is found from its address')
      .option(
        '--finops <url>',
        'read this finance and operations environment (default: the one that Dataverse tells of)',
      )
      .option(
        '--environment-id <id>',
        'read this environment in the Power Platform (default: the id that Dataverse tells)',
      )
      .option('--power-platform <url>', 'the Power Platform of a sovereign cloud'),
  )
    .option('--gateway <files...>', 'captured JSON of the Dual-write page')
    .option('--with <file>', 'facts from a file; what it knows wins over everything else')
    .option('--legal-entities <codes>', 'the linked companies, such as USMF,DEMF', listOfNames);
}

function addSignInOption(command: Command): Command {
  return command.addOption(
    new Option(
      '--auth <how>',
      'sign in through the Azure CLI (az login), or with tokens from the environment; default: @azure/identity where it is installed, else the Azure CLI',
    )
      .choices(['default', 'azure-cli', 'token'])
      .default('default'),
  );
}

function formatOption(choices: readonly string[] = ['pretty', 'json']): Option {
  return new Option('--format <format>', 'how to print').choices(choices).default('pretty');
}

function listOfNames(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('')) throw new InvalidArgumentError('expected names separated by commas.');
  return names;
}

function oneMore(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

function bound(text: string): string {
  if (Number.isNaN(instantOfBound(text))) {
    throw new InvalidArgumentError('expected a date, or a date and time with a time zone, such as 2026-01-14T10:00Z.');
  }
  return text;
}

function minutesToMs(text: string): number {
  const minutes = text.trim() === '' ? Number.NaN : Number(text);
  if (!(minutes >= 0 && Number.isFinite(minutes))) throw new InvalidArgumentError('expected minutes, 0 or more.');
  return minutes * 60_000;
}

/** Color only on a terminal that has it; the runtime's own answer minds NO_COLOR, FORCE_COLOR and TERM. */
function wantsColor(color: boolean, output: string | undefined): boolean {
  return color && output === undefined && process.stdout.isTTY === true && process.stdout.hasColors();
}

async function finish(result: CommandResult, output: string | undefined): Promise<void> {
  if (result.type === 'could-not-run') return complain(result.complaint);
  if (output === undefined) {
    process.stdout.write(result.output);
  } else {
    const { writeText } = await import('../node/json-file.js');
    const written = await writeText(output, result.output);
    if (written.isErr()) return complain(faultInWords(written.error));
  }
  process.exitCode = result.exitCode;
}

function complain(line: string): void {
  process.stderr.write(`${tool.name}: ${visible(line)}\n`);
  process.exitCode = couldNotRunExitCode;
}

/** `… | head` closes the pipe early; that is no fault of anybody's. A full disk is one. */
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
