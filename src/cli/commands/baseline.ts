import { asJson } from '../as-json.js';
import { defineCommand } from '../define-command.js';

export const baseline = defineCommand({
  path: 'baseline',
  summary: 'accept the findings of a report from now on',
  description: 'Accept the findings of a report from now on.',
  exitCodes: { 0: 'written' },
  guide: 'governance.md',
  arguments: { report: { type: 'file', description: 'a report as JSON' } },
  options: {
    previous: {
      type: 'file',
      description: 'an earlier baseline: keep its findings that are still found, accept nothing new',
    },
  },
  load: () => import('../run/baseline.js'),
  renderers: { json: asJson },
  examples: [
    'dual-write-health baseline report.json -o baseline.json',
    'dual-write-health baseline report.json --previous baseline.json -o baseline.json',
  ],
});
