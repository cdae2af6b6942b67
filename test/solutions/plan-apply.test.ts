import { describe, expect, test } from 'vitest';
import { known, unknown } from '../../src/facts/fact.js';
import { type EntityMap, entityMapOf } from '../../src/maps/index.js';
import { planApply } from '../../src/solutions/plan-apply.js';
import { lookup, mapRow } from '../support/entity-maps.js';
import { core, listed, map, solution, target } from './target.js';

const incoming = map();
const other = (details: Parameters<typeof map>[1]) => map('accounts', { id: 2, active: true, ...details });
const imported = { isImported: true };

describe('which version takes the place of which', () => {
  test.each<[string, readonly EntityMap[], string, string]>([
    ['none is there', [], 'added', 'nothing'],
    ['it is in use', [map('accounts', { active: true })], 'same', 'nothing'],
    ['an older one with less', [other({ version: '1.0.0.4' }), incoming], 'replaced', 'nothing'],
    ['an older one with more', [other({ version: '1.0.0.4', fields: ['name', 'fax'] }), incoming], 'replaced', 'lost'],
    [
      'an older one with more, of a managed solution',
      [other({ version: '1.0.0.4', fields: ['name', 'fax'], managed: true })],
      'replaced',
      'nothing',
    ],
    [
      'an older one that was changed here',
      [other({ version: '1.0.0.4', fields: ['name', 'fax'], managed: false })],
      'overwrites-customization',
      'lost',
    ],
    ['a newer one', [other({ version: '1.0.0.6' }), incoming], 'version-conflict', 'nothing'],
    ['a parked one', [other({ version: '9.9.9.9' }), incoming], 'replaced', 'nothing'],
    [
      'one of somebody else with more',
      [other({ publisher: 'fabrikam', fields: ['name', 'fax'] }), incoming],
      'other-publisher',
      'lost',
    ],
    [
      'one of somebody else with less',
      [other({ publisher: 'fabrikam', version: '1.0.0.1' }), incoming],
      'other-publisher',
      'nothing',
    ],
    [
      'several, none marked',
      [other({ version: '1.0.0.4', active: false }), other({ id: 3, version: '1.0.0.3', active: false })],
      'replaced',
      'unknown',
    ],
    [
      'several, none marked, and it is the newest',
      [other({ version: '1.0.0.4', active: false }), incoming],
      'unknown',
      'unknown',
    ],
    [
      'several publishers, none marked',
      [other({ publisher: 'fabrikam', active: false }), other({ id: 3, version: '1.0.0.3', active: false })],
      'unknown',
      'unknown',
    ],
    ['a version that is not a number', [other({ version: 'draft' })], 'unknown', 'unknown'],
  ])('%s', (_case, there, change, loss) => {
    const plan = planApply(solution([incoming]), target(there), imported);
    expect(plan.maps.map((one) => [one.change, one.loss.status])).toEqual([[change, loss]]);
  });

  test('a fact tells which version is in use where the rows do not', () => {
    const rows = [other({ version: '1.0.0.4', active: false, fields: ['name', 'fax'] }), incoming];
    const entityMaps = known([listed('accounts', 'running', { version: '1.0.0.4', publisher: 'contoso' })]);
    const [planned] = planApply(solution([incoming]), target(rows, { entityMaps }), imported).maps;
    expect([planned?.change, planned?.loss.status, planned?.activity]).toEqual(['replaced', 'lost', 'runs']);
  });

  test('what is not known is never nothing', () => {
    const plan = planApply(
      solution([incoming]),
      target(unknown('not-provided'), { entityMaps: unknown('not-permitted') }),
      imported,
    );
    expect(plan.maps.map((one) => [one.change, one.loss.status])).toEqual([['unknown', 'unknown']]);
    expect(plan.verdict).toBe('unknown');
    expect(plan.steps.find(({ kind }) => kind === 'apply')?.destroys).toContain('not known');
  });

  test('of several versions in the solution the newest is applied', () => {
    const plan = planApply(
      solution([map('accounts', { version: '1.0.0.9', id: 5 }), map('accounts', { version: '1.0.0.10', id: 6 })]),
      target([]),
      imported,
    );
    expect(plan.maps.map(({ version }) => version)).toEqual(['1.0.0.10']);
  });
});

describe('it must be imported first', () => {
  const installed = (version: string) => known([core, { uniqueName: 'contosomaps', version }]);
  test.each([
    ['it is', installed('1.0.0.2'), [], []],
    ['a newer one is', installed('1.0.0.10'), [], []],
    ['an older one is', installed('1.0.0.1'), ['not-imported'], []],
    ['it is not', known([core]), ['not-imported'], []],
    ['a version that is none', installed('x'), [], ['ContosoMaps']],
    ['the list is partial', known([core], { coverage: 'partial' as const }), [], ['ContosoMaps']],
    ['the list is not known', unknown('throttled'), [], ['ContosoMaps']],
  ])('%s', (_case, solutions, obstacles, unknowns) => {
    const plan = planApply(solution([incoming]), target([], { solutions }));
    expect(plan.obstacles.map(({ type }) => type)).toEqual(obstacles);
    expect(plan.unknowns.map(({ subject }) => subject)).toEqual(unknowns);
  });
});

describe('the steps', () => {
  const orders = (details: object = {}) =>
    entityMapOf({
      ...mapRow(
        'orders',
        'Entity of orders',
        { fields: [lookup('CUSTOMER', 'customerid.accountnumber', 'accounts')] },
        7,
      ),
      msdyn_name: 'contoso_[orders - Entity of orders]',
      ...details,
    });

  test('running maps are stopped before, starting with those that need others, and run again afterward in reverse order', () => {
    const rows = [
      other({ version: '1.0.0.4' }),
      orders({ msdyn_version: '0.9.0.0', msdyn_dualwriteentitymapid: 'x', active: true }),
    ];
    const entityMaps = known([listed('accounts', 'running'), listed('orders', 'paused')]);
    const plan = planApply(solution([orders(), incoming]), target(rows, { entityMaps }), imported);
    expect(plan.steps.map(({ kind }) => kind)).toEqual(['stop', 'apply', 'run', 'verify']);
    const [accounts, sales] = ['accounts - Entity of accounts', 'orders - Entity of orders'];
    expect(plan.steps[0]?.maps).toEqual([sales, accounts]);
    expect(plan.steps[2]?.maps).toEqual([accounts, sales]);
    expect(plan.unknowns).toEqual([]);
  });

  test('nothing is stopped where nothing runs', () => {
    const entityMaps = known([listed('accounts', 'not-running')]);
    const plan = planApply(solution([incoming]), target([other({ version: '1.0.0.4' })], { entityMaps }), imported);
    expect(plan.steps.map(({ kind }) => kind)).toEqual(['apply', 'run', 'verify']);
    expect(plan.verdict).toBe('clear');
  });

  test('whether a map runs is requested where it matters', () => {
    const entityMaps = known([listed('accounts', 'unknown')]);
    const plan = planApply(solution([incoming]), target([other({ version: '1.0.0.4' })], { entityMaps }), imported);
    expect(plan.unknowns.map(({ because }) => because)).toEqual(['whether the map runs is not known']);
    expect(plan.steps[0]).toMatchObject({ kind: 'stop', title: 'Stop the running maps' });
  });

  test('the activity of maps counts as well', () => {
    const mapActivity = known([{ map: 'Accounts - entity of accounts', state: 'running' } as const]);
    const facts = { entityMaps: unknown('not-provided'), mapActivity };
    const plan = planApply(solution([incoming]), target([other({ version: '1.0.0.4' })], facts), imported);
    expect(plan.maps.map(({ activity }) => activity)).toEqual(['runs']);
  });

  test('with several publishers the version is chosen', () => {
    const plan = planApply(solution([incoming]), target([other({ publisher: 'fabrikam' })]), imported);
    expect(plan.steps.map(({ kind }) => kind)).toContain('choose-version');
  });

  test('every step says who performs it and what it destroys', () => {
    const plan = planApply(solution([incoming]), target([other({ publisher: 'fabrikam' })]), imported);
    for (const step of plan.steps) {
      expect(step.performedBy.length).toBeGreaterThan(0);
      expect(step.steps.length).toBeGreaterThan(0);
      expect(step.destroys === null || step.destroys.length > 10).toBe(true);
    }
  });
});
