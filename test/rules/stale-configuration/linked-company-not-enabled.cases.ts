import { known, unknown } from '../../../src/facts/fact.js';
import { linkedCompanyNotEnabled } from '../../../src/rules/stale-configuration/linked-company-not-enabled.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const link = known(make.link());
const twoLinked = known(make.link({ legalEntities: ['USMF', 'DEMF'] }));
const demf = (differing: Parameters<typeof make.company>[0] = {}) =>
  make.company({ id: 'c2', code: 'DEMF', name: 'Contoso Germany', ...differing });

export default {
  rule: linkedCompanyNotEnabled,
  passed: [
    {
      when: 'the company of every linked legal entity is enabled, and one that is not linked is not',
      facts: { link, companies: known([make.company(), demf({ enabledForDualWrite: false, active: false })]) },
      checked: 1,
    },
    {
      when: 'codes differ in letter case and blanks, and the record says that it is active',
      facts: {
        link: known(make.link({ legalEntities: [' usmf', 'USMF '] })),
        companies: known([make.company({ code: 'Usmf ', active: true })]),
      },
      checked: 1,
    },
    {
      when: 'of two records of a company one is enabled, and of the other it is not known',
      facts: {
        link,
        companies: known([make.company({ enabledForDualWrite: null }), make.company({ id: 'c2' })]),
      },
      checked: 1,
    },
    {
      when: 'of two records of a company one is enabled and the other is not',
      facts: {
        link,
        companies: known([make.company(), make.company({ id: 'c2', enabledForDualWrite: false })]),
      },
      checked: 1,
    },
    {
      when: 'an inactive record that is not enabled has the code of an active one',
      facts: {
        link,
        companies: known([
          make.company({ id: 'c2', code: 'usmf', active: false, enabledForDualWrite: false }),
          make.company({ active: null }),
        ]),
      },
      checked: 1,
    },
    {
      when: 'one linked legal entity has no company: another rule reports that',
      facts: { link: twoLinked, companies: known([make.company()]) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'the only record of a linked legal entity is inactive, although it is enabled',
      facts: { link, companies: known([make.company({ code: ' usmf', active: false })]) },
      subjects: ['company USMF'],
      args: [{ problem: 'inactive', rows: 1 }],
    },
    {
      when: 'all records of a linked legal entity are inactive, and it is not known whether they are enabled',
      facts: {
        link,
        companies: known([
          make.company({ active: false, enabledForDualWrite: null }),
          make.company({ id: 'c2', active: false, enabledForDualWrite: null }),
        ]),
      },
      subjects: ['company USMF'],
      args: [{ problem: 'inactive', rows: 2 }],
    },
    {
      when: 'the company of a linked legal entity is not enabled for dual-write',
      facts: { link: twoLinked, companies: known([make.company(), demf({ enabledForDualWrite: false })]) },
      subjects: ['company DEMF'],
      args: [{ problem: 'not-enabled', rows: 1 }],
    },
    {
      when: 'none of the active records is enabled, and an inactive one is',
      facts: {
        link,
        companies: known([
          make.company({ id: 'c2', active: false }),
          make.company({ enabledForDualWrite: false }),
          make.company({ id: 'c3', enabledForDualWrite: false }),
        ]),
      },
      subjects: ['company USMF'],
      args: [{ problem: 'not-enabled', rows: 2 }],
    },
    {
      when: 'the active record is not enabled, and of an inactive one it is not known',
      facts: {
        link,
        companies: known([
          make.company({ enabledForDualWrite: false }),
          make.company({ id: 'c2', active: false, enabledForDualWrite: null }),
        ]),
      },
      subjects: ['company USMF'],
      args: [{ problem: 'not-enabled', rows: 1 }],
    },
    {
      when: 'one company is inactive, and of another it is not known whether it is enabled',
      facts: {
        link: twoLinked,
        companies: known([make.company({ active: false }), demf({ enabledForDualWrite: null })]),
      },
      subjects: ['company USMF'],
      args: [{ problem: 'inactive', rows: 1 }],
      missing: ['companies.enabledForDualWrite'],
    },
  ],
  notApplicable: [
    {
      when: 'the environments are not linked',
      facts: {
        link: known(make.link({ linked: false })),
        companies: known([make.company({ enabledForDualWrite: false })]),
      },
    },
    {
      when: 'no legal entity is linked, whatever else is known',
      facts: { link: known(make.link({ legalEntities: ['', ' '] })), companies: unknown('not-permitted') },
    },
    {
      when: 'no linked legal entity has a company: another rule reports that',
      facts: { link, companies: known([demf({ active: false })]) },
    },
    { when: 'there is no company, and it is not known what is linked', facts: { companies: known([]) } },
    {
      when: 'no company has a code, and it is not known what is linked',
      facts: { companies: known([make.company({ code: ' ', active: false }), make.company({ code: null })]) },
    },
  ],
  inconclusive: [
    {
      when: 'it is not known whether the company is enabled',
      facts: { link, companies: known([make.company({ enabledForDualWrite: null })]) },
      missing: ['companies.enabledForDualWrite'],
    },
    {
      when: 'one of two records is not enabled, and of the other it is not known',
      facts: {
        link,
        companies: known([
          make.company({ enabledForDualWrite: false }),
          make.company({ id: 'c2', enabledForDualWrite: null }),
        ]),
      },
      missing: ['companies.enabledForDualWrite'],
    },
    {
      when: 'the companies could not be read',
      facts: { link, companies: unknown('not-permitted') },
      missing: ['companies'],
    },
    {
      when: 'only some of the companies were seen, and one of those is inactive',
      facts: { link, companies: known([make.company({ active: false })], { coverage: 'partial' }) },
      missing: ['companies'],
    },
    {
      when: 'only some of the companies were seen, and one of those is not enabled',
      facts: { link, companies: known([make.company({ enabledForDualWrite: false })], { coverage: 'partial' }) },
      missing: ['companies'],
    },
    {
      when: 'it is not known what is linked',
      facts: { companies: known([make.company({ active: false })]) },
      missing: ['link'],
    },
  ],
} satisfies RuleCases;
