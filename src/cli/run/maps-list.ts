import { type MapSummary, summarizeMaps } from '../../maps/summarize-maps.js';
import { type CommandResult, couldNotRun } from '../command-result.js';
import { readMaps } from '../read-maps.js';

/** Lists the maps in files and what they need. Exit code: 0 all could be read, 2 some could not, or there may be more. */
export async function run({ files }: { readonly files: readonly string[] }): Promise<CommandResult<MapSummary>> {
  const maps = await readMaps(files);
  if (maps.isErr()) return couldNotRun(maps.error);
  const summary = summarizeMaps(maps.value.value, maps.value);
  return { type: 'done', result: summary, exitCode: exitCodeOf(summary) };
}

export function exitCodeOf({ totals, coverage }: MapSummary): 0 | 2 {
  return totals.unreadable === 0 && coverage === undefined ? 0 : 2;
}
