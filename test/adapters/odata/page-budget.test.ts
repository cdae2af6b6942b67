import { ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { allRows, factOfRows, inBatches, readPages, readRows, wholeRows } from '../../../src/adapters/odata/rows.js';
import type { Service } from '../../../src/adapters/odata/service.js';
import { known, unknown } from '../../../src/index.js';

/*
 * The OData reader at the edges of its budgets, over a service without a network: what is one page less or more decides
 * whether a fact is complete, partial or malformed.
 */

const base = 'https://org.crm4.dynamics.com/api/';
interface Page {
  readonly ids: readonly string[];
  readonly next?: string | undefined;
  readonly count?: number | string | undefined;
}

/** A service whose page number `n`, from 1 on, is `pageOf(n)`; it keeps the requested addresses. */
function serving(pageOf: (number: number) => Page): { readonly service: Service; readonly asked: readonly string[] } {
  const asked: string[] = [];
  const get: Service['get'] = async (url) => {
    asked.push(url);
    const { ids, next, count } = pageOf(asked.length);
    const json = { value: ids.map((id) => ({ id })), '@odata.count': count, '@odata.nextLink': next };
    return ok({ json, url: new URL(url, base).href });
  };
  return { service: { baseUrl: base, get, act: get }, asked };
}

const kind = wholeRows(z.object({ id: z.string() }), ({ id }) => id);
const { signal } = new AbortController();
const linkTo = (number: number) => `${base}teams?$skiptoken=${number}`;
const read = (service: Service) => readPages(service, 'teams', 'teams', kind, signal);

/** So many pages of one new row each. */
const pagesOfOne = (total: number) => (number: number) => ({
  ids: [`id${number}`],
  next: number < total ? linkTo(number + 1) : undefined,
});

describe('how many pages are read', () => {
  test('as many as the budget allows are all of the rows', async () => {
    const { service, asked } = serving(pagesOfOne(2_000));
    const result = (await read(service))._unsafeUnwrap();
    expect(result).toMatchObject({ coverage: 'complete' });
    expect(result.rows).toHaveLength(2_000);
    expect(asked).toHaveLength(2_000);
  });

  test('one more, and those that were read are a part; nothing beyond the budget is requested', async () => {
    const { service, asked } = serving(pagesOfOne(2_001));
    const result = await read(service);
    expect(result._unsafeUnwrap().rows).toHaveLength(2_000);
    expect(asked).toHaveLength(2_000);
    expect(factOfRows(result)).toMatchObject({
      status: 'known',
      coverage: 'partial',
      detail: expect.stringContaining('2000 pages'),
    });
    // A lookup that is cut off would prove what is not so.
    expect(allRows(result, 'teams')._unsafeUnwrapErr()).toEqual(
      unknown('malformed', expect.stringMatching(/^teams: .*2000 pages/)),
    );
  });
});

describe('pages without a new row', () => {
  /** One page with a row, so many without a new one, then one with another row. */
  const idle = (pages: number) => (number: number) => ({
    ids: number === pages + 2 ? ['b'] : ['a'],
    next: number < pages + 2 ? linkTo(number + 1) : undefined,
  });

  test('99 one after the other are read, and what comes after them counts', async () => {
    const { service } = serving(idle(99));
    expect((await read(service))._unsafeUnwrap()).toEqual({ rows: [{ id: 'a' }, { id: 'b' }], coverage: 'complete' });
  });

  test('100 are taken for a circle', async () => {
    const { service, asked } = serving(idle(100));
    expect((await read(service))._unsafeUnwrapErr()).toMatchObject({
      reason: 'malformed',
      detail: expect.stringContaining('without new rows'),
    });
    expect(asked).toHaveLength(101);
  });

  test('a new row between them starts the count again', async () => {
    const { service } = serving((number) => ({
      ids: number % 99 === 0 ? [`id${number}`] : ['a'],
      next: number < 400 ? linkTo(number + 1) : undefined,
    }));
    expect((await read(service))._unsafeUnwrap().rows).toHaveLength(5);
  });

  test('empty pages count among them', async () => {
    const { service } = serving((number) => ({ ids: [], next: linkTo(number + 1) }));
    expect((await read(service))._unsafeUnwrapErr()).toMatchObject({ reason: 'malformed' });
  });
});

describe('where pages lead', () => {
  test.each([
    ['the page itself', () => `${base}teams`],
    ['an earlier page', (number: number) => (number === 3 ? linkTo(2) : linkTo(number + 1))],
  ])('a link to %s is a fault', async (_name, next) => {
    const { service, asked } = serving((number) => ({ ids: [`id${number}`], next: next(number) }));
    expect((await read(service))._unsafeUnwrapErr()).toMatchObject({
      reason: 'malformed',
      detail: expect.stringContaining('is repeated'),
    });
    expect(asked.length).toBeLessThan(4);
  });

  test.each(['https://evil.example/teams', 'http://org.crm4.dynamics.com/api/teams?x', 'http://['])(
    'a link to %s is not followed',
    async (next) => {
      const { service, asked } = serving(() => ({ ids: ['a'], next }));
      expect((await read(service))._unsafeUnwrapErr()).toMatchObject({
        reason: 'malformed',
        detail: expect.stringContaining('another host'),
      });
      expect(asked).toHaveLength(1);
    },
  );
});

describe('rows that the service counts', () => {
  test.each([
    ['as many as it sent', 2, 'complete'],
    ['as many, as text', '2', 'complete'],
    ['fewer', 1, 'complete'],
    ['one more', 3, 'partial'],
    ['one more, as text', '3', 'partial'],
    ['something that is not a number', 'many', 'complete'],
  ])('%s', async (_name, count, coverage) => {
    const { service } = serving((number) => ({
      ids: [`id${number}`],
      count,
      next: number < 2 ? linkTo(2) : undefined,
    }));
    const result = (await read(service))._unsafeUnwrap();
    expect(result.coverage).toBe(coverage);
    expect(result.rows).toHaveLength(2);
  });

  test('the highest number of all pages counts', async () => {
    const { service } = serving((number) => ({
      ids: [`id${number}`],
      count: 4 - number,
      next: number < 2 ? linkTo(2) : undefined,
    }));
    expect((await read(service))._unsafeUnwrap()).toMatchObject({
      coverage: 'partial',
      detail: expect.stringContaining('3 rows'),
    });
  });
});

test('all rows are a complete fact, and a lookup', async () => {
  const result = await read(serving(pagesOfOne(2)).service);
  expect(factOfRows(result)).toEqual(known([{ id: 'id1' }, { id: 'id2' }]));
  expect(allRows(result, 'teams')._unsafeUnwrap()).toHaveLength(2);
});

test('only the columns that are needed are requested', async () => {
  const { service, asked } = serving(() => ({ ids: [] }));
  await readRows(service, 'teams', { select: ['id', 'name'], filter: 'a eq 1' }, kind, signal);
  expect(asked).toEqual(['teams?$select=id,name&$filter=a%20eq%201']);
});

test('ids are requested in lists that fit in an address, each once', () => {
  const ids = Array.from({ length: 81 }, (_, index) => `id${index}`);
  expect(inBatches([...ids, ...ids]).map(({ length }) => length)).toEqual([40, 40, 1]);
  expect(inBatches([])).toEqual([]);
});
