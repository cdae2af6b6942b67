import { afterEach, describe, expect, test } from 'vitest';
import { dataverseAdapter, type RowProblem } from '../../src/adapters/index.js';
import {
  evaluateSnapshot,
  type Facts,
  gatherSnapshot,
  mapDesign,
  redactSnapshot,
  type Snapshot,
} from '../../src/index.js';
import { field, lookup, type MapRow, mapRow, shippedMaps } from '../support/entity-maps.js';
import { healthySnapshot, holdingsOf } from '../support/live-environment.js';
import { attribute, type Metadata, metadataFor, property, withMetadata } from '../support/live-metadata.js';
import { type Fault, type Holdings, type LiveServer, send, startLiveServer } from '../support/live-server.js';

const credentialFor = (token: string) => ({
  getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }),
});
const retry = { maxRetries: 0 };

let server: LiveServer | undefined;
afterEach(() => server?.close());

interface Read {
  readonly snapshot: Snapshot;
  readonly problems: readonly RowProblem[];
  readonly requests: LiveServer['requests'];
}

/** Reads the maps and what they name, of both sides unless told otherwise. */
async function read(
  rows: readonly MapRow[],
  metadata: Metadata = metadataFor(rows),
  { fault, side = 'both', change = (holdings) => holdings, gateway }: Reading = {},
): Promise<Read> {
  const holdings = change(withMetadata(holdingsOf(healthySnapshot()), rows, metadata));
  server = await startLiveServer(holdings, fault ? { fault } : {});
  const { url, requests } = server;
  const problems: RowProblem[] = [];
  const adapter = dataverseAdapter({
    url,
    credential: credentialFor('for-dataverse'),
    retry,
    gateway,
    finops: side === 'both' ? { url, credential: credentialFor('for-finops'), retry } : undefined,
    onRowProblem: (problem) => problems.push(problem),
  });
  const snapshot = await gatherSnapshot(adapter, { only: ['mapDefinitions', 'tableMetadata'] });
  return { snapshot: snapshot._unsafeUnwrap(), problems, requests };
}

interface Reading {
  readonly fault?: Fault;
  readonly side?: 'both' | 'dataverse';
  readonly change?: (holdings: Holdings) => Holdings;
  readonly gateway?: unknown;
}

function factValue<Name extends 'mapDefinitions' | 'tableMetadata'>({ snapshot }: Read, name: Name): Facts[Name] {
  const fact = snapshot.facts[name];
  if (fact?.status !== 'known') throw new Error(`${name} is not known`);
  return fact.value;
}

const refusing =
  (path: RegExp, status = 403): Fault =>
  (asked, response) => {
    if (!path.test(asked.path)) return false;
    send(response, status, {});
    return true;
  };

const account = (fields = [field('CUSTOMERACCOUNT', 'accountnumber')], version = '1.0.0.5') =>
  mapRow('accounts', 'Customers V3', { version, fields });

describe('tables', () => {
  test('a table has its set name, its logical name, columns, lookup targets and alternate keys', async () => {
    const rows = [
      account([field('NAME', 'name'), lookup('COMPANY', 'msdyn_company.cdm_companycode', 'cdm_companies')]),
    ];
    const metadata = metadataFor(rows, { keys: { account: [['name', 'msdyn_company'], ['name']] } });
    const tables = factValue(await read(rows, metadata), 'tableMetadata');
    expect(tables.filter(({ side }) => side === 'dataverse')).toEqual([
      {
        side: 'dataverse',
        name: 'accounts',
        otherNames: ['account'],
        companySpecific: true,
        columns: [
          { name: 'name', type: 'String', required: false, readOnly: false },
          { name: 'msdyn_company', type: 'Lookup', required: false, readOnly: false, lookupTargets: ['cdm_company'] },
        ],
        alternateKeys: [['name', 'msdyn_company'], ['name']],
      },
      {
        side: 'dataverse',
        name: 'cdm_companies',
        otherNames: ['cdm_company'],
        companySpecific: false,
        columns: [{ name: 'cdm_companycode', type: 'String', required: false, readOnly: false }],
        alternateKeys: [],
      },
    ]);
  });
  test.each<[string, Record<string, unknown>, object]>([
    ['needed', { RequiredLevel: { Value: 'ApplicationRequired' } }, { required: true }],
    ['recommended', { RequiredLevel: { Value: 'Recommended' } }, { required: false }],
    ['needed by the system, which fills it', { RequiredLevel: { Value: 'SystemRequired' } }, { required: false }],
    [
      'numbered by Dataverse',
      { RequiredLevel: { Value: 'ApplicationRequired' }, AutoNumberFormat: '{SEQNUM:5}' },
      { required: false },
    ],
    [
      'a yes or no, which always has a value',
      { RequiredLevel: { Value: 'ApplicationRequired' }, AttributeType: 'Boolean' },
      { required: false },
    ],
    [
      'a choice, which may have a default value',
      { RequiredLevel: { Value: 'ApplicationRequired' }, AttributeType: 'Picklist' },
      { required: undefined },
    ],
    ['of which nothing is told', { RequiredLevel: null }, { required: undefined }],
    ['written when a row is created', { IsValidForUpdate: false }, { readOnly: false }],
    ['written by nobody', { IsValidForCreate: false, IsValidForUpdate: false }, { readOnly: true }],
    ['that says nothing of writing', { IsValidForCreate: null }, { readOnly: undefined }],
  ])('a column %s', async (_name, more, expected) => {
    const rows = [account([field('NAME', 'name')])];
    const metadata = metadataFor(rows, { attributes: { account: [attribute('name', more)] } });
    const [table] = factValue(await read(rows, metadata), 'tableMetadata');
    expect(table?.columns?.[0]).toMatchObject(expected);
  });
  test('a key whose index is not built yet does not identify rows', async () => {
    const rows = [account()];
    const { definitions, ...others } = metadataFor(rows);
    const Keys = [
      { MetadataId: 'k', KeyAttributes: ['accountnumber'], EntityKeyIndexStatus: 'Pending' },
      { MetadataId: 'l', KeyAttributes: ['name'], EntityKeyIndexStatus: 'Failed' },
    ];
    const pending = { ...others, definitions: definitions.map((definition) => ({ ...definition, Keys })) };
    expect(factValue(await read(rows, pending), 'tableMetadata')[0]?.alternateKeys).toEqual([]);
  });
  test('a lookup of companies outside the keys leaves open whose rows they are', async () => {
    const rows = [account([lookup('COMPANY', 'msdyn_company.cdm_companycode', 'cdm_companies')])];
    const [table] = factValue(await read(rows), 'tableMetadata');
    expect(table).toMatchObject({ name: 'accounts', companySpecific: undefined });
  });
  test('lookups are followed to their end, also where the map does not name the table', async () => {
    const rows = [account([field('SITE', 'msdyn_site.msdyn_region.msdyn_name')])];
    const metadata = metadataFor(rows);
    const row = (LogicalName: string, Attributes: object[], ManyToOneRelationships: object[] = []) => ({
      MetadataId: `d-${LogicalName}`,
      LogicalName,
      EntitySetName: `${LogicalName}s`,
      Attributes,
      Keys: [],
      ManyToOneRelationships,
    });
    const to = (ReferencingAttribute: string, ReferencedEntity: string) => ({
      MetadataId: `r-${ReferencingAttribute}`,
      ReferencingAttribute,
      ReferencedEntity,
    });
    const definitions = [
      row('account', [attribute('msdyn_site')], [to('msdyn_site', 'msdyn_site'), to('msdyn_site', 'msdyn_place')]),
      row('msdyn_site', [attribute('msdyn_region')], [to('msdyn_region', 'msdyn_region')]),
      row('msdyn_place', [attribute('msdyn_name')]),
      row('msdyn_region', [attribute('msdyn_name')]),
      row('unrelated', [attribute('name')]),
    ];
    const result = await read(rows, { ...metadata, definitions });
    const names = factValue(result, 'tableMetadata').flatMap(({ side, name }) => (side === 'dataverse' ? [name] : []));
    expect(names.sort()).toEqual(['accounts', 'msdyn_places', 'msdyn_regions', 'msdyn_sites']);
  });
  test('both tables of a polymorphic lookup', async () => {
    const rows = [
      mapRow('quotes', 'CDS sales quotation header', {
        fields: [field('CUSTOMER', 'customerid.Account(accountnumber).Contact(msdyn_contactpersonid)')],
      }),
    ];
    const tables = factValue(await read(rows), 'tableMetadata');
    expect(tables.flatMap(({ side, name }) => (side === 'dataverse' ? [name] : [])).sort()).toEqual([
      'accounts',
      'contacts',
      'quotes',
    ]);
  });
  test('a table that Dataverse does not have is said so and left out', async () => {
    const rows = [account(), mapRow('msdyn_gones', 'Gone')];
    const { definitions, ...others } = metadataFor(rows);
    const left = definitions.filter(({ LogicalName }) => LogicalName !== 'msdyn_gone');
    const result = await read(rows, { ...others, definitions: left });
    expect(result.snapshot.facts.tableMetadata).toMatchObject({ status: 'known' });
    expect(result.problems).toEqual([
      { fact: 'tableMetadata', id: 'msdyn_gones', problem: 'Dataverse has no table of this name' },
    ]);
  });
  test('a name of a table with an apostrophe or another case is sought as it is', async () => {
    const rows = [mapRow("Odd'Tables", 'Odd')];
    const definitions = [
      {
        MetadataId: 'd',
        LogicalName: "odd'table",
        EntitySetName: "odd'tables",
        Attributes: [attribute('name')],
        Keys: [],
        ManyToOneRelationships: [],
      },
    ];
    const { requests, snapshot } = await read(rows, { ...metadataFor(rows), definitions }, { side: 'dataverse' });
    const filters = requests.map(({ query }) => query.get('$filter')).filter((filter) => filter !== null);
    expect(filters).toEqual(["LogicalName eq 'odd''table'"]);
    expect(snapshot.facts.tableMetadata?.status).toBe('known');
  });
});

describe('entities', () => {
  test('an entity has the name that maps use, the others beside it, and its columns', async () => {
    const rows = [account()];
    const metadata = metadataFor(rows);
    const Properties = [
      property('dataAreaId', { IsKey: true, IsMandatory: true }),
      property('CustomerAccount', { IsKey: true, AllowEdit: false }),
      property('CustomerGroupId', { IsMandatory: true }),
      property('IsOneTime', { TypeName: 'Microsoft.Dynamics.DataEntities.NoYes' }),
      property('Balance', { AllowEdit: false, AllowEditOnCreate: false }),
    ];
    const publicEntities = metadata.publicEntities.map((entity) => ({ ...entity, Properties }));
    const tables = factValue(await read(rows, { ...metadata, publicEntities }), 'tableMetadata');
    expect(tables.filter(({ side }) => side === 'finops')).toEqual([
      {
        side: 'finops',
        name: 'Customers V3',
        otherNames: ['Entity0Entity', 'Entity0', 'Entities0'],
        companySpecific: true,
        columns: [
          { name: 'dataAreaId', type: 'Edm.String', required: true, readOnly: false },
          { name: 'CustomerAccount', type: 'Edm.String', required: false, readOnly: false },
          { name: 'CustomerGroupId', type: 'Edm.String', required: true, readOnly: false },
          { name: 'IsOneTime', type: 'Microsoft.Dynamics.DataEntities.NoYes', required: false, readOnly: false },
          { name: 'Balance', type: 'Edm.String', required: false, readOnly: true },
        ],
      },
    ]);
  });
  test.each([
    ['without a company', [property('Name')], false],
    ['with a company beside its key', [property('dataAreaId'), property('Name', { IsKey: true })], undefined],
  ])('an entity %s', async (_name, Properties, companySpecific) => {
    const rows = [account()];
    const metadata = metadataFor(rows);
    const publicEntities = metadata.publicEntities.map((entity) => ({ ...entity, Properties }));
    const tables = factValue(await read(rows, { ...metadata, publicEntities }), 'tableMetadata');
    expect(tables.find(({ side }) => side === 'finops')).toMatchObject({ companySpecific });
  });
  test('of a read-only entity, nothing is written', async () => {
    const rows = [account()];
    const metadata = metadataFor(rows);
    const publicEntities = metadata.publicEntities.map((entity) => ({ ...entity, IsReadOnly: true }));
    const tables = factValue(await read(rows, { ...metadata, publicEntities }), 'tableMetadata');
    const columns = tables.find(({ side }) => side === 'finops')?.columns ?? [];
    expect(columns.map(({ readOnly }) => readOnly)).toEqual([true, true]);
  });
  test('one that data management does not list, and one that is not public, are said so', async () => {
    const rows = [account(), mapRow('msdyn_as', 'Private'), mapRow('msdyn_bs', 'Unlisted')];
    const { managed, dataEntities, ...others } = metadataFor(rows);
    const result = await read(rows, {
      ...others,
      managed: managed.filter(({ EntityName }) => EntityName !== 'Unlisted'),
      dataEntities: dataEntities.map((entity) =>
        entity.Name === 'Entity1Entity' ? { ...entity, PublicEntityName: '' } : entity,
      ),
    });
    expect(result.problems.map(({ id, problem }) => `${id}: ${problem}`)).toEqual([
      'private: finance and operations has no public data entity of this name',
      'unlisted: finance and operations has no public data entity of this name',
    ]);
    expect(result.snapshot.facts.tableMetadata).not.toHaveProperty('coverage');
  });
  test('each side gets the token that is for it', async () => {
    const { requests } = await read([account()]);
    const tokens = (isFinops: boolean) =>
      new Set(
        requests
          .filter(({ path }) => path.startsWith('/api/') !== isFinops)
          .map(({ headers }) => headers.authorization),
      );
    expect(tokens(true)).toEqual(new Set(['Bearer for-finops']));
    expect(tokens(false)).toEqual(new Set(['Bearer for-dataverse']));
  });
});

describe('what cannot be read', () => {
  test('one side leaves the other: the fact is partial and says why', async () => {
    const { snapshot } = await read([account()], undefined, { fault: refusing(/^\/metadata\//) });
    const fact = snapshot.facts.tableMetadata;
    expect(fact).toMatchObject({ status: 'known', coverage: 'partial' });
    expect(fact?.detail).toMatch(/^finance and operations could not be read \(403: /);
    expect(fact?.status === 'known' && fact.value.map(({ side }) => side)).toEqual(['dataverse']);
  });
  test('so it is for Dataverse', async () => {
    const { snapshot } = await read([account()], undefined, { fault: refusing(/EntityDefinitions/) });
    const fact = snapshot.facts.tableMetadata;
    expect(fact?.status === 'known' && fact.value.map(({ side }) => side)).toEqual(['finops']);
    expect(fact?.detail).toMatch(/^Dataverse could not be read \(403: /);
  });
  test('neither side, and no maps: not known', async () => {
    const neither = await read([account()], undefined, { fault: refusing(/EntityDefinitions|^\/metadata\//) });
    expect(neither.snapshot.facts.tableMetadata).toMatchObject({ status: 'unknown', reason: 'not-permitted' });
    await server?.close();
    const { snapshot } = await read([account()], undefined, { fault: refusing(/entitymaps/) });
    expect(snapshot.facts).toMatchObject({
      mapDefinitions: { status: 'unknown', reason: 'not-permitted' },
      tableMetadata: { status: 'unknown', reason: 'not-permitted' },
    });
  });
  test('Dataverse alone is told whole where nobody names the other side', async () => {
    const { snapshot, requests } = await read([account()], undefined, { side: 'dataverse' });
    expect(snapshot.facts.tableMetadata).not.toHaveProperty('coverage');
    expect(requests.every(({ path }) => path.startsWith('/api/'))).toBe(true);
  });
  test('privileges that do not reach all maps make them partial', async () => {
    const { snapshot } = await read([account()], undefined, {
      change: (holdings) => ({ ...holdings, privileges: { prvReadmsdyn_dualwriteentitymap: 'Local' } }),
    });
    expect(snapshot.facts.mapDefinitions).toMatchObject({ status: 'known', coverage: 'partial' });
    expect(snapshot.facts.mapDefinitions?.detail).toContain('prvReadmsdyn_dualwriteentitymap');
  });
});

describe('saved maps', () => {
  const using =
    (...versions: readonly string[]) =>
    (holdings: Holdings): Holdings => ({
      ...holdings,
      dataverse: {
        ...holdings.dataverse,
        msdyn_dualwriteruntimeconfigs: versions.map((version, index) => {
          const [Major, Minor, Build, Revision] = version.split('.').map(Number);
          return {
            msdyn_dualwriteruntimeconfigid: `rc${index}`,
            msdyn_internalentityname: 'account',
            msdyn_externalentityname: 'Customers V3',
            msdyn_unsecure: JSON.stringify({
              SourceEntityName: 'accounts',
              SourceEnvironmentType: 1,
              EntityMapVersion: { Major, Minor, Build, Revision },
            }),
            statecode: 0,
          };
        }),
      },
    });
  const versions = [
    account(undefined, '1.0.0.5'),
    { ...account(undefined, '2.0.0.0'), msdyn_dualwriteentitymapid: 'b' },
  ];
  const activity = (result: Read) =>
    factValue(result, 'mapDefinitions').map(({ version, active }) => [version, active]);

  test('a row has its texts to the character, and who made it', async () => {
    const [row] = versions as [MapRow];
    expect(factValue(await read([row], undefined, { side: 'dataverse', change: using() }), 'mapDefinitions')).toEqual([
      {
        id: row.msdyn_dualwriteentitymapid,
        name: 'msdyn_[accounts - Customers V3]',
        displayName: 'accounts - Customers V3',
        version: '1.0.0.5',
        publisher: 'msdyn',
        managed: true,
        active: null,
        integrationKeys: null,
        mapping: row.msdyn_mapping,
        properties: row.msdyn_properties,
      },
    ]);
  });
  test('the version of the runtime configuration is in use, and the others are not', async () => {
    expect(activity(await read(versions, undefined, { change: using('1.0.0.5', '1.0.0.5') }))).toEqual([
      ['1.0.0.5', true],
      ['2.0.0.0', false],
    ]);
  });
  test.each<[string, readonly string[]]>([
    ['no configuration', []],
    ['two versions', ['1.0.0.5', '2.0.0.0']],
    ['a version that is not saved', ['3.0.0.0']],
  ])('%s: it is not known which one is in use', async (_name, used) => {
    expect(activity(await read(versions, undefined, { change: using(...used) }))).toEqual([
      ['1.0.0.5', null],
      ['2.0.0.0', null],
    ]);
  });
  test('with two publishers of that version, it is not known which one it is', async () => {
    const other = { ...versions[0], msdyn_dualwriteentitymapid: 'c', msdyn_name: 'new_[accounts - Customers V3]' };
    const rows = [...versions, other as MapRow];
    expect(activity(await read(rows, undefined, { change: using('1.0.0.5') }))).toEqual([
      ['1.0.0.5', null],
      ['2.0.0.0', false],
      ['1.0.0.5', null],
    ]);
  });
  test('a capture says it better than configurations', async () => {
    const gateway = {
      value: [
        {
          leftEntity: { targetType: 'AX', name: 'Customers V3' },
          rightEntity: { targetType: 'CRM', name: 'accounts' },
          detail: {
            tName: 'accounts - Customers V3',
            pid: 'p',
            state: '4',
            template: { name: 't', author: 'x', version: { major: 2, minor: 0, build: 0, revision: 0 } },
          },
        },
      ],
    };
    expect(activity(await read(versions, undefined, { change: using('1.0.0.5'), gateway }))).toEqual([
      ['1.0.0.5', false],
      ['2.0.0.0', true],
    ]);
  });
});

describe('nineteen shipped maps', () => {
  const shipped = shippedMaps();
  const keys = Object.fromEntries(
    metadataFor(shipped).definitions.map(({ LogicalName, Attributes }) => {
      const [first] = Attributes as readonly { readonly LogicalName: string }[];
      return [String(LogicalName), [[first?.LogicalName ?? '']]];
    }),
  );

  test('in a few requests', async () => {
    const { requests, problems, snapshot } = await read(shipped, metadataFor(shipped, { keys }));
    expect(problems).toEqual([]);
    expect(snapshot.facts.tableMetadata).not.toHaveProperty('coverage');
    const count = (path: RegExp) => requests.filter((request) => path.test(request.path)).length;
    expect({
      maps: count(/entitymaps/),
      configurations: count(/runtimeconfigs/),
      // The names, the mapped tables, and those behind their lookups that are not mapped themselves.
      tables: count(/EntityDefinitions/),
      entities: count(/DataManagementEntities|^\/metadata\//),
      privileges: count(/WhoAmI|RetrieveUser/),
      all: requests.length,
    }).toEqual({ maps: 1, configurations: 1, tables: 3, entities: 3, privileges: 2, all: 10 });
    const asked = requests.flatMap(({ path, query }) =>
      path.endsWith('EntityDefinitions')
        ? [...(query.get('$filter') ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => name)
        : [],
    );
    expect(asked.length, 'no table is requested twice').toBe(new Set(asked).size);
    expect(Math.max(...requests.map(({ url }) => url.length))).toBeLessThan(2_000);
  });
  test('every rule of the map design reaches a conclusion, before and after redaction', async () => {
    const { snapshot } = await read(shipped, metadataFor(shipped, { keys }));
    const outcomes = (one: Snapshot) =>
      evaluateSnapshot(one, { validator: mapDesign }).outcomes.map(({ code, status }) => `${code} ${status}`);
    expect(outcomes(snapshot).filter((outcome) => outcome.endsWith('inconclusive'))).toEqual([]);
    expect(outcomes(redactSnapshot(snapshot))).toEqual(outcomes(snapshot));
  });
});
