export { type FileFault, readSnapshot, writeSnapshot } from './snapshot-file.js';
