import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TokenCredential } from '@azure/core-auth';
import { err, ok, type Result } from 'neverthrow';
import { originOf } from '../adapters/live-options.js';
import { entraRefusal } from '../adapters/odata/entra-refusal.js';
import { isSignInFault, signInFault } from '../adapters/odata/sign-in-fault.js';
import { cloudOf, powerPlatformOf } from '../adapters/power-platform/clouds.js';
import { azureCliCredential, loginCommand } from './azure-cli.js';
import type { FactsArguments } from './facts-arguments.js';
import { tenantOf } from './tenant-of.js';

/** What signs in to each service. */
export interface Credentials {
  readonly forDataverse: TokenCredential;
  readonly forFinops: TokenCredential;
  readonly forPowerPlatform: TokenCredential;
}

/**
 * Access tokens from the environment, whatever `@azure/identity` finds, or the account of the Azure CLI.
 *
 * @returns one line that says what to do next where none of the services that were named can be signed in to. A service that
 *   refuses a token costs its own facts only.
 */
export async function signIn(given: FactsArguments, signal: AbortSignal): Promise<Result<Credentials, string>> {
  if (given.auth === 'token') return withTokens(given);
  const tenant = given.dataverse === undefined ? undefined : await tenantOf(given.dataverse, signal);
  const credential = given.auth === 'default' ? await identityOr(tenant) : ok(azureCliCredential({ tenant }));
  if (credential.isErr()) return err(credential.error);
  const why = await whyNothingWorks(credential.value, scopesOf(given), signal);
  return why === undefined ? ok(forAll(credential.value)) : err(why);
}

function forAll(credential: TokenCredential): Credentials {
  return { forDataverse: credential, forFinops: credential, forPowerPlatform: credential };
}

/** The first complaint where every one of the services is refused a token. */
async function whyNothingWorks(
  credential: TokenCredential,
  scopes: readonly string[],
  abortSignal: AbortSignal,
): Promise<string | undefined> {
  const asked = await Promise.allSettled(scopes.map((scope) => credential.getToken(scope, { abortSignal })));
  const complaints = asked.flatMap((one) => (one.status === 'rejected' ? [messageOf(one.reason)] : []));
  return complaints.length === scopes.length ? complaints[0] : undefined;
}

function scopesOf({ dataverse, finops, environmentId, powerPlatform }: FactsArguments): readonly string[] {
  const services = [dataverse, finops].flatMap((url) => (url === undefined ? [] : [`${originOf(url)}.default`]));
  const ofCloud = dataverse === undefined ? undefined : powerPlatformOf(dataverse);
  const platform = cloudOf(originOf(powerPlatform ?? ofCloud ?? 'https://api.powerapps.com'));
  return environmentId === undefined ? services : [...services, platform.scope];
}

function messageOf(error: unknown): string {
  return isSignInFault(error) ? error.message : 'signing in failed';
}

/** `@azure/identity` where somebody installed it, else the Azure CLI. */
async function identityOr(tenant: string | undefined): Promise<Result<TokenCredential, string>> {
  try {
    const { DefaultAzureCredential } = await importIdentity();
    return ok(inWords(new DefaultAzureCredential(), tenant));
  } catch (error) {
    return isMissing(error)
      ? ok(azureCliCredential({ tenant }))
      : err('@azure/identity is installed and cannot be used: install it again, or sign in with --auth azure-cli');
  }
}

/** Its errors name classes, accounts and tenants: only the code of Microsoft Entra is taken from them. */
function inWords(credential: TokenCredential, tenant: string | undefined): TokenCredential {
  return {
    async getToken(scopes, options) {
      try {
        return await credential.getToken(scopes, options);
      } catch (error) {
        const address = String(scopes).replace(/\/?\/\.default$/, '');
        const login = `run \`${loginCommand({ tenant })}\``;
        throw signInFault(entraRefusal(error, address, login) ?? `nobody is signed in: ${login}`);
      }
    },
  };
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

function withTokens({ dataverse, finops, environmentId }: FactsArguments): Result<Credentials, string> {
  const variables = {
    forDataverse: { isUsed: dataverse !== undefined, variable: 'DUAL_WRITE_HEALTH_DATAVERSE_TOKEN' },
    forFinops: { isUsed: finops !== undefined, variable: 'DUAL_WRITE_HEALTH_FINOPS_TOKEN' },
    forPowerPlatform: { isUsed: environmentId !== undefined, variable: 'DUAL_WRITE_HEALTH_POWER_PLATFORM_TOKEN' },
  };
  const missing = Object.values(variables).filter(({ isUsed, variable }) => isUsed && !isToken(tokenIn(variable)));
  if (missing.length > 0) {
    return err(`--auth token: expected an access token in ${missing.map(({ variable }) => variable).join(' and ')}`);
  }
  return ok({
    forDataverse: fromVariable(variables.forDataverse.variable),
    forFinops: fromVariable(variables.forFinops.variable),
    forPowerPlatform: fromVariable(variables.forPowerPlatform.variable),
  });
}

/** Whether a header may hold a text after `Bearer`. */
function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}

function tokenIn(variable: string): string {
  return process.env[variable]?.trim() ?? '';
}

/** A service that was found on the way, and not named, may have none. */
function fromVariable(variable: string): TokenCredential {
  return {
    async getToken() {
      const token = tokenIn(variable);
      if (!isToken(token)) throw signInFault(`--auth token: there is no access token in ${variable}`);
      return { token, expiresOnTimestamp: Date.now() + 3_600_000 };
    },
  };
}
