import type { ServerResponse } from 'node:http';
import type { FactName, UnknownReason } from '../../src/index.js';
import { type Asked, type Fault, send, type TableRow } from '../support/live-server.js';

/*
 * What can go wrong on the wire, times the readers of the live adapters, with the fact that each cell must come to.
 * The test tries every cell; docs/reliability.md shows the table.
 */

/** What a fact comes to; `–` where a reader has no such fault, because it reads no pages or asks another service. */
export type Expected = 'known' | 'partial' | UnknownReason | '–';

/** A reader: which adapter it belongs to, what it asks first, and whether that comes in pages. */
export interface MatrixReader {
  readonly fact: FactName;
  readonly adapter: 'Dataverse' | 'finance and operations' | 'Power Platform';
  readonly path: RegExp;
  readonly inPages: boolean;
}

export const matrixReaders: readonly MatrixReader[] = [
  { fact: 'dataverseEnvironment', adapter: 'Dataverse', path: /RetrieveVersion$/, inPages: false },
  { fact: 'solutions', adapter: 'Dataverse', path: /\/solutions$/, inPages: true },
  { fact: 'applicationUsers', adapter: 'Dataverse', path: /\/systemusers$/, inPages: true },
  { fact: 'pluginAssemblies', adapter: 'Dataverse', path: /\/pluginassemblies$/, inPages: true },
  { fact: 'companies', adapter: 'Dataverse', path: /\/cdm_companies$/, inPages: true },
  { fact: 'businessUnits', adapter: 'Dataverse', path: /\/businessunits$/, inPages: true },
  { fact: 'teams', adapter: 'Dataverse', path: /\/teams$/, inPages: true },
  { fact: 'runtimeConfigurations', adapter: 'Dataverse', path: /runtimeconfigs$/, inPages: true },
  { fact: 'entityMaps', adapter: 'Dataverse', path: /entitymaps$/, inPages: true },
  { fact: 'mapDefinitions', adapter: 'Dataverse', path: /entitymaps$/, inPages: true },
  { fact: 'tableMetadata', adapter: 'Dataverse', path: /EntityDefinitions$/, inPages: false },
  { fact: 'finopsEnvironment', adapter: 'finance and operations', path: /DataEntities\.Get/, inPages: false },
  { fact: 'legalEntities', adapter: 'finance and operations', path: /LegalEntities$/, inPages: true },
  { fact: 'finopsClients', adapter: 'finance and operations', path: /SysAADClients$/, inPages: true },
  { fact: 'projectConfigurations', adapter: 'finance and operations', path: /ProjectConfigurations$/, inPages: true },
  { fact: 'dataverseEnvironment', adapter: 'Power Platform', path: /BusinessAppPlatform/, inPages: false },
  { fact: 'apiHubConnections', adapter: 'Power Platform', path: /\/connections$/, inPages: true },
];

/** One thing that goes wrong. */
export interface MatrixFault {
  readonly name: string;
  readonly expected: (reader: MatrixReader) => Expected;
  /** Makes the server do it, afresh for each cell. */
  readonly make: () => Fault;
  /** Where it happens, if not in what the reader asks first: then all facts of the service may change. */
  readonly path?: RegExp;
}

const always = (expected: Expected) => () => expected;
const inPagesOnly = (expected: Expected) => (reader: MatrixReader) => (reader.inPages ? expected : '–');
const inDataverseOnly =
  (expected: Expected) =>
  ({ adapter, inPages }: MatrixReader) =>
    adapter === 'Dataverse' && inPages ? expected : '–';
const answering =
  (status: number, body: unknown, headers?: Record<string, string>) => () => (_: Asked, response: ServerResponse) => {
    send(response, status, body, headers);
    return true;
  };
/** The first two answers of each address are this one. */
const twice = (status: number, headers?: Record<string, string>) => () => {
  const seen = new Map<string, number>();
  return ({ path }: Asked, response: ServerResponse) => {
    const count = (seen.get(path) ?? 0) + 1;
    seen.set(path, count);
    if (count > 2) return false;
    send(response, status, {}, headers);
    return true;
  };
};
const raw = (contentType: string, body: string | Buffer) => () => (_: Asked, response: ServerResponse) => {
  response.writeHead(200, { 'Content-Type': contentType });
  response.end(body);
  return true;
};
/** What the server would answer, changed. */
function changed(change: (body: Body, asked: Asked) => unknown): () => Fault {
  return () => async (asked, response) => {
    if (asked.headers['x-as-it-is'] !== undefined) return false;
    const { host, authorization = '' } = asked.headers;
    const headers = { authorization, 'x-as-it-is': 'yes' };
    const answer = await fetch(`http://${host}${asked.url}`, { method: asked.method, headers });
    send(response, answer.status, change((await answer.json()) as Body, asked));
    return true;
  };
}

type Body = TableRow & { readonly value?: readonly TableRow[] };

/**
 * The rows over and over, to so many, in pages: each with a key of its own, but for users and plug-ins, of which each would
 * cost requests.
 */
function inManyPages(size: number, pageSize: number): () => Fault {
  return changed(({ value: rows = [] }, { url, query, headers, path }) => {
    const start = Number(query.get('start') ?? 0);
    const isLast = start + pageSize >= size || rows.length === 0;
    const next = new URL(url, `http://${headers.host}`);
    next.searchParams.set('start', String(start + pageSize));
    const isSame = /systemusers$|pluginassemblies$/.test(path);
    const value = Array.from({ length: rows.length === 0 ? 0 : pageSize }, (_, index) => {
      const row = rows[index % rows.length] ?? {};
      return isSame ? row : withKey(row, start + index);
    });
    return { value, ...(isLast ? {} : { '@odata.nextLink': next.href }) };
  });
}

function withKey(row: TableRow, number: number): TableRow {
  const isKey = /^(?:uniquename|\w+id|LegalEntityId|AADClientId|ProjectName|name|id)$/;
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, isKey.test(name) ? `${value}-${number}` : value]),
  );
}

/** Every row twice on one page, and all of them again on the next. */
const twiceOver = changed(({ value = [], ...rest }, { url, query, headers }) => {
  const next = { '@odata.nextLink': `http://${headers.host}${url}&again=1` };
  return query.has('again') ? { ...rest, value } : { ...rest, value: value.flatMap((row) => [row, row]), ...next };
});

/** Configurations whose JSON does not say how the set of their table is called. */
const withoutSets = changed(({ value = [], ...rest }, { path }) => ({
  ...rest,
  value: path.endsWith('/EntityDefinitions')
    ? []
    : value.map((row) => ({ ...row, msdyn_unsecure: String(row.msdyn_unsecure).replace('SourceEntityName', 'x') })),
}));

const narrowPrivileges = changed(({ RolePrivileges, ...rest }) => ({
  ...rest,
  RolePrivileges: (RolePrivileges as readonly TableRow[]).map((one) => ({ ...one, Depth: 'Local' })),
}));
const secretMessage = 'Principal user jane@contoso.com with Bearer token-of-the-test is missing prvReadTeam privilege';

export const matrixFaults: readonly MatrixFault[] = [
  { name: '401', expected: always('not-permitted'), make: answering(401, {}) },
  {
    name: '403',
    expected: always('not-permitted'),
    make: answering(403, { error: { code: '0x80040220', message: secretMessage } }),
  },
  {
    name: '404, no such table',
    // An environment without RetrieveVersion still has an address.
    expected: ({ fact, adapter }) =>
      fact === 'dataverseEnvironment' && adapter === 'Dataverse' ? 'known' : 'not-found',
    make: answering(404, { error: { code: '0x8006088a', message: "Resource not found for the segment 'x'." } }),
  },
  {
    name: '400, unknown column',
    expected: always('failed'),
    make: answering(400, { error: { code: '0x80060888', message: "Could not find a property named 'x'" } }),
  },
  { name: '429, then an answer', expected: always('known'), make: twice(429, { 'Retry-After': '0' }) },
  { name: '429 permanently', expected: always('throttled'), make: answering(429, {}, { 'Retry-After': '0' }) },
  {
    name: '429, retry after an hour',
    expected: always('throttled'),
    make: answering(429, {}, { 'Retry-After': '3600' }),
  },
  { name: '500, then an answer', expected: always('known'), make: twice(500) },
  {
    name: '500 permanently',
    expected: always('failed'),
    make: answering(500, { error: { innererror: { message: 'x' } } }),
  },
  {
    name: 'sign-in page with status 200',
    expected: always('malformed'),
    make: raw('text/html; charset=utf-8', '<!doctype html><title>Sign in</title>'),
  },
  {
    name: 'redirect to a sign-in page',
    expected: always('malformed'),
    make: answering(302, {}, { Location: 'https://login.invalid/' }),
  },
  { name: 'truncated JSON', expected: always('malformed'), make: raw('application/json', '{"value":[{"na') },
  {
    name: 'wrong shape',
    expected: always('malformed'),
    make: answering(200, { value: [1], properties: 7, Version: null }),
  },
  { name: 'empty body', expected: always('malformed'), make: raw('application/json', '') },
  {
    name: 'an error after the rows, with status 200',
    expected: always('malformed'),
    make: changed((body) => ({ ...body, error: { code: '0x80040216', message: secretMessage } })),
  },
  { name: 'a part of the answer (206)', expected: always('malformed'), make: answering(206, { value: [] }) },
  {
    name: 'Latin-1 declared as UTF-8',
    expected: always('malformed'),
    make: raw('application/json; charset=utf-8', Buffer.from('{"value":[],"x":"é"}', 'latin1')),
  },
  {
    name: 'empty page, then rows',
    expected: inPagesOnly('known'),
    make:
      () =>
      ({ url, query, headers }, response) => {
        if (query.has('again')) return false;
        send(response, 200, { value: [], '@odata.nextLink': `http://${headers.host}${url}&again=1` });
        return true;
      },
  },
  {
    name: 'repeated link',
    expected: inPagesOnly('malformed'),
    make:
      () =>
      ({ url, headers }, response) => {
        send(response, 200, { value: [], '@odata.nextLink': `http://${headers.host}${url}` });
        return true;
      },
  },
  {
    name: 'link to another host',
    expected: inPagesOnly('malformed'),
    make: answering(200, {
      value: [],
      '@odata.nextLink': 'https://evil.invalid/data',
      nextLink: 'https://evil.invalid/',
    }),
  },
  { name: '50,000 rows in pages', expected: inPagesOnly('known'), make: inManyPages(50_000, 5_000) },
  { name: 'every row twice, and all of them again on the next page', expected: inPagesOnly('known'), make: twiceOver },
  {
    name: 'read privileges that end at the business unit',
    path: /PrivilegesByNames/,
    expected: inDataverseOnly('partial'),
    make: narrowPrivileges,
  },
  {
    name: 'no data about the caller and the environment (404)',
    path: /WhoAmI$|PrivilegesByNames|RetrieveCurrentOrganization/,
    expected: inDataverseOnly('known'),
    make: answering(404, {}),
  },
  {
    name: 'tables by their logical names only',
    path: /runtimeconfigs$|EntityDefinitions$/,
    expected: inDataverseOnly('known'),
    make: withoutSets,
  },
  { name: 'no answer', expected: always('timed-out'), make: () => () => true },
  {
    name: 'connection reset in mid-body',
    expected: always('not-connected'),
    make: () => (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
      response.write('{"value":[');
      setTimeout(() => response.destroy(), 5);
      return true;
    },
  },
];

/** The tables of docs/reliability.md: the readers, and what each fault makes of their facts. */
export function matrixTable(): string {
  const readers = matrixReaders.map(
    ({ fact, adapter, inPages }) => `| ${fact} | ${adapter} | ${inPages ? 'yes' : 'no'} |`,
  );
  const faults = [
    ...matrixFaults,
    { name: 'canceled', expected: always('aborted') },
    { name: 'name does not resolve', expected: always('not-connected') },
  ].map(({ name, expected }) => {
    const { most, exceptions } = summarized(expected);
    return `| ${name} | ${most} | ${exceptions} |`;
  });
  return [
    '| Reader of | Adapter | In pages |',
    '|---|---|---|',
    ...readers,
    '',
    '| What goes wrong | The fact becomes | Except |',
    '|---|---|---|',
    ...faults,
  ].join('\n');
}

/** What most readers make of a fault, and the others by name; those without pages need no mention. */
function summarized(expected: MatrixFault['expected']) {
  const cells = matrixReaders
    .map((reader) => ({ reader, result: expected(reader) }))
    .filter(({ result }) => result !== '–');
  const results = cells.map(({ result }) => result);
  const count = (result: Expected) => results.filter((other) => other === result).length;
  const [most = '–'] = results.sort((a, b) => count(b) - count(a));
  const exceptions = cells
    .filter(({ result }) => result !== most)
    .map(({ reader, result }) => `${reader.fact} (${reader.adapter}): ${result}`);
  return { most, exceptions: exceptions.join('; ') };
}
