import { isLoopback } from '../odata/is-loopback.js';

/** The domains that Microsoft runs Dynamics 365 under, in its public cloud and in those of the US government and of China. */
const domains = /\.(?:dynamics\.(?:com|us|cn)|microsoftdynamics\.(?:us|cn)|appsplatform\.us)$/;

/**
 * The origin of a finance and operations address that a service told of, where a token may be sent there: an https address of
 * Microsoft, or, beside a Dataverse environment on this machine, one on this machine. A person may name any other.
 */
export function fitFinopsOrigin(told: string, dataverseUrl: string): string | undefined {
  if (!URL.canParse(told) || !URL.canParse(dataverseUrl)) return undefined;
  const { protocol, hostname, origin, username, password } = new URL(told);
  if (username !== '' || password !== '') return undefined;
  const isLocal = isLoopback(hostname) && isLoopback(new URL(dataverseUrl).hostname);
  const isMicrosofts = protocol === 'https:' && domains.test(hostname);
  return isMicrosofts || (isLocal && /^https?:$/.test(protocol)) ? origin : undefined;
}
