import { nameKey, tableKeys } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';

/** Whether a map is that of parties: while it runs, the party and global address book model is in use. */
export function isPartyMap({ dataverseTable }: Facts['entityMaps'][number]): boolean {
  return tableKeys('msdyn_parties').includes(nameKey(dataverseTable));
}
