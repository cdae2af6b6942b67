import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { projectKeys, tableKeys } from '../../src/facts/keys.js';
import { compareVersions, isOlder, parseFinopsVersion, parseVersion } from '../../src/facts/version-number.js';
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
  ['https:///data', undefined],
  ['/main.aspx', undefined],
  ['?appid=1', undefined],
  ['\\\\server\\share', undefined],
  ['https:/org.crm4.dynamics.com', undefined],
  ['mailto:somebody@contoso.com', undefined],
  ['//org.crm4.dynamics.com/main.aspx', 'org.crm4.dynamics.com'],
  ['custom://ORG.api.CRM4.dynamics.com', 'org.crm4.dynamics.com'],
  ['org.crm4.dynamics.com//main.aspx', 'org.crm4.dynamics.com'],
  ['org.crm4.dynamics.com/a:b', 'org.crm4.dynamics.com'],
  ['s3:/bucket', undefined],
  ['[::1]', '[::1]'],
  ['https://some_host-1.contoso.com', 'some_host-1.contoso.com'],
  ['AccountKey=c2VjcmV0', undefined],
  ['Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKey=c2VjcmV0', undefined],
  ["odd://o'hara", undefined],
])('the host of %j is %j', (url, host) => {
  expect(hostKey(url)).toBe(host);
});

test('names and ids', () => {
  expect(nameKey('  Contoso \u00a0')).toBe('contoso');
  expect(guidKey(' {A0000000-0000-0000-0000-00000000000A} ')).toBe('a0000000-0000-0000-0000-00000000000a');
  expect(guidKey('{ A1 }')).toBe('a1');
  expect(guidKey('{A1')).toBe('{a1');
  expect(guidKey('A1}')).toBe('a1}');
  expect([undefined, null, '', ' \t'].every(isBlank)).toBe(true);
  expect(isBlank('0')).toBe(false);
});

/** The contract's own words, name by name. */
function setNameOf(logicalName: string): string {
  const [beforeLast = '', last = ''] = logicalName.slice(-2).padStart(2);
  if (last === 'y' && /[a-z]/.test(beforeLast) && !'aeiou'.includes(beforeLast))
    return `${logicalName.slice(0, -1)}ies`;
  return ['s', 'x', 'z', 'ch', 'sh'].some((ending) => logicalName.endsWith(ending))
    ? `${logicalName}es`
    : `${logicalName}s`;
}

describe('tables', () => {
  const areOne = (a: string, b: string) => tableKeys(a).includes(nameKey(b));

  test.each([
    ['accounts', 'account'],
    [' Accounts ', 'ACCOUNT'],
    ['companies', 'company'],
    ['cdm_companies', 'cdm_company'],
    ['addresses', 'address'],
    ['addresses', 'addresse'],
    ['statuses', 'status'],
    ['boxes', 'box'],
    ['boxes', 'boxe'],
    ['batches', 'batch'],
    ['wishes', 'wish'],
    ['quizes', 'quiz'],
    ['days', 'day'],
    ['movies', 'movie'],
    ['movies', 'movy'],
    ['news', 'new'],
    ['msdyn_parties', 'msdyn_party'],
    ['msdyn_ys', 'msdyn_y'],
    ['new_xy5s', 'new_xy5'],
    ['', ' '],
  ])('%j and %j are one', (a, b) => {
    expect(areOne(a, b)).toBe(true);
    expect(areOne(b, a)).toBe(true);
  });

  test.each([
    ['address', 'addresse'],
    ['movie', 'movy'],
    ['companys', 'company'],
    ['daies', 'day'],
    ['boxs', 'box'],
    ['accountes', 'account'],
    ['msdyn_ies', 'msdyn_y'],
    ['accountss', 'account'],
    ['account', 'contact'],
    ['accounts', 'acount'],
    ['newses', 'new'],
    ['s', ''],
    ['es', ''],
  ])('%j and %j are two', (a, b) => {
    expect(areOne(a, b)).toBe(false);
    expect(areOne(b, a)).toBe(false);
  });

  // Few letters, so that endings meet.
  const name = fc.string({ unit: fc.constantFrom('a', 'e', 'i', 's', 'x', 'c', 'h', 'y', '_'), maxLength: 6 });
  property.prop([name, name])('are one when one name is the set name made of the other, and only then', (a, b) => {
    const named = a !== '' && b !== '';
    expect(areOne(a, b)).toBe(a === b || (named && (setNameOf(a) === b || setNameOf(b) === a)));
  });
  property.prop([name])(
    'the set name that is made of a name is found from it, and it from the set name',
    (logicalName) => {
      fc.pre(logicalName !== '');
      expect(areOne(logicalName, setNameOf(logicalName)) && areOne(setNameOf(logicalName), logicalName)).toBe(true);
    },
  );
});

describe('projects', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((letter) => `${letter}0000000-0000-4000-8000-00000000000${letter}`);
  const areOne = (left: string, right: string) => {
    const [one, other] = [projectKeys(left), projectKeys(right)];
    return one.key === other.key || one.parts.includes(other.key) || other.parts.includes(one.key);
  };

  test.each([
    ['P1', ' p1 '],
    [`DWM-${a}-${b}`, `dwm-${a}-${b}`.toUpperCase()],
    [`DWM-${a}-${b}`, a],
    [`DWM-${a}-${b}`, ` {${b?.toUpperCase()}} `],
    [`${a}`, `{${a}}`],
    [`DWM-${a}-${a}`, a],
  ])('%j and %j are one', (left, right = '') => {
    expect(areOne(left, right)).toBe(true);
    expect(areOne(right, left)).toBe(true);
  });

  test.each([
    [`DWM-${a}-${b}`, c],
    [`DWM-${a}-${b}`, `DWM-${a}-${c}`],
    [`DWM-${a}-${b}`, `DWM-${b}-${a}`],
    [`DWM-${a}`, a],
    [`DWM-${a}-${b}-${c}`, a],
    [`XYZ-${a}-${b}`, a],
    [`DWM-${a}-not-a-guid-but-as-long-as-one-is-hex`, a],
    [`DWM-not-a-guid-but-as-long-as-one-is-hex-${b}`, 'not-a-guid-but-as-long-as-one-is-hex'],
    ['{P1}', 'P1'],
    [`{x${a}}`, `x${a}`],
    [`{${a}x}`, `${a}x`],
    [a, b],
  ])('%j and %j are two', (left = '', right = '') => {
    expect(areOne(left, right)).toBe(false);
    expect(areOne(right, left)).toBe(false);
  });

  test.each(['p1', 'p1'.repeat(40), `x-dwm-${a}-${b}`, `dwm-${a}-${b}x`, `${a}`])('%s has no parts', (name) => {
    expect(projectKeys(name)).toEqual({ key: name, parts: [] });
  });
});

describe('versions', () => {
  test.each(['', ' ', '1', '1.2.3.4.5', 'v1.0', '1..2', '1.0-beta', '-1.0', '1.0.', null, undefined])(
    '%j is not a version',
    (text) => {
      expect(parseVersion(text)).toBeUndefined();
    },
  );
  test('blanks around one do not matter', () => {
    expect(parseVersion(' 1.0\t')).toEqual([1, 0]);
  });
  test.each([
    ['1.9', '2.0', true],
    ['2.0', '2.0', false],
    ['2.0.0.1', '2.0', false],
  ])('%s is older than %s: %j', (version, minimum, expected) => {
    expect(isOlder(parseVersion(version) ?? [], minimum)).toBe(expected);
  });
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
    ['10.0', undefined],
    ['10', undefined],
    ['latest', undefined],
  ])('the scheme of %s is %s', (text, scheme) => {
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
