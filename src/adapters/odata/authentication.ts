import type { AccessToken, TokenCredential } from '@azure/core-auth';
import { heldToken } from './held-token.js';
import type { PipelinePolicy, PipelineRequest, PipelineResponse } from './rest-pipeline.js';

/** Who signs in, to what. */
interface Authentication {
  readonly credential: TokenCredential;
  readonly scope: string;
  /** Receives the reason if there is none. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Sends a token with every request. A token that the service refuses is requested again, once per request: it may have expired
 * early, or been revoked (continuous access evaluation, whose claims are passed on). The response is kept if the credential has
 * no other token.
 *
 * The policy of the library would refuse plain http and keep using a refused token.
 */
export function authenticationPolicy({ credential, scope, onFailure }: Authentication): PipelinePolicy {
  const tokenFor = heldToken(async ({ refused, claims }, signal) => {
    const options = { refused, enableCae: true, abortSignal: signal, ...(claims === undefined ? {} : { claims }) };
    try {
      const token = await credential.getToken(scope, options);
      if (token === null) throw new Error('the credential returned none');
      return token;
    } catch (error) {
      onFailure(error);
      throw error;
    }
  });
  return {
    name: 'authentication',
    async sendRequest(request, next) {
      const { abortSignal } = request;
      const token = await tokenFor({ abortSignal });
      const response = await sendWith(token, request, next);
      if (response.status !== 401) return response;
      const again = { abortSignal, refused: token.token, claims: claimsIn(response) };
      const other = await tokenFor(again).catch(() => token);
      return other.token === token.token ? response : sendWith(other, request, next);
    },
  };
}

function sendWith(
  { token }: AccessToken,
  request: PipelineRequest,
  next: (request: PipelineRequest) => Promise<PipelineResponse>,
): Promise<PipelineResponse> {
  request.headers.set('Authorization', `Bearer ${token}`);
  return next(request);
}

/** `Bearer …, error="insufficient_claims", claims="<base64>"` */
function claimsIn({ headers }: PipelineResponse): string | undefined {
  const challenge = headers.get('www-authenticate') ?? '';
  const encoded = /\berror="insufficient_claims"/.test(challenge)
    ? /\bclaims="([^"]*)"/.exec(challenge)?.[1]
    : undefined;
  try {
    return encoded === undefined ? undefined : atob(encoded);
  } catch {
    return undefined; // not base64: the token is requested again without them
  }
}
