import { known, unknown } from '../../../src/facts/fact.js';
import { dataverseFilterFaulty } from '../../../src/rules/map-design/dataverse-filter-faulty.js';
import { accountsMap, column, savedMap, tables } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

export default {
  rule: dataverseFilterFaulty,
  passed: [
    { when: 'there is no filter', facts: { mapDefinitions: known([savedMap()]) }, checked: 1 },
    {
      when: 'the filter is one that the vendor ships',
      facts: {
        mapDefinitions: known([
          savedMap(undefined, {
            reversedSourceFilter:
              "msdyn_contactforvendor eq true and msdyn_sellable eq false and msdyn_contactpersonid ne ''",
          }),
        ]),
      },
      checked: 1,
    },
    {
      when: 'the filter has parentheses, functions and one lookup',
      facts: {
        mapDefinitions: known([
          savedMap(undefined, {
            reversedSourceFilter:
              "(contains(name,'it''s') or not (statecode eq 0)) and primarycontactid/fullname ne null",
          }),
        ]),
      },
      checked: 1,
    },
    {
      when: 'its columns are those of the table, lookups by their values',
      facts: {
        mapDefinitions: known([
          savedMap(undefined, { reversedSourceFilter: "AccountNumber eq '1' and _msdyn_group_value ne null" }),
        ]),
        tableMetadata: known(tables({ columns: [column('accountnumber'), column('msdyn_group')] })),
      },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'a value is missing',
      facts: { mapDefinitions: known([savedMap(undefined, { reversedSourceFilter: 'customertypecode eq' })]) },
      subjects: [accountsMap],
    },
    {
      when: 'it is written in the way of the other side',
      facts: { mapDefinitions: known([savedMap(undefined, { reversedSourceFilter: '(customertypecode == 3)' })]) },
      subjects: [accountsMap],
    },
    {
      when: 'a text does not end',
      facts: { mapDefinitions: known([savedMap(undefined, { reversedSourceFilter: "name eq 'Contoso" })]) },
      subjects: [accountsMap],
    },
    {
      when: 'it goes through more than one lookup',
      facts: {
        mapDefinitions: known([
          savedMap(undefined, { reversedSourceFilter: "primarycontactid/parentcustomerid/name eq 'x'" }),
        ]),
      },
      subjects: [accountsMap],
    },
    {
      when: 'it names a column that the table does not have',
      facts: {
        mapDefinitions: known([savedMap(undefined, { reversedSourceFilter: 'customertypecode eq 3' })]),
        tableMetadata: known(tables()),
      },
      subjects: [accountsMap],
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
      when: 'only a part of the maps was seen',
      facts: { mapDefinitions: known([savedMap()], { coverage: 'partial' }) },
      missing: ['mapDefinitions'],
    },
    {
      when: 'the mapping is no JSON',
      facts: { mapDefinitions: known([savedMap([], { mapping: '{ "legs": [' })]) },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'the row has no mapping',
      facts: { mapDefinitions: known([savedMap([], { mapping: null })]) },
      missing: ['mapDefinitions.mapping'],
    },
  ],
} satisfies RuleCases;
