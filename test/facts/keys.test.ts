import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { compareVersions, parseFinopsVersion, parseVersion } from '../../src/facts/version-number.js';
import { guidKey, hostKey, isBlank, nameKey } from '../../src/index.js';

test.each([
  ['https://org.api.crm4.dynamics.com', 'org.crm4.dynamics.com'],
  ['https://ORG.CRM4.dynamics.com/', 'org.crm4.dynamics.com'],
  ['org.crm4.dynamics.com', 'org.crm4.dynamics.com'],
  ['org.crm4.dynamics.com:443/main.aspx?x=1', 'org.crm4.dynamics.com'],
  ['https://org.api.crm.dynamics.com/api/data/v9.2', 'org.crm.dynamics.com'],
  ['https://api.contoso.com', 'api.contoso.com'],
  ['https://org.api.contoso.com', 'org.api.contoso.com'],
  ['https://user:secret@org.crm4.dynamics.com', 'org.crm4.dynamics.com'],
  [' https://org.crm4.dynamics.com. ', 'org.crm4.dynamics.com'],
  ['', undefined],
  ['   ', undefined],
  [null, undefined],
  ['no url at all', undefined],
  ['https://', undefined],
])('the host of %j is %j', (url, host) => {
  expect(hostKey(url)).toBe(host);
});

test('names and ids', () => {
  expect(nameKey('  Contoso \u00a0')).toBe('contoso');
  expect(guidKey(' {A0000000-0000-0000-0000-00000000000A} ')).toBe('a0000000-0000-0000-0000-00000000000a');
  expect([undefined, null, '', ' \t'].every(isBlank)).toBe(true);
  expect(isBlank('0')).toBe(false);
});

describe('versions', () => {
  test.each(['', ' ', '1', '1.2.3.4.5', 'v1.0', '1..2', '1.0-beta', '-1.0', '1.0.', null, undefined])(
    '%j is no version',
    (text) => {
      expect(parseVersion(text)).toBeUndefined();
    },
  );
  test.each([
    ['2.0.2.10', '2.0.133', -1],
    ['1.0', '1.0.0.0', 0],
    ['9.1.0000.11732', '9.1.0.11732', 0],
    ['10.0.9', '10.0.10', -1],
    ['1.0.24073.3', '1.0.24073.2', 1],
  ])('%s against %s', (left, right, sign) => {
    expect(Math.sign(compareVersions(parseVersion(left) ?? [], parseVersion(right) ?? []))).toBe(sign);
  });
  test.each([
    ['10.0.41', 'release'],
    ['10.0.99', 'release'],
    ['10.0.100', 'build'],
    ['10.0.605.30025', 'build'],
    ['10.0', 'release'],
  ])('%s is a %s', (text, scheme) => {
    expect(parseFinopsVersion(text)?.scheme).toBe(scheme);
  });
  property.prop([
    fc.array(fc.nat(99_999), { minLength: 2, maxLength: 4 }),
    fc.array(fc.nat(99_999), { minLength: 2, maxLength: 4 }),
  ])('comparing is antisymmetric and agrees with the padded numbers', (a, b) => {
    const padded = (parts: number[]) => [...parts, 0, 0, 0, 0].slice(0, 4);
    const [left, right] = [padded(a), padded(b)];
    const first = left.findIndex((part, index) => part !== right[index]);
    const expected = first < 0 ? 0 : Math.sign((left[first] ?? 0) - (right[first] ?? 0));
    expect(Math.sign(compareVersions(a, b))).toBe(expected);
    expect(Math.sign(compareVersions(b, a)) + 0).toBe(-expected + 0);
  });
});
