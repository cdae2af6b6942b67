import { known, unknown } from '../../../src/facts/fact.js';
import { finopsFilterFaulty } from '../../../src/rules/map-design/finops-filter-faulty.js';
import { mappingDocument } from '../../support/entity-maps.js';
import { accountsMap, savedMap } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const wrong = {
  facts: { mapDefinitions: known([savedMap(undefined, { sourceFilter: '((PartyType == "Organization")' })]) },
  subjects: [accountsMap],
  args: [{ position: 0, because: 'a parenthesis is not closed' }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: finopsFilterFaulty,
  passed: [
    { when: 'there is no filter', facts: { mapDefinitions: known([savedMap()]) }, checked: 1 },
    {
      when: 'the filter is one that Microsoft ships',
      facts: { mapDefinitions: known([savedMap(undefined, { sourceFilter: '((PartyType == "Organization"))' })]) },
      checked: 1,
    },
    {
      when: 'it has a single equals sign, as in a Microsoft map',
      facts: { mapDefinitions: known([savedMap(undefined, { sourceFilter: '(AssociatedContactType = 1)' })]) },
      checked: 1,
    },
    {
      when: 'there are no parentheses around it, as in the documentation',
      facts: { mapDefinitions: known([savedMap(undefined, { sourceFilter: 'INTERCOMPANYORDER == ""' })]) },
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
    { when: 'a parenthesis is not closed', ...wrong },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions'),
      missing: ['mapDefinitions'],
    },
    {
      when: 'a closing parenthesis has no opening one',
      facts: { mapDefinitions: known([savedMap(undefined, { sourceFilter: 'PartyType == "Organization")' })]) },
      subjects: [accountsMap],
      args: [{ position: 27, because: 'a closing parenthesis has no opening one' }],
    },
    {
      when: 'a value is missing',
      facts: { mapDefinitions: known([savedMap(undefined, { sourceFilter: 'INTERCOMPANYORDER ==' })]) },
      subjects: [accountsMap],
      args: [{ position: 18, because: 'expected a column or a value after ==' }],
    },
    {
      when: 'a comparison is missing',
      facts: { mapDefinitions: known([savedMap(undefined, { sourceFilter: '(|| (A == 1))' })]) },
      subjects: [accountsMap],
      args: [{ position: 1, because: 'expected a column or a value before ||' }],
    },
    {
      when: 'a text does not end',
      facts: { mapDefinitions: known([savedMap(undefined, { sourceFilter: '(PartyType == "Organization)' })]) },
      subjects: [accountsMap],
      args: [{ position: 14, because: 'a quote is not closed' }],
    },
    {
      when: 'the filter of one map is broken, and that of another one has an unknown form',
      facts: {
        mapDefinitions: known([
          savedMap(undefined, { name: 'msdyn_[other]', sourceFilter: '(A eq 1)' }),
          savedMap(undefined, { sourceFilter: '(A == 1' }),
        ]),
      },
      subjects: [accountsMap],
      args: [{ position: 0, because: 'a parenthesis is not closed' }],
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
              legs: ['', '1..10'].flatMap(
                (filter) => mappingDocument('accounts', 'Customers V3', { sourceFilter: filter }).legs,
              ),
            }),
          }),
        ]),
      },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'the filter uses the syntax of the other side',
      facts: { mapDefinitions: known([savedMap(undefined, { sourceFilter: "(PartyType eq 'Organization')" })]) },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'a value is alone, as in the advanced query syntax',
      facts: { mapDefinitions: known([savedMap(undefined, { sourceFilter: '("Organization")' })]) },
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
