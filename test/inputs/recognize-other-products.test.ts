import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { recognize } from '../../src/inputs/index.js';
import { encodings } from '../support/encodings.js';
import { zip } from '../support/zip.js';

// cspell:ignore cret faultstring northwind nted specversion

/** In every value: nothing of it may be told. */
const secret = 'pl4nted-s3cret';

const documents: Readonly<Record<string, unknown>> = {
  'package.json': { name: secret, version: '1.0.0', scripts: { build: 'tsc' }, dependencies: { a: '^1' } },
  'a lock file': { name: secret, version: '1.0.0', lockfileVersion: 3, packages: { '': { name: 'x', version: '1' } } },
  'tsconfig.json': { compilerOptions: { strict: true }, include: ['src'] },
  'rules of ESLint': { root: true, rules: { semi: 'error' } },
  'only rules of ESLint': { rules: { semi: ['error', 'always'] } },
  'a preset of Renovate': { preset: secret },
  'a collection of Postman': {
    info: {
      _postman_id: secret,
      name: 'c',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: [{ name: 'a', request: { method: 'GET', url: 'https://a.crm4.dynamics.com/api/data/v9.2/solutions' } }],
  },
  OpenAPI: { openapi: '3.0.0', info: { title: secret, version: '1' }, paths: { '/a': { get: { responses: {} } } } },
  'a report of Power BI': { name: secret, version: '5.0', sections: [{ id: 0, name: 'a', visualContainers: [] }] },
  'a model of Power BI': { name: secret, compatibilityLevel: 1550, model: { tables: [{ name: 'T', columns: [] }] } },
  'an ARM template': {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    resources: [{ type: 'Microsoft.Storage/storageAccounts', name: secret, properties: {} }],
  },
  'a state of Terraform': {
    version: 4,
    terraform_version: '1.5.0',
    lineage: secret,
    resources: [{ mode: 'managed', type: 'a', instances: [{ attributes: { id: secret } }] }],
  },
  'the activity log of Azure': [
    {
      caller: secret,
      correlationId: 'a',
      eventTimestamp: '2026-11-20T10:00:00Z',
      operationName: { value: 'a' },
      properties: { statusMessage: '{"error":{"code":"X","message":"m"}}' },
    },
  ],
  'the activity log of Azure, of its service': {
    value: [{ eventName: { value: 'EndRequest' }, id: `/subscriptions/${secret}`, level: 'Error', properties: {} }],
  },
  'resources of Azure': {
    value: [{ id: `/subscriptions/${secret}`, name: 'a', type: 'Microsoft.Web/sites', location: 'a', properties: {} }],
  },
  'tables of Application Insights': {
    tables: [{ name: 'PrimaryResult', columns: [{ name: 'message', type: 'string' }], rows: [[secret]] }],
  },
  'traces of Application Insights': [{ time: '2026-01-01', category: 'AppTraces', properties: { message: secret } }],
  'a repository of GitHub': { id: 1, node_id: secret, name: 'a', full_name: 'b/a', owner: { login: 'b' } },
  'issues of GitHub': [{ id: 1, number: 3, title: secret, user: { login: 'b' }, state: 'open', created_at: '2026' }],
  'an answer of GitHub': { message: secret, documentation_url: 'https://docs.github.com', status: '404' },
  'users of Microsoft Graph': {
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users',
    value: [{ id: secret, displayName: 'a' }],
  },
  'teams of Microsoft Graph': {
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#teams',
    value: [{ id: secret, displayName: 'a' }],
  },
  'contacts of Dataverse': {
    '@odata.context': 'https://contoso.crm.dynamics.com/api/data/v9.2/$metadata#contacts(fullname)',
    value: [{ contactid: secret, fullname: 'a' }],
  },
  'customers of Northwind': {
    '@odata.context': 'https://services.odata.org/V4/Northwind/$metadata#Customers',
    value: [{ CustomerID: 'A', CompanyName: secret }],
  },
  'a flow': { name: secret, properties: { definition: { triggers: {}, actions: {} }, connectionReferences: {} } },
  'results of tests': { numFailedTests: 1, testResults: [{ name: 'a', status: 'failed', message: secret }] },
  SARIF: { version: '2.1.0', runs: [{ tool: { driver: { name: secret } }, results: [] }] },
  'a report of Lighthouse': { lighthouseVersion: '10', audits: { a: { id: secret, score: 1 } } },
  GeoJSON: { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { name: secret } }] },
  CloudEvents: [{ type: 'a.b', source: secret, id: '1', time: '2026-01-01T00:00:00Z', specversion: '1.0' }],
  'clicks with a time': [{ type: 'click', at: '2026-01-01T00:00:00Z', by: secret }],
  'a log line in JSON': { timestamp: '2026-01-01', level: 'error', message: secret },
  'rows with an id and a time': [{ id: 1, createdOn: '2026-01-01', entity: secret }],
  'another recording': { log: { version: '1.2', entries: [{ request: { url: `https://a.com/${secret}` } }] } },
  'values by secret names': { [secret]: 1, 'someone@contoso.com': 2, 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc': 3 },
  'a list of texts': [secret, secret],
  numbers: [1, 2, 3],
  'an empty list': [],
  'an empty object': {},
  null: null,
};

const texts: Readonly<Record<string, string>> = {
  'lines of Application Insights': `{"event":[{"name":"${secret}"}],"internal":{}}\n{"event":[],"internal":{}}`,
  contacts: `Name,Email,Phone\nA,${secret},1\n`,
  orders: `Id,Company,Created On,Status\n1,${secret},2026-01-01,Open\n`,
  'a table with an entity': `Entity,Created On,Id\n${secret},2026-01-01,1\n`,
  'a log table': `Timestamp,Level,Message,Code,Category\n2026,Error,${secret},1,y\n`,
  tickets: `Id;Category;Message;Created On;Company\n1;Bug;${secret};2026-01-01;a\n`,
  'a table with tabs': `Name\tEmail\tPhone\nA\t${secret}\t1\n`,
  'a table without a head': `1,${secret},3\n4,5,6\n`,
  'web.config': `<?xml version="1.0"?>\n<configuration><a key="${secret}"/></configuration>`,
  'a SOAP fault': `<s:Envelope xmlns:s="a"><s:Body><s:Fault><faultstring>${secret}</faultstring></s:Fault></s:Body></s:Envelope>`,
  'a sitemap': `<?xml version="1.0"?><urlset xmlns="a"><url><loc>${secret}</loc></url></urlset>`,
  'a page': `<!DOCTYPE html><html><head><title>${secret}</title></head></html>`,
  'a saved page': `<!-- saved from ${secret} -->\n<html><body>a</body></html>`,
  'XML that is cut off': `<?xml version="1.0"?>\n<configuration><a key="${secret}`,
  'Docker compose': `version: "3"\nservices:\n  web:\n    image: ${secret}\n    ports:\n      - "80:80"\n`,
  'a workflow of GitHub': `---\nname: ${secret}\non: [push]\njobs:\n  build:\n    runs-on: ubuntu-latest\n`,
  'a pipeline of Azure': `# comment\ntrigger:\n- main\npool:\n  vmImage: ${secret}\nsteps:\n- script: a\n`,
  INI: `[section]\nkey=${secret}\nother=1\n`,
  TOML: `[package]\nname = "${secret}"\nversion = "1"\n`,
  'an environment file': `CLIENT_ID=a\nCLIENT_SECRET=${secret}\n`,
  'Rich Text Format': `{\\rtf1\\ansi ${secret}}`,
  'JSON with comments': `{\n  // ${secret}\n  "compilerOptions": {}\n}`,
  'no more than blanks': '  \n\t ',
  nothing: '',
};

const files: Readonly<Record<string, Uint8Array>> = {
  PDF: Buffer.from(`%PDF-1.7\n%\xe2\xe3\xcf\xd3\n${secret}`, 'latin1'),
  'a Word document': zip([{ name: 'word/document.xml', content: secret }]),
  'a workbook': zip([{ name: 'xl/workbook.xml', content: secret }]),
  'a picture': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  'a program': Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8\0\0\0', 'latin1'),
  'a program of Linux': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0]),
  'only a mark of UTF-8': Buffer.from([0xef, 0xbb, 0xbf]),
  'only a mark of UTF-16': Buffer.from([0xff, 0xfe]),
  'a mark and blanks': Buffer.from([0xff, 0xfe, 0x20, 0]),
  'a zero': Buffer.from([0]),
};

/** Names of properties, of files in an archive and of XML elements may be told. */
function expectUnknown(content: string | Uint8Array, name: string): void {
  const input = recognize(content);
  expect(input, name).toMatchObject({ kind: 'unknown' });
  if (input.kind !== 'unknown') return;
  expect(input.looksLike, name).toMatch(/^(?:an? |no |JSON|broken JSON|XML)/);
  expect(JSON.stringify(input)).not.toMatch(/pl4nted|contoso\.com|eyJ/);
}

describe.each(encodings)('in %s', (_encoding, encode) => {
  test.each(Object.entries(documents))('%s is unknown', (name, value) => {
    for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)]) expectUnknown(encode(text), name);
  });

  test.each(Object.entries(texts))('%s is unknown', (name, text) => expectUnknown(encode(text), name));
});

test.each(Object.entries(files))('%s is unknown', (name, bytes) => expectUnknown(bytes, name));

test('files of this project that are not inputs are unknown', () => {
  for (const path of ['package.json', 'tsconfig.json', 'biome.json', 'schema/config.schema.json', 'package-lock.json'])
    expectUnknown(readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url))), path);
});
