// cspell:ignore storageaccountsasconnectionstring
import { describe, expect, test } from 'vitest';
import { dataverseAdapter, finopsAdapter, powerPlatformAdapter } from '../../../src/adapters/index.js';
import { answersOfHar } from '../../../src/adapters/recorded/har-answers.js';
import { combineAdapters, gatherSnapshot } from '../../../src/index.js';
import { type Exchange, harTools, harValue, plantedSecret } from '../../support/har.js';
import { captureOf, environmentId } from '../../support/live-environment.js';
import { credential, healthy, serve } from '../../support/live-reading.js';

const dataverse = 'https://contoso.crm4.dynamics.com/api/data/v9.2';
const finops = 'https://contoso.operations.dynamics.com/data';
const gateway = 'https://x.gateway.prod.island.powerapps.com/api';
const solutions: Exchange = {
  url: `${dataverse}/solutions?$select=uniquename&access_token=${plantedSecret}`,
  body: { '@odata.context': `${dataverse}/$metadata#solutions(uniquename)`, value: [{ uniquename: 'Ünïted' }] },
};
const legalEntities: Exchange = {
  url: `${finops}/LegalEntities?cross-company=true`,
  body: { '@odata.context': `${finops}/$metadata#LegalEntities`, value: [{ LegalEntityId: 'USMF' }] },
};
const others: readonly Exchange[] = [
  { url: 'https://login.microsoftonline.com/token', body: { access_token: plantedSecret } },
  { url: `${dataverse}/accounts`, body: { value: [{ name: plantedSecret }] } },
  { url: `${dataverse}/systemusers?$select=fullname`, body: { value: [{ fullname: plantedSecret }] } },
  { url: `${finops}/Customers`, body: { value: [{ name: plantedSecret }] } },
  { url: `${dataverse}/solutions`, method: 'POST', body: { value: [{ uniquename: plantedSecret }] } },
  { url: `${dataverse}/$batch`, body: { value: [{ uniquename: plantedSecret }] } },
  {
    url: 'https://contoso/app.js',
    body: `const projectExecutionResponses = "${plantedSecret}"`,
    mimeType: 'text/javascript',
  },
  { url: 'https://contoso/picture.png', body: plantedSecret, base64: true, mimeType: 'image/png' },
];

describe.each(harTools)('as %s saves it', (tool) => {
  test('answers of known addresses are read, and nothing else', () => {
    const found = answersOfHar(harValue([...others, solutions, legalEntities], tool));
    expect(found).toEqual({
      answers: [
        {
          address: {
            service: 'dataverse',
            host: 'contoso.crm4.dynamics.com',
            path: 'solutions',
            query: { $select: 'uniquename' },
          },
          status: 200,
          body: solutions.body,
          at: Date.UTC(2026, 10, 20, 10, 0, 8),
        },
        expect.objectContaining({ status: 200, body: legalEntities.body }),
      ],
      lacks: [],
    });
    expect(JSON.stringify(found)).not.toContain(plantedSecret);
  });
});

test('everything that the adapters ask for is kept', async () => {
  const server = await serve();
  const { url } = server;
  const snapshot = await gatherSnapshot(
    combineAdapters(
      powerPlatformAdapter({ environmentId, credential, url, dataverseUrl: url }),
      dataverseAdapter({ url, credential }),
      finopsAdapter({ url, credential, dataverse: { url, credential } }),
    ),
  );
  expect(snapshot.isOk()).toBe(true);
  const urls = [
    ...new Set(server.requests.flatMap(({ method, url: asked }) => (method === 'GET' ? [`${url}${asked}`] : []))),
  ];
  expect(urls.length).toBeGreaterThan(20);
  const exchanges = await Promise.all(
    urls.map(async (asked): Promise<Exchange> => {
      const response = await fetch(asked);
      return { url: asked, status: response.status, body: await response.json() };
    }),
  );
  const { answers, lacks } = answersOfHar(harValue(exchanges));
  expect(lacks).toEqual([]);
  expect(answers).toHaveLength(urls.length);
  const text = (body: unknown) =>
    JSON.stringify(body)?.replace(/"(?:ServiceBus|StorageAccountSAS)ConnectionString":"[^"]*",?/g, '');
  expect(answers.map(({ body }) => text(body)).sort()).toEqual(exchanges.map(({ body }) => text(body)).sort());
});

describe('secret columns are left out', () => {
  test.each([
    'ServiceBusConnectionString',
    'storageaccountsasconnectionstring',
    'ClientSecret',
    'Password',
    'access_token',
  ])('%s', (column) => {
    const row = { ProjectName: 'P', [column]: plantedSecret, inside: [{ [column]: { [column]: plantedSecret } }] };
    const text = JSON.stringify({ value: [row] });
    // Names may be written with escapes.
    for (const body of [text, text.replaceAll(column, `\\u00${column.charCodeAt(0).toString(16)}${column.slice(1)}`)]) {
      const { answers } = answersOfHar(harValue([{ url: `${finops}/DualWriteProjectConfigurations`, body }]));
      expect(answers[0]?.body).toEqual({ value: [{ ProjectName: 'P', inside: [{}] }] });
    }
  });
});

describe('what is not an answer is named', () => {
  const page = '<!DOCTYPE html><html><body>Sign in</body></html>';
  test.each<[string, Partial<Exchange>, RegExp]>([
    [
      'a body that was left out',
      { body: undefined },
      /^solutions: body left out by the browser: record again with the cache disabled$/,
    ],
    ['an empty body', { body: '' }, /left out by the browser/],
    ['an answer from the cache without its body', { status: 304, body: undefined }, /left out by the browser/],
    ['a part', { status: 206, body: { value: [] } }, /only a part of the body/],
    ['a request that was blocked', { status: 0, body: undefined }, /blocked, canceled or failed/],
    ['a redirect', { status: 302, body: page }, /a redirect, such as to a sign-in page/],
    ['a web page', { body: page }, /a web page, such as a sign-in page/],
    ['a web page with a mark', { body: `\uFEFF  ${page}` }, /a web page/],
    ['a body that is cut off', { body: '{"value":[{"uniquename":"A"},{"uni' }, /only the beginning of the body/],
    ['broken base64', { body: '%%%', base64: true }, /not JSON/],
    ['text', { body: 'Service unavailable' }, /not JSON/],
    ['no body that is needed', { status: 204, body: undefined }, /left out by the browser/],
  ])('%s', (_name, change, lack) => {
    const { answers, lacks } = answersOfHar(harValue([{ ...solutions, ...change }]));
    expect(lacks).toEqual([expect.stringMatching(lack)]);
    expect(answers).toMatchObject([{ address: { path: 'solutions' }, lack: lacks[0]?.replace(/^solutions: /, '') }]);
    expect(answers[0]?.body).toBeUndefined();
  });

  test('one phrase names the addresses of a kind, without ids, and says how many more', () => {
    const exchanges = Array.from({ length: 7 }, (_, index) => ({ url: `${dataverse}/teams(${index})/x${index}` }));
    expect(answersOfHar(harValue(exchanges)).lacks).toEqual([
      expect.stringMatching(/^teams\(…\)\/x0, .*teams\(…\)\/x4 and 2 more: body left out/),
    ]);
  });
});

test('an answer from the cache with its body is that answer', () => {
  const { answers, lacks } = answersOfHar(harValue([{ ...solutions, status: 304 }]));
  expect(answers).toMatchObject([{ status: 200, body: solutions.body }]);
  expect(lacks).toEqual([]);
});

test('an error of a service is its answer', () => {
  const body = { error: { code: '0x80040220', message: 'role lacks prvReadSolution' } };
  const { answers, lacks } = answersOfHar(
    harValue([
      { ...solutions, status: 403, body },
      { ...legalEntities, status: 429, body: '' },
    ]),
  );
  expect(answers).toMatchObject([
    { status: 403, body },
    { status: 429, body: undefined },
  ]);
  expect(lacks).toEqual([]);
});

describe('the same address twice', () => {
  const early = '2026-11-20T09:00:00.000Z';
  const late = '2026-11-20T12:00:00.000+01:00'; // 11:00 in UTC
  const first = { ...solutions, body: { value: [{ uniquename: 'first' }] } };
  const second = { ...solutions, body: { value: [{ uniquename: 'second' }] } };
  const bodies = (...exchanges: readonly Exchange[]) =>
    answersOfHar(harValue(exchanges)).answers.map(({ body }) => JSON.stringify(body).slice(25, -4));

  test.each<[string, readonly Exchange[], string]>([
    [
      'the later time counts',
      [
        { ...first, startedDateTime: late },
        { ...second, startedDateTime: early },
      ],
      'first',
    ],
    [
      'in any order',
      [
        { ...first, startedDateTime: early },
        { ...second, startedDateTime: late },
      ],
      'second',
    ],
    [
      'without times the last one',
      [
        { ...first, startedDateTime: undefined },
        { ...second, startedDateTime: undefined },
      ],
      'second',
    ],
    ['a body that was left out takes nothing away', [first, { ...second, body: undefined }], 'first'],
    ['a body that comes later', [{ ...first, body: undefined }, second], 'second'],
    ['a sign-in page takes nothing away', [first, { ...second, status: 302, body: '<html>' }], 'first'],
  ])('%s', (_name, exchanges, expected) => {
    expect(bodies(...exchanges)).toEqual([expected]);
    expect(answersOfHar(harValue(exchanges)).lacks).toEqual([]);
  });

  test('pages of one list, and the same list of two hosts, are several', () => {
    const page = { ...second, url: `${solutions.url}&$skiptoken=2` };
    const other = { ...second, url: solutions.url.replace('contoso', 'fabrikam') };
    expect(bodies(first, page, other)).toEqual(['first', 'second', 'second']);
  });
});

describe('answers of the gateway', () => {
  const [connectionSet, maps] = captureOf(healthy) as readonly [unknown, unknown];
  const set = { url: `${gateway}/ConnectionSet/set`, body: connectionSet };
  const sync = { projectName: 'P1', projectExecutionResponses: [{ responseId: '1', executionStatus: 'Completed' }] };
  const catchUp = [
    { recordId: '1', errorMessage: 'Unable to write', retryStatus: 'Failed', createdOn: '2026-11-20T10:00:00Z' },
  ];
  const unnamed = (body: unknown, host = gateway): Exchange => ({ url: `${host}/Unnamed/${plantedSecret}`, body });

  test('come from their addresses', () => {
    const { answers } = answersOfHar(
      harValue([set, { url: `${gateway}/DualWriteManagement/1.0/Entities?targetType=AX&cid=cs1`, body: maps }]),
    );
    expect(answers).toMatchObject([
      { address: { service: 'gateway', path: 'ConnectionSet/set' }, body: connectionSet },
      { address: { path: 'DualWriteManagement/1.0/Entities', query: { cid: 'cs1' } }, body: maps },
    ]);
  });

  test.each<[string, unknown]>([
    ['initial sync details', sync],
    ['a list of them', [sync]],
    ['an envelope of them', { value: [sync] }],
    ['catch-up errors', catchUp],
    ['an envelope of them', { projectName: 'P1', errors: catchUp }],
    ['field mappings', { id: '1', entityMappingTasks: [] }],
    ['maps', maps],
    ['a connection set', connectionSet],
  ])('%s at an address that is not known are taken without it', (_name, body) => {
    for (const base64 of [true, false]) {
      const found = answersOfHar(harValue([set, { ...unnamed(body), base64 }]));
      expect(found.answers).toMatchObject([{ body: connectionSet }, { status: 200, body }]);
      expect(found.answers[1]).not.toHaveProperty('address');
      expect(JSON.stringify(found)).not.toContain(plantedSecret);
    }
  });

  test('initial sync details are known by themselves, catch-up errors only on a host of the gateway', () => {
    expect(answersOfHar(harValue([unnamed(sync)])).answers).toMatchObject([{ body: sync }]);
    expect(answersOfHar(harValue([unnamed(catchUp)])).answers).toEqual([]);
    expect(answersOfHar(harValue([unnamed(catchUp, 'https://api.github.com'), set])).answers).toHaveLength(1);
    expect(answersOfHar(harValue([unnamed(catchUp), set])).answers).toHaveLength(2);
  });

  test.each<[string, unknown]>([
    ['an object of another kind', { secret: plantedSecret, note: '"retryStatus"' }],
    ['rows with a message only', [{ errorMessage: plantedSecret }]],
    ['rows without an id', [{ retryStatus: plantedSecret, createdOn: '2026-11-20T10:00:00Z' }]],
    ['the name deeper inside', { a: { projectExecutionResponses: plantedSecret } }],
  ])('%s on a host of the gateway is not read', (_name, body) => {
    expect(answersOfHar(harValue([set, unnamed(body)])).answers).toHaveLength(1);
  });
});

describe('recordings of other products give nothing', () => {
  test.each<[string, readonly Exchange[]]>([
    ['no entries', []],
    [
      'a mail server',
      [
        { url: 'https://outlook.office.com/owa/service.svc?action=GetItem', body: { Body: plantedSecret } },
        {
          url: 'https://graph.microsoft.com/v1.0/me/messages',
          body: {
            '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#messages',
            value: [{ subject: plantedSecret }],
          },
        },
      ],
    ],
    [
      'GitHub',
      [
        { url: 'https://github.com/a/data/teams', body: { value: [1] } },
        { url: 'https://api.github.com/user/teams', body: [{ name: 'x' }] },
      ],
    ],
    [
      'an app of Dataverse about accounts',
      [
        { url: `${dataverse}/WhoAmI`, body: { '@odata.context': 'x', UserId: '1' } },
        {
          url: `${dataverse}/RetrieveCurrentOrganization(AccessType=Microsoft.Dynamics.CRM.EndpointAccessType'Default')`,
          body: { Detail: {} },
        },
        {
          url: `${dataverse}/systemusers(00000000-0000-0000-0000-000000000001)?$select=fullname`,
          body: { fullname: plantedSecret },
        },
        { url: `${dataverse}/accounts?$select=name`, body: { value: [{ name: plantedSecret }] } },
      ],
    ],
    [
      'a product with a similar path',
      [
        { url: 'https://shop.example/data/SystemUsers', body: { users: [plantedSecret] } },
        { url: 'https://shop.example/data/LegalEntities', status: 404, body: '<html>' },
      ],
    ],
    [
      'finance and operations about customers',
      [{ url: `${finops}/CustomersV3`, body: { value: [{ name: plantedSecret }] } }],
    ],
  ])('%s', (_name, exchanges) => {
    for (const tool of harTools) expect(answersOfHar(harValue(exchanges, tool))).toEqual({ answers: [], lacks: [] });
  });
});

describe('what every app of Dataverse asks for', () => {
  const asked: readonly (readonly [string, Exchange])[] = [
    ['the user', { url: `${dataverse}/WhoAmI`, body: { UserId: '1', OrganizationId: '2' } }],
    ['the version', { url: `${dataverse}/RetrieveVersion`, body: { Version: '9.2' } }],
    [
      'the name of a table',
      {
        url: `${dataverse}/EntityDefinitions(LogicalName='account')?$select=LogicalName,EntitySetName`,
        body: { LogicalName: 'account', EntitySetName: 'accounts' },
      },
    ],
    ['names of teams', { url: `${dataverse}/teams?$select=name`, body: { value: [{ teamid: '1', name: 'a' }] } }],
  ];

  test.each(asked)('%s: of an app it says nothing, in a recording of its own it counts', (_, exchange) => {
    const icon: Exchange = { url: 'https://contoso.crm4.dynamics.com/favicon.ico', body: plantedSecret, base64: true };
    const signIn: Exchange = { url: 'https://login.microsoftonline.com/x', body: '<html>', mimeType: 'text/html' };
    const app: Exchange = { url: `${dataverse}/accounts`, body: { value: [{ name: plantedSecret }] } };
    for (const tool of harTools) {
      expect(answersOfHar(harValue([exchange, app], tool)).answers).toEqual([]);
      expect(answersOfHar(harValue([signIn, exchange, icon], tool)).answers).toMatchObject([{ body: exchange.body }]);
      expect(answersOfHar(harValue([exchange, app, legalEntities], tool)).answers).toHaveLength(2);
    }
  });
});

describe('files that no tool wrote', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  test.each<[string, unknown]>([
    ['nothing', undefined],
    [
      'entries of other types',
      { log: { entries: [null, 1, 'x', [], {}, { request: [] }, { request: { method: 1, url: {} } }] } },
    ],
    ['an address of another type', { log: { entries: [{ request: { method: 'GET', url: 5 } }] } }],
    [
      'a body of another type',
      {
        log: {
          entries: [
            { request: { method: 'GET', url: solutions.url }, response: { status: '200', content: { text: 5 } } },
          ],
        },
      },
    ],
    ['no answer', { log: { entries: [{ request: { method: 'GET', url: solutions.url } }] } }],
    ['a body of 100,000 arrays', harValue([{ ...solutions, body: deep }])],
    [
      'properties of prototypes',
      harValue([{ ...solutions, body: '{"__proto__":{"value":[]},"constructor":1,"value":[]}' }]),
    ],
  ])('%s', (_name, value) => {
    expect(() => answersOfHar(value)).not.toThrow();
    expect({}).not.toHaveProperty('value');
  });
});
