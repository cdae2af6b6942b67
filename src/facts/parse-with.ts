import { err, ok, type Result } from 'neverthrow';
import type * as z from 'zod/mini';
import type { MalformedInput } from '../fault.js';
import { inShort, malformed } from './issues.js';

/** A schema, or what is used in place of one. */
export type Parser<T> = Pick<z.ZodMiniType<T>, 'safeParse'>;

/** Untrusted input as what the schema makes of it, or a fault that names every place. */
export function parseWith<T>(schema: Parser<T>, input: unknown): Result<T, MalformedInput> {
  const parsed = schema.safeParse(input, inOurWords);
  return parsed.success ? ok(parsed.data) : err(malformedBy(parsed.error));
}

/** The fault for a zod error: one issue per place. */
export function malformedBy(error: z.core.$ZodError): MalformedInput {
  const [first, ...rest] = error.issues
    .flatMap(withoutUnions)
    .map((issue) => ({ path: formatPath(issue.path), message: issue.message }));
  return malformed([first ?? { path: '', message: error.message }, ...rest]);
}

/** For alternatives: why the input does not match the intended one, or what each of them expects. */
function withoutUnions(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const meant = issue.errors.find((issues) =>
    issues.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  if (meant === undefined)
    return [{ ...issue, message: issue.errors.flatMap(([first]) => first?.message ?? []).join('; or: ') }];
  return meant.flatMap(withoutUnions).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/**
 * The error map for zod, so that messages use our wording. Messages of a schema take precedence. It answers every issue: zod would take
 * the rest from settings that it shares with all programs on the page or in the process.
 */
export const inOurWords: z.core.ParseContext<z.core.$ZodIssue> = {
  error: (issue) => {
    switch (issue.code) {
      case 'invalid_type':
        return `expected ${kinds[issue.expected] ?? issue.expected}, found ${kindOf(issue.input)}`;
      case 'invalid_value':
        return expectedOneOf(issue.values);
      case 'invalid_union': // otherwise each alternative has its own issues
        return Array.isArray(issue.options) ? expectedOneOf(issue.options) : anythingElse;
      case 'invalid_format':
        return issue.format === 'datetime' ? 'expected a date and time with a time zone' : anythingElse;
      case 'unrecognized_keys':
        return `expected no ${issue.keys.map(inShort).join(', ')} here`;
      case 'too_small':
        if (issue.origin === 'string' && issue.minimum === 1) return 'expected text, found nothing';
        return `expected ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`;
      case 'too_big':
        return `expected ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`;
      default:
        return anythingElse;
    }
  },
};

const anythingElse = 'expected something else';

function expectedOneOf(values: readonly unknown[]): string {
  return `expected ${values.length === 1 ? '' : 'one of '}${values.map(inShort).join(', ')}`;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
};

/** The kind of a value, without quoting it: it may be personal data. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'string' || typeof value === 'number' ? `a ${typeof value}` : inShort(value);
}

/** `facts.companies.value[3].code` */
function formatPath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? String(step) : `.${String(step)}`;
  }
  return text;
}
