import { describe, expect, test } from 'vitest';
import { powershellScript } from '../../src/inputs/powershell-script.js';
import { recognize } from '../../src/inputs/recognize.js';
import { type FactUrl, urlsFor } from '../../src/inputs/urls-for.js';

function factUrl(url: string): FactUrl {
  return { url, method: 'GET', service: 'dataverse', gives: ['solutions'], needs: 'session' };
}

const dataverseUrl = 'https://contoso.crm4.dynamics.com';
const script = powershellScript([factUrl(`${dataverseUrl}/api/data/v9.2/solutions?$select=uniquename&$top=1`)]);

test('Windows PowerShell reads it: ASCII, and the line ends of Windows', () => {
  expect(script).not.toMatch(/[^\x20-\x7e\r\n]/);
  expect(script.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

describe('addresses', () => {
  test.each([
    ["https://x.example/api/data/v9.2/a(b='c')", "'https://x.example/api/data/v9.2/a(b=%27c%27)'"],
    [
      'https://x.example/api/data/v9.2/a?$filter=b eq 1&c=$(d)`e',
      "'https://x.example/api/data/v9.2/a?$filter=b%20eq%201&c=$(d)`e'",
    ],
    [
      'https://x.example/api/data/v9.2/a?b=\u2019;calc;\u2018',
      "'https://x.example/api/data/v9.2/a?b=%E2%80%99;calc;%E2%80%98'",
    ],
    [
      'https://x.example/api/data/v9.2/\u2019;calc;#\u2019',
      "'https://x.example/api/data/v9.2/%E2%80%99;calc;#%E2%80%99'",
    ],
    ["https://x.example/api/data/v9.2/a\r\n'\r\ncalc", "'https://x.example/api/data/v9.2/a%27calc'"],
  ])('%j is a text that ends where it should', (url, written) => {
    const lines = powershellScript([factUrl(url)]).split('\r\n');
    expect(lines).toContain(`    ${written}`);
    expect(lines.length).toBe(script.split('\r\n').length);
  });

  test.each([
    ['crm4.dynamics.com', 'https://service.powerapps.com/'],
    ['crm9.dynamics.com', 'https://gov.service.powerapps.us/'],
    ['crm.microsoftdynamics.us', 'https://high.service.powerapps.us/'],
    ['crm.appsplatform.us', 'https://service.apps.appsplatform.us/'],
    ['crm.dynamics.cn', 'https://service.powerapps.cn/'],
  ])('of %s, each with the token that its cloud takes', async (cloud, ofPowerPlatform) => {
    const finopsUrl = 'https://contoso.operations.dynamics.com';
    const urls = await urlsFor({ dataverseUrl: `https://contoso.${cloud}`, finopsUrl, environmentId: 'e1' });
    const audiences = [...powershellScript(urls).matchAll(/^ {2}'(.*)' = @\(\r$/gm)].map(([, audience]) => audience);
    // Finance and operations takes no token for an address that ends with a slash; the Power Platform takes no other.
    expect(audiences).toEqual([ofPowerPlatform, `https://contoso.${cloud}`, finopsUrl]);
  });
});

test('only GET, and nothing of a token is written', () => {
  expect(script.match(/Method = '\w+'/g)).toEqual(["Method = 'Get'"]);
  expect(script.match(/Invoke-\w+/g)).toEqual(['Invoke-WebRequest']);
  const written = script.split('\r\n').filter((line) => /entries|\$har|WriteAllText|Write-/.test(line));
  expect(written.join()).not.toMatch(/\$token|headers/i);
});

test('PowerShell 7 checks the values of headers, Windows PowerShell cannot be asked not to', () => {
  expect(script).toMatch(/'null'.*\r\n.*PSVersion\.Major -ge 6.*SkipHeaderValidation/);
});

describe('what it writes', () => {
  /** The texts between its quotes, with values in place of what it puts between them. */
  function written(line: RegExp, values: Readonly<Record<string, string>>): string {
    const [, expression = ''] = line.exec(script) ?? [];
    return expression
      .replaceAll(' + ', '')
      .replace("($entries -join ',')", '$entries')
      .replace(
        /'([^']*)'|\(Format-Text \$([\w.]+)\)|\$([\w.]+)/g,
        (_, text, formatted, bare) =>
          text ?? (formatted === undefined ? values[bare] : JSON.stringify(values[formatted])),
      );
  }

  test('is a recording of the answers', () => {
    const entry = (status: string, text: string) =>
      written(/\$entries\.Add\((.*)\)\r$/m, {
        at: '2026-11-20T10:00:00.000Z',
        address: `${dataverseUrl}/api/data/v9.2/solutions?$select=uniquename,version,ismanaged`,
        'answer.Status': status,
        'answer.Text': text,
      });
    const input = (one: string) => recognize(written(/\$har = (.*)\r$/m, { entries: one }));
    const row = { uniquename: 'a', version: '1.0', ismanaged: true };
    expect(input(entry('200', JSON.stringify({ value: [row] })))).toMatchObject({
      kind: 'har',
      answers: [{ status: 200, body: { value: [row] }, at: Date.UTC(2026, 10, 20, 10) }],
      lacks: [],
    });
    expect(input(entry('0', ''))).toMatchObject({ kind: 'har', lacks: [expect.stringContaining('no answer arrived')] });
    expect(input(entry('302', '<html>'))).toMatchObject({
      kind: 'har',
      lacks: [expect.stringContaining('a redirect')],
    });
  });

  test('the next page is that of the list, not of a list inside a row', () => {
    const [, source = ''] = /Matches\(\$Text, '(.*)'\)\r$/m.exec(script) ?? [];
    const linksIn = (body: unknown) =>
      [...JSON.stringify(body).matchAll(new RegExp(source, 'g'))].map(([, link]) => JSON.parse(link ?? ''));
    const rows = [{ a: '"@odata.nextLink":"x"', 'list@odata.nextLink': 'https://x/inside', list: [] }];
    expect(linksIn({ value: rows })).toEqual([]);
    expect(linksIn({ value: rows, '@odata.nextLink': 'https://x/"next"' })).toEqual(['https://x/"next"']);
    expect(linksIn({ nextLink: 'https://x/next', value: rows })).toEqual(['https://x/next']);
  });
});
