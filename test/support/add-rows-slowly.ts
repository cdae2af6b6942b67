import { writeSync } from 'node:fs';
import { syncErrorFileStore } from '../../src/node/sync-error-file-store.js';
import { row } from '../sync-errors/arbitrary-records.js';

/** A process that adds rows to a store, tells that it has begun, and never ends. */
const [path = ''] = process.argv.slice(2);
await syncErrorFileStore(path).add(
  (function* () {
    writeSync(1, 'begun\n');
    for (let index = 0; ; index += 1) yield row(`row-${index}`);
  })(),
);
