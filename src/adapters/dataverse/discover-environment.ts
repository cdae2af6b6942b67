import type { Unknown } from '../../facts/fact.js';
import type { LiveOptions } from '../live-options.js';
import { connectDataverse } from './connect-dataverse.js';
import { type FoundEnvironment, type NotFound, readConnectedFinops, readOrganization } from './found-environment.js';

/**
 * Asks Dataverse, with two requests that only read, for values that a person would otherwise have to look up: tenant,
 * environment id and geography, and the address of the finance and operations environment that the Power Platform integration
 * connects to it.
 *
 * That address comes from a service: it is passed on only if it is an https address of Microsoft. Nothing here shows whether
 * the two environments are linked for dual-write.
 *
 * @example
 * ```ts
 * const found = await discoverEnvironment({ url: 'https://contoso.crm4.dynamics.com', credential });
 * ```
 * @public
 */
export async function discoverEnvironment(
  options: LiveOptions & { readonly signal?: AbortSignal | undefined },
): Promise<FoundEnvironment> {
  const { url, signal = new AbortController().signal } = options;
  const service = connectDataverse(options);
  const [organization, finops] = await Promise.all([
    readOrganization(service, signal),
    readConnectedFinops(service, url, signal),
  ]);
  return {
    ...organization.unwrapOr({}),
    finops: finops.unwrapOr(undefined),
    notFound: [
      ...(organization.isErr() ? [notFound('dataverse', organization.error)] : []),
      ...(finops.isErr() ? [notFound('finops', finops.error)] : []),
    ],
  };
}

function notFound(what: NotFound['what'], { reason, detail }: Unknown): NotFound {
  return { what, because: detail ?? reason };
}
