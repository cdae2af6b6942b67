import type { Adapter } from '../../facts/adapter.js';
import { hostKey } from '../../facts/keys.js';
import { connectDataverse } from '../dataverse/connect-dataverse.js';
import type { FoundEnvironment } from '../dataverse/found-environment.js';
import type { LiveOptions } from '../live-options.js';
import { besideDataverse } from './beside-dataverse.js';
import { connectFinops } from './connect-finops.js';
import { finopsReaders } from './finops-readers.js';

/**
 * How to reach a finance and operations environment.
 * @public
 */
export interface FinopsOptions extends LiveOptions {
  /**
   * The connected Dataverse environment: it provides the tenant, and the versions if finance and operations does not. `found`
   * is the result of `discoverEnvironment`, so that it is not requested again.
   */
  readonly dataverse?: (LiveOptions & { readonly found?: FoundEnvironment | undefined }) | undefined;
}

/**
 * Reads facts from the OData services of finance and operations. It sends GET, and the three version actions of
 * `DataManagementEntities`, which are POST and change nothing. With `credential: 'session'` those are not sent: the versions are then
 * the ones that `dataverse` knows.
 *
 * It answers `finopsEnvironment` (address and versions), `legalEntities`, `finopsClients` and `projectConfigurations`.
 * `fieldConfigurations` are not available through OData. The two columns of `DualWriteProjectConfigurations` that hold
 * connection strings are never requested.
 *
 * @example
 * ```ts
 * const adapter = finopsAdapter({ url: 'https://contoso.operations.dynamics.com', credential });
 * ```
 * @public
 */
export function finopsAdapter(options: FinopsOptions): Adapter {
  const { url, dataverse } = options;
  return {
    name: 'finance and operations',
    environment: { name: hostKey(url) ?? url },
    readers: finopsReaders({
      url,
      service: connectFinops(options),
      beside: dataverse && besideDataverse({ ...dataverse, service: connectDataverse(dataverse) }),
    }),
  };
}
