import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  compareMaps,
  documentOf,
  type EntityMap,
  entityMapOf,
  saveMapVersion,
  toEntityMapRow,
} from '../../src/maps/index.js';
import { type JsonNode, memberOf, textOfNode } from '../../src/maps/json-node.js';
import { parseJson } from '../../src/maps/parse-json.js';
import { field, mappingDocument, mapRow, shippedMaps, valueMap } from '../support/entity-maps.js';
import { runs } from '../support/fuzz.js';

const whole = shippedMaps().filter(({ msdyn_displayname }) => msdyn_displayname !== 'msdyn_parties - CDS Parties');
const mapOf = (msdyn_mapping: string, msdyn_properties = '{}') =>
  entityMapOf({ msdyn_name: 'msdyn_[accounts - Customers V3]', msdyn_mapping, msdyn_properties });
const differs = (before: EntityMap, after: EntityMap) => {
  const { isSame, differences, notCompared } = compareMaps(before, after);
  return !isSame && differences.length + notCompared.length > 0;
};

/** One leg with these properties, as they are written. */
const leg = (properties: string) =>
  `{"legs":[{"sourceSchema":"Customers V3","destinationSchema":"accounts",${properties}}]}`;
/** One field whose transform has this value map. */
const values = (map: string) =>
  leg(
    `"fieldMappings":[{"sourceField":"A","destinationField":"a","valueTransforms":[{"transformType":"ValueMap","valueMap":${map}}]}]`,
  );

describe('two maps that differ in what JavaScript cannot hold are not the same', () => {
  test.each<[string, string, string]>([
    ['digits beyond 2^53', leg('"limit":9007199254740993'), leg('"limit":9007199254740992')],
    ['digits beyond 2^53, in a list', leg('"limits":[[9007199254740993]]'), leg('"limits":[[9007199254740992]]')],
    ['many digits', leg(`"limit":${'1'.repeat(400)}`), leg(`"limit":${'1'.repeat(399)}2`)],
    ['beyond the largest number', leg('"limit":1e400'), leg('"limit":1e500')],
    ['beyond the largest number, and null', leg('"limit":1e400'), leg('"limit":null')],
    ['below the smallest number', leg('"limit":1e-400'), leg('"limit":0')],
    ['the sign of zero', leg('"limit":-0'), leg('"limit":0')],
    ['digits of a fraction', leg('"limit":0.1000000000000000055'), leg('"limit":0.1')],
    ['a version that is a number', leg('"version":1.10'), leg('"version":1.1')],
    ['digits of a value', values('{"a":9007199254740993}'), values('{"a":9007199254740992}')],
    ['digits in encoded text', leg('"fieldMappings":"[{\\"x\\":1e400}]"'), leg('"fieldMappings":"[{\\"x\\":1e500}]"')],
    ['a property twice', leg('"sourceFilter":"a","sourceFilter":"b"'), leg('"sourceFilter":"b"')],
    ['an unknown property twice', leg('"x":1,"x":2'), leg('"x":2')],
    ['a property twice, with another escape', leg('"x":1,"\\u0078":2'), leg('"x":2')],
    ['legs twice', `{"legs":[],${leg('"x":1').slice(1)}`, leg('"x":1')],
    ['two spellings', leg('"sourceFilter":"a","SourceFilter":"b"'), leg('"sourceFilter":"a","SourceFilter":"c"')],
    [
      'two spellings, the exact one',
      leg('"sourceFilter":"a","SourceFilter":"b"'),
      leg('"sourceFilter":"c","SourceFilter":"b"'),
    ],
    ['two spellings that swap', leg('"x":{"y":1,"Y":2}'), leg('"x":{"y":2,"Y":1}')],
    [
      'fields in two spellings',
      leg('"fieldMappings":[],"FieldMappings":[1]'),
      leg('"fieldMappings":[],"FieldMappings":[2]'),
    ],
    ['a value twice', values('{"a":"1","a":"2"}'), values('{"a":"2"}')],
    ['a value twice, in reverse', values('{"a":"1","a":"2"}'), values('{"a":"2","a":"1"}')],
    ['a value twice in encoded text', values('"{\\"a\\":\\"1\\",\\"a\\":\\"2\\"}"'), values('"{\\"a\\":\\"2\\"}"')],
    ['letter case in a value map with lists', values('{"Yes":[1]}'), values('{"yes":[1]}')],
    ['letter case deep in a value map', values('{"a":{"Yes":"1"}}'), values('{"a":{"yes":"1"}}')],
    ['null in a value map with lists', values('{"a":[1],"b":null}'), values('{"a":[1]}')],
    ['null deep in a value map', values('{"a":{"b":null}}'), values('{"a":{}}')],
    ['a value map that is a list', values('[["a","1"]]'), values('[["a","2"]]')],
    [
      'both sides in one application',
      leg('"sourceEnvironmentType":"AX","destinationEnvironmentType":"AX"'),
      leg('"sourceEnvironmentType":"CRM","destinationEnvironmentType":"AX"'),
    ],
    ['keys of prototypes', leg('"__proto__":{"a":1},"constructor":1'), leg('"__proto__":{"a":2},"constructor":1')],
    ['lone surrogates', leg('"x":"\\ud800"'), leg('"x":"\\ud801"')],
    ['NUL', leg('"x":"a\\u0000"'), leg('"x":"a"')],
  ])('%s', (_name, before, after) => {
    expect(differs(mapOf(before), mapOf(after))).toBe(true);
    expect(differs(mapOf(after), mapOf(before))).toBe(true);
    for (const text of [before, after]) expect(compareMaps(mapOf(text), mapOf(text)).isSame).toBe(true);
  });

  test.each<[string, string, string]>([
    [
      'a requirement twice',
      '{"TargetVersionInfo":{"CRM":{"Core":"1","Core":"2"}}}',
      '{"TargetVersionInfo":{"CRM":{"Core":"2"}}}',
    ],
    [
      'requirements in two spellings',
      '{"TargetVersionInfo":{},"targetversioninfo":{"CRM":{"Core":"1"}}}',
      '{"TargetVersionInfo":{},"targetversioninfo":{"CRM":{"Core":"2"}}}',
    ],
    [
      'an application in two spellings',
      '{"TargetVersionInfo":{"AX":{"Application":"10","application":"11"}}}',
      '{"TargetVersionInfo":{"AX":{"Application":"10","application":"12"}}}',
    ],
    [
      'a number as version',
      '{"TargetVersionInfo":{"CRM":{"Core":1.10}}}',
      '{"TargetVersionInfo":{"CRM":{"Core":1.1}}}',
    ],
  ])('%s', (_name, before, after) => {
    expect(differs(mapOf(leg('"x":1'), before), mapOf(leg('"x":1'), after))).toBe(true);
  });
});

test.each<[string, string, readonly string[]]>([
  ['a number', leg('"limit":9007199254740993'), ['mapping.legs[0].limit']],
  ['two of a property', leg('"sourceFilter":"a","sourceFilter":"b"'), ['mapping.legs[0].sourceFilter']],
  ['two of a value', values('{"a":"1","a":"2"}'), ['mapping.legs[0].fieldMappings[0].valueTransforms[0].valueMap.a']],
  [
    'two of a value, in encoded text',
    values('"{\\"a\\":\\"1\\",\\"a\\":\\"2\\"}"'),
    ['mapping.legs[0].fieldMappings[0].valueTransforms[0].valueMap.a'],
  ],
  ['two spellings', leg('"SourceFilter":"a","sourceFilter":"b"'), ['mapping.legs[0].sourceFilter']],
  ['a value map of lists', values('{"a":[1]}'), ['mapping.legs[0].fieldMappings[0].valueTransforms[0].valueMap']],
])('what is kept only in the text is an issue with its place: %s', (_name, text, paths) => {
  expect(mapOf(text).issues.map(({ path }) => path)).toEqual(paths);
});

test('a number keeps its digits wherever it goes', () => {
  const map = mapOf(leg('"limit":9007199254740993,"sourceFilter":1.10,"big":[1e400]'));
  expect(map.mapping?.legs[0]).toMatchObject({
    sourceFilter: '1.10',
    other: { limit: '9007199254740993', big: ['1e400'] },
  });
  expect(JSON.stringify(documentOf(map.columns.mapping))).toContain('"9007199254740993"');
});

describe('the same content in another form is the same', () => {
  test.each<[string, string, string]>([
    ['blanks', leg('"x":[1,{"a":"b"}]'), leg('"x" : [ 1 , { "a" : "b" } ]\n')],
    ['escapes', leg('"é/x":"\\u00e9\\/"'), leg('"\\u00e9\\/x":"é/"')],
    ['the order of keys', leg('"x":{"a":1,"b":2}'), leg('"x":{"b":2,"a":1}')],
    ['the order of values', values('{"a":"1","2":"b"}'), values('{"2":"b","a":"1"}')],
    ['a value map in encoded text', values('{"a":"1"}'), values('"{\\"a\\":\\"1\\"}"')],
    ['a number and its text', leg('"x":9007199254740993'), leg('"x":"9007199254740993"')],
    ['letter case of what is not understood', leg('"X":{"Y":[1]}'), leg('"x":{"y":[1]}')],
  ])('%s', (_name, before, after) => {
    expect(compareMaps(mapOf(before), mapOf(after))).toEqual({ isSame: true, differences: [], notCompared: [] });
  });

  const row = mapRow('uoms', 'Units');
  test.each<[string, object, object, boolean]>([
    ['keys of one side', { integrationKeys: 'a, b' }, {}, true],
    ['keys of both sides in another order', { integrationKeys: 'a, b' }, { integrationKeys: ['B', 'A'] }, true],
    ['other keys', { integrationKeys: 'a, b' }, { integrationKeys: 'a' }, false],
  ])('%s', (_name, before, after, isSame) => {
    const maps = [entityMapOf({ ...row, ...before }), entityMapOf({ ...row, ...after })] as const;
    expect(compareMaps(...maps).isSame).toBe(isSame);
    expect(compareMaps(maps[1], maps[0]).isSame).toBe(isSame);
  });
});

/** Every place in a document, with what would be there instead. */
function* changed(node: JsonNode, change: (node: JsonNode) => readonly JsonNode[]): Generator<JsonNode> {
  yield* change(node);
  if (node.type === 'list') {
    for (const [index, item] of node.items.entries()) {
      for (const other of changed(item, change)) yield { ...node, items: node.items.with(index, other) };
    }
  }
  if (node.type === 'object') {
    for (const [index, member] of node.members.entries()) {
      for (const value of changed(member.value, change)) {
        yield { ...node, members: node.members.with(index, { ...member, value }) };
      }
    }
  }
}

const scalar = (text: string): JsonNode => ({ type: 'scalar', text });
const columnsOf = (row: (typeof whole)[number]) =>
  [row.msdyn_mapping, row.msdyn_properties].map((text) => parseJson(text)._unsafeUnwrap());

describe('one change anywhere in a shipped map is seen', () => {
  const changes: Readonly<Record<string, (node: JsonNode) => readonly JsonNode[]>> = {
    'another text': (node) => (node.type === 'scalar' ? [scalar('"changed"')] : []),
    'another number': (node) => (node.type === 'scalar' ? [scalar('987')] : []),
    'an object': (node) => (node.type === 'scalar' ? [scalar('{"changed":1}')] : []),
    'the other flag': ({ type, ...node }) =>
      type === 'scalar' && 'text' in node && /^(?:true|false)$/.test(node.text)
        ? [scalar(node.text === 'true' ? 'false' : 'true')]
        : [],
    'one entry less': (node) =>
      node.type === 'list' ? node.items.map((_, index) => ({ ...node, items: node.items.toSpliced(index, 1) })) : [],
    'one entry more': (node) =>
      node.type === 'list' ? [{ ...node, items: [...node.items, scalar('"changed"')] }] : [],
    'one property more': (node) =>
      node.type === 'object' ? [{ ...node, members: [...node.members, memberOf('changed', scalar('1'))] }] : [],
    'one property less': (node) =>
      node.type === 'object'
        ? node.members.flatMap(({ key, value }, index) =>
            meansNothing(key, value) ? [] : [{ ...node, members: node.members.toSpliced(index, 1) }],
          )
        : [],
    'a property twice': (node) =>
      node.type === 'object'
        ? node.members.map((member, index) => ({
            ...node,
            members: node.members.toSpliced(index, 0, { ...member, value: scalar('"changed"') }),
          }))
        : [],
  };

  /** What may be left out: it says what is assumed anyway. */
  function meansNothing(key: string, value: JsonNode): boolean {
    const isAssumed = /^(?:\$type|sourceEnvironmentType|destinationEnvironmentType|transformType)$/.test(key);
    const isEmpty = value.type === 'list' && value.items.length === 0 && key === 'valueTransforms';
    return isAssumed || isEmpty || (value.type === 'scalar' && /^(?:null|false|"")$/.test(value.text));
  }

  test.each(Object.entries(changes))('%s', (_name, change) => {
    let number = 0;
    for (const row of [whole[9], whole[17]]) {
      const [mapping, properties] = columnsOf(row ?? mapRow('uoms', 'Units'));
      if (mapping === undefined || properties === undefined) continue;
      const texts = [textOfNode(mapping), textOfNode(properties)] as const;
      const map = mapOf(...texts);
      for (const other of changed(mapping, change)) {
        const text = textOfNode(other);
        number += 1;
        if (text !== texts[0] && !differs(map, mapOf(text, texts[1]))) expect.fail(text);
      }
      for (const other of changed(properties, change)) {
        const text = textOfNode(other);
        number += 1;
        if (text !== texts[1] && !differs(map, mapOf(texts[0], text))) expect.fail(text);
      }
    }
    expect(number).toBeGreaterThan(10);
  });

  test.each<[string, string, string]>([
    ['digits that JavaScript cannot hold', '1e400', '1e500'],
    ['texts in lists', '["a"]', '["A"]'],
  ])('%s', (_name, before, after) => {
    const [mapping] = columnsOf(whole[9] ?? mapRow('uoms', 'Units'));
    const put = (text: string) => [
      ...changed(mapping ?? scalar('{}'), (node) => (node.type === 'scalar' ? [scalar(text)] : [])),
    ];
    const others = put(after);
    for (const [index, node] of put(before).entries()) {
      const texts = [textOfNode(node), textOfNode(others[index] ?? node)] as const;
      if (!differs(mapOf(texts[0]), mapOf(texts[1]))) expect.fail(texts[0]);
    }
  });

  property.prop([fc.json(), fc.json()], { numRuns: runs(500) })('any two documents', (a, b) => {
    const [before, after] = [a, b].map((text) => mapOf(leg(`"x":${text},"fieldMappings":[{"y":${text}}]`)));
    if (before === undefined || after === undefined) return;
    expect(compareMaps(before, before).isSame).toBe(true);
    const folded = (text: string) => JSON.stringify(JSON.parse(text)).toLowerCase();
    const isPlain = !/[{n]/.test(a + b); // keys in another order, and null, may be the same
    if (isPlain && folded(a) !== folded(b) && JSON.stringify(a) !== b) {
      const isText = String(JSON.parse(a)) === String(JSON.parse(b)) && !/[[]/.test(a + b);
      expect([a, b, compareMaps(before, after).isSame]).toEqual([a, b, isText]);
    }
  });
});

describe('a change keeps everything else as it is written', () => {
  const options = { publisher: 'contoso', version: '2.0.0.0', existing: [] };
  const odd =
    '"limit":9007199254740993,"1":"b","big":1e400,"zero":-0,"twice":1,"twice":2.50,"t\\u00e9xt":"\\u00e9\\/","__proto__":{"a":1}';

  test.each<[string, string, string]>([
    ['a leg', leg(`${odd},"sourceFilter":"a"`), leg(`${odd},"sourceFilter":"new"`)],
    [
      'of two filters, the one that counts',
      leg('"sourceFilter":"a","sourceFilter":"b"'),
      leg('"sourceFilter":"a","sourceFilter":"new"'),
    ],
    [
      'of two spellings, the one that counts',
      leg('"SourceFilter":"a","sourceFilter":"b"'),
      leg('"SourceFilter":"a","sourceFilter":"new"'),
    ],
    ['a document', `{${odd},${leg('"sourceFilter":""').slice(1)}`, `{${odd},${leg('"sourceFilter":"new"').slice(1)}`],
    [
      'a value map',
      values(`{${odd}}`).replace('"fieldMappings"', '"sourceFilter":1e400,"fieldMappings"'),
      values(`{${odd}}`).replace('"fieldMappings"', '"sourceFilter":"new","fieldMappings"'),
    ],
  ])('%s', (_name, text, expected) => {
    const saved = saveMapVersion(mapOf(text), [{ type: 'set-filter', side: 'finops', filter: 'new' }], options);
    const { mapping } = saved._unsafeUnwrap().columns;
    expect(mapping).toEqual({ status: 'read', text: expected });
  });

  test('the fields beside the changed one', () => {
    const strange = `{"sourceField":"B","destinationField":"b",${odd}}`;
    const text = leg(
      `"fieldMappings":[{"sourceField":"A","destinationField":"a","syncDirection":"1",${odd}},${strange},7]`,
    );
    const saved = saveMapVersion(
      mapOf(text),
      [{ type: 'change-field', sourceField: 'a', destinationField: 'A', to: { direction: 'both' } }],
      options,
    );
    expect(saved._unsafeUnwrap().columns.mapping).toEqual({
      status: 'read',
      text: text.replace('"syncDirection":"1"', '"syncDirection":"3"'),
    });
  });

  test('a value map with two entries for one value is refused', () => {
    const twice = [
      { from: 'a', to: '1' },
      { from: 'a', to: '2' },
    ];
    const saved = saveMapVersion(
      mapOf(JSON.stringify(mappingDocument('accounts', 'Customers V3', { fields: [field('A', 'a')] }))),
      [
        {
          type: 'change-field',
          sourceField: 'A',
          destinationField: 'a',
          to: { transforms: [{ type: 'value-map', values: twice }] },
        },
      ],
      options,
    );
    expect(saved._unsafeUnwrapErr()).toMatchObject({ type: 'duplicate-value', value: 'a', edit: 0 });
  });

  property.prop([fc.constantFrom(...whole), fc.nat(), fc.json()], { numRuns: runs(100) })(
    'of any map',
    (row, seed, strange) => {
      const document = JSON.parse(row.msdyn_mapping);
      const fields = document.legs[0].fieldMappings;
      const changedField = fields[seed % fields.length];
      document.legs[0].strange = JSON.parse(strange);
      const map = mapOf(JSON.stringify(document));
      const { sourceField, destinationField } = changedField;
      const edit = { type: 'change-field', sourceField, destinationField, to: { lookupTable: 'new_tables' } } as const;
      const saved = saveMapVersion(map, [edit], options);
      if (saved.isErr()) return;
      changedField.destinationLookupFieldRelatedEntity = 'new_tables';
      expect(saved.value.columns.mapping).toEqual({ status: 'read', text: JSON.stringify(document) });
    },
  );
});

test('the class of a transform counts where it is that of another kind', () => {
  const of = ($type: string | undefined) =>
    entityMapOf(
      mapRow('uoms', 'Units', {
        fields: [{ ...field('A', 'a'), valueTransforms: [{ ...valueMap({ a: 'b' }), $type }] }],
      }),
    );
  const same = ['Contoso.ValueMapTransform, Contoso', 'Fabrikam.ValueMapTransform, X', undefined];
  for (const $type of same) expect(compareMaps(of(same[0]), of($type)).isSame).toBe(true);
  expect(compareMaps(of(same[0]), of('Contoso.DefaultTransform, Contoso')).differences).toMatchObject([
    { kind: 'transform-changed', name: '$type' },
  ]);
});

test('a property in thousands of spellings is compared', () => {
  const spelled = (index: number) => index.toString(2).padStart(15, '0').replaceAll('0', 'a').replaceAll('1', 'A');
  const text = (last: number) =>
    leg(Array.from({ length: 20_000 }, (_, index) => `"${spelled(index)}":${index < 19_999 ? index : last}`).join());
  expect(compareMaps(mapOf(text(1)), mapOf(` ${text(1)}`)).isSame).toBe(true);
  expect(differs(mapOf(text(1)), mapOf(text(2)))).toBe(true);
});

describe('a row comes back as it was', () => {
  test.each<[string, object]>([
    ['a publisher that is not text', { publisher: { name: 'Contoso' } }],
    ['a technical name that is not text, and a plain one', { msdyn_name: [1], technicalName: 'msdyn_[uoms - Units]' }],
    ['an id that is not text, and a plain one', { msdyn_dualwriteentitymapid: { a: 1 }, id: '1' }],
    ['a flag that is neither', { ismanaged: 'perhaps', managed: true }],
    ['a version that is a list', { msdyn_version: ['1.0'], version: '1.1' }],
    ['the mapping twice', { mapping: '{"legs":[]}' }],
    ['no mapping but a plain one', { msdyn_mapping: null, mapping: '{"legs":[]}' }],
    ['digits', { versionnumber: '9007199254740993', '1': 2 }],
  ])('%s', (_name, columns) => {
    const row = { ...mapRow('uoms', 'Units'), ...columns };
    const map = entityMapOf(row);
    const written = toEntityMapRow(map);
    expect(Object.values(written)).toEqual(expect.arrayContaining(Object.values(row)));
    // That a column is there under two names is said of the written row too.
    expect(entityMapOf(written)).toEqual({ ...map, issues: expect.arrayContaining([...map.issues]) });
  });
});
