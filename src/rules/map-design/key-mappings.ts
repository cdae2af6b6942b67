import { nameKey } from '../../facts/keys.js';
import { type MissingFact, missing } from '../verdict.js';
import { columnsReached, type KeyColumn } from './integration-keys.js';
import type { ReadField, ReadLeg } from './read-maps.js';
import { rootOf } from './tables.js';

/**
 * The mappings of a column of the integration key to a field of finance and operations. A constant is not a field: it does not
 * identify a row.
 */
export function mappingsOf({ fields }: ReadLeg, { text, kind }: KeyColumn): readonly ReadField[] {
  const key = nameKey(text);
  const maps = ({ path }: ReadField) =>
    kind === 'lookup' ? columnsReached(path).includes(key) : nameKey(rootOf(path) ?? '') === key;
  return fields.filter((field) => field.finopsField !== '' && maps(field));
}

/** Says that the key of a table must be known. */
export const unknownKey: MissingFact = /* @__PURE__ */ missing('mapDefinitions', 'integrationKeys');
