/**
 * What a person records of the sample environment, for the walk-through: a HAR file of the Dual-write page, and three answers that
 * were saved one by one. A linked company was deleted in Dataverse, and one map is paused.
 */
import { type Facts, known, type Snapshot } from '../src/index.js';
import { captureOf, holdingsOf } from '../test/support/live-environment.js';
import type { TableRow } from '../test/support/live-server.js';
import { sampleEnvironments } from './sample-environments.js';

const gateway = 'https://projectmanagementservice.europe.gateway.prod.island.powerapps.com';
const deletedCompany = 'USRT';
const pausedMap = 'msdyn_vendors - Vendors V2';
const shownMaps = [
  'cdm_companies - Legal entities',
  'accounts - Customers V3',
  'msdyn_customergroups - Customer groups',
  'msdyn_vendorgroups - Vendor groups',
  pausedMap,
];

/** The files of `examples/har`, by name. */
export function sampleRecording(): ReadonlyMap<string, string> {
  const snapshot = recordedEnvironment();
  const { dataverse, finops } = holdingsOf(snapshot);
  const dataverseUrl = urlOf(snapshot, 'dataverseEnvironment');
  const finopsUrl = urlOf(snapshot, 'finopsEnvironment');
  const files: Readonly<Record<string, unknown>> = {
    'contoso-uat.har': harOf(snapshot, finopsUrl),
    'companies.json': answer(`${dataverseUrl}/api/data/v9.2`, 'cdm_companies', dataverse.cdm_companies, [
      'cdm_companyid',
      'cdm_companycode',
      'cdm_name',
      'cdm_isenabledfordualwrite',
      '_cdm_defaultowningteam_value',
      'statecode',
    ]),
    'business-units.json': answer(`${dataverseUrl}/api/data/v9.2`, 'businessunits', dataverse.businessunits, [
      'businessunitid',
      'name',
      '_parentbusinessunitid_value',
      'isdisabled',
    ]),
    'legal-entities.json': answer(`${finopsUrl}/data`, 'LegalEntities', finops.LegalEntities, [
      'LegalEntityId',
      'Name',
    ]),
  };
  return new Map(Object.entries(files).map(([name, content]) => [name, `${JSON.stringify(content, null, 2)}\n`]));
}

function recordedEnvironment(): Snapshot {
  const healthy = sampleEnvironments().find(({ name }) => name === 'healthy')?.snapshot;
  if (healthy === undefined) throw new Error('no sample');
  return {
    ...healthy,
    facts: {
      ...healthy.facts,
      companies: known(knownValue(healthy, 'companies').filter(({ code }) => code !== deletedCompany)),
      entityMaps: known(
        knownValue(healthy, 'entityMaps')
          .filter(({ name }) => shownMaps.includes(name))
          .map((map) => (map.name === pausedMap ? { ...map, state: 'paused' as const } : map)),
      ),
    },
  };
}

/** As Chrome saves it: sanitized. The page and its telemetry are there to be passed over. */
function harOf(snapshot: Snapshot, finopsUrl: string): unknown {
  // Safe: it lists a connection set, then the list of maps.
  const [connectionSet, entities] = captureOf(snapshot) as readonly [Readonly<Record<string, unknown>>, unknown];
  return {
    log: {
      version: '1.2',
      creator: { name: 'WebInspector', version: '537.36' },
      pages: [],
      entries: [
        entry(0, 'GET', `${finopsUrl}/`, 'text/html', '<!doctype html><title>Dual-write</title>'),
        entry(1, 'POST', 'https://telemetry.contoso.example/track', 'application/json', '{"accepted":1}'),
        entry(2, 'GET', `${gateway}/api/ConnectionSet/contoso-uat`, 'application/json', {
          ...connectionSet,
          owner: undefined,
        }),
        entry(
          3,
          'GET',
          `${gateway}/api/DualWriteManagement/1.0/Entities?targetType=AX&cid=cs1`,
          'application/json',
          entities,
        ),
      ],
    },
  };
}

function entry(second: number, method: string, url: string, mimeType: string, body: unknown): unknown {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    startedDateTime: `2026-11-20T10:00:0${second}.000Z`,
    time: 40,
    request: {
      method,
      url,
      httpVersion: 'h2',
      headers: [],
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status: 200,
      statusText: '',
      httpVersion: 'h2',
      headers: [],
      cookies: [],
      content: { size: text.length, mimeType, text },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: 39, receive: 1 },
  };
}

/** The body of an answer to an address that asks for the columns. */
function answer(base: string, set: string, rows: readonly TableRow[] = [], columns: readonly string[]): unknown {
  return {
    '@odata.context': `${base}/$metadata#${set}(${columns.join(',')})`,
    value: rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column]]))),
  };
}

function urlOf(snapshot: Snapshot, name: 'dataverseEnvironment' | 'finopsEnvironment'): string {
  return knownValue(snapshot, name).url;
}

function knownValue<Name extends keyof Facts>({ facts }: Snapshot, name: Name): Facts[Name] {
  const fact = facts[name];
  if (fact?.status !== 'known') throw new Error(`${name} is not known`);
  return fact.value;
}
