import { err, ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  allRows,
  anyOf,
  factOfRows,
  inBatches,
  nextUrl,
  readPages,
  readRows,
  wholeRows,
} from '../../../src/adapters/odata/rows.js';
import type { JsonAnswer, Service } from '../../../src/adapters/odata/service.js';
import { known, unknown } from '../../../src/index.js';

/*
 * What is made of pages of rows, over a service without a network. Their number is in page-budget.test.ts.
 */

const base = 'https://org.crm4.dynamics.com/api/';
const { signal } = new AbortController();

type Answer = Pick<JsonAnswer, 'json' | 'lack'>;

/** A service with these answers, one after the other; it keeps the requested addresses. */
function answering(...answers: readonly Answer[]) {
  const asked: { readonly url: string; readonly what: string; readonly signal: AbortSignal }[] = [];
  const get: Service['get'] = async (url, what, signal) => {
    const answer = answers[asked.length] ?? { json: { value: [] } };
    asked.push({ url, what, signal });
    return ok({ ...answer, url: new URL(url, base).href });
  };
  const service: Service = { baseUrl: base, get, act: get };
  return { service, asked, urls: () => asked.map(({ url }) => url) };
}

const serving = (...pages: readonly object[]) => answering(...pages.map((json) => ({ json })));

const kind = wholeRows(z.object({ id: z.string() }), ({ id }) => id);
const readAll = (service: Service) => readPages(service, 'teams?x', 'teams', kind, signal);
const page = (...ids: readonly string[]) => ({ value: ids.map((id) => ({ id })) });
const idsOf = async (service: Service) => (await readAll(service))._unsafeUnwrap().rows.map(({ id }) => id);

describe('the next page', () => {
  test.each<[string, object]>([
    ['OData 4.0', { '@odata.nextLink': `${base}teams?2` }],
    ['OData 4.01', { '@nextLink': `${base}teams?2` }],
    ['Power Platform', { nextLink: `${base}teams?2` }],
    ['the first of several', { '@odata.nextLink': `${base}teams?2`, '@nextLink': 'no', nextLink: 'no' }],
    ['what is left beside null', { '@odata.nextLink': null, '@nextLink': null, nextLink: `${base}teams?2` }],
    ['relative to the page', { '@odata.nextLink': 'teams?2' }],
    ['relative to the host', { '@odata.nextLink': '/api/teams?2' }],
    ['relative to the scheme', { '@odata.nextLink': '//org.crm4.dynamics.com/api/teams?2' }],
  ])('%s', async (_name, link) => {
    const { service, asked, urls } = serving({ ...page('a'), ...link }, page('b'));
    expect(await idsOf(service)).toEqual(['a', 'b']);
    expect(urls()).toEqual(['teams?x', `${base}teams?2`]);
    for (const one of asked) expect(one).toMatchObject({ what: 'teams', signal });
  });

  test.each<[string, object]>([
    ['no link', {}],
    ['null', { '@odata.nextLink': null, '@nextLink': null, nextLink: null }],
    ['an empty link', { '@odata.nextLink': '' }],
    ['an empty link beside another', { '@odata.nextLink': '', nextLink: `${base}teams?2` }],
  ])('there is none after %s', async (_name, link) => {
    const { service, asked } = serving({ ...page('a'), ...link });
    expect(await idsOf(service)).toEqual(['a']);
    expect(asked).toHaveLength(1);
  });

  // Use the link as it is: *Page results using OData*, Dataverse.
  test.each([
    [`${base}teams?$skiptoken=<cookie pagenumber="2" é%2f>`],
    ['HTTPS://ORG.crm4.dynamics.com:443/api/../api/teams?2'],
  ])('an absolute link is kept as it is: %s', (link) => expect(nextUrl(link, `${base}teams`)).toBe(link));

  test('so is one of a service on this machine', () => {
    const link = 'http://localhost:3000/teams?$skiptoken=<a>';
    expect(nextUrl(link, 'http://localhost:3000/teams')).toBe(link);
  });

  test.each([
    ['httpLogs?2', `${base}httpLogs?2`],
    ['logs/http', `${base}logs/http`],
    ['?2', `${base}teams?2`],
    ['//org.crm4.dynamics.com/x', 'https://org.crm4.dynamics.com/x'],
    // Relative to an address of the same scheme, but absolute where there is none.
    ['https:evil.example/x', `${base}evil.example/x`],
    ['https:/evil.example/x', 'https://org.crm4.dynamics.com/evil.example/x'],
  ])('%s leads from teams to %s', (link, expected) => expect(nextUrl(link, `${base}teams`)).toBe(expected));

  test.each([
    'https://evil.example/',
    '//evil.example/',
    'http://org.crm4.dynamics.com/',
    'https://org.crm4.dynamics.com:444/',
    'mailto:x',
    'https://[',
  ])('%s leads to another host', async (link) => {
    expect(nextUrl(link, base)).toBeUndefined();
    const { service } = serving({ ...page('a'), '@odata.nextLink': link });
    expect((await readAll(service))._unsafeUnwrapErr()).toEqual(
      unknown('malformed', 'teams: the link to the next page leads to another host'),
    );
  });

  test('that was read already is a fault', async () => {
    const { service } = serving({ ...page('a'), nextLink: 'teams?2' }, { ...page('b'), nextLink: 'teams?x' });
    expect((await readAll(service))._unsafeUnwrapErr()).toEqual(
      unknown('malformed', 'teams: the link to the next page is repeated'),
    );
  });

  test('that cannot be read is why there are no rows', async () => {
    const failure = unknown('throttled', '429');
    let times = 0;
    const get: Service['get'] = async (url) => {
      times += 1;
      return times === 2
        ? err(failure)
        : ok({ json: { ...page('a'), nextLink: 'teams?2' }, url: new URL(url, base).href });
    };
    expect((await readAll({ baseUrl: base, get, act: get }))._unsafeUnwrapErr()).toBe(failure);
  });
});

describe('a page', () => {
  test.each<[string, unknown, RegExp]>([
    ['without rows', {}, /^teams: value: /],
    ['whose rows are null', { value: null }, /^teams: value: /],
    ['whose rows are one row', { value: { id: 'a' } }, /^teams: value: /],
    ['with a row that lacks a column', { value: [{ id: 'a' }, {}] }, /^teams: value\[1\]\.id: /],
    ['with a row that is not one', { value: ['a'] }, /^teams: value\[0\]: /],
    ['that is a list', [], /^teams: /],
    ['that is a text', 'x', /^teams: /],
    ['with a link that is not a text', { value: [], '@odata.nextLink': 7 }, /^teams: .*nextLink/],
    ['with a link of 4.01 that is not a text', { value: [], '@nextLink': {} }, /^teams: .*nextLink/],
    ['with a link of the Power Platform that is not a text', { value: [], nextLink: false }, /^teams: nextLink: /],
    ['with a number of rows that is not one', { value: [], '@odata.count': true }, /^teams: .*count/],
  ])('%s is malformed, with the place', async (_name, json, where) => {
    const get: Service['get'] = async () => ok({ json, url: base });
    const failure = (await readAll({ baseUrl: base, get, act: get }))._unsafeUnwrapErr();
    expect(failure).toMatchObject({ status: 'unknown', reason: 'malformed' });
    expect(failure.detail).toMatch(where);
  });

  test('may hold more than is needed: annotations, and columns', async () => {
    const { service } = serving({
      '@odata.context': `${base}$metadata#teams`,
      '@odata.count': null,
      '@Microsoft.Dynamics.CRM.totalrecordcount': -1,
      value: [{ '@odata.etag': 'W/"1"', id: 'a', name: 'x' }],
    });
    expect(await idsOf(service)).toEqual(['a']);
  });

  test('gives the form of its rows that is kept', async () => {
    const upper = { ...kind, make: ({ id }: { readonly id: string }) => id.toUpperCase() };
    const result = await readPages(serving(page('a', 'b')).service, 'teams', 'teams', upper, signal);
    expect(result._unsafeUnwrap()).toEqual({ rows: ['A', 'B'], coverage: 'complete' });
  });
});

describe('rows', () => {
  const named = wholeRows(z.object({ id: z.string(), name: z.string() }), ({ id }) => id);
  const row = (id: string, name: string) => ({ id, name });
  const namesOf = async (...pages: readonly (readonly object[])[]) => {
    const linked = pages.map((value, index) => ({
      value,
      ...(index < pages.length - 1 && { nextLink: `teams?${index}` }),
    }));
    const result = await readPages(serving(...linked).service, 'teams', 'teams', named, signal);
    return result._unsafeUnwrap().rows.map(({ name }) => name);
  };

  test.each<[string, readonly (readonly object[])[], readonly string[]]>([
    ['of one page that are the same', [[row('1', 'a'), row('1', 'a')]], ['a']],
    ['of one page that differ', [[row('1', 'a'), row('1', 'b')]], ['a', 'b']],
    ['of one page, the first again', [[row('1', 'a'), row('1', 'b'), row('1', 'a')]], ['a', 'b']],
    ['of one page, with different ids', [[row('1', 'a'), row('2', 'a'), row('1', 'a')]], ['a', 'a']],
    ['of two pages', [[row('1', 'a')], [row('1', 'changed'), row('2', 'b')]], ['a', 'b']],
    ['of two pages, twice on the second', [[row('1', 'a')], [row('2', 'b'), row('2', 'b')]], ['a', 'b']],
    ['of two pages, changed twice on the second', [[row('1', 'a')], [row('1', 'b'), row('1', 'c')]], ['a']],
    [
      'of three pages',
      [[row('1', 'a')], [row('2', 'b')], [row('1', 'a'), row('2', 'b'), row('3', 'c')]],
      ['a', 'b', 'c'],
    ],
    ['without an id', [[row('', 'a'), row('', 'a')], [row('', 'a')]], ['a', 'a', 'a']],
  ])('%s', async (_name, pages, expected) => expect(await namesOf(...pages)).toEqual(expected));

  test('count as often as they were sent, so that rows that come twice are not missed', async () => {
    const { service } = serving({ '@odata.count': 2, ...page('a', 'a') });
    expect((await readAll(service))._unsafeUnwrap()).toEqual({ rows: [{ id: 'a' }], coverage: 'complete' });
  });

  test('that the service counts and does not send are said to be missing', async () => {
    const { service } = serving({ '@odata.count': '12', ...page('a'), nextLink: 'teams?2' }, page('b'));
    const result = await readAll(service);
    const detail = 'the service counts 12 rows and sent 2';
    expect(result._unsafeUnwrap()).toEqual({ rows: [{ id: 'a' }, { id: 'b' }], coverage: 'partial', detail });
    expect(factOfRows(result)).toEqual(known([{ id: 'a' }, { id: 'b' }], { coverage: 'partial', detail }));
    expect(allRows(result, 'teams')._unsafeUnwrapErr()).toEqual(unknown('malformed', `teams: ${detail}`));
  });

  test('that an answer is known to lack are said to be missing, whichever page lacks them', async () => {
    const [first, second] = [{ ...page('a'), nextLink: 'teams?2' }, page('b')];
    const lack = 'the file ends here';
    const cases: readonly (readonly Answer[])[] = [
      [{ json: first }, { json: second, lack }],
      [{ json: first, lack }, { json: second }],
      [
        { json: first, lack },
        { json: second, lack: 'later' },
      ],
    ];
    for (const answers of cases) {
      const result = await readAll(answering(...answers).service);
      expect(result._unsafeUnwrap()).toEqual({
        rows: [{ id: 'a' }, { id: 'b' }],
        coverage: 'partial',
        detail: 'the file ends here',
        reason: 'not-provided',
      });
      expect(allRows(result, 'teams')._unsafeUnwrapErr()).toEqual(unknown('not-provided', 'teams: the file ends here'));
    }
  });

  test('that could not be read are a fact that says why', async () => {
    const failure = unknown('not-permitted', '403');
    expect(factOfRows(err(failure))).toBe(failure);
    expect(allRows(err(failure), 'teams')._unsafeUnwrapErr()).toBe(failure);
  });

  test('of a whole set are a complete fact', async () => {
    const result = await readAll(serving(page('a')).service);
    expect(factOfRows(result)).toEqual(known([{ id: 'a' }]));
    expect(allRows(result, 'teams')._unsafeUnwrap()).toEqual([{ id: 'a' }]);
  });

  test('in more pages than are believed, or in pages that repeat, say so', async () => {
    const get: Service['get'] = async (url) => {
      const number = Number(new URL(url, base).search.slice(1)) + 1;
      return ok({
        json: { ...page(isEndless ? `${number}` : 'a'), nextLink: `teams?${number}` },
        url: new URL(url, base).href,
      });
    };
    let isEndless = true;
    const service = { baseUrl: base, get, act: get };
    const read = () => readPages(service, 'teams?0', 'teams', kind, signal);
    expect((await read())._unsafeUnwrap()).toMatchObject({
      coverage: 'partial',
      detail: 'it has more than 2000 pages: the others were not read',
    });
    isEndless = false;
    expect((await read())._unsafeUnwrapErr()).toEqual(
      unknown('malformed', 'teams: the pages continue without new rows'),
    );
  });
});

describe('a query', () => {
  test.each([
    [{ select: ['id'] }, 'teams?$select=id'],
    [{ select: ['id', 'name'], filter: "name eq 'A & B'" }, "teams?$select=id,name&$filter=name%20eq%20'A%20%26%20B'"],
    [
      { select: ['id'], expand: 'members($select=id;$top=1)' },
      'teams?$select=id&$expand=members(%24select%3Did%3B%24top%3D1)',
    ],
    [{ select: ['id'], filter: 'a eq 1', expand: 'b' }, 'teams?$select=id&$filter=a%20eq%201&$expand=b'],
  ])('%j is %s', async (query, url) => {
    const { service, urls, asked } = serving(page());
    await readRows(service, 'teams', query, kind, signal);
    expect(urls()).toEqual([url]);
    expect(asked[0]?.what).toBe('teams');
  });

  test.each<[readonly string[], string]>([
    [[], ''],
    [['1'], 'id eq 1'],
    [['1', '2', '3'], 'id eq 1 or id eq 2 or id eq 3'],
  ])('for any of %j is %j', (ids, expected) => expect(anyOf('id', new Set(ids))).toBe(expected));

  test('for many ids has each once, in their order', () => {
    expect(inBatches(['a', 'b', 'a', 'c', 'd', 'e', 'b'], 2)).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    expect(inBatches(['a', 'b', 'c', 'd'], 2)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(inBatches([])).toEqual([]);
    expect(inBatches(Array.from({ length: 41 }, (_, index) => `${index}`)).map(({ length }) => length)).toEqual([
      40, 1,
    ]);
  });
});
