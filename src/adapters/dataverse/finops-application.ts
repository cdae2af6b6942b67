import { err, ok, type Result } from 'neverthrow';
import * as z from 'zod/mini';
import { type Unknown, unknown } from '../../facts/fact.js';
import { once } from '../../facts/once.js';
import type { Service } from '../odata/service.js';

/** The versions of finance and operations that run, as recorded by the provisioning app in Dataverse. */
export interface FinopsApplication {
  readonly applicationVersion: string | undefined;
  readonly platformVersion: string | undefined;
}

const answer = /* @__PURE__ */ once(() =>
  z.object({ applicationversion: z.nullish(z.string()), platformversion: z.nullish(z.string()) }),
);

/** The running version. The related `msprov_getfnoversiondetails` lists only the available updates. */
export async function readFinopsApplication(
  service: Service,
  signal: AbortSignal,
): Promise<Result<FinopsApplication, Unknown>> {
  const what = 'msprov_getfinopsapplicationdetails';
  const answered = await service.get(what, what, signal);
  if (answered.isErr()) return err(answered.error);
  const parsed = answer().safeParse(answered.value.json);
  if (!parsed.success) return err(unknown('malformed', `${what}: expected { "applicationversion": "10.0.…" }`));
  const { applicationversion, platformversion } = parsed.data;
  return ok({
    applicationVersion: applicationversion?.trim() || undefined,
    platformVersion: platformversion?.trim() || undefined,
  });
}
