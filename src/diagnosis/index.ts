export { topics } from './all-topics.js';
export { type CleanupPlan, type CleanupStep, cleanupPlan } from './cleanup/cleanup-plan.js';
export type { CleanupTarget, KeptRows } from './cleanup/cleanup-target.js';
export { diagnose } from './diagnose.js';
export { diagnoseLines, type LineSummary, type TopicCount } from './diagnose-lines.js';
export type { Captures, Diagnosis } from './diagnosis.js';
export { type Explanation, explain } from './explain.js';
export { type Responsibility, responsibilities, responsibilitiesSource } from './responsibilities.js';
export type { Pattern, Phase, Signature, Topic } from './topic.js';
