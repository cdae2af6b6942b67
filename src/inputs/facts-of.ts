import { mapActivityOf } from '../activity/map-activity-fact.js';
import { type Fact, known } from '../facts/fact.js';
import { factNames, healthFactNames } from '../facts/fact-names.js';
import { isoOf } from '../facts/instant.js';
import { hostKey } from '../facts/keys.js';
import { overlayFacts } from '../facts/overlay-facts.js';
import type { FactName, Facts } from '../facts/schemas.js';
import { factOf, type PartialSnapshot, type Snapshot, type SnapshotFacts } from '../facts/snapshot.js';
import { activityOf, lastEventsIn } from './activity-of.js';
import { answersOf } from './answers-of.js';
import {
  answersOfEnvironment,
  type EnvironmentAnswers,
  type SortedAnswers,
  sortAnswers,
} from './environment-answers.js';
import {
  environmentOfSnapshot,
  environmentsIn,
  type InputEnvironment,
  isNamed,
  isSameEnvironment,
} from './environments-in.js';
import type { Input, InputOf } from './input.js';
import { isOf } from './is-of.js';
import { tableMetadataOf } from './metadata/table-metadata-of.js';
import { factsOfSnapshots, type GivenFact, overSnapshots } from './over-snapshots.js';
import { type ReadFact, readAnswers } from './read-answers.js';

/**
 * The facts of one environment.
 * @public
 */
export interface GatheredFacts {
  readonly environment: { readonly name: string };
  /** ISO 8601: the oldest time that the inputs tell, else now. */
  readonly takenAt: string;
  /** Only those that an input says something about. */
  readonly facts: SnapshotFacts;
  /** What would make each fact whole; those that are known in part come first. */
  readonly lacks: readonly FactLack[];
}

/**
 * What a fact would need to be whole.
 * @public
 */
export interface FactLack {
  readonly fact: FactName;
  /** Whether an input says something about it. */
  readonly isGiven: boolean;
  /** Why it is not whole, a phrase without a period. */
  readonly because: string;
  /** The addresses whose answers would make it whole, as far as they are known. */
  readonly urls: readonly string[];
}

/**
 * Inputs of several environments: which of them is meant has to be said.
 * @public
 */
export interface SeveralEnvironments {
  readonly environments: readonly InputEnvironment[];
}

/**
 * Which environment is meant, and the time.
 * @public
 */
export interface FactsOfOptions extends InputEnvironment {
  /** Used where no input tells a time. */
  readonly now: Date;
}

/**
 * The facts that inputs hold about one environment, read as the live adapters read them, and what would make them whole; or the
 * environments to choose from, where the inputs are about several and `options` name none. Those are never mixed: what belongs to
 * another environment than the one that is named is not used.
 *
 * Facts of a person win over everything. Of a snapshot and an answer, the later one counts; an answer without a time counts over a
 * snapshot, unless it gives a part of what the snapshot has as a whole. Saved maps, captured tables and logs fill what answers do
 * not give.
 *
 * @example
 * ```ts
 * const gathered = await factsOf([recognize(har)], { now: new Date() });
 * if ('environments' in gathered) console.log(gathered.environments);
 * else console.log(Object.keys(gathered.facts), gathered.lacks);
 * ```
 * @public
 */
export async function factsOf(
  inputs: readonly Input[],
  options: FactsOfOptions,
): Promise<GatheredFacts | SeveralEnvironments> {
  const sorted = await sortedInputsOf(inputs);
  const chosen = chosenOf(sorted.environments, options);
  if (chosen.length > 1) return { environments: chosen };
  return factsOfOne(inputs, sorted, chosen[0] ?? {}, options.now);
}

/** The facts of each environment that inputs are about, and that `options` allow. */
export async function factsOfEach(
  inputs: readonly Input[],
  options: FactsOfOptions,
): Promise<readonly GatheredFacts[]> {
  const sorted = await sortedInputsOf(inputs);
  const [first = {}, ...others] = chosenOf(sorted.environments, options);
  const gathered: GatheredFacts[] = [];
  for (const environment of [first, ...others])
    gathered.push(await factsOfOne(inputs, sorted, environment, options.now));
  return gathered;
}

interface SortedInputs {
  readonly sorted: SortedAnswers;
  readonly environments: readonly InputEnvironment[];
}

async function sortedInputsOf(inputs: readonly Input[]): Promise<SortedInputs> {
  const sorted = sortAnswers(await answersOf(inputs));
  return { sorted, environments: environmentsOf(inputs, sorted) };
}

async function factsOfOne(
  inputs: readonly Input[],
  { sorted, environments }: SortedInputs,
  environment: InputEnvironment,
  now: Date,
): Promise<GatheredFacts> {
  const isOnlyOne = isOnly(environments, environment);
  const answers = answersOfEnvironment(sorted, environment, isOnlyOne);
  const { snapshots, persons } = savedFactsOf(inputs, environment, isOnlyOne);
  const ofSnapshots = factsOfSnapshots(snapshots);
  const saved = [ofSnapshots, ...persons.map(({ facts }) => facts)].reduce(overlayFacts, {});
  const read = await readAnswers(answers, environment, { saved });
  const layers = [
    ofSnapshots,
    ...(isOnlyOne ? [factsBeside(inputs), overSnapshots(tablesBeside(inputs), snapshots)] : []),
    overSnapshots(new Map([...read].filter(([, { isGiven }]) => isGiven)), snapshots),
    ...persons.map(({ facts }) => facts),
  ];
  // Why a fact cannot be read is kept where nothing else gives it.
  const facts = presentIn({ ...factsIn(read), ...presentIn(layers.reduce(overlayFacts, {})) });
  return {
    environment: { name: nameOf([...persons, ...namesFirst(snapshots)], environment) },
    takenAt: oldestTime(answers, [...persons, ...snapshots], lastEventsIn(inputs)) ?? now.toISOString(),
    facts,
    lacks: lacksOf(facts, read),
  };
}

/** Facts that were put together before. */
interface SavedFacts {
  /** The oldest first. */
  readonly snapshots: readonly Snapshot[];
  readonly persons: readonly PartialSnapshot[];
}

/** The snapshots and the facts of persons that belong to an environment. */
export function savedFactsOf(inputs: readonly Input[], environment: InputEnvironment, isOnlyOne: boolean): SavedFacts {
  const belongs = (one: PartialSnapshot) => {
    const named = environmentOfSnapshot(one);
    return isNamed(named) && isNamed(environment)
      ? isSameEnvironment(named, environment)
      : isOnlyOne || !isNamed(named);
  };
  const snapshots = inputs.filter(isOf('snapshot')).map(({ snapshot }) => snapshot);
  const persons = inputs.filter(isOf('facts')).map(({ facts }) => facts);
  return {
    snapshots: snapshots.filter(belongs).toSorted((a, b) => Date.parse(a.takenAt) - Date.parse(b.takenAt)),
    persons: persons.filter(belongs),
  };
}

/** The environments that inputs are about. */
export function environmentsOf(
  inputs: readonly Input[],
  { saved, gateway }: SortedAnswers,
): readonly InputEnvironment[] {
  const snapshots = inputs.flatMap((input) =>
    input.kind === 'snapshot' ? [input.snapshot] : input.kind === 'facts' ? [input.facts] : [],
  );
  const connectionSets = gateway.connectionSets.map(({ body }) => body);
  return environmentsIn({ answers: saved, connectionSets, snapshots });
}

/** Whether the inputs are about no other environment, so that what names none belongs to this one. */
export function isOnly(environments: readonly InputEnvironment[], environment: InputEnvironment): boolean {
  return environments.length < 2 && environments.every((one) => isSameEnvironment(one, environment));
}

/** The environments that are meant: the one that is named, with what the inputs tie to it, else all of them. */
export function chosenOf(
  environments: readonly InputEnvironment[],
  { dataverseUrl, finopsUrl }: InputEnvironment,
): readonly InputEnvironment[] {
  const named = { dataverseUrl, finopsUrl };
  if (!isNamed(named)) return environments;
  const found = environments.filter((one) => isSameEnvironment(one, named));
  const completed = found.map((one) => ({
    dataverseUrl: dataverseUrl ?? one.dataverseUrl,
    finopsUrl: finopsUrl ?? one.finopsUrl,
  }));
  return completed.length === 0 || (dataverseUrl !== undefined && finopsUrl !== undefined) ? [named] : completed;
}

/** What inputs that are not answers say. */
function factsBeside(inputs: readonly Input[]): SnapshotFacts {
  const events = activityOf(inputs);
  return {
    ...ofInputs(inputs.filter(isOf('sync-errors')), 'syncErrors', ({ records }) => records),
    ...ofInputs(inputs.filter(isOf('alert-settings')), 'alertSettings', ({ settings }) => settings),
    ...(events.length === 0 ? {} : { mapActivity: mapActivityOf(events) }),
  };
}

/** The tables that inputs describe: never known to be all that the maps need. */
function tablesBeside(inputs: readonly Input[]): ReadonlyMap<FactName, GivenFact> {
  const tables = tableMetadataOf(inputs.filter(({ kind }) => kind !== 'snapshot' && kind !== 'facts'));
  if (tables?.status !== 'known') return new Map();
  const detail = 'only the tables that were given are known';
  return new Map([['tableMetadata', { fact: known(tables.value, { coverage: 'partial', detail }) }]]);
}

function ofInputs<Kind extends Input['kind'], Name extends 'syncErrors' | 'alertSettings'>(
  inputs: readonly InputOf<Kind>[],
  name: Name,
  rowsOf: (input: InputOf<Kind>) => Facts[Name],
): SnapshotFacts {
  if (inputs.length === 0) return {};
  const rows = inputs.flatMap((input) => [...rowsOf(input)]);
  const lacks = inputs.flatMap((input) => input.lacks);
  const coverage = lacks.length === 0 ? {} : ({ coverage: 'partial', detail: lacks.join('; ') } as const);
  return { [name]: known(rows, coverage) };
}

function factsIn(read: ReadonlyMap<FactName, ReadFact>): SnapshotFacts {
  return Object.fromEntries([...read].flatMap(([name, { fact, isGiven }]) => (isGiven ? [[name, fact]] : [])));
}

/** Without those that no input says anything about. */
function presentIn(facts: SnapshotFacts): SnapshotFacts {
  return Object.fromEntries(
    factNames.flatMap((name) => {
      const fact = factOf(facts, name);
      const isAbsent = fact.status === 'unknown' && fact.reason === 'not-provided' && fact.detail === undefined;
      return isAbsent ? [] : [[name, fact]];
    }),
  );
}

/** The latest first, and before all those that name Dataverse: after it an environment is called. */
function namesFirst(snapshots: readonly Snapshot[]): readonly Snapshot[] {
  const ofDataverse = (one: Snapshot) => (environmentOfSnapshot(one).dataverseUrl === undefined ? 1 : 0);
  return snapshots.toReversed().toSorted((a, b) => ofDataverse(a) - ofDataverse(b));
}

function nameOf(snapshots: readonly PartialSnapshot[], { dataverseUrl, finopsUrl }: InputEnvironment): string {
  const named = snapshots.find(({ environment }) => environment !== undefined)?.environment?.name;
  return named ?? hostKey(dataverseUrl) ?? hostKey(finopsUrl) ?? 'recorded environment';
}

function oldestTime(
  { all, gateway }: EnvironmentAnswers,
  snapshots: readonly PartialSnapshot[],
  lastEvents: readonly number[],
): string | undefined {
  const times = [
    ...lastEvents,
    ...[...all, ...Object.values(gateway).flat()].flatMap(({ at }) => at ?? []),
    ...snapshots.flatMap(({ takenAt }) => (takenAt === undefined ? [] : Date.parse(takenAt))),
  ].filter(Number.isFinite);
  return times.length === 0 ? undefined : isoOf(times.reduce((oldest, time) => Math.min(oldest, time)));
}

function lacksOf(facts: SnapshotFacts, read: ReadonlyMap<FactName, ReadFact>): readonly FactLack[] {
  const lacks = factNames.flatMap((name): readonly FactLack[] => {
    const fact = factOf(facts, name);
    const isGiven = name in facts;
    if (!isGiven && !healthFactNames.some((one) => one === name)) return [];
    if (fact.status === 'known' && fact.coverage !== 'partial') return [];
    return [{ fact: name, isGiven, because: becauseOf(name, fact), urls: urlsOf(read.get(name)) }];
  });
  return [...lacks.filter(({ isGiven }) => isGiven), ...lacks.filter(({ isGiven }) => !isGiven)];
}

/** What the caller may see makes nothing whole. */
function urlsOf(read: ReadFact | undefined): readonly string[] {
  return (read?.unanswered ?? []).filter((url) => !/\/WhoAmI$|RetrieveUserSetOfPrivileges/.test(url));
}

function becauseOf(name: FactName, fact: Fact<Facts[FactName]>): string {
  if (fact.detail !== undefined) return fact.detail;
  if (fact.status === 'known') return 'only a part of it is known';
  return fact.reason === 'not-provided' ? (shownBy[name] ?? 'nothing that was given shows it') : fact.reason;
}

/** Where a person finds what no address gives. */
const shownBy: { readonly [Name in FactName]?: string } = {
  link: 'the Dual-write page shows it: record the page as a HAR file, or write it down as facts',
  tenantApplications: 'only a person knows it: write it down as facts',
  fieldConfigurations: 'no service gives it: write it down as facts',
  apiHubConnections: 'the administration of the Power Platform shows it',
};
