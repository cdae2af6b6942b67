import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { dataverseAdapter } from '../../src/adapters/index.js';
import { evaluateSnapshot, type FactName, gatherSnapshot } from '../../src/index.js';
import {
  answering,
  credential,
  healthy,
  holdings,
  pathsOf,
  readOne,
  readValue,
  retry,
  serve,
  tables,
} from '../support/live-reading.js';
import { type Holdings, send } from '../support/live-server.js';

describe('how far the caller sees', () => {
  const narrowed: readonly (readonly [string, FactName])[] = [
    ['prvReadSolution', 'solutions'],
    ['prvReadUser', 'applicationUsers'],
    ['prvReadPluginAssembly', 'pluginAssemblies'],
    ['prvReadcdm_Company', 'companies'],
    ['prvReadBusinessUnit', 'businessUnits'],
    ['prvReadTeam', 'teams'],
    ['prvReadmsdyn_dualwriteruntimeconfig', 'runtimeConfigurations'],
    ['prvReadmsdyn_dualwriteentitymap', 'entityMaps'],
  ];

  test.each(narrowed)('with less than all of %s, %s are partial', async (privilege, fact) => {
    for (const depth of ['Basic', 'Local', 'Deep'] as const) {
      const server = await serve({ privileges: { [privilege]: depth } });
      expect(await readOne(dataverseAdapter({ url: server.url, credential }), fact)).toMatchObject({
        status: 'known',
        coverage: 'partial',
        detail: expect.stringContaining(`${privilege} reaches ${depth} only`),
      });
    }
  });

  test('other facts do not suffer from it', async () => {
    const partial = async (privileges: Holdings['privileges']) => {
      const server = await serve({ privileges: privileges ?? {} });
      const { facts } = (await gatherSnapshot(dataverseAdapter({ url: server.url, credential })))._unsafeUnwrap();
      return Object.entries(facts).flatMap(([name, fact]) =>
        fact?.status === 'known' && fact.coverage === 'partial' ? [name] : [],
      );
    };
    const before = await partial({});
    expect((await partial({ prvReadTeam: 'Local' })).filter((name) => !before.includes(name)).sort()).toEqual([
      'applicationUsers',
      'teams',
    ]);
  });

  test('empty lists are not findings: hidden data is neither broken nor healthy', async () => {
    const hidden = [
      'solutions',
      'systemusers',
      'pluginassemblies',
      'cdm_companies',
      'businessunits',
      'teams',
      'msdyn_dualwriteruntimeconfigs',
      'msdyn_dualwriteentitymaps',
    ];
    const privileges = Object.fromEntries(narrowed.map(([privilege]) => [privilege, 'Local'] as const));
    const server = await serve({ ...tables(Object.fromEntries(hidden.map((set) => [set, []]))), privileges });
    const adapter = dataverseAdapter({ url: server.url, credential });
    const snapshot = (await gatherSnapshot(adapter))._unsafeUnwrap();
    const { link, finopsEnvironment } = healthy.facts;
    const report = evaluateSnapshot(
      { ...snapshot, facts: { ...snapshot.facts, link, finopsEnvironment } },
      { gate: 'none' },
    );
    const rested = narrowed.map(([, fact]) => fact);
    const judged = report.outcomes.filter((outcome) => outcome.status === 'failed' || outcome.status === 'passed');
    // What is still judged depends on none of these facts.
    for (const outcome of judged) expect(outcome).not.toMatchObject({ without: expect.arrayContaining(rested) });
    expect(judged.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(report.outcomes.filter(({ status }) => status === 'inconclusive').length).toBeGreaterThan(20);
  });

  test('roles that may be hidden make no user and no team look as if it had none', async () => {
    const withoutRoles = tables({
      teams: (holdings.dataverse.teams ?? []).map((team) => ({ ...team, teamroles_association: [] })),
      systemusers: (holdings.dataverse.systemusers ?? []).map((user) => ({
        ...user,
        systemuserroles_association: [],
        teammembership_association: [],
      })),
    });
    const server = await serve({ ...withoutRoles, privileges: { prvReadRole: 'Local' } });
    const adapter = dataverseAdapter({ url: server.url, credential });
    const snapshot = (await gatherSnapshot(adapter))._unsafeUnwrap();
    expect(snapshot.facts.teams).toMatchObject({ coverage: 'partial', detail: expect.stringContaining('prvReadRole') });
    expect(await readValue(adapter, 'teams')).toHaveLength(5);
    expect((await readValue(adapter, 'teams')).filter(({ roles }) => roles != null)).toEqual([]);
    const { link, companies, finopsEnvironment } = healthy.facts;
    const facts = { ...snapshot.facts, link, companies, finopsEnvironment };
    const report = evaluateSnapshot({ ...snapshot, facts }, { gate: 'none' });
    expect(report.outcomes.filter(({ status }) => status === 'failed')).toEqual([]);
  });

  test('the widest of several counts, and names in any letter case', async () => {
    const answer = {
      RolePrivileges: [
        ['PRVREADTEAM', 'Local'],
        ['prvreadteam', 'GLOBAL'],
        ['prvReadTeam', 'Basic'],
      ].map(([PrivilegeName, Depth]) => ({ PrivilegeName, Depth })),
    };
    const server = await serve(
      {},
      { fault: answering(/PrivilegesByNames/, (response) => send(response, 200, answer)) },
    );
    expect(await readOne(dataverseAdapter({ url: server.url, credential }), 'teams')).not.toHaveProperty('detail');
  });

  test('where the service refuses the names of solutions that are not there, the others are told', async () => {
    const server = await serve(
      { privileges: { prvReadTeam: 'Local' } },
      {
        fault: ({ path, query }, response) => {
          if (!path.includes('PrivilegesByNames') || !query.get('@p')?.includes('dualwrite')) return false;
          send(response, 400, { error: { code: '0x80040217', message: 'no such privilege' } });
          return true;
        },
      },
    );
    expect(await readOne(dataverseAdapter({ url: server.url, credential }), 'teams')).toMatchObject({
      coverage: 'partial',
      detail: expect.stringContaining('prvReadTeam reaches Local only'),
    });
  });

  test('an unknown depth counts as less, in our own words', async () => {
    const answer = { RolePrivileges: [{ PrivilegeName: 'prvReadTeam', Depth: 'Hans Mueller' }] };
    const server = await serve(
      {},
      { fault: answering(/PrivilegesByNames/, (response) => send(response, 200, answer)) },
    );
    const teams = await readOne(dataverseAdapter({ url: server.url, credential }), 'teams');
    expect(teams).toMatchObject({ coverage: 'partial', detail: expect.stringContaining('prvReadTeam reaches less,') });
    expect(JSON.stringify(teams)).not.toContain('Hans');
  });

  test('is asked once in a run, however many facts are read at a time', async () => {
    for (const concurrency of [1, 20]) {
      const server = await serve({});
      const adapter = dataverseAdapter({ url: server.url, credential });
      const asked = () =>
        pathsOf(server).filter((path) => path === 'WhoAmI' || path.includes('PrivilegesByNames')).length;
      await gatherSnapshot(adapter, { concurrency });
      expect(asked()).toBe(2);
      await gatherSnapshot(adapter, { concurrency });
      expect(asked()).toBe(4);
    }
  });

  const noAnswers: readonly (readonly [string, (response: ServerResponse) => void])[] = [
    ['404', (response) => send(response, 404, {})],
    ['403', (response) => send(response, 403, {})],
    ['500', (response) => send(response, 500, {})],
    ['a page', (response) => response.end('<html>')],
    ['another shape', (response) => send(response, 200, { RolePrivileges: 7, UserId: 7 })],
    [
      'no depth',
      (response) => send(response, 200, { UserId: 'u', RolePrivileges: [{ PrivilegeName: 'prvReadTeam' }] }),
    ],
  ];
  test.each(noAnswers)('changes nothing when it is not told: %s', async (_name, answer) => {
    const plain = await serve({});
    const expected = (
      await gatherSnapshot(dataverseAdapter({ url: plain.url, credential }), { now: new Date(0) })
    )._unsafeUnwrap();
    for (const function_ of [/\/WhoAmI$/, /PrivilegesByNames/]) {
      const server = await serve({}, { fault: answering(function_, answer) });
      const { facts } = (
        await gatherSnapshot(dataverseAdapter({ url: server.url, credential, retry }), { now: new Date(0) })
      )._unsafeUnwrap();
      expect({ ...facts, dataverseEnvironment: undefined }).toEqual({
        ...expected.facts,
        dataverseEnvironment: undefined,
      });
    }
  });

  test('a service that never answers that costs ten seconds, and no fact', async () => {
    const server = await serve({}, { fault: ({ path }) => path.endsWith('/WhoAmI') });
    const start = performance.now();
    expect(await readOne(dataverseAdapter({ url: server.url, credential }), 'companies')).toMatchObject({
      status: 'known',
    });
    expect(performance.now() - start).toBeLessThan(30_000);
  }, 60_000);
});
