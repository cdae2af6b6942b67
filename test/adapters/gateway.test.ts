import { describe, expect, test } from 'vitest';
import { gatewayAdapter } from '../../src/adapters/index.js';
import { type Fact, type Facts, gatherSnapshot } from '../../src/index.js';
import { captureOf, healthySnapshot } from '../support/live-environment.js';

const healthy = healthySnapshot();

async function facts(captured: unknown) {
  return (await gatherSnapshot(gatewayAdapter(captured)))._unsafeUnwrap().facts;
}

const environments = {
  'contoso.operations.dynamics.com': { targetType: 'AX', directUrl: 'https://contoso.operations.dynamics.com/' },
  'contoso.crm4.dynamics.com': { targetType: 'CRM', directUrl: 'https://contoso.crm4.dynamics.com' },
};
const legalEntityMappings = {
  leftEnvironment: 'contoso.operations.dynamics.com',
  rightEnvironment: 'contoso.crm4.dynamics.com',
  mappings: [{ left: { name: 'USMF', id: 'usmf' }, right: { name: 'usmf-dv', id: 'x' } }],
};
const set = (change: object = {}) => ({
  name: 'set',
  environments,
  dualWriteDetail: { legalEntityMappings },
  ...change,
});

test('a whole capture gives the link and the maps', async () => {
  const { link, entityMaps } = await facts(captureOf(healthy));
  expect(link).toEqual({
    status: 'known',
    value: {
      linked: true,
      dataverseUrl: 'https://127.0.0.1',
      finopsUrl: 'https://127.0.0.1',
      legalEntities: ['USMF', 'DEMF', 'GBSI', 'USRT'],
      apiHub: 'bypassed',
    },
  });
  expect(entityMaps).toMatchObject({ status: 'known', coverage: 'partial' });
});

test('it holds nothing of people', async () => {
  expect(JSON.stringify(await facts(captureOf(healthy)))).not.toMatch(/@/);
});

describe('connections', () => {
  test.each<[string, object, Facts['link']['apiHub']]>([
    ['nothing said', {}, 'unknown'],
    ['bypassed as a whole', { bypassApiHubConnector: true }, 'bypassed'],
    ['first-party sign-in', { dualWriteDetail: { legalEntityMappings, isOnFirstPartyAuth: true } }, 'bypassed'],
    ['said not to be bypassed', { bypassApiHubConnector: false }, 'required'],
    ['bypassed on one side', { environments: bypassing(true, false) }, 'unknown'],
    ['bypassed on both sides', { environments: bypassing(true, true) }, 'bypassed'],
    ['bypassed on neither side', { environments: bypassing(false, false) }, 'required'],
  ])('%s', async (_name, change, apiHub) => {
    expect((await facts(set(change))).link).toMatchObject({ value: { apiHub } });
  });

  test('ids are taken where the capture has them', async () => {
    const [finops, dataverse] = Object.entries(environments);
    const withIds = {
      [finops?.[0] ?? '']: { ...finops?.[1], connectionId: 'c1' },
      [dataverse?.[0] ?? '']: { ...dataverse?.[1], connectionId: 'c2' },
    };
    expect((await facts(set({ environments: withIds }))).link).toMatchObject({
      value: { connectionIds: ['c1', 'c2'] },
    });
  });

  function bypassing(finops: boolean, dataverse: boolean) {
    const [first, second] = Object.entries(environments);
    return {
      [first?.[0] ?? '']: { ...first?.[1], bypassApiHubConnector: finops },
      [second?.[0] ?? '']: { ...second?.[1], bypassApiHubConnector: dataverse },
    };
  }
});

test('the side of finance and operations is the one that names companies', async () => {
  const swapped = {
    leftEnvironment: 'contoso.crm4.dynamics.com',
    rightEnvironment: 'contoso.operations.dynamics.com',
    mappings: [{ left: { name: 'dv' }, right: { name: 'USMF' } }],
  };
  const { link } = await facts(set({ dualWriteDetail: { legalEntityMappings: swapped } }));
  expect(link).toMatchObject({ value: { legalEntities: ['USMF'] } });
});

describe('what is not a capture is unknown, not empty', () => {
  test.each<[string, unknown, RegExp]>([
    ['nothing', {}, /neither a connection set nor maps/],
    ['an empty list', [], /neither a connection set nor maps/],
    ['text', 'hello', /neither a connection set nor maps/],
    ['null', null, /neither a connection set nor maps/],
    ['a set without legal entities', { environments, dualWriteDetail: {} }, /does not list its legal entities/],
    ['two sets', [set({ id: '1' }), set({ id: '2' })], /contains 2 connection sets/],
  ])('%s', async (_name, captured, detail) => {
    const { link, entityMaps } = await facts(captured);
    expect(link).toMatchObject({ status: 'unknown', reason: 'malformed', detail: expect.stringMatching(detail) });
    expect(entityMaps).toBeUndefined();
  });
  test('the same set twice is one, and one of another kind does not count', async () => {
    const { link } = await facts([set({ id: '1' }), [set({ id: '1' })], set({ id: '2', forDualWrite: false })]);
    expect(link?.status).toBe('known');
  });
});

describe('states and versions of maps', () => {
  const map = (detail: object) => ({
    leftEntity: { targetType: 'AX', name: 'CustCustomerV3Entity', displayName: 'Customers V3' },
    rightEntity: { targetType: 'CRM', name: 'accounts', displayName: 'Accounts' },
    detail: { tName: 'accounts - Customers V3', ...detail },
  });
  const rowOf = async (detail: object) => {
    const { entityMaps } = await facts({ value: [map(detail)] });
    return (entityMaps as Fact<Facts['entityMaps']> & { value: Facts['entityMaps'] }).value[0];
  };
  test.each([
    ['0', 'unknown'],
    ['1', 'stopped'],
    ['2', 'initializing'],
    ['3', 'resuming'],
    [4, 'running'],
    ['5', 'paused'],
    ['6', 'not-running'],
    ['77', 'unknown'],
    [undefined, 'unknown'],
  ])('state %s is %s', async (state, expected) => {
    expect(await rowOf({ state })).toMatchObject({ state: expected });
  });
  test('the entity is named as configurations name it', async () => {
    expect(await rowOf({})).toMatchObject({ dataverseTable: 'accounts', finopsEntity: 'Customers V3' });
  });
  test('a version leaves out the parts that are negative; a deleted project has no name', async () => {
    const version = { major: 1, minor: 2, build: 3, revision: -1 };
    expect(await rowOf({ template: { version }, pid: 'P1', isProjectDeleted: true })).toMatchObject({
      version: '1.2.3',
    });
    expect((await rowOf({ pid: 'P1', isProjectDeleted: true }))?.projectName).toBeUndefined();
    expect((await rowOf({ pid: 'P1' }))?.projectName).toBe('P1');
  });
});
