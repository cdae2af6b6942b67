import type { Advice } from '../odata/failure-of-response.js';

/** What a person can do when the gateway behind the Dual-write page refused something that was recorded. */
export const gatewayAdvice: Advice = {
  signIn: 'the Dual-write page was not signed in: sign in again and record it again',
  permission: () =>
    'the account that was recorded may not see this on the Dual-write page: record it as an administrator',
  absence: () => 'the Dual-write page found nothing there: record it in the environment that is linked',
  page: (what) => `${what} answered with a web page, such as a sign-in page: record it again`,
};
