import { describe, expect, test } from 'vitest';
import { dataverseAdapter, finopsAdapter, powerPlatformAdapter } from '../../src/adapters/index.js';
import { type FactName, gatherSnapshot } from '../../src/index.js';
import { environmentId } from '../support/live-environment.js';
import { answering, credential, holdings, readOne, readValue, retry, serve, tables } from '../support/live-reading.js';
import { type Holdings, type LiveServer, send, type TableRow } from '../support/live-server.js';

describe('rows that come twice', () => {
  const twice: readonly (readonly [string, (rows: readonly TableRow[]) => readonly TableRow[]])[] = [
    ['on one page', (rows) => rows.flatMap((row) => [row, { ...row }])],
    ['on two pages', (rows) => [...rows, ...rows]],
  ];
  test.each(twice)('%s', async (_name, change) => {
    const all = (tables: Holdings['dataverse']) =>
      Object.fromEntries(Object.entries(tables).map(([set, rows]) => [set, change(rows)]));
    const connectionsPath = Object.keys(holdings.documents).find((path) => path.endsWith('/connections')) ?? '';
    const connections = holdings.documents[connectionsPath] as { readonly value: readonly TableRow[] };
    const single = await serve({});
    const double = await serve(
      {
        dataverse: all(holdings.dataverse),
        finops: all(holdings.finops),
        documents: { ...holdings.documents, [connectionsPath]: { value: change(connections.value) } },
      },
      { pageSize: 20 },
    );
    for (const make of [
      dataverseAdapter,
      finopsAdapter,
      ({ url }: { url: string }) => powerPlatformAdapter({ environmentId, url, credential }),
    ]) {
      const gather = async (url: string) => (await gatherSnapshot(make({ url, credential })))._unsafeUnwrap().facts;
      const [one, other] = await Promise.all([gather(single.url), gather(double.url)]);
      for (const name of Object.keys(one) as FactName[]) {
        if (name.endsWith('Environment')) continue;
        expect(other[name], name).toEqual(one[name]);
      }
    }
  });

  test('a row of which something changed while it was read is one row; two of one page that differ are two', async () => {
    const [company] = holdings.dataverse.cdm_companies ?? [];
    const changed = { ...company, cdm_name: 'Renamed' };
    for (const [pageSize, expected] of [
      [1, 1],
      [10, 2],
    ] as const) {
      const server = await serve(tables({ cdm_companies: [company ?? {}, changed] }), { pageSize });
      expect(await readValue(dataverseAdapter({ url: server.url, credential }), 'companies')).toHaveLength(expected);
    }
  });
});

describe('pages that do not end well', () => {
  const onlyLegalEntities = (answer: Parameters<typeof answering>[1]) =>
    serve({}, { fault: answering(/LegalEntities$/, answer) });
  const readThem = async (server: LiveServer) =>
    readOne(finopsAdapter({ url: server.url, credential, retry }), 'legalEntities');
  const row = (code: string) => ({ LegalEntityId: code, Name: code });

  test.each([
    ['error', { value: [row('USMF')], error: { code: '0x80040216', message: 'An unexpected error occurred.' } }],
    ['@odata.error', { value: [row('USMF')], '@odata.error': { code: '500' } }],
    ['odata.error', { value: [row('USMF')], 'odata.error': { code: '' } }],
    ['error alone', { error: { code: '', message: 'An error has occurred.' } }],
  ])('%s after the rows', async (_name, body) => {
    const fact = await readThem(await onlyLegalEntities((response) => send(response, 200, body)));
    expect(fact).toMatchObject({ status: 'unknown', reason: 'malformed', detail: expect.stringContaining('error') });
  });

  test('an error on a later page', async () => {
    const server = await onlyLegalEntities((response, { query, headers, url }) =>
      query.has('page')
        ? send(response, 200, { value: [row('DEMF')], error: { code: '1' } })
        : send(response, 200, { value: [row('USMF')], '@odata.nextLink': `http://${headers.host}${url}&page=2` }),
    );
    expect(await readThem(server)).toMatchObject({ status: 'unknown', reason: 'malformed' });
  });

  test('endless pages without new rows, whatever their address', async () => {
    let page = 0;
    const server = await onlyLegalEntities((response, { headers, path }) => {
      page += 1;
      send(response, 200, {
        value: [row('USMF')],
        '@odata.nextLink': `http://${headers.host}${path}?$skiptoken=${page}`,
      });
    });
    expect(await readThem(server)).toMatchObject({ status: 'unknown', reason: 'malformed' });
    expect(page).toBeLessThan(200);
  });

  test('fewer rows than the service counts', async () => {
    const server = await onlyLegalEntities((response) =>
      send(response, 200, { '@odata.count': 3, value: [row('USMF')] }),
    );
    expect(await readThem(server)).toMatchObject({
      status: 'known',
      coverage: 'partial',
      detail: expect.stringContaining('3 rows'),
    });
  });

  test('more pages than can be believed', async () => {
    let page = 0;
    const server = await onlyLegalEntities((response, { headers, path }) => {
      page += 1;
      send(response, 200, {
        value: [row(`C${page}`)],
        '@odata.nextLink': `http://${headers.host}${path}?$skiptoken=${page}`,
      });
    });
    expect(await readThem(server)).toMatchObject({
      coverage: 'partial',
      detail: expect.stringContaining('2000 pages'),
    });
  }, 60_000);

  test.each([
    ['204', 204, ''],
    ['206', 206, JSON.stringify({ value: [row('USMF')] })],
    ['203 through a proxy that changed it', 203, JSON.stringify({ value: [row('USMF')] })],
    ['304', 304, ''],
  ])('%s is not an answer', async (_name, status, body) => {
    const server = await onlyLegalEntities((response) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
    });
    expect(await readThem(server)).toMatchObject({ status: 'unknown', reason: 'malformed' });
  });
});
