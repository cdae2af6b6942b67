import type { ActivityReplay } from '../activity/replay-activity.js';
import type { ReplayedActivity } from '../activity/replay-map.js';
import type { LineSummary } from '../diagnosis/diagnose-lines.js';
import type { Diagnosis } from '../diagnosis/diagnosis.js';
import type { TopicProposal } from '../diagnosis/search-topics.js';
import type { FactUrl } from '../inputs/urls-for.js';
import type { EnvironmentComparison } from '../maps/compare-environments.js';
import type { MapCoverage } from '../maps/map-coverage.js';
import type { SelectedVersion, SelectVersionFault } from '../maps/select-version.js';
import type { MapSummary } from '../maps/summarize-maps.js';
import type { ReportComparison } from '../report/compare-reports.js';
import type { SnapshotComparison } from '../report/compare-snapshots.js';
import { type FleetReport, fleetExitCode } from '../report/fleet.js';
import type { DocumentModel } from '../reporters/document.js';
import type { ShownRequestPlan } from '../reporters/documents/request-plan-document.js';
import type { ShownSolutionPlan } from '../reporters/documents/solution-plans-document.js';
import type { RuleDescription } from '../rules/describe-rule.js';
import type { SolutionGuide } from '../solutions/solution-guides.js';
import type { AppliedMaps } from '../solutions/verify-applied.js';
import type { MarkedRequests } from '../sync-errors/mark-requests.js';
import type { RequestPlan } from '../sync-errors/plan-requests.js';
import type { SyncErrorRecord } from '../sync-errors/record.js';
import type { PlannedActivity } from './run/activity-plan.js';
import type { PlannedCleanup } from './run/cleanup.js';
import type { Explained } from './run/explain.js';

type ExitCode = 0 | 1 | 2;

/** How a result is shown, and the exit code of the command that comes to it. */
interface Shown {
  readonly document: DocumentModel;
  readonly exitCode: ExitCode;
}

/** A result that a command wrote as JSON becomes what that command showed. It rejects for one that lacks what the document needs. */
export type ShowSaved = (saved: object) => Promise<Shown>;

/** A file is what its `kind` says, or it was changed by hand: then the document fails, which the caller answers for. */
function kind<Saved>(
  load: () => Promise<(saved: Saved) => DocumentModel>,
  loadExitCode: () => Promise<(saved: Saved) => ExitCode> = async () => () => 0,
): ShowSaved {
  return async (saved) => {
    const [documentOf, exitCodeOf] = await Promise.all([load(), loadExitCode()]);
    return { document: documentOf(saved as Saved), exitCode: exitCodeOf(saved as Saved) };
  };
}

const explained = kind<Explained>(
  async () => (await import('./explained-document.js')).explainedDocument,
  async () => (await import('./run/explain.js')).exitCodeOf,
);

/** Every kind of result, as the page *Showing results* lists them. */
const kinds: Readonly<Record<string, ShowSaved>> = {
  activity: kind<WholeReplay>(
    async () => (await import('../reporters/documents/activity-document.js')).activityDocument,
    async () =>
      ({ maps, unreadable, lacks = [] }) =>
        maps.some(({ anomalies }) => anomalies.length > 0) ? 1 : unreadable.length + lacks.length > 0 ? 2 : 0,
  ),
  'activity-plan': kind<SavedActivityPlan>(
    async () => {
      const { plannedActivityDocument } = await import('./planned-activity-document.js');
      return (saved) => plannedActivityDocument(plannedActivityOf(saved));
    },
    async () => {
      const { exitCodeOf } = await import('./run/activity-plan.js');
      return (saved) => exitCodeOf(plannedActivityOf(saved));
    },
  ),
  'alert-replay': kind(
    async () => (await import('../reporters/documents/alert-replay-document.js')).alertReplayDocument,
    async () => (await import('./run/alerts-replay.js')).exitCodeOf,
  ),
  'applied-maps': kind<AppliedMaps>(
    async () => (await import('../reporters/documents/applied-maps-document.js')).appliedMapsDocument,
    async () => (await import('./run/maps-verify.js')).exitCodeOf,
  ),
  'cleanup-plan': kind<SavedCleanup>(
    async () => {
      const { plannedCleanupDocument } = await import('./cleanup-document.js');
      return (saved) => plannedCleanupDocument(plannedCleanupOf(saved));
    },
    async () => {
      const { exitCodeOf } = await import('./run/cleanup.js');
      return (saved) => exitCodeOf(plannedCleanupOf(saved));
    },
  ),
  comparison: kind<ReportComparison | SnapshotComparison>(
    async () => (await import('../reporters/documents/comparison-document.js')).comparisonDocument,
    async () => (await import('./run/compare.js')).exitCodeOf,
  ),
  diagnoses: kind<{ readonly diagnoses: readonly Diagnosis[] }>(
    async () => {
      const { diagnosesDocument } = await import('../reporters/documents/diagnoses-document.js');
      return ({ diagnoses }) => diagnosesDocument(diagnoses);
    },
    async () =>
      ({ diagnoses }) =>
        diagnoses.length > 0 ? 0 : 1,
  ),
  'diagnosis-log': kind<LineSummary>(
    async () => (await import('../reporters/documents/diagnosis-log-document.js')).diagnosisLogDocument,
    async () =>
      ({ topics }) =>
        topics.length > 0 ? 0 : 1,
  ),
  'error-code': explained,
  fleet: kind<FleetReport>(
    async () => (await import('../reporters/documents/fleet-document.js')).fleetDocument,
    async () => fleetExitCode,
  ),
  guides: kind<{ readonly guides: readonly SolutionGuide[] }>(async () => {
    const { solutionGuidesDocument } = await import('../reporters/documents/solution-guides-document.js');
    return ({ guides }) => solutionGuidesDocument(guides);
  }),
  'map-list': kind<MapSummary>(
    async () => (await import('../reporters/documents/maps-document.js')).mapsDocument,
    async () => (await import('./run/maps-list.js')).exitCodeOf,
  ),
  'map-version': kind<SavedVersion>(
    async () => {
      const { selectedVersionDocument } = await import('../reporters/documents/selected-version-document.js');
      return (saved) => selectedVersionDocument(saved.map, chosenOf(saved), saved);
    },
    async () => {
      const { exitCodeOf } = await import('./run/maps-use.js');
      return (saved) => exitCodeOf({ ...saved, chosen: chosenOf(saved) });
    },
  ),
  maps: kind<EnvironmentComparison>(
    async () =>
      (await import('../reporters/documents/environment-comparison-document.js')).environmentComparisonDocument,
    async () => (await import('./run/maps-diff.js')).exitCodeOf,
  ),
  'marked-requests': kind<MarkedRequests>(
    async () => (await import('../reporters/documents/marked-requests-document.js')).markedRequestsDocument,
    async () =>
      ({ fault }) =>
        fault === undefined ? 0 : 1,
  ),
  'request-plan': kind<SavedPlan>(
    async () => {
      const { requestPlanDocument } = await import('../reporters/documents/request-plan-document.js');
      return (saved) => requestPlanDocument(shownPlanOf(saved));
    },
    async () => {
      const { exitCodeOf } = await import('./run/errors-plan.js');
      return (saved) => exitCodeOf(shownPlanOf(saved));
    },
  ),
  rule: explained,
  rules: kind<{ readonly rules: readonly RuleDescription[] }>(async () => {
    const [{ catalogueDocument }, { ruleDocument }] = await Promise.all([
      import('../reporters/documents/catalogue-document.js'),
      import('../reporters/documents/rule-document.js'),
    ]);
    return ({ rules }) => {
      const [only] = rules.length === 1 ? rules : [];
      return only === undefined ? catalogueDocument(rules) : ruleDocument(only);
    };
  }),
  'solution-plans': kind<{ readonly plans: readonly ShownSolutionPlan[] }>(
    async () => {
      const { solutionPlansDocument } = await import('../reporters/documents/solution-plans-document.js');
      return ({ plans }) => solutionPlansDocument(plans);
    },
    async () => {
      const { exitCodeOf } = await import('./run/maps-plan.js');
      return ({ plans }) => exitCodeOf(plans);
    },
  ),
  'sync-errors': kind(
    async () => {
      const { syncErrorsDocument } = await import('../reporters/documents/sync-errors-document.js');
      return (summary: Parameters<typeof syncErrorsDocument>[0]) => syncErrorsDocument(summary);
    },
    async () => (await import('./run/errors-summary.js')).exitCodeOf,
  ),
  topic: explained,
  'topic-proposals': kind<{ readonly words?: string; readonly proposals: readonly TopicProposal[] }>(
    async () => {
      const { topicProposalsDocument } = await import('../reporters/documents/topic-proposals-document.js');
      return ({ words = '', proposals }) => topicProposalsDocument(words, proposals);
    },
    async () =>
      ({ proposals }) =>
        proposals.length > 0 ? 0 : 1,
  ),
  'unknown-id': explained,
  urls: kind<{ readonly urls: readonly FactUrl[] }>(async () => {
    const { urlsDocument } = await import('../reporters/documents/urls-document.js');
    return ({ urls }) => urlsDocument(urls);
  }),
};

/** How a saved result of this kind is shown; `undefined` for one that no command shows, such as the state of alerts. */
export function savedKind(of: string): ShowSaved | undefined {
  return Object.hasOwn(kinds, of) ? kinds[of] : undefined;
}

type WholeReplay = ActivityReplay & Pick<ReplayedActivity, 'lacks'>;

type SavedActivityPlan = PlannedActivity['plan'] & Partial<Omit<PlannedActivity, 'plan'>>;

function plannedActivityOf({ unreadable = 0, lacks = [], ...plan }: SavedActivityPlan): PlannedActivity {
  return { plan, unreadable, lacks };
}

type SavedCleanup = PlannedCleanup['plan'] & Omit<PlannedCleanup, 'plan'>;

function plannedCleanupOf({ from, problem, ...plan }: SavedCleanup): PlannedCleanup {
  return { plan, from, problem };
}

/** Of the row that was chosen, what identifies it was saved. */
interface SavedVersion extends MapCoverage {
  readonly map: string;
  readonly selected:
    | (Pick<SelectedVersion, 'reason' | 'why'> & { readonly version: string | null; readonly publisher: string | null })
    | null;
  readonly fault: SelectVersionFault | null;
}

function chosenOf({ map: name, selected, fault }: SavedVersion): SelectedVersion | SelectVersionFault {
  if (selected === null) {
    if (fault === null) throw new TypeError('neither a version nor a fault');
    return fault;
  }
  const { version, publisher, reason, why } = selected;
  const map = { name, ...(version === null ? {} : { version }), ...(publisher === null ? {} : { publisher }) };
  return { map: map as SelectedVersion['map'], reason, why }; // of the map, only its version and its publisher are shown
}

/** A plan; where something prevents it, with the one that was shown. */
type SavedPlan = RequestPlan &
  Pick<ShownRequestPlan, 'corrupt' | 'columns' | 'lacks' | 'torn'> & {
    readonly ofOtherJobs?: number;
    readonly rehearsed?: RequestPlan | null;
  };

function shownPlanOf(saved: SavedPlan): ShownRequestPlan {
  const plan = saved.rehearsed ?? saved;
  const { ofOtherJobs = 0, corrupt, columns, lacks, torn } = saved;
  const planned = plan.requests.reduce((sum, { recordIds }) => sum + recordIds.length, 0);
  return {
    records: [
      ...Array.from({ length: planned }, () => rowOfRequest),
      ...plan.remainder,
      ...plan.refused.map(({ record }) => record),
    ],
    ofOtherJobs,
    plan,
    faults: [...new Set([saved, plan])].flatMap((one) => (one.verdict === 'obstructed' ? [one.fault] : [])),
    corrupt,
    columns,
    lacks,
    torn,
  };
}

/** Of the rows in requests, only the ids were saved: these count, and match none. */
const rowOfRequest: SyncErrorRecord = {
  id: '',
  integrationJob: '',
  entity: '',
  dataSource: null,
  uniqueKey: null,
  company: null,
  code: null,
  message: '',
  category: 'unknown',
  createdOn: '',
};
