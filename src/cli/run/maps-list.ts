import { type MapSummary, summarizeMaps } from '../../maps/summarize-maps.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { readAllMaps } from '../read-maps.js';

/** Lists the maps in files and what they need. Exit code: 0 all could be read, 2 some could not. */
export async function run({ files }: { readonly files: readonly string[] }): Promise<CommandResult<MapSummary>> {
  const maps = await readAllMaps(files);
  if (maps.isErr()) return couldNotRun(maps.error);
  const summary = summarizeMaps(maps.value);
  return { type: 'done', result: summary, exitCode: summary.totals.unreadable > 0 ? 2 : 0 };
}
