import { known, unknown } from '../../../src/facts/fact.js';
import { finopsFilterFaulty } from '../../../src/rules/map-design/finops-filter-faulty.js';
import { accountsMap, savedMap } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

export default {
  rule: finopsFilterFaulty,
  passed: [
    { when: 'there is no filter', facts: { mapDefinitions: known([savedMap()]) }, checked: 1 },
    {
      when: 'the filter is one that the vendor ships',
      facts: { mapDefinitions: known([savedMap(undefined, { sourceFilter: '((PartyType == "Organization"))' })]) },
      checked: 1,
    },
    {
      when: 'one equals sign stands in it, as in a map of the vendor',
      facts: { mapDefinitions: known([savedMap(undefined, { sourceFilter: '(AssociatedContactType = 1)' })]) },
      checked: 1,
    },
    {
      when: 'it has several comparisons, enumerations and wildcards',
      facts: {
        mapDefinitions: known([
          savedMap(undefined, {
            sourceFilter: '((NumberOfEmployees > 1000) && !(Blocked == CustVendorBlocked::All) || (Name LIKE "A*"))',
          }),
        ]),
      },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'a parenthesis is not closed',
      facts: { mapDefinitions: known([savedMap(undefined, { sourceFilter: '((PartyType == "Organization")' })]) },
      subjects: [accountsMap],
    },
    {
      when: 'there are no parentheses around it',
      facts: { mapDefinitions: known([savedMap(undefined, { sourceFilter: 'PartyType == "Organization"' })]) },
      subjects: [accountsMap],
    },
    {
      when: 'it is written in the way of the other side',
      facts: { mapDefinitions: known([savedMap(undefined, { sourceFilter: "(PartyType eq 'Organization')" })]) },
      subjects: [accountsMap],
    },
    {
      when: 'a text does not end',
      facts: { mapDefinitions: known([savedMap(undefined, { sourceFilter: '(PartyType == "Organization)' })]) },
      subjects: [accountsMap],
    },
    {
      when: 'a value stands alone',
      facts: { mapDefinitions: known([savedMap(undefined, { sourceFilter: '("Organization")' })]) },
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
