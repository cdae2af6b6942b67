import { known, unknown } from '../../../src/facts/fact.js';
import { companyDuplicateOrBlank } from '../../../src/rules/stale-configuration/company-duplicate-or-blank.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const demf = (differing: Parameters<typeof make.company>[0] = {}) =>
  make.company({ id: 'c2', code: 'DEMF', name: 'Contoso Germany', ...differing });

export default {
  rule: companyDuplicateOrBlank,
  passed: [
    { when: 'codes and names are all different', facts: { companies: known([make.company(), demf()]) }, checked: 2 },
    { when: 'there are no companies', facts: { companies: known([]) }, checked: 0 },
    {
      when: 'an inactive record has the code and the name of active ones, or none of its own',
      facts: {
        companies: known([
          make.company({ id: 'c3', code: 'usmf ', name: 'Contoso Germany', active: false }),
          make.company(),
          demf({ active: true }),
          make.company({ id: 'c4', code: 'DEMF', name: ' ', active: false }),
        ]),
      },
      checked: 2,
    },
  ],
  failed: [
    {
      when: 'two records share a code',
      facts: { companies: known([make.company({ id: '{C9}' }), demf({ code: ' usmf ' })]) },
      subjects: ['company USMF'],
      args: [{ causes: ['shared-code'], records: ['c2', 'c9'], sharedNames: [] }],
    },
    {
      when: 'a company with a code of its own has a blank name',
      facts: { companies: known([make.company(), demf({ name: ' ' })]) },
      subjects: ['company DEMF'],
      args: [{ causes: ['blank-name'], records: ['c2'], sharedNames: [] }],
    },
    {
      when: 'two companies share a name',
      facts: { companies: known([make.company({ id: 'c1', name: 'Contoso' }), demf({ name: 'CONTOSO ' })]) },
      subjects: ['company DEMF', 'company USMF'],
      args: [
        { causes: ['shared-name'], records: ['c2'], sharedNames: ['CONTOSO'] },
        { causes: ['shared-name'], records: ['c1'], sharedNames: ['Contoso'] },
      ],
    },
    {
      when: 'three records share a code: one lacks its name, and each of the others shares one',
      facts: {
        companies: known([
          make.company({ id: 'c5', name: 'Fabrikam' }),
          make.company({ id: 'c4', name: null }),
          make.company({ id: 'c3', name: 'Contoso Germany' }),
          demf(),
          demf({ id: 'c6', code: 'FRRT', name: 'fabrikam' }),
        ]),
      },
      subjects: ['company DEMF', 'company FRRT', 'company USMF'],
      args: [
        { causes: ['shared-name'], records: ['c2'], sharedNames: ['Contoso Germany'] },
        { causes: ['shared-name'], records: ['c6'], sharedNames: ['fabrikam'] },
        {
          causes: ['shared-code', 'blank-name', 'shared-name'],
          records: ['c3', 'c4', 'c5'],
          sharedNames: ['Contoso Germany', 'Fabrikam'],
        },
      ],
    },
    {
      when: 'two records share both code and name',
      facts: { companies: known([demf(), demf({ id: 'c1' })]) },
      subjects: ['company DEMF'],
      args: [{ causes: ['shared-code', 'shared-name'], records: ['c1', 'c2'], sharedNames: ['Contoso Germany'] }],
    },
    {
      when: 'inactive records share a code that no active one has',
      facts: {
        companies: known([make.company(), demf({ active: false }), demf({ id: 'c3', name: 'Germany', active: false })]),
      },
      subjects: ['company DEMF'],
      args: [{ causes: ['shared-code'], records: ['c2', 'c3'], sharedNames: [] }],
    },
    {
      when: 'an inactive record without a code shares its name with an active one',
      facts: { companies: known([demf(), demf({ id: 'c3', code: null, active: false })]) },
      subjects: ['company DEMF', 'company c3'],
      args: [
        { causes: ['shared-name'], records: ['c2'], sharedNames: ['Contoso Germany'] },
        { causes: ['blank-code', 'shared-name'], records: ['c3'], sharedNames: ['Contoso Germany'] },
      ],
    },
    {
      when: 'codes are blank: each record is named by its id',
      facts: {
        companies: known([make.company({ id: '{C1}', code: null, name: null }), demf({ id: 'c2', code: ' ' })]),
      },
      subjects: ['company c1', 'company c2'],
      args: [
        { causes: ['blank-code', 'blank-name'], records: ['c1'], sharedNames: [] },
        { causes: ['blank-code'], records: ['c2'], sharedNames: [] },
      ],
    },
    {
      when: 'one record without a code is active and another is not',
      facts: {
        companies: known([make.company({ id: 'c1', code: null }), demf({ code: ' ', active: false })]),
      },
      subjects: ['company c1', 'company c2'],
      args: [
        { causes: ['blank-code'], records: ['c1'], sharedNames: [] },
        { causes: ['blank-code'], records: ['c2'], sharedNames: [] },
      ],
    },
    {
      when: 'names are blank: those are not shared',
      facts: { companies: known([make.company({ id: 'c1', name: '' }), demf({ name: ' ' })]) },
      subjects: ['company DEMF', 'company USMF'],
      args: [
        { causes: ['blank-name'], records: ['c2'], sharedNames: [] },
        { causes: ['blank-name'], records: ['c1'], sharedNames: [] },
      ],
    },
    {
      when: 'only some of the companies were seen, with a duplicate',
      facts: {
        companies: known([make.company({ id: 'c1' }), make.company({ id: 'c2', name: 'Contoso' })], {
          coverage: 'partial',
        }),
      },
      subjects: ['company USMF'],
      args: [{ causes: ['shared-code'], records: ['c1', 'c2'], sharedNames: [] }],
      missing: ['companies'],
    },
  ],
  notApplicable: { never: 'bad records matter before and after linking' },
  inconclusive: [
    {
      when: 'only some of the companies were seen and those are fine',
      facts: { companies: known([make.company()], { coverage: 'partial' }) },
      missing: ['companies'],
    },
    {
      when: 'only some of the companies were seen, and the bad ones among those are inactive',
      facts: {
        companies: known(
          [
            make.company({ active: false }),
            make.company({ id: 'c3', code: 'FRRT', active: false }),
            demf({ name: null, active: false }),
            demf({ id: 'c4', active: false }),
          ],
          { coverage: 'partial' },
        ),
      },
      missing: ['companies'],
    },
    { when: 'the companies could not be read', facts: { companies: unknown('not-found') }, missing: ['companies'] },
  ],
} satisfies RuleCases;
