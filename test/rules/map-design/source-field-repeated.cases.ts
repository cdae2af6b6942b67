import { known, unknown } from '../../../src/facts/fact.js';
import { sourceFieldRepeated } from '../../../src/rules/map-design/source-field-repeated.js';
import { field } from '../../support/entity-maps.js';
import { accountsMap, savedMap } from '../../support/facts.js';
import { inPart } from '../../support/in-part.js';
import type { FailingCase, RuleCases } from '../../support/rule-cases.js';

const repeated = [field('CURRENCYCODE', 'a'), field('CURRENCYCODE', 'b', '1')];

const wrong = {
  facts: { mapDefinitions: known([savedMap(repeated, { managed: false })]) },
  subjects: [accountsMap],
  args: [{ fields: ['CURRENCYCODE'] }],
} satisfies Omit<FailingCase, 'when'>;

export default {
  rule: sourceFieldRepeated,
  passed: [
    { when: 'every source occurs once', facts: { mapDefinitions: known([savedMap()]) }, checked: 1 },
    {
      when: 'both mappings go one way',
      facts: {
        mapDefinitions: known([
          savedMap([field('LINEAMOUNT', 'extendedamount', 1), field('LINEAMOUNT', 'baseamount', '1')]),
        ]),
      },
      checked: 1,
    },
    {
      when: 'both mappings go both ways, which another rule reports',
      facts: { mapDefinitions: known([savedMap([field('CURRENCYCODE', 'a'), field('CURRENCYCODE', 'b')])]) },
      checked: 1,
    },
    {
      when: 'the map is unchanged from its publisher: managed, and no version of it was saved',
      facts: {
        mapDefinitions: known([
          savedMap(repeated, { managed: true }),
          savedMap(undefined, { version: '1.0.0.6', managed: true }),
        ]),
      },
      checked: 0,
    },
    {
      when: 'the map is managed, and the version next to it has another publisher',
      facts: {
        mapDefinitions: known([
          savedMap(repeated, { managed: true }),
          savedMap(undefined, { version: '1.0.0.6', publisher: 'contoso', managed: false }),
        ]),
      },
      checked: 1,
    },
    {
      when: 'the map is managed, and what was saved is a version of another map',
      facts: {
        mapDefinitions: known([
          savedMap(repeated, { managed: true }),
          savedMap(undefined, { name: 'msdyn_[other]', managed: false }),
        ]),
      },
      checked: 1,
    },
    {
      when: 'the map is unchanged from its publisher, and its mapping cannot be read',
      facts: { mapDefinitions: known([savedMap([], { managed: true, mapping: '{ "legs": [' })]) },
      checked: 0,
    },
    {
      when: 'two mappings go both ways, which another rule reports, and the map does not say where a third one goes',
      facts: {
        mapDefinitions: known([
          savedMap([
            field('CURRENCYCODE', 'a'),
            field('CURRENCYCODE', 'b'),
            { ...field('CURRENCYCODE', 'c'), syncDirection: undefined },
          ]),
        ]),
      },
      checked: 1,
    },
  ],
  failed: [
    { when: 'the map is not managed', ...wrong },
    {
      when: 'only some were seen, including such a map',
      ...wrong,
      facts: inPart(wrong.facts, 'mapDefinitions'),
      missing: ['mapDefinitions'],
    },
    {
      when: 'the map is managed, and a version of the same publisher was saved next to it',
      facts: {
        mapDefinitions: known([
          savedMap(repeated, { managed: true }),
          savedMap(undefined, { name: ' MSDYN_[Accounts - Customers V3]', version: '1.0.0.6', managed: false }),
        ]),
      },
      subjects: ['entity-map accounts - Customers V3 1.0.0.5 msdyn'],
      args: [{ fields: ['CURRENCYCODE'] }],
    },
    {
      when: 'the map is managed, and it is not known whether the version next to it is',
      facts: {
        mapDefinitions: known([
          savedMap(repeated, { managed: true }),
          savedMap(undefined, { version: '1.0.0.6', publisher: ' MSDYN ' }),
        ]),
      },
      subjects: ['entity-map accounts - Customers V3 1.0.0.5 msdyn'],
      args: [{ fields: ['CURRENCYCODE'] }],
    },
    {
      when: 'the map is managed, and the publisher of the version that was saved next to it is not known',
      facts: {
        mapDefinitions: known([
          savedMap(repeated, { managed: true }),
          savedMap(undefined, { name: 'accounts - Customers V3', version: '1.0.0.6', managed: false }),
        ]),
      },
      subjects: ['entity-map accounts - Customers V3 1.0.0.5 msdyn'],
      args: [{ fields: ['CURRENCYCODE'] }],
    },
    {
      when: 'the map is managed, its publisher is not known, and a version was saved next to it',
      facts: {
        mapDefinitions: known([
          savedMap(repeated, { name: 'accounts - Customers V3', managed: true }),
          savedMap(undefined, { version: '1.0.0.6', publisher: 'contoso', managed: false }),
        ]),
      },
      subjects: ['entity-map accounts - Customers V3 1.0.0.5'],
      args: [{ fields: ['CURRENCYCODE'] }],
    },
    {
      when: 'one mapping goes both ways and another one way, as in Microsoft maps',
      facts: {
        mapDefinitions: known([
          savedMap([
            field('CURRENCYCODE', 'transactioncurrencyid.isocurrencycode'),
            field('CURRENCYCODE', 'msdyn_isocurrencycode', '1'),
          ]),
        ]),
      },
      subjects: [accountsMap],
      args: [{ fields: ['CURRENCYCODE'] }],
    },
    {
      when: 'one mapping goes both ways and two others one way each, in different letter case',
      facts: {
        mapDefinitions: known([
          savedMap([
            field('CurrencyCode', 'a', 1),
            field('CURRENCYCODE', 'b'),
            field('CURRENCYCODE', 'c', 2),
            field('X', 'x', 1),
          ]),
        ]),
      },
      subjects: [accountsMap],
      args: [{ fields: ['CurrencyCode'] }],
    },
    {
      when: 'the map is managed, and of two versions that were saved next to it one has the same publisher',
      facts: {
        mapDefinitions: known([
          savedMap(repeated, { managed: true, publisher: 'Msdyn' }),
          savedMap(undefined, { version: '1.0.0.6', managed: false, publisher: 'contoso' }),
          savedMap(undefined, {
            name: 'accounts  -  Customers V3',
            version: '1.0.0.7',
            managed: false,
            publisher: 'MSDYN',
          }),
        ]),
      },
      subjects: ['entity-map accounts - Customers V3 1.0.0.5 Msdyn'],
      args: [{ fields: ['CURRENCYCODE'] }],
    },
  ],
  notApplicable: [{ when: 'there is no saved map', facts: { mapDefinitions: known([]) } }],
  inconclusive: [
    {
      when: 'the map does not say where a field flows',
      facts: {
        mapDefinitions: known([
          savedMap([field('CURRENCYCODE', 'a'), { ...field('CURRENCYCODE', 'b'), syncDirection: undefined }]),
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
      when: 'it is not known where one of the mappings flows',
      facts: {
        mapDefinitions: known([savedMap([field('CURRENCYCODE', 'a'), field('CURRENCYCODE', 'b', 'sideways')])]),
      },
      missing: ['mapDefinitions.mapping'],
    },
  ],
} satisfies RuleCases;
