import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod/mini';
import { type Unknown, unknown } from '../../facts/fact.js';
import { geographyKey } from '../../facts/geography-key.js';
import { hostKey, nameKey } from '../../facts/keys.js';
import { once } from '../../facts/once.js';
import { fitFinopsOrigin } from '../finops/found-address.js';
import type { Service } from '../odata/service.js';

/**
 * What Dataverse reports about itself and the connected finance and operations environment. What it does not report is left
 * out.
 * @public
 */
export interface FoundEnvironment {
  /** The tenant of the Dataverse environment. */
  readonly tenantId?: string | undefined;
  /** The id of the environment in the Power Platform. */
  readonly environmentId?: string | undefined;
  /** The geography as Dataverse calls it, for example `EMEA`. */
  readonly geography?: string | undefined;
  /**
   * The finance and operations environment that the Power Platform integration connects to it. That is not the dual-write link.
   */
  readonly finops?: FoundFinops | undefined;
  /** What could not be found, and why. */
  readonly notFound: readonly NotFound[];
}

/**
 * A finance and operations environment that Dataverse reports.
 * @public
 */
export interface FoundFinops {
  readonly url: string;
  readonly tenantId?: string | undefined;
}

/**
 * Something that Dataverse did not report about itself or the connected finance and operations environment.
 * @public
 */
export interface NotFound {
  readonly what: 'dataverse' | 'finops';
  readonly because: string;
}

/** What Dataverse reports about itself. */
type Organization = Pick<FoundEnvironment, 'tenantId' | 'environmentId' | 'geography'>;

const answers = /* @__PURE__ */ once(() => {
  const text = z.nullish(z.string());
  return {
    organization: z.object({ Detail: z.object({ TenantId: text, EnvironmentId: text, Geo: text }) }),
    finops: z.object({ Url: text, TenantId: text }),
  };
});

/** Source: *RetrieveCurrentOrganization*, Web API reference. */
export async function readOrganization(service: Service, signal: AbortSignal): Promise<Result<Organization, Unknown>> {
  const url = "RetrieveCurrentOrganization(AccessType=Microsoft.Dynamics.CRM.EndpointAccessType'Default')";
  const answer = await service.get(url, 'RetrieveCurrentOrganization', signal);
  if (answer.isErr()) return err(answer.error);
  const parsed = answers().organization.safeParse(answer.value.json);
  if (!parsed.success)
    return err(unknown('malformed', 'RetrieveCurrentOrganization: expected { "Detail": { "TenantId": "…" } }'));
  const { TenantId, EnvironmentId, Geo } = parsed.data.Detail;
  return ok({ tenantId: idOf(TenantId), environmentId: idOf(EnvironmentId), geography: geographyOf(Geo) });
}

/**
 * The finance and operations environment connected to a Dataverse environment, if there is one.
 *
 * Source: *Enable the Power Platform integration*.
 */
export async function readConnectedFinops(
  service: Service,
  dataverseUrl: string,
  signal: AbortSignal,
): Promise<Result<FoundFinops, Unknown>> {
  const what = 'RetrieveFinanceAndOperationsIntegrationDetails';
  const answer = await service.get(what, what, signal);
  if (answer.isErr()) return err(saysThatThereIsNone(answer.error) ? unknown('not-found', noFinops) : answer.error);
  const parsed = answers().finops.safeParse(answer.value.json);
  if (!parsed.success) return err(unknown('malformed', `${what}: expected { "Url": "https://…" }`));
  const { Url, TenantId } = parsed.data;
  if (Url == null || Url.trim() === '') return err(unknown('not-found', noFinops));
  const url = fitFinopsOrigin(Url.trim(), dataverseUrl);
  if (url !== undefined) return ok({ url, tenantId: idOf(TenantId) });
  const where = hostKey(Url) ?? 'an address that is not a URL';
  return err(
    unknown(
      'malformed',
      `Dataverse reports ${where}, which is not an https address of Microsoft: a person must name it`,
    ),
  );
}

const noFinops = 'the Power Platform integration connects none to this Dataverse environment';

/** Without such an environment the function answers with 400; where it is not installed, with 404. */
function saysThatThereIsNone({ reason, detail }: Unknown): boolean {
  return reason === 'not-found' || /^400\b/.test(detail ?? '');
}

/** A plausible id: neither blank nor all zeros, and not some other kind of text. */
function idOf(text: string | null | undefined): string | undefined {
  const id = text?.trim() ?? '';
  return /^[\w-]{1,100}$/.test(id) && /[1-9a-z]/i.test(id) ? id : undefined;
}

/** A short code that cannot be compared with the name of a geography is not useful. */
function geographyOf(text: string | null | undefined): string | undefined {
  const geography = text?.trim() ?? '';
  const key = geographyKey(geography);
  if (key === undefined || geography.length > 100) return undefined;
  const isUnknownCode = geography.length <= 3 && key === nameKey(geography);
  return isUnknownCode ? undefined : geography;
}
