import { compareRenderers } from '../compare-renderers.js';
import { defineCommand } from '../define-command.js';

export const compare = defineCommand({
  path: 'compare',
  summary: 'compare two reports or two snapshots',
  description: 'Compare two reports or two snapshots.',
  exitCodes: { 0: 'nothing got worse', 1: 'a new finding or a conclusion lost' },
  guide: 'governance.md',
  arguments: {
    before: { type: 'file', description: 'a report or a snapshot' },
    after: { type: 'file', description: 'another of the same kind' },
  },
  load: () => import('../run/compare.js'),
  renderers: compareRenderers,
  examples: [
    'dual-write-health compare last-week.json today.json',
    'dual-write-health compare test-snapshot.json production-snapshot.json --format markdown',
  ],
});
