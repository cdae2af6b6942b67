import { type LiveOptions, originOf } from '../live-options.js';
import { connect } from '../odata/connect.js';
import type { Service } from '../odata/service.js';
import { dataverseAdvice } from './dataverse-advice.js';

/** Opens the Web API of a Dataverse environment. Nothing is sent before the first request. */
export function connectDataverse(options: LiveOptions): Service {
  const origin = originOf(options.url);
  return connect({
    ...options,
    baseUrl: `${origin}api/data/v9.2/`,
    scope: `${origin}.default`,
    headers: { 'OData-MaxVersion': '4.0', 'OData-Version': '4.0', Prefer: 'odata.maxpagesize=5000' },
    advice: dataverseAdvice(origin),
  });
}
