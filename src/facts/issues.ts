import type { z } from 'zod';
import type { Issue } from '../faults.js';

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

/** `facts.companies.value[3].code` */
function formatPath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? String(step) : `.${String(step)}`;
  }
  return text;
}
