/** Stands for the client that your tool holds: signed in, follows pages, throws what the service refuses. */
export interface DataverseClient {
  readonly host: string;
  all(query: string, signal: AbortSignal): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

export class DataverseRefusal extends Error {
  constructor(readonly status: number) {
    super(`Dataverse answered ${status}`);
  }
}

/** Answers from a few rows instead of a service, so that the example runs anywhere. */
export function openClient(): DataverseClient {
  return {
    host: 'contoso.crm4.dynamics.com',
    async all(query, signal) {
      signal.throwIfAborted();
      const rows = tables[query.split('?')[0] ?? ''];
      if (rows === undefined) throw new DataverseRefusal(403);
      return rows;
    },
  };
}

const tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  cdm_companies: [
    { cdm_companyid: 'c1', cdm_companycode: 'USMF', cdm_name: 'Contoso USA', _cdm_defaultowningteam_value: 't1' },
    { cdm_companyid: 'c2', cdm_companycode: 'DEMF', cdm_name: 'Contoso Germany', _cdm_defaultowningteam_value: null },
  ],
  businessunits: [{ businessunitid: 'b1', name: 'contoso', _parentbusinessunitid_value: null }],
  // The role of this tool may not read teams.
};
