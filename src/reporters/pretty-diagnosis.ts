import picocolors from 'picocolors';
import type { LineSummary } from '../diagnosis/diagnose-lines.js';
import type { Diagnosis } from '../diagnosis/diagnosis.js';
import type { Explanation } from '../diagnosis/explain.js';
import { visible, visibleStart } from './escape.js';
import { count } from './in-words.js';
import { performerInWords } from './performer-in-words.js';
import type { PrettyOptions } from './pretty.js';

type Colors = ReturnType<typeof picocolors.createColors>;

/** Diagnoses for a terminal: the innermost cause first, with its first fix in full. */
export function prettyDiagnoses(diagnoses: readonly Diagnosis[], { color = false }: PrettyOptions = {}): string {
  const colors = picocolors.createColors(color);
  if (diagnoses.length === 0) return `${nothingRecognized}\n`;
  const [cause, ...wrapping] = diagnoses;
  const blocks = [
    ...(cause === undefined ? [] : [block(cause, colors)]),
    ...(wrapping.length === 0 ? [] : [colors.bold('ALSO IN THIS TEXT'), ...wrapping.map((one) => block(one, colors))]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** What is said where no known problem was found. */
export const nothingRecognized =
  'Nothing was recognized. Paste the whole message, with the inner errors and the codes that it holds.';

function block(diagnosis: Diagnosis, colors: Colors): string {
  const { id, title, phase, causes, performedBy, remediation, rules, source } = diagnosis;
  const [option, ...others] = remediation.options;
  return [
    `${colors.bold(visible(title))}  ${colors.dim(`${visible(id)}, ${phase}`)}`,
    ...causes.map((cause) => `  • ${cause}`),
    ...capturesIn(diagnosis).map((line) => `    ${colors.dim(line)}`),
    `  Who can fix it: ${performedBy.map(performerInWords).join(' and ')}`,
    `  ${colors.cyan('Fix:')} ${remediation.summary}`,
    `    ${option.title}`,
    ...option.steps.map((step, index) => `      ${index + 1}. ${step}`),
    ...(option.destroys === null ? [] : [`      ${colors.red('Lost by this:')} ${option.destroys}`]),
    ...others.map(({ title: other }) => `    Or: ${other}`),
    ...(rules.length === 0
      ? []
      : [`  Rules that would show it: ${rules.join(', ')}  (check --only ${rules.join(',')})`]),
    ...(source === null ? [] : [colors.dim(`  Source: ${source.title}, ${source.date}`)]),
  ].join('\n');
}

function capturesIn({ captures }: Diagnosis): readonly string[] {
  return Object.entries(captures).map(
    ([name, values]) => `${name}: ${values.map((value) => visibleStart(value, 120)).join(', ')}`,
  );
}

const verdicts: Readonly<Record<Explanation['verdict'], string>> = {
  confirmed: 'confirmed by this snapshot',
  open: 'open: not all rules that look for it could tell',
  'not-checkable': 'no rule of this check looks for it',
  'ruled-out': 'the rules that look for it found nothing',
};

/** The join of an error text and a report: what is likely, and what speaks for it. */
export function prettyExplanations(
  explanations: readonly Explanation[],
  { color = false }: PrettyOptions = {},
): string {
  const colors = picocolors.createColors(color);
  const blocks = explanations.map(({ diagnosis, verdict, evidence }) => {
    const mark = verdict === 'confirmed' ? colors.red(verdicts[verdict]) : colors.yellow(verdicts[verdict]);
    const rules = evidence.map(({ code, status }) => `${visible(code)} ${status}`).join(', ');
    return `  ${mark}${rules === '' ? '' : `  ${colors.dim(rules)}`}\n${indented(block(diagnosis, colors))}`;
  });
  return `${[colors.bold('EXPLAINED'), ...(blocks.length === 0 ? [`  ${nothingRecognized}`] : blocks)].join('\n')}\n`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}

/** Problems in a log, as a list with counts. */
export function prettyLines({ topics, unrecognized }: LineSummary, { color = false }: PrettyOptions = {}): string {
  const colors = picocolors.createColors(color);
  const width = String(topics[0]?.count ?? 0).length;
  const lines = topics.flatMap(({ id, code, title, count, first, last, examples }) => [
    `${String(count).padStart(width)} × ${colors.bold(visible(title))}  ${colors.dim(visible(code ?? id))}`,
    ...(first === null || last === null ? [] : [`    from ${visible(first)} to ${visible(last)}`]),
    ...examples.slice(0, 1).map((example) => `    ${colors.dim(visibleStart(example.replace(/\s+/g, ' '), 160))}`),
  ]);
  const rest = `${count(unrecognized, 'record')} told of no known problem.`;
  return `${[...lines, ...(lines.length === 0 ? [] : ['']), rest].join('\n')}\n`;
}
