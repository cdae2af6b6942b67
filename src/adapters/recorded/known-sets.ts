import { isRecord } from '../lenient-json.js';
import type { RecordedService } from './recorded-answer.js';

/** What an answer is about: a set of rows, or a function, of a service. */
export interface KnownSet {
  readonly service: RecordedService;
  /** As the readers ask for it. */
  readonly path: string;
}

/** The sets and functions that the readers read, each with columns that none of the others has. */
const sets: readonly (KnownSet & { readonly columns: readonly string[]; readonly id?: RegExp })[] = [
  { service: 'dataverse', path: 'msdyn_dualwriteentitymaps', columns: ['msdyn_dualwriteentitymapid'] },
  { service: 'dataverse', path: 'msdyn_dualwriteruntimeconfigs', columns: ['msdyn_dualwriteruntimeconfigid'] },
  { service: 'dataverse', path: 'solutions', columns: ['uniquename', 'version'] },
  { service: 'dataverse', path: 'cdm_companies', columns: ['cdm_companyid'] },
  { service: 'dataverse', path: 'systemusers', columns: ['systemuserid', 'applicationid'] },
  { service: 'dataverse', path: 'sdkmessageprocessingsteps', columns: ['sdkmessageprocessingstepid'] },
  { service: 'dataverse', path: 'plugintypes', columns: ['plugintypeid'] },
  { service: 'dataverse', path: 'pluginassemblies', columns: ['pluginassemblyid'] },
  { service: 'dataverse', path: 'businessunits', columns: ['businessunitid', '_parentbusinessunitid_value'] },
  { service: 'dataverse', path: 'teams', columns: ['teamid', 'isdefault'] },
  { service: 'dataverse', path: 'roles', columns: ['roleid', 'name'] },
  { service: 'dataverse', path: 'EntityDefinitions', columns: ['LogicalName', 'EntitySetName'] },
  { service: 'dataverse', path: 'RetrieveVersion', columns: ['Version'] },
  { service: 'dataverse', path: 'WhoAmI', columns: ['UserId', 'OrganizationId'] },
  { service: 'dataverse', path: 'RetrieveUserSetOfPrivilegesByNames', columns: ['RolePrivileges'] },
  { service: 'dataverse', path: 'RetrieveCurrentOrganization', columns: ['Detail'] },
  { service: 'dataverse', path: 'RetrieveFinanceAndOperationsIntegrationDetails', columns: ['Url', 'TenantId'] },
  { service: 'dataverse', path: 'msprov_getfinopsapplicationdetails', columns: ['applicationversion'] },
  { service: 'finops', path: 'LegalEntities', columns: ['LegalEntityId'] },
  { service: 'finops', path: 'SysAADClients', columns: ['AADClientId'] },
  { service: 'finops', path: 'SystemUsers', columns: ['UserID', 'Enabled'] },
  { service: 'finops', path: 'DualWriteProjectConfigurations', columns: ['ProjectName', 'ExternalEnvironmentUrl'] },
  { service: 'finops', path: 'DataManagementEntities', columns: ['EntityName', 'TargetName'] },
  { service: 'finops-metadata', path: 'PublicEntities', columns: ['Name', 'Properties'] },
  { service: 'finops-metadata', path: 'DataEntities', columns: ['Name', 'PublicEntityName'] },
  // Everything in Azure has the columns of these.
  {
    service: 'power-platform',
    path: 'environments',
    columns: ['id', 'location', 'properties'],
    id: /\bproviders\/Microsoft\.BusinessAppPlatform\//i,
  },
  {
    service: 'power-platform',
    path: 'connections',
    columns: ['id', 'name', 'properties'],
    id: /\bproviders\/Microsoft\.PowerApps\//i,
  },
];

/** Where the addresses of contexts end: both Dataverse and finance and operations have users. */
const bases: readonly { readonly service: RecordedService; readonly ends: RegExp }[] = [
  { service: 'dataverse', ends: /\/api\/data\/v9\.\d+\/$/i },
  { service: 'finops-metadata', ends: /\/metadata\/$/i },
  { service: 'finops', ends: /\/data\/$/i },
];

/** What an answer is about, by its `@odata.context`, else by the columns of its first row; `undefined` if that is not known. */
export function knownSetOf(body: unknown): KnownSet | undefined {
  if (!isRecord(body)) return undefined;
  const context = body['@odata.context'] ?? body['@context'] ?? body['odata.context'];
  const [, base = '', path] =
    /^(.*)\$metadata#(?:Collection\(|Microsoft\.Dynamics\.CRM\.)*(\w+)/i.exec(String(context ?? '')) ?? [];
  const service = bases.find(({ ends }) => ends.test(base))?.service;
  if (path !== undefined) {
    const name = path.replace(/Response$/, '').toLowerCase();
    // A context without the address of its service is relative; any other address is that of another service.
    return sets.find((set) => set.path.toLowerCase() === name && (base === '' || set.service === service));
  }
  const [row = body]: readonly unknown[] = Array.isArray(body.value) ? body.value : [body];
  if (!isRecord(row)) return undefined;
  return sets.find(
    ({ columns, id }) =>
      columns.every((column) => Object.hasOwn(row, column)) && (id === undefined || id.test(String(row.id))),
  );
}

/** Whether a path names a list of rows; everything else is a function, or the record of an environment. */
export function isList({ path }: KnownSet): boolean {
  return !/^(?:Retrieve|WhoAmI|msprov_|environments$)/i.test(path);
}

/** Whether the readers read the set or the function that a path of the service begins with. */
export function isKnownSet(service: RecordedService, path: string): boolean {
  const name = /^\w*/.exec(path)?.[0].toLowerCase();
  if (service === 'dataverse' && name === 'whoami') return true;
  return sets.some((set) => set.service === service && set.path.toLowerCase() === name);
}
