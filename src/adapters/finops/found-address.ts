import { isLoopback } from '../odata/is-loopback.js';

/** The domains that Microsoft runs Dynamics 365 under, in its public cloud and in those of the US government and of China. */
const domains = /\.(?:dynamics\.(?:com|us|cn)|microsoftdynamics\.(?:us|cn)|appsplatform\.us)$/;

/**
 * The origin of a finance and operations address that a service reported, if a token may be sent there: an https address of
 * Microsoft, or, if Dataverse is on this machine, an address on this machine. A person may name any other.
 */
export function fitFinopsOrigin(address: string, dataverseUrl: string): string | undefined {
  if (!URL.canParse(address) || !URL.canParse(dataverseUrl)) return undefined;
  const { protocol, hostname, origin, username, password } = new URL(address);
  if (username !== '' || password !== '') return undefined;
  const isLocal = isLoopback(hostname) && isLoopback(new URL(dataverseUrl).hostname);
  return isMicrosofts(address) || (isLocal && /^https?:$/.test(protocol)) ? origin : undefined;
}

/** Whether it is an https address of Dynamics 365, where a token may be sent. */
export function isMicrosofts(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && domains.test(hostname);
}
