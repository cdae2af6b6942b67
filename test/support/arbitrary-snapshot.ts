import { fc } from '@fast-check/vitest';
import { type FactName, type Facts, factNames, type Snapshot, type SnapshotFacts } from '../../src/index.js';

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
  'F1752846-f0df-4766-96f5-c109adf67d7f',
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
  '10.0',
  '10.0.43',
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
  'Dynamics365FinanceAndOperationsAnchor',
  'Dynamics365GABParty_Anchor',
  'Dynamics365GABPartyAnchor',
  'msdyn_Dynamics365SupplyChainExtendedAnchor',
);
const role = fc.record({
  name: fc.constantFrom('Dual-write runtime user', 'Dual-Write App User', 'Salesperson', 'System Administrator'),
  templateId: maybe(fc.constantFrom('627090FF-40A3-4053-8790-584EDC5BE201', 'x')),
});
const rows = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 4 });

/** Maps between few fields, in every encoding, some of them damaged. */
const mappingText = fc
  .record({
    fields: fc.array(
      fc.record({
        syncDirection: fc.constantFrom(1, 2, 3, '3', '1', 'both', null),
        sourceField: fc.constantFrom('NUMBER', 'NAME', 'GROUP', ''),
        destinationField: fc.constantFrom(
          'number',
          'name',
          'groupid',
          'groupid.number',
          'x.Group(number).Account(name)',
          '',
        ),
        destinationLookupFieldRelatedEntity: fc.constantFrom(undefined, 'groups'),
        valueTransforms: fc.constantFrom(
          undefined,
          [],
          [{ transformType: 'Default', defaultValue: 'ann@contoso.com' }],
          [{ transformType: 'ValueMap', valueMap: { Yes: 'True' }, defaultValue: 'bob@contoso.com' }],
          [{ transformType: 'Lambda' }],
        ),
      }),
      { maxLength: 5 },
    ),
    filter: fc.constantFrom('', '((Name == "ann@contoso.com"))', '(Name ==', 'Name = 1'),
    reversed: fc.constantFrom('', "name eq 'bob@contoso.com'", 'name eq', 'strange eq 1', 'a/b/c eq 1'),
    isReversed: fc.boolean(),
    encodings: fc.constantFrom(1, 1, 1, 2, 3),
    cut: fc.constantFrom(0, 0, 0, 0, 1, 2),
  })
  .map(({ fields, filter, reversed, isReversed, encodings, cut }) => {
    const [source, destination] = isReversed ? ['CRM', 'AX'] : ['AX', 'CRM'];
    const leg = {
      sourceSchema: isReversed ? 'accounts' : 'Customers',
      sourceEnvironmentType: source,
      sourceFilter: isReversed ? reversed : filter,
      destinationSchema: isReversed ? 'Customers' : 'accounts',
      destinationEnvironmentType: destination,
      reversedSourceFilter: isReversed ? filter : reversed,
      fieldMappings: fields,
    };
    let content = JSON.stringify({ legs: [leg] });
    for (let times = 1; times < encodings; times += 1) content = JSON.stringify(content);
    return cut === 0 ? content : content.slice(0, -cut);
  });

const values: { readonly [Name in FactName]: fc.Arbitrary<Facts[Name]> } = {
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
    platformUpdate: maybe(fc.constantFrom(30, 33, 40, 66, 67)),
    platformBuild: maybe(fc.constantFrom('7.0.7198.187', '7.0.7198.188', '7.0.7279.120', '7.0.7521.0', 'latest')),
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
      active: maybe(flag),
      defaultOwningTeamId: maybe(id),
    }),
  ),
  legalEntities: rows(fc.record({ code: text, name: maybe(text) })),
  businessUnits: rows(fc.record({ id, name: text, parentId: maybe(id) })),
  teams: rows(
    fc.record({
      id,
      name: text,
      businessUnitId: id,
      isDefault: flag,
      type: maybe(fc.constantFrom('owner', 'access', 'security-group', 'office-group')),
      roles: maybe(rows(role)),
    }),
  ),
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
      recipientsKnown: maybe(flag),
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
  mapDefinitions: rows(
    fc.record({
      id: maybe(id),
      name: fc.constantFrom(
        'msdyn_[accounts - Customers]',
        'accounts - Customers',
        'groups - Groups',
        '',
        'x\u001b[31m',
      ),
      version: maybe(version),
      publisher: maybe(text),
      active: maybe(flag),
      integrationKeys: maybe(
        rows(fc.constantFrom('number', 'NUMBER', 'groupid', 'groupid.number', 'companyid.cdm_companycode')),
      ),
      mapping: maybe(mappingText),
    }),
  ),
  tableMetadata: rows(
    fc.record({
      side: fc.constantFrom('dataverse', 'finops'),
      name: fc.constantFrom('accounts', 'Customers', 'groups', 'Groups'),
      otherNames: maybe(rows(fc.constantFrom('account', 'group', 'customers'))),
      companySpecific: maybe(flag),
      columns: maybe(
        fc.array(
          fc.record({
            name: fc.constantFrom('number', 'NAME', 'name', 'groupid', 'GROUP', 'companyid', 'dataAreaId'),
            type: maybe(fc.constantFrom('String', 'Edm.Int32', 'Picklist', 'Lookup', 'DateTime', 'Mystery')),
            required: maybe(flag),
            readOnly: maybe(flag),
            lookupTargets: maybe(rows(fc.constantFrom('groups', 'group', 'cdm_company', 'elsewhere'))),
          }),
          { maxLength: 6 },
        ),
      ),
      alternateKeys: maybe(rows(rows(fc.constantFrom('number', 'groupid', 'companyid')))),
      integrationKey: maybe(rows(fc.constantFrom('number', 'groupid', 'groupid.number'))),
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
