import { known, unknown } from '../../../src/facts/fact.js';
import { keyLookupUnmapped } from '../../../src/rules/map-design/key-lookup-unmapped.js';
import { field, lookup } from '../../support/entity-maps.js';
import { accountsMap, column, savedMap, tables } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const wrong = {
  facts: {
    mapDefinitions: known([
      savedMap([field('CUSTOMERACCOUNT', 'accountnumber')], {
        integrationKeys: ['accountnumber', 'msdyn_partyid.msdyn_partynumber'],
      }),
    ]),
  },
  subjects: [accountsMap],
  args: [{ fields: ['msdyn_partyid.msdyn_partynumber'] }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: keyLookupUnmapped,
  passed: [
    {
      when: 'the key has no lookup but the company',
      facts: { mapDefinitions: known([savedMap()]) },
      checked: 1,
      without: ['tableMetadata'],
    },
    {
      when: 'the column behind the lookup is mapped',
      facts: {
        mapDefinitions: known([
          savedMap(
            [
              field('CUSTOMERACCOUNT', 'accountnumber'),
              lookup('PARTY', 'MSDYN_PARTYID.msdyn_partynumber', 'msdyn_parties'),
            ],
            { integrationKeys: ['accountnumber', 'msdyn_partyid.msdyn_partynumber'] },
          ),
        ]),
      },
      checked: 1,
      without: ['tableMetadata'],
    },
    {
      when: 'it is mapped as one of several tables',
      facts: {
        mapDefinitions: known([
          savedMap([field('CUSTOMER', 'customerid.Account(accountnumber).Contact(msdyn_contactpersonid)')], {
            integrationKeys: ['customerid.accountnumber'],
          }),
        ]),
      },
      checked: 1,
      without: ['tableMetadata'],
    },
    {
      when: 'the company is behind another lookup',
      facts: {
        mapDefinitions: known([
          savedMap([lookup('DAY', 'msdyn_paymentday.msdyn_name', 'msdyn_paymentdays')], {
            integrationKeys: ['msdyn_paymentday.msdyn_name', 'msdyn_paymentday.msdyn_company.cdm_companycode'],
          }),
        ]),
      },
      checked: 1,
      without: ['tableMetadata'],
    },
    {
      when: 'a lookup of the alternate key is mapped directly, and with a column behind it',
      facts: {
        mapDefinitions: known([
          savedMap(
            [
              field('CUSTOMERACCOUNT', 'accountnumber'),
              field('PARTY', 'msdyn_partyid'),
              field('NUMBER', 'msdyn_partyid.msdyn_partynumber'),
            ],
            { integrationKeys: null },
          ),
        ]),
        tableMetadata: known(
          tables({
            columns: [column('accountnumber'), column('msdyn_partyid', { type: 'Lookup' })],
            alternateKeys: [['accountnumber', 'MSDYN_PartyId']],
          }),
        ),
      },
      checked: 1,
    },
  ],
  failed: [
    { when: 'nothing behind the lookup is mapped', ...wrong },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions'),
      missing: ['mapDefinitions'],
    },
    {
      when: 'another column behind the lookup is mapped',
      facts: {
        mapDefinitions: known([
          savedMap(
            [field('CUSTOMERACCOUNT', 'accountnumber'), lookup('PARTY', 'msdyn_partyid.msdyn_name', 'msdyn_parties')],
            { integrationKeys: ['accountnumber', 'msdyn_partyid.msdyn_partynumber'] },
          ),
        ]),
      },
      subjects: [accountsMap],
      args: [{ fields: ['msdyn_partyid.msdyn_partynumber'] }],
    },
    {
      when: 'the alternate key holds a lookup that is mapped directly',
      facts: {
        mapDefinitions: known([savedMap([field('PARTY', 'msdyn_partyid')], { integrationKeys: null })]),
        tableMetadata: known(
          tables({ alternateKeys: [['msdyn_partyid']], columns: [column('msdyn_partyid', { type: 'Lookup' })] }),
        ),
      },
      subjects: [accountsMap],
      args: [{ fields: ['msdyn_partyid'] }],
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
      when: 'a part of the mapping is not a field, and may be the key behind the lookup',
      facts: {
        mapDefinitions: known([
          savedMap([field('NAME', 'name', 'sideways')], { integrationKeys: ['msdyn_partyid.msdyn_partynumber'] }),
        ]),
      },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'no key is known',
      facts: { mapDefinitions: known([savedMap(undefined, { integrationKeys: null })]) },
      missing: ['mapDefinitions.integrationKeys'],
    },
  ],
} satisfies RuleCases;
