export type { FileFault } from './json-file.js';
export { readSnapshot, writeSnapshot } from './snapshot-file.js';
export {
  readSyncErrors,
  type SyncErrorFileFault,
  type SyncErrorFileStore,
  type SyncErrorFileSummary,
  summariseSyncErrorFile,
  syncErrorFileStore,
} from './sync-error-file-store.js';
