import type { ActivityPlan } from '../activity/plan-activity-action.js';
import type { ActivityReplay } from '../activity/replay-activity.js';
import type { LineSummary } from '../diagnosis/diagnose-lines.js';
import type { Diagnosis } from '../diagnosis/diagnosis.js';
import type { TopicProposal } from '../diagnosis/search-topics.js';
import type { EnvironmentComparison } from '../maps/compare-environments.js';
import type { MapSummary } from '../maps/summarize-maps.js';
import { gotWorse, type ReportComparison } from '../report/compare-reports.js';
import { lostFacts, type SnapshotComparison } from '../report/compare-snapshots.js';
import { type FleetReport, fleetExitCode } from '../report/fleet.js';
import type { DocumentModel } from '../reporters/document.js';
import type { ShownSolutionPlan } from '../reporters/documents/solution-plans-document.js';
import type { RuleDescription } from '../rules/describe-rule.js';
import type { SolutionGuide } from '../solutions/solution-guides.js';
import type { AppliedMaps } from '../solutions/verify-applied.js';
import type { MarkedRequests } from '../sync-errors/mark-requests.js';
import type { RequestPlan } from '../sync-errors/plan-requests.js';
import type { SyncErrorSummary } from '../sync-errors/summarize-sync-errors.js';
import type { Explained } from './run/explain.js';

type ExitCode = 0 | 1 | 2;

/** A result that a command wrote as JSON: how it becomes a document again, and the exit code of the command that wrote it. */
interface SavedKind {
  readonly document: (saved: object) => Promise<DocumentModel>;
  readonly exitCode: (saved: object) => ExitCode;
}

/**
 * A file is what its `kind` says, or it was changed by hand: what such a file lacks makes the document fail, which the caller
 * answers for.
 */
function kind<Saved>(
  load: () => Promise<(saved: Saved) => DocumentModel>,
  exitCode: (saved: Saved) => ExitCode = () => 0,
): SavedKind {
  return {
    document: async (saved) => (await load())(saved as Saved),
    exitCode: (saved) => exitCode(saved as Saved),
  };
}

const explained = kind<Explained>(async () => (await import('./explained-document.js')).explainedDocument);

/** Every kind of result, as the page *Showing results* lists them. */
const kinds: Readonly<Record<string, SavedKind>> = {
  activity: kind<ActivityReplay>(
    async () => (await import('../reporters/documents/activity-document.js')).activityDocument,
    ({ maps, unreadable }) => (maps.some(({ anomalies }) => anomalies.length > 0) ? 1 : unreadable.length > 0 ? 2 : 0),
  ),
  'activity-plan': kind<ActivityPlan>(
    async () => (await import('../reporters/documents/activity-plan-document.js')).activityPlanDocument,
    ({ verdict }) => (verdict === 'obstructed' ? 1 : 0),
  ),
  'alert-replay': kind<
    Parameters<typeof import('../reporters/documents/alert-replay-document.js')['alertReplayDocument']>[0]
  >(
    async () => (await import('../reporters/documents/alert-replay-document.js')).alertReplayDocument,
    ({ alerts }) => (alerts.some(({ fired }) => fired > 0) ? 1 : 0),
  ),
  'applied-maps': kind<AppliedMaps>(
    async () => (await import('../reporters/documents/applied-maps-document.js')).appliedMapsDocument,
    ({ totals, coverage }) =>
      totals.missing + totals.differs > 0 ? 1 : totals.unknown > 0 || coverage === 'partial' ? 2 : 0,
  ),
  'cleanup-plan': kind<
    Parameters<typeof import('../reporters/documents/cleanup-plan-document.js')['cleanupPlanDocument']>[0]
  >(
    async () => (await import('../reporters/documents/cleanup-plan-document.js')).cleanupPlanDocument,
    ({ targets, inTheWay, unknowns }) => (targets.length + inTheWay.length > 0 ? 1 : unknowns.length > 0 ? 2 : 0),
  ),
  comparison: kind<ReportComparison | SnapshotComparison>(
    async () => (await import('../reporters/documents/comparison-document.js')).comparisonDocument,
    (comparison) => ((comparison.kind === 'reports' ? gotWorse(comparison) : lostFacts(comparison).length > 0) ? 1 : 0),
  ),
  diagnoses: kind<{ readonly diagnoses: readonly Diagnosis[] }>(
    async () => {
      const { diagnosesDocument } = await import('../reporters/documents/diagnoses-document.js');
      return ({ diagnoses }) => diagnosesDocument(diagnoses);
    },
    ({ diagnoses }) => (diagnoses.length > 0 ? 0 : 1),
  ),
  'diagnosis-log': kind<LineSummary>(
    async () => (await import('../reporters/documents/diagnosis-log-document.js')).diagnosisLogDocument,
    ({ topics }) => (topics.length > 0 ? 0 : 1),
  ),
  'error-code': explained,
  fleet: kind<FleetReport>(
    async () => (await import('../reporters/documents/fleet-document.js')).fleetDocument,
    fleetExitCode,
  ),
  guides: kind<{ readonly guides: readonly SolutionGuide[] }>(async () => {
    const { solutionGuidesDocument } = await import('../reporters/documents/solution-guides-document.js');
    return ({ guides }) => solutionGuidesDocument(guides);
  }),
  'map-list': kind<MapSummary>(
    async () => (await import('../reporters/documents/maps-document.js')).mapsDocument,
    ({ totals, coverage }) => (totals.unreadable > 0 || coverage === 'partial' ? 2 : 0),
  ),
  maps: kind<EnvironmentComparison>(
    async () =>
      (await import('../reporters/documents/environment-comparison-document.js')).environmentComparisonDocument,
    ({ totals }) =>
      totals.different + totals['only-before'] + totals['only-after'] > 0 ? 1 : totals.unknown > 0 ? 2 : 0,
  ),
  'marked-requests': kind<MarkedRequests>(
    async () => (await import('../reporters/documents/marked-requests-document.js')).markedRequestsDocument,
  ),
  'request-plan': kind<RequestPlan & { readonly ofOtherJobs?: number }>(
    async () => {
      const { requestPlanDocument } = await import('../reporters/documents/request-plan-document.js');
      return (plan) =>
        requestPlanDocument({
          records: [],
          ofOtherJobs: plan.ofOtherJobs ?? 0,
          plan,
          faults: plan.verdict === 'obstructed' ? [plan.fault] : [],
        });
    },
    ({ verdict, remainder }) => (verdict === 'obstructed' || remainder.length > 0 ? 1 : 0),
  ),
  rule: explained,
  rules: kind<{ readonly rules: readonly RuleDescription[] }>(async () => {
    const { catalogueDocument } = await import('../reporters/documents/catalogue-document.js');
    return ({ rules }) => catalogueDocument(rules);
  }),
  'solution-plans': kind<{ readonly plans: readonly ShownSolutionPlan[] }>(
    async () => {
      const { solutionPlansDocument } = await import('../reporters/documents/solution-plans-document.js');
      return ({ plans }) => solutionPlansDocument(plans);
    },
    ({ plans }) =>
      plans.some(({ verdict }) => verdict === 'obstructed' || verdict === 'lossy')
        ? 1
        : plans.some(({ verdict }) => verdict === 'unknown')
          ? 2
          : 0,
  ),
  'sync-errors': kind<SyncErrorSummary>(
    async () => {
      const { syncErrorsDocument } = await import('../reporters/documents/sync-errors-document.js');
      return (summary) => syncErrorsDocument(summary);
    },
    ({ total }) => (total > 0 ? 1 : 0),
  ),
  topic: explained,
  'topic-proposals': kind<{ readonly words?: string; readonly proposals: readonly TopicProposal[] }>(async () => {
    const { topicProposalsDocument } = await import('../reporters/documents/topic-proposals-document.js');
    return ({ words = '', proposals }) => topicProposalsDocument(words, proposals);
  }),
  'unknown-id': kind<Explained>(
    async () => (await import('./explained-document.js')).explainedDocument,
    () => 1,
  ),
};

/** A saved result of this kind; `undefined` for one that has no document, such as the state of alerts. */
export function savedKind(of: string): SavedKind | undefined {
  return Object.hasOwn(kinds, of) ? kinds[of] : undefined;
}
