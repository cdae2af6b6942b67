export type { FileFault } from './json-file.js';
export { readSnapshot, writeSnapshot } from './snapshot-file.js';
