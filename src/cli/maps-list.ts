import { summarizeMaps } from '../maps/summarize-maps.js';
import { htmlMaps } from '../reporters/html-maps.js';
import { toJson } from '../reporters/json.js';
import { markdownMaps, prettyMaps } from '../reporters/map-list.js';
import { type CommandResult, couldNotRun } from './command-result.js';
import { readAllMaps } from './read-maps.js';

/** The formats of maps. */
export type MapFormat = 'pretty' | 'json' | 'markdown' | 'html';

/** Lists the maps in files and what they need. Exit code: 0 all could be read, 2 some could not. */
export async function listMaps(
  files: readonly string[],
  { format, color }: { readonly format: MapFormat; readonly color: boolean },
): Promise<CommandResult> {
  const maps = await readAllMaps(files);
  if (maps.isErr()) return couldNotRun(maps.error);
  const summary = summarizeMaps(maps.value);
  const print = {
    json: () => toJson(summary),
    markdown: () => markdownMaps(summary),
    pretty: () => prettyMaps(summary, { color }),
    html: () => htmlMaps(summary),
  }[format];
  return { type: 'done', output: print(), exitCode: summary.totals.unreadable > 0 ? 2 : 0 };
}
