import { type LiveOptions, originOf } from '../live-options.js';
import { connect, type Service } from '../odata/service.js';

/** Opens the OData services of a finance and operations environment. Nothing is sent before the first request. */
export function connectFinops(options: LiveOptions): Service {
  const origin = originOf(options.url);
  return connect({
    ...options,
    baseUrl: `${origin}data/`,
    scope: `${origin}.default`,
    headers: { 'OData-MaxVersion': '4.0', 'OData-Version': '4.0' },
    advice: {
      signIn: `finance and operations does not accept the token: it must be for ${origin}; an account must be a user there, and an application must be listed under System administration > Setup > Microsoft Entra ID applications`,
      permission: (what) =>
        `the account, or the user of the application, needs a security role that can read the data entity ${what}`,
      absence: (what) => `finance and operations has no data entity ${what}: check the address and the version`,
      page: (what) => `${what} answered with a web page, such as a sign-in page: check the address and the network`,
    },
  });
}
