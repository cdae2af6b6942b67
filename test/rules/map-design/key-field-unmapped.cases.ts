import { known, unknown } from '../../../src/facts/fact.js';
import { keyFieldUnmapped } from '../../../src/rules/map-design/key-field-unmapped.js';
import { field, lookup, mappingDocument } from '../../support/entity-maps.js';
import { accountsMap, savedMap, tables } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const wrong = {
  facts: { mapDefinitions: known([savedMap([field('NAME', 'name')])]) },
  subjects: [accountsMap],
  args: [{ fields: ['accountnumber'] }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: keyFieldUnmapped,
  passed: [
    {
      when: 'every field of the key is mapped, except the company',
      facts: { mapDefinitions: known([savedMap()]) },
      checked: 1,
      without: ['tableMetadata'],
    },
    {
      when: 'the key is a lookup behind which something is mapped',
      facts: {
        mapDefinitions: known([
          savedMap([lookup('PARTY', 'msdyn_partyid.msdyn_partynumber', 'msdyn_parties')], {
            integrationKeys: ['msdyn_partyid'],
          }),
        ]),
      },
      checked: 1,
      without: ['tableMetadata'],
    },
    {
      when: 'the key of the map of companies is mapped',
      facts: {
        mapDefinitions: known([
          savedMap([field('LEGALENTITYID', 'cdm_companycode')], { integrationKeys: ['cdm_companycode'] }),
        ]),
      },
      checked: 1,
      without: ['tableMetadata'],
    },
    {
      when: 'the key names the column in different letter case',
      facts: { mapDefinitions: known([savedMap(undefined, { integrationKeys: [' AccountNumber '] })]) },
      checked: 1,
      without: ['tableMetadata'],
    },
  ],
  failed: [
    { when: 'a field of the key has no mapping', ...wrong },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions'),
      missing: ['mapDefinitions'],
    },
    {
      when: 'a constant is not a field',
      facts: {
        mapDefinitions: known([
          savedMap([
            { ...field('', 'accountnumber'), valueTransforms: [{ transformType: 'Default', defaultValue: '1' }] },
          ]),
        ]),
      },
      subjects: [accountsMap],
      args: [{ fields: ['accountnumber'] }],
    },
    {
      when: 'the key is the only alternate key of the table',
      facts: {
        mapDefinitions: known([savedMap([field('NAME', 'name')], { integrationKeys: null })]),
        tableMetadata: known(tables()),
      },
      subjects: [accountsMap],
      args: [{ fields: ['accountnumber', 'msdyn_company'] }],
    },
  ],
  notApplicable: [{ when: 'there is no saved map', facts: { mapDefinitions: known([]) } }],
  inconclusive: [
    {
      when: 'the maps could not be read',
      facts: { mapDefinitions: unknown('not-permitted') },
      missing: ['mapDefinitions'],
    },
    {
      when: 'only some of the maps were seen',
      facts: { mapDefinitions: known([savedMap()], { coverage: 'partial' }) },
      missing: ['mapDefinitions'],
    },
    {
      when: 'the mapping is not JSON',
      facts: { mapDefinitions: known([savedMap([], { mapping: '{ "legs": [' })]) },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'the row has no mapping',
      facts: { mapDefinitions: known([savedMap([], { mapping: null })]) },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'no key is known',
      facts: { mapDefinitions: known([savedMap(undefined, { integrationKeys: null })]) },
      missing: ['mapDefinitions.integrationKeys'],
    },
    {
      when: 'a part of the mapping is not a field',
      facts: {
        mapDefinitions: known([
          savedMap([], {
            mapping: JSON.stringify({
              legs: [
                {
                  ...mappingDocument('accounts', 'Customers V3').legs[0],
                  fieldMappings: [field('NAME', 'name'), 'lost'],
                },
              ],
            }),
          }),
        ]),
      },
      missing: ['mapDefinitions.mapping'],
    },
  ],
} satisfies RuleCases;
