import { known, unknown } from '../../../src/facts/fact.js';
import { destinationLookupWithoutKey } from '../../../src/rules/map-design/destination-lookup-without-key.js';
import { field, lookup, mappingDocument } from '../../support/entity-maps.js';
import { accountsMap, column, savedMap, tables } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const wrong = {
  facts: {
    mapDefinitions: known([savedMap([{ ...lookup('GROUP', 'msdyn_group', 'msdyn_groups'), syncDirection: 1 }])]),
  },
  subjects: [accountsMap],
  args: [{ fields: ['msdyn_group'] }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: destinationLookupWithoutKey,
  passed: [
    {
      when: 'there is no lookup',
      facts: { mapDefinitions: known([savedMap()]) },
      checked: 1,
      without: ['tableMetadata'],
    },
    {
      when: 'the lookup is mapped with a column behind it',
      facts: {
        mapDefinitions: known([
          savedMap([{ ...lookup('GROUP', 'msdyn_group.msdyn_groupid', 'msdyn_groups'), syncDirection: 1 }]),
        ]),
      },
      checked: 1,
      without: ['tableMetadata'],
    },
    {
      when: 'the lookup goes the other way',
      facts: {
        mapDefinitions: known([savedMap([{ ...lookup('GROUP', 'msdyn_group', 'msdyn_groups'), syncDirection: 2 }])]),
      },
      checked: 1,
      without: ['tableMetadata'],
    },
    {
      when: 'all columns of the key behind it are mapped, except the company',
      facts: {
        mapDefinitions: known([
          savedMap([
            { ...lookup('GROUP', 'msdyn_group.msdyn_groupid', 'msdyn_groups'), syncDirection: 1 },
            field('TYPE', 'msdyn_group.msdyn_type.msdyn_name'),
          ]),
          savedMap([], {
            name: 'msdyn_groups - Groups',
            integrationKeys: ['msdyn_groupid', 'msdyn_type.msdyn_name', 'msdyn_company.cdm_companycode'],
            mapping: JSON.stringify(mappingDocument('msdyn_groups', 'Groups')),
          }),
        ]),
      },
      checked: 2,
      without: ['tableMetadata'],
    },
    {
      when: 'a lookup behind a lookup leads to a table that the map does not name',
      facts: {
        mapDefinitions: known([
          savedMap([field('TYPE', 'msdyn_group.msdyn_type.msdyn_name', 1)]),
          savedMap([], {
            name: 'msdyn_groups - Groups',
            integrationKeys: ['msdyn_groupid'],
            mapping: JSON.stringify(mappingDocument('msdyn_groups', 'Groups')),
          }),
        ]),
        tableMetadata: known(tables({ columns: [column('msdyn_group', { lookupTargets: ['msdyn_groups'] })] })),
      },
      checked: 2,
    },
    {
      when: 'the lookup may lead to several tables',
      facts: {
        mapDefinitions: known([
          savedMap([field('CUSTOMER', 'customerid.Account(accountnumber).Contact(msdyn_contactpersonid)', 1)]),
        ]),
        tableMetadata: known(tables({ columns: [column('customerid', { type: 'Customer' })] })),
      },
      checked: 1,
    },
    {
      when: 'it is not known where the lookup leads',
      facts: {
        mapDefinitions: known([savedMap([field('GROUP', 'msdyn_group.msdyn_name', 1)])]),
        tableMetadata: known(tables()),
      },
      checked: 1,
    },
    {
      when: 'the columns of the table are not known',
      facts: {
        mapDefinitions: known([savedMap([field('GROUP', 'msdyn_group', 1)])]),
        tableMetadata: known(tables({ columns: null })),
      },
      checked: 1,
    },
    {
      when: 'the lookup leads to one of two tables, and not with the key of either',
      facts: {
        mapDefinitions: known([savedMap([field('GROUP', 'msdyn_group.msdyn_name', 1)])]),
        tableMetadata: known([
          ...tables({ columns: [column('msdyn_group', { lookupTargets: ['msdyn_group', 'team'] })] }),
          { side: 'dataverse', name: 'msdyn_group', alternateKeys: [['msdyn_groupid']] },
          { side: 'dataverse', name: 'team', alternateKeys: [['teamid']] },
        ]),
      },
      checked: 1,
    },
    {
      when: 'the table behind the lookup has several alternate keys',
      facts: {
        mapDefinitions: known([savedMap([field('GROUP', 'msdyn_group.msdyn_name', 1)])]),
        tableMetadata: known([
          ...tables({ columns: [column('msdyn_group', { lookupTargets: ['msdyn_group'] })] }),
          { side: 'dataverse', name: 'msdyn_group', alternateKeys: [['msdyn_groupid'], ['msdyn_number']] },
        ]),
      },
      checked: 1,
    },
    {
      when: 'the keys of the table behind the lookup are not known, and values only leave it',
      facts: {
        mapDefinitions: known([savedMap([field('GROUP', 'msdyn_group.msdyn_name', 2)])]),
        tableMetadata: known([
          ...tables({ columns: [column('msdyn_group', { lookupTargets: ['msdyn_group'] })] }),
          { side: 'dataverse', name: 'msdyn_group', alternateKeys: null },
        ]),
      },
      checked: 1,
    },
    {
      when: 'the map does not say where the values of a field flow that is not a lookup',
      facts: { mapDefinitions: known([savedMap([{ ...field('NAME', 'name'), syncDirection: undefined }])]) },
      checked: 1,
      without: ['tableMetadata'],
    },
  ],
  failed: [
    { when: 'the lookup is mapped directly', ...wrong },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions'),
      missing: ['mapDefinitions'],
    },
    {
      when: 'the table says that it is a lookup',
      facts: {
        mapDefinitions: known([savedMap([field('GROUP', 'msdyn_group', 1)])]),
        tableMetadata: known(tables({ columns: [column('msdyn_group', { type: 'Lookup' })] })),
      },
      subjects: [accountsMap],
      args: [{ fields: ['msdyn_group'] }],
    },
    {
      when: 'a column of the key behind it is not mapped',
      facts: {
        mapDefinitions: known([
          savedMap([{ ...lookup('GROUP', 'msdyn_group.msdyn_groupid', 'msdyn_groups'), syncDirection: 1 }]),
          savedMap([], {
            name: 'msdyn_groups - Groups',
            integrationKeys: ['msdyn_groupid', 'msdyn_type.msdyn_name', 'msdyn_company.cdm_companycode'],
            mapping: JSON.stringify(mappingDocument('msdyn_groups', 'Groups')),
          }),
        ]),
      },
      subjects: [accountsMap],
      args: [{ fields: ['msdyn_group.msdyn_type.msdyn_name'] }],
    },
    {
      when: 'the key is the only alternate key of its table',
      facts: {
        mapDefinitions: known([savedMap([field('GROUP', 'msdyn_group.msdyn_name', 1)])]),
        tableMetadata: known([
          ...tables({ columns: [column('msdyn_group', { lookupTargets: ['msdyn_group'] })] }),
          { side: 'dataverse', name: 'msdyn_group', alternateKeys: [['msdyn_groupid']] },
        ]),
      },
      subjects: [accountsMap],
      args: [{ fields: ['msdyn_group.msdyn_groupid'] }],
    },
    {
      when: 'the table says in different letter case that it is a lookup, and nothing that it leads to',
      facts: {
        mapDefinitions: known([savedMap([field('GROUP', 'MSDYN_Group', 1)])]),
        tableMetadata: known(tables({ columns: [column('msdyn_group', { type: ' LOOKUP ' })] })),
      },
      subjects: [accountsMap],
      args: [{ fields: ['MSDYN_Group'] }],
    },
    {
      when: 'the column is said to lead to one table',
      facts: {
        mapDefinitions: known([savedMap([field('GROUP', 'msdyn_group', 1)])]),
        tableMetadata: known(tables({ columns: [column('msdyn_group', { lookupTargets: ['msdyn_group'] })] })),
      },
      subjects: [accountsMap],
      args: [{ fields: ['msdyn_group'] }],
    },
  ],
  notApplicable: [{ when: 'there is no saved map', facts: { mapDefinitions: known([]) } }],
  inconclusive: [
    {
      when: 'the table behind the lookup is described, and its keys are not known',
      facts: {
        mapDefinitions: known([savedMap([field('GROUP', 'msdyn_group.msdyn_name', 1)])]),
        tableMetadata: known([
          ...tables({ columns: [column('msdyn_group', { lookupTargets: ['msdyn_group'] })] }),
          { side: 'dataverse', name: 'msdyn_group', alternateKeys: null },
        ]),
      },
      missing: ['tableMetadata.alternateKeys'],
    },
    {
      when: 'a part of the map was not understood, which may hold the rest of the key',
      facts: {
        mapDefinitions: known([savedMap([field('GROUP', 'msdyn_group.msdyn_name', 1), field('X', 'y', 'sideways')])]),
        tableMetadata: known([
          ...tables({ columns: [column('msdyn_group', { lookupTargets: ['msdyn_group'] })] }),
          { side: 'dataverse', name: 'msdyn_group', alternateKeys: [['msdyn_groupid']] },
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
      when: 'the map does not say where the values of a lookup flow',
      facts: {
        mapDefinitions: known([
          savedMap([{ ...lookup('GROUP', 'msdyn_group', 'msdyn_groups'), syncDirection: undefined }]),
        ]),
      },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'it is not known where its values flow',
      facts: {
        mapDefinitions: known([
          savedMap([{ ...lookup('GROUP', 'msdyn_group', 'msdyn_groups'), syncDirection: 'sideways' }]),
        ]),
      },
      missing: ['mapDefinitions.mapping'],
    },
  ],
} satisfies RuleCases;
