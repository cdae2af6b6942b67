/**
 * Why Microsoft Entra does not issue a token for one service, in our own words. Its own sentences name accounts, tenants and
 * applications: only the code is taken from them.
 *
 * @param said - the error of a credential, or the output of a program
 * @returns `undefined` if it contains no code
 */
export function entraRefusal(said: unknown, address: string, signInAgain = 'sign in again'): string | undefined {
  const code = /\bAADSTS(\d{4,9})\b/.exec(textOf(said))?.[1];
  if (code === undefined) return undefined;
  const meaning = meanings.find(({ codes }) => codes.includes(code));
  const what =
    meaning?.words(signInAgain) ?? `https://login.microsoftonline.com/error?code=${code} explains what it means`;
  return `Microsoft Entra does not issue a token for ${address} (AADSTS${code}): ${what}`;
}

/** The message of an error, with those of the errors that it consists of. */
function textOf(said: unknown): string {
  if (typeof said === 'string') return said;
  if (typeof said !== 'object' || said === null) return '';
  const message = 'message' in said ? said.message : '';
  const parts = 'errors' in said && Array.isArray(said.errors) ? said.errors : [];
  return [message, ...parts.map(textOf)].join('\n');
}

/**
 * The codes that people encounter, by what they can do. Source: *Microsoft Entra authentication and authorization error codes*.
 */
const meanings: readonly { readonly codes: readonly string[]; readonly words: (signInAgain: string) => string }[] = [
  {
    // Expired, revoked, or a second factor is required.
    codes: '50058 50076 50078 50079 50132 50133 50158 50173 70008 70043 700082 700084'.split(' '),
    words: (signInAgain) => `it asks for a new sign-in: ${signInAgain}`,
  },
  {
    codes: '65001 65004 90094'.split(' '),
    words: () =>
      'nobody has consented to this in the tenant: ask an administrator of the tenant for consent, or sign in as an application',
  },
  {
    codes: '65002 650057'.split(' '),
    words: () => 'the program that signs in is not allowed to use this service: sign in as your own application',
  },
  {
    codes: '50001 500011 500014'.split(' '),
    words: () => 'the tenant has no such service: check the address, and sign in to the tenant that it belongs to',
  },
  {
    codes: ['650052'],
    words: () =>
      'the organization has not subscribed to this service: ask an administrator of the tenant for a license, or check the address',
  },
  {
    codes: '50020 50034 51004 90072 90002 700016 7000229'.split(' '),
    words: () => 'the account does not belong to the tenant: sign in with one that does',
  },
  {
    codes: ['50105'],
    words: () =>
      'the account is not assigned to this service: ask an administrator of the tenant to assign it, with a license',
  },
  {
    codes: '53000 53001 53002 53003 53004 530034 50053 50055 50057 7000112'.split(' '),
    words: () => 'the tenant blocks the account or the device: ask an administrator of the tenant',
  },
  {
    codes: '50126 700024 700027 70021 700211 700212 700213 7000215 7000222'.split(' '),
    words: () =>
      'the password, secret, certificate or federated credential is not accepted: check it in the app registration',
  },
];
