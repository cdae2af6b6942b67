import type { Explanation } from '../diagnosis/explain.js';
import { startOf } from './escape.js';
import { firstOf } from './words.js';

/*
 * What a report says about the cause of an error text. Long texts are cut, but nothing here is escaped: each reporter does that for its
 * format.
 */

export const verdictInWords: Readonly<Record<Explanation['verdict'], string>> = {
  confirmed: 'confirmed: a rule that looks for it failed',
  open: 'open: not every rule that looks for it could answer',
  'not-checkable': 'not checked: no rule in this report looks for it',
  'ruled-out': 'ruled out: the rules that look for it found nothing',
};

/** What is said where the error text reports no known problem. */
export const nothingRecognized = 'Nothing was recognized';
export const pasteMore = 'Paste the whole message, with the inner errors and the codes in it.';
export const nothingExplained = { title: 'Error text', message: `${nothingRecognized}. ${pasteMore}` } as const;

/** `stale-link-after-copy Configuration belongs to another environment` */
export function explainedTitle({ diagnosis: { id, code = id, title } }: Explanation): string {
  return title.startsWith(code) ? startOf(title) : `${startOf(code)} ${startOf(title)}`;
}

/** `Cause of the error text confirmed: a rule that looks for it failed (DWDVEV1004 failed, DWFOEV1004 passed)` */
export function explanationInWords({ verdict, evidence }: Explanation): string {
  const rules = firstOf(evidence, ({ code, status }) => `${startOf(code)} ${startOf(status).replace('-', ' ')}`);
  return `Cause of the error text ${verdictInWords[verdict]}${rules === '' ? '' : ` (${rules})`}`;
}
