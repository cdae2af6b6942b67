import type { Explanation } from '../diagnosis/explain.js';
import { startOf } from './escape.js';
import { figure, firstOf } from './words.js';

/*
 * What a report says about the cause of an error text. Long texts are cut, but nothing here is escaped: each reporter does that for its
 * format.
 */

/** `not confirmed: found for other maps: Customers V3 (accounts)` */
export function verdictInWords(explanation: Explanation): string {
  const { verdict, kind, findings = [], named = [], isAccepted } = explanation;
  const [one, many] = kindInWords[kind ?? 'maps'];
  const found = firstOf(findings, startOf, { most: 3 });
  switch (verdict) {
    case 'confirmed': {
      const where = kind === undefined ? '' : ` for ${found}`;
      const confirmed = named.filter((one) => one.verdict === 'confirmed').length;
      const part = named.length > 1 ? `, which is ${figure(confirmed)} of ${figure(named.length)} that are named` : '';
      return `confirmed: a rule that looks for it failed${where}${part}${isAccepted ? ', and that is accepted' : ''}`;
    }
    case 'found':
      return `not confirmed: found, but the message does not say for which ${one}: ${found}`;
    case 'found-for-similar':
      return `not confirmed: found for ${found}, and the names do not show whether that is the ${one} of the message`;
    case 'found-for-others':
      return `not confirmed: found for other ${many}: ${found}`;
    case 'open': {
      const others = findings.length === 0 ? '' : `; found for other ${many}: ${found}`;
      return `open: not every rule that looks for it could answer${others}`;
    }
    case 'not-checkable':
      return 'not checked: no rule in this report looks for it';
    case 'ruled-out':
      return 'ruled out: the rules that look for it found nothing';
  }
}

const kindInWords: Readonly<Record<NonNullable<Explanation['kind']>, readonly [string, string]>> = {
  maps: ['map', 'maps'],
  projects: ['project', 'projects'],
  companies: ['company', 'companies'],
  teams: ['team', 'teams'],
  solutions: ['solution', 'solutions'],
};

/** What is said of one thing of many that the messages name. */
export const namedVerdictInWords: Readonly<Record<Explanation['verdict'], string>> = {
  confirmed: 'confirmed',
  found: 'not confirmed: found, but not known whether for this',
  'found-for-similar': 'not confirmed: found for something with a similar name',
  'found-for-others': 'not confirmed: found for others',
  open: 'open',
  'not-checkable': 'not checked',
  'ruled-out': 'ruled out',
};

/** What is said where the error text reports no known problem. */
export const nothingRecognized = 'Nothing was recognized';
export const pasteMore = 'Paste the whole message, with the inner errors and the codes in it.';
export const nothingExplained = { title: 'Error text', message: `${nothingRecognized}. ${pasteMore}` } as const;

/** `stale-link-after-copy Configuration belongs to another environment` */
export function explainedTitle({ diagnosis: { id, code = id, title } }: Explanation): string {
  return title.startsWith(code) ? startOf(title) : `${startOf(code)} ${startOf(title)}`;
}

/** `Cause of the error text: confirmed: a rule that looks for it failed (DWDVEV1004 failed, DWFOEV1004 passed)` */
export function explanationInWords(explanation: Explanation): string {
  const rules = firstOf(
    explanation.evidence,
    ({ code, status }) => `${startOf(code)} ${startOf(status).replace('-', ' ')}`,
  );
  return `Cause of the error text ${verdictInWords(explanation)}${rules === '' ? '' : ` (${rules})`}`;
}
