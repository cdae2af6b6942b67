import { known, unknown } from '../../../src/facts/fact.js';
import { destinationFieldUnknown } from '../../../src/rules/map-design/destination-field-unknown.js';
import { field, lookup, mappingFromDataverse } from '../../support/entity-maps.js';
import { accountsMap, column, savedMap, tables } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const wrong = {
  facts: {
    mapDefinitions: known([savedMap([field('CUSTOMERACCOUNT', 'accountno')])]),
    tableMetadata: known(tables()),
  },
  subjects: [accountsMap],
  args: [{ fields: ['accountno'] }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: destinationFieldUnknown,
  passed: [
    {
      when: 'every destination is a column of the table',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables()) },
      checked: 1,
    },
    {
      when: 'the column behind a lookup is there',
      facts: {
        mapDefinitions: known([savedMap([lookup('GROUP', 'msdyn_group.msdyn_groupid', 'msdyn_groups')])]),
        tableMetadata: known([
          ...tables({ columns: [column('msdyn_group')] }),
          { side: 'dataverse', name: 'msdyn_group', otherNames: ['msdyn_groups'], columns: [column('msdyn_groupid')] },
        ]),
      },
      checked: 1,
    },
    {
      when: 'the service lists what is behind the lookup as a column',
      facts: {
        mapDefinitions: known([savedMap([lookup('GROUP', 'msdyn_group.msdyn_groupid', 'msdyn_groups')])]),
        tableMetadata: known(tables({ columns: [column('msdyn_group.msdyn_groupid')] })),
      },
      checked: 1,
    },
    {
      when: 'each table of a polymorphic lookup has its column',
      facts: {
        mapDefinitions: known([savedMap([field('CUSTOMER', 'customerid.Account(accountnumber).Contact(contactid)')])]),
        tableMetadata: known([
          ...tables({ columns: [column('customerid'), column('accountnumber')] }),
          { side: 'dataverse', name: 'contacts', otherNames: ['contact'], columns: [column('contactid')] },
        ]),
      },
      checked: 1,
    },
  ],
  failed: [
    { when: 'the table has no such column', ...wrong },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions', 'tableMetadata'),
      missing: ['mapDefinitions', 'tableMetadata'],
    },
    {
      when: 'the table has no such lookup',
      facts: {
        mapDefinitions: known([savedMap([lookup('GROUP', 'msdyn_group.msdyn_groupid', 'msdyn_groups')])]),
        tableMetadata: known(tables()),
      },
      subjects: [accountsMap],
      args: [{ fields: ['msdyn_group.msdyn_groupid'] }],
    },
    {
      when: 'the table behind the lookup has no such column',
      facts: {
        mapDefinitions: known([savedMap([lookup('GROUP', 'msdyn_group.msdyn_name', 'msdyn_groups')])]),
        tableMetadata: known([
          ...tables({ columns: [column('msdyn_group')] }),
          { side: 'dataverse', name: 'msdyn_group', otherNames: ['msdyn_groups'], columns: [column('msdyn_groupid')] },
        ]),
      },
      subjects: [accountsMap],
      args: [{ fields: ['msdyn_group.msdyn_name'] }],
    },
    {
      when: 'one table of a polymorphic lookup has no such column',
      facts: {
        mapDefinitions: known([savedMap([field('CUSTOMER', 'customerid.Account(accountnumber).Account(number)')])]),
        tableMetadata: known(tables({ columns: [column('customerid'), column('accountnumber')] })),
      },
      subjects: [accountsMap],
      args: [{ fields: ['customerid.Account(accountnumber).Account(number)'] }],
    },
    {
      when: 'the map begins in Dataverse, and the entity has no such field',
      facts: {
        mapDefinitions: known([
          savedMap([], {
            mapping: JSON.stringify(
              mappingFromDataverse([field('accountnumber', 'CUSTOMERNUMBER'), field('name', 'NAME', 1)]),
            ),
          }),
        ]),
        tableMetadata: known(tables({}, { columns: [column('Name')] })),
      },
      subjects: [accountsMap],
      args: [{ fields: ['CUSTOMERNUMBER'] }],
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
      when: 'the columns of the table are not known',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables({ columns: null })) },
      missing: ['tableMetadata.columns'],
    },
    {
      when: 'the table behind a lookup is not known',
      facts: {
        mapDefinitions: known([savedMap([lookup('GROUP', 'msdyn_group.msdyn_groupid', 'msdyn_groups')])]),
        tableMetadata: known(tables({ columns: [column('msdyn_group')] })),
      },
      missing: ['tableMetadata'],
    },
    {
      when: 'it is not known where a lookup leads',
      facts: {
        mapDefinitions: known([savedMap([field('GROUP', 'msdyn_group.msdyn_groupid')])]),
        tableMetadata: known(tables({ columns: [column('msdyn_group')] })),
      },
      missing: ['tableMetadata.columns'],
    },
    {
      when: 'the name of the field has an unknown form',
      facts: { mapDefinitions: known([savedMap([field('GROUP', 'msdyn_group..(')])]), tableMetadata: known(tables()) },
      missing: ['mapDefinitions.mapping'],
    },
  ],
} satisfies RuleCases;
