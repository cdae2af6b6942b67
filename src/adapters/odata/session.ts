import { type Unknown, unknown } from '../../facts/fact.js';
import type { Advice } from './failure-of-response.js';

/*
 * The session of a browser tab in place of a credential: the browser adds the cookies of the host, and nobody else sees them.
 */

/** Why the tab has no session for an address; `undefined` if it has. */
export function whyNotOfTab(url: string): string | undefined {
  const tab = globalThis.location?.host;
  if (tab === undefined) return 'only a browser tab has a session: give a credential, or a client that has the session';
  const { origin, host } = new URL(url);
  return origin === globalThis.location.origin ? undefined : `the session of this tab is for ${tab}, not for ${host}`;
}

/** The fact for what is requested with POST, even if it only reads. */
export function notSentInSession(what: string): Unknown {
  return unknown('not-provided', `${what} is requested with POST; with the session of a browser only GET is sent`);
}

/** A session that ended shows itself by a page, the one that signs in, or by a redirect to it. */
export function sessionAdvice(advice: Advice): Advice {
  const again = 'reload it, sign in, and read again';
  return {
    ...advice,
    signIn: `the session of the tab is not accepted: ${again}`,
    page: (what) =>
      `${what} answered with a web page instead of data, as it does in a tab that is not signed in: ${again}`,
    pageReason: 'not-permitted',
  };
}
