import { targetsInText } from '../../src/diagnosis/cleanup/targets-in-text.js';
import { cleanupPlan } from '../../src/diagnosis/index.js';
import {
  type EvaluateOptions,
  evaluateSnapshot,
  factNames,
  type HealthReport,
  mapDesign,
  operations,
  type Snapshot,
  snapshotOf,
} from '../../src/index.js';
import { explainedDocument } from '../../src/inputs/explained-document.js';
import { type ExplainedId, explainedId, type UnknownId } from '../../src/inputs/explained-id.js';
import {
  type Input,
  type InputResult,
  mapsOf,
  resultDocument,
  resultsOf,
  type UnusedInput,
} from '../../src/inputs/index.js';
import { supplyInWorkbench } from '../../src/inputs/place.js';
import { plannedCleanupDocument } from '../../src/inputs/planned-cleanup-document.js';
import { mapDefinitionOf } from '../../src/maps/map-definition-of.js';
import { entityMapOf } from '../../src/maps-and-solutions.js';
import { type DocumentModel, reportDocument } from '../../src/reporters/index.js';

/** A result as the command for it shows it. */
export interface ResultPage {
  readonly kind: string;
  readonly label: string;
  readonly document: DocumentModel;
  readonly json: object;
  /** The report that it is, for the formats that other tools read. */
  readonly report?: HealthReport | undefined;
  readonly explanations?: Extract<InputResult, { readonly kind: 'report' }>['explanations'];
}

export interface ResultPages {
  readonly pages: readonly ResultPage[];
  readonly unused: readonly UnusedInput[];
}

interface PagesOptions {
  readonly now: Date;
  readonly evaluate: EvaluateOptions;
  readonly environment: { readonly dataverseUrl?: string | undefined; readonly finopsUrl?: string | undefined };
  /** The facts of the only environment. */
  readonly snapshot: Snapshot | undefined;
  readonly explained: readonly (ExplainedId | UnknownId)[];
}

/** Advice names what this page has. */
export const here = { place: 'workbench' } as const;

/** Everything that there is to show of inputs: what the commands for them would show, the verdict first. */
export async function resultPages(inputs: readonly Input[], options: PagesOptions): Promise<ResultPages> {
  const { now, evaluate, environment, snapshot, explained } = options;
  const found = await resultsOf(inputs, { now, evaluate, ...environment });
  const pages: ResultPage[] = [];
  const unused = [...found.unused];
  for (const result of found.results) {
    const shown = resultDocument(result, here);
    if (shown.isErr()) unused.push(shown.error);
    else pages.push({ ...pageOf(result), ...shown.value });
  }
  pages.push(...explainedPages(explained));
  const [report] = found.results.flatMap((result) => (result.kind === 'report' ? [result.report] : []));
  pages.push(
    ...cleanupPages(report, inputs),
    ...(await designPages(inputs, snapshot, options)),
    ...operationsPages(snapshot, options),
  );
  return { pages: recognizedFirst(pages), unused };
}

/** A code that was given several times is explained once. */
function explainedPages(explained: PagesOptions['explained']): readonly ResultPage[] {
  const byId = new Map(explained.map((one) => [idOf(one), one]));
  return [...byId].map(([id, one]) => ({
    kind: 'explained',
    label: byId.size === 1 ? 'What the code means' : `What ${id} means`,
    document: explainedDocument(one),
    json: { schemaVersion: 1, ...one },
  }));
}

function idOf(explained: ExplainedId | UnknownId): string {
  switch (explained.kind) {
    case 'rule':
      return explained.rule.code;
    case 'topic':
      return explained.topic.code ?? explained.topic.id;
    case 'error-code':
      return explained.code;
    case 'unknown-id':
      return explained.id;
  }
}

/** The first result is the verdict: a text in which nothing was recognized comes last. */
function recognizedFirst(pages: readonly ResultPage[]): readonly ResultPage[] {
  const isNothing = ({ kind, document }: ResultPage) => kind === 'diagnoses' && document.mark === 'inconclusive';
  return [...pages.filter((page) => !isNothing(page)), ...pages.filter(isNothing)];
}

function pageOf(result: InputResult): Pick<ResultPage, 'kind' | 'label' | 'report' | 'explanations'> {
  if (result.kind === 'report') {
    const label = result.explanations === undefined ? 'Report' : 'Report and error text';
    return { kind: 'report', label, report: result.report, explanations: result.explanations };
  }
  const kind = result.kind === 'saved' ? result.of : result.kind;
  return { kind, label: labels.get(kind) ?? 'Saved result' };
}

const labels: ReadonlyMap<string, string> = new Map([
  ['fleet', 'All environments'],
  ['diagnoses', 'Diagnosis'],
  ['diagnosis-log', 'Diagnosis of the log'],
  ['topic-proposals', 'Problems it may be'],
  ['sync-errors', 'Sync errors'],
  ['activity', 'Activity'],
  ['alert-replay', 'Alerts'],
  ['map-list', 'Table maps'],
  ['maps', 'Maps compared'],
  ['solution-plans', 'Plan'],
  ['comparison', 'What has changed'],
  ['reports', 'What has changed'],
  ['snapshots', 'What has changed'],
  ['cleanup-plan', 'Clean-up plan'],
  ['request-plan', 'Plan of requests'],
  ['activity-plan', 'Planned action'],
]);

/** How stale configuration is removed, where the report found some, or an error text names some and there is no report. */
function cleanupPages(report: HealthReport | undefined, inputs: readonly Input[]): readonly ResultPage[] {
  const planned =
    report === undefined
      ? plannedFromTexts(inputs)
      : ({ plan: cleanupPlan(report), from: 'report', problem: null } as const);
  if (planned === undefined || planned.plan.targets.length + planned.plan.inTheWay.length === 0) return [];
  const { plan } = planned;
  return [
    {
      kind: 'cleanup-plan',
      label: 'Clean-up plan',
      document: plannedCleanupDocument(planned, here),
      json: { ...plan, kind: 'cleanup-plan' },
    },
  ];
}

function plannedFromTexts(inputs: readonly Input[]) {
  const named = inputs.flatMap((input) => (input.kind === 'error-text' ? [targetsInText(input.text)] : []));
  const targets = named.flatMap((one) => one.targets);
  const problem = named.find((one) => one.problem !== undefined)?.problem?.title ?? null;
  return targets.length === 0 ? undefined : ({ plan: cleanupPlan(targets), from: 'text', problem } as const);
}

/** The design of the maps that were given, beside a report of something else. */
async function designPages(
  inputs: readonly Input[],
  snapshot: Snapshot | undefined,
  { now, evaluate }: PagesOptions,
): Promise<readonly ResultPage[]> {
  if (evaluate.validator === mapDesign) return [];
  const sources = inputs.filter(({ kind }) => /^(?:map-rows|map-backup|solution|solution-part|snapshot)$/.test(kind));
  if (sources.length === 0) return [];
  const saved = snapshot?.facts.mapDefinitions;
  const rows = saved?.status === 'known' ? undefined : (await mapsOf(sources)).unwrapOr(undefined);
  const mapDefinitions =
    rows === undefined ? saved : { ...rows, value: rows.value.map((row) => mapDefinitionOf(entityMapOf(row))) };
  if (mapDefinitions?.status !== 'known' || mapDefinitions.value.length === 0) return [];
  const tableMetadata = snapshot?.facts.tableMetadata;
  const facts = { mapDefinitions, ...(tableMetadata === undefined ? {} : { tableMetadata }) };
  const name = snapshot?.environment.name ?? sources[0]?.name ?? 'the maps';
  return [
    furtherReport('map-design', 'Map design', snapshotOf(name, facts, { takenAt: snapshot?.takenAt ?? now }), {
      ...evaluate,
      only: undefined,
      validator: mapDesign,
    }),
  ];
}

/** What the rules about operations say, where facts for them were given. */
function operationsPages(snapshot: Snapshot | undefined, { evaluate }: PagesOptions): readonly ResultPage[] {
  if (snapshot === undefined || evaluate.validator === operations) return [];
  const facts = ['syncErrors', 'integrationJobs', 'alertSettings', 'mapActivity'] as const;
  if (!facts.some((name) => snapshot.facts[name]?.status === 'known')) return [];
  return [furtherReport('operations', 'Operations', snapshot, { ...evaluate, only: undefined, validator: operations })];
}

function furtherReport(kind: string, label: string, snapshot: Snapshot, options: EvaluateOptions): ResultPage {
  const report = evaluateSnapshot(snapshot, options);
  return { kind, label, document: reportDocument(report, { supply: supplyInWorkbench }), json: report, report };
}

/** Whether a snapshot says anything. */
export function hasFacts({ facts }: Snapshot): boolean {
  return factNames.some((name) => facts[name] !== undefined);
}

/** What a text is that names a code or an id and nothing else. */
export function codeIn(text: string): ExplainedId | undefined {
  return text.length > 200 || /\n.*\S/.test(text.trim()) ? undefined : explainedId(text.trim());
}
