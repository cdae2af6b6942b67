/** A field name of a map, parsed. */
export type FieldPath =
  /** Empty: a Default transform does not need a source. */
  | { readonly type: 'none' }
  /** `accountnumber` */
  | { readonly type: 'column'; readonly column: string }
  /** `msdyn_company.cdm_companycode`: the row that `column` points to, found by its `key`, which may be a lookup again. */
  | { readonly type: 'lookup'; readonly column: string; readonly key: FieldPath }
  /** `customerid.Account(accountnumber).Contact(msdyn_contactpersonid)`: a row of one of several tables. */
  | { readonly type: 'polymorphic'; readonly column: string; readonly targets: readonly LookupTarget[] }
  /** Not a known form. */
  | { readonly type: 'unknown'; readonly text: string };

/** One of the tables that a polymorphic lookup may point to. */
interface LookupTarget {
  /** The name of the table, not of its set: `Account`. */
  readonly table: string;
  /** The columns that find the row; each may be a lookup again. */
  readonly keys: readonly FieldPath[];
}

/**
 * Parses the name of a field: a column, a lookup with a dot, or a polymorphic lookup.
 *
 * @returns `unknown` with the text for any other form
 *
 * @example
 * ```ts
 * fieldPath('msdyn_company.cdm_companycode');
 * // { type: 'lookup', column: 'msdyn_company', key: { type: 'column', column: 'cdm_companycode' } }
 * ```
 */
export function fieldPath(text: string): FieldPath {
  const trimmed = text.trim();
  if (trimmed === '') return { type: 'none' };
  if (trimmed.length <= longestPath && aName.test(trimmed)) return { type: 'column', column: trimmed };
  const steps = split(trimmed, '.');
  if (trimmed.length > longestPath || steps === undefined || steps.length > mostSteps) return { type: 'unknown', text };
  return pathOf(steps) ?? { type: 'unknown', text };
}

/** No real name is nearly as long; a megabyte of dots is not a field. */
const longestPath = 4_000;
const mostSteps = 20;

const aName = /^[^\s.,()]+$/;
const aTarget = /^([^\s.,()]+)\((.*)\)$/;

function pathOf([column = '', ...steps]: readonly string[]): FieldPath | undefined {
  if (!aName.test(column)) return undefined;
  if (steps.length === 0) return { type: 'column', column };
  if (!steps.some((step) => step.includes('('))) {
    const key = pathOf(steps);
    return key && { type: 'lookup', column, key };
  }
  const targets: LookupTarget[] = [];
  for (const step of steps) {
    const [, table, inside] = aTarget.exec(step) ?? [];
    const keys = inside === undefined ? undefined : split(inside, ',')?.map(keyOf);
    if (table === undefined || keys === undefined || !keys.every((key) => key !== undefined)) return undefined;
    targets.push({ table, keys });
  }
  return { type: 'polymorphic', column, targets };
}

/** A key inside parentheses is a column or a plain lookup: polymorphic ones are not nested. */
function keyOf(text: string): FieldPath | undefined {
  const steps = text.trim().split('.');
  return text.includes('(') || steps.length > mostSteps ? undefined : pathOf(steps);
}

/** The parts between separators outside parentheses; `undefined` if the parentheses do not match. */
function split(text: string, separator: '.' | ','): readonly string[] | undefined {
  const parts: string[] = [];
  let start = 0;
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '(') open += 1;
    else if (character === ')') open -= 1;
    if (open < 0) return undefined;
    if (character === separator && open === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return open === 0 ? [...parts, text.slice(start)] : undefined;
}
