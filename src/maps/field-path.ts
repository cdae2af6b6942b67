/** A field as a map names it, taken apart. */
export type FieldPath =
  /** Nothing stands there: a Default transform needs no source. */
  | { readonly type: 'none' }
  /** `accountnumber` */
  | { readonly type: 'column'; readonly column: string }
  /** `msdyn_company.cdm_companycode`: the row that `column` points to, found by its `key`, which may be a lookup again. */
  | { readonly type: 'lookup'; readonly column: string; readonly key: FieldPath }
  /** `customerid.Account(accountnumber).Contact(msdyn_contactpersonid)`: a row of one of several tables. */
  | { readonly type: 'polymorphic'; readonly column: string; readonly targets: readonly LookupTarget[] }
  /** No form that is known. */
  | { readonly type: 'unknown'; readonly text: string };

/** One of the tables that a polymorphic lookup may point to. */
interface LookupTarget {
  /** The name of the table, not of its set: `Account`. */
  readonly table: string;
  /** The columns that find the row; each may be a lookup again. */
  readonly keys: readonly FieldPath[];
}

/**
 * Takes the name of a field apart: a column, a lookup with a dot, or a polymorphic lookup.
 *
 * @returns `unknown` with the text for a form that is none of them
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

/** No name of the product comes near; a megabyte of dots is no field. */
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

/** A key inside parentheses is a column or a plain lookup: nobody nests polymorphic ones. */
function keyOf(text: string): FieldPath | undefined {
  const steps = text.trim().split('.');
  return text.includes('(') || steps.length > mostSteps ? undefined : pathOf(steps);
}

/** The parts between separators that stand outside parentheses; `undefined` where those do not match. */
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
