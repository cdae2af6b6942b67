import type { Explanation } from '../../diagnosis/explain.js';
import type { HealthReport } from '../../report/report.js';
import { type Block, code, type Document, list, type Mark, name, paragraph, type Section, when } from '../document.js';
import { diagnosisSection, nothingRecognized, pasteMore } from './diagnoses-document.js';

/**
 * What an error text and a report of the same environment say together: the likely causes, those first that the report confirms, with
 * the rules that are the evidence, and how to fix each.
 *
 * @param report - names the environment and the rules
 *
 * @example
 * ```ts
 * process.stdout.write(toPretty(explanationsDocument(explain(errorText, report), report)));
 * ```
 * @public
 */
export function explanationsDocument(explanations: readonly Explanation[], report?: HealthReport): Document {
  const verdict = explanations[0]?.verdict;
  const heading = verdict === undefined ? nothingRecognized : headings[verdict];
  return {
    title: `${heading} – dual-write health`,
    header: 'Explanation of a dual-write error',
    noun: 'explanation',
    heading,
    subject: report === undefined ? undefined : name(report.environment.name),
    mark: verdict === undefined ? 'inconclusive' : marks[verdict],
    summary: verdict === undefined ? [paragraph(pasteMore)] : [],
    blocks: verdict === undefined ? [] : explanationSections(explanations, report),
  };
}

/** The same as a part of the document of a report. */
export function explanationSections(explanations: readonly Explanation[], report?: HealthReport): readonly Block[] {
  const titles = new Map(report?.outcomes.map(({ code, title }) => [code, title]));
  return [
    {
      type: 'section',
      id: 'explained',
      title: 'What the error text means',
      count: explanations.length,
      blocks:
        explanations.length === 0
          ? [{ type: 'notice', mark: 'inconclusive', text: `${nothingRecognized}. ${pasteMore}` }]
          : explanations.map((one) => explanationSection(one, titles)),
    },
  ];
}

const headings: Readonly<Record<Explanation['verdict'], string>> = {
  confirmed: 'Cause confirmed',
  open: 'Cause not known for certain',
  'not-checkable': 'Cause cannot be checked',
  'ruled-out': 'Known causes ruled out',
};

const verdicts: Readonly<Record<Explanation['verdict'], string>> = {
  confirmed: 'confirmed: a rule that looks for it failed',
  open: 'open: not every rule that looks for it could answer',
  'not-checkable': 'not checked: no rule in this report looks for it',
  'ruled-out': 'ruled out: the rules that look for it found nothing',
};

const marks = {
  confirmed: 'error',
  open: 'inconclusive',
  'not-checkable': 'skipped',
  'ruled-out': 'passed',
} as const satisfies Readonly<Record<Explanation['verdict'], Mark>>;

function explanationSection(
  { diagnosis, verdict, evidence }: Explanation,
  titles: ReadonlyMap<string, string>,
): Section {
  const section = diagnosisSection(diagnosis);
  return {
    ...section,
    mark: marks[verdict],
    about: [verdicts[verdict], ...(section.about ?? [])],
    blocks: [
      ...when(evidence.length > 0, () =>
        list(
          evidence.map(({ code: rule, status }) => ({
            text: [code(rule), ' ', titles.get(rule) ?? ''],
            mark: markOf(status),
            note: status.replace('-', ' '),
          })),
          'rule',
        ),
      ),
      ...section.blocks,
    ],
  };
}

function markOf(status: string): Mark {
  switch (status) {
    case 'failed':
      return 'error';
    case 'passed':
    case 'not-applicable':
    case 'skipped':
    case 'blocked':
    case 'errored':
      return status;
    default:
      return 'inconclusive';
  }
}
