import type { LineSummary } from '../diagnosis/diagnose-lines.js';
import type { Diagnosis } from '../diagnosis/diagnosis.js';
import { markdownText } from './escape.js';
import { count } from './in-words.js';
import { performerInWords } from './performer-in-words.js';
import { nothingRecognized } from './pretty-diagnosis.js';

/** Diagnoses for a ticket or a pull request. */
export function markdownDiagnoses(diagnoses: readonly Diagnosis[]): string {
  if (diagnoses.length === 0) return `${nothingRecognized}\n`;
  return `${diagnoses.map(section).join('\n\n')}\n`;
}

function section({ id, title, phase, causes, performedBy, remediation, captures, rules, source }: Diagnosis): string {
  const found = Object.entries(captures).map(
    ([name, values]) => `- ${markdownText(name)}: ${values.map(markdownText).join(', ')}`,
  );
  return [
    `## ${markdownText(title)}`,
    `${markdownText(id)}, ${phase}. Who can fix it: ${performedBy.map(performerInWords).join(' and ')}.`,
    `### Causes\n\n${causes.map((cause) => `- ${markdownText(cause)}`).join('\n')}`,
    ...(found.length === 0 ? [] : [`### In this text\n\n${found.join('\n')}`]),
    `### Fix\n\n${markdownText(remediation.summary)}`,
    ...remediation.options.map(
      (option, index) =>
        `**Option ${index + 1}: ${markdownText(option.title)}** (${option.performedBy.map(performerInWords).join(' and ')}; destroys: ${markdownText(option.destroys ?? 'nothing')})\n\n${option.steps
          .map((step, number) => `${number + 1}. ${markdownText(step)}`)
          .join('\n')}`,
    ),
    ...(rules.length === 0 ? [] : [`Rules that would show it: ${rules.join(', ')}`]),
    ...(source === null ? [] : [`Source: *${markdownText(source.title)}*, ${source.date}`]),
  ].join('\n\n');
}

/** Problems in a log as a table. */
export function markdownLines({ topics, unrecognized }: LineSummary): string {
  const rows = topics.map(
    ({ id, code, title, count, first, last }) =>
      `| ${count} | ${markdownText(title)} | ${markdownText(code ?? id)} | ${markdownText(first ?? '')} | ${markdownText(last ?? '')} |`,
  );
  const table = ['| Count | Problem | Topic | First | Last |', '|---|---|---|---|---|', ...rows];
  const rest = `${count(unrecognized, 'record')} told of no known problem.`;
  return `${[...(rows.length === 0 ? [] : [table.join('\n')]), rest].join('\n\n')}\n`;
}
