import { describe, expect, test } from 'vitest';
import {
  compareMaps,
  documentOf,
  entityMapOf,
  type MapEdit,
  type NewField,
  type SaveMapOptions,
  saveMapVersion,
} from '../../src/maps/index.js';
import { field, mapRow, shippedMaps, valueMap } from '../support/entity-maps.js';

const row = mapRow('contacts', 'CDS Contacts V2', {
  version: '1.0.0.6',
  fields: [
    field('FIRSTNAME', 'firstname', '3'),
    { ...field('GENDER', 'gendercode'), valueTransforms: [valueMap({ Male: '1' })], futureSetting: { keep: true } },
    field('NOTE', 'description'),
    field('NOTE', 'description', 1),
  ],
});
const map = entityMapOf(row);
const birthday: NewField = { direction: 'both', sourceField: 'BIRTHDAY', destinationField: 'birthdate' };
const options: SaveMapOptions = { publisher: 'contoso', version: '1.0.0.7', existing: [map] };
const save = (change: readonly MapEdit[], more: Partial<SaveMapOptions> = {}) =>
  saveMapVersion(map, change, { ...options, ...more });

describe('a change is saved as a new version', () => {
  test('of the own publisher, with nothing else changed', () => {
    const saved = save([{ type: 'add-field', field: birthday }])._unsafeUnwrap();
    expect(saved).toMatchObject({
      id: undefined,
      name: 'contacts - CDS Contacts V2',
      technicalName: 'contoso_[contacts - CDS Contacts V2]',
      publisher: 'contoso',
      version: '1.0.0.7',
      isManaged: false,
      otherColumns: {},
    });
    expect(saved.columns.properties).toEqual(map.columns.properties);
    expect(compareMaps(map, saved).differences).toMatchObject([
      { kind: 'field-added', after: { destinationField: 'birthdate' } },
    ]);
  });

  test.each<[string, MapEdit, readonly object[]]>([
    [
      'a field goes',
      { type: 'remove-field', sourceField: 'firstname', destinationField: ' FirstName' },
      [{ kind: 'field-removed' }],
    ],
    [
      'a direction, still as a text',
      {
        type: 'change-field',
        sourceField: 'FIRSTNAME',
        destinationField: 'firstname',
        to: { direction: 'source-to-destination' },
      },
      [{ kind: 'direction-changed', after: 'source-to-destination' }],
    ],
    [
      'transforms',
      {
        type: 'change-field',
        sourceField: 'GENDER',
        destinationField: 'gendercode',
        to: {
          transforms: [
            {
              type: 'value-map',
              values: [
                { from: 'Male', to: '1' },
                { from: '__proto__', to: '2' },
              ],
            },
          ],
        },
      },
      [{ kind: 'value-added', name: '__proto__' }],
    ],
    [
      'a default instead of a source',
      {
        type: 'change-field',
        sourceField: 'FIRSTNAME',
        destinationField: 'firstname',
        to: { sourceField: '', transforms: [{ type: 'default', defaultValue: 'x' }] },
      },
      [{ kind: 'source-changed' }, { kind: 'transform-added' }],
    ],
    [
      'the filter of Dataverse',
      { type: 'set-filter', side: 'dataverse', filter: 'statecode eq 0' },
      [{ kind: 'destination-filter-changed' }],
    ],
    [
      'the filter of finance',
      { type: 'set-filter', side: 'finops', filter: '(A == "b")' },
      [{ kind: 'source-filter-changed' }],
    ],
  ])('%s', (_name, edit, differences) => {
    const saved = save([edit])._unsafeUnwrap();
    expect(compareMaps(map, saved).differences).toMatchObject(differences);
    expect(compareMaps(map, saved).differences).toHaveLength(differences.length);
  });

  test('what is not understood is kept in place, and so are spellings and encodings', () => {
    const odd = {
      ...row,
      msdyn_mapping: row.msdyn_mapping.replaceAll('"legs"', '"Legs"').replace('{', '{"Future":[1],'),
    };
    const saved = saveMapVersion(
      entityMapOf(odd),
      [{ type: 'set-filter', side: 'finops', filter: 'x' }],
      options,
    )._unsafeUnwrap();
    const document = documentOf(saved.columns.mapping) ?? {};
    const before = JSON.parse(odd.msdyn_mapping);
    before.Legs[0].sourceFilter = 'x';
    expect(JSON.stringify(document)).toBe(JSON.stringify(before));
  });

  test('without a change the texts are the same to the character', () => {
    const saved = save([])._unsafeUnwrap();
    expect(saved.columns).toEqual(map.columns);
  });

  test('in the order of the changes', () => {
    const saved = save([
      { type: 'add-field', field: birthday },
      { type: 'change-field', sourceField: 'BIRTHDAY', destinationField: 'birthdate', to: { lookupTable: 'dates' } },
      { type: 'remove-field', sourceField: 'BIRTHDAY', destinationField: 'birthdate' },
    ])._unsafeUnwrap();
    expect(compareMaps(map, saved).isSame).toBe(true);
  });

  test('under the technical name that another version of the publisher has', () => {
    const own = {
      ...map,
      publisher: 'Contoso Ltd',
      technicalName: 'con_[contacts - CDS Contacts V2]',
      version: '1.0.0.1',
    };
    const saved = save([], { publisher: 'contoso ltd', existing: [map, own] })._unsafeUnwrap();
    expect(saved.technicalName).toBe(own.technicalName);
    expect(save([], { publisher: 'Fabrikam Inc.' })._unsafeUnwrap().technicalName).toBeUndefined();
  });

  test.each(['stopped', 'not-running', undefined] as const)('while the map is %s', (state) => {
    expect(save([], { state }).isOk()).toBe(true);
  });

  test('beside a parked version', () => {
    const parked = entityMapOf({ ...row, publisher: 'contoso', msdyn_version: '9.9.9.9' });
    expect(save([], { existing: [parked] }).isOk()).toBe(true);
    expect(save([], { existing: [parked], version: '9.9.9.9' })._unsafeUnwrapErr()).toMatchObject({
      type: 'version-not-higher',
    });
  });

  test('the parties map too: its properties stay broken as they are', () => {
    const parties = entityMapOf(shippedMaps().find(({ msdyn_name }) => msdyn_name.includes('CDS Parties')));
    const saved = saveMapVersion(parties, [{ type: 'add-field', field: birthday }], options)._unsafeUnwrap();
    expect(saved.columns.properties).toEqual(parties.columns.properties);
  });
});

describe('refused', () => {
  const own = entityMapOf({ ...row, publisher: 'contoso', msdyn_version: '1.0.0.7' });
  test.each<[string, readonly MapEdit[], Partial<SaveMapOptions>, object]>([
    ['without a publisher', [], { publisher: ' ' }, { type: 'publisher-required' }],
    ['no version', [], { version: 'next' }, { type: 'invalid-version' }],
    ['two numbers', [], { version: '1.0' }, { type: 'invalid-version' }],
    ['five numbers', [], { version: '1.0.0.0.1' }, { type: 'invalid-version' }],
    ['a number that no version has', [], { version: '1.0.0.2147483648' }, { type: 'invalid-version' }],
    ['the same version', [], { existing: [own] }, { type: 'version-not-higher', newest: '1.0.0.7' }],
    [
      'the same version in three parts',
      [],
      { existing: [{ ...own, version: '1.0.1' }], version: '1.0.1.0' },
      { type: 'version-not-higher' },
    ],
    ['a lower version', [], { existing: [own], version: '1.0.0.6' }, { type: 'version-not-higher' }],
    ['a running map', [], { state: 'running' }, { type: 'not-stopped', state: 'running' }],
    ['a paused map', [], { state: 'paused' }, { type: 'not-stopped' }],
    ['a map with an unknown state', [], { state: 'unknown' }, { type: 'not-stopped' }],
    ['the publisher of a managed map', [], { publisher: 'MSDYN' }, { type: 'managed-map' }],
    [
      'a field that is not there',
      [{ type: 'remove-field', sourceField: 'X', destinationField: 'x' }],
      {},
      { type: 'unknown-field', edit: 0 },
    ],
    [
      'a pair that is there twice',
      [{ type: 'remove-field', sourceField: 'NOTE', destinationField: 'description' }],
      {},
      { type: 'ambiguous-field' },
    ],
    [
      'a pair that is mapped',
      [
        { type: 'add-field', field: birthday },
        { type: 'add-field', field: birthday },
      ],
      {},
      { type: 'duplicate-field', edit: 1 },
    ],
    [
      'another field of the same name',
      [
        {
          type: 'change-field',
          sourceField: 'FIRSTNAME',
          destinationField: 'firstname',
          to: { sourceField: 'gender', destinationField: 'GENDERCODE' },
        },
      ],
      {},
      { type: 'duplicate-field' },
    ],
    [
      'a leg that is not there',
      [{ type: 'set-filter', side: 'finops', filter: '', leg: 1 }],
      {},
      { type: 'unknown-leg' },
    ],
  ])('%s', (_name, change, more, fault) => {
    const found = save(change, more)._unsafeUnwrapErr();
    expect(found).toMatchObject(fault);
    expect(found.whatToDo).toMatch(/^[A-Z].*\.$/);
  });

  test('versions of other publishers do not count', () => {
    expect(save([], { version: '1.0.0.1' }).isOk()).toBe(true);
  });

  test.each(['{', null])('a mapping that cannot be read: %j', (text) => {
    const broken = entityMapOf({ ...row, msdyn_mapping: text });
    expect(saveMapVersion(broken, [], options)._unsafeUnwrapErr()).toMatchObject({ type: 'unreadable-mapping' });
  });
});
