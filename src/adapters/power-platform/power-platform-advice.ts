import type { Advice } from '../odata/failure-of-response.js';

/** What a person can do when the Power Platform refuses something; `scope` is the audience of its tokens. */
export function powerPlatformAdvice(scope: string): Advice {
  return {
    signIn: `the Power Platform does not accept the token: it must be for ${scope.replace(/\/?\.default$/, '')}`,
    permission: () =>
      'the application must be registered as a Power Platform management application, or the user must be an administrator of the environment',
    absence: () => 'the Power Platform has no such environment: check the environment id',
    page: (what) => `${what} answered with a web page, such as a sign-in page: check the address and the network`,
  };
}
