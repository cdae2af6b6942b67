import { toJson } from '../reporters/json.js';
import { markdownSolutionGuides, prettySolutionGuides } from '../reporters/solution-guide.js';
import { solutionGuides } from '../solutions/solution-guides.js';
import { type CommandResult, couldNotRun } from './command-result.js';

/** Prints how something is done with solutions: one guide, or all of them. */
export function guideMaps(
  id: string | undefined,
  { format, color }: { readonly format: 'pretty' | 'json' | 'markdown'; readonly color: boolean },
): CommandResult {
  const guides = solutionGuides.filter((guide) => id === undefined || guide.id === id);
  if (guides.length === 0) return couldNotRun(`${id}: expected ${solutionGuides.map((guide) => guide.id).join(', ')}`);
  const print = {
    json: () => toJson({ schemaVersion: 1, guides }),
    markdown: () => markdownSolutionGuides(guides),
    pretty: () => prettySolutionGuides(guides, { color }),
  }[format];
  return { type: 'done', output: print(), exitCode: 0 };
}
