import { defineCommand } from '../define-command.js';
import { reportRenderers } from '../report-renderers.js';

export const demo = defineCommand({
  path: 'demo',
  summary: 'show the report of a sample environment',
  description: 'Show the report of a sample environment, without any file; with -o page.html as a page.',
  exitCodes: { 0: 'shown' },
  guide: 'getting-started.md',
  load: () => import('../run/demo.js'),
  renderers: reportRenderers,
  examples: ['dual-write-health demo', 'dual-write-health demo -o page.html'],
});
