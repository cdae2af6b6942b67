import { describe, expect, test } from 'vitest';
import type { RecordedAddress, RecordedAnswer } from '../../src/adapters/recorded/recorded-answer.js';
import type { Facts } from '../../src/facts/schemas.js';
import type { Input } from '../../src/inputs/input.js';
import { tableMetadataIn } from '../../src/inputs/kinds/table-metadata.js';
import { tableMetadataOf } from '../../src/inputs/metadata/table-metadata-of.js';

const org = 'https://contoso.crm4.dynamics.com/api/data/v9.2';
const whole =
  'EntityDefinitions(LogicalName,EntitySetName,Attributes(LogicalName,AttributeType,RequiredLevel,IsValidForCreate,IsValidForUpdate,AutoNumberFormat),Keys(KeyAttributes,EntityKeyIndexStatus),ManyToOneRelationships(ReferencingAttribute,ReferencedEntity))';

const column = (LogicalName: string, more: object = {}) => ({
  '@odata.type': '#Microsoft.Dynamics.CRM.StringAttributeMetadata',
  MetadataId: `a-${LogicalName}`,
  LogicalName,
  AttributeType: 'String',
  RequiredLevel: { Value: 'None' },
  IsValidForCreate: true,
  IsValidForUpdate: true,
  AutoNumberFormat: '',
  ...more,
});
const columns = [
  column('accountid', { AttributeType: 'Uniqueidentifier', RequiredLevel: { Value: 'SystemRequired' } }),
  column('accountnumber', { RequiredLevel: { Value: 'ApplicationRequired' } }),
  column('createdon', { AttributeType: 'DateTime', IsValidForCreate: false, IsValidForUpdate: false }),
  column('msdyn_company', { AttributeType: 'Lookup' }),
];
const keys = [{ MetadataId: 'k', KeyAttributes: ['accountnumber', 'msdyn_company'], EntityKeyIndexStatus: 'Active' }];
const lookups = [{ ReferencingAttribute: 'msdyn_company', ReferencedEntity: 'cdm_company' }];
const definition = {
  LogicalName: 'account',
  EntitySetName: 'accounts',
  MetadataId: '70816501-edb9-4740-a16c-6a5efbc05d84',
  Attributes: columns,
  'Attributes@odata.nextLink': `${org}/EntityDefinitions(70816501-edb9-4740-a16c-6a5efbc05d84)/Attributes?$select=LogicalName`,
  Keys: keys,
  ManyToOneRelationships: lookups,
};
const account = {
  side: 'dataverse',
  name: 'accounts',
  otherNames: ['account'],
  companySpecific: true,
  columns: [
    { name: 'accountid', type: 'Uniqueidentifier', required: false, readOnly: false },
    { name: 'accountnumber', type: 'String', required: true, readOnly: false },
    { name: 'createdon', type: 'DateTime', required: false, readOnly: true },
    { name: 'msdyn_company', type: 'Lookup', required: false, readOnly: false, lookupTargets: ['cdm_company'] },
  ],
  alternateKeys: [['accountnumber', 'msdyn_company']],
  integrationKey: undefined,
};
const answer = (context: string, value: readonly unknown[], more: object = {}) => ({
  '@odata.context': `${org}/$metadata#${context}`,
  ...more,
  value,
});

/** What documents say, as a file of them would. */
function read(...documents: readonly unknown[]): Input & { readonly kind: 'table-metadata' } {
  const input = tableMetadataIn(documents);
  if (input === undefined) throw new Error('not recognized');
  return input;
}

function factOf(inputs: readonly Input[], entities: readonly string[] = []) {
  const fact = tableMetadataOf(inputs, entities);
  if (fact?.status !== 'known') throw new Error('not known');
  return fact;
}

/** Columns keep the order in which they are given. */
function inOrder(table: Facts['tableMetadata'][number]) {
  return { ...table, columns: table.columns?.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
}

describe('answers of EntityDefinitions', () => {
  const single = { '@odata.context': `${org}/$metadata#${whole}/$entity`, ...definition };
  const { Attributes: _, Keys: __, ManyToOneRelationships: ___, ...bare } = definition;
  const parts = [
    answer('EntityDefinitions(LogicalName,EntitySetName)', [bare]),
    answer("EntityDefinitions('account')/Attributes", columns.slice(0, 2), {
      '@odata.nextLink': `${org}/EntityDefinitions(LogicalName='account')/Attributes?$skiptoken=<cookie%20pagenumber=%222%22/>`,
    }),
    answer("EntityDefinitions('account')/Attributes", columns.slice(2)),
    answer("EntityDefinitions('account')/Keys", keys),
    answer("EntityDefinitions('account')/ManyToOneRelationships", lookups),
  ];
  const cases: readonly (readonly [string, readonly unknown[], readonly string[]])[] = [
    ['a list, as the readers ask for it', [answer(whole, [definition])], []],
    ['a list of pages', [[answer(whole, [definition]), answer(whole, [])]], []],
    ['one table', [single], []],
    ['one table in a list, with the status around it', [{ statusCode: 200, body: single }], []],
    ['rows without an envelope', [[definition]], ['address']],
    ['all properties', [answer('EntityDefinitions', [definition])], ['address']],
    ['its parts, one answer each', parts, ['address']],
    ['its parts in another order', parts.toReversed(), ['address']],
    ['its parts as a list', [parts], ['address']],
  ];
  test.each(cases)('%s', (_name, documents, lacks) => {
    const input = read(...documents);
    expect(input.tables.map(inOrder)).toEqual([account]);
    expect(input.lacks.map((lack) => /address/.exec(lack)?.[0] ?? lack)).toEqual(lacks);
    expect(factOf([input]).coverage).toBe(lacks.length === 0 ? undefined : 'partial');
  });

  test('the parts may be in different files', () => {
    const [table] = factOf(parts.map((part) => read(part))).value;
    expect(table && inOrder(table)).toEqual(account);
  });

  test('columns that are not all are not the columns of the table', () => {
    const cases: readonly (readonly unknown[])[] = [
      [parts[1]],
      [parts[0], answer("EntityDefinitions('account')/Attributes", columns.slice(2), { '@odata.count': 9 })],
      [answer("EntityDefinitions('account')/Attributes/Microsoft.Dynamics.CRM.LookupAttributeMetadata", [columns[3]])],
      [{ '@odata.context': `${org}/$metadata#EntityDefinitions('account')/Attributes/$entity`, ...columns[1] }],
      [answer(whole, [{ ...definition, 'Attributes@odata.nextLink': `${org}/x?$skiptoken=2` }])],
      [columns.slice(1).map((one) => ({ ...one, EntityLogicalName: 'account' }))],
    ];
    for (const documents of cases) {
      const input = read(...documents);
      expect(input.tables).toHaveLength(1);
      expect(input.tables[0]?.columns, JSON.stringify(documents)).toBeUndefined();
      expect(input.lacks.join()).toMatch(/not all columns of accounts? were given/);
      expect(factOf([input]).coverage).toBe('partial');
    }
  });

  test('details of some columns make those of a whole list richer', () => {
    const cast = answer(
      "EntityDefinitions('account')/Attributes/Microsoft.Dynamics.CRM.LookupAttributeMetadata(LogicalName,Targets)",
      [{ LogicalName: 'msdyn_company', Targets: ['cdm_company'] }],
    );
    const names = answer("EntityDefinitions('account')/Attributes(LogicalName,AttributeType)", [
      { LogicalName: 'accountid', AttributeType: 'Uniqueidentifier' },
      { LogicalName: 'msdyn_company', AttributeType: 'Lookup' },
    ]);
    for (const documents of [
      [cast, names],
      [names, cast],
    ]) {
      const found = read(...documents).tables[0]?.columns ?? [];
      expect(new Map(found.map((one) => [one.name, one]))).toEqual(
        new Map([
          ['accountid', { name: 'accountid', type: 'Uniqueidentifier' }],
          ['msdyn_company', { name: 'msdyn_company', type: 'Lookup', lookupTargets: ['cdm_company'] }],
        ]),
      );
    }
  });

  test('what is not said is not known', () => {
    const [table] = read(
      answer('EntityDefinitions', [{ LogicalName: 'account', Attributes: [{ LogicalName: 'name' }] }]),
    ).tables;
    expect(table).toEqual({
      ...{ side: 'dataverse', name: 'account', otherNames: [], companySpecific: undefined },
      ...{ columns: [{ name: 'name' }], alternateKeys: undefined, integrationKey: undefined },
    });
  });

  test('columns whose table nobody names are left out, and said so', () => {
    const input = read([column('name')]);
    expect(input.tables).toEqual([]);
    expect(input.lacks.join()).toContain('do not name their table');
  });

  const inHar = (path: string, query: RecordedAddress['query'], body: unknown): Input => ({
    kind: 'har',
    lacks: [],
    answers: [{ address: { service: 'dataverse', host: 'contoso.crm4.dynamics.com', path, query }, status: 200, body }],
  });
  test.each([
    ['EntityDefinitions', {}, undefined],
    ['EntityDefinitions', { $filter: "LogicalName eq 'account'" }, undefined],
    ["EntityDefinitions(LogicalName='account')", { $expand: 'Attributes($select=LogicalName)' }, undefined],
    [
      "EntityDefinitions(LogicalName='account')",
      { $expand: "Attributes($filter=AttributeType eq 'String')" },
      'partial',
    ],
    ["EntityDefinitions(LogicalName='account')", { $expand: 'Attributes($select=LogicalName;$top=3),Keys' }, 'partial'],
  ])('an address decides whether columns were left out: %s %j', (path, query, coverage) => {
    const fact = factOf([inHar(path, query, { value: [definition] })]);
    expect(fact.coverage).toBe(coverage);
    expect(fact.value[0]?.columns === undefined).toBe(coverage === 'partial');
  });

  test.each([
    ["EntityDefinitions(LogicalName='account')/Attributes", {}, undefined],
    ["EntityDefinitions(LogicalName='account')/Attributes", { $filter: 'IsCustomAttribute eq true' }, 'partial'],
    [
      "EntityDefinitions(LogicalName='account')/Attributes/Microsoft.Dynamics.CRM.LookupAttributeMetadata",
      {},
      'partial',
    ],
  ])('columns alone take their table from the address: %s %j', (path, query, coverage) => {
    const fact = factOf([inHar(path, query, { value: columns })]);
    expect(fact.coverage).toBe(coverage);
    expect(fact.value).toMatchObject([{ name: 'account' }]);
    expect(fact.value[0]?.columns === undefined).toBe(coverage === 'partial');
  });
});

describe('answers of finance and operations', () => {
  const property = (Name: string, more: object = {}) => ({
    ...{ Name, TypeName: 'Edm.String', IsKey: false, IsMandatory: false, AllowEdit: true, AllowEditOnCreate: true },
    ...more,
  });
  const customer = {
    Name: 'CustomerV3',
    EntitySetName: 'CustomersV3',
    IsReadOnly: false,
    Properties: [
      property('dataAreaId', { IsKey: true, AllowEdit: false }),
      property('CustomerAccount', { IsMandatory: true }),
    ],
  };
  const finops = (context: string, value: readonly unknown[]) => ({
    '@odata.context': `https://contoso.operations.dynamics.com/metadata/$metadata#${context}`,
    value,
  });
  const managed = finops('DataManagementEntities(EntityName,TargetName)', [
    { EntityName: 'Customers V3', TargetName: 'CustCustomerV3Entity' },
  ]);
  const published = finops('DataEntities', [{ Name: 'CustCustomerV3Entity', PublicEntityName: 'CustomerV3' }]);

  test.each([
    ['a list', [finops('PublicEntities', [customer])]],
    ['one', [{ ...customer, '@odata.context': 'https://x/metadata/$metadata#PublicEntities/$entity' }]],
  ])('PublicEntities: %s', (_name, documents) => {
    const input = read(...documents);
    expect(input.lacks).toEqual([]);
    expect(input.tables).toEqual([
      {
        side: 'finops',
        name: 'CustomersV3',
        otherNames: ['CustomerV3'],
        companySpecific: true,
        columns: [
          { name: 'dataAreaId', type: 'Edm.String', required: false, readOnly: false },
          { name: 'CustomerAccount', type: 'Edm.String', required: true, readOnly: false },
        ],
        alternateKeys: undefined,
        integrationKey: undefined,
      },
    ]);
  });

  test('two lists connect public names with the names that maps use', () => {
    const names = ['CustomerV3', 'Customers V3', 'CustCustomerV3Entity'];
    expect(read(managed, finops('PublicEntities', [customer]), published).tables[0]?.otherNames).toEqual(names);
    const files = [managed, finops('PublicEntities', [customer]), published].map((one) => read(one));
    expect(factOf(files).value[0]?.otherNames).toEqual(names);
  });

  const entity = (Name: string, EntitySetName: string) => ({ ...customer, Name, EntitySetName });
  test.each([
    ['by letters and digits', [customer], 'Customers V3', 'CustomersV3'],
    ['by the public name', [entity('CDSParty', 'CDSParties')], 'CDS Party', 'CDSParties'],
    ['in any letter case', [entity('CDSParty', 'CDSParties')], ' cds parties', 'CDSParties'],
    ['not by other letters', [entity('OperationalSite', 'OperationalSites')], 'Sites', undefined],
    ['not without the version', [customer], 'Customers', undefined],
    ['not where two fit', [customer, entity('Customers_V3', 'Customers_V3s')], 'Customers V3', undefined],
  ])('the names of maps are found %s', (_name, entities, name, found) => {
    const { value } = factOf([read(finops('PublicEntities', entities))], [name]);
    const owners = value.filter(({ otherNames }) => otherNames?.includes(name.trim()));
    expect(owners.map((one) => one.name)).toEqual(found === undefined ? [] : [found]);
  });

  test('a list that knows the name leaves nothing to compare', () => {
    const other = finops('DataManagementEntities', [{ EntityName: 'Customers V3', TargetName: 'ContosoEntity' }]);
    const files = [other, published, finops('PublicEntities', [customer])].map((one) => read(one));
    expect(factOf(files, ['Customers V3']).value[0]?.otherNames).toEqual(['CustomerV3']);
  });
});

describe('several files', () => {
  test('the richer one counts, per column; what is given last counts among equals', () => {
    const poor = {
      ...{ side: 'dataverse', name: 'accounts' },
      columns: [
        { name: 'AccountNumber', required: false, type: 'Edm.String' },
        { name: 'msdyn_new', readOnly: true },
      ],
      integrationKey: ['accountnumber'],
    };
    const rich = read(answer(whole, [definition]));
    for (const inputs of [
      [read([poor]), rich],
      [rich, read([poor])],
    ]) {
      const { value, coverage } = factOf(inputs);
      expect(coverage).toBeUndefined();
      expect(value).toEqual([
        {
          ...account,
          columns: [...account.columns, { name: 'msdyn_new', readOnly: true }],
          integrationKey: ['accountnumber'],
        },
      ]);
    }
    const later = read(answer(whole, [{ ...definition, Attributes: [column('accountnumber')] }]));
    const numberIn = (inputs: readonly Input[]) =>
      factOf(inputs).value[0]?.columns?.find(({ name }) => name === 'accountnumber');
    expect(numberIn([rich, later])).toMatchObject({ required: false });
    expect(numberIn([later, rich])).toMatchObject({ required: true });
  });

  test('a column that a later whole list does not have was deleted; times decide what is later', () => {
    const entity = (...names: readonly string[]) => ({
      value: [{ Name: 'UnitV2', EntitySetName: 'UnitsV2', Properties: names.map((Name) => ({ Name })) }],
    });
    const table = (...names: readonly string[]) => ({
      value: [{ ...definition, Attributes: names.map((name) => column(name)) }],
    });
    for (const [path, service, of] of [
      ['PublicEntities', 'finops-metadata', entity],
      ['EntityDefinitions', 'dataverse', table],
    ] as const) {
      const answered = (at: number | undefined, ...names: readonly string[]): RecordedAnswer => ({
        address: { service, host: 'contoso', path, query: {} },
        ...{ status: 200, body: of(...names), at },
      });
      const namesIn = (...answers: readonly RecordedAnswer[]) =>
        factOf([{ kind: 'har', lacks: [], answers }]).value[0]?.columns?.map(({ name }) => name);
      expect(namesIn(answered(2, 'a'), answered(1, 'a', 'b'))).toEqual(['a']);
      expect(namesIn(answered(undefined, 'a', 'b'), answered(undefined, 'a'))).toEqual(['a']);
      expect(namesIn(answered(undefined, 'a'), answered(undefined, 'a', 'b'))).toEqual(['a', 'b']);
    }
  });

  test('a partial fact stays partial, with its reason', () => {
    const fact = { status: 'known', coverage: 'partial', detail: 'Dataverse could not be read', value: [account] };
    const input = read(fact);
    expect(input.tables).toEqual([account]);
    expect(factOf([input, read(answer(whole, [definition]))])).toMatchObject({
      coverage: 'partial',
      detail: 'Dataverse could not be read',
    });
  });

  test('the set of one table may be the name of another', () => {
    const car = { LogicalName: 'new_car', EntitySetName: 'new_cars', Attributes: [column('a')] };
    const cars = { LogicalName: 'new_cars', EntitySetName: 'new_fleet', Attributes: [column('b')] };
    const files = [
      read(answer(whole, [car, cars])),
      read([{ side: 'dataverse', name: 'new_fleet', otherNames: ['new_cars'] }]),
    ];
    expect(factOf(files).value.map(({ name, columns }) => [name, columns?.[0]?.name])).toEqual([
      ['new_cars', 'a'],
      ['new_fleet', 'b'],
    ]);
  });
});

describe('the schemas of the Dual-write page', () => {
  const schema = {
    ...{ name: 'accounts', displayName: 'Accounts', targetType: 'CRM', primaryCompanyContextField: 'msdyn_company' },
    fields: [
      { name: 'accountnumber', isRequired: true, isReadonly: false, typeDetails: { type: 'String' } },
      { name: 'msdyn_company', isRequired: false, typeDetails: { type: 'Lookup', relatedEntity: 'cdm_companies' } },
    ],
    keys: [
      { name: 'PRIMARY', fields: ['accountid'], isPrimaryKey: true },
      { name: 'USERKEYS', fields: ['accountnumber', 'msdyn_company.cdm_companycode'], isIntegrationKey: true },
    ],
  };
  const set = (schemas: readonly unknown[]) => ({
    ...{ name: 'set', forDualWrite: true },
    environments: {
      'contoso.crm4.dynamics.com': { targetType: 'CDS (CRM)', schemas },
      'contoso.operations.dynamics.com': {
        targetType: 'AX',
        schemas: [
          { name: 'CustomersV3', displayName: 'Customers V3', fields: [{ name: 'CUSTOMERACCOUNT' }], keys: [] },
        ],
      },
    },
  });
  const capture = (...bodies: readonly unknown[]): Input => ({
    kind: 'gateway-capture',
    lacks: [],
    answers: bodies.map((body) => ({ status: 200, body })),
  });

  test('give columns, keys and the integration key', () => {
    const fact = factOf([capture(set([schema]))]);
    expect(fact.coverage).toBeUndefined();
    expect(fact.value).toEqual([
      {
        ...{ side: 'dataverse', name: 'accounts', otherNames: [], companySpecific: true },
        columns: [
          { name: 'accountnumber', type: 'String', required: true, readOnly: false },
          {
            name: 'msdyn_company',
            type: 'Lookup',
            required: false,
            readOnly: undefined,
            lookupTargets: ['cdm_companies'],
          },
        ],
        alternateKeys: [['accountnumber', 'msdyn_company.cdm_companycode']],
        integrationKey: ['accountnumber', 'msdyn_company.cdm_companycode'],
      },
      expect.objectContaining({
        side: 'finops',
        name: 'CustomersV3',
        otherNames: ['Customers V3'],
        companySpecific: undefined,
      }),
    ]);
  });

  test.each([
    ['several are marked', [{ ...schema.keys[1] }, { ...schema.keys[1], name: 'B', fields: ['name'] }], undefined, 2],
    ['none is marked', [{ name: 'USERKEY', fields: [{ name: 'name' }] }], undefined, 1],
    [
      'people put it together',
      [{ ...schema.keys[1], isCustomized: true }],
      ['accountnumber', 'msdyn_company.cdm_companycode'],
      undefined,
    ],
    [
      'dual-write brings it',
      [{ ...schema.keys[1], isHardcoded: true }],
      ['accountnumber', 'msdyn_company.cdm_companycode'],
      undefined,
    ],
    ['there is none', [], undefined, 0],
    ['nothing is said', undefined, undefined, undefined],
  ])('the keys where %s', (_name, own, integrationKey, alternateKeys) => {
    const table = factOf([capture(set([{ ...schema, keys: own }]))]).value.find(({ side }) => side === 'dataverse');
    expect(table?.integrationKey).toEqual(integrationKey);
    expect(table?.alternateKeys?.length).toBe(alternateKeys);
  });

  test('a schema without fields, and field mappings alone, do not say which columns there are', () => {
    const mappings = {
      ...{ id: 'p', name: '[Customers V3] - [accounts]' },
      entityMappingTasks: [
        {
          legs: [
            {
              sourceSchema: 'Customers V3',
              destinationSchema: 'accounts',
              fieldMappings: [{ sourceField: 'A', destinationField: 'name' }],
            },
          ],
        },
      ],
    };
    for (const body of [set([{ ...schema, fields: [] }]), mappings, [mappings]]) {
      const { value, coverage, detail } = factOf([capture(body)]);
      expect(value.find(({ side }) => side === 'dataverse')).toMatchObject({ name: 'accounts', columns: undefined });
      expect({ coverage, detail }).toMatchObject({
        coverage: 'partial',
        detail: expect.stringContaining('do not list columns'),
      });
    }
  });

  test('field mappings may have schemas beside them', () => {
    const leg = {
      sourceEnvironmentType: 'CRM',
      sourceSchema: 'accounts',
      sourceEntitySchema: schema,
      destinationSchema: 'Customers V3',
      fieldMappings: [],
    };
    const { value } = factOf([capture({ entityMappingTasks: [{ legs: [leg] }] })]);
    expect(value.map(({ side, name, columns }) => [side, name, columns?.length])).toEqual([
      ['dataverse', 'accounts', 2],
      ['finops', 'Customers V3', undefined],
    ]);
  });

  test('are older than what the services say', () => {
    const fact = factOf([
      read(answer(whole, [definition])),
      capture(set([{ ...schema, fields: [{ name: 'accountnumber', isRequired: false, isReadonly: true }] }])),
    ]);
    const table = fact.value.find(({ side }) => side === 'dataverse');
    expect(table?.columns?.find(({ name }) => name === 'accountnumber')).toMatchObject({
      required: true,
      readOnly: false,
    });
    expect(table?.integrationKey).toEqual(['accountnumber', 'msdyn_company.cdm_companycode']);
  });
});

test.each([
  ['nothing', []],
  ['an empty list', [[]]],
  ['other rows', [{ value: [{ accountid: 1 }] }]],
  ['metadata and other rows', [answer(whole, [definition]), { value: [{ uniquename: 'x', version: '1' }] }]],
  ['an error of the service', [{ error: { code: '0x80040265', message: 'no' } }]],
  ['an error with its status', [{ statusCode: 403, body: { error: { code: '', message: 'no' } } }]],
  ['numbers', [1, 'a', null]],
  ['another context', [{ '@odata.context': 'https://x/$metadata#accounts', value: [] }]],
])('is not about tables: %s', (_name, documents) => {
  expect(tableMetadataIn(documents)).toBeUndefined();
});

test.each([
  ['rows that are not rows', [{ side: 'left', name: 'a' }], '[0].side: expected one of "dataverse", "finops"'],
  ['columns that are not columns', [{ ...definition, Attributes: [{ LogicalName: 1 }] }], 'could not be understood'],
  ['keys of the wrong shape', [{ ...definition, Keys: 'all' }], 'could not be understood'],
])('says what is wrong with %s', (_name, rows, words) => {
  expect(read(rows).lacks.join()).toContain(words);
});

test('prototype keys are names like any other', () => {
  const odd = ['__proto__', 'constructor', 'toString'];
  const input = read(
    answer(whole, [
      { LogicalName: '__proto__', EntitySetName: 'constructor', Attributes: odd.map((name) => column(name)) },
    ]),
  );
  expect(input.tables).toMatchObject([{ name: 'constructor', otherNames: ['__proto__'] }]);
  expect(input.tables[0]?.columns?.map(({ name }) => name)).toEqual(odd);
});
