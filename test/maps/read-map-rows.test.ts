import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { readMapRows } from '../../src/maps/index.js';
import { type MapRow, shippedMaps } from '../support/entity-maps.js';

const shipped = shippedMaps();
const address = 'https://contoso.crm4.dynamics.com/api/data/v9.2';
const context = `${address}/$metadata#msdyn_dualwriteentitymaps`;

/** The link to page 2, 3, …, as Dataverse writes it; its cookie may be encoded several times. */
const linkTo = (page: number, encoded: (text: string) => string = encodeURIComponent) =>
  `${address}/msdyn_dualwriteentitymaps?$skiptoken=${encoded(`<cookie pagenumber="${page}" />`)}`;
const twice = (text: string) => encodeURIComponent(encodeURIComponent(text));

interface PageDetails {
  readonly next?: unknown;
  readonly count?: unknown;
}

function page(value: readonly unknown[], { next, count }: PageDetails = {}, more: object = {}): object {
  return {
    '@odata.context': context,
    ...(count === undefined ? {} : { '@odata.count': count }),
    value,
    ...(next === undefined ? {} : { '@odata.nextLink': next }),
    ...more,
  };
}

/** The rows in pages of a size, each with the link to the next one. */
function pagesOf(rows: readonly unknown[], size: number, linkOf: (page: number) => string = linkTo): readonly object[] {
  const number = Math.max(1, Math.ceil(rows.length / size));
  return Array.from({ length: number }, (_, index) =>
    page(rows.slice(index * size, (index + 1) * size), index < number - 1 ? { next: linkOf(index + 2) } : {}),
  );
}

const read = (...documents: readonly unknown[]) => readMapRows(documents)._unsafeUnwrap();
const [first = {}, second = {}, third = {}] = pagesOf(shipped, 8);
const idsOf = (rows: readonly unknown[]) => rows.map((row) => (row as MapRow).msdyn_dualwriteentitymapid).sort();

describe('all rows', () => {
  test.each<[string, readonly unknown[]]>([
    ['a list', [shipped]],
    ['a response', [page(shipped)]],
    ['a response without anything else', [{ value: shipped }]],
    ['a list in a list', [[shipped]]],
    ['rows one by one', shipped],
    ['pages in a list', [[first, second, third]]],
    ['pages by themselves, in any order', [third, first, second]],
    ['pages as lists', [[shipped.slice(0, 4), shipped.slice(4)]]],
    ['a link that is null', [page(shipped, { next: null })]],
    ['a link that is blank', [page(shipped, { next: ' ' })]],
    ['as many as are counted', [page(shipped, { count: 19 })]],
    ['as many as are counted, as text', [page(shipped, { count: '19' })]],
    ['not counted', [page(shipped, { count: null }, { '@Microsoft.Dynamics.CRM.totalrecordcount': -1 })]],
    ['a count over several pages', [page(shipped.slice(0, 9), { count: 19 }), page(shipped.slice(9), { count: 19 })]],
    [
      'a count on the first page only',
      [page(shipped.slice(0, 9), { count: 19, next: linkTo(2) }), page(shipped.slice(9))],
    ],
    ['a last page without rows', [page(shipped, { next: linkTo(2) }), page([])]],
    ['links of other services', [[...pagesOf(shipped, 8, (number) => `${address}/x?$skiptoken=a1b2c${number}f`)]]],
    ['links that count rows', [pagesOf(shipped, 8, (number) => `${address}/x?$skip=${(number - 1) * 8}`)]],
    ['links that are encoded twice', [pagesOf(shipped, 3, (number) => linkTo(number, twice))]],
    ['a page twice', [first, second, second, third]],
    ['a fact', [{ status: 'known', value: shipped, coverage: 'complete' }]],
  ])('%s', (_case, documents) => {
    const { coverage, value } = read(...documents);
    expect(coverage).toBeUndefined();
    expect(idsOf(value)).toEqual(idsOf(shipped));
  });

  test('5,000 rows are all, although Dataverse counts no further', () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => ({ msdyn_dualwriteentitymapid: `${index}` }));
    expect(read(page(rows, { count: 5_000 })).coverage).toBeUndefined();
    const rest = [{ msdyn_dualwriteentitymapid: 'a' }];
    for (const next of [undefined, linkTo(2)]) {
      expect(read(page(rows, { count: 5_000, next }), page(rest, { count: 5_000 })).coverage).toBeUndefined();
    }
  });

  test('none is an answer too', () => {
    for (const none of [[], { value: [] }, page([]), [page([])]])
      expect(read(none)).toEqual({ status: 'known', value: [] });
  });
});

describe('a part', () => {
  const rest = { '@Microsoft.Dynamics.CRM.morerecords': true };
  const error = { error: { code: '0x80040216', message: 'An unexpected error occurred.' } };
  test.each<[string, readonly unknown[], RegExp]>([
    ['the first page', [first], /more rows follow/],
    ['page 2 of 3', [second], /more rows follow/],
    ['a page in a list', [[first]], /more rows follow/],
    ['the first two pages', [first, second], /more rows follow/],
    ['the last two pages', [second, third], /the first page, or one between the others, was not given/],
    [
      'a gap between pages',
      [pagesOf(shipped, 4).filter((_, index) => index !== 1)],
      /the first page, or one between the others, was not given/,
    ],
    [
      'the last pages of a service that counts rows',
      [pagesOf(shipped, 8, (number) => `${address}/x?%24skip=${(number - 1) * 8}&cross-company=true`).slice(1)],
      /the first page/,
    ],
    [
      'a page with the rest of another list',
      [first, { ...third, '@odata.context': `${context}(msdyn_name)` }],
      /more rows/,
    ],
    ['an empty page that has a next one', [page([], { next: linkTo(2) })], /more rows follow/],
    ['the link of OData 4.01', [page(shipped, {}, { '@nextLink': linkTo(2) })], /more rows follow/],
    ['the link of OData 3', [page(shipped, {}, { 'odata.nextLink': linkTo(2) })], /more rows follow/],
    ['the link of Power Platform', [page(shipped, {}, { nextLink: linkTo(2) })], /more rows follow/],
    ['fewer than are counted', [page(shipped, { count: 20 })], /the service counts 20 rows, and 19 were given/],
    ['fewer than are counted, as text', [page(shipped, { count: '20' })], /counts 20 rows/],
    ['none of those that are counted', [page([], { count: 3 })], /counts 3 rows, and 0 were given/],
    ['a page twice instead of the next one', [page(shipped, { count: 38 }), page(shipped, { count: 38 })], /counts 38/],
    [
      'all of one list, not of the other',
      [page(shipped.slice(0, 9), { count: 9 }), page(shipped.slice(9), { count: 12 })],
      /counts 12 rows, and 10 were given/,
    ],
    ['a query in FetchXML that has more', [page(shipped, {}, rest)], /there are more rows/],
    ['an error after some rows', [page(shipped, {}, error)], /ends with an error/],
    ['an error of OData after some rows', [page(shipped, {}, { '@odata.error': error.error })], /ends with an error/],
    ['an error in place of a page', [[first, error]], /ends with an error/],
    ['a row that was read by its id', [{ '@odata.context': `${context}/$entity`, ...shipped[0] }], /read by its id/],
    [
      'a fact that is partial',
      [{ status: 'known', value: shipped, coverage: 'partial', detail: 'hidden rows' }],
      /^hidden rows$/,
    ],
  ])('%s', (_case, documents, why) => {
    const { coverage, detail } = read(...documents);
    expect(coverage).toBe('partial');
    expect(detail).toMatch(why);
  });

  property.prop([fc.integer({ min: 1, max: 8 }), fc.nat(), fc.array(fc.nat(), { minLength: 19, maxLength: 19 })])(
    'of numbered pages in any order, all are all, and any page less but the last two is a part',
    (size, without, order) => {
      const pages = pagesOf(shipped, size);
      const mixed = pages.map((one, index) => [one, order[index] ?? 0] as const).sort(([, a], [, b]) => a - b);
      expect(read(...mixed.map(([one]) => one)).coverage).toBeUndefined();
      // Without the page before the last one, the last page looks like it.
      const missing = pages[pages.length === 2 ? 0 : without % Math.max(1, pages.length - 2)];
      const rest = mixed.flatMap(([one]) => (one === missing ? [] : [one]));
      if (pages.length > 2) expect(read(...rest).coverage).toBe('partial');
      expect(read(...pages.slice(0, -1), ...(pages.length === 1 ? [page([], { next: linkTo(2) })] : [])).coverage).toBe(
        'partial',
      );
    },
  );
});

describe('a row that was given several times', () => {
  const [row, other] = shipped as [MapRow, MapRow];
  const changed = { ...row, msdyn_version: '2.0' };

  test.each<[string, readonly unknown[], readonly unknown[]]>([
    ['on two pages', [[row, other], [row]], [row, other]],
    [
      'with the id in another form',
      [row, { ...row, msdyn_dualwriteentitymapid: `{${row.msdyn_dualwriteentitymapid.toUpperCase()}}` }],
      [row],
    ],
    [
      'with what OData adds',
      [row, { '@odata.etag': 'W/"1"', 'statecode@OData.Community.Display.V1.FormattedValue': 'x', ...row }],
      [row],
    ],
    ['without an id', [[{ msdyn_name: 'a' }], [{ msdyn_name: 'a' }]], [{ msdyn_name: 'a' }, { msdyn_name: 'a' }]],
    ['on one page', [[row, changed, row]], [row, changed, row]],
    [
      'on one page, which is given twice',
      [
        [row, changed],
        [changed, row],
      ],
      [row, changed],
    ],
  ])('%s', (_case, documents, rows) => {
    expect(read(...documents)).toEqual({ status: 'known', value: rows });
  });

  test('twice on one page, and again with other content: none is dropped', () => {
    const third = { ...row, msdyn_version: '3.0' };
    const { value, coverage } = read([row, changed], [third]);
    expect({ value, coverage }).toEqual({ value: [row, changed, third], coverage: 'partial' });
  });

  test.each<[string, readonly unknown[], unknown]>([
    ['the one given last counts', [row, changed], changed],
    ['whatever their order', [changed, row], row],
    [
      'the one that was changed later counts',
      [
        { ...changed, modifiedon: '2026-11-20T10:00:00Z' },
        { ...row, modifiedon: '2026-11-20T11:00:00+02:00' },
      ],
      { ...changed, modifiedon: '2026-11-20T10:00:00Z' },
    ],
  ])('with different content: %s, and it is a part', (_case, documents, kept) => {
    expect(read(...documents)).toEqual({
      status: 'known',
      value: [kept],
      coverage: 'partial',
      detail: '1 row was given twice with different content',
    });
  });
});

describe('what is not a list of maps', () => {
  const fault = (...documents: readonly unknown[]) => readMapRows(documents)._unsafeUnwrapErr();
  test.each<[string, unknown, RegExp]>([
    ['a package', { name: '@contoso/app', version: '1.2.3' }, /^is not a table map$/],
    ['compiler options', { name: 'x', compilerOptions: {} }, /^is not a table map$/],
    ['nothing', {}, /^is not a table map$/],
    ['null', null, /^is not a table map$/],
    ['text', 'x', /^is not a table map$/],
    ['a number in a list', [shipped[0], 7], /^row 2: is not a table map$/],
    ['a row of a page', [first, { value: [shipped[0], {}] }], /^page 2, row 2: is not a table map$/],
    ['a report', { outcomes: [] }, /^is not a table map$/],
    ['a snapshot', { facts: {} }, /^is not a table map$/],
    ['a response as a row', [[{ value: [] }]], /^page 1, row 1: is not a table map$/],
    ['solutions', { value: [{ uniquename: 'x', version: '1.0' }] }, /^row 1: is not a table map$/],
    ['maps of the gateway', [{ leftEntity: {}, rightEntity: {}, detail: {} }], /^row 1: is not a table map$/],
    ['a result', { schemaVersion: 1, kind: 'map-list', maps: [] }, /^is not a table map$/],
    [
      'another table',
      { '@odata.context': `${address}/$metadata#accounts(name)`, value: [] },
      /but an answer about accounts$/,
    ],
    [
      'another table with such columns',
      [{ msdyn_solutioncomponentsummaryid: 'x', msdyn_name: 'x', msdyn_displayname: 'x' }],
      /is not a table map/,
    ],
    [
      'a runtime configuration',
      [{ msdyn_dualwriteruntimeconfigid: 'x', msdyn_name: 'x' }],
      /^row 1: is not a table map$/,
    ],
    ['a mapping of something else', { name: 'x', mapping: { properties: {} } }, /is not a table map/],
    ['legs of something else', { name: 'x', legs: 4 }, /is not a table map/],
    ['legs of a journey', { name: 'x', legs: [{ from: 'OSL', to: 'CPH' }] }, /is not a table map/],
    ['legs that are words', { legs: ['OSL', 'CPH'] }, /is not a table map/],
    ['a technical name of something else', { technicalName: 'pump 7' }, /is not a table map/],
  ])('%s', (_case, document, because) => {
    expect(fault(document)).toMatchObject({ type: 'not-maps', document: 0, because: expect.stringMatching(because) });
  });

  test('the document is named', () => {
    expect(fault(shipped, { name: 'x', version: '1' })).toMatchObject({ type: 'not-maps', document: 1 });
  });

  test('an error of the service is not an empty list', () => {
    const error = {
      error: { code: '0x80040220', message: 'Principal user is missing prvReadmsdyn_dualwriteentitymap' },
    };
    for (const answer of [error, [error], { 'odata.error': error.error }]) {
      expect(fault(answer)).toMatchObject({ type: 'service-error', document: 0 });
    }
  });

  test('maps of several environments are not one list', () => {
    const other = { ...page(shipped), '@odata.context': context.replace('contoso', 'fabrikam') };
    expect(fault(page(shipped), other)).toMatchObject({
      type: 'several-environments',
      hosts: ['contoso.crm4.dynamics.com', 'fabrikam.crm4.dynamics.com'],
    });
    const same = { ...page(shipped), '@odata.context': context.replace('crm4', 'api.crm4').toUpperCase() };
    expect(readMapRows([page(shipped), same]).isOk()).toBe(true);
  });
});

describe('a map has a column of the table, or legs', () => {
  test.each<[string, unknown]>([
    ['its name', { msdyn_name: 'x' }],
    ['its name in capitals', { MSDYN_NAME: 'x' }],
    ['its id', { msdyn_dualwriteentitymapid: 'x', statecode: 0 }],
    ['a mapping that is broken', { name: 'x', mapping: '{"legs' }],
    ['a mapping that is encoded twice', { mapping: '"{}"' }],
    ['a mapping that is not JSON', { mapping: 'x' }],
    ['no mapping', { name: 'x', version: '1.0', mapping: null }],
    ['a mapping document', { legs: [] }],
    ['legs as text', { legs: '[]' }],
    ['legs that are encoded one by one', { legs: ['{"fieldMappings":[]}'] }],
    ['legs in other letters', { Legs: [{ SourceSchema: 'Customers V3' }] }],
    ['its technical name', { technicalName: 'msdyn_[a - B]' }],
    ['a row with columns that are empty', { msdyn_name: null, msdyn_mapping: null }],
  ])('%s', (_case, row) => expect(read(row).value).toEqual([row]));
});

describe('nothing is thrown', () => {
  property.prop([fc.array(fc.jsonValue({ maxDepth: 4 }), { maxLength: 4 })])('whatever it gets', (documents) => {
    expect(typeof readMapRows(documents).isOk()).toBe('boolean');
  });

  test('by objects that are not JSON', () => {
    const loop: Record<string, unknown> = { msdyn_name: 'x', msdyn_dualwriteentitymapid: '1' };
    loop.self = loop;
    expect(read(loop, loop).coverage).toBe('partial');
    const hostile = {
      get value(): unknown {
        throw new Error('no');
      },
    };
    expect(readMapRows([hostile])._unsafeUnwrapErr()).toMatchObject({ type: 'not-maps', because: 'is not JSON' });
  });
});
