import type { Facts } from '../../facts/schemas.js';
import type { Subject } from '../verdict.js';

/** A map as the subject of a finding. */
export function mapSubject({ name }: Facts['entityMaps'][number]): Subject {
  return { kind: 'entity-map', id: name.trim() };
}
