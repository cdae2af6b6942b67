import { type LiveOptions, originOf } from '../live-options.js';
import { connect, type Service } from '../odata/service.js';

/** Opens the Web API of a Dataverse environment. Nothing is sent before the first request. */
export function connectDataverse(options: LiveOptions): Service {
  const origin = originOf(options.url);
  return connect({
    ...options,
    baseUrl: `${origin}api/data/v9.2/`,
    scope: `${origin}.default`,
    headers: { 'OData-MaxVersion': '4.0', 'OData-Version': '4.0', Prefer: 'odata.maxpagesize=5000' },
    advice: {
      signIn: `Dataverse does not accept the token: it must be for ${origin}, and its application must be an application user of the environment`,
      permission: (what) =>
        `the application user needs a security role that may read ${what} of the whole organisation`,
      absence: (what) =>
        `Dataverse has no ${what}: for tables that begin with msdyn_dualwrite or cdm_, the dual-write solutions are not installed`,
      page: (what) =>
        `${what} answered with a page for people, such as a sign-in page: check the address and the network`,
    },
  });
}
