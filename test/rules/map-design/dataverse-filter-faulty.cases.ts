import { known, unknown } from '../../../src/facts/fact.js';
import { dataverseFilterFaulty } from '../../../src/rules/map-design/dataverse-filter-faulty.js';
import { mappingDocument } from '../../support/entity-maps.js';
import { accountsMap, column, savedMap, tables } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const wrong = {
  facts: { mapDefinitions: known([savedMap(undefined, { reversedSourceFilter: 'customertypecode eq' })]) },
  subjects: [accountsMap],
  args: [{ position: 17, because: 'expected a column or a value after eq' }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: dataverseFilterFaulty,
  passed: [
    {
      when: 'there is no filter',
      facts: { mapDefinitions: known([savedMap()]) },
      checked: 1,
      without: ['tableMetadata'],
    },
    {
      when: 'the filter is one that Microsoft ships',
      facts: {
        mapDefinitions: known([
          savedMap(undefined, {
            reversedSourceFilter:
              "msdyn_contactforvendor eq true and msdyn_sellable eq false and msdyn_contactpersonid ne ''",
          }),
        ]),
      },
      checked: 1,
      without: ['tableMetadata'],
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
      without: ['tableMetadata'],
    },
    {
      when: 'it goes through more than one lookup, which another rule reports',
      facts: {
        mapDefinitions: known([
          savedMap(undefined, { reversedSourceFilter: "primarycontactid/parentcustomerid/name eq 'x'" }),
        ]),
        tableMetadata: known(tables()),
      },
      checked: 1,
    },
    {
      when: 'a function of Dataverse is used',
      facts: {
        mapDefinitions: known([
          savedMap(undefined, {
            reversedSourceFilter: "Microsoft.Dynamics.CRM.In(PropertyName='statuscode',PropertyValues=['1','2'])",
          }),
        ]),
        tableMetadata: known(tables()),
      },
      checked: 1,
    },
    {
      when: 'its columns are those of the table, lookups by their values',
      facts: {
        mapDefinitions: known([
          savedMap(undefined, { reversedSourceFilter: "AccountNumber eq '1' and _MSDYN_Group_value ne null" }),
        ]),
        tableMetadata: known(tables({ columns: [column('accountnumber'), column('msdyn_group')] })),
      },
      checked: 1,
    },
    {
      when: 'the columns of the table are not known',
      facts: {
        mapDefinitions: known([savedMap(undefined, { reversedSourceFilter: 'customertypecode eq 3' })]),
        tableMetadata: known(tables({ columns: null })),
      },
      checked: 1,
    },
  ],
  failed: [
    { when: 'a value is missing', ...wrong },
    {
      when: 'only that of the second of two pairs of tables is broken',
      facts: {
        mapDefinitions: known([
          savedMap([], {
            mapping: JSON.stringify({
              legs: ['', 'eq 3'].flatMap(
                (filter) => mappingDocument('accounts', 'Customers V3', { reversedSourceFilter: filter }).legs,
              ),
            }),
          }),
        ]),
      },
      subjects: [accountsMap],
      args: [{ position: 0, because: 'expected a column or a value before eq' }],
    },
    {
      when: 'names only look like the value of a lookup',
      facts: {
        mapDefinitions: known([
          savedMap(undefined, {
            reversedSourceFilter: 'msdyn__group_value ne null or _msdyn_value_group ne null',
          }),
        ]),
        tableMetadata: known(tables({ columns: [column('msdyn_group')] })),
      },
      subjects: [accountsMap],
      args: [{ position: null, because: 'the table has no column msdyn__group_value, _msdyn_value_group' }],
    },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions'),
      missing: ['mapDefinitions'],
    },
    {
      when: 'a column is missing, in the syntax of the other side',
      facts: { mapDefinitions: known([savedMap(undefined, { reversedSourceFilter: '(== 3)' })]) },
      subjects: [accountsMap],
      args: [{ position: 1, because: 'expected a column or a value before ==' }],
    },
    {
      when: 'a parenthesis is not closed',
      facts: { mapDefinitions: known([savedMap(undefined, { reversedSourceFilter: '(a eq 1) and (b eq 2' })]) },
      subjects: [accountsMap],
      args: [{ position: 13, because: 'a parenthesis is not closed' }],
    },
    {
      when: 'a closing parenthesis has no opening one',
      facts: { mapDefinitions: known([savedMap(undefined, { reversedSourceFilter: 'a eq 1)' })]) },
      subjects: [accountsMap],
      args: [{ position: 6, because: 'a closing parenthesis has no opening one' }],
    },
    {
      when: 'a text does not end',
      facts: { mapDefinitions: known([savedMap(undefined, { reversedSourceFilter: "name eq 'Contoso" })]) },
      subjects: [accountsMap],
      args: [{ position: 8, because: 'a quote is not closed' }],
    },
    {
      when: 'it names a column that the table does not have',
      facts: {
        mapDefinitions: known([
          savedMap(undefined, {
            reversedSourceFilter: 'customertypecode eq 3 or (_x_value eq null and customertypecode eq 4)',
          }),
        ]),
        tableMetadata: known(tables()),
      },
      subjects: [accountsMap],
      args: [{ position: null, because: 'the table has no column customertypecode, _x_value' }],
    },
    {
      when: 'the filter of one map is broken, and that of another one has an unknown form',
      facts: {
        mapDefinitions: known([
          savedMap(undefined, { name: 'msdyn_[other]', reversedSourceFilter: '(customertypecode == 3)' }),
          savedMap(undefined, { reversedSourceFilter: 'eq 3' }),
        ]),
      },
      subjects: [accountsMap],
      args: [{ position: 0, because: 'expected a column or a value before eq' }],
      missing: ['mapDefinitions.mapping'],
    },
  ],
  notApplicable: [{ when: 'there is no saved map', facts: { mapDefinitions: known([]) } }],
  inconclusive: [
    {
      when: 'the filter of one of two pairs of tables has an unknown form',
      facts: {
        mapDefinitions: known([
          savedMap([], {
            mapping: JSON.stringify({
              legs: ['', 'tasks/any()'].flatMap(
                (filter) => mappingDocument('accounts', 'Customers V3', { reversedSourceFilter: filter }).legs,
              ),
            }),
          }),
        ]),
      },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'the filter uses the syntax of the other side',
      facts: { mapDefinitions: known([savedMap(undefined, { reversedSourceFilter: '(customertypecode == 3)' })]) },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'the filter has an unknown form',
      facts: {
        mapDefinitions: known([savedMap(undefined, { reversedSourceFilter: "tasks/any(t:t/subject eq 'x')" })]),
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
  ],
} satisfies RuleCases;
