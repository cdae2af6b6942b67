import { known, unknown } from '../../../src/facts/fact.js';
import { keyColumnOptional } from '../../../src/rules/map-design/key-column-optional.js';
import { accountsMap, column, savedMap, tables } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const wrong = {
  facts: {
    mapDefinitions: known([savedMap()]),
    tableMetadata: known(
      tables({
        columns: [
          column('accountnumber', { required: false }),
          column('msdyn_company', { required: false, lookupTargets: ['cdm_company'] }),
        ],
      }),
    ),
  },
  subjects: [accountsMap],
  args: [{ fields: ['accountnumber'] }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: keyColumnOptional,
  passed: [
    {
      when: 'the columns of the key are mandatory',
      facts: {
        mapDefinitions: known([savedMap()]),
        tableMetadata: known(
          tables({ columns: [column('accountnumber'), column('msdyn_company', { lookupTargets: ['cdm_company'] })] }),
        ),
      },
      checked: 1,
    },
    {
      when: 'the lookup of the company is optional: dual-write fills it',
      facts: {
        mapDefinitions: known([savedMap()]),
        tableMetadata: known(
          tables({ columns: [column('accountnumber'), column('msdyn_company', { required: false })] }),
        ),
      },
      checked: 1,
    },
    {
      when: 'the key is an alternate key with an optional lookup of the company',
      facts: {
        mapDefinitions: known([savedMap(undefined, { integrationKeys: null })]),
        tableMetadata: known(
          tables({
            columns: [
              column('accountnumber'),
              column('msdyn_company', { required: false, type: 'Lookup', lookupTargets: ['cdm_company'] }),
            ],
          }),
        ),
      },
      checked: 1,
    },
  ],
  failed: [
    { when: 'a column of the key is optional', ...wrong },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions', 'tableMetadata'),
      missing: ['mapDefinitions', 'tableMetadata'],
    },
    {
      when: 'a lookup in the key is optional, and nothing is known of another column',
      facts: {
        mapDefinitions: known([
          savedMap(undefined, { integrationKeys: ['accountnumber', 'msdyn_partyid.msdyn_partynumber'] }),
        ]),
        tableMetadata: known(tables({ columns: [column('msdyn_partyid', { required: false })] })),
      },
      subjects: [accountsMap],
      args: [{ fields: ['msdyn_partyid'] }],
      missing: ['tableMetadata.columns'],
    },
    {
      when: 'two columns of the key are behind one optional lookup, which the key names in different letter case',
      facts: {
        mapDefinitions: known([
          savedMap(undefined, { integrationKeys: ['MSDYN_PartyId.msdyn_a', 'MSDYN_PartyId.msdyn_b'] }),
        ]),
        tableMetadata: known(tables({ columns: [column('msdyn_partyid', { required: false })] })),
      },
      subjects: [accountsMap],
      args: [{ fields: ['MSDYN_PartyId'] }],
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
      facts: {
        mapDefinitions: known([savedMap()], { coverage: 'partial' }),
        tableMetadata: known(
          tables({ columns: [column('accountnumber'), column('msdyn_company', { lookupTargets: ['cdm_company'] })] }),
        ),
      },
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
      when: 'the table is not known',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables().slice(1)) },
      missing: ['tableMetadata'],
    },
    {
      when: 'a column of the key has an unknown form',
      facts: {
        mapDefinitions: known([savedMap(undefined, { integrationKeys: ['accountnumber', 'a..('] })]),
        tableMetadata: known(tables()),
      },
      missing: ['tableMetadata.columns'],
    },
    {
      when: 'a column of the key is not known',
      facts: {
        mapDefinitions: known([savedMap()]),
        tableMetadata: known(tables({ columns: [column('msdyn_company')] })),
      },
      missing: ['tableMetadata.columns'],
    },
    {
      when: 'it is not known whether a column of the key is mandatory',
      facts: {
        mapDefinitions: known([savedMap()]),
        tableMetadata: known(tables({ columns: [column('accountnumber', { required: null })] })),
      },
      missing: ['tableMetadata.columns'],
    },
    {
      when: 'the columns of the table are not known',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables({ columns: null })) },
      missing: ['tableMetadata.columns'],
    },
    {
      when: 'no key is known',
      facts: {
        mapDefinitions: known([savedMap(undefined, { integrationKeys: null })]),
        tableMetadata: known(tables({ alternateKeys: null })),
      },
      missing: ['mapDefinitions.integrationKeys'],
    },
  ],
} satisfies RuleCases;
