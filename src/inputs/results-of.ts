import type { Result } from 'neverthrow';
import { type ActivityReplay, replayActivity } from '../activity/replay-activity.js';
import { type AlertReplay, replayAlerts } from '../alerts/replay-alerts.js';
import { eventOfSyncError } from '../alerts/sync-error-event.js';
import { diagnose } from '../diagnosis/diagnose.js';
import { diagnoseLines, type LineSummary, recordsIn } from '../diagnosis/diagnose-lines.js';
import type { Diagnosis } from '../diagnosis/diagnosis.js';
import { type Explanation, explain } from '../diagnosis/explain.js';
import { searchTopics, type TopicProposal } from '../diagnosis/search-topics.js';
import { type EvaluateOptions, evaluateSnapshot } from '../evaluate-snapshot.js';
import type { Known } from '../facts/fact.js';
import type { Snapshot } from '../facts/snapshot.js';
import type { Fault } from '../fault.js';
import { optionsOfConfig, parseConfig } from '../govern/config.js';
import { compareEnvironments, type EnvironmentComparison } from '../maps/compare-environments.js';
import type { EntityMap } from '../maps/entity-map.js';
import { entityMapOf } from '../maps/entity-map-of.js';
import { type MapSummary, summarizeMaps } from '../maps/summarize-maps.js';
import type { ReportComparison } from '../report/compare-reports.js';
import type { SnapshotComparison } from '../report/compare-snapshots.js';
import { type FleetReport, fleetOf } from '../report/fleet.js';
import type { HealthReport } from '../report/report.js';
import { operations } from '../rules/operations.js';
import { planApply } from '../solutions/plan-apply.js';
import { planImport } from '../solutions/plan-import.js';
import { planVerified, type RestorePlan } from '../solutions/plan-restore.js';
import type { SolutionPlan } from '../solutions/solution-plan.js';
import type { SolutionTarget } from '../solutions/solution-target.js';
import { verifyBackup } from '../solutions/verify-backup.js';
import type { SyncErrorRecord } from '../sync-errors/record.js';
import { type SyncErrorSummary, summarizeSyncErrors } from '../sync-errors/summarize-sync-errors.js';
import { activityOf } from './activity-of.js';
import type { FactLack } from './facts-of.js';
import type { Input, InputKind, InputOf } from './input.js';
import { isOf } from './is-of.js';
import { emptyFile } from './json-content.js';
import { mapsOf } from './maps-of.js';
import { isFactual, snapshotsOf } from './snapshots-of.js';
import { solutionOf } from './solution-of.js';
import { withoutEarlier } from './without-earlier.js';

/**
 * What there is to show of inputs, each the result of one of our functions; discriminated by `kind`.
 * @public
 */
export type InputResult =
  | {
      readonly kind: 'report';
      readonly report: HealthReport;
      /** What the report says about the cause of the error texts beside it. */
      readonly explanations?: readonly Explanation[] | undefined;
      /** What would make its facts whole. */
      readonly lacks: readonly FactLack[];
    }
  | { readonly kind: 'fleet'; readonly fleet: FleetReport }
  /** Two snapshots or two reports of one environment: what has changed. */
  | { readonly kind: 'comparison'; readonly comparison: SnapshotComparison | ReportComparison }
  | { readonly kind: 'diagnoses'; readonly diagnoses: readonly Diagnosis[] }
  /** A log of many messages: how often it reports which problem. */
  | { readonly kind: 'diagnosis-log'; readonly summary: LineSummary }
  | { readonly kind: 'topic-proposals'; readonly words: string; readonly proposals: readonly TopicProposal[] }
  | {
      readonly kind: 'sync-errors';
      /** With what each column was taken for, and what the rows would need to be whole. */
      readonly summary: SyncErrorSummary & Partial<Pick<InputOf<'sync-errors'>, 'columns' | 'lacks'>>;
      readonly records: readonly SyncErrorRecord[];
    }
  | {
      readonly kind: 'activity';
      /** With what the log would need to be whole. */
      readonly replay: ActivityReplay & { readonly lacks?: readonly string[] | undefined };
    }
  | { readonly kind: 'alert-replay'; readonly replay: AlertReplay }
  | { readonly kind: 'map-list'; readonly maps: MapSummary }
  | { readonly kind: 'maps'; readonly comparison: EnvironmentComparison }
  | { readonly kind: 'solution-plans'; readonly plans: readonly (SolutionPlan | RestorePlan)[] }
  /** What a command wrote as JSON, as it is; `of` is its kind. */
  | {
      readonly kind: 'saved';
      readonly name?: string | undefined;
      readonly of: string;
      readonly value: object;
    };

/**
 * An input that nothing shows, and why: `because` continues after its name.
 * @public
 */
export interface UnusedInput {
  readonly name: string | undefined;
  readonly kind: InputKind;
  readonly because: string;
}

/**
 * How inputs are put together.
 * @public
 */
export interface ResultsOptions {
  /** The time that is taken where the inputs have none, and that suppressions and open states are judged against. */
  readonly now: Date;
  /** The environment that is meant where the inputs are of several. */
  readonly dataverseUrl?: string | undefined;
  readonly finopsUrl?: string | undefined;
  /** How facts are evaluated; settings and a baseline among the inputs take precedence. */
  readonly evaluate?: EvaluateOptions | undefined;
}

/**
 * What fits the inputs: facts of one environment become a report, those of several a fleet; an error text beside them says what
 * confirms it; a solution beside saved maps becomes a plan; settings of alerts beside errors become a replay; sync errors, activity
 * and maps are shown as their commands show them. What nothing can use is named.
 *
 * @returns the results, the verdict first; it does not reject
 *
 * @example
 * ```ts
 * const { results, unused } = await resultsOf([recognize(har), recognize(errorText)], { now: new Date() });
 * ```
 * @public
 */
export async function resultsOf(
  given: readonly Input[],
  options: ResultsOptions,
): Promise<{ readonly results: readonly InputResult[]; readonly unused: readonly UnusedInput[] }> {
  const unused: UnusedInput[] = given.filter(isOf('unknown')).map(({ name, kind, looksLike, expected }) => ({
    name,
    kind,
    because: looksLike === emptyFile ? 'it is empty' : `it looks like ${looksLike}; expected ${expected}`,
  }));
  const results: InputResult[] = [];
  const { inputs, comparisons } = withoutEarlier(given);
  const checked = await checkedOf(inputs, options, unused);
  const saved = inputs.filter(isOf('report'));
  const reports = [...saved.map(({ report }) => report), ...checked.reports];
  const texts = inputs.filter(isOf('error-text'));
  const [report, ...others] = reports;
  const explained = new Map<Input, readonly Explanation[]>();
  if (report !== undefined && others.length === 0) {
    for (const input of texts) explained.set(input, explain(input.text, report));
    const explanations = [...saved.flatMap((input) => input.explanations ?? []), ...[...explained.values()].flat()];
    results.push({
      kind: 'report',
      report,
      ...(explanations.length > 0 ? { explanations } : {}),
      lacks: checked.lacks,
    });
  } else if (report !== undefined) {
    results.push({ kind: 'fleet', fleet: fleetOf(reports) });
  }
  const unrecognized: InputOf<'error-text'>[] = [];
  for (const input of texts.filter((one) => (explained.get(one) ?? []).length === 0)) {
    const result = diagnosed(input.text);
    if (isNothing(result)) unrecognized.push(input);
    else results.push(result);
  }
  results.push(...comparisons);
  results.push(...errorsOf(inputs));
  results.push(...activityResults(inputs));
  results.push(...(await mapResults(inputs, checked.snapshot, unused)));
  results.push(...savedOf(inputs));
  const [first] = unrecognized;
  if (first !== undefined && results.length === 0) return { results: [diagnosed(first.text)], unused };
  const because = 'no known problem was recognized in it';
  return { results, unused: [...unused, ...unrecognized.map(({ name, kind }) => ({ name, kind, because }))] };
}

/** Whether nothing was recognized in a text: among other things that says only that it is not used. */
function isNothing(result: InputResult): boolean {
  if (result.kind === 'diagnosis-log') return result.summary.topics.length === 0;
  return result.kind === 'diagnoses' && result.diagnoses.length === 0;
}

interface Checked {
  readonly reports: readonly HealthReport[];
  /** The facts of the only environment. */
  readonly snapshot?: Snapshot | undefined;
  readonly lacks: readonly FactLack[];
}

async function checkedOf(
  inputs: readonly Input[],
  { now, evaluate, ...addresses }: ResultsOptions,
  unused: UnusedInput[],
): Promise<Checked> {
  const settings = inputs.filter(isOf('config', 'baseline'));
  if (!inputs.some(isFactual)) {
    const settingsOnly = await alertReportOf(inputs, now, evaluate);
    if (settingsOnly !== undefined) return { reports: [settingsOnly], lacks: [] };
    for (const { name, kind } of settings)
      unused.push({ name, kind, because: 'it belongs to a check: give it with a snapshot or other facts' });
    return { reports: [], lacks: [] };
  }
  const options = evaluateOptionsOf(settings, { now, ...evaluate }, unused);
  const gathered = await snapshotsOf(inputs, { now, ...addresses });
  const reports = gathered.map(({ snapshot }) => evaluateSnapshot(snapshot, options));
  const [only, ...others] = gathered;
  if (only === undefined) {
    for (const { name, kind } of inputs.filter(isOf('facts')))
      unused.push({ name, kind, because: 'it holds no fact that is known yet: fill it in' });
  }
  if (only === undefined || others.length > 0) return { reports, lacks: [] };
  return { reports, snapshot: only.snapshot, lacks: only.lacks };
}

/** Alert settings by themselves are judged by the rules about them. */
async function alertReportOf(
  inputs: readonly Input[],
  now: Date,
  options: EvaluateOptions | undefined,
): Promise<HealthReport | undefined> {
  const settings = inputs.filter(isOf('alert-settings'));
  const [first] = settings;
  if (first === undefined || inputs.some(isOf('sync-errors', 'alert-events'))) return undefined;
  const [gathered] = await snapshotsOf(settings, { now });
  if (gathered === undefined) return undefined;
  const snapshot = { ...gathered.snapshot, environment: { name: first.name ?? gathered.snapshot.environment.name } };
  return evaluateSnapshot(snapshot, { now, ...options, validator: operations });
}

function evaluateOptionsOf(
  settings: readonly InputOf<'config' | 'baseline'>[],
  given: EvaluateOptions,
  unused: UnusedInput[],
): EvaluateOptions {
  let options = given;
  for (const input of settings) {
    if (input.kind === 'baseline') {
      options = { ...options, baseline: input.baseline };
      continue;
    }
    const config = parseConfig(input.config);
    if (config.isErr()) {
      unused.push({
        name: input.name,
        kind: input.kind,
        because: `these settings cannot be read: ${config.error.because}`,
      });
      continue;
    }
    const { timeoutMs, ...read } = optionsOfConfig(config.value);
    options = { ...options, ...read };
  }
  return options;
}

/** What an error text means; of a log of many messages, how often it reports what; where nothing is recognized in a few words, what they may be about. */
function diagnosed(text: string): InputResult {
  if (isLog(text)) return { kind: 'diagnosis-log', summary: diagnoseLines(text.split(/\r\n|\r|\n/)) };
  const diagnoses = diagnose(text);
  const proposals = diagnoses.length === 0 && text.length < longestSymptom ? searchTopics(text) : [];
  return proposals.length > 0 ? { kind: 'topic-proposals', words: text, proposals } : { kind: 'diagnoses', diagnoses };
}

const longestSymptom = 500;

/** More messages than a person reads one by one. */
const fewMessages = 20;

/** A long text is searched no further than the first messages. */
const longestMessage = 65_536;

function isLog(text: string): boolean {
  return text.length > longestMessage || recordsIn(text).length > fewMessages;
}

function errorsOf(inputs: readonly Input[]): readonly InputResult[] {
  const records = inputs.filter(isOf('sync-errors')).flatMap((input) => input.records);
  const settings = inputs.filter(isOf('alert-settings')).flatMap((input) => input.settings);
  const hasErrors = inputs.some(isOf('sync-errors'));
  const logged = inputs.filter(isOf('alert-events')).flatMap((input) => input.events);
  const events = [...logged, ...records.flatMap((record) => eventOfSyncError(record) ?? [])];
  const replayed =
    (settings.length > 0 && events.length > 0) || logged.length > 0
      ? replayAlerts(settings, events, { latenessMs: Number.POSITIVE_INFINITY }).match(
          (replay): readonly InputResult[] => [{ kind: 'alert-replay', replay }],
          () => [],
        )
      : [];
  return [
    ...(hasErrors
      ? [{ kind: 'sync-errors', summary: summaryOf(inputs.filter(isOf('sync-errors'))), records } as const]
      : []),
    ...replayed,
  ];
}

function summaryOf(inputs: readonly InputOf<'sync-errors'>[]): (InputResult & { kind: 'sync-errors' })['summary'] {
  const summary = summarizeSyncErrors(inputs.flatMap(({ records }) => records));
  const lacks = inputs.flatMap((input) => input.lacks);
  const columns = Object.assign({}, ...inputs.map((input) => input.columns));
  return {
    ...summary,
    ...(Object.keys(columns).length === 0 ? {} : { columns }),
    ...(lacks.length === 0 ? {} : { lacks }),
  };
}

/** As `activity` shows it: open states are judged against the last event, or against what they were judged against before. */
function activityResults(inputs: readonly Input[]): readonly InputResult[] {
  const events = activityOf(inputs);
  if (events.length === 0) return [];
  const logs = inputs.filter(isOf('activity-log'));
  const [only, ...others] = logs;
  const now = others.length === 0 ? only?.judgedAt : undefined;
  const lacks = logs.flatMap((log) => log.lacks);
  const replay = replayActivity(events, { now });
  return [{ kind: 'activity', replay: lacks.length === 0 ? replay : { ...replay, lacks } }];
}

async function mapResults(
  inputs: readonly Input[],
  snapshot: Snapshot | undefined,
  unused: UnusedInput[],
): Promise<readonly InputResult[]> {
  const solutions = inputs.filter(isOf('solution', 'solution-part'));
  const backups = inputs.filter(isOf('map-backup'));
  const saved = inputs.filter(isOf('map-rows'));
  const [firstRows, secondRows, ...more] = saved;
  if (solutions.length === 0 && backups.length === 0) {
    if (firstRows === undefined) return [];
    const read = await mapsOf(saved);
    return read.isErr() && secondRows !== undefined && more.length === 0
      ? differenceOf(firstRows, secondRows, unused)
      : listed(read, firstRows, unused);
  }
  const rows = saved.length === 0 ? undefined : (await mapsOf(saved)).map(withMaps).unwrapOr(undefined);
  const isAgainst = rows !== undefined || snapshot !== undefined;
  if (!isAgainst) {
    const given = [...solutions, ...backups];
    return listed(await mapsOf(given), given[0], unused);
  }
  const target: SolutionTarget = {
    name: snapshot?.environment.name ?? firstRows?.name ?? 'the environment',
    facts: snapshot?.facts ?? {},
    ...(rows === undefined ? {} : { maps: rows }),
  };
  const plans: (SolutionPlan | RestorePlan)[] = [];
  if (solutions.length > 0) {
    const solution = await solutionOf(solutions);
    if (solution.isErr()) unused.push(unusedOf(solutions[0], solution.error.because));
    else if (solution.value !== undefined)
      plans.push(planImport(solution.value, target), planApply(solution.value, target, { isImported: true }));
  }
  for (const input of backups) {
    const backup = await verifyBackup(input.backup);
    if (backup.isErr()) unused.push(unusedOf(input, backup.error.because));
    else plans.push(planVerified(backup.value, target));
  }
  return plans.length === 0 ? [] : [{ kind: 'solution-plans', plans }];
}

function withMaps(rows: Known<readonly unknown[]>): Known<readonly EntityMap[]> {
  return { ...rows, value: rows.value.map((row) => entityMapOf(row)) };
}

/** The list of maps that were read, or, of those that cannot be, the name of the first input. */
function listed(
  rows: Result<Known<readonly unknown[]>, Fault>,
  input: Input | undefined,
  unused: UnusedInput[],
): readonly InputResult[] {
  if (rows.isErr()) {
    unused.push(unusedOf(input, rows.error.because));
    return [];
  }
  const { value, ...read } = withMaps(rows.value);
  return [{ kind: 'map-list', maps: summarizeMaps(value, read) }];
}

/** The maps of two environments. */
async function differenceOf(before: Input, after: Input, unused: UnusedInput[]): Promise<readonly InputResult[]> {
  const [left, right] = [await mapsOf([before]), await mapsOf([after])];
  for (const [input, rows] of [
    [before, left],
    [after, right],
  ] as const)
    if (rows.isErr()) unused.push(unusedOf(input, rows.error.because));
  if (left.isErr() || right.isErr()) return [];
  const sideOf = ({ name = '' }: Input, { value, ...read }: Known<readonly EntityMap[]>) => ({
    ...read,
    name,
    maps: value,
  });
  const comparison = compareEnvironments(sideOf(before, withMaps(left.value)), sideOf(after, withMaps(right.value)));
  return [{ kind: 'maps', comparison }];
}

function unusedOf(input: Input | undefined, because: string): UnusedInput {
  return { name: input?.name, kind: input?.kind ?? 'unknown', because };
}

function savedOf(inputs: readonly Input[]): readonly InputResult[] {
  return inputs.flatMap((input): readonly InputResult[] => {
    const { name } = input;
    if (input.kind === 'comparison') return [{ kind: 'saved', name, of: 'comparison', value: input.comparison }];
    if (input.kind === 'request-plan') return [{ kind: 'saved', name, of: 'request-plan', value: input.plan }];
    return input.kind === 'result' ? [{ kind: 'saved', name, of: input.of, value: input.value }] : [];
  });
}
