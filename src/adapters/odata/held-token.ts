import type { AccessToken, GetTokenOptions } from '@azure/core-auth';
import { shared } from './shared.js';

/** A request for a token, which may state that a service has refused the previous one, and which claims it requires. */
export interface TokenRequest {
  readonly abortSignal?: GetTokenOptions['abortSignal'] | undefined;
  readonly refused?: string | undefined;
  readonly claims?: string | undefined;
}

/** A token is requested again before it expires. */
const renewedBeforeMs = 2 * 60_000;

/**
 * Keeps one token in memory until shortly before it expires, or until it is refused. Concurrent requests wait
 * for the same response.
 */
export function heldToken(
  ask: (request: TokenRequest, signal: AbortSignal) => Promise<AccessToken>,
): (request: TokenRequest) => Promise<AccessToken> {
  let held: AccessToken | undefined;
  let reason: TokenRequest = {};
  const asked = shared(async (signal) => {
    held = await ask(reason, signal);
    return held;
  });
  return async (request) => {
    const { abortSignal, refused } = request;
    if (held !== undefined && held.token !== refused && isFresh(held)) return held;
    reason = request;
    // Safe: our requests carry the signal of their reader, which is a platform signal.
    return asked(AbortSignal.any(abortSignal === undefined ? [] : [abortSignal as AbortSignal]));
  };
}

function isFresh({ expiresOnTimestamp, refreshAfterTimestamp = Number.POSITIVE_INFINITY }: AccessToken): boolean {
  return Math.min(expiresOnTimestamp - renewedBeforeMs, refreshAfterTimestamp) > Date.now();
}
