import { afterEach, describe, expect, test } from 'vitest';
import { dataverseAdapter, type RowProblem } from '../../src/adapters/index.js';
import type { Fact, Facts } from '../../src/index.js';
import { captureOf, healthySnapshot, holdingsOf, savedMapRow } from '../support/live-environment.js';
import { type LiveServer, startLiveServer, type TableRow } from '../support/live-server.js';

const credential = { getToken: async () => ({ token: 'x', expiresOnTimestamp: Date.now() + 3_600_000 }) };
const healthy = healthySnapshot();
const holdings = holdingsOf(healthy);
const map: Facts['entityMaps'][number] = {
  name: 'accounts - Customers V3',
  dataverseTable: 'accounts',
  finopsEntity: 'Customers V3',
  state: 'running',
  version: '1.0.0.5',
  projectName: 'P1',
  requires: [{ solution: 'Core', version: '1.2' }],
  requiresApplication: '10.0.605.30025',
};
const saved = savedMapRow(map, 0);

let server: LiveServer | undefined;
afterEach(() => server?.close());

/** What the reader makes of these rows. */
async function read(
  maps: readonly TableRow[],
  configurations: readonly TableRow[] = [configuration()],
  gateway?: unknown,
) {
  server = await startLiveServer({
    ...holdings,
    dataverse: { msdyn_dualwriteentitymaps: maps, msdyn_dualwriteruntimeconfigs: configurations },
  });
  const problems: RowProblem[] = [];
  const { readers } = dataverseAdapter({
    url: server.url,
    credential,
    gateway,
    onRowProblem: (one) => problems.push(one),
  });
  const signal = new AbortController().signal;
  const fact = (await readers.entityMaps?.({ signal })) as Fact<Facts['entityMaps']>;
  if (fact.status === 'unknown') throw new Error(fact.detail);
  return { rows: fact.value, coverage: fact.coverage ?? 'complete', problems };
}

function configuration(change: Record<string, unknown> = {}, unsecure: unknown = undefined): TableRow {
  return {
    msdyn_dualwriteruntimeconfigid: 'c1',
    msdyn_internalentityname: 'accounts',
    msdyn_externalentityname: 'Customers V3',
    msdyn_unsecure: JSON.stringify(
      unsecure ?? { ProjectId: 'P1', EntityMapVersion: { Major: 1, Minor: 0, Build: 0, Revision: 5 } },
    ),
    statecode: 0,
    ...change,
  };
}

const complete = {
  name: 'accounts - Customers V3',
  dataverseTable: 'accounts',
  finopsEntity: 'Customers V3',
  projectName: 'P1',
  state: 'unknown',
  version: '1.0.0.5',
  requires: [{ solution: 'Core', version: '1.2' }],
  requiresApplication: '10.0.605.30025',
};

test('the version of the runtime configuration is the active one, not the highest', async () => {
  const higher = savedMapRow({ ...map, version: '9.9.9.9', requires: [] }, 1);
  const { rows, coverage, problems } = await read([higher, saved]);
  expect(rows).toEqual([complete]);
  expect(coverage).toBe('complete');
  expect(problems).toEqual([]);
});

describe('the fact is partial', () => {
  test.each<[string, readonly TableRow[]]>([
    ['without a configuration', []],
    ['when the configuration is not active', [configuration({ statecode: 1 })]],
    ['when the configuration names no version', [configuration({}, { ProjectId: 'P1' })]],
    ['when the configuration cannot be read', [configuration({ msdyn_unsecure: 'no JSON' })]],
    ['when the version is not saved', [configuration({}, { EntityMapVersion: { Major: 7, Minor: 0 } })]],
    [
      'when configurations name different versions',
      [configuration(), configuration({}, { ProjectId: 'P1', EntityMapVersion: { Major: 2, Minor: 0 } })],
    ],
  ])('%s', async (_name, configurations) => {
    const { rows, coverage } = await read([saved], configurations);
    expect(coverage).toBe('partial');
    expect(rows).toHaveLength(1);
    expect(rows[0]).not.toHaveProperty('requires');
  });
});

describe('one bad row', () => {
  const good = savedMapRow({ ...map, name: 'uoms - Units', dataverseTable: 'uoms', finopsEntity: 'Units' }, 2);
  const goodConfiguration = configuration({ msdyn_internalentityname: 'uoms', msdyn_externalentityname: 'Units' });

  test.each([
    ['its mapping is no JSON', { msdyn_mapping: '{"legs":[{' }],
    ['its mapping is null', { msdyn_mapping: null }],
    ['its mapping is a number', { msdyn_mapping: '7' }],
    ['its mapping has no leg', { msdyn_mapping: '{"legs":[]}' }],
    ['a side is blank', { msdyn_mapping: '{"legs":[{"sourceSchema":" ","destinationSchema":"a"}]}' }],
  ])('%s: it is left out and reported, the others stay', async (_name, change) => {
    const bad = { ...saved, msdyn_dualwriteentitymapid: '{BAD}', ...change };
    const { rows, coverage, problems } = await read([bad, good], [goodConfiguration]);
    expect(rows.map(({ name }) => name)).toEqual(['uoms - Units']);
    expect(coverage).toBe('partial');
    expect(problems).toMatchObject([{ fact: 'entityMaps', id: 'bad' }]);
  });

  test.each([
    ['are no JSON', 'x', 'partial'],
    ['lost two braces', '{"TargetVersionInfo":{"CRM":{"Core":"1.2"}', 'partial'],
    ['are null', null, 'partial'],
    ['have requirements of the wrong kind', '{"TargetVersionInfo":{"CRM":[1]}}', 'partial'],
    ['lost the last brace, as one map is shipped', '{"TargetVersionInfo":{"CRM":{"Core":"1.2"}}', 'complete'],
    ['lost the last brace and may have lost the requirements', '{"Description":"x"', 'partial'],
  ])('its properties %s', async (_name, properties, expected) => {
    const { rows, coverage, problems } = await read([{ ...saved, msdyn_properties: properties }]);
    expect(coverage).toBe(expected);
    expect(problems).toHaveLength(expected === 'partial' ? 1 : 0);
    expect(rows).toHaveLength(1);
    if (expected === 'complete') expect(rows[0]?.requires).toEqual([{ solution: 'Core', version: '1.2' }]);
    else expect(rows[0]).not.toHaveProperty('requires');
  });
});

describe('shapes found in the field', () => {
  const properties = (value: unknown) => ({ ...saved, msdyn_properties: JSON.stringify(value) });
  test.each<[string, TableRow, object]>([
    [
      'encoded twice',
      {
        ...saved,
        msdyn_mapping: JSON.stringify(saved.msdyn_mapping),
        msdyn_properties: JSON.stringify(saved.msdyn_properties),
      },
      complete,
    ],
    ['no requirements', properties({ TargetVersionInfo: null }), without(complete)],
    ['no word of requirements', properties({ TargetTypeList: [3, 1] }), without(complete)],
    [
      'keys in another case',
      properties({ targetversioninfo: { crm: { Core: '1.2' }, ax: { application: '10.0.605.30025' } } }),
      complete,
    ],
    [
      'requirements encoded again',
      properties({ TargetVersionInfo: '{"CRM":{"Core":"1.2"},"AX":{"Application":"10.0.605.30025"}}' }),
      complete,
    ],
    ['a version of three parts', { ...saved, msdyn_version: '1.0.0' }, { ...without(complete) }],
    [
      'legs that start in Dataverse',
      {
        ...saved,
        msdyn_mapping: JSON.stringify({
          legs: [
            {
              sourceSchema: 'accounts',
              destinationSchema: 'Customers V3',
              sourceEnvironmentType: 'CRM',
              destinationEnvironmentType: 'AX',
            },
          ],
        }),
      },
      complete,
    ],
  ])('%s', async (_name, row, expected) => {
    const { rows } = await read([row]);
    expect(rows).toEqual([expected]);
  });

  function without({ requires, requiresApplication, ...rest }: typeof complete): object {
    return rest;
  }
});

test('a capture says which maps there are, their states and versions', async () => {
  const { rows, coverage } = await read(holdings.dataverse.msdyn_dualwriteentitymaps ?? [], [], captureOf(healthy));
  const maps = healthy.facts.entityMaps;
  expect(coverage).toBe('complete');
  expect(maps?.status === 'known' && rows.map(({ name, state }) => [name, state])).toEqual(
    maps?.status === 'known' && maps.value.map(({ name, state }) => [name, state]),
  );
});

test('a capture whose version is not saved leaves its requirements open', async () => {
  const { rows, coverage } = await read([], [], captureOf(healthy));
  expect(coverage).toBe('partial');
  expect(rows).toHaveLength(73);
});
