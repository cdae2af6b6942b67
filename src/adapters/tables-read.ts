import type { Facts } from '../facts/schemas.js';

/** The tables or entities of one side of the maps, and the names of those that the service does not have. */
export interface TablesRead {
  readonly found: Facts['tableMetadata'];
  readonly absent: readonly string[];
}
