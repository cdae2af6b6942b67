import type { HealthReport } from '../../../report/report.js';
import { type Check, hasAcceptance, isOpenCheck } from '../../checks.js';
import type { Block } from '../../document.js';
import { staleSuppressions } from './accepted.js';

/** Ways into the page, each with its number. */
export function tiles({ governance }: HealthReport, checks: readonly Check[]): Block {
  const review = staleSuppressions(governance).length;
  const note = review > 0 ? `${review} to review` : undefined;
  const count = (is: (check: Check) => boolean) => checks.filter(is).length;
  return {
    type: 'tiles',
    tiles: [
      { mark: 'error', to: 'errors', label: 'Errors', count: count(({ mark }) => mark === 'error') },
      { mark: 'warning', to: 'warnings', label: 'Warnings', count: count(({ mark }) => mark === 'warning') },
      { mark: 'inconclusive', to: 'open', label: 'Not known', count: count(isOpenCheck) },
      { mark: 'accepted', to: 'accepted', label: 'Accepted', count: count(hasAcceptance), note },
      { mark: 'passed', to: 'settled', label: 'Passed', count: count(({ mark }) => mark === 'passed') },
    ],
  };
}

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
  ['errored', 'Crashed'],
  ['accepted', 'Accepted'],
  ['passed', 'Passed'],
  ['not-applicable', 'Not applicable'],
  ['skipped', 'Skipped'],
] as const;

const severities = [
  ['error', 'Error'],
  ['warning', 'Warning'],
] as const;
