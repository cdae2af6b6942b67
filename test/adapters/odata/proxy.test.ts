import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isLoopback } from '../../../src/adapters/odata/is-loopback.js';
import { proxyFor, type Variables } from '../../../src/adapters/odata/proxy.js';

const elsewhere = 'https://contoso.crm4.dynamics.invalid';
const names = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy', 'NO_PROXY', 'no_proxy'];

function unset() {
  for (const name of names) vi.stubEnv(name, undefined);
}

/** The proxy where the process is another one, for as short as possible: the tests themselves need it. */
function proxyIn(process: object | undefined) {
  vi.stubGlobal('process', process);
  try {
    return proxyFor(elsewhere);
  } finally {
    vi.unstubAllGlobals();
  }
}

beforeEach(unset);
afterEach(() => vi.unstubAllEnvs());

describe('which proxy, as curl takes it', () => {
  const named = (values: Variables, address = elsewhere) =>
    proxyFor(address, values).match(
      (proxy) => proxy && `${proxy.settings.host} ${proxy.settings.port} ${proxy.variable}`,
      (problem) => problem,
    );

  test.each<[Variables, string | undefined]>([
    [{}, undefined],
    [{ HTTPS_PROXY: '' }, undefined],
    [{ HTTP_PROXY: 'proxy:1', http_proxy: 'proxy:1' }, undefined],
    [{ HTTPS_PROXY: 'proxy:8080' }, 'http://proxy 8080 HTTPS_PROXY'],
    [{ HTTPS_PROXY: ' proxy:8080/ ' }, 'http://proxy 8080 HTTPS_PROXY'],
    [{ HTTPS_PROXY: 'proxy' }, 'http://proxy 1080 HTTPS_PROXY'],
    [{ HTTPS_PROXY: 'http://proxy:80' }, 'http://proxy 80 HTTPS_PROXY'],
    [{ HTTPS_PROXY: 'HTTPS://proxy' }, 'https://proxy 443 HTTPS_PROXY'],
    [{ HTTPS_PROXY: 'https://proxy:443/x' }, 'https://proxy 443 HTTPS_PROXY'],
    [{ HTTPS_PROXY: 'jane:123@proxy' }, 'http://proxy 1080 HTTPS_PROXY'],
    [{ HTTPS_PROXY: '[fe80::1]:8080' }, 'http://[fe80::1] 8080 HTTPS_PROXY'],
    [{ HTTPS_PROXY: '[fe80::1]' }, 'http://[fe80::1] 1080 HTTPS_PROXY'],
    [{ HTTPS_PROXY: 'upper:1', https_proxy: 'lower:1' }, 'http://lower 1 https_proxy'],
    [{ HTTPS_PROXY: 'upper:1', https_proxy: '' }, 'http://upper 1 HTTPS_PROXY'],
    [{ ALL_PROXY: 'all:1' }, 'http://all 1 ALL_PROXY'],
    [{ ALL_PROXY: 'upper:1', all_proxy: 'lower:1' }, 'http://lower 1 all_proxy'],
    [{ all_proxy: 'all:1', HTTPS_PROXY: 'https:1' }, 'http://https 1 HTTPS_PROXY'],
    [{ HTTPS_PROXY: 'proxy:08080' }, 'http://proxy 8080 HTTPS_PROXY'],
    [{ HTTPS_PROXY: 'proxy:' }, 'http://proxy 1080 HTTPS_PROXY'],
    [{ HTTPS_PROXY: 'proxy/x:2' }, 'http://proxy 1080 HTTPS_PROXY'],
    [{ HTTPS_PROXY: 'proxy?x:2' }, 'http://proxy 1080 HTTPS_PROXY'],
    [{ HTTPS_PROXY: 'proxy#x:2' }, 'http://proxy 1080 HTTPS_PROXY'],
    [{ HTTPS_PROXY: 'proxy:1/x:2' }, 'http://proxy 1 HTTPS_PROXY'],
    [{ HTTPS_PROXY: 'proxy:1?x' }, 'http://proxy 1 HTTPS_PROXY'],
    [{ HTTPS_PROXY: 'proxy:1#x' }, 'http://proxy 1 HTTPS_PROXY'],
    [{ HTTPS_PROXY: 'http://jane:2@proxy:65535' }, 'http://proxy 65535 HTTPS_PROXY'],
    [{ HTTPS_PROXY: 'https://jane@proxy' }, 'https://proxy 443 HTTPS_PROXY'],
    [{ HTTPS_PROXY: '10.0.0.1:1' }, 'http://10.0.0.1 1 HTTPS_PROXY'],
  ])('%j: %s', (values, expected) => expect(named(values)).toBe(expected));

  test.each([
    'http://',
    '://',
    'ftp://proxy:1',
    'socks5://proxy:1',
    'proxy:99999',
    'proxy:0',
    'not a proxy',
    'http://%zz@proxy:1',
    'http://jane:%zz@proxy:1',
    'http://%zz:%zz@proxy:1',
    'a\\b',
    'proxy:1\\x',
    'proxy:1/a b',
    'proxy:1/\nx',
    'xhttp://proxy:1',
    'x http://proxy:1',
    'https2://proxy:1',
    'http://proxy:1/\\x',
    'http://proxy:x',
    'https://proxy:00',
    'ws+unix://proxy:1',
    'a-1.b://proxy:1',
  ])('%j is not one, and is not repeated', (value) => {
    const sentence = 'HTTPS_PROXY: expected the address of an http proxy, such as http://proxy.contoso.com:8080';
    expect(named({ HTTPS_PROXY: value })).toBe(sentence);
    expect(named({ HTTPS_PROXY: value, NO_PROXY: '*' })).toBe(undefined);
    expect(named({ HTTPS_PROXY: value }, 'http://127.0.0.1:8080')).toBe(undefined);
    vi.stubEnv('HTTPS_PROXY', value);
    expect(proxyFor(elsewhere)._unsafeUnwrapErr()).toBe(sentence);
  });

  // Each of the first kind was tried with curl 7.88, too.
  test.each<[string, string, 'direct' | 'proxy']>([
    ['*', 'https://a.contoso.com', 'direct'],
    [' * ', 'https://a.contoso.com', 'direct'],
    ['*,x', 'https://a.contoso.com', 'proxy'],
    ['contoso.com', 'https://a.contoso.com', 'direct'],
    ['.contoso.com', 'https://a.contoso.com', 'direct'],
    ['.contoso.com', 'https://contoso.com', 'direct'],
    ['CONTOSO.com.', 'https://a.contoso.com', 'direct'],
    ['contoso.com', 'https://a.Contoso.com.', 'direct'],
    ['x contoso.com', 'https://a.contoso.com', 'direct'],
    ['x,, contoso.com ,', 'https://a.contoso.com', 'direct'],
    ['toso.com', 'https://a.contoso.com', 'proxy'],
    ['*.contoso.com', 'https://a.contoso.com', 'proxy'],
    ['a.contoso.com:443', 'https://a.contoso.com', 'proxy'],
    [',', 'https://a.contoso.com', 'proxy'],
    ['.', 'https://a.contoso.com', 'proxy'],
    ['10.0.0.0/8', 'https://10.1.2.3', 'direct'],
    ['10.0.0.0/16', 'https://10.1.2.3', 'proxy'],
    ['10.1.2.3', 'https://10.1.2.3', 'direct'],
    ['10.1.2.30', 'https://10.1.2.3', 'proxy'],
    ['2.3', 'https://10.1.2.3', 'proxy'],
    ['fe80::1', 'https://[fe80::1]', 'direct'],
    ['[fe80::1]', 'https://[fe80::1]', 'direct'],
    ['[fe80::2]', 'https://[fe80::1]', 'proxy'],
    ['[fe80::1', 'https://[fe80::1]', 'direct'],
    ['fe80::[1', 'https://[fe80::1]', 'proxy'],
    ['fe80]::1', 'https://[fe80::1]', 'proxy'],
    ['x [fe80::1] y', 'https://[fe80::1]', 'direct'],
    ['contoso.com x', 'https://a.contoso.com', 'direct'],
    ['a.contoso.com', 'https://a.contoso.com', 'direct'],
    ['b.a.contoso.com', 'https://a.contoso.com', 'proxy'],
    ['contoso', 'https://a.contoso.com', 'proxy'],
    ['com', 'https://a.contoso.com', 'direct'],
    ['stryker', 'https://a.contoso.com', 'proxy'],
    ['10.1.2.3/32', 'https://10.1.2.3', 'direct'],
    ['10.1.2.2/31', 'https://10.1.2.3', 'direct'],
    ['10.1.2.4/31', 'https://10.1.2.3', 'proxy'],
    ['10.1.2.0/24', 'https://10.1.2.3', 'direct'],
    ['10.128.0.0/9', 'https://10.1.2.3', 'proxy'],
    ['10.0.0.0/9', 'https://10.1.2.3', 'direct'],
    ['12.0.0.0/6', 'https://10.1.2.3', 'proxy'],
    ['8.0.0.0/6', 'https://10.1.2.3', 'direct'],
    ['10.0.0.0/8', 'https://160.1.2.3', 'proxy'],
    ['10.11.12.128/25', 'https://10.11.12.130', 'direct'],
    ['10.11.12.0/24', 'https://10.11.13.1', 'proxy'],
    ['.', 'https://10.1.2.3', 'proxy'],
    [' ', 'https://[fe80::1]', 'proxy'],
    ['[]', 'https://[fe80::1]', 'proxy'],
    ['0.0.0.0/0', 'https://10.1.2.3', 'direct'],
    ['x/0', 'https://10.1.2.3', 'proxy'],
    ['10.0.0.0/8x', 'https://10.1.2.3', 'proxy'],
    ['x10.0.0.0/8', 'https://10.1.2.3', 'proxy'],
    ['10.0.0.0/', 'https://10.1.2.3', 'proxy'],
    ['10.0.0.0/008', 'https://10.1.2.3', 'proxy'],
    ['10.1.2', 'https://10.1.2.3', 'proxy'],
    ['10.1.2.3.4', 'https://10.1.2.3', 'proxy'],
    ['0010.1.2.3', 'https://10.1.2.3', 'proxy'],
    ['10.1.2.3', 'https://10.1.2.3.contoso.com', 'proxy'],
    ['2.3.contoso.com', 'https://10.1.2.3.contoso.com', 'direct'],
  ])('NO_PROXY=%j, %s: %s', (list, address, expected) => {
    for (const name of ['NO_PROXY', 'no_proxy'])
      expect(named({ HTTPS_PROXY: 'p:1', [name]: list }, address)).toBe(
        expected === 'direct' ? undefined : 'http://p 1 HTTPS_PROXY',
      );
  });

  test.each(['http://localhost:1', 'https://localhost', 'https://127.0.0.1', 'https://127.8.9.1', 'https://[::1]'])(
    '%s never',
    (address) => expect(named({ HTTPS_PROXY: 'p:1', ALL_PROXY: 'p:1' }, address)).toBe(undefined),
  );

  test('NO_PROXY in lower case comes first, and an empty one does not count', () => {
    const lists = (no_proxy: string, NO_PROXY: string) => named({ HTTPS_PROXY: 'p:1', no_proxy, NO_PROXY });
    expect(lists('dynamics.invalid', 'x')).toBeUndefined();
    expect(lists('x', 'dynamics.invalid')).toBe('http://p 1 HTTPS_PROXY');
    expect(lists('', 'dynamics.invalid')).toBeUndefined();
    expect(lists('', '')).toBe('http://p 1 HTTPS_PROXY');
  });

  test('its user name and its password are for the proxy, and not in its name', () => {
    const proxy = proxyFor(elsewhere, { HTTPS_PROXY: 'https://jane:a%40b@Proxy.contoso.com:8443/x' })._unsafeUnwrap();
    expect(proxy).toEqual({
      settings: { host: 'https://proxy.contoso.com', port: 8443, username: 'jane', password: 'a%40b' },
      name: 'proxy.contoso.com:8443',
      variable: 'HTTPS_PROXY',
    });
    const without = proxyFor(elsewhere, { ALL_PROXY: '[fe80::1]' })._unsafeUnwrap();
    expect(without).toEqual({
      settings: { host: 'http://[fe80::1]', port: 1080, username: '', password: '' },
      name: '[fe80::1]:1080',
      variable: 'ALL_PROXY',
    });
  });

  test('the variables are those of the process, where there is one', () => {
    vi.stubEnv('HTTPS_PROXY', 'proxy:8080');
    expect(proxyFor(elsewhere)._unsafeUnwrap()?.name).toBe('proxy:8080');
    for (const without of [undefined, {}]) expect(proxyIn(without)._unsafeUnwrap()).toBeUndefined();
  });
});

describe('this machine', () => {
  test.each(['localhost', '[::1]', '127.0.0.1', '127.255.255.255', '127.0.0.12'])('is %s', (hostname) =>
    expect(isLoopback(hostname)).toBe(true),
  );

  test.each([
    '',
    'localhost.contoso.com',
    'x-localhost',
    '[::2]',
    '::1',
    '127.0.0',
    '127.0.0.1.contoso.com',
    '127.0.0.1.5',
    '10.127.0.0.1',
    '128.0.0.1',
    '127.a.b.c',
    '127x0x0x1',
  ])('is not %s', (hostname) => expect(isLoopback(hostname)).toBe(false));
});
