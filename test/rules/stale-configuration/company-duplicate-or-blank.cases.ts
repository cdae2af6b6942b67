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
  ],
  failed: [
    {
      when: 'two records share a code',
      facts: { companies: known([make.company(), demf({ code: ' usmf ' })]) },
      subjects: ['company USMF'],
    },
    {
      when: 'two companies share a name',
      facts: { companies: known([make.company({ name: 'Contoso' }), demf({ name: 'CONTOSO ' })]) },
      subjects: ['company DEMF', 'company USMF'],
    },
    {
      when: 'codes are blank: each record is named by its id',
      facts: { companies: known([make.company({ id: '{C1}', code: null }), demf({ id: 'c2', code: ' ' })]) },
      subjects: ['company c1', 'company c2'],
    },
    { when: 'a name is blank', facts: { companies: known([make.company({ name: '' })]) }, subjects: ['company USMF'] },
    {
      when: 'only a part of the companies was seen, with a duplicate',
      facts: { companies: known([make.company(), make.company()], { coverage: 'partial' }) },
      subjects: ['company USMF'],
      missing: ['companies'],
    },
  ],
  notApplicable: { never: 'bad records matter before and after linking' },
  inconclusive: [
    {
      when: 'only a part of the companies was seen and those are fine',
      facts: { companies: known([make.company()], { coverage: 'partial' }) },
      missing: ['companies'],
    },
    { when: 'the companies could not be read', facts: { companies: unknown('not-found') }, missing: ['companies'] },
  ],
} satisfies RuleCases;
