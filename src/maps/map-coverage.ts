import type { Known } from '../facts/fact.js';

/**
 * How much of the maps of an environment a result is about. `partial`: the environment may have more maps and versions, and
 * `detail` says why; without it, all of them.
 * @public
 */
export interface MapCoverage {
  readonly coverage?: 'partial' | undefined;
  readonly detail?: string | undefined;
}

/** What a result says of the coverage of maps that were read. */
export function mapCoverage({ coverage, detail }: Pick<Known<unknown>, 'coverage' | 'detail'>): MapCoverage {
  if (coverage !== 'partial') return {};
  return detail === undefined ? { coverage } : { coverage, detail };
}
