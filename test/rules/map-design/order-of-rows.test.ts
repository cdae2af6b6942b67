import { fc, test as property } from '@fast-check/vitest';
import { expect } from 'vitest';
import { evaluateSnapshot } from '../../../src/evaluate-snapshot.js';
import { known } from '../../../src/facts/fact.js';
import type { Facts } from '../../../src/facts/schemas.js';
import { snapshotOf } from '../../../src/facts/snapshot.js';
import { mapDesign, operationsValidator } from '../../../src/rules/catalogue.js';
import type { Validator } from '../../../src/rules/validator.js';
import { field, lookup, mappingDocument } from '../../support/entity-maps.js';

const sayTheSame = (validator: Validator, facts: Partial<Facts>, other: Partial<Facts>) => {
  const [one, two] = [facts, other].map((values) => {
    const all = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, known(value)]));
    return evaluateSnapshot(snapshotOf('rows', all, { takenAt: '2026-11-20T10:00:00Z' }), { validator });
  });
  expect(two?.totals.errored).toBe(0);
  expect(two).toEqual(one);
};

/** The same rows twice, in two orders. */
function twoOrders<Row>(
  row: fc.Arbitrary<Row>,
  maxLength = 5,
): fc.Arbitrary<readonly [readonly Row[], readonly Row[]]> {
  return fc
    .array(row, { maxLength })
    .chain((rows) =>
      fc
        .shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })
        .map((shuffled) => [rows, shuffled] as const),
    );
}

// Few values, so that rows meet: the same table twice, names of one that are those of another, versions that nothing tells apart.
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 3 });
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

property.prop([twoOrders(tableRow, 7), twoOrders(mapRow)], { numRuns: 300 })(
  'the order of saved maps and of tables decides nothing',
  ([tables, sameTables], [maps, sameMaps]) => {
    sayTheSame(
      mapDesign,
      { tableMetadata: tables, mapDefinitions: maps },
      { tableMetadata: sameTables, mapDefinitions: sameMaps },
    );
  },
);

const name = fc.constantFrom('Customers', ' customers', 'Vendors');
const moment = fc.constantFrom(
  '2026-11-20T09:00:00Z',
  '2026-11-20T10:00:00+01:00',
  '2026-11-19T12:00:00Z',
  '2026-11-18T10:00:00Z',
);
const mapState = fc.constantFrom<Facts['mapActivity'][number]['state']>(
  'initializing',
  'running',
  'paused',
  'resuming',
  'stopped',
  'unknown',
);

const rowsOfOperations = {
  syncErrors: fc.record({
    id: fc.constantFrom('e1', 'E1', 'e2'),
    integrationJob: name,
    entity: fc.constant('Customers V3'),
    category: fc.constantFrom<Facts['syncErrors'][number]['category']>('application', 'concurrency'),
    createdOn: moment,
  }),
  integrationJobs: fc.record({
    name,
    status: fc.constantFrom<Facts['integrationJobs'][number]['status']>('active', 'inactive', 'unknown'),
    queuedRequests: maybe(fc.constantFrom(0, 5, 6)),
  }),
  alertSettings: fc.record({
    name,
    enabled: fc.boolean(),
    errorTypes: fc.constantFrom(['Application error'], []),
    threshold: fc.constantFrom(0, 5, 10),
    window: fc.constantFrom({ length: 15, unit: 'minutes' } as const, { length: 1, unit: 'hours' } as const),
    recipients: fc.constantFrom([], ['admin@contoso.com']),
    action: fc.constantFrom<Facts['alertSettings'][number]['action']>('none', 'pause', 'stop'),
    changedOn: maybe(moment),
  }),
  mapActivity: fc.record({
    map: name,
    state: mapState,
    since: maybe(moment),
    lastStartedOn: maybe(moment),
    queuedBytes: maybe(fc.constantFrom(0, 900_000_000, 1_000_000_000)),
    catchUpErrors: maybe(fc.array(fc.record({ id: fc.constant('c'), createdOn: moment }), { maxLength: 2 })),
  }),
  entityMaps: fc.record({
    name,
    finopsEntity: fc.constantFrom('CDS Parties', 'CDS Contacts V2', 'Customers V3'),
    dataverseTable: fc.constantFrom('msdyn_parties', 'contacts', 'account'),
    state: mapState,
    version: maybe(fc.constantFrom('1.0.0.1', '1.0.0.10', '1.0.0.2')),
  }),
  solutions: fc.record({
    uniqueName: fc.constantFrom('msdyn_DualWriteCore', 'DualWriteCoreAnchor'),
    version: fc.constantFrom('1.0.24073.3', '1.0.24073.1', 'x'),
  }),
};

property.prop(
  [
    twoOrders(rowsOfOperations.syncErrors),
    twoOrders(rowsOfOperations.integrationJobs),
    twoOrders(rowsOfOperations.alertSettings),
    twoOrders(rowsOfOperations.mapActivity),
    twoOrders(rowsOfOperations.entityMaps),
    twoOrders(rowsOfOperations.solutions, 3),
  ],
  { numRuns: 300 },
)('the order of rows of the daily work decides nothing', (...pairs) => {
  const [syncErrors, integrationJobs, alertSettings, mapActivity, entityMaps, solutions] = pairs;
  const of = (at: 0 | 1) => ({
    syncErrors: syncErrors[at],
    integrationJobs: integrationJobs[at],
    alertSettings: alertSettings[at],
    mapActivity: mapActivity[at],
    entityMaps: entityMaps[at],
    solutions: solutions[at],
  });
  sayTheSame(operationsValidator, of(0), of(1));
});
