import { known, unknown } from '../../../src/facts/fact.js';
import { destinationFieldMissing } from '../../../src/rules/map-design/destination-field-missing.js';
import { field } from '../../support/entity-maps.js';
import { accountsMap, savedMap } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const wrong = {
  facts: { mapDefinitions: known([savedMap([field('NAME', '')])]) },
  subjects: [accountsMap],
  args: [{ fields: ['NAME'] }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: destinationFieldMissing,
  passed: [
    { when: 'every mapping has a destination', facts: { mapDefinitions: known([savedMap()]) }, checked: 1 },
    {
      when: 'a constant is written to the source',
      facts: {
        mapDefinitions: known([
          savedMap([
            {
              ...field('ASSOCIATEDCONTACTTYPE', '', '2'),
              valueTransforms: [{ transformType: 'Default', defaultValue: 'Vendor' }],
            },
          ]),
        ]),
      },
      checked: 1,
    },
  ],
  failed: [
    { when: 'there is no destination', ...wrong },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions'),
      missing: ['mapDefinitions'],
    },
    {
      when: 'the constant would be written to the destination',
      facts: {
        mapDefinitions: known([
          savedMap([
            { ...field('NAME', '', 3), valueTransforms: [{ transformType: 'Default', defaultValue: 'Vendor' }] },
          ]),
        ]),
      },
      subjects: [accountsMap],
      args: [{ fields: ['NAME'] }],
    },
    {
      when: 'values would only flow to the source, without a default value',
      facts: { mapDefinitions: known([savedMap([field('NAME', '', 2), field('CITY', '', '2')])]) },
      subjects: [accountsMap],
      args: [{ fields: ['NAME', 'CITY'] }],
    },
    {
      when: 'neither field is there, except for a constant',
      facts: {
        mapDefinitions: known([
          savedMap([{ ...field('', '', 2), valueTransforms: [{ transformType: 'Default', defaultValue: '1' }] }]),
        ]),
      },
      subjects: [accountsMap],
      args: [{ fields: ['(no source either)'] }],
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
      when: 'it is not known where the constant is written',
      facts: {
        mapDefinitions: known([
          savedMap([
            {
              ...field('NAME', '', 'sideways'),
              valueTransforms: [{ transformType: 'Default', defaultValue: 'Vendor' }],
            },
          ]),
        ]),
      },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'the map does not say where the constant is written',
      facts: {
        mapDefinitions: known([
          savedMap([
            {
              ...field('NAME', ''),
              syncDirection: undefined,
              valueTransforms: [{ transformType: 'Default', defaultValue: 'Vendor' }],
            },
          ]),
        ]),
      },
      missing: ['mapDefinitions.mapping'],
    },
    {
      when: 'its transform is not known',
      facts: {
        mapDefinitions: known([
          savedMap([{ ...field('NAME', '', 2), valueTransforms: [{ transformType: 'Lambda' }] }]),
        ]),
      },
      missing: ['mapDefinitions.mapping'],
    },
  ],
} satisfies RuleCases;
