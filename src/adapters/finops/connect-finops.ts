import { type LiveOptions, originOf } from '../live-options.js';
import { connect } from '../odata/connect.js';
import type { Service } from '../odata/service.js';
import { finopsAdvice } from './finops-advice.js';

/** Opens the OData services of a finance and operations environment. Nothing is sent before the first request. */
export function connectFinops(options: LiveOptions): Service {
  const origin = originOf(options.url);
  return connect({
    ...options,
    baseUrl: `${origin}data/`,
    scope: `${origin}.default`,
    headers: { 'OData-MaxVersion': '4.0', 'OData-Version': '4.0' },
    advice: finopsAdvice(origin),
  });
}
