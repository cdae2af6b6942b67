import type { z } from 'zod';
import type { Issue } from '../faults.js';

/** What a zod error says, as data: one entry per place. */
export function describeIssues(error: z.ZodError): readonly [Issue, ...Issue[]] {
  const [first, ...rest] = error.issues.map((issue) => ({ path: formatPath(issue.path), message: issue.message }));
  return [first ?? { path: '', message: error.message }, ...rest];
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
