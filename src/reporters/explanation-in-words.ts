import type { Explanation } from '../diagnosis/explain.js';
import { startOf } from './escape.js';
import { listed } from './in-words.js';

/*
 * What a report says about the cause of an error text, in the words of formats that other tools read. Long texts are cut, but nothing
 * here is escaped: each reporter does that for its format.
 */

/** What an explanation comes to. */
const verdicts: Readonly<Record<Explanation['verdict'], string>> = {
  confirmed: 'confirmed: a rule that looks for it failed',
  open: 'open: not every rule that looks for it could answer',
  'not-checkable': 'not checked: no rule in this report looks for it',
  'ruled-out': 'ruled out: the rules that look for it found nothing',
};

/** Stands for explanations where the error text is about no known problem. */
export const nothingExplained = {
  title: 'Error text',
  message: 'Nothing was recognized. Paste the whole message, with the inner errors and the codes in it.',
} as const;

/** `stale-link-after-copy Configuration belongs to another environment` */
export function explainedTitle({ diagnosis: { id, code = id, title } }: Explanation): string {
  return title.startsWith(code) ? startOf(title) : `${startOf(code)} ${startOf(title)}`;
}

const mostRules = 10;

/** `Cause of the error text confirmed: a rule that looks for it failed (DWDVEV1004 failed, DWFOEV1004 passed)` */
export function explanationInWords({ verdict, evidence }: Explanation): string {
  const rules = evidence
    .slice(0, mostRules)
    .map(({ code, status }) => `${startOf(code)} ${startOf(status).replace('-', ' ')}`);
  const because = rules.length === 0 ? '' : ` (${listed(rules, evidence.length, ', ')})`;
  return `Cause of the error text ${verdicts[verdict]}${because}`;
}
