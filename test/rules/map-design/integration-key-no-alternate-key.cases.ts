import { known, unknown } from '../../../src/facts/fact.js';
import { integrationKeyNoAlternateKey } from '../../../src/rules/map-design/integration-key-no-alternate-key.js';
import { accountsMap, savedMap, tables } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const wrong = {
  facts: {
    mapDefinitions: known([savedMap()]),
    tableMetadata: known(tables({ alternateKeys: [['accountnumber']] })),
  },
  subjects: [accountsMap],
  args: [{ key: ['accountnumber', 'msdyn_company.cdm_companycode'] }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: integrationKeyNoAlternateKey,
  passed: [
    {
      when: 'an alternate key has the same columns',
      facts: {
        mapDefinitions: known([savedMap()]),
        tableMetadata: known(tables({ alternateKeys: [['name'], ['MSDYN_COMPANY', 'accountnumber']] })),
      },
      checked: 1,
    },
    {
      when: 'the key is empty, which another rule reports',
      facts: { mapDefinitions: known([savedMap(undefined, { integrationKeys: [] })]), tableMetadata: known(tables()) },
      checked: 1,
    },
    {
      when: 'two columns of the key are behind one lookup of the alternate key',
      facts: {
        mapDefinitions: known([
          savedMap(undefined, { integrationKeys: ['msdyn_partyid.msdyn_a', 'AccountNumber', 'msdyn_partyid.msdyn_b'] }),
        ]),
        tableMetadata: known(tables({ alternateKeys: [['name'], ['accountnumber', 'MSDYN_PARTYID']] })),
      },
      checked: 1,
    },
  ],
  failed: [
    { when: 'no alternate key has the same columns', ...wrong },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions', 'tableMetadata'),
      missing: ['mapDefinitions', 'tableMetadata'],
    },
    {
      when: 'the table has none',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables({ alternateKeys: [] })) },
      subjects: [accountsMap],
      args: [{ key: ['accountnumber', 'msdyn_company.cdm_companycode'] }],
    },
    {
      when: 'the metadata names the key',
      facts: {
        mapDefinitions: known([savedMap(undefined, { integrationKeys: null })]),
        tableMetadata: known(tables({ integrationKey: ['name'] })),
      },
      subjects: [accountsMap],
      args: [{ key: ['name'] }],
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
      when: 'the alternate keys of the table are not known',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables({ alternateKeys: null })) },
      missing: ['tableMetadata.alternateKeys'],
    },
    {
      when: 'no key is known',
      facts: {
        mapDefinitions: known([savedMap(undefined, { integrationKeys: null })]),
        tableMetadata: known(tables({ alternateKeys: [['a'], ['b']] })),
      },
      missing: ['mapDefinitions.integrationKeys'],
    },
    {
      when: 'the table is not known',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables().slice(1)) },
      missing: ['tableMetadata'],
    },
  ],
} satisfies RuleCases;
