import { type Subject, subjectKey } from '../rules/verdict.js';

/** The identity of a finding: it does not change with titles, messages or the order of rows. */
export function fingerprint(code: string, subject: Subject): string {
  return `v1:${code}:${subjectKey(subject)}`;
}
