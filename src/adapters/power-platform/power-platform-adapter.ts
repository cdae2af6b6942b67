import type { Adapter } from '../../facts/adapter.js';
import { originOf } from '../live-options.js';
import { type Connection, connect } from '../odata/connect.js';
import { cloudOf } from './clouds.js';
import { powerPlatformAdvice } from './power-platform-advice.js';
import { powerPlatformReaders } from './power-platform-readers.js';

/**
 * How to reach the Power Platform.
 * @public
 */
export interface PowerPlatformOptions extends Connection {
  /** The id of the environment, as the Power Platform admin center shows it. */
  readonly environmentId: string;
  /** The address of the Power Platform in a sovereign cloud. Default: `https://api.powerapps.com`. */
  readonly url?: string | undefined;
  /** The address of the Dataverse environment that the other facts are about: data about any other one is not used. */
  readonly dataverseUrl?: string | undefined;
}

/**
 * Reads facts from the administration services of the Power Platform. It sends nothing but GET; the application must be
 * registered as a Power Platform management application.
 *
 * It answers `dataverseEnvironment` (address, version, tenant, geography) and `apiHubConnections`, without anything personal.
 * If the id belongs to an environment other than `dataverseUrl`, both are unknown, and their detail names that environment.
 *
 * @example
 * ```ts
 * const adapter = powerPlatformAdapter({ environmentId: '00000000-0000-0000-0000-000000000001', credential });
 * ```
 * @public
 */
export function powerPlatformAdapter(options: PowerPlatformOptions): Adapter {
  const { environmentId, url = 'https://api.powerapps.com', dataverseUrl } = options;
  const cloud = cloudOf(originOf(url));
  const serviceAt = (baseUrl: string) =>
    connect({ ...options, baseUrl, scope: cloud.scope, advice: powerPlatformAdvice(cloud.scope) });
  return {
    name: 'Power Platform',
    environment: { name: environmentId },
    readers: powerPlatformReaders({
      environmentId,
      apps: serviceAt(cloud.apps),
      environments: serviceAt(cloud.environments),
      dataverseUrl,
    }),
  };
}
