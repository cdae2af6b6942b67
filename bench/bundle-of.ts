import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where a benchmark that runs in a process of its own is bundled. */
export function bundleOf(name: 'har' | 'sync-errors' | 'first-call'): URL {
  return pathToFileURL(join(process.env.BENCH_FOLDER ?? '', `${name}.mjs`));
}
