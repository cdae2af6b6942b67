import * as links from '../rules/remediation/links.js';
import type { RemediationOption } from '../rules/remediation/remediation.js';

/** The words of a line in the list of checks prove nothing: they are the same whether the check passed or failed. */
export const sameWordsWhenGreen =
  'If the text is a line of the health check, it is only a hint: the same words appear beside a green mark. The mark and the rule decide.';

/** Finds out whether a line of the health check that somebody pasted was red at all. */
export const readTheMark: RemediationOption = {
  title: 'Find out whether the check failed',
  steps: [
    'On the Dual-write page, select Health check, and look at the mark beside this line: if it is green, nothing has to be done for it.',
    'If the mark is red or not known, run `dual-write-health check` with the prerequisite rules: it names what is missing.',
    'If the rule finds nothing but the mark is red, repeat the health check as a user who is a system administrator on both sides.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  destroys: null,
  links: [links.healthCheck, links.requirements],
};
