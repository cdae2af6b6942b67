import { describe, expect, test } from 'vitest';
import { entityMapOf } from '../../src/maps/index.js';
import { changeSolution, type SolutionChange } from '../../src/solutions/change-solution.js';
import { type ExportOptions, planExport } from '../../src/solutions/plan-export.js';
import { uninstallOptionOf } from '../../src/solutions/uninstall-option-of.js';
import { map, solution } from './target.js';

const own = solution([map(), map('contacts', { id: 2 })], { isManaged: false, version: '1.0.0.9' });
const options: ExportOptions = { version: '1.0.0.10', managed: true, validation: { health: 'healthy' } };

describe('an export', () => {
  test('with one publisher, clean maps, a raised version and managed has no warning', () => {
    const plan = planExport(own, options);
    expect(plan).toMatchObject({
      verdict: 'clear',
      obstacles: [],
      solution: 'ContosoMaps',
      version: '1.0.0.10',
      managed: true,
      maps: ['accounts - Entity of accounts', 'contacts - Entity of contacts'],
      warnings: [],
    });
    expect(plan.steps.map(({ title }) => title)).toEqual([
      'Check the solution',
      'Export it as managed, version 1.0.0.10',
      'Try it in another environment',
    ]);
  });

  test('unmanaged is possible and warned of', () => {
    const plan = planExport(own, { ...options, managed: false });
    expect(plan.warnings).toEqual([expect.stringContaining('Managed is recommended')]);
  });

  test('several versions of one map are warned of', () => {
    const twice = { ...own, maps: [map(), map('accounts', { version: '1.0.0.6', id: 3 })] };
    expect(planExport(twice, options).warnings).toEqual([expect.stringContaining('several versions')]);
  });

  const withMap = (details: Parameters<typeof map>[1]) => ({ ...own, maps: [map(), map('x', details)] });
  test.each<[string, typeof own, Partial<ExportOptions>, readonly string[]]>([
    ['a managed solution', { ...own, isManaged: true }, {}, ['managed']],
    ['a solution of an unknown kind', { ...own, isManaged: null }, {}, ['managed-unknown']],
    ['no maps', { ...own, maps: [] }, {}, ['no-maps']],
    ['a map of another publisher', withMap({ publisher: 'fabrikam' }), {}, ['other-publisher']],
    [
      'an unknown publisher',
      { ...own, publisher: { uniqueName: null, displayName: null, prefix: null } },
      {},
      ['publisher-unknown'],
    ],
    [
      'a map without a publisher',
      { ...own, maps: [entityMapOf({ msdyn_displayname: 'a - B', mapping: { legs: [] } })] },
      {},
      ['other-publisher'],
    ],
    [
      'a map that cannot be read',
      { ...own, maps: [entityMapOf({ msdyn_name: 'contoso_[a - B]', msdyn_mapping: '[' })] },
      {},
      ['broken-map'],
    ],
    [
      'a report with errors',
      own,
      { validation: { health: 'unhealthy' }, acceptUnknownValidation: true },
      ['not-validated'],
    ],
    ['an unknown report', own, { validation: { health: 'unknown' } }, ['not-validated']],
    ['no report', own, { validation: undefined }, ['not-validated']],
    ['the version of before', own, { version: '1.0.0.9' }, ['version-not-raised']],
    ['an older version by numbers', own, { version: '1.0.0.8' }, ['version-not-raised']],
    ['a version below one that is installed', own, { previousVersions: ['1.0.1', '1.0.0.1'] }, ['version-not-raised']],
    ['no version', own, { version: 'next' }, ['invalid-version']],
    ['a parked version', own, { version: '9.9.9.9' }, ['invalid-version']],
    ['a version before that is none', { ...own, version: 'x' }, {}, ['incomparable-version']],
    [
      'everything at once',
      { ...withMap({ publisher: 'fabrikam' }), isManaged: true },
      { version: '1', validation: undefined },
      ['managed', 'other-publisher', 'not-validated', 'invalid-version'],
    ],
  ])('%s is refused', (_case, given, changes, types) => {
    const { verdict, obstacles, steps, warnings } = planExport(given, { ...options, ...changes });
    expect(warnings.join()).not.toContain('that was accepted');
    expect({ verdict, steps }).toEqual({ verdict: 'obstructed', steps: [] });
    expect(obstacles.map(({ type }) => type)).toEqual(types);
    for (const { whatToDo } of obstacles) expect(whatToDo.length).toBeGreaterThan(10);
  });

  test('what is not known may be accepted, and is said', () => {
    const { warnings } = planExport(own, {
      ...options,
      validation: undefined,
      acceptUnknownValidation: true,
    });
    expect(warnings).toEqual(['Whether the maps are valid is not known; that was accepted.']);
  });

  test.each(['contoso', 'contosopublisher', 'CONTOSO LTD'])('the publisher may be named %s', (publisher) => {
    const named = entityMapOf({ msdyn_displayname: 'a - B', publisher, mapping: { legs: [] } });
    expect(planExport({ ...own, maps: [named] }, options).verdict).toBe('clear');
  });
});

describe('a change of a solution', () => {
  const added = map('orders', { id: 4 });
  const changes: readonly (readonly [string, SolutionChange])[] = [
    ['adding', { type: 'add-map', map: added }],
    ['replacing', { type: 'replace-map', map: map('accounts', { version: '1.0.0.6' }) }],
    ['removing', { type: 'remove-map', name: 'ACCOUNTS - entity of accounts' }],
  ];

  test.each(changes)('%s is refused for a managed one, and for one of an unknown kind', (_case, change) => {
    expect(changeSolution({ ...own, isManaged: true }, change)._unsafeUnwrapErr().type).toBe('managed');
    expect(changeSolution({ ...own, isManaged: null }, change)._unsafeUnwrapErr().type).toBe('managed-unknown');
  });

  test.each<[string, readonly (readonly [string, string])[]]>([
    [
      'adding',
      [
        ['accounts', '1.0.0.5'],
        ['contacts', '1.0.0.5'],
        ['orders', '1.0.0.5'],
      ],
    ],
    [
      'replacing',
      [
        ['contacts', '1.0.0.5'],
        ['accounts', '1.0.0.6'],
      ],
    ],
    ['removing', [['contacts', '1.0.0.5']]],
  ])('%s returns the solution after the change', (name, expected) => {
    const change = changes.find(([one]) => one === name)?.[1] ?? changes[0]?.[1];
    const plan = changeSolution(own, change as SolutionChange)._unsafeUnwrap();
    expect(plan.after.maps.map(({ dataverseTable, version }) => [dataverseTable, version])).toEqual(expected);
    expect(plan.before).toBe(own);
    expect(plan.step.steps.length).toBeGreaterThan(1);
  });

  test.each<[string, SolutionChange, string]>([
    ['a map that is there', { type: 'add-map', map: map() }, 'already-there'],
    ['another version of one that is not there', { type: 'replace-map', map: added }, 'not-there'],
    ['a map that is not there, to be removed', { type: 'remove-map', name: 'orders - Orders' }, 'not-there'],
    [
      'a map of another publisher',
      { type: 'add-map', map: map('orders', { publisher: 'fabrikam' }) },
      'other-publisher',
    ],
  ])('%s is refused', (_case, change, type) => {
    expect(changeSolution(own, change)._unsafeUnwrapErr()).toMatchObject({ type, solution: 'ContosoMaps' });
  });
});

describe('uninstalling', () => {
  test.each<[boolean | null, RegExp]>([
    [true, /^The map versions that it contains \(accounts - Entity of accounts/],
    [false, /^Only the solution itself/],
    [null, /^If it is managed: The map versions .* Otherwise: Only/],
  ])('managed %s', (isManaged, destroys) => {
    expect(uninstallOptionOf({ ...own, isManaged }).destroys).toMatch(destroys);
  });
});
