import { defineCommand } from '../define-command.js';
import { documentFormats } from '../document-formats.js';

export const explain = defineCommand({
  path: 'explain',
  summary: 'explain a code or a topic, or find topics by words',
  description:
    'Explain a rule, a topic or an error code, or propose topics for what you see where there is no message.',
  exitCodes: { 0: 'something is known or proposed', 1: 'nothing is' },
  guide: 'diagnosis.md',
  arguments: {
    words: { type: 'words', description: 'a code, the id of a topic, or what you see; - for standard input' },
  },
  load: () => import('../run/explain.js'),
  renderers: documentFormats(
    undefined,
    async () => (await import('../../inputs/explained-document.js')).explainedDocument,
  ),
  examples: [
    'dual-write-health explain DWDVEV1007',
    'dual-write-health explain 0x80040237',
    'dual-write-health explain "records do not sync from F&O to CRM"',
  ],
});
