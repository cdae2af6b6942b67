import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { compareMapVersions, entityMapOf, selectVersion } from '../../src/maps/index.js';
import { isParkedVersion } from '../../src/maps/map-version.js';

const saved = (version: string | undefined, publisher?: string) =>
  entityMapOf({ id: `${publisher}-${version}`, name: 'a - b', version, publisher });

test.each([
  ['9.9.9.9', true],
  ['9.9.9', true],
  ['99.99.99.99', true],
  ['999.999', true],
  [' 9.9.9.9 ', true],
  ['9.9.9.8', false],
  ['9.99.9.9', false],
  ['1.0.0.9', false],
  ['9', false],
  ['9.9.9.9.9', false],
  ['', false],
])('%j is parked: %s', (version, expected) => {
  expect(isParkedVersion(version)).toBe(expected);
});

test('versions are compared by numbers', () => {
  expect(compareMapVersions('1.0.0', '1.0.0.0')).toBe(0);
  expect(compareMapVersions('1.0.0.10', '1.0.0.9')).toBeGreaterThan(0);
  expect(compareMapVersions('1.0.0.x', '1.0.0.9')).toBeUndefined();
});

describe('a version is chosen', () => {
  test.each<[string, readonly (readonly [string | undefined, string?])[], object, string, string]>([
    ['the newest by numbers', [['1.0.0.9'], ['1.0.0.10'], ['1.0.0.2']], {}, '1.0.0.10', 'newest'],
    ['never a parked one', [['1.0.0.5'], ['9.9.9.9']], {}, '1.0.0.5', 'newest'],
    ['never one that is not known', [['1.0.0.5'], ['latest'], [undefined], ['2']], {}, '1.0.0.5', 'newest'],
    ['the only one', [['1.0.0.5']], {}, '1.0.0.5', 'only'],
    [
      'of a publisher',
      [
        ['1.0.0.5', 'msdyn'],
        ['1.0.0.6', 'Contoso'],
      ],
      { publisher: ' MSDYN ' },
      '1.0.0.5',
      'newest-or-only',
    ],
    ['by number in another form', [['1.0.0'], ['1.0.0.1']], { version: '1.0.0.0' }, '1.0.0', 'asked-for'],
    ['a parked one that is requested', [['1.0.0.5'], ['9.9.9.9']], { version: '9.9.9.9' }, '9.9.9.9', 'asked-for'],
    [
      'by publisher and number',
      [
        ['1.0.0.5', 'a'],
        ['1.0.0.5', 'b'],
      ],
      { publisher: 'b', version: '1.0.0.5' },
      '1.0.0.5',
      'asked-for',
    ],
    ['blank wishes are none', [['1.0.0.5'], ['1.0.0.4']], { publisher: ' ', version: '' }, '1.0.0.5', 'newest'],
  ])('%s', (_name, versions, wanted, expected, reason) => {
    const selected = selectVersion(
      versions.map(([version, publisher]) => saved(version, publisher)),
      wanted,
    )._unsafeUnwrap();
    expect(selected.map.version).toBe(expected);
    expect(reason.split('-or-')).toContain(selected.reason);
    expect(selected.why).toContain(expected);
  });

  test('and what was passed over is said', () => {
    const { why } = selectVersion([saved('1.0.0.5'), saved('9.9.9.9'), saved('latest')])._unsafeUnwrap();
    expect(why).toBe('1.0.0.5 is the newest of 3 versions; passed over: 9.9.9.9 (parked), latest (not known)');
  });

  test.prop([
    fc.shuffledSubarray([...'1.0.0.1 1.0.0.2 1.0.0.10 1.0.1 1.1.0.0 9.9.9.9 99.99.99 x'.split(' ')], { minLength: 1 }),
  ])('the same one in whichever order they come', (versions) => {
    const chosen = selectVersion(versions.map((version) => saved(version)));
    const again = selectVersion([...versions].sort().map((version) => saved(version)));
    expect(chosen.map(({ map }) => map.version).unwrapOr('none')).toBe(
      again.map(({ map }) => map.version).unwrapOr('none'),
    );
  });
});

describe('no version is chosen', () => {
  test.each<[string, readonly (readonly [string | undefined, string?])[], object, object]>([
    ['without versions', [], {}, { type: 'no-versions' }],
    [
      'of several publishers',
      [
        ['1.0', 'b'],
        ['1.0', 'A'],
        ['2.0', 'a'],
      ],
      {},
      { type: 'several-publishers', publishers: ['A', 'b'] },
    ],
    ['of a publisher and nobody', [['1.0', 'a'], ['1.0']], {}, { type: 'several-publishers', publishers: ['', 'a'] }],
    [
      'of a publisher that has none',
      [['1.0', 'a']],
      { publisher: 'z' },
      { type: 'unknown-publisher', publishers: ['a'] },
    ],
    [
      'that is not saved',
      [['1.0'], ['1.1']],
      { version: '1.2' },
      { type: 'unknown-version', versions: ['1.0', '1.1'] },
    ],
    ['that is not a version', [['1.0']], { version: 'new' }, { type: 'invalid-version' }],
    ['when all are parked or unknown', [['9.9.9.9'], ['x']], {}, { type: 'none-eligible', versions: ['9.9.9.9', 'x'] }],
    ['when the newest is there twice', [['1.0.0'], ['1.0.0.0']], {}, { type: 'ambiguous-version' }],
    ['when the one asked for is', [['1.0.0'], ['1.0.0.0']], { version: '1.0' }, { type: 'ambiguous-version' }],
  ])('%s', (_name, versions, wanted, fault) => {
    const result = selectVersion(
      versions.map(([version, publisher]) => saved(version, publisher)),
      wanted,
    );
    expect(result._unsafeUnwrapErr()).toMatchObject(fault);
    expect(result._unsafeUnwrapErr().whatToDo).not.toBe('');
  });
});
