import { known, unknown } from '../../../src/facts/fact.js';
import { filterWithNestedLookup } from '../../../src/rules/map-design/filter-with-nested-lookup.js';
import { mappingDocument } from '../../support/entity-maps.js';
import { accountsMap, savedMap } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const filtered = (reversedSourceFilter: string) => savedMap(undefined, { reversedSourceFilter });
const nested = "primarycontactid/parentcustomerid_account/name eq 'Contoso'";

export default {
  rule: filterWithNestedLookup,
  passed: [
    { when: 'there is no filter', facts: { mapDefinitions: known([savedMap()]) }, checked: 1 },
    {
      when: 'the filter compares columns of the table',
      facts: { mapDefinitions: known([filtered('customertypecode eq 3 and _msdyn_company_value ne null')]) },
      checked: 1,
    },
    {
      when: 'it goes through one lookup',
      facts: { mapDefinitions: known([filtered('primarycontactid/fullname ne null')]) },
      checked: 1,
    },
    {
      when: 'slashes are in a text, and in the filter of the other side',
      facts: {
        mapDefinitions: known([
          savedMap(undefined, { reversedSourceFilter: "name eq 'a/b/c'", sourceFilter: '(A == 1/2/3)' }),
        ]),
      },
      checked: 1,
    },
    {
      when: 'the filter is broken, which another rule reports',
      facts: { mapDefinitions: known([filtered('primarycontactid/parentcustomerid/name eq')]) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'it goes through two lookups',
      facts: { mapDefinitions: known([filtered(nested)]) },
      subjects: [accountsMap],
      args: [{ columns: ['primarycontactid/parentcustomerid_account/name'] }],
    },
    {
      when: 'several of its columns do, one of them twice',
      facts: {
        mapDefinitions: known([filtered(`not (${nested}) and (a/b/c/d gt 1 or startswith(x/y/z,'1')) and ${nested}`)]),
      },
      subjects: [accountsMap],
      args: [{ columns: ['primarycontactid/parentcustomerid_account/name', 'a/b/c/d', 'x/y/z'] }],
    },
    {
      when: 'the filter of one of two maps does, and that of the other cannot be read',
      facts: {
        mapDefinitions: known([
          filtered(nested),
          savedMap(undefined, { name: 'msdyn_[other]', reversedSourceFilter: 'a%20eq%201' }),
        ]),
      },
      subjects: [accountsMap],
      args: [{ columns: ['primarycontactid/parentcustomerid_account/name'] }],
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'only some of the maps were seen, and one of them does',
      facts: { mapDefinitions: known([filtered(nested)], { coverage: 'partial' }) },
      subjects: [accountsMap],
      args: [{ columns: ['primarycontactid/parentcustomerid_account/name'] }],
      missing: ['mapDefinitions'],
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
      when: 'the filter has an unknown form',
      facts: { mapDefinitions: known([filtered("tasks/any(t:t/subject eq 'x')")]) },
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
