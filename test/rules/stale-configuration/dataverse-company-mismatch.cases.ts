import { known, unknown } from '../../../src/facts/fact.js';
import { dataverseCompanyMismatch } from '../../../src/rules/stale-configuration/dataverse-company-mismatch.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const link = known(make.link());
const unlinked = known(make.link({ linked: false }));

export default {
  rule: dataverseCompanyMismatch,
  passed: [
    {
      when: 'every linked legal entity has its company record',
      facts: { link, companies: known([make.company({ code: 'USMF' })]) },
      checked: 1,
    },
    {
      when: 'codes differ in letter case and blanks, and one is linked twice',
      facts: {
        link: known(make.link({ legalEntities: [' usmf', 'USMF '] })),
        companies: known([make.company({ code: 'Usmf ' })]),
      },
      checked: 1,
    },
    {
      when: 'the only record of a linked legal entity is inactive and not enabled: another rule reports that',
      facts: {
        link,
        companies: known([make.company({ code: 'USMF', active: false, enabledForDualWrite: false })]),
      },
      checked: 1,
    },
    {
      when: 'there are more than the linked ones',
      facts: { link, companies: known([make.company({ code: 'USMF' }), make.company({ code: 'DEMF' })]) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'a linked legal entity has none',
      facts: {
        link: known(make.link({ legalEntities: ['USMF', 'demf'] })),
        companies: known([make.company({ code: 'USMF' })]),
      },
      subjects: ['company DEMF'],
      args: [{}],
    },
    {
      when: 'there is none at all, and blank entries are linked too',
      facts: { link: known(make.link({ legalEntities: ['', 'usmf'] })), companies: known([]) },
      subjects: ['company USMF'],
      args: [{}],
    },
    {
      when: 'the only one has a blank code',
      facts: { link, companies: known([make.company({ code: null })]) },
      subjects: ['company USMF'],
      args: [{}],
    },
  ],
  notApplicable: [
    {
      when: 'no legal entity is linked, whatever else is known',
      facts: { link: known(make.link({ legalEntities: [] })), companies: unknown('not-permitted') },
    },
    { when: 'the environments are not linked', facts: { link: unlinked } },
    {
      when: 'no legal entity is linked',
      facts: { link: known(make.link({ legalEntities: ['', ' '] })), companies: known([]) },
    },
  ],
  inconclusive: [
    { when: 'they could not be read', facts: { link, companies: unknown('not-permitted') }, missing: ['companies'] },
    {
      when: 'only some of them were seen',
      facts: { link, companies: known([], { coverage: 'partial' }) },
      missing: ['companies'],
    },
    { when: 'the link is not known', facts: { companies: known([]) }, missing: ['link'] },
  ],
} satisfies RuleCases;
