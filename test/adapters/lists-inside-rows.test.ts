import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { dataverseAdapter } from '../../src/adapters/index.js';
import { gatherSnapshot } from '../../src/index.js';
import { credential, pathsOf, readOne, readValue, retry, serve, tables } from '../support/live-reading.js';
import { type Asked, send } from '../support/live-server.js';

const guid = (index: number) => `a0000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

describe('lists inside rows', () => {
  const roles = [
    { roleid: 'r1', name: 'Dual-write runtime user', _roletemplateid_value: null },
    { roleid: 'r2', name: 'System Administrator', _roletemplateid_value: '627090ff-40a3-4053-8790-584edc5be201' },
  ];
  const teams = Array.from({ length: 2_000 }, (_, index) => ({
    teamid: guid(index),
    name: `Team ${index}`,
    isdefault: false,
    teamtype: index % 4,
    _businessunitid_value: 'b1',
    teamroles_association: index % 4 === 1 ? [] : roles,
  }));

  test('2,000 teams, each with a link beside its roles: as many requests as pages, and every role once', async () => {
    const server = await serve(tables({ teams }), { pageSize: 500 });
    const value = await readValue(dataverseAdapter({ url: server.url, credential }), 'teams');
    expect(pathsOf(server).filter((path) => path === 'teams')).toHaveLength(3 + 1);
    expect(server.requests).toHaveLength(3 + 1 + 2); // and two for the privileges
    expect(value).toHaveLength(2_000);
    const types = ['owner', 'access', 'security-group', 'office-group'];
    for (const [index, team] of value.toSorted((a, b) => (a.id < b.id ? -1 : 1)).entries()) {
      expect(team.type).toBe(types[index % 4]);
      expect(team.roles?.map(({ name }) => name)).toEqual(index % 4 === 1 ? [] : roles.map(({ name }) => name));
    }
  });

  test('no list comes from a cache', async () => {
    const server = await serve({});
    await gatherSnapshot(dataverseAdapter({ url: server.url, credential }));
    for (const { query, headers } of server.requests)
      expect(headers['if-none-match']).toBe(query.has('$expand') ? 'null' : undefined);
    expect(server.requests.some(({ query }) => query.has('$expand'))).toBe(true);
  });

  test('a whole environment takes as many requests as pages and tables', async () => {
    const server = await serve(tables({ teams }));
    await gatherSnapshot(dataverseAdapter({ url: server.url, credential }), {
      only: ['solutions', 'applicationUsers', 'pluginAssemblies', 'companies', 'businessUnits', 'teams'],
    });
    expect(
      pathsOf(server)
        .map((path) => path.replace(/\(.*?\)/g, '()'))
        .sort(),
    ).toEqual([
      'WhoAmI',
      'businessunits',
      'cdm_companies',
      'pluginassemblies',
      'plugintypes',
      'sdkmessageprocessingsteps',
      'solutions',
      'systemusers',
      'systemusers()/Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames()',
      'systemusers()/teammembership_association',
      'systemusers()/teammembership_association',
      'teams',
      'teams',
    ]);
  });

  describe('that are cut off', () => {
    const cutOff = (host: string) => (count: number) => ({
      value: teams.slice(0, count).map((team) => ({
        ...team,
        teamtype: 0,
        teamroles_association: roles.slice(0, 1),
        'teamroles_association@odata.nextLink': `${host}/api/data/v9.2/teams(${team.teamid})/teamroles_association?$skiptoken=2`,
      })),
    });
    const cutting =
      (count: number, host?: string) =>
      ({ path, query, headers }: Asked, response: ServerResponse) => {
        if (path.endsWith('/teams') && query.get('$filter') === 'teamtype ne 1')
          send(response, 200, cutOff(host ?? `http://${headers.host}`)(count));
        else if (query.has('$skiptoken')) send(response, 200, { value: roles });
        else if (path.endsWith('/teams')) send(response, 200, { value: [] });
        else return false;
        return true;
      };

    test('continue where their link says, each role once', async () => {
      const server = await serve({}, { fault: cutting(3) });
      const value = await readValue(dataverseAdapter({ url: server.url, credential }), 'teams');
      expect(value.map((team) => team.roles?.map(({ name }) => name))).toEqual(
        Array(3).fill(roles.map(({ name }) => name)),
      );
    });

    test('are not known where they are too many to follow, and Node has nothing to warn of', async () => {
      const warnings: Error[] = [];
      const warn = (warning: Error) => warnings.push(warning);
      process.on('warning', warn);
      const server = await serve({}, { fault: cutting(1_000) });
      const value = await readValue(dataverseAdapter({ url: server.url, credential }), 'teams');
      expect(server.requests.length).toBeLessThan(50);
      expect(value.filter((team) => team.roles == null)).toHaveLength(960);
      await new Promise(setImmediate);
      process.off('warning', warn);
      expect(warnings).toEqual([]);
    });

    test('and lead to another host are not followed: the token stays', async () => {
      const other = await serve();
      const server = await serve({}, { fault: cutting(1, other.url) });
      const fact = await readOne(dataverseAdapter({ url: server.url, credential, retry }), 'teams');
      expect(fact).toMatchObject({ status: 'unknown', reason: 'malformed' });
      expect(fact).toMatchObject({ detail: expect.stringContaining('another host') });
      expect(other.requests).toEqual([]);
    });
  });
});
