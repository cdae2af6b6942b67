import { fc, test as property } from '@fast-check/vitest';
import type { Facts } from '../../../src/facts/schemas.js';
import { mapDesign } from '../../../src/rules/map-design.js';
import { field, lookup, mappingDocument } from '../../support/entity-maps.js';
import { runs } from '../../support/fuzz.js';
import { expectSameReport, maybe, twoOrders } from '../../support/two-orders.js';

// Few values, so that rows meet: the same table twice, names of one that are those of another, indistinguishable versions.
const columnName = fc.constantFrom(
  'accountnumber',
  'AccountNumber',
  'name',
  'msdyn_company',
  'msdyn_partyid',
  'ownerid',
);
const tableName = fc.constantFrom('accounts', 'account', 'Accounts', 'contacts', 'msdyn_parties', 'cdm_companies');
const entityName = fc.constantFrom('Customers V3', 'customers v3', 'CustomersV3', 'Vendors V2');
const key = fc.constantFrom(['accountnumber', 'msdyn_company'], ['msdyn_company', 'AccountNumber'], ['name'], []);

const column = fc.record({
  name: fc.oneof(columnName, fc.constantFrom('CUSTOMERACCOUNT', 'CUSTOMERNAME', 'DATAAREAID')),
  type: maybe(fc.constantFrom('String', 'string', 'Lookup', 'Int32', 'Uniqueidentifier')),
  required: maybe(fc.boolean()),
  readOnly: maybe(fc.boolean()),
  lookupTargets: maybe(fc.constantFrom([], ['cdm_company'], ['msdyn_party'], ['account', 'contact'])),
});

const tableRow: fc.Arbitrary<Facts['tableMetadata'][number]> = fc.constantFrom('dataverse', 'finops').chain((side) =>
  fc.record({
    side: fc.constant(side),
    name: side === 'dataverse' ? tableName : entityName,
    otherNames: maybe(fc.array(side === 'dataverse' ? tableName : entityName, { maxLength: 2 })),
    companySpecific: maybe(fc.boolean()),
    columns: maybe(fc.array(column, { maxLength: 4 })),
    alternateKeys: maybe(fc.array(key, { maxLength: 2 })),
    integrationKey: maybe(key),
  }),
);

const mappedField = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('CUSTOMERACCOUNT', 'CUSTOMERNAME', ''),
      fc.oneof(columnName, fc.constant('')),
      fc.constantFrom(1, 2, 3),
    )
    .map(([source, destination, direction]) => field(source, destination, direction)),
  fc.constantFrom(
    lookup('COMPANY', 'msdyn_company.cdm_companycode', 'cdm_companies'),
    lookup('PARTYNUMBER', 'msdyn_partyid.msdyn_partynumber', 'msdyn_parties'),
    field('ANY', 'msdyn_partyid.name'),
  ),
);

const mapRow: fc.Arbitrary<Facts['mapDefinitions'][number]> = fc.record({
  name: fc.constantFrom('accounts - Customers V3', 'Accounts - Customers V3', 'msdyn_[accounts - Customers V3]'),
  version: maybe(fc.constantFrom('1.0.0.1', '1.0.0.2')),
  publisher: maybe(fc.constantFrom('msdyn', 'Contoso')),
  managed: maybe(fc.boolean()),
  integrationKeys: maybe(
    fc.constantFrom(['accountnumber'], ['AccountNumber'], ['name', 'msdyn_company.cdm_companycode'], []),
  ),
  mapping: fc
    .tuple(
      tableName,
      entityName,
      fc.array(mappedField, { maxLength: 4 }),
      fc.constantFrom('', 'name eq', 'a/b/c eq 1', '?'),
    )
    .map(([table, entity, fields, reversedSourceFilter]) =>
      JSON.stringify(mappingDocument(table, entity, { fields, reversedSourceFilter })),
    ),
});

property.prop([twoOrders(tableRow, 7), twoOrders(mapRow)], { numRuns: runs(200) })(
  'the order of saved maps and of tables decides nothing',
  ([tables, sameTables], [maps, sameMaps]) => {
    expectSameReport(
      mapDesign,
      { tableMetadata: tables, mapDefinitions: maps },
      { tableMetadata: sameTables, mapDefinitions: sameMaps },
    );
  },
);
