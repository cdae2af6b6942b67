import { existsSync } from 'node:fs';
import { win32 } from 'node:path';
import type { AccessToken, TokenCredential } from '@azure/core-auth';
import * as z from 'zod/mini';
import { entraRefusal } from '../adapters/odata/entra-refusal.js';
import { heldToken, type TokenRequest } from '../adapters/odata/held-token.js';
import { inTime } from '../adapters/odata/in-time.js';
import { signInFault } from '../adapters/odata/sign-in-fault.js';
import { once } from '../facts/once.js';
import { tokenCommand } from './azure-cli-command.js';
import { type Ended, runCommand } from './run-command.js';

/** What is asked of the Azure CLI. */
interface AzureCliOptions {
  /** The tenant that the addresses belong to, where it is known; otherwise the one that the Azure CLI is signed in to. */
  readonly tenant?: string | undefined;
  /** Milliseconds that the Azure CLI has to answer. */
  readonly timeoutMs?: number | undefined;
}

/** Any credential, which knows in addition that a token was refused. */
interface AzureCliCredential extends TokenCredential {
  getToken(scopes: string | string[], request?: TokenRequest): Promise<AccessToken>;
}

/** The Azure CLI takes a few seconds to start, and more on a slow disk. */
const defaultTimeoutMs = 30_000;

/** How long a token is good whose end the Azure CLI does not tell. */
const shortLifeMs = 5 * 60_000;

/**
 * Signs in as whoever is signed in to the Azure CLI. Tokens are kept in memory only, one for each address, until shortly before
 * they expire or a service refuses them. What the Azure CLI prints names people and tenants: nothing of it is passed on but codes.
 */
export function azureCliCredential(options: AzureCliOptions = {}): AzureCliCredential {
  const sources = new Map<string, (request: TokenRequest) => Promise<AccessToken>>();
  return {
    getToken(scopes, request = {}) {
      const resource = resourceOf(scopes);
      const source = sources.get(resource) ?? heldToken((_, signal) => askForToken(resource, options, signal));
      sources.set(resource, source);
      return source(request);
    },
  };
}

/** The scope of a service is its address and `/.default`; the Azure CLI wants the address. */
function resourceOf(scopes: string | string[]): string {
  return [scopes]
    .flat()
    .join(' ')
    .replace(/\/\.default$/, '');
}

async function askForToken(resource: string, options: AzureCliOptions, signal: AbortSignal): Promise<AccessToken> {
  const { tenant, timeoutMs = defaultTimeoutMs } = options;
  const { platform, env } = process;
  const command = tokenCommand({ resource, tenant }, { platform, systemRoot: env.SystemRoot });
  if (command === undefined) throw signInFault('the Azure CLI gives tokens for https addresses only');
  const isThere = platform !== 'win32' || isOnWindowsPath(env.PATH ?? '', existsSync);
  const ended: Ended = isThere
    ? await inTime(signal, (limited) => runCommand(command, limited), timeoutMs)
    : { type: 'not-started' };
  if (tenant !== undefined && wantsNoTenant(ended)) return askForToken(resource, { timeoutMs }, signal);
  const token = tokenIn(ended);
  if (token === undefined) throw signInFault(whyThereIsNone(ended, resource, { tenant, timeoutMs }));
  if (token.expiresOnTimestamp > Date.now()) return token;
  throw signInFault(
    `the Azure CLI gave a token that has expired: check the clock of this machine, then run \`${loginCommand({ tenant })}\``,
  );
}

/** The Windows shell says that a program is missing in the language of its user, so it is looked for beforehand. */
export function isOnWindowsPath(path: string, exists: (file: string) => boolean): boolean {
  const names = ['az.cmd', 'az.bat', 'az.exe', 'az.com'];
  return path.split(';').some((folder) => folder !== '' && names.some((name) => exists(win32.join(folder, name))));
}

/** Managed identities and Cloud Shell have one tenant; older versions refuse the name of one. */
function wantsNoTenant(ended: Ended): boolean {
  return ended.type === 'ended' && ended.code !== 0 && /tenant shouldn't be specified/i.test(ended.stderr);
}

const answer = /* @__PURE__ */ once(() =>
  z.object({
    accessToken: z.string().check(z.regex(/^[\x21-\x7e]+$/)), // what a header may hold
    expires_on: z.nullish(z.union([z.number(), z.string()])),
    expiresOn: z.nullish(z.string()), // local time; all that versions before 2.54 have
  }),
);

function tokenIn(ended: Ended): AccessToken | undefined {
  if (ended.type !== 'ended' || ended.code !== 0) return undefined;
  const parsed = answer().safeParse(jsonIn(ended.stdout));
  if (!parsed.success) return undefined;
  const { accessToken, expires_on, expiresOn } = parsed.data;
  const times = [Number(expires_on ?? Number.NaN) * 1_000, Date.parse(expiresOn ?? '')];
  const expiresOnTimestamp = times.find((time) => time > 0) ?? Date.now() + shortLifeMs;
  return { token: accessToken, expiresOnTimestamp };
}

/** The object in the output, which begins a line; warnings of extensions and wrappers may come before it. */
function jsonIn(stdout: string): unknown {
  const text = `\n${stdout.replace(/^\uFEFF/, '')}`;
  try {
    return JSON.parse(text.slice(text.lastIndexOf('\n{'), text.lastIndexOf('}') + 1));
  } catch {
    return undefined;
  }
}

function whyThereIsNone(
  ended: Ended,
  resource: string,
  { tenant, timeoutMs }: { readonly tenant: string | undefined; readonly timeoutMs: number },
): string {
  const login = loginCommand({ tenant });
  const withoutSubscription = '(with --allow-no-subscriptions where the account has no Azure subscription)';
  const toSeeWhy = ['az account get-access-token --output none --resource', resource]
    .concat(tenant === undefined ? [] : ['--tenant', tenant])
    .join(' ');
  switch (ended.type) {
    case 'not-started':
      return `signing in needs the Azure CLI: install it (https://aka.ms/installazurecli), then run \`${login}\` ${withoutSubscription}`;
    case 'stopped':
      return `the Azure CLI did not answer within ${timeoutMs / 1_000} seconds: run \`${toSeeWhy}\` to see why`;
    case 'endless':
      return notTheAzureCli;
    case 'ended': {
      if (ended.code === 0) return notTheAzureCli;
      const signInAgain = `run \`${loginCommand({ tenant, scope: `${resource}/.default` })}\``;
      const refusal = entraRefusal(ended.stderr, resource, signInAgain);
      if (refusal !== undefined) return refusal;
      return /\baz login\b/.test(ended.stderr)
        ? `nobody is signed in to the Azure CLI: run \`${login}\` ${withoutSubscription}`
        : `the Azure CLI gave no token for ${resource}: run \`${toSeeWhy}\` to see why`;
    }
  }
}

const notTheAzureCli =
  'the program `az` answered with something that is not a token: run `az version` to see whether it is the Azure CLI';

/** What a person types to sign in. */
export function loginCommand({
  tenant,
  scope,
}: {
  readonly tenant?: string | undefined;
  readonly scope?: string | undefined;
}): string {
  return [
    'az login',
    ...(tenant === undefined ? [] : [`--tenant ${tenant}`]),
    ...(scope === undefined ? [] : [`--scope ${scope}`]),
  ].join(' ');
}
