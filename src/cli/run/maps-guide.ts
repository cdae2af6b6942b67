import { type SolutionGuide, solutionGuides } from '../../solutions/solution-guides.js';
import { type CommandResult, couldNotRun } from '../command-result.js';

export interface Guides {
  readonly schemaVersion: 1;
  readonly guides: readonly SolutionGuide[];
}

/** Finds how something is done with solutions: one guide, or all of them. */
export function run({ id }: { readonly id: string | undefined }): CommandResult<Guides> {
  const guides = solutionGuides.filter((guide) => id === undefined || guide.id === id);
  if (guides.length === 0) return couldNotRun(`${id}: expected ${solutionGuides.map((guide) => guide.id).join(', ')}`);
  return { type: 'done', result: { schemaVersion: 1, guides }, exitCode: 0 };
}
