/**
 * A tool that is signed in to Dataverse already checks companies, business units and teams through the client that it holds.
 * What the client refuses becomes an unknown fact, with a reason; the other facts are not affected.
 */
import {
  type Adapter,
  businessUnit,
  checkEnvironment,
  combineAdapters,
  type Fact,
  known,
  snapshotAdapter,
  snapshotOf,
  unknown,
} from 'dual-write-health';
import { type DataverseClient, DataverseRefusal, openClient } from './client.js';

/** The adapter is all that it takes: a reader for each fact that the client can answer. */
function adapterOver(client: DataverseClient): Adapter {
  return {
    name: 'our own client',
    environment: { name: client.host },
    readers: {
      companies: ({ signal }) =>
        rowsOf(
          client,
          'cdm_companies?$select=cdm_companyid,cdm_companycode,cdm_name,_cdm_defaultowningteam_value',
          signal,
          (row) => ({
            id: String(row.cdm_companyid),
            code: text(row.cdm_companycode),
            name: text(row.cdm_name),
            defaultOwningTeamId: text(row._cdm_defaultowningteam_value),
          }),
        ),
      businessUnits: ({ signal }) =>
        rowsOf(client, 'businessunits?$select=businessunitid,name,_parentbusinessunitid_value', signal, (row) => ({
          id: String(row.businessunitid),
          name: String(row.name),
          parentId: text(row._parentbusinessunitid_value),
        })),
      teams: ({ signal }) =>
        rowsOf(client, 'teams?$select=teamid,name,isdefault,_businessunitid_value', signal, (row) => ({
          id: String(row.teamid),
          name: String(row.name),
          businessUnitId: String(row._businessunitid_value),
          isDefault: row.isdefault === true,
        })),
    },
  };
}

/** "Not allowed" is not the same as "none there", so a refusal is never an empty list. */
async function rowsOf<T>(
  client: DataverseClient,
  query: string,
  signal: AbortSignal,
  make: (row: Readonly<Record<string, unknown>>) => T,
): Promise<Fact<readonly T[]>> {
  try {
    return known((await client.all(query, signal)).map(make));
  } catch (error) {
    if (error instanceof DataverseRefusal && error.status === 403) return unknown('not-permitted', `403 for ${query}`);
    throw error; // anything else makes the fact "failed"
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

const client = openClient();
const fromPerson = snapshotAdapter(
  snapshotOf(
    client.host,
    { link: known({ linked: true, legalEntities: ['USMF', 'DEMF'], apiHub: 'unknown' }) },
    { takenAt: new Date() },
  ),
);
const result = await checkEnvironment(combineAdapters(adapterOver(client), fromPerson), { validator: businessUnit });

result.match(
  (report) => {
    console.log(`${report.environment.name} is ${report.health}`);
    for (const outcome of report.outcomes) {
      if (outcome.status === 'failed')
        for (const { message } of outcome.findings) console.log(`${outcome.code}: ${message}`);
      if (outcome.status === 'inconclusive') console.log(`${outcome.code} is inconclusive: ${outcome.because}`);
    }
  },
  (fault) => console.error(`could not run: ${fault.because}`),
);
