export { type CheckOptions, checkEnvironment } from './check.js';
export { checkFleet, type FleetOptions } from './check-fleet.js';
export {
  type Acceptance,
  isConclusive,
  type Missing,
  type Outcome,
  type ReportedFinding,
  type RuleIdentity,
  type Status,
} from './engine/outcome.js';
export type { EngineOptions, RuleSetting } from './engine/settings.js';
export { type EvaluateOptions, evaluateSnapshot } from './evaluate-snapshot.js';
export type { Adapter, Reader, ReaderContext } from './facts/adapter.js';
export { combineAdapters } from './facts/combine-adapters.js';
export {
  type Coverage,
  completeValue,
  type Fact,
  type Known,
  known,
  type Unknown,
  type UnknownReason,
  unknown,
} from './facts/fact.js';
export { type FurtherFactName, factNames, type HealthFactName } from './facts/fact-names.js';
export { type GatherEvent, type GatherOptions, gatherSnapshot } from './facts/gather-snapshot.js';
export { guidKey, hostKey, isBlank, nameKey } from './facts/keys.js';
export { parsePartialSnapshot, parseSnapshot } from './facts/parse-snapshot.js';
export { redactSnapshot } from './facts/redact.js';
export type { FactName, Facts } from './facts/schemas.js';
export {
  factOf,
  type PartialSnapshot,
  type Snapshot,
  type SnapshotFacts,
  snapshotOf,
} from './facts/snapshot.js';
export { snapshotAdapter } from './facts/snapshot-adapter.js';
export type {
  CheckFault,
  Fault,
  InvalidOptions,
  Issue,
  MalformedInput,
  ReportFault,
  SnapshotFault,
} from './fault.js';
export { type Baseline, baselineOf } from './govern/baseline.js';
export { type Config, optionsOfConfig, parseConfig } from './govern/config.js';
export type { Governance, GovernOptions, Policy } from './govern/govern.js';
export type { Health } from './govern/health.js';
export type { Preset } from './govern/presets.js';
export type { Suppression, SuppressionUses } from './govern/suppression.js';
export {
  type ComparedFinding,
  type ComparedReport,
  type ComparedRule,
  compareReports,
  gotWorse,
  type ReportComparison,
  type RuleWithout,
} from './report/compare-reports.js';
export {
  compareSnapshots,
  type FactDifference,
  type FactState,
  lostFacts,
  type RowDifference,
  type RowInShort,
  type SnapshotComparison,
} from './report/compare-snapshots.js';
export { exitCodeFor } from './report/exit-code.js';
export { type FleetFault, type FleetReport, fleetExitCode, fleetOf } from './report/fleet.js';
export type { FactSummaries, FactSummary, HealthReport } from './report/report.js';
export { parseReport } from './report/schema.js';
export * from './rules/index.js';
