import type { rowSamples } from './input-samples.js';

const json = (value: unknown) => JSON.stringify(value);

/** As `ConvertTo-Json` of Windows PowerShell 5.1 writes: two blanks after each colon, lines of Windows, letters escaped. */
export function ofPowerShell(value: unknown): string {
  return JSON.stringify(value, null, 4)
    .replace(/^(\s*"(?:[^"\\]|\\.)*"):/gm, '$1: ')
    .replace(/[<>&']/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`)
    .replaceAll('\n', '\r\n');
}

/** One document in every form. */
export const documentForms: Readonly<Record<string, (value: unknown) => string>> = {
  'on one line': json,
  'on one line, with its end': (value) => `${json(value)}\r\n`,
  indented: (value) => JSON.stringify(value, null, 2),
  'of PowerShell': ofPowerShell,
  'of Power Automate': (value) => json({ statusCode: 200, headers: { a: 'b' }, body: value }),
  'of Power Automate, as text': (value) => json({ statusCode: 200, body: json(value) }),
  'of Invoke-WebRequest': (value) =>
    ofPowerShell({
      StatusCode: 200,
      StatusDescription: 'OK',
      Content: json(value),
      RawContent: `HTTP/1.1 200 OK\r\n\r\n${json(value)}`,
      Headers: { Date: 'x' },
      Links: ['@{innerHTML=a; href=b}'],
      ParsedHtml: 'System.__ComObject',
      RawContentLength: 12,
    }),
};

interface Form {
  readonly text: string;
  readonly rows: number;
  readonly lacks: boolean;
}

/** Rows in every form, with how many of them are there, and whether some are missing. */
export function rowFormsOf({ value, context }: (typeof rowSamples)[string]): Readonly<Record<string, Form>> {
  const about = context === undefined ? {} : { '@odata.context': context };
  const [first, ...rest] = value;
  const next = { '@odata.nextLink': 'https://contoso.crm4.dynamics.com/api/data/v9.2/rows?$skiptoken=2' };
  const all = (text: string): Form => ({ text, rows: value.length, lacks: false });
  const one = (text: string): Form => ({ text, rows: 1, lacks: false });
  const envelope = { ...about, value };
  const pages = [
    { ...about, value: [first], ...next },
    { ...about, value: rest },
  ];
  return {
    ...Object.fromEntries(
      Object.entries(documentForms).map(([name, form]) => [`an envelope ${name}`, all(form(envelope))]),
    ),
    ...Object.fromEntries(Object.entries(documentForms).map(([name, form]) => [`a list ${name}`, all(form(value))])),
    'JSON Lines': all(value.map(json).join('\n')),
    'JSON Lines of Windows': all(value.map((row) => `${json(row)}\r\n`).join('')),
    'documents appended': all(value.map((row) => JSON.stringify(row, null, 2)).join('\r\n')),
    'lists on lines': all(`${json([first])}\n${json(rest)}\n`),
    'pages on lines': all(pages.map(json).join('\n')),
    'pages appended': all(pages.map(ofPowerShell).join('\r\n')),
    'a list of pages': all(json(pages)),
    'a list of pages in wrong order': all(json(pages.toReversed())),
    'a list of answers of Power Automate': all(json(pages.map((body) => ({ statusCode: 200, body })))),
    'answers of Power Automate on lines': all(
      pages.map((body) => json({ statusCode: 200, body: json(body) })).join('\n'),
    ),
    'Get-CrmRecords': all(
      ofPowerShell({ CrmRecords: value, Count: value.length, PagingCookie: null, NextPage: false }),
    ),
    'a list that PowerShell wrapped': all(ofPowerShell({ value, Count: value.length })),
    'an envelope whose list PowerShell wrapped': all(ofPowerShell({ ...about, value: { value, Count: value.length } })),
    'a list of one': one(json([first])),
    'its only row': one(ofPowerShell(first)),
    'an envelope of its only row': one(ofPowerShell({ ...about, value: first })),
    'the first of two pages': { text: json(pages[0]), rows: 1, lacks: true },
    'fewer than counted': { text: json({ ...envelope, '@odata.count': 10 }), rows: value.length, lacks: true },
    'JSON Lines with a broken one': {
      text: [json(first), '{"a":', ...rest.map(json)].join('\n'),
      rows: value.length,
      lacks: true,
    },
    'JSON Lines whose end is missing': {
      text: [...value.map(json), '{"a":'].join('\n'),
      rows: value.length,
      lacks: true,
    },
    'documents appended, the last one cut off': {
      text: `${value.map((row) => JSON.stringify(row, null, 2)).join('\n')}\n{\n "a":`,
      rows: value.length,
      lacks: true,
    },
  };
}
