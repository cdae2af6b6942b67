import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../src/facts/schemas.js';
import { tableMetadataInXml } from '../../src/inputs/kinds/table-metadata.js';
import { tableMetadataOf } from '../../src/inputs/metadata/table-metadata-of.js';
import { recognize } from '../../src/inputs/recognize.js';
import { runs } from '../support/fuzz.js';

const edmx = (...schemas: readonly string[]) => `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
  <edmx:DataServices>${schemas.join('')}</edmx:DataServices>
</edmx:Edmx>`;
const schema = (namespace: string, content: string) =>
  `<Schema Namespace="${namespace}" Alias="mscrm" xmlns="http://docs.oasis-open.org/odata/ns/edm">${content}</Schema>`;
const set = (name: string, type: string) =>
  `<EntitySet Name="${name}" EntityType="${type}"><NavigationPropertyBinding Path="x" Target="y" /></EntitySet>`;
const container = (...sets: readonly string[]) =>
  `<EntityContainer Name="Resources">${sets.join('')}</EntityContainer>`;
const vocabulary = 'Microsoft.Dynamics.OData.Core.V1';

const customer = `<EntityType Name="CustomerV3">
  <Key><PropertyRef Name="dataAreaId" /><PropertyRef Name="CustomerAccount" /></Key>
  <Property Name="dataAreaId" Type="Edm.String" Nullable="false" />
  <Property Name="CustomerAccount" Type="Edm.String" Nullable="false"><Annotation Term="${vocabulary}.LabelId" String="@SYS1" /></Property>
  <Property Name="PartyType" Type="Microsoft.Dynamics.DataEntities.DirPartyType" />
  <Property Name="CreatedBy" Type="Edm.String">
    <Annotation Term="${vocabulary}.AllowEdit" Bool="false" />
    <Annotation Term="${vocabulary}.AllowEditOnCreate" Bool="false" />
  </Property>
  <Property Name="Number" Type="Edm.Int32" Nullable="false"><Annotation Term="Org.OData.Core.V1.Computed"><Bool>true</Bool></Annotation></Property>
  <NavigationProperty Name="Group" Type="Microsoft.Dynamics.DataEntities.CustomerGroup"><Annotation Term="${vocabulary}.AllowEdit" Bool="false" /></NavigationProperty>
</EntityType>`;
const group = `<EntityType Name="CustomerGroup"><Key><PropertyRef Name="Id" /></Key><Property Name="Id" Type="Edm.String" Nullable="false" /><Annotation Term="${vocabulary}.IsReadOnly" Bool="true" /></EntityType>`;
const finops = edmx(
  schema(
    'Microsoft.Dynamics.DataEntities',
    `<EnumType Name="DirPartyType"><Member Name="None" Value="0" /></EnumType>${customer}${group}${container(
      set('CustomersV3', 'Microsoft.Dynamics.DataEntities.CustomerV3'),
      set('CustomerGroups', 'Microsoft.Dynamics.DataEntities.CustomerGroup'),
    )}`,
  ),
  schema(
    'Microsoft.Dynamics.DataEntities.Other',
    '<EntityType Name="Hidden"><Property Name="A" Type="Edm.String" /></EntityType>',
  ),
);

const dataverse = edmx(
  schema(
    'Microsoft.Dynamics.CRM',
    `<EntityType Name="crmbaseentity" Abstract="true" />
<EntityType Name="principal" BaseType="mscrm.crmbaseentity" Abstract="true"><Key><PropertyRef Name="ownerid" /></Key><Property Name="ownerid" Type="Edm.Guid" /></EntityType>
<EntityType Name="systemuser" BaseType="mscrm.principal"><Property Name="fullname" Type="Edm.String" Unicode="false" /></EntityType>
<EntityType Name="team" BaseType="mscrm.principal"><Property Name="name" Type="Edm.String" /></EntityType>
<EntityType Name="cdm_company" BaseType="mscrm.crmbaseentity"><Key><PropertyRef Name="cdm_companyid" /></Key><Property Name="cdm_companyid" Type="Edm.Guid" /></EntityType>
<EntityType Name="account" BaseType="mscrm.crmbaseentity">
  <Key><PropertyRef Name="accountid" /></Key>
  <Property Name="accountid" Type="Edm.Guid" />
  <Property Name="accountnumber" Type="Edm.String" Unicode="false"><Annotation Term="Org.OData.Core.V1.Description" String="Type an ID &lt;number&gt; &#x26; more." /></Property>
  <Property Name="size" Type="Edm.Int32" />
  <Property Name="createdon" Type="Edm.DateTimeOffset"><Annotation Term="Org.OData.Core.V1.Permissions"><EnumMember>Org.OData.Core.V1.PermissionType/Read</EnumMember></Annotation></Property>
  <Property Name="_msdyn_company_value" Type="Edm.Guid"><Annotation Term="Org.OData.Core.V1.Permissions"><EnumMember>Org.OData.Core.V1.PermissionType/Read</EnumMember></Annotation></Property>
  <Property Name="_ownerid_value" Type="Edm.Guid" />
  <Property Name="_about_value" Type="Edm.Guid" />
  <NavigationProperty Name="msdyn_company" Type="mscrm.cdm_company" Nullable="false" Partner="msdyn_x"><ReferentialConstraint Property="_msdyn_company_value" ReferencedProperty="cdm_companyid" /></NavigationProperty>
  <NavigationProperty Name="ownerid" Type="mscrm.principal"><ReferentialConstraint Property="_ownerid_value" ReferencedProperty="ownerid" /></NavigationProperty>
  <NavigationProperty Name="contacts" Type="Collection(mscrm.systemuser)" Partner="a" />
  <Annotation Term="OData.Community.Keys.V1.AlternateKeys"><Collection><Record Type="OData.Community.Keys.V1.AlternateKey"><PropertyValue Property="Key"><Collection>
    <Record Type="OData.Community.Keys.V1.PropertyRef"><PropertyValue Property="Alias" String="accountnumber" /><PropertyValue Property="Name" PropertyPath="accountnumber" /></Record>
    <Record Type="OData.Community.Keys.V1.PropertyRef"><PropertyValue Property="Alias" String="c" /><PropertyValue Property="Name" PropertyPath="_msdyn_company_value" /></Record>
  </Collection></PropertyValue></Record></Collection></Annotation>
</EntityType>
<EntityType Name="orphan" BaseType="mscrm.elsewhere"><Property Name="a" Type="Edm.String" /></EntityType>
<EntityType Name="EntityMetadata" BaseType="mscrm.crmbaseentity"><Property Name="LogicalName" Type="Edm.String" /></EntityType>
<Action Name="WinOpportunity"><Parameter Name="Status" Type="Edm.Int32" /></Action>
${container(set('accounts', 'Microsoft.Dynamics.CRM.account'), set('systemusers', 'Microsoft.Dynamics.CRM.systemuser'), set('teams', 'Microsoft.Dynamics.CRM.team'), set('cdm_companies', 'Microsoft.Dynamics.CRM.cdm_company'), set('orphans', 'Microsoft.Dynamics.CRM.orphan'))}`,
  ),
);

function read(text: string) {
  const input = tableMetadataInXml(text);
  if (input === undefined) throw new Error('not recognized');
  return input;
}

function tableNamed(name: string, { tables }: { readonly tables: Facts['tableMetadata'] }) {
  return tables.find((table) => table.name === name);
}

describe('$metadata', () => {
  test('of finance and operations: what it does not say is not known', () => {
    const input = read(finops);
    expect(input.lacks).toEqual([]);
    const unsaid = { required: undefined, readOnly: undefined };
    expect(input.tables).toEqual([
      {
        ...{ side: 'finops', name: 'CustomersV3', otherNames: ['CustomerV3'], companySpecific: true },
        columns: [
          { name: 'dataAreaId', type: 'Edm.String', ...unsaid },
          { name: 'CustomerAccount', type: 'Edm.String', ...unsaid },
          { name: 'PartyType', type: 'Microsoft.Dynamics.DataEntities.DirPartyType', ...unsaid },
          { name: 'CreatedBy', type: 'Edm.String', required: undefined, readOnly: true },
          { name: 'Number', type: 'Edm.Int32', required: undefined, readOnly: true },
        ],
        ...{ alternateKeys: undefined, integrationKey: undefined },
      },
      {
        ...{ side: 'finops', name: 'CustomerGroups', otherNames: ['CustomerGroup'], companySpecific: false },
        columns: [{ name: 'Id', type: 'Edm.String', required: undefined, readOnly: true }],
        ...{ alternateKeys: undefined, integrationKey: undefined },
      },
    ]);
  });

  test('of Dataverse: lookups have their own names and targets', () => {
    const input = read(dataverse);
    const unsaid = { required: undefined, readOnly: undefined };
    expect(input.tables.map(({ name }) => name)).toEqual([
      'systemusers',
      'teams',
      'cdm_companies',
      'accounts',
      'orphans',
    ]);
    expect(tableNamed('accounts', input)).toEqual({
      ...{ side: 'dataverse', name: 'accounts', otherNames: ['account'], companySpecific: true },
      columns: [
        { name: 'accountid', type: 'Edm.Guid', ...unsaid },
        { name: 'accountnumber', type: 'Edm.String', ...unsaid },
        // A whole number, or a choice.
        { name: 'size', type: undefined, ...unsaid },
        { name: 'createdon', type: 'Edm.DateTimeOffset', required: undefined, readOnly: true },
        { name: 'msdyn_company', type: 'Lookup', ...unsaid, lookupTargets: ['cdm_company'] },
        { name: 'ownerid', type: 'Lookup', ...unsaid, lookupTargets: ['systemuser', 'team'] },
        { name: 'about', type: 'Lookup', ...unsaid },
      ],
      alternateKeys: [['accountnumber', 'msdyn_company']],
      integrationKey: undefined,
    });
    expect(tableNamed('systemusers', input)?.columns?.map(({ name }) => name)).toEqual(['fullname', 'ownerid']);
    expect(tableNamed('systemusers', input)?.alternateKeys).toBeUndefined();
    expect(tableNamed('orphans', input)?.columns, 'a base type that is not there').toBeUndefined();
  });

  test.each([
    ['UTF-8', Buffer.from(finops)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${finops}`)],
    ['UTF-16 LE with a mark', Buffer.from(`\uFEFF${finops}`, 'utf16le')],
    ['UTF-16 BE', Buffer.from(finops, 'utf16le').swap16()],
  ])('is recognized in %s', (_name, bytes) => {
    expect(recognize(bytes)).toEqual(read(finops));
  });

  test('and answers of the metadata service are one table', () => {
    const property = {
      Name: 'CustomerAccount',
      TypeName: 'Edm.String',
      IsKey: true,
      IsMandatory: true,
      AllowEdit: false,
      AllowEditOnCreate: true,
    };
    const answer = {
      '@odata.context': 'https://x/metadata/$metadata#PublicEntities',
      value: [{ Name: 'CustomerV3', EntitySetName: 'CustomersV3', Properties: [property] }],
    };
    const fact = tableMetadataOf([read(finops), recognize(JSON.stringify(answer))], ['Customers V3']);
    const [table] = fact?.status === 'known' ? fact.value : [];
    expect(table?.otherNames).toEqual(['CustomerV3', 'Customers V3']);
    expect(table?.columns).toHaveLength(5);
    expect(table?.columns?.find(({ name }) => name === 'CustomerAccount')).toMatchObject({
      required: true,
      readOnly: false,
    });
  });
});

describe('hostile and broken XML', () => {
  test.each([
    ['another product', edmx(schema('Microsoft.NAV', `${customer}${container(set('a', 'Microsoft.NAV.CustomerV3'))}`))],
    ['not OData', '<html><body>Sign in</body></html>'],
    ['a solution', '<ImportExportXml version="9.2"><Entities /></ImportExportXml>'],
    ['an empty document', edmx()],
    ['words about it', '<p>An edmx:Edmx document</p>'],
    [
      'a document type',
      `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${finops.slice(finops.indexOf('<edmx'))}`,
    ],
    ['an external document type', `<!DOCTYPE x SYSTEM "file:///etc/passwd">${finops.slice(finops.indexOf('<edmx'))}`],
  ])('%s is not taken for metadata', (_name, text) => {
    expect(tableMetadataInXml(text)).toBeUndefined();
    expect(recognize(text).kind).not.toBe('table-metadata');
  });

  const broken = (from: string, to: string) => read(finops.replace(from, to));
  test.each([
    [
      'an entity that is not declared',
      broken(
        '"Edm.String" Nullable="false" />\n  <Property Name="CustomerAccount"',
        '"&bomb;" />\n<Property Name="CustomerAccount"',
      ),
      'line 5: an entity that XML does not have',
    ],
    [
      'elements in a wrong order',
      broken('</EntityType><EntityType Name="CustomerGroup">', '</Property><EntityType Name="CustomerGroup">'),
      'line 14: closing tag mismatch',
    ],
    ['100,000 elements in each other', broken('<Key>', `${'<a>'.repeat(100_000)}<Key>`), 'nested deeper than 50'],
    [
      '100,000 annotations in each other',
      broken('<Key>', `${'<Annotation Term="x"><Record>'.repeat(100_000)}<Key>`),
      'nested deeper than 50',
    ],
  ])('after %s nothing is read', (_name, input, words) => {
    expect(input.tables).toEqual([]);
    expect(input.lacks.join()).toContain(words);
    const fact = tableMetadataOf([input]);
    expect(fact).toMatchObject({ status: 'known', coverage: 'partial' });
  });

  test('a document that is cut off anywhere has the tables before that, and is partial', () => {
    const complete = read(finops).tables;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: finops.trimEnd().length - 1 }), (end) => {
        const text = finops.slice(0, end);
        const input = tableMetadataInXml(text);
        if (input === undefined) {
          expect(text).not.toContain('<EntityType');
          return;
        }
        expect(input.lacks).toEqual(['not all of the $metadata document could be read: its end is missing']);
        for (const table of input.tables) {
          const whole = complete.find(({ name, otherNames }) => [name, ...(otherNames ?? [])].includes(table.name));
          expect(table.columns).toEqual(whole?.columns);
        }
      }),
      { numRuns: runs(150) },
    );
  });

  test('one that is changed anywhere is read or not, without an exception', () => {
    fc.assert(
      fc.property(
        fc.nat(dataverse.length - 1),
        fc.constantFrom('<', '>', '&', '"', '\u0000', '/', ']]>', '<![CDATA[', '<!--'),
        (at, char) => {
          const input = tableMetadataInXml(dataverse.slice(0, at) + char + dataverse.slice(at + 1));
          expect(input === undefined || Array.isArray(input.tables)).toBe(true);
        },
      ),
      { numRuns: runs(150) },
    );
  });

  test('types that are made of each other, or of very many, do not end it', () => {
    const circle =
      '<EntityType Name="a" BaseType="mscrm.b"><Property Name="x" Type="Edm.String" /></EntityType><EntityType Name="b" BaseType="mscrm.a" />';
    const long = Array.from(
      { length: 5_000 },
      (_, index) =>
        `<EntityType Name="t${index}" BaseType="mscrm.t${index + 1}"><Property Name="p${index}" Type="Edm.String" /></EntityType>`,
    );
    const sets = ['a', 'b', ...long.map((_, index) => `t${index}`)].map((name) => set(`${name}s`, `mscrm.${name}`));
    const { tables } = read(edmx(schema('Microsoft.Dynamics.CRM', circle + long.join('') + container(...sets))));
    expect(tables).toHaveLength(5_002);
    expect(tables.every(({ columns }) => columns === undefined)).toBe(true);
  });

  test('prototype keys are names like any other', () => {
    const type =
      '<EntityType Name="__proto__"><Property Name="constructor" Type="toString" __proto__="x" /></EntityType>';
    const { tables } = read(
      edmx(schema('Microsoft.Dynamics.DataEntities', type + container(set('hasOwnProperty', 'a.__proto__')))),
    );
    expect(tables).toMatchObject([
      { name: 'hasOwnProperty', otherNames: ['__proto__'], columns: [{ name: 'constructor' }] },
    ]);
  });
});

test('20 MB are read as a whole', () => {
  const names = Array.from({ length: 3_000 }, (_, index) => `Contoso${index}Entity`);
  const properties = Array.from(
    { length: 42 },
    (_, index) =>
      `<Property Name="Field${index}" Type="Edm.String"><Annotation Term="${vocabulary}.LabelId" String="@SYS${index}" /><Annotation Term="${vocabulary}.AXType"><EnumMember>${vocabulary}.AXType/String</EnumMember></Annotation></Property>`,
  ).join('\n');
  const types = names.map(
    (name) => `<EntityType Name="${name}"><Key><PropertyRef Name="Field0" /></Key>${properties}</EntityType>`,
  );
  const sets = names.map((name) => set(`${name}s`, `Microsoft.Dynamics.DataEntities.${name}`));
  const text = edmx(schema('Microsoft.Dynamics.DataEntities', types.join('\n') + container(...sets)));
  expect(text.length).toBeGreaterThan(20 * 2 ** 20);
  const { tables, lacks } = read(text);
  expect(lacks).toEqual([]);
  expect(tables).toHaveLength(3_000);
  expect(tables.every(({ columns }) => columns?.length === 42)).toBe(true);
});
