import type { InvalidOptions, Issue, MalformedInput } from '../fault.js';

/** `facts.companies.value[3].code: expected a string` */
export function issueInWords({ path, message }: Issue): string {
  return path === '' ? message : `${path}: ${message}`;
}

/** The first issue, and how many more there are: one line is enough to read, the rest appears when it is fixed. */
function issuesInWords([first, ...more]: readonly [Issue, ...Issue[]]): string {
  return more.length === 0 ? issueInWords(first) : `${issueInWords(first)} (and ${more.length} more)`;
}

/** Input that is malformed in these places. */
export function malformed(issues: MalformedInput['issues']): MalformedInput {
  return { type: 'malformed', because: issuesInWords(issues), issues };
}

/** The fault that options have; `undefined` where there is no issue. */
export function invalidOptions([first, ...more]: readonly Issue[]): InvalidOptions | undefined {
  if (first === undefined) return undefined;
  return { ...malformed([first, ...more]), type: 'invalid-options' };
}

const longestShown = 100;

/** An unexpected value, for a message: `"x"`, `null`, `a list`. */
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
