import { describe, expect, test } from 'vitest';
import { dataverseAdapter, type RowProblem } from '../../src/adapters/index.js';
import { credential, holdings, pathsOf, readOne, readValue, serve, tables } from '../support/live-reading.js';
import type { TableRow } from '../support/live-server.js';

const guid = (index: number) => `a0000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

describe('what a row says of itself', () => {
  test('a company may be inactive', async () => {
    const [first, second, ...others] = holdings.dataverse.cdm_companies ?? [];
    const changed = [{ ...first, statecode: 1 }, { ...second, statecode: null }, ...others];
    const server = await serve(tables({ cdm_companies: changed }));
    const value = await readValue(dataverseAdapter({ url: server.url, credential }), 'companies');
    expect(value.map(({ active }) => active)).toEqual([false, undefined, true, true, true]);
  });

  test('an unknown type of team is not known', async () => {
    const teams = (holdings.dataverse.teams ?? []).map((team, index) => ({
      ...team,
      teamtype: [9, null, 3, 0, 2][index],
    }));
    const server = await serve(tables({ teams }));
    const value = await readValue(dataverseAdapter({ url: server.url, credential }), 'teams');
    expect(value.map(({ type }) => type ?? null)).toEqual([null, null, 'office-group', 'owner', 'security-group']);
  });

  test('a disabled business unit is as good as gone', async () => {
    const units = (holdings.dataverse.businessunits ?? []).map((unit, index) => ({ ...unit, isdisabled: index === 2 }));
    const server = await serve(tables({ businessunits: units }));
    const value = await readValue(dataverseAdapter({ url: server.url, credential }), 'businessUnits');
    expect(value.map(({ id }) => id)).toEqual(
      units.filter((_, index) => index !== 2).map(({ businessunitid }: TableRow) => businessunitid),
    );
  });
});

describe('runtime configurations name the set of their table', () => {
  const unsecure = (settings: object) => JSON.stringify({ ProjectId: guid(1), ...settings });
  const row = (change: object) => ({
    msdyn_dualwriteruntimeconfigid: guid(0),
    msdyn_internalentityname: 'msdyn_party',
    msdyn_externalentityname: 'CDS Parties',
    msdyn_unsecure: unsecure({}),
    statecode: 0,
    ...change,
  });
  const definitions = [
    { MetadataId: 'e1', LogicalName: 'MSDYN_Party', EntitySetName: 'msdyn_parties' },
    { MetadataId: 'e2', LogicalName: 'annotation', EntitySetName: null },
  ];

  test.each<[string, TableRow, string, number]>([
    [
      'where Dataverse is the source',
      row({
        msdyn_unsecure: unsecure({
          SourceEnvironmentType: 1,
          SourceEntityName: 'parties of the row',
          DestinationEnvironmentType: 3,
          DestinationEntityName: 'CDS Parties',
        }),
      }),
      'parties of the row',
      0,
    ],
    [
      'where it is the destination, and numbers are texts',
      row({
        msdyn_unsecure: unsecure({
          SourceEnvironmentType: '3',
          SourceEntityName: 'CDS Parties',
          DestinationEnvironmentType: '1',
          DestinationEntityName: 'parties of the row',
        }),
      }),
      'parties of the row',
      0,
    ],
    ['from table metadata, where the row does not tell', row({}), 'msdyn_parties', 1],
    ['from table metadata, where the settings are not JSON', row({ msdyn_unsecure: '{' }), 'msdyn_parties', 1],
    ['by its logical name, where no metadata tells', row({ msdyn_internalentityname: 'annotation' }), 'annotation', 1],
  ])('%s', async (_name, configuration, expected, requests) => {
    const server = await serve(
      tables({ msdyn_dualwriteruntimeconfigs: [configuration], EntityDefinitions: definitions }),
    );
    const value = await readValue(dataverseAdapter({ url: server.url, credential }), 'runtimeConfigurations');
    expect(value.map(({ dataverseTable }) => dataverseTable)).toEqual([expected]);
    expect(pathsOf(server).filter((path) => path === 'EntityDefinitions')).toHaveLength(requests);
  });

  test('one request tells the names of all tables', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => row({ msdyn_dualwriteruntimeconfigid: guid(index) }));
    const server = await serve(tables({ msdyn_dualwriteruntimeconfigs: rows, EntityDefinitions: definitions }), {
      pageSize: 100,
    });
    const value = await readValue(dataverseAdapter({ url: server.url, credential }), 'runtimeConfigurations');
    expect(new Set(value.map(({ dataverseTable }) => dataverseTable))).toEqual(new Set(['msdyn_parties']));
    expect(pathsOf(server).filter((path) => path === 'EntityDefinitions')).toHaveLength(1);
  });

  test('by the logical name, where metadata cannot be read; maps still find their configuration', async () => {
    const bare = (holdings.dataverse.msdyn_dualwriteruntimeconfigs ?? []).map(({ msdyn_unsecure, ...rest }) => {
      const { SourceEntityName, ...settings } = JSON.parse(String(msdyn_unsecure));
      return { ...rest, msdyn_unsecure: JSON.stringify(settings) };
    });
    const { EntityDefinitions, ...tables } = holdings.dataverse;
    const server = await serve({ dataverse: { ...tables, msdyn_dualwriteruntimeconfigs: bare } });
    const adapter = dataverseAdapter({ url: server.url, credential });
    const configurations = await readValue(adapter, 'runtimeConfigurations');
    expect(configurations.map(({ dataverseTable }) => dataverseTable)).toContain('account');
    const maps = await readValue(adapter, 'entityMaps');
    expect(maps.filter(({ version }) => version === '1.0.0.5')).toHaveLength(configurations.length);
    expect(maps.find(({ name }) => name === 'accounts - Customers V3')?.projectName).toMatch(/^[\da-f-]{36}$/);
  });
});

test('a row that cannot be understood is told by its id alone', async () => {
  const problems: RowProblem[] = [];
  const [first, ...others] = holdings.dataverse.msdyn_dualwriteruntimeconfigs ?? [];
  const server = await serve(
    tables({ msdyn_dualwriteruntimeconfigs: [{ ...first, msdyn_unsecure: 'jane@contoso.com' }, ...others] }),
  );
  await readOne(
    dataverseAdapter({ url: server.url, credential, onRowProblem: (one) => problems.push(one) }),
    'runtimeConfigurations',
  );
  expect(problems).toMatchObject([{ fact: 'runtimeConfigurations', id: first?.msdyn_dualwriteruntimeconfigid }]);
  expect(JSON.stringify(problems)).not.toContain('jane');
});
