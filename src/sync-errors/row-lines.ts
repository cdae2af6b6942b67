import type { SyncErrorRecord } from './record.js';
import { isPlainRow } from './row-reading.js';

/**
 * Parses lines of JSON, in half the time of `JSON.parse` where most are rows with all properties in one order, as stores write them: one regular
 * expression reads them. To the engine their texts are parts of the line, which it keeps, with those around it, as long as one of them
 * is used: what outlives a row is an `ownCopy`.
 *
 * @param parseAny - parses all other lines
 */
export function rowLineParser(parseAny: (line: string) => unknown): (line: string) => unknown {
  let form: RowForm | undefined;
  let remaining = mostForms;
  return (line) => {
    if (form !== undefined && line.length < longestLine) {
      const values = form.expression.exec(line);
      if (values !== null) return rowOf(values, form.places);
    }
    const value = parseAny(line);
    if (remaining > 0 && isPlainRow(value)) {
      remaining -= 1;
      form = formOf(value, line) ?? form;
    }
    return value;
  };
}

/** Where forms take turns, the last one of these stays. */
const mostForms = 16;

/** An expression takes memory for each character that it may go back to. */
const longestLine = 100_000;

interface RowForm {
  /** Captures the text of each property; what is `null` is not captured. */
  readonly expression: RegExp;
  readonly places: Readonly<Record<keyof SyncErrorRecord, number>>;
}

/** `undefined` if a line is not a row with exactly all properties, each `null` or a text without escapes. */
function formOf(row: object, line: string): RowForm | undefined {
  const names = Object.keys(row);
  const place = (name: keyof SyncErrorRecord) => names.indexOf(name) + 1;
  const places = {
    id: place('id'),
    integrationJob: place('integrationJob'),
    entity: place('entity'),
    dataSource: place('dataSource'),
    uniqueKey: place('uniqueKey'),
    company: place('company'),
    code: place('code'),
    message: place('message'),
    category: place('category'),
    createdOn: place('createdOn'),
  };
  const found = Object.values(places);
  if (found.includes(0) || found.length !== names.length) return undefined;
  const value = '(?:"([^"\\\\\\x00-\\x1f]*)"|null)';
  const expression = new RegExp(`^\\{${names.map((name) => `"${name}": ?${value}`).join(', ?')}\\}$`);
  return expression.test(line) ? { expression, places } : undefined;
}

/** Each property by its name: names that are looked up for each row take as long as the expression. */
function rowOf(
  values: RegExpExecArray,
  places: RowForm['places'],
): Readonly<Record<keyof SyncErrorRecord, string | null>> {
  return {
    id: values[places.id] ?? null,
    integrationJob: values[places.integrationJob] ?? null,
    entity: values[places.entity] ?? null,
    dataSource: values[places.dataSource] ?? null,
    uniqueKey: values[places.uniqueKey] ?? null,
    company: values[places.company] ?? null,
    code: values[places.code] ?? null,
    message: values[places.message] ?? null,
    category: values[places.category] ?? null,
    createdOn: values[places.createdOn] ?? null,
  };
}
