// cspell:ignore namemapping
import { describe, expect, test } from 'vitest';
import { topics } from '../../src/diagnosis/all-topics.js';
import { explain } from '../../src/diagnosis/index.js';
import {
  type EvaluateOptions,
  evaluateSnapshot,
  known,
  mapDependencyOff,
  parseReport,
  type SnapshotFacts,
  snapshotOf,
  unknown,
} from '../../src/index.js';
import { explainedTopics } from '../../src/rules/explained-topics.js';
import { make } from '../support/facts.js';

const text = 'Unable to build dual-write lookup metadata'; // DWDVEV9303 looks for its first cause
const dependent = make.entityMap({ dependsOn: ['groups'] });
const groups = (state: 'running' | 'stopped') => make.entityMap({ name: 'groups', state });

describe('an error text, held against a report', () => {
  test.each([
    ['found', known([dependent, groups('stopped')]), 'failed'],
    ['ruled-out', known([dependent, groups('running')]), 'passed'],
    ['open', unknown('not-permitted'), 'inconclusive'],
  ] as const)('%s', (verdict, entityMaps, status) => {
    const snapshot = snapshotOf('contoso', { entityMaps }, { takenAt: '2026-11-20T10:00:00Z' });
    const report = evaluateSnapshot(snapshot, { validator: mapDependencyOff });
    expect(explain(text, report)).toMatchObject([
      { verdict, evidence: [{ code: 'DWDVEV9303', status }], diagnosis: { id: 'start-map-lookup-metadata' } },
    ]);
  });

  test('not checkable where the rule was not asked', () => {
    const report = evaluateSnapshot(snapshotOf('contoso', {}, { takenAt: '2026-11-20T10:00:00Z' }), {
      only: ['DWDVEV1007'],
    });
    expect(explain(text, report)).toMatchObject([{ verdict: 'not-checkable' }]);
    expect(explain('hello', report)).toEqual([]);
  });
});

const linked = 'https://contoso.crm4.dynamics.com';
const old = 'https://contoso-old.crm4.dynamics.com';
const projectOf = (number: number) =>
  `DWM-e0000000-0000-4000-8000-000000000001-f0000000-0000-4000-8000-00000000000${number}`;
const maps = [
  { finopsEntity: 'Customers V3', dataverseTable: 'accounts', projectName: projectOf(1) },
  { finopsEntity: 'Vendors V2', dataverseTable: 'msdyn_vendors', projectName: projectOf(2) },
  { finopsEntity: 'Units', dataverseTable: 'uoms', projectName: projectOf(3) },
];

/** Of three maps that run, those with a row of another environment; of three companies, those without an owning team. */
function reportOf(
  {
    stale = ['accounts', 'uoms'],
    unowned = ['USMF'],
    facts = {},
  }: { stale?: string[]; unowned?: string[]; facts?: SnapshotFacts } = {},
  options: EvaluateOptions = {},
) {
  const known3: SnapshotFacts = {
    link: known(make.link({ dataverseUrl: linked, legalEntities: ['USMF', 'DEMF', 'GBSI'] })),
    entityMaps: known(
      maps.map((map) => make.entityMap({ ...map, name: `${map.dataverseTable} - ${map.finopsEntity}` })),
    ),
    projectConfigurations: known(
      maps.map((map) =>
        make.projectConfiguration({
          ...map,
          deleted: false,
          externalUrl: stale.includes(map.dataverseTable) ? old : linked,
        }),
      ),
    ),
    runtimeConfigurations: known([]),
    fieldConfigurations: known([]),
    companies: known(
      ['USMF', 'DEMF', 'GBSI'].map((code) =>
        make.company({ id: code, code, name: code, defaultOwningTeamId: unowned.includes(code) ? null : 'team' }),
      ),
    ),
  };
  return evaluateSnapshot(snapshotOf('contoso', { ...known3, ...facts }, { takenAt: '2026-11-20T10:00:00Z' }), {
    gate: 'none',
    now: new Date('2026-11-20T10:00:00Z'),
    ...options,
  });
}

const payload = (entity: string) => `Unable to generate payload for entity ${entity}`;
const verdictsOf = (message: string, report = reportOf()) =>
  Object.fromEntries(explain(message, report).map(({ diagnosis: { id }, verdict }) => [id, verdict]));

describe('a cause is confirmed only by findings about what the message names', () => {
  test.each<readonly [message: string, verdict: string]>([
    [payload('CustCustomerV3Entity'), 'confirmed'],
    [payload('CustomersV3'), 'confirmed'],
    [payload('accounts'), 'confirmed'],
    [payload('account'), 'confirmed'],
    [payload('ACCOUNT'), 'confirmed'],
    [payload('VendVendorV2Entity'), 'found-for-others'],
    [payload('CustCustomerV2Entity'), 'found-for-others'],
    [payload('msdyn_vendor'), 'found-for-others'],
    [payload('UnitOfMeasureEntity'), 'found-for-similar'],
    [`${payload('VendVendorV2Entity')} (${projectOf(1)})`, 'found-for-others'],
    [payload('units'), 'confirmed'],
    [payload('Vendors'), 'found-for-others'],
    ['Payload creation failed with error Invalid URI: The URI is empty.', 'found'],
    [`Payload creation failed with error Invalid URI: The URI is empty. ${projectOf(1)}`, 'confirmed'],
    [`Payload creation failed with error Invalid URI: The URI is empty. ${projectOf(2)}`, 'found-for-others'],
    ['Customers V3 (accounts): payload creation failed with error Invalid URI', 'confirmed'],
    ['The map [Customers V3] - [accounts]: payload creation failed with error Invalid URI', 'confirmed'],
    ['"accounts - Customers V3" payload creation failed with error Invalid URI', 'confirmed'],
    ['Vendors V2 (msdyn_vendors): payload creation failed with error Invalid URI', 'found-for-others'],
    ['Customers V3 (contacts): payload creation failed with error Invalid URI', 'found-for-others'],
    ['Customers V2 (accounts): payload creation failed with error Invalid URI', 'found-for-others'],
  ])('%s: %s', (message, verdict) => {
    expect(verdictsOf(message)).toEqual({ 'recently-changed-dataverse': verdict });
  });

  test.each([
    ['Unable to write data to entity uoms. Writes to UnitOfMeasureEntity failed.', 'confirmed'],
    ['Unable to write data to entity msdyn_vendors. Writes to VendVendorV2Entity failed.', 'found-for-others'],
    ['Unable to write data to entity accounts. Writes to Customers V3 failed with error message x.', 'confirmed'],
    ['Unable to write data to entity accounts. Writes to Vendors V2 failed with error message x.', 'found-for-others'],
    [
      'Unable to write data to entity uoms. Unable to sync with entity uoms. {"entityName":"UnitOfMeasureEntity","externalEntityName":"uoms"}',
      'confirmed',
    ],
    [
      'Unable to write data to entity msdyn_vendors. Unable to sync with entity msdyn_vendors. {\\"entityName\\":\\"Vendors V2\\",\\"externalEntityName\\":\\"msdyn_vendors\\"}',
      'found-for-others',
    ],
    // What is looked up is not what is written.
    ['Unable to write data to entity msdyn_vendors. Unable to lookup uoms with values {kg}.', 'found-for-others'],
  ])('%s: %s', (message, verdict) => {
    expect(verdictsOf(message)).toEqual({ 'live-sync-reference-data-missing': verdict });
  });

  test('a table that is looked up, by the map that another one depends on', () => {
    const entityMaps = known([
      make.entityMap({ ...maps[0], name: 'accounts - Customers V3', dependsOn: ['uoms - Units'] }),
      make.entityMap({ ...maps[2], name: 'uoms - Units', state: 'stopped' }),
    ]);
    const report = reportOf({ stale: [], facts: { entityMaps, projectConfigurations: known([]) } });
    const message = (table: string) =>
      `Unable to write data to entity contacts. Unable to lookup ${table} with values {kg}.`;
    expect(explain(message('account'), report)).toMatchObject([{ verdict: 'found-for-others' }]);
    expect(explain(message('uom'), report)).toMatchObject([{ verdict: 'confirmed' }]);
  });

  test.each([
    ['DWDVEV1007 default owning team is not present in company USMF', 'confirmed'],
    ['DWDVEV1007 default owning team is not present in company: usmf, demf', 'confirmed'],
    ['DWDVEV1007 default owning team is not present in company DEMF', 'found-for-others'],
    ['DWDVEV1007 default owning team is not present in company', 'found'],
  ])('%s: %s', (message, verdict) => {
    expect(verdictsOf(message)).toEqual({ DWDVEV1007: verdict });
  });

  test('a team, by its id; a company, by its own team', () => {
    const id = 'a0000000-0000-4000-8000-000000000003';
    const message = (team: string) =>
      `Principal team (Id=${team}) is missing prvReadAccount privilege: principal team id ${team} is missing prvReadAccount privilege`;
    const teams = known([make.team({ id, name: 'Owners', isDefault: false, roles: [] })]);
    const companies = known([make.company({ defaultOwningTeamId: id })]);
    const report = reportOf(
      { facts: { teams, companies, businessUnits: known([make.businessUnit()]) } },
      { only: ['DWDVEV9401'] },
    );
    expect(explain(message(id), report)).toMatchObject([{ verdict: 'confirmed', findings: ['Owners'] }]);
    const other = 'b0000000-0000-4000-8000-000000000009';
    expect(explain(message(other), report)).toMatchObject([{ verdict: 'open', kind: 'teams', findings: ['Owners'] }]);
  });

  test('what is about the environment as a whole needs no name', () => {
    const copied = 'SecureConfig Organization (contoso) does not match actual CRM Organization (org6459f7a8_1).';
    expect(verdictsOf(copied)).toEqual({ 'stale-link-after-copy': 'confirmed' });
    expect(verdictsOf(copied, reportOf({ stale: [] }))).toEqual({ 'stale-link-after-copy': 'ruled-out' });
    const report = reportOf({ facts: { solutions: known([]) } });
    expect(
      verdictsOf(
        "The entity with a name 'msdyn_dualwriteentitymap' with namemapping='Logical' was not found in the MetadataCache.",
        report,
      ),
    ).toEqual({ 'solution-core-missing': 'confirmed' });
  });

  test.each([
    ['"Customers V3 – accounts"', 'confirmed'],
    ["'accounts — Customers V3'", 'confirmed'],
    ['[Customers V3] – [accounts]', 'confirmed'],
    ['"Vendors V2 – msdyn_vendors"', 'found-for-others'],
  ])('a map with a dash of another kind: %s: %s', (name, verdict) => {
    expect(verdictsOf(`DWFOEV1004 Stale configuration for the map ${name}`)).toEqual({ DWFOEV1004: verdict });
  });
});

describe('what is not known is neither confirmed nor ruled out', () => {
  test('findings about others, while a part could not be judged', () => {
    const report = reportOf({ facts: { runtimeConfigurations: unknown('failed') } });
    expect(explain(payload('VendVendorV2Entity'), report)).toMatchObject([
      { verdict: 'open', findings: ['accounts - Customers V3', 'uoms - Units'] },
    ]);
    expect(verdictsOf(payload('CustCustomerV3Entity'), report)).toEqual({ 'recently-changed-dataverse': 'confirmed' });
  });

  test('no finding: ruled out where all is known, else open', () => {
    expect(verdictsOf(payload('CustCustomerV3Entity'), reportOf({ stale: [] }))).toEqual({
      'recently-changed-dataverse': 'ruled-out',
    });
    const report = reportOf({ stale: [], facts: { runtimeConfigurations: unknown('failed') } });
    expect(verdictsOf(payload('CustCustomerV3Entity'), report)).toEqual({ 'recently-changed-dataverse': 'open' });
  });

  test('an accepted finding confirms, and says that it is accepted', () => {
    const suppressions = [{ rule: 'DWFOEV1004', subject: projectOf(1), reason: 'r', expires: '2026-12-31' }];
    const report = reportOf({}, { suppressions });
    expect(explain(payload('CustCustomerV3Entity'), report)).toMatchObject([
      { verdict: 'confirmed', isAccepted: true },
    ]);
    expect(explain(payload('uoms'), report)[0]).not.toHaveProperty('isAccepted');
  });
});

describe('a log of many', () => {
  const time = (second: number) => `2026-11-20T10:00:${String(second).padStart(2, '0')}Z ERROR `;
  const expected = [
    { name: 'CustCustomerV3Entity', verdict: 'confirmed', messages: 2 },
    { name: 'VendVendorV2Entity', verdict: 'found-for-others', messages: 1 },
  ];
  test.each([
    ['with times', (text: string, second: number) => `${time(second)}${text}`],
    ['without', (text: string) => text],
  ])('%s: each name has its own verdict', (_what, lineOf) => {
    const entities = ['CustCustomerV3Entity', 'VendVendorV2Entity', 'CustCustomerV3Entity'];
    const log = entities.map((entity, second) => lineOf(payload(entity), second)).join('\n');
    expect(explain(log, reportOf())).toMatchObject([{ verdict: 'confirmed', named: expected }]);
    expect(explain(log, reportOf({ stale: ['uoms'] }))).toMatchObject([{ verdict: 'found-for-others' }]);
  });

  test('names of one message do not count for another', () => {
    const log = [
      `${time(1)}Unable to write data to entity accounts. Writes to CustCustomerV3Entity failed.`,
      `${time(2)}${payload('VendVendorV2Entity')}`,
    ].join('\r\n');
    expect(verdictsOf(log)).toEqual({
      'live-sync-reference-data-missing': 'confirmed',
      'recently-changed-dataverse': 'found-for-others',
    });
  });

  test('what other lines name does not count either', () => {
    const log = [`${time(1)}${payload('VendVendorV2Entity')}`, `${time(2)}CustCustomerV3Entity: written`].join('\n');
    expect(verdictsOf(log)).toEqual({ 'recently-changed-dataverse': 'found-for-others' });
  });

  test('of any length: no message is left out', () => {
    const log = Array.from({ length: 60 }, (_, index) => payload(`Thing${index}Entity`));
    const [explained] = explain([...log, payload('CustCustomerV3Entity')].join('\n'), reportOf());
    expect(explained?.named).toHaveLength(61);
    expect(explained?.verdict).toBe('confirmed');
  });

  test('a message that two entries make together is not lost', () => {
    const begin = `${time(1)}The table map health check of Customers V3`;
    expect(verdictsOf(begin)).toEqual({});
    expect(Object.keys(verdictsOf(`${begin}\n${time(2)}returned error code 100.`))).toEqual(['table-map-health-100']);
  });

  test('lines that repeat another problem than all of them together are one message', () => {
    const begin = 'Unable to write data to entity contacts. Unable to lookup';
    const wrapped = `${begin}\nmsdyn_parties with values {000123456}.\n${begin}`;
    expect(Object.keys(verdictsOf(`${begin}\n${begin}`))).toEqual(['dataverse-refused']);
    expect(Object.keys(verdictsOf(wrapped))).toEqual(['live-sync-reference-data-missing']);
    const beside = 'The table map health check of Customers V3 returned error code 100.';
    expect(Object.keys(verdictsOf(`${beside}\n${wrapped}`))).toEqual([
      'table-map-health-100',
      'live-sync-reference-data-missing',
    ]);
  });

  test('one message on several lines stays one', () => {
    const wrapped =
      'Unable to write data to entity accounts.\nWrites to CustCustomerV3Entity failed with error message\nUnable to generate payload for entity CustCustomerV3Entity';
    expect(explain(wrapped, reportOf()).map(({ named }) => named)).toEqual([
      [{ name: 'CustCustomerV3Entity (accounts)', verdict: 'confirmed', messages: 1 }],
    ]);
  });
});

test('a finding names the topics that it explains, and survives parsing', () => {
  const facts = { entityMaps: known([dependent, groups('stopped')]) };
  const snapshot = snapshotOf('contoso', facts, { takenAt: '2026-11-20T10:00:00Z' });
  const report = evaluateSnapshot(snapshot, { validator: mapDependencyOff });
  expect(report.outcomes).toMatchObject([
    { status: 'failed', topics: expect.arrayContaining(['start-map-lookup-metadata']) },
  ]);
  expect(parseReport(JSON.parse(JSON.stringify(report)))._unsafeUnwrap()).toEqual(report);
});

test('topics and rules name each other', () => {
  for (const { id, rules } of topics) for (const code of rules) expect(explainedTopics.get(code)).toContain(id);
  for (const [code, ids] of explainedTopics)
    for (const id of ids) expect(topics.find((topic) => topic.id === id)?.rules).toContain(code);
});
