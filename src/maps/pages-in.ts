/** Rows that belong together: a response of a service, or rows without one. */
export interface Page {
  readonly rows: readonly unknown[];
  /** The position of the document that it is in, from 0. */
  readonly document: number;
  /** Where it is in its document, from 1: the page in a list of pages, or its first row in a list of rows. */
  readonly page?: number | undefined;
  readonly firstRow?: number | undefined;
  /** Whether it is an answer as the service gave it: a list of rows, and a fact, are what somebody made of answers. */
  readonly isAnswer: boolean;
  /** `@odata.context`, which is the same on all pages of a list; empty if there is none. */
  readonly context: string;
  /** The address of the next page. */
  readonly nextLink?: string | undefined;
  /** How many rows there are, as far as the service counts. */
  readonly counted?: number | undefined;
  /** Why its rows are not all, if the page itself says so. */
  readonly gap?: string | undefined;
  /** Whether it is an error of the service, without rows. */
  readonly isError: boolean;
}

/** The pages in a document: one response or a list of them, a fact, rows, or one row. */
export function pagesIn(input: unknown, document: number): readonly Page[] {
  if (!Array.isArray(input)) return [isPage(input) ? pageOf(input, document) : looseRows([input], document)];
  const firstPage = input.findIndex(isPage);
  if (firstPage < 0) return [looseRows(input, document, 1)];
  return input.map((item, index) =>
    isPage(item) ? pageOf(item, document, index + 1) : looseRows([item], document, index + 1),
  );
}

type Source = readonly unknown[] | Readonly<Record<string, unknown>>;

function isPage(item: unknown): item is Source {
  return isList(item) || (isRecord(item) && (isList(item.value) || isServiceError(item)));
}

function pageOf(item: Source, document: number, page?: number): Page {
  if (isList(item)) return { ...looseRows(item, document, 1), page };
  const rows = isList(item.value) ? item.value : undefined;
  const properties = new Map(
    Object.entries(item).map(([key, value]) => [key.toLowerCase().replace(/^@|odata\./g, ''), value]),
  );
  const text = (name: string) => {
    const value = properties.get(name.toLowerCase());
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    rows: rows ?? [],
    document,
    page,
    firstRow: 1,
    isAnswer: rows !== undefined && item.status !== 'known',
    context: text('context'),
    nextLink: text('nextLink') || undefined,
    counted: countIn(properties),
    gap: gapIn(item, properties),
    isError: rows === undefined,
  };
}

function looseRows(rows: readonly unknown[], document: number, firstRow?: number): Page {
  const isReadById = rows.some((row) => isRecord(row) && /\$entity$/.test(String(row['@odata.context'] ?? '')));
  const gap = isReadById ? 'a row was read by its id, which does not show the others' : undefined;
  return { rows, document, firstRow, isAnswer: isReadById, context: '', gap, isError: false };
}

/** The spelling of OData 3.0, 4.0 and 4.01, of Power Platform, and of Dataverse for queries in FetchXML (-1: not counted). */
function countIn(properties: ReadonlyMap<string, unknown>): number | undefined {
  const counts = ['count', 'microsoft.dynamics.crm.totalrecordcount']
    .map((name) => properties.get(name))
    .map((value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value));
  return counts.find((value): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0);
}

function gapIn(item: Readonly<Record<string, unknown>>, properties: ReadonlyMap<string, unknown>): string | undefined {
  if (isServiceError(item)) return 'an answer ends with an error of the service';
  if (properties.get('microsoft.dynamics.crm.morerecords') === true) return 'an answer says that there are more rows';
  if (item.coverage !== 'partial') return undefined;
  return typeof item.detail === 'string' ? item.detail : 'only a part of them was read';
}

/** In place of rows, or after some of them: OData calls that an in-stream error. */
function isServiceError(item: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(item).some(([key, value]) => /^@?(?:odata\.)?error$/i.test(key) && isRecord(value));
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
