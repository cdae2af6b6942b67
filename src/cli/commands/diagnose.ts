import { asJson } from '../as-json.js';
import { defineCommand } from '../define-command.js';

export const diagnose = defineCommand({
  path: 'diagnose',
  summary: 'explain an error text',
  description: 'Explain an error text.',
  exitCodes: { 0: 'something was recognized', 1: 'nothing was' },
  guide: 'diagnosis.md',
  arguments: { file: { type: 'file', description: 'a file with the text, or - for standard input' } },
  options: { lines: { type: 'flag', description: 'take it as a log: count the problems in it' } },
  load: () => import('../run/diagnose.js'),
  renderers: {
    pretty: async (found, view) => {
      const { prettyDiagnoses, prettyLines } = await import('../../reporters/pretty-diagnosis.js');
      return 'diagnoses' in found ? prettyDiagnoses(found.diagnoses, view) : prettyLines(found, view);
    },
    json: asJson,
    markdown: async (found) => {
      const { markdownDiagnoses, markdownLines } = await import('../../reporters/markdown-diagnosis.js');
      return 'diagnoses' in found ? markdownDiagnoses(found.diagnoses) : markdownLines(found);
    },
  },
  examples: ['dual-write-health diagnose error.txt', 'dual-write-health diagnose sync.log --lines'],
});
