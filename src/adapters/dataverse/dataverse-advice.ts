import type { Advice } from '../odata/failure-of-response.js';

/** What a person can do when Dataverse refuses something. */
export function dataverseAdvice(origin: string): Advice {
  return {
    signIn: `Dataverse does not accept the token: it must be for ${origin} and from its tenant, and the account or application must be a user of the environment`,
    permission: (what) =>
      `the account or application needs a security role that can read ${what} in the whole organization`,
    refusals,
    absence: (what) =>
      `Dataverse has no ${what}: for tables that begin with msdyn_dualwrite or cdm_, the dual-write solutions are not installed`,
    page: (what) => `${what} answered with a web page, such as a sign-in page: check the address and the network`,
  };
}

/** Source: *Web service error codes*, Dataverse. */
const refusals: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  [
    '0x80072560',
    'the account or application is not a user of this environment: add it, or sign in to the tenant of the environment with one that is a user',
  ],
  ['0x80040225', 'the user is disabled in this environment: enable it, or sign in with a different one'],
  ['0x80042f09', 'the user has no security role in this environment: give it one with read access'],
  ['0x8004d24b', 'the user has no license: ask an administrator of the tenant for one'],
]);
