import { defineCommand } from '../define-command.js';
import { factsOptions, failOn, governanceOptions } from '../options.js';
import { reportRenderers } from '../report-renderers.js';

export const check = defineCommand({
  path: 'check',
  summary: 'check saved files, or live services',
  description:
    'Check a saved snapshot, live services, or the facts in other files: HAR files, saved answers, captures. Several snapshots are several environments.',
  exitCodes: { 0: 'healthy', 1: 'unhealthy', 2: 'unknown' },
  guide: 'getting-started.md',
  arguments: {
    files: {
      type: 'files',
      isOptional: true,
      description: 'snapshots, HAR files, saved answers or captures; folders of them, or - for standard input',
    },
  },
  options: {
    ...factsOptions,
    validator: {
      type: 'choice',
      value: 'name',
      choices: ['health-check', 'operations', 'map-design'],
      description: 'what to check (default: health-check)',
    },
    only: { type: 'list', value: 'codes', description: 'evaluate only these rules, without waiting for prerequisites' },
    gate: {
      type: 'negated',
      sets: 'none',
      description: 'evaluate dependency rules even when prerequisites fail',
    },
    failOn,
    roleModel: {
      type: 'choice',
      value: 'model',
      choices: ['least-privilege', 'system-administrator'],
      description: 'which roles must be held (default: least-privilege)',
    },
    ...governanceOptions,
    explain: {
      type: 'file',
      description: 'an error text, or a file with one: say whether this check confirms or rules out its cause',
    },
  },
  load: () => import('../run/check.js'),
  renderers: reportRenderers,
  examples: [
    'dual-write-health check --dataverse https://contoso.crm4.dynamics.com',
    'dual-write-health check snapshot.json --format html -o report.html',
  ],
});
