import type { LineSummary } from '../diagnosis/diagnose-lines.js';
import type { Diagnosis } from '../diagnosis/diagnosis.js';
import type { TopicProposal } from '../diagnosis/search-topics.js';
import type { Explained } from '../inputs/explained-id.js';
import {
  chosenOf,
  plannedActivityOf,
  plannedCleanupOf,
  type SavedActivityPlan,
  type SavedCleanup,
  type SavedPlan,
  type SavedVersion,
  shownPlanOf,
  type WholeReplay,
} from '../inputs/saved-documents.js';
import { type FleetReport, fleetExitCode } from '../report/fleet.js';
import type { ShownSolutionPlan } from '../reporters/documents/solution-plans-document.js';
import type { MarkedRequests } from '../sync-errors/mark-requests.js';

type ExitCode = 0 | 1 | 2;

/** The exit code of the command that comes to a saved result; it rejects for one that lacks parts. */
type ExitCodeOfSaved = (saved: object) => Promise<ExitCode>;

/** A file is what its `kind` says, or it was changed by hand: then this fails, which the caller answers for. */
function kind<Saved>(exitCodeOf: (saved: Saved) => ExitCode | Promise<ExitCode>): ExitCodeOfSaved {
  return async (saved) => exitCodeOf(saved as Saved);
}

/** A command is loaded when its exit code is needed. */
function ofCommand<Saved>(load: () => Promise<{ readonly exitCodeOf: (result: Saved) => ExitCode }>): ExitCodeOfSaved {
  return kind<Saved>(async (saved) => (await load()).exitCodeOf(saved));
}

const explained = ofCommand<Explained>(() => import('./run/explain.js'));

/** The kinds whose command does not always end with 0. */
const kinds: Readonly<Record<string, ExitCodeOfSaved>> = {
  activity: kind<WholeReplay>(({ maps, unreadable, lacks = [] }) =>
    maps.some(({ anomalies }) => anomalies.length > 0) ? 1 : unreadable.length + lacks.length > 0 ? 2 : 0,
  ),
  'activity-plan': kind<SavedActivityPlan>(async (saved) =>
    (await import('./run/activity-plan.js')).exitCodeOf(plannedActivityOf(saved)),
  ),
  'alert-replay': ofCommand(() => import('./run/alerts-replay.js')),
  'applied-maps': ofCommand(() => import('./run/maps-verify.js')),
  'cleanup-plan': kind<SavedCleanup>(async (saved) =>
    (await import('./run/cleanup.js')).exitCodeOf(plannedCleanupOf(saved)),
  ),
  comparison: ofCommand(() => import('./run/compare.js')),
  diagnoses: kind<{ readonly diagnoses: readonly Diagnosis[] }>(({ diagnoses }) => (diagnoses.length > 0 ? 0 : 1)),
  'diagnosis-log': kind<LineSummary>(({ topics }) => (topics.length > 0 ? 0 : 1)),
  'error-code': explained,
  fleet: kind<FleetReport>(fleetExitCode),
  'map-list': ofCommand(() => import('./run/maps-list.js')),
  'map-version': kind<SavedVersion>(async (saved) =>
    (await import('./run/maps-use.js')).exitCodeOf({ ...saved, chosen: chosenOf(saved) }),
  ),
  maps: ofCommand(() => import('./run/maps-diff.js')),
  'marked-requests': kind<MarkedRequests>(({ fault }) => (fault === undefined ? 0 : 1)),
  'request-plan': kind<SavedPlan>(async (saved) =>
    (await import('./run/errors-plan.js')).exitCodeOf(shownPlanOf(saved)),
  ),
  rule: explained,
  'solution-plans': kind<{ readonly plans: readonly ShownSolutionPlan[] }>(async ({ plans }) =>
    (await import('./run/maps-plan.js')).exitCodeOf(plans),
  ),
  'sync-errors': ofCommand(() => import('./run/errors-summary.js')),
  topic: explained,
  'topic-proposals': kind<{ readonly proposals: readonly TopicProposal[] }>(({ proposals }) =>
    proposals.length > 0 ? 0 : 1,
  ),
  'unknown-id': explained,
};

/** The exit code of the command that comes to a result of this kind. */
export async function savedExitCode(of: string, saved: object): Promise<ExitCode> {
  return Object.hasOwn(kinds, of) ? (kinds[of]?.(saved) ?? 0) : 0;
}
