import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { compareMaps, entityMapOf, type MapDifference, type MapDifferenceKind } from '../../src/maps/index.js';
import {
  field,
  lookup,
  type MapRow,
  mappingDocument,
  mapRow,
  propertiesDocument,
  shippedMaps,
  valueMap,
} from '../support/entity-maps.js';
import { runs } from '../support/fuzz.js';
import { type Dice, diceOf, reencoded } from '../support/re-encode-map.js';

// biome-ignore lint/suspicious/noExplicitAny: documents that are edited in whatever way
type Document = any;

interface Documents {
  readonly mapping: Document;
  readonly properties: Document;
  integrationKeys: string[];
}

const whole = shippedMaps().filter(({ msdyn_displayname }) => msdyn_displayname !== 'msdyn_parties - CDS Parties');

function documentsOf(row: MapRow): Documents {
  const properties = JSON.parse(row.msdyn_properties);
  properties.TargetVersionInfo ??= { CRM: { PartySolution: '3.0.2.1' }, AX: { Application: '10.0.605.30025' } };
  const mapping = JSON.parse(row.msdyn_mapping);
  // What nobody understands yet has keys in some order and letter case too.
  mapping.futureSetting = { first: 1, Second: { third: [{ a: 'x', b: null, c: true }], fourth: '' } };
  return {
    mapping,
    properties,
    integrationKeys: ['a', 'msdyn_company.cdm_companycode'],
  };
}

function encoded({ mapping, properties, integrationKeys }: Documents, dice: Dice) {
  return entityMapOf({
    msdyn_name: 'msdyn_[a - b]',
    msdyn_mapping: reencoded(mapping, dice),
    msdyn_properties: reencoded(properties, dice),
    integrationKeys: dice(2) === 0 ? [...integrationKeys].reverse() : integrationKeys.join(),
  });
}

const aMap = fc.constantFrom(...whole);
const seed = fc.nat();

describe('the same map in two encodings', () => {
  test.prop([aMap, seed, seed], { numRuns: runs(300) })('is the same', (row, a, b) => {
    const documents = documentsOf(row);
    expect(compareMaps(encoded(documents, diceOf(a)), encoded(documents, diceOf(b)))).toEqual({
      isSame: true,
      differences: [],
      notCompared: [],
    });
  });
});

/** One change of documents, and what it has to be called; `undefined` where the map has nothing to change like that. */
type Edit = (documents: Documents, dice: Dice) => MapDifferenceKind | undefined;

const fieldsIn = ({ mapping }: Documents): Document[] => mapping.legs[0].fieldMappings;
const oneOf = <Item>(items: readonly Item[], dice: Dice): Item | undefined => items[dice(Math.max(1, items.length))];
const withTransforms = (documents: Documents) => fieldsIn(documents).filter((one) => one.valueTransforms?.length > 0);
const withValueMap = (documents: Documents) =>
  withTransforms(documents).filter((one) => one.valueTransforms[0].valueMap);
const crmOf = ({ properties }: Documents): Document =>
  properties.TargetVersionInfo.CRM ?? properties.TargetVersionInfo.crm;
const axOf = ({ properties }: Documents): Document =>
  properties.TargetVersionInfo.AX ?? properties.TargetVersionInfo.ax;

const edits: Readonly<Record<string, Edit>> = {
  'a field more': (documents, dice) => {
    fieldsIn(documents).splice(dice(3), 0, field('NEWFIELD', 'new_field', dice(3) + 1));
    return 'field-added';
  },
  'a field less': (documents, dice) => {
    fieldsIn(documents).splice(dice(fieldsIn(documents).length), 1);
    return 'field-removed';
  },
  'another direction': (documents, dice) => {
    const one = oneOf(fieldsIn(documents), dice);
    one.syncDirection = (Number(one.syncDirection) % 3) + 1;
    return 'direction-changed';
  },
  'an unknown direction': (documents, dice) => {
    const one = oneOf(fieldsIn(documents), dice);
    one.syncDirection = 7;
    return 'direction-changed';
  },
  'another destination': (documents, dice) => {
    const one = oneOf(fieldsIn(documents), dice);
    one.destinationField = 'new_destination';
    return 'destination-changed';
  },
  'another lookup as destination': (documents, dice) => {
    const one = oneOf(
      fieldsIn(documents).filter(({ destinationLookupFieldRelatedEntity: table }) => table),
      dice,
    );
    if (one === undefined) return undefined;
    Object.assign(one, { destinationField: 'new_a.new_b', destinationLookupFieldRelatedEntity: 'new_as' });
    return 'destination-changed';
  },
  'another source': (documents, dice) => {
    const one = oneOf(fieldsIn(documents), dice);
    one.sourceField = 'NEWSOURCE';
    return 'source-changed';
  },
  'another table of a lookup': (documents, dice) => {
    const one = oneOf(fieldsIn(documents), dice);
    one.destinationLookupFieldRelatedEntity = 'new_tables';
    return 'lookup-changed';
  },
  'a transform more': (documents, dice) => {
    const one = oneOf(fieldsIn(documents), dice);
    one.valueTransforms = [...(one.valueTransforms ?? []), { transformType: 'Truncate', length: 5 }];
    return 'transform-added';
  },
  'a transform less': (documents, dice) => {
    const one = oneOf(withTransforms(documents), dice);
    if (one === undefined) return undefined;
    one.valueTransforms = one.valueTransforms.slice(1);
    return 'transform-removed';
  },
  'a transform for another': (documents, dice) => {
    const one = oneOf(withValueMap(documents), dice);
    if (one === undefined) return undefined;
    one.valueTransforms = [{ transformType: 'Default', defaultValue: 'x' }];
    return 'transform-changed';
  },
  'another default': (documents, dice) => {
    const one = oneOf(withTransforms(documents), dice);
    if (one === undefined) return undefined;
    one.valueTransforms[0].defaultValue = 'another default';
    return 'transform-changed';
  },
  'another value': (documents, dice) => {
    const one = oneOf(withValueMap(documents), dice);
    if (one === undefined) return undefined;
    one.valueTransforms[0].valueMap.Yes = 'another';
    return 'value-changed';
  },
  'another letter case of a value': (documents, dice) => {
    const one = oneOf(withValueMap(documents), dice);
    if (one === undefined) return undefined;
    one.valueTransforms[0].valueMap.Yes = 'true';
    return 'value-changed';
  },
  'another key of a value': (documents, dice) => {
    const one = oneOf(withValueMap(documents), dice);
    if (one === undefined) return undefined;
    one.valueTransforms[0].valueMap = { Ja: 'True', No: 'false' };
    return 'value-changed';
  },
  'a value more': (documents, dice) => {
    const one = oneOf(withValueMap(documents), dice);
    if (one === undefined) return undefined;
    Object.assign(one.valueTransforms[0].valueMap, JSON.parse('{"Maybe":"null"}'));
    return 'value-added';
  },
  'a value less': (documents, dice) => {
    const one = oneOf(withValueMap(documents), dice);
    if (one === undefined) return undefined;
    delete one.valueTransforms[0].valueMap.No;
    return 'value-removed';
  },
  'a flag of a field': (documents, dice) => {
    const one = oneOf(fieldsIn(documents), dice);
    one.isSystemGenerated = true;
    return 'field-property-changed';
  },
  'something unknown of a field': (documents, dice) => {
    const one = oneOf(fieldsIn(documents), dice);
    one.futureSetting = { deep: [1, dice(9)] };
    return 'field-property-changed';
  },
  'the filter of the source': ({ mapping }) => {
    mapping.legs[0].sourceFilter = '(Name != "x")';
    return 'source-filter-changed';
  },
  'the filter of the destination': ({ mapping }) => {
    mapping.legs[0].reversedSourceFilter = 'statecode eq 0';
    return 'destination-filter-changed';
  },
  'another table': ({ mapping }) => {
    mapping.legs[0].destinationSchema = 'others';
    return 'table-changed';
  },
  'swapped sides': ({ mapping }) => {
    Object.assign(mapping.legs[0], { sourceEnvironmentType: 'CRM', destinationEnvironmentType: 'AX' });
    return 'table-changed';
  },
  'something of the leg': ({ mapping }, dice) => {
    Object.assign(
      mapping.legs[0],
      oneOf([{ deleteNonMatchingData: true }, { mashup: 'x' }, { entityFileFormat: 'XML' }, { id: '002' }], dice),
    );
    return 'leg-property-changed';
  },
  'one leg more': ({ mapping }) => {
    mapping.legs.unshift({ ...mapping.legs[0], id: '002' });
    return 'leg-added';
  },
  'something of the mapping': ({ mapping }, dice) => {
    Object.assign(mapping, oneOf([{ order: 3 }, { connectionSetName: 'x' }, { name: '[Other] - [x]' }], dice));
    return 'property-changed';
  },
  'something of the properties': ({ properties }, dice) => {
    Object.assign(
      properties,
      oneOf([{ Description: 'new' }, { SkipInitialSync: true }, { Tags: ['x'] }, { TargetTypeList: [3] }], dice),
    );
    return 'property-changed';
  },
  'another version of a solution': (documents) => {
    crmOf(documents).PartySolution = '3.0.2.2';
    return 'requirement-changed';
  },
  'a solution more': (documents) => {
    crmOf(documents).Other = '1.0';
    return 'requirement-changed';
  },
  'another application': (documents) => {
    axOf(documents)[Object.keys(axOf(documents))[0] ?? 'Application'] = '10.0.605.30026';
    return 'requirement-changed';
  },
  'another key': (documents) => {
    documents.integrationKeys = ['a'];
    return 'integration-keys-changed';
  },
};

describe('one change is one difference', () => {
  test.prop([aMap, fc.constantFrom(...Object.keys(edits)), seed, fc.boolean()], { numRuns: runs(400) })(
    'of the right kind, whatever the encoding and the order',
    (row, name, dice, isReversed) => {
      const documents = documentsOf(row);
      const changed = structuredClone(documents);
      const kind = edits[name]?.(changed, diceOf(dice));
      fc.pre(kind !== undefined);
      const [a, b] = [encoded(documents, diceOf(dice + 1)), encoded(changed, diceOf(dice + 2))];
      const { isSame, differences, notCompared } = isReversed ? compareMaps(b, a) : compareMaps(a, b);
      expect([name, differences.map((one) => one.kind)]).toEqual([name, [isReversed ? opposite(kind) : kind]]);
      expect({ isSame, notCompared }).toEqual({ isSame: false, notCompared: [] });
    },
  );

  function opposite(kind: MapDifferenceKind | undefined): string {
    return String(kind).replace(/added|removed/, (word) => (word === 'added' ? 'removed' : 'added'));
  }
});

describe('fields', () => {
  const withFields = (...fields: readonly object[]) =>
    entityMapOf(
      mapRow('accounts', 'Customers V3', {
        fields: fields as Parameters<typeof mapRow>[2] extends { fields?: infer F } ? NonNullable<F> : never,
      }),
    );
  const compared = (before: readonly object[], after: readonly object[]) =>
    compareMaps(withFields(...before), withFields(...after)).differences.map(inShort);

  function inShort({ kind, field: at, before, after }: MapDifference) {
    return `${kind} ${at?.sourceField} ${typeof before === 'string' ? before : ''} ${typeof after === 'string' ? after : ''}`.trim();
  }

  test.each<[string, readonly object[], readonly object[], readonly string[]]>([
    ['in another order', [field('A', 'a'), field('B', 'b')], [field('B', 'b'), field('A', 'a')], []],
    ['in another letter case', [field('A', 'a')], [field('a', ' A ')], []],
    [
      'two that swap their destinations',
      [field('A', 'x'), field('B', 'y')],
      [field('A', 'y'), field('B', 'x')],
      ['destination-changed A x y', 'destination-changed B y x'],
    ],
    [
      'no choice is made where there is one',
      [field('A', 'x'), field('A', 'y')],
      [field('A', 'z'), field('A', 'w')],
      ['field-removed A', 'field-removed A', 'field-added A', 'field-added A'],
    ],
    [
      'one of two with the same source',
      [field('A', 'x'), field('A', 'y')],
      [field('A', 'x'), field('A', 'z')],
      ['destination-changed A y z'],
    ],
    [
      'a pair twice, and the first one goes',
      [field('A', 'x', 1), field('A', 'x', 3)],
      [field('A', 'x', 3)],
      ['field-removed A'],
    ],
    [
      'a pair twice, in order',
      [field('A', 'x', 1), field('A', 'x', 2)],
      [field('A', 'x', 3), field('A', 'x', 2)],
      ['direction-changed A source-to-destination both'],
    ],
    ['source and destination', [field('A', 'x')], [field('B', 'y')], ['field-removed A', 'field-added B']],
    [
      'destination and direction',
      [field('A', 'x', 1)],
      [field('A', 'y', 3)],
      ['destination-changed A x y', 'direction-changed A source-to-destination both'],
    ],
    ['the table of a lookup', [lookup('A', 'a.b', 'as')], [lookup('A', 'a.b', 'bs')], ['lookup-changed A as bs']],
    [
      'without a source',
      [{ ...field('', 'x'), note: 1 }, field('', 'y')],
      [{ ...field('', 'z'), note: 1 }, field('', 'y')],
      ['destination-changed  x z'],
    ],
    [
      'two transforms in reverse order',
      [
        {
          ...field('A', 'x'),
          valueTransforms: [valueMap({ a: 'b' }), { transformType: 'Default', defaultValue: '1' }],
        },
      ],
      [
        {
          ...field('A', 'x'),
          valueTransforms: [{ transformType: 'Default', defaultValue: '1' }, valueMap({ a: 'b' })],
        },
      ],
      ['transforms-reordered A'],
    ],
    [
      'transforms that are not a list',
      [{ ...field('A', 'x'), valueTransforms: 7 }],
      [{ ...field('A', 'x'), valueTransforms: [] }],
      ['transform-changed A'],
    ],
    [
      'entries that are not objects',
      [field('A', 'x'), 7 as unknown as object],
      [field('A', 'x')],
      ['leg-property-changed undefined'],
    ],
  ])('%s', (_name, before, after, expected) => {
    expect(compared(before, after)).toEqual(expected);
  });

  test('a map is the same as itself, and all of it is gone in an empty one', () => {
    for (const row of shippedMaps()) {
      const map = entityMapOf(row);
      expect(compareMaps(map, map).differences).toEqual([]);
      const empty = entityMapOf({
        ...row,
        msdyn_mapping: JSON.stringify({ ...JSON.parse(row.msdyn_mapping), legs: [] }),
      });
      expect(compareMaps(map, empty).differences.map(({ kind }) => kind)).toEqual(['leg-removed']);
    }
  });
});

describe('unknown is not equal', () => {
  const row = mapRow('uoms', 'Units');
  test.each<[string, object, object, string]>([
    ['a broken mapping on both sides', { msdyn_mapping: '{' }, { msdyn_mapping: '{ ' }, 'mapping'],
    ['no mapping', { msdyn_mapping: null }, { msdyn_mapping: null }, 'mapping'],
    ['broken properties', {}, { msdyn_properties: '{"x":' }, 'properties'],
    [
      'properties without their last brace',
      { msdyn_properties: '{"a":{}' },
      { msdyn_properties: '{"a": {}' },
      'properties',
    ],
    ['legs that are not a list', { msdyn_mapping: '{"legs":7}' }, { msdyn_mapping: '{"legs": 7}' }, 'mapping'],
    ['fields that are not a list', {}, { msdyn_mapping: '{"legs":[{"fieldMappings":"x"}]}' }, 'mapping'],
  ])('%s', (_name, before, after, part) => {
    const comparison = compareMaps(entityMapOf({ ...row, ...before }), entityMapOf({ ...row, ...after }));
    expect(comparison.isSame).toBe(false);
    expect(comparison.notCompared.map((one) => one.part)).toEqual([part]);
  });

  test.each(['{', '{"legs":7}', '{"legs":[]'])('the very same text %s is the same on both sides', (text) => {
    const map = entityMapOf({ ...row, msdyn_mapping: text, msdyn_properties: text });
    expect(compareMaps(map, map)).toEqual({ isSame: true, differences: [], notCompared: [] });
  });

  test('what can be compared is still compared', () => {
    const { differences, notCompared } = compareMaps(
      entityMapOf({ ...row, msdyn_properties: '{"Description":"a"' }),
      entityMapOf({ ...mapRow('uoms', 'Units', { sourceFilter: 'x' }), msdyn_properties: '{"Description":"b"' }),
    );
    expect(differences.map(({ kind }) => kind)).toEqual(['source-filter-changed', 'property-changed']);
    expect(notCompared).toHaveLength(1);
  });
});

test('what has no meaning is not a difference', () => {
  const document = mappingDocument('uoms', 'Units');
  const [leg] = document.legs;
  const map = (mapping: object, properties: object | null) => entityMapOf({ mapping, properties });
  const terse = {
    legs: [{ ...leg, sourceFilter: null, deleteNonMatchingData: undefined, entityFileFormat: 'CSV' }],
    name: document.name,
  };
  const { TargetVersionInfo: _, ...properties } = propertiesDocument(0) as Record<string, unknown>;
  const before = map(
    { ...document, order: undefined, leftEnvironment: undefined },
    { ...properties, TargetVersionInfo: null, AreKeysMismatched: false },
  );
  const after = map(
    { ...document, ...terse, order: undefined, leftEnvironment: undefined },
    { ...properties, AreKeysMismatched: undefined },
  );
  expect(compareMaps(before, after).differences).toEqual([]);
  expect(compareMaps(map(document, null), map(document, {})).isSame).toBe(true);
});
