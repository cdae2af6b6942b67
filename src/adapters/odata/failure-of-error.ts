import { type Unknown, unknown } from '../../facts/fact.js';
import { tooLarge } from './body.js';
import { entraRefusal } from './entra-refusal.js';
import { refusedByProxy } from './environment-proxy-policy.js';
import { proxyFor } from './proxy.js';
import { isRestError } from './rest-pipeline.js';
import { isSignInFault } from './sign-in-fault.js';

/**
 * The fact for a credential that returns no token. Its own message names classes, accounts and tenants, so it is not passed on.
 */
export function failureOfSignIn(error: unknown, url: string): Unknown {
  if (isSignInFault(error)) return unknown('not-permitted', error.message);
  const address = URL.canParse(url) ? new URL(url).origin : 'this service';
  return unknown(
    'not-permitted',
    entraRefusal(error, address) ?? 'signing in failed: the credential returned no token',
  );
}

/** The fact for a request without a response. */
export function failureOfError(error: unknown, url: string, what: string): Unknown {
  const code = isRestError(error) ? error.code : undefined;
  if (code === tooLarge) return unknown('malformed', `${what} answered with a body that does not end`);
  if (code === 'PARSE_ERROR') return unknown('not-connected', `the connection broke while ${what} was being read`);
  if (code === refusedByProxy && isRestError(error)) return unknown('not-connected', error.message);
  const host = URL.canParse(url) ? new URL(url).host : 'the host';
  const why = code === undefined || code === 'REQUEST_SEND_ERROR' ? 'no answer' : code;
  const proxy = URL.canParse(url) ? proxyFor(url).unwrapOr(undefined) : undefined;
  return unknown(
    'not-connected',
    proxy === undefined
      ? `${host} cannot be reached (${why}): check the address, the network and proxies`
      : `${host} cannot be reached through the proxy ${proxy.name} (${why}): check ${proxy.variable}, the address and the network`,
  );
}
