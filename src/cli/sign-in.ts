import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TokenCredential } from '@azure/core-auth';
import { err, ok, type Result } from 'neverthrow';
import { errorText } from '../facts/scrub.js';
import type { FactsArguments } from './facts-arguments.js';

/** What signs in to each service. */
export interface Credentials {
  readonly forDataverse: TokenCredential;
  readonly forFinops: TokenCredential;
  readonly forPowerPlatform: TokenCredential;
}

/** Access tokens from the environment, as pipelines have them, or whatever `@azure/identity` finds. */
export async function signIn(given: FactsArguments): Promise<Result<Credentials, string>> {
  return given.auth === 'token' ? withTokens(given) : withIdentity();
}

function withTokens({ dataverse, finops, environmentId }: FactsArguments): Result<Credentials, string> {
  const variables = {
    forDataverse: { isUsed: dataverse !== undefined, variable: 'DUAL_WRITE_HEALTH_DATAVERSE_TOKEN' },
    forFinops: { isUsed: finops !== undefined, variable: 'DUAL_WRITE_HEALTH_FINOPS_TOKEN' },
    forPowerPlatform: { isUsed: environmentId !== undefined, variable: 'DUAL_WRITE_HEALTH_POWER_PLATFORM_TOKEN' },
  };
  const missing = Object.values(variables).filter(({ isUsed, variable }) => isUsed && tokenIn(variable) === '');
  if (missing.length > 0) {
    return err(`--auth token: expected an access token in ${missing.map(({ variable }) => variable).join(' and ')}`);
  }
  return ok({
    forDataverse: fixed(tokenIn(variables.forDataverse.variable)),
    forFinops: fixed(tokenIn(variables.forFinops.variable)),
    forPowerPlatform: fixed(tokenIn(variables.forPowerPlatform.variable)),
  });
}

function tokenIn(variable: string): string {
  return process.env[variable]?.trim() ?? '';
}

function fixed(token: string): TokenCredential {
  return { getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) };
}

async function withIdentity(): Promise<Result<Credentials, string>> {
  try {
    const { DefaultAzureCredential } = await importIdentity();
    const credential = new DefaultAzureCredential();
    return ok({ forDataverse: credential, forFinops: credential, forPowerPlatform: credential });
  } catch (error) {
    return isMissing(error)
      ? err('signing in needs @azure/identity: run `npm install @azure/identity`, or pass tokens with --auth token')
      : err(`@azure/identity cannot be used: ${errorText(error)}`);
  }
}

/** Beside this package, or in the folder in which the command runs. */
async function importIdentity(): Promise<{ readonly DefaultAzureCredential: new () => TokenCredential }> {
  const specifier: string = '@azure/identity'; // not a literal: it is the user's to install
  try {
    return await import(specifier);
  } catch (error) {
    if (!isMissing(error)) throw error;
    const fromHere = createRequire(join(process.cwd(), 'anything.js'));
    return await import(pathToFileURL(fromHere.resolve(specifier)).href);
  }
}

function isMissing(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND';
}
