export type { FileFault } from './json-file.js';
export { readSnapshot, writeSnapshot } from './snapshot-file.js';
export {
  type BackupFileFault,
  readMapBackup,
  readSolutionFile,
  type SolutionFileFault,
  writeMapBackup,
} from './solution-file.js';
export {
  readSyncErrors,
  type SyncErrorFileFault,
  type SyncErrorFileStore,
  type SyncErrorFileSummary,
  summariseSyncErrorFile,
  syncErrorFileStore,
} from './sync-error-file-store.js';
