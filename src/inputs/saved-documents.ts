import type { ActivityReplay } from '../activity/replay-activity.js';
import type { ReplayedActivity } from '../activity/replay-map.js';
import type { LineSummary } from '../diagnosis/diagnose-lines.js';
import type { Diagnosis } from '../diagnosis/diagnosis.js';
import type { TopicProposal } from '../diagnosis/search-topics.js';
import type { EnvironmentComparison } from '../maps/compare-environments.js';
import type { MapCoverage } from '../maps/map-coverage.js';
import type { SelectedVersion, SelectVersionFault } from '../maps/select-version.js';
import type { MapSummary } from '../maps/summarize-maps.js';
import type { ReportComparison } from '../report/compare-reports.js';
import type { SnapshotComparison } from '../report/compare-snapshots.js';
import type { FleetReport } from '../report/fleet.js';
import type { DocumentModel } from '../reporters/document.js';
import { activityDocument } from '../reporters/documents/activity-document.js';
import { alertReplayDocument } from '../reporters/documents/alert-replay-document.js';
import { appliedMapsDocument } from '../reporters/documents/applied-maps-document.js';
import { catalogueDocument } from '../reporters/documents/catalogue-document.js';
import { comparisonDocument } from '../reporters/documents/comparison-document.js';
import { diagnosesDocument } from '../reporters/documents/diagnoses-document.js';
import { diagnosisLogDocument } from '../reporters/documents/diagnosis-log-document.js';
import { environmentComparisonDocument } from '../reporters/documents/environment-comparison-document.js';
import { fleetDocument } from '../reporters/documents/fleet-document.js';
import { mapsDocument } from '../reporters/documents/maps-document.js';
import { markedRequestsDocument } from '../reporters/documents/marked-requests-document.js';
import { requestPlanDocument, type ShownRequestPlan } from '../reporters/documents/request-plan-document.js';
import { ruleDocument } from '../reporters/documents/rule-document.js';
import { selectedVersionDocument } from '../reporters/documents/selected-version-document.js';
import { solutionGuidesDocument } from '../reporters/documents/solution-guides-document.js';
import { type ShownSolutionPlan, solutionPlansDocument } from '../reporters/documents/solution-plans-document.js';
import { syncErrorsDocument } from '../reporters/documents/sync-errors-document.js';
import { topicProposalsDocument } from '../reporters/documents/topic-proposals-document.js';
import { urlsDocument } from '../reporters/documents/urls-document.js';
import type { RuleDescription } from '../rules/describe-rule.js';
import type { SolutionGuide } from '../solutions/solution-guides.js';
import type { AppliedMaps } from '../solutions/verify-applied.js';
import type { MarkedRequests } from '../sync-errors/mark-requests.js';
import type { RequestPlan } from '../sync-errors/plan-requests.js';
import type { SyncErrorRecord } from '../sync-errors/record.js';
import { explainedDocument } from './explained-document.js';
import type { Explained } from './explained-id.js';
import { type PlannedActivity, plannedActivityDocument } from './planned-activity-document.js';
import { type PlannedCleanup, plannedCleanupDocument } from './planned-cleanup-document.js';
import type { FactUrl } from './urls-for.js';

/** A result that a command wrote as JSON becomes what that command showed. It throws for one that lacks what the document needs. */
type DocumentOfSaved = (saved: object) => DocumentModel;

/** A file is what its `kind` says, or it was changed by hand: then the document fails, which the caller answers for. */
function kind<Saved>(documentOf: (saved: Saved) => DocumentModel): DocumentOfSaved {
  return (saved) => documentOf(saved as Saved);
}

const explained = kind<Explained>(explainedDocument);

/** Every kind of result, as the page *Showing results* lists them. */
const kinds: Readonly<Record<string, DocumentOfSaved>> = {
  activity: kind<WholeReplay>(activityDocument),
  'activity-plan': kind<SavedActivityPlan>((saved) => plannedActivityDocument(plannedActivityOf(saved))),
  'alert-replay': kind(alertReplayDocument),
  'applied-maps': kind<AppliedMaps>(appliedMapsDocument),
  'cleanup-plan': kind<SavedCleanup>((saved) => plannedCleanupDocument(plannedCleanupOf(saved))),
  comparison: kind<ReportComparison | SnapshotComparison>(comparisonDocument),
  diagnoses: kind<{ readonly diagnoses: readonly Diagnosis[] }>(({ diagnoses }) => diagnosesDocument(diagnoses)),
  'diagnosis-log': kind<LineSummary>(diagnosisLogDocument),
  'error-code': explained,
  fleet: kind<FleetReport>(fleetDocument),
  guides: kind<{ readonly guides: readonly SolutionGuide[] }>(({ guides }) => solutionGuidesDocument(guides)),
  'map-list': kind<MapSummary>(mapsDocument),
  'map-version': kind<SavedVersion>((saved) => selectedVersionDocument(saved.map, chosenOf(saved), saved)),
  maps: kind<EnvironmentComparison>(environmentComparisonDocument),
  'marked-requests': kind<MarkedRequests>(markedRequestsDocument),
  'request-plan': kind<SavedPlan>((saved) => requestPlanDocument(shownPlanOf(saved))),
  rule: explained,
  rules: kind<{ readonly rules: readonly RuleDescription[] }>(({ rules }) => {
    const [only] = rules.length === 1 ? rules : [];
    return only === undefined ? catalogueDocument(rules) : ruleDocument(only);
  }),
  'solution-plans': kind<{ readonly plans: readonly ShownSolutionPlan[] }>(({ plans }) => solutionPlansDocument(plans)),
  'sync-errors': kind<Parameters<typeof syncErrorsDocument>[0]>((summary) => syncErrorsDocument(summary)),
  topic: explained,
  'topic-proposals': kind<{ readonly words?: string; readonly proposals: readonly TopicProposal[] }>(
    ({ words = '', proposals }) => topicProposalsDocument(words, proposals),
  ),
  'unknown-id': explained,
  urls: kind<{ readonly urls: readonly FactUrl[] }>(({ urls }) => urlsDocument(urls)),
};

/** How a saved result of this kind is shown; `undefined` for one that no command shows, such as the state of alerts. */
export function savedDocument(of: string): DocumentOfSaved | undefined {
  return Object.hasOwn(kinds, of) ? kinds[of] : undefined;
}

export type WholeReplay = ActivityReplay & Pick<ReplayedActivity, 'lacks'>;

export type SavedActivityPlan = PlannedActivity['plan'] & Partial<Omit<PlannedActivity, 'plan'>>;

export function plannedActivityOf({ unreadable = 0, lacks = [], ...plan }: SavedActivityPlan): PlannedActivity {
  return { plan, unreadable, lacks };
}

export type SavedCleanup = PlannedCleanup['plan'] & Omit<PlannedCleanup, 'plan'>;

export function plannedCleanupOf({ from, problem, ...plan }: SavedCleanup): PlannedCleanup {
  return { plan, from, problem };
}

/** Of the row that was chosen, what identifies it was saved. */
export interface SavedVersion extends MapCoverage {
  readonly map: string;
  readonly selected:
    | (Pick<SelectedVersion, 'reason' | 'why'> & { readonly version: string | null; readonly publisher: string | null })
    | null;
  readonly fault: SelectVersionFault | null;
}

export function chosenOf({ map: name, selected, fault }: SavedVersion): SelectedVersion | SelectVersionFault {
  if (selected === null) {
    if (fault === null) throw new TypeError('neither a version nor a fault');
    return fault;
  }
  const { version, publisher, reason, why } = selected;
  const map = { name, ...(version === null ? {} : { version }), ...(publisher === null ? {} : { publisher }) };
  return { map: map as SelectedVersion['map'], reason, why }; // of the map, only its version and its publisher are shown
}

/** A plan; where something prevents it, with the one that was shown. */
export type SavedPlan = RequestPlan &
  Pick<ShownRequestPlan, 'corrupt' | 'columns' | 'lacks' | 'torn'> & {
    readonly ofOtherJobs?: number;
    readonly rehearsed?: RequestPlan | null;
  };

export function shownPlanOf(saved: SavedPlan): ShownRequestPlan {
  const plan = saved.rehearsed ?? saved;
  const { ofOtherJobs = 0, corrupt, columns, lacks, torn } = saved;
  return {
    records: [
      ...plan.requests.flatMap(({ recordIds }) => recordIds.map(() => rowOfRequest)),
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
