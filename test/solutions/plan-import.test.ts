import { describe, expect, test } from 'vitest';
import { known, unknown } from '../../src/facts/fact.js';
import type { SnapshotFacts } from '../../src/facts/snapshot.js';
import { type EntityMap, entityMapOf } from '../../src/maps/index.js';
import type { DualWriteSolution, SolutionRequirement } from '../../src/solutions/dual-write-solution.js';
import { planImport } from '../../src/solutions/plan-import.js';
import { lookup, mapRow } from '../support/entity-maps.js';
import { core, map, solution, target } from './target.js';

describe('what becomes of a map', () => {
  const incoming = map();
  const other = (details: Parameters<typeof map>[1]) => map('accounts', { id: 2, ...details });
  test.each<[string, EntityMap, readonly EntityMap[], boolean | null, string, string]>([
    ['nothing of that name', incoming, [map('contacts', { id: 3 })], true, 'added', 'nothing'],
    ['the row is there', incoming, [map()], true, 'same', 'nothing'],
    ['the row is there, and unmanaged', incoming, [map()], false, 'same', 'nothing'],
    ['another row says the same', incoming, [other({})], true, 'same', 'nothing'],
    ['an older version in another row', incoming, [other({ version: '1.0.0.4' })], true, 'replaced', 'nothing'],
    ['only a parked version', incoming, [other({ version: '9.9.9.9' })], true, 'replaced', 'nothing'],
    [
      'an older version of numbers, not of letters',
      map('accounts', { version: '1.0.0.10' }),
      [other({ version: '1.0.0.9' })],
      true,
      'replaced',
      'nothing',
    ],
    [
      'an older version in its row, of a managed solution',
      incoming,
      [map('accounts', { version: '1.0.0.4', fields: ['fax'], managed: true })],
      true,
      'replaced',
      'nothing',
    ],
    [
      'an older version in its row, of an unknown publisher',
      incoming,
      [map('accounts', { version: '1.0.0.4', fields: ['fax'] })],
      true,
      'replaced',
      'unknown',
    ],
    [
      'an older version in its row that says the same',
      incoming,
      [map('accounts', { version: '1.0.0.4' })],
      true,
      'replaced',
      'nothing',
    ],
    ['a newer version', incoming, [other({ version: '1.0.0.6' })], true, 'version-conflict', 'nothing'],
    [
      'a newer version in its row',
      incoming,
      [map('accounts', { version: '1.0.0.6', fields: ['fax'] })],
      false,
      'version-conflict',
      'lost',
    ],
    [
      'the same number says something else',
      incoming,
      [other({ fields: ['fax'] })],
      true,
      'version-conflict',
      'unknown',
    ],
    [
      'its row was changed, managed import',
      incoming,
      [map('accounts', { fields: ['name', 'fax'] })],
      true,
      'version-conflict',
      'unknown',
    ],
    [
      'its row was changed, unmanaged import',
      incoming,
      [map('accounts', { fields: ['name', 'fax'] })],
      false,
      'overwrites-customization',
      'lost',
    ],
    [
      'its row was changed, and the kind is not known',
      incoming,
      [map('accounts', { fields: ['name', 'fax'] })],
      null,
      'version-conflict',
      'unknown',
    ],
    [
      'its row of old was changed, unmanaged import',
      incoming,
      [map('accounts', { version: '1.0.0.4', fields: ['fax'], managed: false })],
      false,
      'overwrites-customization',
      'lost',
    ],
    [
      'only somebody else has saved it',
      incoming,
      [other({ publisher: 'fabrikam', version: '7.0.0.0' })],
      true,
      'other-publisher',
      'nothing',
    ],
    [
      'saved by the publisher under his full name',
      incoming,
      [
        entityMapOf({
          ...mapRow('accounts', 'Entity of accounts', { version: '1.0.0.4' }, 9),
          publisher: 'Contoso Ltd',
        }),
      ],
      true,
      'replaced',
      'nothing',
    ],
    ['an older version without a number', incoming, [other({ version: 'draft' })], true, 'unknown', 'unknown'],
  ])('%s', (_case, comes, there, isManaged, change, loss) => {
    const { maps } = planImport(solution([comes], { isManaged }), target(there));
    expect(maps.map((one) => [one.change, one.loss.status])).toEqual([[change, loss]]);
  });

  test('the rows that say a version is there are compared although there may be more', () => {
    const partial = known([other({ version: '1.0.0.6' })], { coverage: 'partial' });
    const [planned] = planImport(solution([incoming]), target(partial)).maps;
    expect(planned?.change).toBe('version-conflict');
  });

  test.each<[string, Parameters<typeof target>[0]]>([
    ['the maps are not known', unknown('not-permitted', 'the role lacks a privilege')],
    ['only a part of them is', known([], { coverage: 'partial' })],
    ['others are there, but not all are known', known([other({ version: '1.0.0.1' })], { coverage: 'partial' })],
  ])('%s: nothing is said to be safe', (_case, maps) => {
    const plan = planImport(solution([incoming]), target(maps));
    expect(plan.maps.map((one) => [one.change, one.loss.status])).toEqual([['unknown', 'unknown']]);
    expect(plan.verdict).toBe('unknown');
    expect(plan.steps.find(({ kind }) => kind === 'import')?.destroys).toContain('not known');
    expect(plan.steps.map(({ kind }) => kind)).toContain('backup');
  });

  test('without rows, a snapshot shows versions but not their content', () => {
    const entityMaps = known([
      {
        name: incoming.name,
        finopsEntity: 'x',
        dataverseTable: 'accounts',
        state: 'running',
        version: '1.0.0.5',
        publisher: 'contoso',
      } as const,
    ]);
    const { maps } = planImport(solution([incoming]), { name: 'x', facts: { solutions: known([core]), entityMaps } });
    expect(maps.map((one) => [one.change, one.loss.status, one.activity])).toEqual([['unknown', 'unknown', 'runs']]);
  });

  test('a map that cannot be read is an obstacle, and the others are planned', () => {
    const broken = entityMapOf({ msdyn_name: 'contoso_[a - B]', msdyn_version: '1.0.0.0', msdyn_mapping: '{' });
    const plan = planImport(solution([broken, incoming]), target([]));
    expect(plan.maps.map(({ name, change }) => [name, change])).toEqual([
      ['a - B', 'unreadable'],
      ['accounts - Entity of accounts', 'added'],
    ]);
    expect(plan.obstacles.map(({ type }) => type)).toEqual(['broken-map']);
    expect(plan.verdict).toBe('obstructed');
  });

  test('what is different is told, from what is there to what comes', () => {
    const there = map('accounts', { fields: ['name', 'fax'] });
    const [planned] = planImport(solution([incoming], { isManaged: false }), target([there])).maps;
    expect(planned?.differences).toMatchObject([{ kind: 'field-removed', field: { destinationField: 'fax' } }]);
    expect(planned?.loss).toEqual({ status: 'lost', what: 'version 1.0.0.5 of contoso as it is saved now' });
    expect(planned?.present).toMatchObject({ version: '1.0.0.5', publisher: 'contoso', isManaged: null });
  });
});

describe('what must be there first', () => {
  const requires = (name: string | null, version: string | null): SolutionRequirement => ({
    solution: name,
    version,
    components: ['x'],
  });
  const of = (maps: object, solutionsThere: readonly { uniqueName: string; version: string }[]): SnapshotFacts => ({
    solutions: known([...solutionsThere]),
    ...maps,
  });
  const party = { uniqueName: 'Party', version: '3.0.0.10' };
  test.each<[string, Partial<DualWriteSolution>, SnapshotFacts, readonly string[], readonly string[]]>([
    ['the core is there', {}, of({}, [core]), [], []],
    ['the core under another name', {}, of({}, [{ uniqueName: 'dualwritecore_managed', version: '1.0.37.0' }]), [], []],
    ['no core', {}, of({}, [party]), ['core-missing'], []],
    ['the list is not known', {}, { solutions: unknown('not-permitted') }, [], ['msdyn_DualWriteCore']],
    ['the list is partial', {}, { solutions: known([party], { coverage: 'partial' }) }, [], ['msdyn_DualWriteCore']],
    [
      'a core too old',
      { requires: [requires('DualWriteCore', '1.0.30000.1')] },
      of({}, [core]),
      ['solution-outdated'],
      [],
    ],
    ['a core new enough', { requires: [requires('msdyn_DualWriteCore', '1.0.6')] }, of({}, [core]), [], []],
    [
      'a solution too old',
      { requires: [requires('party', '3.0.0.11')] },
      of({}, [core, party]),
      ['solution-outdated'],
      [],
    ],
    ['a solution new enough', { requires: [requires('party', '3.0.0.9')] }, of({}, [core, party]), [], []],
    ['a solution of any version', { requires: [requires('Party', null)] }, of({}, [core, party]), [], []],
    [
      'a solution that is not there',
      { requires: [requires('Party', '1.0')] },
      of({}, [core]),
      ['solution-missing'],
      [],
    ],
    [
      'a requirement that is not a version',
      { requires: [requires('Party', 'latest')] },
      of({}, [core, party]),
      [],
      ['Party'],
    ],
    [
      'two requirements, the second no version',
      { requires: [requires('Party', '1.0')], maps: [map('accounts', { requires: { CRM: { Party: 'latest' } } })] },
      of({}, [core, party]),
      [],
      ['Party'],
    ],
    [
      'an installed version that is none',
      { requires: [requires('Party', '1.0')] },
      of({}, [core, { ...party, version: 'x' }]),
      [],
      ['Party'],
    ],
    ['itself', { requires: [requires('contosomaps', '9.0')] }, of({}, [core]), [], []],
    ['a component of no solution', { requires: [requires(null, null)] }, of({}, [core]), [], ['x']],
    [
      'what a map asks for',
      { maps: [map('accounts', { requires: { CRM: { Party: '4.0' } } })] },
      of({}, [core, party]),
      ['solution-outdated'],
      [],
    ],
    [
      'an application that is not known',
      { maps: [map('accounts', { requires: { AX: { Application: '10.0.605.30025' } } })] },
      of({}, [core]),
      [],
      ['finance and operations'],
    ],
    [
      'an application too old',
      { maps: [map('accounts', { requires: { AX: { Application: '10.0.605.30025' } } })] },
      of({ finopsEnvironment: known({ url: 'x', applicationBuild: '10.0.600.1' }) }, [core]),
      ['application-outdated'],
      [],
    ],
    [
      'an application new enough',
      { maps: [map('accounts', { requires: { AX: { Application: '10.0.605.30025' } } })] },
      of({ finopsEnvironment: known({ url: 'x', applicationBuild: '10.0.605.30025' }) }, [core]),
      [],
      [],
    ],
    [
      'a build, where only the release is known',
      { maps: [map('accounts', { requires: { AX: { Application: '10.0.605.30025' } } })] },
      of({ finopsEnvironment: known({ url: 'x', applicationRelease: '10.0.41' }) }, [core]),
      [],
      ['finance and operations'],
    ],
    [
      'the same solution, unmanaged',
      {},
      of({}, [core, { uniqueName: 'ContosoMaps', version: '1.0.0.1', managed: false } as never]),
      ['other-kind-installed'],
      [],
    ],
    [
      'the same solution, newer',
      {},
      of({}, [core, { uniqueName: 'contosomaps', version: '1.0.0.10' }]),
      ['newer-installed'],
      [],
    ],
    ['the same solution, older', {}, of({}, [core, { uniqueName: 'ContosoMaps', version: '1.0.0.1' }]), [], []],
    [
      'its version is none',
      { version: null },
      of({}, [core, { uniqueName: 'ContosoMaps', version: '1.0.0.1' }]),
      [],
      ['ContosoMaps'],
    ],
    ['its kind is not known', { isManaged: null }, of({}, [core]), [], ['ContosoMaps']],
  ])('%s', (_case, details, facts, obstacles, unknowns) => {
    const plan = planImport(solution([map()], details), target([], facts));
    expect(plan.obstacles.map(({ type }) => type)).toEqual(obstacles);
    expect(plan.unknowns.map(({ subject }) => subject)).toEqual(unknowns);
    expect(plan.verdict).toBe(obstacles.length > 0 ? 'obstructed' : unknowns.length > 0 ? 'unknown' : 'clear');
  });
});

describe('the steps', () => {
  const kinds = (maps: readonly EntityMap[], facts: SnapshotFacts, details: Partial<DualWriteSolution> = {}) =>
    planImport(solution([map()], details), target(maps, facts)).steps.map(({ kind }) => kind);

  test('the core comes before what else is required, and both before the import', () => {
    const details = { requires: [{ solution: 'Party', version: '1.0', components: [] }] };
    expect(kinds([], { solutions: known([]) }, details)).toEqual([
      'install-core',
      'install-required',
      'import',
      'check-import',
    ]);
  });

  test('a backup only where something is written over or not known', () => {
    expect(kinds([], {})).toEqual(['import', 'check-import']);
    expect(kinds([map('accounts', { fields: ['fax'] })], {}, { isManaged: false })).toEqual([
      'backup',
      'import',
      'check-import',
    ]);
  });

  test('an unmanaged import says that it writes over what was changed, and what', () => {
    const there = map('accounts', { fields: ['fax'] });
    const plan = planImport(solution([map()], { isManaged: false }), target([there]));
    expect(plan.steps.find(({ kind }) => kind === 'import')?.destroys).toBe(
      'Components that were changed in the environment are overwritten. accounts - Entity of accounts: version 1.0.0.5 of contoso as it is saved now.',
    );
  });

  test('maps are in the order in which others need them', () => {
    const orders = entityMapOf(
      mapRow('salesorders', 'Orders', { fields: [lookup('CUSTOMER', 'customerid.accountnumber', 'accounts')] }, 7),
    );
    const plan = planImport(solution([orders, map()]), target([]));
    expect(plan.maps.map(({ name }) => name)).toEqual(['accounts - Entity of accounts', 'salesorders - Orders']);
  });

  test('a plan is plain JSON', () => {
    const plan = planImport(solution([map()]), target([map('accounts', { fields: ['fax'] })]));
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });
});
