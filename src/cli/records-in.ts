import { isRecord } from '../adapters/lenient-json.js';

/** The records of a JSON value, and whether it says that there are more. */
export interface RecordsIn {
  readonly records: readonly unknown[];
  readonly isPart: boolean;
}

/** The items of a list, of an envelope with `value`, or of a list of such pages; any other value is one record. */
export function recordsIn(value: unknown): RecordsIn {
  const pages = Array.isArray(value) ? value : [value];
  if (!pages.some(isPage)) return { records: pages, isPart: false };
  const records = pages.flatMap((page) => (isPage(page) ? page.value : [page]));
  return { records, isPart: !isWhole(pages.filter(isPage), records.length) };
}

interface Page {
  readonly value: readonly unknown[];
  readonly [property: string]: unknown;
}

function isPage(value: unknown): value is Page {
  return isRecord(value) && Array.isArray(value.value);
}

/** All pages but the last one say that more follow, and none counts more rows than there are. */
function isWhole(pages: readonly Page[], rows: number): boolean {
  const open = pages.filter((page) => (page['@odata.nextLink'] ?? page.nextLink) != null).length;
  const counts = pages.map((page) => Number(page['@odata.count'] ?? 0));
  const isPartial = pages.some(({ coverage }) => coverage === 'partial'); // a fact is such an envelope too
  return open < pages.length && !isPartial && counts.every((count) => !(count > rows));
}
