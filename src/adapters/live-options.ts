import type { Connection } from './odata/connect.js';
import type { RowProblem } from './row-problem.js';

/**
 * The options of every live adapter.
 * @public
 */
export interface LiveOptions extends Connection {
  /** The address of the environment, `https://…`. Plain http is accepted only for this machine. */
  readonly url: string;
  /** Called for each row that could not be understood. */
  readonly onRowProblem?: ((problem: RowProblem) => void) | undefined;
}

/** `https://host/` of an address; unchanged if it is not a URL, so that the first request can report that. */
export function originOf(url: string): string {
  return URL.canParse(url) ? `${new URL(url).origin}/` : url;
}
