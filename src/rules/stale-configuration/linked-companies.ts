import { isBlank, nameKey } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import type { Subject } from '../verdict.js';

/** The codes of the linked legal entities, each once, in capitals; blank entries name nothing. */
export function linkedCodes({ legalEntities }: Facts['link']): readonly string[] {
  const named = legalEntities.filter((code) => !isBlank(code));
  return [...new Set(named.map(nameKey))].map((code) => code.toUpperCase());
}

/** A linked legal entity as the subject of a finding. */
export function linkedCompanySubject(code: string): Subject {
  return { kind: 'company', id: code };
}

/** Why rules about a link do not apply, as far as the link shows. */
export function whyNotLinked(link: Facts['link'] | undefined): string | undefined {
  return link?.linked === false ? 'the environments are not linked' : undefined;
}

/** Why rules about companies of linked legal entities have nothing to check, in words. */
export const noLinkedCompany = 'no linked legal entity has a company in Dataverse';

/** The same, as far as these facts are known. */
export function whyNoLinkedCompany({
  link,
  companies,
}: {
  readonly [Name in 'link' | 'companies']?: Facts[Name] | undefined;
}): string | undefined {
  const reason = whyNotLinked(link) ?? whyNoLegalEntity(link);
  return reason ?? (companies?.every(({ code }) => isBlank(code)) ? noLinkedCompany : undefined);
}

/** Why rules about linked legal entities have nothing to check, as far as the link shows. */
export function whyNoLegalEntity(link: Facts['link'] | undefined): string | undefined {
  return link?.legalEntities.every(isBlank) ? 'no legal entity is linked' : undefined;
}
