import { fc, test as property } from '@fast-check/vitest';
import type { Facts } from '../../../src/facts/schemas.js';
import { operations } from '../../../src/rules/operations.js';
import { runs } from '../../support/fuzz.js';
import { expectSameReport, maybe, twoOrders } from '../../support/two-orders.js';

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
  { numRuns: runs(200) },
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
  expectSameReport(operations, of(0), of(1));
});
