import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readTableMetadata } from '../../src/cli/read-table-metadata.js';
import { known } from '../../src/facts/fact.js';
import { snapshotOf } from '../../src/facts/snapshot.js';
import { evaluateSnapshot, mapDesign } from '../../src/index.js';
import { entityMapOf } from '../../src/maps/entity-map-of.js';
import { mapDefinitionOf } from '../../src/maps/map-definition-of.js';
import { field, mapRow } from '../support/entity-maps.js';
import { attribute, property } from '../support/live-metadata.js';

const folder = mkdtempSync(join(tmpdir(), 'table-metadata-'));
afterAll(() => rmSync(folder, { recursive: true }));

const maps = [
  mapDefinitionOf(
    entityMapOf(
      mapRow('accounts', 'Customers V3', {
        fields: [field('CUSTOMERACCOUNT', 'accountnumber'), field('GONE', 'name'), field('NAME', 'gone')],
      }),
    ),
  ),
];

const columns = ['accountid', 'accountnumber', 'name'].map((name) => attribute(name));
const list = { name: 'accounts', fields: columns.map(({ LogicalName: name }) => ({ name })), keys: [] };
const names = ['CustomerAccount', 'Name'];
const dataverse = 'https://contoso.crm4.dynamics.com/api/data/v9.2/$metadata#';
const edmx = (namespace: string, type: string, set: string, properties: readonly string[]) => `<?xml version="1.0"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices><Schema Namespace="${namespace}">
<EntityType Name="${type}">${properties.map((name) => `<Property Name="${name}" Type="Edm.String" />`).join('')}</EntityType>
<EntityContainer Name="Resources"><EntitySet Name="${set}" EntityType="${namespace}.${type}" /></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;

const tables = {
  EntityDefinitions: { value: [{ LogicalName: 'account', EntitySetName: 'accounts', Attributes: columns }] },
  'one EntityDefinition': {
    '@odata.context': `${dataverse}EntityDefinitions/$entity`,
    ...{ LogicalName: 'account', EntitySetName: 'accounts', Attributes: columns },
  },
  'its Attributes': { '@odata.context': `${dataverse}EntityDefinitions('account')/Attributes`, value: columns },
  '$metadata of Dataverse': edmx(
    'Microsoft.Dynamics.CRM',
    'account',
    'accounts',
    columns.map((one) => one.LogicalName),
  ),
  'a connection set': { forDualWrite: true, environments: { crm: { targetType: 'CRM', schemas: [list] } } },
  'rows of the fact': [
    { side: 'dataverse', name: 'accounts', columns: columns.map((one) => ({ name: one.LogicalName })) },
  ],
};
const entities = {
  PublicEntities: {
    value: [{ Name: 'CustomerV3', EntitySetName: 'CustomersV3', Properties: names.map((name) => property(name)) }],
  },
  '$metadata of finance and operations': edmx('Microsoft.Dynamics.DataEntities', 'CustomerV3', 'CustomersV3', names),
  'a connection set': {
    environments: {
      ax: {
        targetType: 'AX',
        schemas: [{ name: 'CustomersV3', displayName: 'Customers V3', fields: names.map((name) => ({ name })) }],
      },
    },
  },
  'a snapshot': snapshotOf(
    'uat',
    { tableMetadata: known([{ side: 'finops', name: 'Customers V3', columns: names.map((name) => ({ name })) }]) },
    { takenAt: '2026-11-20T10:00:00Z' },
  ),
};
const encodings = {
  'UTF-8': (text: string) => Buffer.from(text),
  'UTF-16 as PowerShell writes it': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
};

function file(name: string, content: unknown, encode = encodings['UTF-8']): string {
  const path = join(folder, name.replaceAll(/\W/g, '-'));
  writeFileSync(path, encode(typeof content === 'string' ? content : JSON.stringify(content)));
  return path;
}

async function findingsWith(paths: readonly string[]) {
  const metadata = await readTableMetadata(paths, maps);
  const facts = { mapDefinitions: known(maps), tableMetadata: metadata._unsafeUnwrap() };
  const { outcomes } = evaluateSnapshot(snapshotOf('uat', facts, { takenAt: '2026-11-20T10:00:00Z' }), {
    validator: mapDesign,
    only: ['DIPV1022', 'DIPV1025'],
  });
  return outcomes.flatMap((outcome) =>
    outcome.status === 'failed' ? outcome.findings.map(({ args }) => args.fields) : [],
  );
}

describe.each(Object.entries(encodings))('in %s', (encoding, encode) => {
  const pairs = Object.entries(tables).flatMap(([table, ofTable]) =>
    Object.entries(entities).map(([entity, ofEntity]) => [table, entity, ofTable, ofEntity] as const),
  );
  test.each(pairs)('%s and %s find the fields that do not exist', async (table, entity, ofTable, ofEntity) => {
    const paths = [file(`${encoding}-${table}`, ofTable, encode), file(`${encoding}-${entity}-2`, ofEntity, encode)];
    const expected = [['GONE'], ['gone']];
    expect(await findingsWith(paths)).toEqual(expected);
    expect(await findingsWith(paths.toReversed())).toEqual(expected);
  });
});

test('a folder of such files is taken too', async () => {
  const path = mkdtempSync(join(folder, 'folder-'));
  writeFileSync(join(path, 'a.json'), JSON.stringify(tables.EntityDefinitions));
  writeFileSync(join(path, 'b.xml'), entities['$metadata of finance and operations']);
  expect(await findingsWith([path])).toEqual([['GONE'], ['gone']]);
});

test('field mappings only name their tables', async () => {
  const leg = {
    sourceSchema: 'Customers V3',
    destinationSchema: 'accounts',
    fieldMappings: [{ sourceField: 'A', destinationField: 'b' }],
  };
  for (const content of [{ entityMappingTasks: [{ legs: [leg] }] }, [{ entityMappingTasks: [{ legs: [leg] }] }]]) {
    const path = file('mappings', content);
    expect((await readTableMetadata([path], maps))._unsafeUnwrap()).toMatchObject({
      coverage: 'partial',
      value: [{ name: 'Customers V3' }, { name: 'accounts' }],
    });
    expect(await findingsWith([path])).toEqual([]);
  }
});

test.each([
  [
    'maps',
    [mapRow('accounts', 'Customers V3')],
    'holds table maps, which `maps list` takes: expected what describes tables',
  ],
  ['words', 'Unable to build dual-write lookup metadata', 'is an error text, which `diagnose` takes'],
  ['other JSON', { a: 1 }, 'looks like JSON with the properties a: expected what describes tables'],
  ['bad rows', [{ side: 'left', name: 'a' }], '[0].side: expected one of "dataverse", "finops"'],
  ['$metadata of another product', edmx('Microsoft.NAV', 'a', 'b', []), 'looks like an XML file'],
  ['an empty file', '', 'is empty: expected what describes tables'],
])('%s: says what it is', async (name, content, words) => {
  const path = file(name, content);
  const complaint = (await readTableMetadata([path], maps))._unsafeUnwrapErr();
  expect(complaint).toContain(`${path}: `);
  expect(complaint).toContain(words);
});
