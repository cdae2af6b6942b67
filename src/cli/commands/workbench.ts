import { defineCommand } from '../define-command.js';

export const workbench = defineCommand({
  path: 'workbench',
  summary: 'write the page for the browser, as one file',
  description:
    'Write the workbench: a page for people who have a browser and no Node. It opens from a disk, reads what is dropped on it, and sends nothing.',
  exitCodes: { 0: 'written' },
  guide: 'workbench.md',
  output: { description: 'the file to write', isRequired: true },
  load: () => import('../run/workbench.js'),
  renderers: { html: (page) => page },
  examples: ['dual-write-health workbench -o workbench.html'],
});
