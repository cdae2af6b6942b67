import { known, unknown } from '../../../src/facts/fact.js';
import { companyScopeMismatch } from '../../../src/rules/map-design/company-scope-mismatch.js';
import { accountsMap, savedMap, tables } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const wrong = {
  facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables({ companySpecific: false })) },
  subjects: [accountsMap],
  args: [{ perCompany: 'Customers V3', shared: 'accounts' }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: companyScopeMismatch,
  passed: [
    {
      when: 'both sides are specific to a company',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables()) },
      checked: 1,
    },
    {
      when: 'both sides are shared',
      facts: {
        mapDefinitions: known([savedMap()]),
        tableMetadata: known(tables({ companySpecific: false }, { companySpecific: false })),
      },
      checked: 1,
    },
  ],
  failed: [
    { when: 'the Dataverse table is shared', ...wrong },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions', 'tableMetadata'),
      missing: ['mapDefinitions', 'tableMetadata'],
    },
    {
      when: 'the entity is shared',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables({}, { companySpecific: false })) },
      subjects: [accountsMap],
      args: [{ perCompany: 'accounts', shared: 'Customers V3' }],
    },
  ],
  notApplicable: [
    { when: 'there is no saved map', facts: { mapDefinitions: known([]), tableMetadata: unknown('failed') } },
  ],
  inconclusive: [
    {
      when: 'the maps could not be read',
      facts: { mapDefinitions: unknown('not-permitted'), tableMetadata: known(tables()) },
      missing: ['mapDefinitions'],
    },
    {
      when: 'only some of the maps were seen',
      facts: { mapDefinitions: known([savedMap()], { coverage: 'partial' }), tableMetadata: known(tables()) },
      missing: ['mapDefinitions'],
    },
    {
      when: 'the mapping is not JSON',
      facts: { mapDefinitions: known([savedMap([], { mapping: '{ "legs": [' })]), tableMetadata: known(tables()) },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'the row has no mapping',
      facts: { mapDefinitions: known([savedMap([], { mapping: null })]), tableMetadata: known(tables()) },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'nothing is known of the tables',
      facts: { mapDefinitions: known([savedMap()]) },
      missing: ['tableMetadata'],
    },
    {
      when: 'it is not known whether one side is shared',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables({ companySpecific: null })) },
      missing: ['tableMetadata.companySpecific'],
    },
    {
      when: 'it is not known whether the entity is shared',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables({}, { companySpecific: null })) },
      missing: ['tableMetadata.companySpecific'],
    },
    {
      when: 'only the entity is known',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables().slice(1)) },
      missing: ['tableMetadata'],
    },
    {
      when: 'one of the tables is not known',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables().slice(0, 1)) },
      missing: ['tableMetadata'],
    },
  ],
} satisfies RuleCases;
