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

describe('alert settings', () => {
  const setting = {
    name: 'Maintenance',
    state: 'Enabled',
    errorTypes: ['Application error'],
    threshold: { count: 10, interval: 15, unitOfTime: 'Minutes' },
    action: 'Pause',
  };
  const plain = {
    name: 'Maintenance',
    enabled: true,
    errorTypes: ['Application error'],
    threshold: 10,
    window: { length: 15, unit: 'minutes' },
    recipients: [],
    recipientsKnown: false,
    action: 'pause',
  };
  const withSettings = (...alertSettings: readonly unknown[]) =>
    set({ dualWriteDetail: { legalEntityMappings, alertSettings } });

  test('are those of the connection set, and their recipients are not known', async () => {
    const { link, alertSettings } = await facts(withSettings(setting));
    expect(alertSettings).toEqual({ status: 'known', value: [plain] });
    expect(link?.status).toBe('known');
  });

  test('an empty list says that there are none; no list says nothing', async () => {
    expect((await facts(withSettings())).alertSettings).toEqual({ status: 'known', value: [] });
    expect((await facts(set())).alertSettings).toBeUndefined();
    expect((await facts(set({ dualWriteDetail: { alertSettings: null } }))).alertSettings).toBeUndefined();
  });

  test('a setting that a rule reports as wrong is kept', async () => {
    const wrong = { ...setting, errorTypes: ['Nonsense'], threshold: { count: 0, interval: 0, unitOfTime: 'Hours' } };
    expect((await facts(withSettings(wrong))).alertSettings).toMatchObject({
      value: [{ errorTypes: ['Nonsense'], threshold: 0, window: { length: 0, unit: 'hours' } }],
    });
  });

  test.each([
    ['a state that is not known', { state: '7' }],
    ['no state', { state: null }],
    ['an action that is not known', { action: 'Reset' }],
    ['a unit that is not known', { threshold: { count: 1, interval: 1, unitOfTime: 'Days' } }],
    ['no name', { name: undefined }],
    ['no error types', { errorTypes: null }],
  ])('one with %s makes them partial', async (_name, over) => {
    expect((await facts(withSettings({ ...setting, ...over }, setting))).alertSettings).toEqual({
      status: 'known',
      coverage: 'partial',
      detail: '1 of 2 alert settings could not be understood',
      value: [plain],
    });
  });

  test('of two connection sets are unknown', async () => {
    const { alertSettings } = await facts([withSettings(setting), { ...withSettings(setting), name: 'other' }]);
    expect(alertSettings).toMatchObject({ status: 'unknown', reason: 'malformed' });
  });
});

describe('a HAR file', () => {
  const address = 'https://x/api/DualWriteManagement/1.0/Entities';
  const entry = (text: string | undefined, more: object = {}) => ({
    startedDateTime: '2026-11-20T10:00:00Z',
    request: { method: 'GET', url: address, headers: [{ name: 'Authorization', value: 'Bearer secret' }] },
    response: { status: 200, content: { mimeType: 'application/json', ...(text === undefined ? {} : { text }) } },
    ...more,
  });
  const har = (...entries: readonly unknown[]) => ({ log: { version: '1.2', entries } });
  const answers = captureOf(healthy);
  const addresses = ['https://x/api/ConnectionSet/set', address];
  const whole = Array.isArray(answers)
    ? answers.map((answer, index) =>
        entry(JSON.stringify(answer), { request: { method: 'GET', url: addresses[index] } }),
      )
    : [];

  test('gives the facts whose answers it holds, and nothing else of them', async () => {
    const fromHar = await facts(har(entry('<!doctype html>'), entry(undefined), ...whole, entry('{"broken":')));
    expect(fromHar).toEqual(await facts(answers));
    expect(JSON.stringify(fromHar)).not.toContain('secret');
  });

  test.each([
    ['an answer to another method', { request: { method: 'POST' } }],
    ['an answer that is an error', { response: { status: 403, content: { text: JSON.stringify(set()) } } }],
    ['an answer without text', { response: { status: 200, content: {} } }],
    ['coding that is broken', { response: { status: 200, content: { encoding: 'base64', text: '%%%' } } }],
    ['no answer', { response: undefined }],
  ])('%s is not read', async (_name, more) => {
    expect((await facts(har(entry(JSON.stringify(set()), more)))).link).toMatchObject({ status: 'unknown' });
  });

  test('the later answer counts, in whatever order they are', async () => {
    const map = (state: string) => ({
      leftEntity: { targetType: 'AX', name: 'Customers V3' },
      rightEntity: { targetType: 'CRM', name: 'accounts' },
      detail: { tName: 'accounts - Customers V3', state },
    });
    const older = entry(JSON.stringify({ value: [map('4')] }), { startedDateTime: '2026-11-20T09:00:00Z' });
    const newer = entry(JSON.stringify({ value: [map('5')] }));
    for (const entries of [
      [older, newer],
      [newer, older],
    ]) {
      const { entityMaps } = await facts(har(...entries));
      expect(entityMaps).toMatchObject({ value: [{ name: 'accounts - Customers V3', state: 'paused' }] });
    }
  });
});
