import { Buffer } from 'node:buffer';
import type { SyncErrorRecord } from '../../src/sync-errors/index.js';

/** Rows with what separates cells, rows and texts in their messages. */
export const formRows: readonly SyncErrorRecord[] = [1, 2, 3].map((number) => ({
  id: `row-${number}`,
  integrationJob: 'Customers',
  entity: 'Customers V3',
  dataSource: number === 2 ? null : 'Dataverse',
  uniqueKey: `US-00${number}`,
  company: 'USMF',
  code: '503',
  message: `Größe, "${number}"; [x]\n{"tab":\t€𝄞}`,
  category: 'application',
  createdOn: `2026-11-20T10:0${number}:00Z`,
}));

/** The captions of the page, as a person may have them in a table. */
export const captions: Readonly<Record<keyof SyncErrorRecord, string>> = {
  id: 'Id',
  integrationJob: 'Integration job',
  entity: 'Entity',
  dataSource: 'Data source',
  uniqueKey: 'Unique key',
  company: 'Company reference',
  code: 'Error code',
  message: 'Error message',
  category: 'Category',
  createdOn: 'Created On',
};

// Safe: these are the keys of the record above.
const properties = Object.keys(captions) as (keyof SyncErrorRecord)[];

/** A table of the rows. */
export function tableOf(
  { separator = ',', lineEnd = '\r\n', nameOf = (property: keyof SyncErrorRecord): string => captions[property] },
  rows: readonly SyncErrorRecord[] = formRows,
): string {
  const cell = (text: string) => (/[",;\s]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [properties.map(nameOf), ...rows.map((row) => properties.map((property) => row[property] ?? ''))];
  return lines.map((cells) => `${cells.map(cell).join(separator)}${lineEnd}`).join('');
}

const next = { '@odata.nextLink': 'https://contoso.crm4.dynamics.com/api/data/v9.2/rows?$skiptoken=2' };
const json = (value: unknown) => JSON.stringify(value);
const renamed = (nameOf: (property: string) => string) =>
  formRows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [nameOf(name), value])));

/** The same rows in every form in which people have them. */
export const rowForms: Readonly<Record<string, string>> = {
  'JSON Lines': formRows.map((row) => `${json(row)}\n`).join(''),
  'JSON Lines of Windows without an end': formRows.map(json).join('\r\n'),
  'lines of lists': `${json(formRows.slice(0, 2))}\n${json(formRows.slice(2))}\n`,
  'a list': json(formRows),
  'an indented list': JSON.stringify(formRows, null, 2),
  'an envelope': json({ '@odata.context': 'https://contoso.crm4.dynamics.com/$metadata#rows', value: formRows }),
  'a list of pages': json([{ ...next, value: formRows.slice(0, 2) }, { value: formRows.slice(2) }]),
  'pages on lines': `${json({ ...next, value: formRows.slice(0, 2) })}\n${json({ value: formRows.slice(2) })}\n`,
  'Get-CrmRecords': JSON.stringify({ CrmRecords: formRows, Count: 3, PagingCookie: '', NextPage: false }, null, 4),
  'Power Automate': json({ statusCode: 200, headers: { 'x-token': 'a' }, body: { value: formRows } }),
  'Power Automate with its body as text': json({ statusCode: 200, body: json({ value: formRows }) }),
  'a fact': json({ status: 'known', value: formRows }),
  'a snapshot': json({
    schemaVersion: 1,
    environment: { name: 'contoso-uat' },
    takenAt: '2026-11-20T12:00:00Z',
    facts: {
      companies: { status: 'unknown', reason: 'not-provided' },
      syncErrors: { status: 'known', value: formRows },
    },
  }),
  'a plan that has no room for them': json({
    schemaVersion: 1,
    kind: 'request-plan',
    requests: [],
    remainder: formRows,
    refused: [],
  }),
  'rows of Dataverse': json({
    value: renamed((name) => (name === 'createdOn' ? 'createdon' : `msdyn_${name.toLowerCase()}`)),
  }),
  'CSV with captions': tableOf({}),
  'CSV with captions in other spellings': tableOf({
    nameOf: (property) => ` ${captions[property].toUpperCase().replaceAll(' ', '_')} `,
  }),
  'CSV with the names of properties': tableOf({ nameOf: (property) => property, lineEnd: '\n' }),
  'CSV with semicolons': tableOf({ separator: ';' }),
  'CSV of Excel': `sep=;\r\n${tableOf({ separator: ';' })}`,
  'CSV of Windows PowerShell': `#TYPE System.Management.Automation.PSCustomObject\r\n${tableOf({})}`,
  'CSV after blank lines': `\r\n \r\n${tableOf({})}`,
  'CSV with tabs': tableOf({ separator: '\t', lineEnd: '\n' }),
};

/** A text in the encodings of common tools. */
export const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => Buffer.from(`\uFEFF${text}`),
  'UTF-16 LE': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16 LE with a mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16 BE': (text) => Buffer.from(text, 'utf16le').swap16(),
  'UTF-16 BE with a mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
};
