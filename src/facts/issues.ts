import type { z } from 'zod';
import type { InvalidOptions, Issue } from '../faults.js';

/** What a zod error says, as data: one entry per place. */
export function describeIssues(error: z.ZodError): readonly [Issue, ...Issue[]] {
  const [first, ...rest] = error.issues
    .flatMap(withoutUnions)
    .map((issue) => ({ path: formatPath(issue.path), message: issue.message }));
  return [first ?? { path: '', message: error.message }, ...rest];
}

/** Of alternatives, what keeps the input from the one that it is meant to be; or what each of them expects. */
function withoutUnions(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const meant = issue.errors.find((issues) =>
    issues.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  if (meant === undefined)
    return [{ ...issue, message: issue.errors.flatMap(([first]) => first?.message ?? []).join('; or: ') }];
  return meant.flatMap(withoutUnions).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** `facts.companies.value[3].code: expected a string` */
export function issueInWords({ path, message }: Issue): string {
  return path === '' ? message : `${path}: ${message}`;
}

/** The first issue, and how many more there are: one line is to be read, the rest is found when it is fixed. */
export function issuesInWords([first, ...more]: readonly [Issue, ...Issue[]]): string {
  return more.length === 0 ? issueInWords(first) : `${issueInWords(first)} (and ${more.length} more)`;
}

/** The fault that options have; `undefined` where there is no issue. */
export function invalidOptions([first, ...more]: readonly Issue[]): InvalidOptions | undefined {
  if (first === undefined) return undefined;
  const issues = [first, ...more] as const;
  return { type: 'invalid-options', because: issuesInWords(issues), issues };
}

const longestShown = 100;

/** What stands in a place where it may not stand, for a message: `"x"`, `null`, `a list`. */
export function inShort(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.length > longestShown ? `${value.slice(0, longestShown)}…` : value);
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object';
    case 'function':
    case 'symbol':
      return `a ${typeof value}`;
    default:
      return String(value);
  }
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
