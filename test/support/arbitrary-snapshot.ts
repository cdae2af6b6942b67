import { fc } from '@fast-check/vitest';
import { type FactName, factNames, type Snapshot, type SnapshotFacts } from '../../src/index.js';

/*
 * Snapshots in which things meet: few distinct names, ids and addresses, written in different ways, with holes everywhere.
 */
const blank = fc.constantFrom('', ' ');
const name = fc.constantFrom(
  'Contoso',
  ' contoso ',
  'Sales',
  'USMF',
  'usmf',
  'DEMF',
  'P1',
  'p1',
  'ann@contoso.com',
  'bob@contoso.com',
  '__proto__',
  'x\u001b[31m',
);
const text = fc.oneof({ weight: 8, arbitrary: name }, { weight: 1, arbitrary: blank });
const id = fc.constantFrom(
  'a1',
  '{A1}',
  'A2',
  'a3',
  'b1',
  '{B1}',
  '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b',
  '6F7D0213-62b1-43a8-b7f4-ff2bb8b7b452',
  '33976c19-1db5-4c02-810e-c243db79efde',
  '00000015-0000-0000-c000-000000000000',
);
const url = fc.constantFrom(
  'https://org.crm4.dynamics.com',
  'ORG.api.crm4.dynamics.com',
  'https://u:p@org.crm4.dynamics.com/x?sig=abc',
  'https://other.crm4.dynamics.com',
  'https://fo.operations.dynamics.com',
  'not a url',
  '',
);
const version = fc.constantFrom(
  '1.0.16.0',
  '1.0.15.9',
  '1.0.24073.3',
  '1.0.24073.2',
  '10.0.9',
  '10.0.8',
  '10.0.605.30025',
  '15.0.0.1',
  '15.0.0.0',
  '2.0.133',
  '9.1.0000.11732',
  'latest',
  '',
);
const flag = fc.boolean();
const moment = fc.constantFrom(
  '2026-11-20T09:00:00Z',
  '2026-11-19T10:30:00+01:00',
  '2026-11-19T08:00:00Z',
  '2026-11-01T00:00:00Z',
  'yesterday',
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const solutionName = fc.constantFrom(
  'msdyn_DualWriteCore',
  'DUALWRITECORE',
  'Dynamics365Company',
  'Dynamics365FinanceAndOperationsCommon',
  'CurrencyExchangeRates',
  'msdyn_DualWriteAppCoreMaps',
  'msdynce_ProspectToCashIntegration',
  'PSAOPSIntegration',
);
const role = fc.record({
  name: fc.constantFrom('Dual-write runtime user', 'Dual-Write App User', 'Salesperson', 'System Administrator'),
  templateId: maybe(fc.constantFrom('627090FF-40A3-4053-8790-584EDC5BE201', 'x')),
});
const rows = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 4 });

const values: { readonly [Name in FactName]: fc.Arbitrary<unknown> } = {
  link: fc.record({
    linked: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
    dataverseUrl: maybe(url),
    finopsUrl: maybe(url),
    legalEntities: rows(text),
    businessUnitId: maybe(id),
    defaultTeamName: maybe(text),
    apiHub: fc.constantFrom('required', 'bypassed', 'unknown'),
    connectionFix: maybe(flag),
    connectionIds: maybe(rows(id)),
  }),
  dataverseEnvironment: fc.record({
    url,
    version: maybe(version),
    tenantId: maybe(id),
    geography: maybe(text),
    dynamics365Apps: maybe(flag),
  }),
  finopsEnvironment: fc.record({
    url,
    applicationRelease: maybe(version),
    applicationBuild: maybe(version),
    platformUpdate: maybe(fc.integer({ min: 30, max: 40 })),
    tenantId: maybe(id),
    geography: maybe(text),
    customerManaged: maybe(flag),
  }),
  solutions: rows(fc.record({ uniqueName: solutionName, version })),
  applicationUsers: rows(fc.record({ applicationId: id, name: maybe(text), enabled: flag, roles: rows(role) })),
  pluginAssemblies: rows(
    fc.record({
      name: fc.constantFrom('DualWriteRegistration.Plugins', 'A.dualwriteruntime.plugins', 'Other'),
      enabledSteps: fc.nat(2),
      disabledSteps: fc.nat(1),
    }),
  ),
  tenantApplications: rows(fc.record({ applicationId: id })),
  finopsClients: rows(fc.record({ clientId: id, name: maybe(text), userId: maybe(text), userEnabled: maybe(flag) })),
  apiHubConnections: rows(
    fc.record({
      id,
      connector: fc.constantFrom(
        'shared_commondataserviceforapps',
        'shared_dynamicscrmonline',
        'SHARED_dynamicsax',
        'other',
      ),
      status: fc.constantFrom('connected', 'error', 'unknown'),
      targetUrl: maybe(url),
    }),
  ),
  companies: rows(
    fc.record({
      id,
      code: maybe(text),
      name: maybe(text),
      enabledForDualWrite: maybe(flag),
      defaultOwningTeamId: maybe(id),
    }),
  ),
  legalEntities: rows(fc.record({ code: text, name: maybe(text) })),
  businessUnits: rows(fc.record({ id, name: text, parentId: maybe(id) })),
  teams: rows(fc.record({ id, name: text, businessUnitId: id, isDefault: flag, roles: maybe(rows(role)) })),
  runtimeConfigurations: rows(fc.record({ id, dataverseTable: text, finopsEntity: text, projectName: maybe(text) })),
  projectConfigurations: rows(
    fc.record({ projectName: text, finopsEntity: text, dataverseTable: text, externalUrl: url, deleted: maybe(flag) }),
  ),
  fieldConfigurations: rows(fc.record({ projectName: text })),
  entityMaps: rows(
    fc.record({
      name: text,
      finopsEntity: text,
      dataverseTable: text,
      projectName: maybe(text),
      state: fc.constantFrom('running', 'paused', 'stopped', 'not-running', 'initializing', 'resuming', 'unknown'),
      dependsOn: maybe(rows(text)),
      requires: maybe(rows(fc.record({ solution: solutionName, version }))),
      requiresApplication: maybe(version),
    }),
  ),
  syncErrors: rows(
    fc.record({
      id,
      integrationJob: text,
      entity: text,
      uniqueKey: maybe(text),
      message: maybe(text),
      category: fc.constantFrom('application', 'system', 'concurrency', 'conflict', 'unknown'),
      createdOn: moment,
    }),
  ),
  integrationJobs: rows(
    fc.record({
      name: text,
      status: fc.constantFrom('active', 'inactive', 'unknown'),
      queuedRequests: maybe(fc.nat(6)),
    }),
  ),
  alertSettings: rows(
    fc.record({
      name: text,
      enabled: flag,
      errorTypes: rows(fc.constantFrom('Application error', '429', 'HTTP 500', 'Any other HTTP error', '')),
      threshold: fc.constantFrom(0, 1, 1.5, 5, 10),
      window: fc.record({
        length: fc.constantFrom(0, 1, 15, 60),
        unit: fc.constantFrom('minutes' as const, 'hours' as const),
      }),
      recipients: rows(text),
      action: fc.constantFrom('none', 'pause', 'stop'),
      changedOn: maybe(moment),
    }),
  ),
  mapActivity: rows(
    fc.record({
      map: text,
      state: fc.constantFrom('running', 'paused', 'stopped', 'not-running', 'initializing', 'resuming', 'unknown'),
      since: maybe(moment),
      lastStartedOn: maybe(moment),
      queuedBytes: maybe(fc.constantFrom(0, 900_000_000, 2_000_000_000)),
      catchUpErrors: maybe(rows(fc.record({ id, createdOn: moment }))),
    }),
  ),
};

const unknownFact = fc.record({
  status: fc.constant('unknown'),
  reason: fc.constantFrom('not-provided', 'not-permitted', 'failed'),
  detail: fc.constantFrom('role lacks prvReadTeam', 'mail ann@contoso.com, Bearer abcdefghijkl'),
});

function factOf(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const complete = fc.record({ status: fc.constant('known'), value });
  const partial = fc.record({ status: fc.constant('known'), value, coverage: fc.constant('partial') });
  return fc.oneof(
    { weight: 6, arbitrary: complete },
    { weight: 1, arbitrary: partial },
    { weight: 2, arbitrary: unknownFact },
  );
}

/** Any snapshot of the right shape. */
export const arbitrarySnapshot: fc.Arbitrary<Snapshot> = fc
  .record(Object.fromEntries(factNames.map((fact) => [fact, factOf(values[fact])])), { requiredKeys: [] })
  .map((facts) => ({
    schemaVersion: 1,
    environment: { name: 'generated' },
    takenAt: '2026-11-20T10:00:00Z',
    facts: facts as SnapshotFacts, // Safe: every value is generated to the shape of its schema; a test parses them.
  }));
