import type { Connection } from './odata/service.js';
import type { RowProblem } from './row-problem.js';

/**
 * What every live adapter is given.
 * @public
 */
export interface LiveOptions extends Connection {
  /** The address of the environment, `https://…`. Plain http is accepted for this machine only. */
  readonly url: string;
  /** Called for each row that could not be understood. */
  readonly onRowProblem?: ((problem: RowProblem) => void) | undefined;
}

/** `https://host/` of an address; as it stands where that is none, so that the first request can say so. */
export function originOf(url: string): string {
  return URL.canParse(url) ? `${new URL(url).origin}/` : url;
}
