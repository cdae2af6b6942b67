import type { Adapter } from '../../facts/adapter.js';
import { hostKey } from '../../facts/keys.js';
import { connectFinops } from '../finops/connect-finops.js';
import type { LiveOptions } from '../live-options.js';
import { connectDataverse } from './connect-dataverse.js';
import { dataverseReaders } from './dataverse-readers.js';
import type { FoundEnvironment } from './found-environment.js';

/**
 * How to reach a Dataverse environment.
 * @public
 */
export interface DataverseOptions extends LiveOptions {
  /** Captured JSON of the Dual-write page: shows which version of each map is active, and its state. */
  readonly gateway?: unknown;
  /** The result of {@link discoverEnvironment}, so that it is not requested again. */
  readonly found?: FoundEnvironment | undefined;
  /** The connected finance and operations environment: with it, `tableMetadata` covers both sides of the maps. */
  readonly finops?: LiveOptions | undefined;
}

/**
 * Reads facts from the Dataverse Web API. It sends only GET requests.
 *
 * It answers `dataverseEnvironment` (address, version, tenant, geography), `solutions`, `applicationUsers`, `pluginAssemblies`,
 * `companies`, `businessUnits`, `teams`, `runtimeConfigurations` and `entityMaps`, and for the design of maps `mapDefinitions`
 * and `tableMetadata`. Data that the caller is not allowed to read is
 * unknown (`not-permitted`), never empty. The state of a map is not in Dataverse: without `gateway` it is `unknown`, and if
 * nothing shows which version is active, the maps are partial.
 *
 * @example
 * ```ts
 * import { DefaultAzureCredential } from '@azure/identity';
 * const adapter = dataverseAdapter({ url: 'https://contoso.crm4.dynamics.com', credential: new DefaultAzureCredential() });
 * ```
 * @public
 */
export function dataverseAdapter(options: DataverseOptions): Adapter {
  const { url, onRowProblem, gateway, found, finops } = options;
  return {
    name: 'Dataverse',
    environment: { name: hostKey(url) ?? url },
    readers: dataverseReaders({
      url,
      service: connectDataverse(options),
      finops: finops && connectFinops(finops),
      gateway,
      found,
      onRowProblem,
    }),
  };
}
