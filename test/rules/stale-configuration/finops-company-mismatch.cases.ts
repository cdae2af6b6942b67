import { known, unknown } from '../../../src/facts/fact.js';
import { finopsCompanyMismatch } from '../../../src/rules/stale-configuration/finops-company-mismatch.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const link = known(make.link());
const unlinked = known(make.link({ linked: false }));

export default {
  rule: finopsCompanyMismatch,
  passed: [
    {
      when: 'every linked legal entity has its legal entity',
      facts: { link, legalEntities: known([{ code: 'USMF' }]) },
      checked: 1,
    },
    {
      when: 'codes differ in letter case and blanks, and one is linked twice',
      facts: {
        link: known(make.link({ legalEntities: [' usmf', 'USMF '] })),
        legalEntities: known([{ code: 'Usmf ' }]),
      },
      checked: 1,
    },
    {
      when: 'there are more than the linked ones',
      facts: { link, legalEntities: known([{ code: 'USMF' }, { code: 'DEMF' }]) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'a linked legal entity has none',
      facts: { link: known(make.link({ legalEntities: ['USMF', 'demf'] })), legalEntities: known([{ code: 'USMF' }]) },
      subjects: ['company DEMF'],
      args: [{}],
    },
    {
      when: 'there is none at all, and blank entries are linked too',
      facts: { link: known(make.link({ legalEntities: ['', 'usmf'] })), legalEntities: known([]) },
      subjects: ['company USMF'],
      args: [{}],
    },
    {
      when: 'the only one has a blank code',
      facts: { link, legalEntities: known([{ code: ' ' }]) },
      subjects: ['company USMF'],
      args: [{}],
    },
  ],
  notApplicable: [
    {
      when: 'no legal entity is linked, whatever else is known',
      facts: { link: known(make.link({ legalEntities: [] })), legalEntities: unknown('not-permitted') },
    },
    { when: 'the environments are not linked', facts: { link: unlinked } },
    {
      when: 'no legal entity is linked',
      facts: { link: known(make.link({ legalEntities: ['', ' '] })), legalEntities: known([]) },
    },
  ],
  inconclusive: [
    {
      when: 'they could not be read',
      facts: { link, legalEntities: unknown('not-permitted') },
      missing: ['legalEntities'],
    },
    {
      when: 'only some of them were seen',
      facts: { link, legalEntities: known([], { coverage: 'partial' }) },
      missing: ['legalEntities'],
    },
    { when: 'the link is not known', facts: { legalEntities: known([]) }, missing: ['link'] },
  ],
} satisfies RuleCases;
