import { guidKey, isBlank, nameKey } from '../facts/keys.js';
import type { Facts } from '../facts/schemas.js';
import type { Subject } from './verdict.js';

type Company = Facts['companies'][number];

/** The companies that dual-write synchronises: linked by code, or marked as enabled. A mark that is not known counts as none. */
export function syncedCompanies(link: Facts['link'], companies: Facts['companies']): readonly Company[] {
  const linked = new Set(link.legalEntities.map(nameKey));
  return companies.filter(
    ({ code, enabledForDualWrite }) => enabledForDualWrite === true || (!isBlank(code) && linked.has(nameKey(code))),
  );
}

/** A company as the subject of a finding: its code in capitals, or its id where the code is blank. */
export function companySubject({ id, code, name }: Company): Subject {
  const subject = { kind: 'company', id: isBlank(code) ? guidKey(id) : code.trim().toUpperCase() } as const;
  return isBlank(name) ? subject : { ...subject, name: name.trim() };
}
