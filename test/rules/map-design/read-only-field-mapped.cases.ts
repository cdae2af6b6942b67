import { known, unknown } from '../../../src/facts/fact.js';
import { readOnlyFieldMapped } from '../../../src/rules/map-design/read-only-field-mapped.js';
import { field, lookup } from '../../support/entity-maps.js';
import { accountsMap, column, savedMap, tables } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const wrong = {
  facts: {
    mapDefinitions: known([savedMap()]),
    tableMetadata: known(tables({}, { columns: [column('CustomerAccount', { readOnly: true })] })),
  },
  subjects: [accountsMap],
  args: [{ fields: ['CUSTOMERACCOUNT'] }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: readOnlyFieldMapped,
  passed: [
    {
      when: 'every written field accepts values',
      facts: { mapDefinitions: known([savedMap()]), tableMetadata: known(tables()) },
      checked: 1,
    },
    {
      when: 'values only flow away from the read-only field',
      facts: {
        mapDefinitions: known([savedMap([field('CUSTOMERACCOUNT', 'accountnumber', 1)])]),
        tableMetadata: known(tables({}, { columns: [column('CustomerAccount', { readOnly: true })] })),
      },
      checked: 1,
    },
    {
      when: 'the map does not say whether a field is written that accepts values',
      facts: {
        mapDefinitions: known([savedMap([{ ...field('CUSTOMERACCOUNT', 'accountnumber'), syncDirection: undefined }])]),
        tableMetadata: known(tables()),
      },
      checked: 1,
    },
    {
      when: 'the field does not exist, which another rule reports',
      facts: { mapDefinitions: known([savedMap([field('NAME', 'name')])]), tableMetadata: known(tables()) },
      checked: 1,
    },
  ],
  failed: [
    { when: 'a read-only field of the entity is mapped both ways', ...wrong },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions', 'tableMetadata'),
      missing: ['mapDefinitions', 'tableMetadata'],
    },
    {
      when: 'a read-only lookup of Dataverse is written',
      facts: {
        mapDefinitions: known([savedMap([lookup('GROUP', 'msdyn_group.msdyn_groupid', 'msdyn_groups')])]),
        tableMetadata: known(
          tables(
            { columns: [column('msdyn_group', { readOnly: true })] },
            { columns: [column('Group', { readOnly: null })] },
          ),
        ),
      },
      subjects: [accountsMap],
      args: [{ fields: ['msdyn_group.msdyn_groupid'] }],
      missing: ['tableMetadata.columns'],
    },
  ],
  notApplicable: [
    { when: 'there is no saved map', facts: { mapDefinitions: known([]), tableMetadata: unknown('failed') } },
  ],
  inconclusive: [
    {
      when: 'the map does not say whether a read-only field is written',
      facts: {
        mapDefinitions: known([savedMap([{ ...field('CUSTOMERACCOUNT', 'accountnumber'), syncDirection: undefined }])]),
        tableMetadata: known(tables({ columns: [column('accountnumber', { readOnly: true })] })),
      },
      missing: ['mapDefinitions.mapping'],
    },
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
      when: 'it is not known whether a written field accepts values',
      facts: {
        mapDefinitions: known([savedMap()]),
        tableMetadata: known(tables({ columns: [column('accountnumber', { readOnly: null })] })),
      },
      missing: ['tableMetadata.columns'],
    },
    {
      when: 'it is not known where its values flow',
      facts: {
        mapDefinitions: known([savedMap([field('CUSTOMERACCOUNT', 'accountnumber', 'sideways')])]),
        tableMetadata: known(tables({ columns: [column('accountnumber', { readOnly: true })] })),
      },
      missing: ['mapDefinitions.mapping'],
    },
  ],
} satisfies RuleCases;
