export { topics } from './all-topics.js';
export { type CleanupPlan, cleanupPlan } from './cleanup/cleanup-plan.js';
export { cleanupSql } from './cleanup/cleanup-sql.js';
export type { CleanupStep } from './cleanup/cleanup-step.js';
export type {
  AcceptedFinding,
  CleanupTarget,
  KeptFinding,
  NamedConfiguration,
  NamedFinding,
  StaleFields,
  StaleProject,
  StaleRow,
  StaleRuntime,
} from './cleanup/cleanup-target.js';
export type { UnansweredRule } from './cleanup/stale-findings.js';
export { diagnose } from './diagnose.js';
export { diagnoseLines, type LineSummary, type TopicCount } from './diagnose-lines.js';
export type { Captures, Diagnosis } from './diagnosis.js';
export { type Explanation, explain, type NamedVerdict } from './explain.js';
export type { ExplanationVerdict } from './explanation-verdict.js';
export type { NamedKind } from './finding-index.js';
export { type Responsibility, responsibilities, responsibilitiesSource } from './responsibilities.js';
export { searchTopics, type TopicProposal } from './search-topics.js';
export type { Pattern, Phase, Signature, Topic } from './topic.js';
