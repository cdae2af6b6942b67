import { hostKey } from '../../facts/keys.js';

/** The addresses of the Power Platform in one cloud. */
interface Cloud {
  /** Where connections are listed. */
  readonly apps: string;
  /** Where environments are described. */
  readonly environments: string;
  /** The audience of a token. */
  readonly scope: string;
}

/** The clouds of Microsoft, as the administration module for PowerShell names them. */
const clouds: readonly Cloud[] = [
  cloud('api.powerapps.com', 'api.bap.microsoft.com', 'service.powerapps.com'),
  cloud('gov.api.powerapps.us', 'gov.api.bap.microsoft.us', 'gov.service.powerapps.us'),
  cloud('high.api.powerapps.us', 'high.api.bap.microsoft.us', 'high.service.powerapps.us'),
  cloud('api.apps.appsplatform.us', 'api.bap.appsplatform.us', 'service.apps.appsplatform.us'),
  cloud('api.powerapps.cn', 'api.bap.partner.microsoftonline.cn', 'service.powerapps.cn'),
];

/** The cloud that an address belongs to; an address outside all clouds serves both kinds of requests itself. */
export function cloudOf(origin: string): Cloud {
  const known = clouds.find(({ apps, environments }) => apps === origin || environments === origin);
  return known ?? { apps: origin, environments: origin, scope: `${origin}.default` };
}

function cloud(apps: string, environments: string, audience: string): Cloud {
  // Two slashes: the audience itself ends with one.
  return { apps: `https://${apps}/`, environments: `https://${environments}/`, scope: `https://${audience}//.default` };
}

/**
 * The Power Platform that a Dataverse environment belongs to, by its address. Source: *Dataverse and US government clouds*; the
 * list of data center regions.
 */
export function powerPlatformOf(dataverseUrl: string): string | undefined {
  const host = hostKey(dataverseUrl) ?? '';
  return placesOfDataverse.find(({ hosts }) => hosts.test(host))?.powerPlatform;
}

const placesOfDataverse: readonly { readonly hosts: RegExp; readonly powerPlatform: string }[] = [
  { hosts: /\.crm9\.dynamics\.com$/, powerPlatform: 'https://gov.api.powerapps.us' },
  { hosts: /\.crm\d*\.dynamics\.com$/, powerPlatform: 'https://api.powerapps.com' },
  { hosts: /\.crm\.microsoftdynamics\.us$/, powerPlatform: 'https://high.api.powerapps.us' },
  { hosts: /\.crm\.appsplatform\.us$/, powerPlatform: 'https://api.apps.appsplatform.us' },
  { hosts: /\.crm\.dynamics\.cn$/, powerPlatform: 'https://api.powerapps.cn' },
];
