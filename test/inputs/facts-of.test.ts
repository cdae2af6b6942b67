import { describe, expect, test } from 'vitest';
import { recordedAddressOf } from '../../src/adapters/recorded/recorded-address.js';
import type { RecordedAnswer } from '../../src/adapters/recorded/recorded-answer.js';
import type { FactName } from '../../src/facts/schemas.js';
import { type FactsOfOptions, factsOf, factsOfEach, type GatheredFacts } from '../../src/inputs/facts-of.js';
import type { Input } from '../../src/inputs/input.js';
import { recognize } from '../../src/inputs/recognize.js';
import { captureOf, healthySnapshot } from '../support/live-environment.js';

const now = new Date('2026-11-20T10:00:00Z');
const dataverse = 'https://contoso.crm4.dynamics.com';
const finops = 'https://contoso.operations.dynamics.com';
const api = `${dataverse}/api/data/v9.2`;
const solutionsUrl = `${api}/solutions?$select=uniquename,version,ismanaged`;
const wholeContext = `${api}/$metadata#solutions(uniquename,version,ismanaged)`;
const row = { uniquename: 'DualWriteCore', version: '1.0.0.1', ismanaged: true };
const page = { '@odata.context': `${api}/$metadata#solutions`, value: [row] };

function answer(url: string | undefined, body: unknown, more: Partial<RecordedAnswer> = {}): RecordedAnswer {
  return { address: url === undefined ? undefined : recordedAddressOf(url), status: 200, body, ...more };
}

function input(...answers: readonly RecordedAnswer[]): Input {
  return { kind: 'har', answers, lacks: [] };
}

async function gathered(inputs: readonly Input[], options: Partial<FactsOfOptions> = {}): Promise<GatheredFacts> {
  const found = await factsOf(inputs, { now, ...options });
  if ('environments' in found) throw new Error(`several environments: ${JSON.stringify(found.environments)}`);
  return found;
}

async function factIn(name: FactName, ...answers: readonly RecordedAnswer[]) {
  return (await gathered([input(...answers)])).facts[name];
}

describe('whole', () => {
  const secondPage = `${solutionsUrl}&$skiptoken=%3Ccookie%20pagenumber=%222%22%20/%3E`;
  const firstOfTwo = { ...page, '@odata.nextLink': secondPage };
  const other = { ...row, uniquename: 'Party' };
  test.each([
    ['the very address', [answer(solutionsUrl, page)]],
    ['another order of options', [answer(`${api}/solutions?$count=true&$select=uniquename,version,ismanaged`, page)]],
    ['more columns', [answer(`${api}/solutions?$select=friendlyname,uniquename,version,ismanaged`, page)]],
    ['all columns', [answer(`${api}/solutions`, page)]],
    ['another version of the service', [answer(solutionsUrl.replace('v9.2', 'v9.1'), page)]],
    ['another letter case', [answer(solutionsUrl.replace('solutions', 'Solutions'), page)]],
    ['the other label of the host', [answer(solutionsUrl.replace('contoso.crm4', 'contoso.api.crm4'), page)]],
    [
      'no address, and the columns of the address in its context',
      [answer(undefined, { ...page, '@odata.context': wholeContext })],
    ],
    ['as many rows as are counted', [answer(solutionsUrl, { ...page, '@odata.count': 1 })]],
    ['both pages', [answer(secondPage, { value: [other] }), answer(solutionsUrl, firstOfTwo)]],
    [
      'both pages without their addresses',
      [
        answer(undefined, { '@odata.context': wholeContext, value: [other] }),
        answer(undefined, { ...firstOfTwo, '@odata.context': wholeContext }),
      ],
    ],
  ])('%s', async (_, answers) => {
    const fact = await factIn('solutions', ...answers);
    expect(fact).toMatchObject({
      status: 'known',
      value: expect.arrayContaining([{ uniqueName: 'DualWriteCore', version: '1.0.0.1', managed: true }]),
    });
    expect(fact).not.toHaveProperty('coverage');
  });
});

describe('in part', () => {
  const next = `${solutionsUrl}&$skiptoken=%3Ccookie%20pagenumber=%223%22%20/%3E`;
  test.each([
    [
      'more follow',
      answer(solutionsUrl, { ...page, '@odata.nextLink': next }),
      'more rows follow on a page that was not given',
    ],
    ['one page of several', answer(next, page), 'one page of several was given'],
    [
      'fewer rows than are counted',
      answer(solutionsUrl, { ...page, '@odata.count': 7 }),
      'the service counts 7 rows, and 1 are given',
    ],
    ['a filter', answer(`${solutionsUrl}&$filter=isvisible eq true`, page), 'requested with $filter'],
    ['$top', answer(`${solutionsUrl}&$top=5`, page), 'requested with $top'],
    ['$skip', answer(`${solutionsUrl}&$skip=5`, page), 'requested with $skip'],
    ['$apply', answer(`${solutionsUrl}&$apply=groupby((uniquename))`, page), 'requested with $apply'],
    [
      'without a column',
      answer(`${api}/solutions?$select=uniquename,version`, { value: [{ uniquename: 'a', version: '1.0' }] }),
      'requested without ismanaged',
    ],
    ['no address', answer(undefined, page), 'saved without its address'],
    [
      'no address, other columns',
      answer(undefined, { ...page, '@odata.context': `${api}/$metadata#solutions(version,uniquename,ismanaged)` }),
      'saved without its address',
    ],
    ['neither address nor context', answer(undefined, { value: [row] }), 'saved without its address'],
    ['rows alone', answer(undefined, [row]), 'saved without its address'],
    ['one row, as PowerShell writes a list of one', answer(undefined, row), 'saved without its address'],
    ['rows of PowerShell', answer(undefined, { CrmRecords: [row] }), 'saved without its address'],
  ])('%s', async (_, one, detail) => {
    const { facts, lacks } = await gathered([input(one)]);
    expect(facts.solutions).toMatchObject({
      status: 'known',
      coverage: 'partial',
      detail: expect.stringContaining(detail),
    });
    expect(lacks[0]).toMatchObject({ fact: 'solutions', isGiven: true, because: expect.stringContaining(detail) });
  });

  test.each([
    ['those of one company', 'SystemUsers?$select=UserID,Enabled', { UserID: 'a', Enabled: 'Yes' }, undefined],
    ['all companies', 'SystemUsers?cross-company=true&$select=UserID,Enabled', { UserID: 'a', Enabled: 'Yes' }, true],
  ])('users of finance and operations: %s', async (_, users, user, userEnabled) => {
    const client = { AADClientId: 'c', Name: 'n', UserId: 'a' };
    const clients = answer(`${finops}/data/SysAADClients?$select=AADClientId,Name,UserId`, { value: [client] });
    const fact = await factIn('finopsClients', clients, answer(`${finops}/data/${users}`, { value: [user] }));
    expect(fact).toMatchObject({ status: 'known', value: [{ clientId: 'c', userId: 'a' }] });
    expect(fact).not.toMatchObject({ coverage: 'partial' }); // the clients belong to no company
    expect(fact).toHaveProperty(['value', 0, 'userEnabled'], userEnabled ?? true);
  });
});

describe('errors and lacks', () => {
  const error = {
    error: { code: '0x80040220', message: 'Principal user (Id=1, type=8) is missing prvReadSolution privilege' },
  };
  test.each([
    [401, 'not-permitted', 'does not accept the token'],
    [403, 'not-permitted', 'privilege prvReadSolution'],
    [404, 'not-found', 'Dataverse has no solutions'],
    [429, 'throttled', 'save it again'],
    [500, 'failed', '500'],
  ])('%i', async (status, reason, detail) => {
    const fact = await factIn('solutions', answer(solutionsUrl, error, { status }));
    expect(fact).toMatchObject({ status: 'unknown', reason, detail: expect.stringContaining(detail) });
    expect(JSON.stringify(fact)).not.toContain('Principal');
  });

  test('an error that was saved as if it were an answer', async () => {
    expect(await factIn('solutions', answer(solutionsUrl, error))).toMatchObject({
      status: 'unknown',
      reason: 'not-permitted',
    });
  });

  test('rows that end with an error', async () => {
    const fact = await factIn('solutions', answer(solutionsUrl, { ...page, error: { code: 'x' } }));
    expect(fact).toMatchObject({ status: 'known', coverage: 'partial' });
  });

  test('a body that was left out', async () => {
    const lack = 'the browser left the body out';
    const fact = await factIn('solutions', answer(solutionsUrl, undefined, { lack }));
    expect(fact).toEqual({ status: 'unknown', reason: 'not-provided', detail: `solutions: ${lack}` });
  });

  test('a row that decides whether it counts is not guessed', async () => {
    const url = `${api}/cdm_companies?$select=cdm_companyid,cdm_companycode,cdm_name,cdm_isenabledfordualwrite,_cdm_defaultowningteam_value`;
    const company = {
      cdm_companyid: '1',
      cdm_companycode: 'USMF',
      cdm_name: 'x',
      cdm_isenabledfordualwrite: true,
      _cdm_defaultowningteam_value: null,
    };
    expect(await factIn('companies', answer(url, { value: [company] }))).toMatchObject({
      status: 'unknown',
      reason: 'not-provided',
      detail: 'cdm_companies: the answer that was given lacks statecode',
    });
  });
});

describe('the same address twice', () => {
  const older = { value: [{ ...row, version: '1.0.0.0' }] };
  const newer = { value: [{ ...row, version: '2.0.0.0' }] };
  test.each([
    ['the later time', [answer(solutionsUrl, newer, { at: 2 }), answer(solutionsUrl, older, { at: 1 })]],
    [
      'among answers without times, the later time',
      [
        answer(solutionsUrl, newer, { at: 2 }),
        answer(solutionsUrl, older, { at: 1 }),
        answer(`${api}/RetrieveVersion`, { Version: '9.2' }),
      ],
    ],
    ['without times, the one given last', [answer(solutionsUrl, older), answer(solutionsUrl, newer)]],
    [
      'a missing body says nothing',
      [answer(solutionsUrl, newer, { at: 1 }), answer(solutionsUrl, undefined, { at: 2, lack: 'cached' })],
    ],
  ])('%s counts', async (_, answers) => {
    expect(await factIn('solutions', ...answers)).toMatchObject({ value: [{ version: '2.0.0.0' }] });
  });
});

describe('environments', () => {
  const other = 'https://fabrikam.crm.dynamics.com';
  const ofOther = answer(solutionsUrl.replace(dataverse, other), { value: [{ ...row, uniquename: 'Other' }] });
  const entities = answer(`${finops}/data/LegalEntities?cross-company=true&$select=LegalEntityId,Name`, {
    value: [{ LegalEntityId: 'USMF', Name: 'Contoso' }],
  });

  test('two hosts are not mixed', async () => {
    const inputs = [input(answer(solutionsUrl, page)), input(ofOther)];
    expect(await factsOf(inputs, { now })).toEqual({
      environments: [{ dataverseUrl: dataverse }, { dataverseUrl: other }].map((one) => ({
        finopsUrl: undefined,
        ...one,
      })),
    });
    for (const [dataverseUrl, uniqueName] of [
      [dataverse, 'DualWriteCore'],
      [other, 'Other'],
    ]) {
      const { facts, environment } = await gathered(inputs, { dataverseUrl });
      expect(facts.solutions).toMatchObject({ value: [{ uniqueName }] });
      expect(environment.name).toBe(new URL(dataverseUrl ?? '').host);
    }
  });

  test('of several at once: the same as of each by itself', async () => {
    const inputs = [input(answer(solutionsUrl, page), entities), input(ofOther)];
    const each = await factsOfEach(inputs, { now });
    const alone = [dataverse, other, undefined].map((dataverseUrl) =>
      gathered(inputs, dataverseUrl === undefined ? { finopsUrl: finops } : { dataverseUrl }),
    );
    expect(each).toHaveLength(3);
    expect(each).toEqual(expect.arrayContaining(await Promise.all(alone)));
    expect(await factsOfEach(inputs, { now, dataverseUrl: other })).toEqual([await alone[1]]);
  });

  test('one Dataverse and one finance and operations are a pair', async () => {
    const { facts, environment } = await gathered([input(answer(solutionsUrl, page), entities)]);
    expect(Object.keys(facts)).toEqual(['solutions', 'legalEntities']);
    expect(environment.name).toBe('contoso.crm4.dynamics.com');
  });

  test('what Dataverse is integrated with tells which pair it is', async () => {
    const details = answer(`${api}/RetrieveFinanceAndOperationsIntegrationDetails`, {
      Url: `${finops}/`,
      TenantId: 'x',
    });
    const stranger = answer(`https://fabrikam.operations.dynamics.com/data/LegalEntities?$select=LegalEntityId,Name`, {
      value: [],
    });
    const inputs = [input(answer(solutionsUrl, page), entities, details, stranger)];
    expect(await factsOf(inputs, { now })).toMatchObject({
      environments: [
        { dataverseUrl: dataverse, finopsUrl: finops },
        { finopsUrl: 'https://fabrikam.operations.dynamics.com' },
      ],
    });
    const { facts } = await gathered(inputs, { dataverseUrl: dataverse });
    expect(facts.legalEntities).toMatchObject({ value: [{ code: 'USMF' }] });
  });

  test('an answer without a host joins the only environment, and none of several', async () => {
    const unit = { businessunitid: 'b', name: 'Contoso', _parentbusinessunitid_value: null, isdisabled: false };
    const bare = input(answer(undefined, { value: [unit] }));
    expect((await gathered([input(entities), bare])).facts).toHaveProperty('businessUnits');
    const several = [input(answer(solutionsUrl, page), ofOther), bare];
    expect(Object.keys((await gathered(several, { dataverseUrl: other })).facts)).toEqual(['solutions']);
  });

  test('of two connection sets, the one of the address counts', async () => {
    const [set, maps] = captureOf(healthySnapshot()) as [object, unknown];
    const environments = (host: string) => ({
      a: { targetType: 'AX', directUrl: `https://${host}.operations.dynamics.com` },
      b: { targetType: 'CRM', directUrl: `https://${host}.crm4.dynamics.com` },
    });
    const setOf = (host: string) => ({ ...set, id: host, environments: environments(host) });
    const inputs: readonly Input[] = [
      {
        kind: 'gateway-capture',
        answers: [setOf('one'), setOf('two')].map((body) => answer(undefined, body)),
        lacks: [],
      },
      input(answer('https://gateway.example.com/api/DualWriteManagement/1.0/Entities?targetType=AX&cid=two', maps)),
    ];
    expect(await factsOf(inputs, { now })).toHaveProperty('environments.length', 2);
    const two = await gathered(inputs, { dataverseUrl: 'https://two.crm4.dynamics.com' });
    expect(two.facts.link).toMatchObject({ value: { finopsUrl: 'https://two.operations.dynamics.com' } });
    expect(two.facts.entityMaps).toMatchObject({ status: 'known' });
    const one = await gathered(inputs, { dataverseUrl: 'https://one.crm4.dynamics.com' });
    expect(one.facts.link).toMatchObject({ value: { dataverseUrl: 'https://one.crm4.dynamics.com' } });
    expect(one.facts).not.toHaveProperty('entityMaps');
  });

  test('of two connection sets of one environment, the one whose maps were listed counts, with its own maps', async () => {
    const [set, maps] = captureOf(healthySnapshot()) as [object, { value: readonly { detail: object }[] }];
    const stopped = { value: maps.value.map((map) => ({ ...map, detail: { ...map.detail, state: '1' } })) };
    const list = (cid: string, body: unknown) =>
      answer(`https://gateway.example.com/api/DualWriteManagement/1.0/Entities?targetType=AX&cid=${cid}`, body);
    const inputs = [
      input(answer(undefined, set), answer(undefined, { ...set, id: 'old', name: 'old' }), list('CS1', maps)),
      input(list('another', stopped)),
    ];
    for (const given of [inputs, inputs.toReversed()]) {
      const { facts } = await gathered(given);
      expect(facts.link).toMatchObject({ status: 'known', value: { linked: true } });
      const states = facts.entityMaps?.status === 'known' ? facts.entityMaps.value.map(({ state }) => state) : [];
      expect(states).toContain('running');
      expect(states).not.toContain('stopped');
    }
  });

  test('a snapshot of another environment is not mixed in', async () => {
    const snapshot = healthySnapshot();
    const named = JSON.parse(
      JSON.stringify(snapshot).replaceAll('https://127.0.0.1', 'https://fabrikam.crm.dynamics.com'),
    );
    const inputs: readonly Input[] = [
      input(answer(solutionsUrl, page)),
      { kind: 'snapshot', snapshot: named, lacks: [] },
    ];
    expect(await factsOf(inputs, { now })).toHaveProperty('environments');
    expect(Object.keys((await gathered(inputs, { dataverseUrl: dataverse })).facts)).toEqual(['solutions']);
  });
});

describe('what other inputs say', () => {
  const snapshot = { ...healthySnapshot(), environment: { name: 'uat' }, takenAt: '2026-11-01T00:00:00Z' };
  const unnamed = { ...snapshot, facts: { solutions: snapshot.facts.solutions, teams: snapshot.facts.teams } };

  test('answers win over a snapshot, and a person wins over answers', async () => {
    const inputs: readonly Input[] = [
      { kind: 'snapshot', snapshot: unnamed, lacks: [] },
      input(answer(solutionsUrl, page, { at: Date.parse('2026-11-10T00:00:00Z') })),
    ];
    const { facts, takenAt, environment } = await gathered(inputs);
    expect(facts.solutions).toMatchObject({ value: [{ uniqueName: 'DualWriteCore' }] });
    expect(facts.teams).toEqual(snapshot.facts.teams);
    expect([takenAt, environment.name]).toEqual(['2026-11-01T00:00:00.000Z', 'uat']);
    const person = { schemaVersion: 1, facts: { solutions: { status: 'known', value: [] } } } as const;
    expect((await gathered([{ kind: 'facts', facts: person, lacks: [] }, ...inputs])).facts.solutions).toMatchObject({
      value: [],
    });
  });

  test('the time is that of the oldest answer, else now', async () => {
    const at = Date.parse('2026-10-01T00:00:00Z');
    expect(
      (
        await gathered([
          input(
            answer(solutionsUrl, page, { at: at + 5 }),
            answer(`${api}/RetrieveVersion`, { Version: '9.2' }, { at }),
          ),
        ])
      ).takenAt,
    ).toBe('2026-10-01T00:00:00.000Z');
    expect((await gathered([input(answer(solutionsUrl, page))])).takenAt).toBe('2026-11-20T10:00:00.000Z');
  });

  test('nothing gives nothing, and says what all facts lack', async () => {
    const { facts, lacks } = await gathered([]);
    expect(facts).toEqual({});
    expect(lacks.map(({ isGiven }) => isGiven)).not.toContain(true);
    expect(lacks.map(({ fact }) => fact)).toContain('link');
  });

  test('what is nearly whole is listed before what is not given at all', async () => {
    const { lacks } = await gathered([input(answer(`${solutionsUrl}&$top=1`, page))]);
    expect(lacks.map(({ isGiven }) => isGiven)).toEqual([true, ...lacks.slice(1).map(() => false)]);
    expect(lacks[0]?.urls).toContain(solutionsUrl);
  });

  test('what the maps of a snapshot require completes those of a capture', async () => {
    const capture: Input = { kind: 'gateway-capture', answers: [answer(undefined, captureOf(snapshot))], lacks: [] };
    expect((await gathered([capture])).facts.entityMaps).toMatchObject({
      status: 'known',
      coverage: 'partial',
      detail: 'what 73 maps require is not known: the saved maps of Dataverse show it',
    });
    const { facts } = await gathered([capture, { kind: 'snapshot', snapshot, lacks: [] }]);
    expect(facts.entityMaps).not.toMatchObject({ coverage: 'partial' });
    expect(facts.link).toMatchObject({ value: { apiHub: 'bypassed' } });
  });

  test('of two snapshots, the newer one counts', async () => {
    const [older, newer] = ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'].map((takenAt, index): Input => {
      const facts = { solutions: { status: 'known', value: [{ uniqueName: 'a', version: `${index}.0` }] } } as const;
      return {
        kind: 'snapshot',
        snapshot: { schemaVersion: 1, environment: { name: 'uat' }, takenAt, facts },
        lacks: [],
      };
    });
    for (const inputs of [
      [older, newer],
      [newer, older],
    ] as readonly (readonly Input[])[]) {
      expect((await gathered(inputs)).facts.solutions).toMatchObject({ value: [{ version: '1.0' }] });
    }
  });

  test('rows of saved maps are in part, those of a whole answer are not', async () => {
    const saved = {
      msdyn_dualwriteentitymapid: 'm',
      msdyn_name: 'msdyn_[accounts - Customers V3]',
      msdyn_displayname: 'accounts - Customers V3',
      msdyn_version: '1.0.0.0',
      msdyn_mapping: '{}',
      msdyn_properties: '{}',
      ismanaged: true,
    };
    const context = `${api}/$metadata#msdyn_dualwriteentitymaps(${Object.keys(saved).join()})`;
    const files: readonly (readonly [unknown, string | undefined])[] = [
      [[saved], 'partial'],
      [{ value: [saved] }, 'partial'],
      [{ '@odata.context': context, value: [saved] }, undefined],
    ];
    for (const [body, coverage] of files) {
      const { facts } = await gathered([recognize(JSON.stringify(body))]);
      expect(facts.mapDefinitions).toMatchObject({ status: 'known', value: [{ version: '1.0.0.0', managed: true }] });
      expect(facts.mapDefinitions).toHaveProperty('status', 'known');
      expect((facts.mapDefinitions as { coverage?: string }).coverage === 'partial' ? 'partial' : undefined).toBe(
        coverage,
      );
    }
  });
});

describe('hostile input', () => {
  test('thousands of answers, deep bodies and names of prototypes', async () => {
    const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    const many = Array.from({ length: 3_000 }, (_, index) =>
      answer(undefined, {
        '@odata.context': wholeContext,
        value: [row],
        '@odata.nextLink': `${solutionsUrl}&$skiptoken=${index + 1}`,
      }),
    );
    const odd = [
      answer(`${api}/constructor`, page),
      answer(`${api}/__proto__?$select=__proto__`, page),
      answer(solutionsUrl, { ...page, '@odata.nextLink': solutionsUrl }),
      answer(solutionsUrl, { ...page, '@odata.nextLink': 'javascript:alert(1)' }),
      answer(undefined, JSON.parse('{"__proto__":{"value":[]},"value":{"length":1e999}}')),
      answer(undefined, deep),
      answer(undefined, { value: [deep] }),
    ];
    const { facts } = await gathered([input(...many, ...odd)]);
    expect(facts.solutions).toMatchObject({ status: 'known', coverage: 'partial' });
  });
});

test.each(['contoso', 'contoso:8080', 'http://', 'https://[', 'javascript:alert(1)', ' '])(
  'an address that is none, %j, fails nothing: what is not about it is not used',
  async (dataverseUrl) => {
    const answer = recognize(JSON.stringify({ value: [{ uniquename: 'DualWriteCore', version: '1.0' }] }));
    const gathered = await factsOf([answer], { now: new Date('2026-11-20T10:00:00Z'), dataverseUrl });
    expect(gathered).toMatchObject({ facts: expect.any(Object) });
  },
);
