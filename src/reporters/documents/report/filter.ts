import type { Block } from '../../document.js';
import type { Check } from '../../standing.js';

/** The controls of the page. */
export function filter(checks: readonly Check[]): Block {
  return {
    type: 'filter',
    of: 'checks',
    total: checks.length,
    fields: [
      { id: 'text', label: 'Search', choices: 'text' },
      { id: 'status', label: 'Status', choices: statuses },
      { id: 'severity', label: 'Severity', choices: severities },
    ],
  };
}

const statuses = [
  ['failed', 'Failed'],
  ['inconclusive', 'Inconclusive'],
  ['blocked', 'Blocked'],
  ['errored', 'Broke off'],
  ['accepted', 'Accepted'],
  ['passed', 'Passed'],
  ['not-applicable', 'Not applicable'],
  ['skipped', 'Skipped'],
] as const;

const severities = [
  ['error', 'Error'],
  ['warning', 'Warning'],
] as const;
