import { known, unknown } from '../../../src/facts/fact.js';
import { keyFieldOneWay } from '../../../src/rules/map-design/key-field-one-way.js';
import { field, lookup } from '../../support/entity-maps.js';
import { accountsMap, column, savedMap, tables } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const wrong = {
  facts: {
    mapDefinitions: known([savedMap([field('CUSTOMERACCOUNT', 'ACCOUNTNUMBER ', '1'), field('NAME', 'name')])]),
  },
  subjects: [accountsMap],
  args: [{ fields: ['accountnumber'] }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: keyFieldOneWay,
  passed: [
    {
      when: 'the key goes both ways',
      facts: { mapDefinitions: known([savedMap()]) },
      checked: 1,
      without: ['tableMetadata'],
    },
    {
      when: 'no field goes both ways',
      facts: {
        mapDefinitions: known([savedMap([field('CUSTOMERACCOUNT', 'accountnumber', 1), field('NAME', 'name', '1')])]),
      },
      checked: 1,
      without: ['tableMetadata'],
    },
    {
      when: 'no field goes both ways and no key is known',
      facts: {
        mapDefinitions: known([savedMap([field('CUSTOMERACCOUNT', 'accountnumber', 1)], { integrationKeys: null })]),
      },
      checked: 1,
      without: ['tableMetadata'],
    },
    {
      when: 'the company goes one way: dual-write matches it by itself',
      facts: {
        mapDefinitions: known([
          savedMap(
            [
              field('CUSTOMERACCOUNT', 'accountnumber'),
              lookup('COMPANY', 'msdyn_company.cdm_companycode', 'cdm_companies'),
            ].map((one, index) => ({ ...one, syncDirection: index === 0 ? '3' : 1 })),
          ),
        ]),
      },
      checked: 1,
      without: ['tableMetadata'],
    },
    {
      when: 'one of two mappings of the key goes both ways',
      facts: {
        mapDefinitions: known([
          savedMap([field('CUSTOMERACCOUNT', 'accountnumber'), field('OTHERACCOUNT', 'accountnumber', 2)]),
        ]),
      },
      checked: 1,
      without: ['tableMetadata'],
    },
    {
      when: 'the company in the alternate key goes one way',
      facts: {
        mapDefinitions: known([
          savedMap(
            [
              field('CUSTOMERACCOUNT', 'accountnumber'),
              { ...lookup('COMPANY', 'msdyn_company.cdm_companycode', 'cdm_companies'), syncDirection: 1 },
            ],
            { integrationKeys: null },
          ),
        ]),
        tableMetadata: known(
          tables({ columns: [column('accountnumber'), column('msdyn_company', { lookupTargets: ['cdm_company'] })] }),
        ),
      },
      checked: 1,
    },
  ],
  failed: [
    { when: 'a key field goes one way, and another field both ways', ...wrong },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions'),
      missing: ['mapDefinitions'],
    },
    {
      when: 'a lookup in the key goes one way',
      facts: {
        mapDefinitions: known([
          savedMap(
            [
              field('CUSTOMERACCOUNT', 'accountnumber'),
              { ...lookup('PARTY', 'msdyn_partyid.msdyn_partynumber', 'msdyn_parties'), syncDirection: 2 },
            ],
            { integrationKeys: ['accountnumber', 'msdyn_partyid.msdyn_partynumber'] },
          ),
        ]),
      },
      subjects: [accountsMap],
      args: [{ fields: ['msdyn_partyid.msdyn_partynumber'] }],
    },
    {
      when: 'the key is the only alternate key of the table',
      facts: {
        mapDefinitions: known([
          savedMap([field('CUSTOMERACCOUNT', 'accountnumber', 1), field('NAME', 'name')], { integrationKeys: null }),
        ]),
        tableMetadata: known(tables()),
      },
      subjects: [accountsMap],
      args: [{ fields: ['accountnumber'] }],
    },
    {
      when: 'the key is known, and where values of another field flow is not',
      facts: {
        mapDefinitions: known([
          savedMap([
            field('CUSTOMERACCOUNT', 'accountnumber', 1),
            field('NAME', 'name'),
            field('CITY', 'city', 'sideways'),
          ]),
        ]),
      },
      subjects: [accountsMap],
      args: [{ fields: ['accountnumber'] }],
      missing: ['mapDefinitions.mapping'],
    },
  ],
  notApplicable: [{ when: 'there is no saved map', facts: { mapDefinitions: known([]) } }],
  inconclusive: [
    {
      when: 'the map does not say where a field flows',
      facts: {
        mapDefinitions: known([
          savedMap([
            field('CUSTOMERACCOUNT', 'accountnumber', 1),
            { ...field('NAME', 'name'), syncDirection: undefined },
          ]),
        ]),
      },
      missing: ['mapDefinitions.mapping'],
    },
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
      when: 'some field goes both ways and no key is known',
      facts: { mapDefinitions: known([savedMap(undefined, { integrationKeys: null })]) },
      missing: ['mapDefinitions.integrationKeys'],
    },
    {
      when: 'the table has several alternate keys',
      facts: {
        mapDefinitions: known([savedMap(undefined, { integrationKeys: null })]),
        tableMetadata: known(tables({ alternateKeys: [['a'], ['b']] })),
      },
      missing: ['mapDefinitions.integrationKeys'],
    },
    {
      when: 'it is not known where values of the key flow',
      facts: {
        mapDefinitions: known([
          savedMap([field('NAME', 'name'), { sourceField: 'CUSTOMERACCOUNT', destinationField: 'accountnumber' }]),
        ]),
      },
      missing: ['mapDefinitions.mapping'],
    },
  ],
} satisfies RuleCases;
