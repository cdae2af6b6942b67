import { defineCommand } from '../define-command.js';
import { documentFormats } from '../document-formats.js';
import type { CountedLines, ExplainedText } from '../run/diagnose.js';

export const diagnose = defineCommand({
  path: 'diagnose',
  summary: 'explain an error text',
  description: 'Explain an error text.',
  exitCodes: { 0: 'something was recognized', 1: 'nothing was' },
  guide: 'diagnosis.md',
  arguments: {
    input: { type: 'text-or-file', description: 'a file with the text, - for standard input, or the text itself' },
  },
  options: { lines: { type: 'flag', description: 'treat the file as a log: count the problems in it' } },
  load: () => import('../run/diagnose.js'),
  renderers: documentFormats(undefined, async () => {
    const [{ diagnosesDocument }, { diagnosisLogDocument }] = await Promise.all([
      import('../../reporters/documents/diagnoses-document.js'),
      import('../../reporters/documents/diagnosis-log-document.js'),
    ]);
    return (found: ExplainedText | CountedLines) =>
      'diagnoses' in found ? diagnosesDocument(found.diagnoses) : diagnosisLogDocument(found);
  }),
  examples: [
    'dual-write-health diagnose error.txt',
    'dual-write-health diagnose "Unable to write data to entity uoms"',
    'dual-write-health diagnose sync.log --lines',
  ],
});
