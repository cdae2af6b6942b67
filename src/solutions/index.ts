export { backupMaps } from './backup-maps.js';
export {
  type ChangedSolution,
  changeSolution,
  type SolutionChange,
  type SolutionChangeFault,
} from './change-solution.js';
export type { DualWriteSolution, SolutionPublisher, SolutionRequirement } from './dual-write-solution.js';
export type { BackupEntry, BackupFault, DamagedMap, MapBackup } from './map-backup.js';
export { type PlanApplyOptions, planApply } from './plan-apply.js';
export { type ExportFault, type ExportOptions, type ExportPlan, planExport } from './plan-export.js';
export { planImport } from './plan-import.js';
export { planRestore, type RestoreAction, type RestoredMap, type RestorePlan } from './plan-restore.js';
export { readSolution } from './read-solution.js';
export { readSolutionParts } from './read-solution-parts.js';
export type { SolutionFault } from './solution-fault.js';
export { type SolutionGuide, solutionGuides } from './solution-guides.js';
export type { SolutionPart } from './solution-part.js';
export type {
  MapChange,
  MapLoss,
  PlannedMap,
  PlanObstacle,
  PlanStep,
  PlanUnknown,
  PlanVerdict,
  PresentVersion,
  SolutionPlan,
} from './solution-plan.js';
export type { SolutionTarget } from './solution-target.js';
export { uninstallOptionOf } from './uninstall-option-of.js';
export { type AppliedMaps, type ExpectedMaps, type VerifiedMap, verifyApplied } from './verify-applied.js';
export { verifyBackup } from './verify-backup.js';
