/** How the Azure CLI is started. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The argument after `/c` is one line for the Windows shell and must not be quoted again. */
  readonly windowsVerbatimArguments: boolean;
}

/** An https origin without user, path or query; plain http for this machine only. None of these characters means anything to a shell. */
const address =
  /^(?:https:\/\/[a-z0-9][a-z0-9.-]*|http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]))(?::\d{1,5})?\/?$/i;
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Asks the Azure CLI for a token of one address, without a shell. On Windows `az` is a batch file, which Node starts through the
 * shell only: the line then holds constants, the checked address and the checked tenant, and nothing else.
 *
 * It runs in a folder of the system: the Windows shell looks for programs in the current folder first, and the Azure CLI reads
 * settings from it.
 *
 * @returns `undefined` if no token is requested for such an address
 */
export function tokenCommand(
  { resource, tenant }: { readonly resource: string; readonly tenant?: string | undefined },
  { platform, systemRoot = 'C:\\Windows' }: { readonly platform: string; readonly systemRoot?: string | undefined },
): Command | undefined {
  if (!address.test(resource) || (tenant !== undefined && !guid.test(tenant))) return undefined;
  const words = ['account', 'get-access-token', '--output', 'json', '--resource', resource];
  const args = tenant === undefined ? words : [...words, '--tenant', tenant];
  return platform === 'win32'
    ? {
        file: `${systemRoot}\\System32\\cmd.exe`,
        args: ['/d', '/s', '/c', `"${['az', ...args].join(' ')}"`],
        cwd: systemRoot,
        windowsVerbatimArguments: true,
      }
    : { file: 'az', args, cwd: '/', windowsVerbatimArguments: false };
}

/** Whether a text is the id of a tenant. */
export function isTenantId(text: string): boolean {
  return guid.test(text);
}
