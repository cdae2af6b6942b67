import type { Advice } from '../odata/failure-of-response.js';

/** What a person can do when finance and operations refuses something. */
export function finopsAdvice(origin: string): Advice {
  return {
    signIn: `finance and operations does not accept the token: it must be for ${origin}; an account must be a user there, and an application must be listed under System administration > Setup > Microsoft Entra ID applications`,
    permission: (what) =>
      `the account, or the user of the application, needs a security role that can read the data entity ${what}`,
    absence: (what) => `finance and operations has no data entity ${what}: check the address and the version`,
    page: (what) => `${what} answered with a web page, such as a sign-in page: check the address and the network`,
  };
}
