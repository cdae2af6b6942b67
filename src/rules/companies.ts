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

/** How many records bear each company code; blank codes are no codes. */
export function codeCounts(companies: Facts['companies']): ReadonlyMap<string, number> {
  return countsOf(companies.map(({ code }) => code));
}

/** How often each text stands in a list, by its key; blank ones do not count. */
export function countsOf(texts: readonly (string | null)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    if (isBlank(text)) continue;
    const key = nameKey(text);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** A company as the subject of a finding: its code in capitals, or its id where the code is blank. */
export function companySubject({ id, code, name }: Company): Subject {
  const subject = { kind: 'company', id: isBlank(code) ? guidKey(id) : code.trim().toUpperCase() } as const;
  return isBlank(name) ? subject : { ...subject, name: name.trim() };
}
