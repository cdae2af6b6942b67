import { describe, expect, test } from 'vitest';
import { entraRefusal } from '../../../src/adapters/odata/entra-refusal.js';

const address = 'https://contoso.crm4.dynamics.com';

/** *Microsoft Entra authentication and authorization error codes*: by what a person can do. */
const meanings: readonly (readonly [words: string, codes: string])[] = [
  [
    'it asks for a new sign-in: sign in again',
    '50058 50076 50078 50079 50132 50133 50158 50173 70008 70043 700082 700084',
  ],
  [
    'nobody has consented to this in the tenant: ask an administrator of the tenant for consent, or sign in as an application',
    '65001 65004 90094',
  ],
  ['the program that signs in is not allowed to use this service: sign in as your own application', '65002 650057'],
  [
    'the tenant has no such service: check the address, and sign in to the tenant that it belongs to',
    '50001 500011 500014',
  ],
  [
    'the organization has not subscribed to this service: ask an administrator of the tenant for a license, or check the address',
    '650052',
  ],
  [
    'the account does not belong to the tenant: sign in with one that does',
    '50020 50034 51004 90072 90002 700016 7000229',
  ],
  [
    'the account is not assigned to this service: ask an administrator of the tenant to assign it, with a license',
    '50105',
  ],
  [
    'the tenant blocks the account or the device: ask an administrator of the tenant',
    '53000 53001 53002 53003 53004 530034 50053 50055 50057 7000112',
  ],
  [
    'the password, secret, certificate or federated credential is not accepted: check it in the app registration',
    '50126 700024 700027 70021 700211 700212 700213 7000215 7000222',
  ],
];

describe('what Microsoft Entra refuses', () => {
  test.each(meanings)('%s', (words, codes) => {
    for (const code of codes.split(' '))
      expect(entraRefusal(`AADSTS${code}: User 'Hans'.`, address)).toBe(
        `Microsoft Entra does not issue a token for ${address} (AADSTS${code}): ${words}`,
      );
  });

  test('how to sign in again depends on who asks', () => {
    expect(entraRefusal('AADSTS50076', address, 'run az login')).toBe(
      `Microsoft Entra does not issue a token for ${address} (AADSTS50076): it asks for a new sign-in: run az login`,
    );
  });

  test.each(['1234', '500761', '999999999'])('AADSTS%s, which is not in the list, is explained elsewhere', (code) => {
    expect(entraRefusal(`AADSTS${code}`, address)).toBe(
      `Microsoft Entra does not issue a token for ${address} (AADSTS${code}): https://login.microsoftonline.com/error?code=${code} explains what it means`,
    );
  });
});

describe('where the code is', () => {
  const withErrors = (message: unknown, errors: unknown) => Object.assign(new Error('x'), { message, errors });

  test.each<[string, unknown]>([
    ['the output of a program', "ERROR: invalid_grant: AADSTS50105: User 'Hans'"],
    ['the message of an error', new Error('AADSTS50105: x')],
    ['an error of another realm', { message: 'AADSTS50105' }],
    ['an error that consists of others', withErrors('all failed', [new Error('no'), new Error('AADSTS50105')])],
    ['an error that consists of texts', withErrors('all failed', ['AADSTS50105'])],
    ['errors without a message', { errors: [{ errors: [{ message: 'AADSTS50105' }] }] }],
    ['the first one of two', withErrors('AADSTS50105', [new Error('AADSTS50020')])],
    ['a message that ends where the next begins', withErrors('error', ['AADSTS50105', '7'])],
    ['errors that are not a list', withErrors('AADSTS50105', 'none')],
  ])('%s', (_name, said) => expect(entraRefusal(said, address)).toContain('(AADSTS50105)'));

  test.each([
    '',
    'AADSTS',
    'AADSTS123',
    'AADSTS1234567890',
    'AADSTS50105x',
    'xAADSTS50105',
    'aadsts50105',
    'AADSTS 50105',
    'no code',
    null,
    undefined,
    50105,
    () => 'AADSTS50105',
    new Error('none'),
    {},
    { errors: [1, null, undefined] },
    { errors: 'AADSTS50105' },
    { errors: { message: 'AADSTS50105' } },
    ['AADSTS50105'],
  ])('not in %j', (said) => expect(entraRefusal(said, address)).toBeUndefined());
});
