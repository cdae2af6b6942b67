import { writeSync } from 'node:fs';
import { syncErrorFileStore } from '../../src/node/sync-error-file-store.js';
import type { SyncErrorRequest } from '../../src/sync-errors/index.js';

/**
 * A process that sends requests to a store, one after the other, once it reads a line, and writes the id of each that was accepted.
 * Each has a job of its own, or five after the other have one that is shared with other processes.
 */
const [path = '', name = '', count = '0', rows = '1', shared] = process.argv.slice(2);
const store = syncErrorFileStore(path);
writeSync(1, 'ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
process.stdin.destroy();
for (let index = 0; index < Number(count); index += 1) {
  const id = `${name}-${index}`;
  const recordIds = Array.from({ length: Number(rows) }, (_, row) => `${id}-${row}`);
  const request: SyncErrorRequest = {
    id,
    job: shared === undefined ? id : `${shared} ${Math.floor(index / 5)}`,
    action: 'retry',
    recordIds,
  };
  const answer = await store.submit(request, {});
  writeSync(1, answer.status === 'accepted' ? `${id}\n` : 'refused\n');
}
