import type { FactName } from '../facts/schemas.js';

/**
 * A row that could not be understood, in part or as a whole. The other rows are not affected.
 * @public
 */
export interface RowProblem {
  readonly fact: FactName;
  /** The id of the row, lower-case. */
  readonly id: string;
  /** What is wrong with it and the consequence, in one line. */
  readonly problem: string;
}
