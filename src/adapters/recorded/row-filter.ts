import { guidKey } from '../../facts/keys.js';
import { propertyOf } from '../lenient-json.js';

/** One comparison of a filter. */
interface Condition {
  readonly column: string;
  readonly isEqual: boolean;
  /** Compared by {@link guidKey}; that of `null` is `undefined`. */
  readonly value: string | undefined;
}

/** Comparisons of which one has to be met: the only filters that the readers ask for. */
export type RowFilter = readonly Condition[];

/** The filter of a `$filter`; `undefined` if it is of another form. */
export function rowFilterOf(text: string): RowFilter | undefined {
  const conditions: Condition[] = [];
  const next = /\s*(\w+)\s+(eq|ne)\s+(?:'((?:[^']|'')*)'|([^\s()']+))\s*(or\s|$)/iy;
  for (let end = ' '; end !== ''; ) {
    const [, column, operator, quoted, bare = '', rest = ''] = next.exec(text) ?? [];
    if (column === undefined) return undefined;
    const value = quoted === undefined ? guidKey(bare) : guidKey(quoted.replaceAll("''", "'"));
    const isNull = quoted === undefined && value === 'null';
    conditions.push({ column, isEqual: operator?.toLowerCase() === 'eq', value: isNull ? undefined : value });
    end = rest;
  }
  return conditions;
}

export function isMet(filter: RowFilter, row: unknown): boolean {
  return filter.some(({ column, isEqual, value }) => (keyIn(row, column) === value) === isEqual);
}

function keyIn(row: unknown, column: string): string | undefined {
  const value = propertyOf(row, column);
  return value == null ? undefined : guidKey(String(value));
}

/** The values of a filter that only lists those of one column. */
export function valuesOf(
  filter: RowFilter,
): { readonly column: string; readonly values: ReadonlySet<string> } | undefined {
  const [first] = filter;
  const column = first?.column.toLowerCase();
  const values = filter.flatMap((one) =>
    one.isEqual && one.value !== undefined && one.column.toLowerCase() === column ? [one.value] : [],
  );
  return column !== undefined && values.length === filter.length ? { column, values: new Set(values) } : undefined;
}

/** The value of a row in a column, as {@link valuesOf} has it. */
export { keyIn as valueIn };
