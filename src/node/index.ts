export type { FileFault } from './json-file.js';
export type { LineSource } from './read-lines.js';
export { readSyncErrors } from './read-sync-errors.js';
export { readSnapshot, writeSnapshot } from './snapshot-file.js';
export {
  type BackupFileFault,
  readMapBackup,
  readSolutionFile,
  type SolutionFileFault,
  writeMapBackup,
} from './solution-file.js';
export {
  type FileSummaryOptions,
  type SyncErrorFileSummary,
  summarizeSyncErrorFile,
} from './summarize-sync-error-file.js';
export type { SyncErrorFileFault } from './sync-error-file-fault.js';
export { type SyncErrorFileStore, syncErrorFileStore } from './sync-error-file-store.js';
