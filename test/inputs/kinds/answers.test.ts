import { describe, expect, test } from 'vitest';
import { recognize } from '../../../src/inputs/recognize.js';

const json = (value: unknown) => JSON.stringify(value);
const base = 'https://contoso.crm4.dynamics.com/api/data/v9.2/';
const row = { uniquename: 'DualWriteCore', version: '1.0.27.0' };
const team = { teamid: 't', isdefault: true };
const address = `${base}solutions?$select=uniquename`;
const at = {
  service: 'dataverse',
  host: 'contoso.crm4.dynamics.com',
  path: 'solutions',
  query: { $select: 'uniquename' },
};
const answer = (body: unknown, of?: object) => ({ status: 200, body, address: of });
const next = { '@odata.nextLink': `${base}solutions?$skiptoken=2` };

describe('answers of a service', () => {
  test.each<[string, unknown, readonly unknown[]]>([
    ['rows', [row, row], [{ value: [row, row] }]],
    ['one row', row, [row]],
    ['one answer', { value: [row] }, [{ value: [row] }]],
    ['answers about two sets', [{ value: [row] }, { value: [team] }], [{ value: [row] }, { value: [team] }]],
    ['a row beside an answer', [row, { value: [row] }], [row, { value: [row] }]],
    ['lists of answers', [[{ value: [row] }], [{ value: [team] }]], [{ value: [row] }, { value: [team] }]],
    [
      'the answer of a function',
      { '@odata.context': `${base}$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse`, a: 1 },
      [{ '@odata.context': `${base}$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse`, a: 1 }],
    ],
    [
      'rows of one, read by their id',
      [{ '@odata.context': `${base}$metadata#solutions/$entity`, ...row }],
      [{ '@odata.context': `${base}$metadata#solutions/$entity`, ...row }],
    ],
  ])('%s', (_name, value, bodies) => {
    expect(recognize(json(value))).toMatchObject({
      kind: 'service-answer',
      answers: bodies.map((body) => answer(body)),
    });
  });

  test('rows on lines are one answer', () => {
    expect(recognize(`${json(row)}\n${json(row)}`)).toEqual({
      kind: 'service-answer',
      answers: [answer({ value: [row, row] })],
      lacks: [],
    });
  });

  test('what the address says goes before what the rows say', () => {
    const rows = { value: [{ a: 1 }] };
    expect(recognize(json(rows), { address })).toEqual({
      kind: 'service-answer',
      answers: [answer(rows, at)],
      lacks: [],
    });
    expect(recognize(json(rows)).kind).toBe('unknown');
    expect(recognize(json(rows), { address: 'https://contoso.example/' }).kind).toBe('unknown');
    expect(recognize('{"value":[]}', { address })).toMatchObject({ answers: [answer({ value: [] }, at)] });
  });

  test('metadata of tables that has its address is an answer', () => {
    const table = { LogicalName: 'account', EntitySetName: 'accounts', OwnershipType: 'UserOwned' };
    expect(recognize(json({ value: [table] })).kind).toBe('table-metadata');
    expect(recognize(json({ value: [table] }), { address: `${base}EntityDefinitions` }).kind).toBe('service-answer');
  });

  test('an error with the address of the answer keeps its status', () => {
    const body = { error: { code: '0x80040217', message: 'a' } };
    expect(recognize(json({ statusCode: 404, body }), { address })).toMatchObject({ answers: [{ status: 404, body }] });
  });

  test('columns named as secrets are not kept', () => {
    expect(recognize(json([{ ...row, clientSecret: 'x' }]))).toMatchObject({ answers: [answer({ value: [row] })] });
  });

  test('pages that are missing are named once for each set', () => {
    const lacks = [expect.stringMatching(/more rows follow/)];
    expect(recognize(json({ value: [row], ...next })).lacks).toEqual(lacks);
    expect(
      recognize(
        json([
          { value: [row], ...next },
          { value: [team], ...next },
        ]),
      ).lacks,
    ).toEqual(lacks);
    expect(recognize(json([{ value: [row], ...next }, { value: [team] }])).lacks).toEqual(lacks);
    expect(recognize(json([{ value: [row], ...next }, { value: [row] }])).lacks).toEqual([]);
    expect(recognize(`${json({ value: [row], ...next })}\n{"a"\n`).lacks).toEqual([
      'line 2 could not be read',
      ...lacks,
    ]);
  });

  test.each<[string, unknown]>([
    ['rows of something else', [{ a: 1 }]],
    ['answers of which one is about something else', [{ value: [row] }, { value: [{ a: 1 }] }]],
    ['values', [1, 'a', null]],
    ['an answer beside a value', [{ value: [row] }, 7]],
    ['a list of nothing', [[]]],
  ])('%s are none', (_name, value) => {
    const input = recognize(json(value));
    expect(input).toMatchObject({
      kind: 'unknown',
      looksLike: expect.stringMatching(/^(?:JSON with|a list|an empty)/),
    });
  });
});

describe('answers of the gateway', () => {
  const set = { id: 's', environments: {} };
  const mappings = { entityMappingTasks: [] };

  test.each<[string, unknown, readonly unknown[]]>([
    ['a connection set', set, [set]],
    ['a list of them', [set], [[set]]],
    ['field mappings', mappings, [mappings]],
    ['field mappings in a list', [{ a: 1 }, mappings], [[{ a: 1 }, mappings]]],
  ])('%s', (_name, value, bodies) => {
    expect(recognize(json(value))).toEqual({
      kind: 'gateway-capture',
      answers: bodies.map((body) => ({ status: 200, body })),
      lacks: [],
    });
  });

  test('on lines, without their secrets', () => {
    const text = `${json(set)}\n{"a\n${json({ ...set, id: 't', accessToken: 'x', access_token: 'x' })}`;
    expect(recognize(text)).toEqual({
      kind: 'gateway-capture',
      answers: [
        { status: 200, body: set },
        { status: 200, body: { ...set, id: 't' } },
      ],
      lacks: ['line 2 could not be read'],
    });
  });

  test.each<[unknown, string]>([
    [{ entityMappingTasks: {} }, 'JSON with the properties entityMappingTasks'],
    [[null, 'entityMappingTasks'], 'a list of JSON values'],
    [{ environments: [] }, 'JSON with the properties environments'],
  ])('%j is none', (value, looksLike) => {
    expect(recognize(json(value))).toMatchObject({ kind: 'unknown', looksLike });
  });
});

describe('metadata of tables', () => {
  const definition = { LogicalName: 'account', EntitySetName: 'accounts', OwnershipType: 'UserOwned' };

  test('as answers', () => {
    const body = { value: [definition] };
    expect(recognize(json(body))).toMatchObject({
      kind: 'table-metadata',
      answers: [{ status: 200, body }],
      tables: [{ name: 'accounts' }],
    });
  });

  const rows = [{ side: 'dataverse', name: 'contact', source: 'description', columns: [] }];

  test('as rows of the fact has no answers', () => {
    expect(recognize(json(rows))).toMatchObject({ kind: 'table-metadata', answers: [], tables: [{ name: 'contact' }] });
  });

  test('as both keeps the answers', () => {
    const body = { value: [definition] };
    expect(recognize(`${json(body)}\n${json(rows)}`)).toMatchObject({
      kind: 'table-metadata',
      answers: [
        { status: 200, body },
        { status: 200, body: rows },
      ],
    });
  });

  test('of which there is none is an answer', () => {
    const body = { '@odata.context': `${base}$metadata#EntityDefinitions`, value: [] };
    expect(recognize(json(body))).toMatchObject({
      kind: 'table-metadata',
      answers: [{ status: 200, body }],
      tables: [],
    });
  });

  test('as XML has no answers', () => {
    const text = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
      <Schema Namespace="Microsoft.Dynamics.DataEntities" xmlns="http://docs.oasis-open.org/odata/ns/edm">
      <EntityType Name="CustomerV3"><Key><PropertyRef Name="Account"/></Key><Property Name="Account" Type="Edm.String"/></EntityType>
      <EntityContainer Name="Resources"><EntitySet Name="CustomersV3" EntityType="Microsoft.Dynamics.DataEntities.CustomerV3"/></EntityContainer>
      </Schema></edmx:DataServices></edmx:Edmx>`;
    expect(recognize(text)).toMatchObject({ kind: 'table-metadata', answers: [], tables: [{}], lacks: [] });
    expect(recognize(text.slice(0, -20))).toMatchObject({
      kind: 'table-metadata',
      lacks: [expect.stringMatching(/^not all of the \$metadata document could be read: \w/)],
    });
    expect(recognize('<configuration a="b"/>')).toMatchObject({ looksLike: 'an XML file (configuration)' });
  });
});

describe('rows of maps', () => {
  const map = { msdyn_dualwriteentitymapid: 'a', msdyn_name: 'accounts', msdyn_mapping: null };
  const context = `${base}$metadata#msdyn_dualwriteentitymaps(msdyn_name)`;

  test.each<[string, unknown]>([
    ['in a list', [map, map]],
    ['one alone', map],
    ['in an answer', { value: [map] }],
    ['in an answer that says so', { '@odata.context': context, value: [{ a: 1 }] }],
    ['of which there are none', { '@odata.context': context, value: [] }],
    [
      'in the answer of an action',
      { '@odata.context': `${base}$metadata#Collection(Microsoft.Dynamics.CRM.msdyn_dualwriteentitymap)`, value: [] },
    ],
  ])('%s', (_name, value) => {
    expect(recognize(json(value))).toEqual({ kind: 'map-rows', documents: [value], lacks: [] });
  });

  test('what is missing is named', () => {
    const page = json({ value: [map], ...next });
    expect(recognize(page).lacks).toEqual([expect.stringMatching(/more rows follow/)]);
    expect(recognize(`${page}\n{"a\n${page}`).lacks).toEqual([
      'line 2 could not be read',
      expect.stringMatching(/more rows follow/),
    ]);
  });

  test.each([
    ['alone', '{"msdyn_dualwriteentitymapid":"a","msdyn_mapping":1,"msdyn_mapping":2}', ''],
    ['on a line', `${json(map)}\n{"msdyn_dualwriteentitymapid":"a","msdyn_mapping":1,"msdyn_mapping":2}`, 'line 2: '],
  ])('a column that is there twice, %s, is a fault', (_name, text, place) => {
    expect(recognize(text)).toEqual({
      kind: 'unknown',
      looksLike: `a list of table maps that cannot be read: ${place}has msdyn_mapping more than once: only one of its values would be read`,
      expected: 'a list of table maps as it was written',
      lacks: [],
    });
  });

  test('wrapped as text keep their digits', () => {
    const body = '[{"msdyn_dualwriteentitymapid":"a","msdyn_mapping":null,"c":12345678901234567890}]';
    expect(recognize(json({ statusCode: 200, body }))).toMatchObject({
      kind: 'map-rows',
      documents: [[{ c: '12345678901234567890' }]],
    });
  });

  test.each<[string, unknown, string]>([
    ['an answer about another table', { '@odata.context': `${base}$metadata#accounts`, value: [map] }, 'unknown'],
    ['maps beside something else', [map, { a: 1 }], 'service-answer'],
    ['a page of maps and one of something else', [{ value: [map] }, { value: [{ a: 1 }] }], 'unknown'],
    ['an empty list', { value: [] }, 'unknown'],
  ])('%s is none', (_name, value, kind) => {
    expect(recognize(json(value)).kind).toBe(kind);
  });
});
