import { known, unknown } from '../../../src/facts/fact.js';
import { tooManyLookups } from '../../../src/rules/map-design/too-many-lookups.js';
import { field, lookup, mappingDocument } from '../../support/entity-maps.js';
import { accountsMap, savedMap } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const lookups = (number: number) =>
  Array.from({ length: number }, (_, index) =>
    lookup(`GROUP${index}`, `msdyn_group${index}.msdyn_groupid`, 'msdyn_groups'),
  );

const wrong = {
  facts: {
    mapDefinitions: known([
      savedMap([...lookups(10), field('CUSTOMER', 'customerid.Account(accountnumber).Contact(contactid)')]),
    ]),
  },
  subjects: [accountsMap],
  args: [{ count: 11, most: 10 }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: tooManyLookups,
  passed: [
    { when: 'there are ten', facts: { mapDefinitions: known([savedMap(lookups(10))]) }, checked: 1 },
    {
      when: 'several columns behind one lookup are one',
      facts: {
        mapDefinitions: known([
          savedMap([...lookups(10), field('TYPE', 'msdyn_group0.msdyn_type.msdyn_name'), field('A', 'MSDYN_GROUP1.a')]),
        ]),
      },
      checked: 1,
    },
    {
      when: 'an option allows more',
      facts: { mapDefinitions: known([savedMap(lookups(11))]) },
      checked: 1,
      options: { rules: { DWDVEV9701: { options: { most: 11 } } } },
    },
  ],
  failed: [
    { when: 'there are eleven, as in Microsoft maps', ...wrong },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions'),
      missing: ['mapDefinitions'],
    },
    {
      when: 'an option allows fewer',
      facts: { mapDefinitions: known([savedMap(lookups(2))]) },
      subjects: [accountsMap],
      args: [{ count: 2, most: 1 }],
      options: { rules: { DWDVEV9701: { options: { most: 1 } } } },
    },
    {
      when: 'three indistinguishable rows have too many, and a field of one of them cannot be parsed',
      facts: {
        mapDefinitions: known([
          savedMap(lookups(100)),
          savedMap([...lookups(11), field('X', 'a..(')]),
          savedMap(lookups(101)),
        ]),
      },
      subjects: ['entity-map accounts - Customers V3 1.0.0.5 msdyn'],
      args: [{ count: 101, most: 10 }],
    },
  ],
  notApplicable: [{ when: 'there is no saved map', facts: { mapDefinitions: known([]) } }],
  inconclusive: [
    {
      when: 'the name of a field of one of two pairs of tables has an unknown form',
      facts: {
        mapDefinitions: known([
          savedMap([], {
            mapping: JSON.stringify({
              legs: [field('A', 'b'), field('X', 'a..(')].flatMap(
                (one) => mappingDocument('accounts', 'Customers V3', { fields: [one] }).legs,
              ),
            }),
          }),
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
      when: 'the name of a field has an unknown form',
      facts: { mapDefinitions: known([savedMap([...lookups(10), field('X', 'a..(')])]) },
      missing: ['mapDefinitions.mapping'],
    },
  ],
} satisfies RuleCases;
