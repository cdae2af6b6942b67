import { describe, expect, test } from 'vitest';
import { type Input, recognize } from '../../src/inputs/index.js';
import { encodings } from '../support/encodings.js';
import { solutionZip } from '../support/solution-files.js';
import { tableOf } from '../support/sync-error-forms.js';
import { documentForms, ofPowerShell, rowFormsOf } from './input-forms.js';
import { documentSamples, rowSamples } from './input-samples.js';

// cspell:ignore exceptiondetails messageblock plugintracelogid publisherid

const json = (value: unknown) => JSON.stringify(value);

/** How many of the rows of a sample an input holds. */
function rowsIn(input: Input): number {
  switch (input.kind) {
    case 'sync-errors':
      return input.records.length;
    case 'alert-settings':
      return input.settings.length;
    case 'activity-log':
    case 'alert-events':
      return input.events.length;
    default:
      return json(input).split(/"(?:msdyn_mapping"|uniquename"|teamid"|LogicalName":"(?:account|contact)")/).length - 1;
  }
}

describe.each(Object.entries(documentSamples))('%s', (_name, { kind, value }) => {
  test.each(Object.entries(documentForms))('%s, in each encoding', (_form, form) => {
    const text = form(value);
    const plain = recognize(text);
    expect(plain).toMatchObject({ kind });
    for (const [encoding, encode] of encodings) expect(recognize(encode(text)), encoding).toEqual(plain);
  });

  test('whatever its name says', () => {
    for (const name of ['a.har', 'a.txt', 'a.csv', 'solution.xml', 'a.zip', '../../etc/passwd', 'a\u0000b\n.json'])
      expect(recognize(json(value), { name })).toMatchObject({ kind, name });
  });
});

describe.each(Object.entries(rowSamples))('%s', (_name, sample) => {
  test.each(Object.entries(rowFormsOf(sample)))('%s, in each encoding', (_form, { text, rows, lacks }) => {
    const plain = recognize(text);
    expect({ kind: plain.kind, rows: rowsIn(plain) }).toEqual({ kind: sample.kind, rows });
    // Of a table, one never knows without its address whether all columns are there.
    if (sample.kind !== 'table-metadata') expect(plain.lacks.length > 0, String(plain.lacks)).toBe(lacks);
    for (const [encoding, encode] of encodings) expect(recognize(encode(text)), encoding).toEqual(plain);
  });
});

describe('what is not JSON', () => {
  const component = `<?xml version="1.0"?>\n<ImportExportXml><SolutionManifest><UniqueName>a</UniqueName><Version>1.0</Version></SolutionManifest></ImportExportXml>`;

  test.each([
    ['CSV', tableOf({}), 'sync-errors'],
    ['CSV of Excel', `sep=;\r\n${tableOf({ separator: ';' })}`, 'sync-errors'],
    ['a file of a solution', component, 'solution-part'],
    ['the error of a service in XML', '<?xml version="1.0"?><m:error><m:code>a</m:code></m:error>', 'error-text'],
    ['an error in a tag', '<ns0:Error>Unable to write data to entity accounts', 'error-text'],
    ['words in angle brackets', '<accounts - Customers V3> failed to start', 'error-text'],
    ['words', 'Unable to write data to entity accounts.', 'error-text'],
    ['a line of a log', '[2026-11-20 10:00:00] ERROR Unable to write\n[2026-11-20 10:00:01] done', 'error-text'],
    ['a log with a level', '[ERROR] Unable to write data\n[INFO] done', 'error-text'],
    ['a list in words', '["accounts", "contacts"] failed: Unable to write', 'error-text'],
    ['JSON with words behind it', '{"error":{"code":"0x80040217"}} at Microsoft.Crm.Service()', 'error-text'],
    ['words with JSON behind them', 'Writes failed: {"error":{"code":"0x80040217"}}', 'error-text'],
    ['a message with captions', 'Error: a\nCode: 0x80040217\nMessage: Unable to write', 'error-text'],
    ['a message with commas', 'Unable to write a, b, c.\nThe entity d, e, f was not found.', 'error-text'],
    ['a code', '-2147220969', 'error-text'],
    ['a stack', 'System.Exception: a\n   at Microsoft.Foo.Bar()\n   at Microsoft.Foo.Baz()', 'error-text'],
  ] as const)('%s', (_name, text, kind) => {
    const plain = recognize(text);
    expect(plain.kind).toBe(kind);
    for (const [encoding, encode] of encodings) expect(recognize(encode(text)), encoding).toEqual(plain);
    expect(recognize(text, { name: 'a.json' }).kind).toBe(kind);
  });

  test('a solution, whatever its name says', () => {
    const rows = Object.values(rowSamples)[0]?.value ?? [];
    expect(recognize(solutionZip(rows), { name: 'a.har' })).toMatchObject({ kind: 'solution', lacks: [] });
  });
});

describe('errors in JSON are error texts', () => {
  test.each([
    ['of OData 4', { error: { code: '0x80040217', message: 'account does not exist', innererror: { type: 'a' } } }],
    ['of OData 3', { 'odata.error': { code: '', message: { lang: 'en-US', value: 'No HTTP resource was found' } } }],
    ['of finance and operations', { Message: 'An error has occurred.', ExceptionMessage: 'a', StackTrace: 'b' }],
    ['of its services', { Message: 'An error has occurred.' }],
    ['of the sign-in', { error: 'invalid_grant', error_description: 'AADSTS50034: The user does not exist' }],
    ['of a run of Logic Apps', { code: 'ActionFailed', message: 'An action failed.' }],
    ['of an action', { statusCode: 400, headers: {}, body: { error: { code: 'BadRequest', message: 'a' } } }],
    ['of an action, as text', { statusCode: 400, body: '{"error":{"code":"BadRequest","message":"a"}}' }],
    ['in a list', [{ error: { code: '1', message: 'a' } }, { error: { code: '2', message: 'b' } }]],
    ['of a plug-in trace', { plugintracelogid: 'a', exceptiondetails: 'System.Exception', messageblock: 'b' }],
    [
      'of plug-in traces',
      {
        '@odata.context': 'https://contoso.crm.dynamics.com/api/data/v9.2/$metadata#plugintracelogs',
        value: [{ plugintracelogid: 'a', exceptiondetails: 'System.Exception', messageblock: 'b' }],
      },
    ],
  ])('%s', (_name, value) => {
    expect(recognize(json(value))).toEqual({ kind: 'error-text', text: json(value), lacks: [] });
    expect(recognize(ofPowerShell(value)).kind).toBe('error-text');
  });

  test('a text between quotation marks is what it says', () => {
    const text = 'Unable to write data.\nWrites to "AccountEntity" failed';
    expect(recognize(json(text))).toEqual({ kind: 'error-text', text, lacks: [] });
  });

  test('errors on lines', () => {
    const text = '{"error":{"code":"1","message":"a"}}\n{"error":{"code":"2","message":"b"}}';
    expect(recognize(text)).toMatchObject({ kind: 'error-text', text });
  });
});

describe('what ConvertTo-Json cut off is never data', () => {
  const context = {
    '@odata.context': 'https://contoso.crm4.dynamics.com/api/data/v9.2/$metadata#solutions(uniquename)',
  };
  test.each([
    ['rows', { value: ['@{uniquename=a; version=1}', '@{uniquename=b; version=2}'], Count: 2 }],
    ['rows of a known answer', { ...context, value: ['@{uniquename=a; version=1}'] }],
    ['rows in one text', { ...context, value: '@{uniquename=a; version=1} @{uniquename=b; version=2}' }],
    ['a list', { ...context, value: 'System.Object[]' }],
    ['a column', [{ uniquename: 'a', version: '1.0.0.0', publisherid: '@{uniquename=b}' }]],
    ['a list of PowerShell', { ...context, value: 'System.Collections.ArrayList' }],
    ['a name with a mark', { value: ['@{@odata.etag=W/"1"; uniquename=a}'] }],
    ['facts', { schemaVersion: 1, facts: { solutions: '@{status=known; value=System.Object[]}' } }],
    ['an answer that was wrapped', { StatusCode: 200, Content: json({ ...context, value: 'System.Object[]' }) }],
  ])('%s', (_name, value) => {
    for (const text of [json(value), ofPowerShell(value)])
      expect(recognize(text)).toMatchObject({
        kind: 'unknown',
        looksLike: 'JSON that ConvertTo-Json of PowerShell cut off at its depth: save it again with -Depth 20',
      });
  });

  test('expressions of Power Automate are not', () => {
    const rows = [{ uniquename: 'a', version: '1.0.0.0', description: "@{triggerBody()?['a']}" }];
    expect(recognize(json(rows)).kind).toBe('service-answer');
  });

  test('dates of Windows PowerShell are dates', () => {
    const log = [{ type: 'paused', map: 'a', at: new Date(1700000000000).toISOString() }];
    const expected = recognize(json(log));
    expect(expected).toMatchObject({ kind: 'activity-log', lacks: [] });
    const written = json(log).replace('"2023-11-14T22:13:20.000Z"', String.raw`"\/Date(1700000000000)\/"`);
    expect(recognize(written)).toEqual(expected);
    const shown = json(log).replace(
      '"2023-11-14T22:13:20.000Z"',
      String.raw`{"value":"\/Date(1700000000000)\/","DisplayHint":2,"DateTime":"Tuesday"}`,
    );
    expect(recognize(shown)).toEqual(expected);
  });
});

describe('what a newer version made', () => {
  const newer = Object.entries(documentSamples).filter(
    ([, { value }]) => typeof value === 'object' && value !== null && 'schemaVersion' in value,
  );

  test('is all that says its version', () => expect(newer.length).toBeGreaterThan(8));

  test.each(newer)('%s', (_name, { value }) => {
    const input = recognize(json({ ...Object(value), schemaVersion: 2 }));
    expect(input).toMatchObject({
      kind: 'unknown',
      looksLike: expect.stringMatching(/^a \w.* made by a newer version of this program \(schemaVersion 2\)$/),
      expected: expect.stringContaining('update this program'),
    });
  });

  test('of another program is not', () => {
    expect(recognize(json({ schemaVersion: 2, mediaType: 'a' }))).toMatchObject({
      looksLike: 'JSON with the properties schemaVersion, mediaType',
    });
  });
});

describe('JSON that is broken', () => {
  const indented = JSON.stringify(documentSamples.snapshot?.value, null, 2);
  test.each([
    ['a snapshot whose end is missing', indented.slice(0, -5), 'JSON whose end is missing: save it again'],
    ['one that ends in a text', '{"a": "b', 'JSON whose end is missing: save it again'],
    ['one that ends in an escape', String.raw`{"a": "b\u12`, 'JSON whose end is missing: save it again'],
    ['one that ends in a word', '{"a": tru', 'JSON whose end is missing: save it again'],
    ['one that ends in a number', '{"a": -', 'JSON whose end is missing: save it again'],
    ['a list', '[1, 2,', 'JSON whose end is missing: save it again'],
    ['an opening brace alone', '{', 'JSON whose end is missing: save it again'],
    ['an opening bracket alone', ' [\n', 'JSON whose end is missing: save it again'],
    ['a comma too many', '{"a": 1,}', 'broken JSON'],
    ['a bracket too many', '{"a": 1}}', 'broken JSON'],
    ['comments', '{\n  // words\n  "a": 1\n}', 'broken JSON'],
    ['100,000 lists in one another', '['.repeat(100_000) + ']'.repeat(100_000), 'JSON that is nested too deeply'],
  ])('%s', (_name, text, looksLike) => {
    expect(recognize(text)).toMatchObject({ kind: 'unknown', looksLike });
  });

  test.each([
    ['of lines', (row: object) => `${JSON.stringify(row)}\n`],
    ['of documents', (row: object) => JSON.stringify(row, null, 2)],
  ])('files %s that were joined with their byte order marks are whole', (_name, write) => {
    for (const { kind, value } of Object.values(rowSamples)) {
      const input = recognize(value.map((row) => `\uFEFF${write(row)}`).join(''));
      expect(input).toMatchObject({ kind, lacks: recognize(value.map(write).join('')).lacks });
    }
  });

  test('lines that could not be read are named', () => {
    const row = json({ type: 'paused', map: 'a', at: '2026-11-20T10:00:00Z' });
    expect(recognize([row, 'oops', row].join('\n')).lacks).toEqual(['line 2 could not be read']);
    expect(recognize(['{"cut', row, row, row, 'oops'].join('\n')).lacks).toEqual([
      '2 lines could not be read, line 1 the first of them',
    ]);
    expect(recognize(`${row}\n\n\n${row.slice(0, 9)}`).lacks).toEqual(['line 4 could not be read']);
  });
});
