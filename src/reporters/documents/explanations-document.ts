import type { Explanation } from '../../diagnosis/explain.js';
import type { HealthReport } from '../../report/report.js';
import { list, notice, paragraph, section, when } from '../blocks.js';
import type { Block, DocumentModel, Mark, Section } from '../document.js';
import { nothingExplained, nothingRecognized, pasteMore, verdictInWords } from '../explanation-in-words.js';
import { code, name } from '../inlines.js';
import { diagnosisSection } from './diagnoses-document.js';

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
export function explanationsDocument(explanations: readonly Explanation[], report?: HealthReport): DocumentModel {
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
    blocks: when(verdict !== undefined, () => explanationsSection(explanations, report)),
  };
}

/** The same as a part of the document of a report. */
export function explanationsSection(explanations: readonly Explanation[], report?: HealthReport): Section {
  const titles = new Map(report?.outcomes.map(({ code, title }) => [code, title]));
  const blocks: readonly Block[] =
    explanations.length === 0
      ? [notice('inconclusive', nothingExplained.message)]
      : explanations.map((one) => explanationSection(one, titles));
  return section('What the error text means', blocks, { id: 'explained', count: explanations.length });
}

const headings: Readonly<Record<Explanation['verdict'], string>> = {
  confirmed: 'Cause confirmed',
  open: 'Cause not known for certain',
  'not-checkable': 'Cause cannot be checked',
  'ruled-out': 'Known causes ruled out',
};

const marks: Readonly<Record<Explanation['verdict'], Mark>> = {
  confirmed: 'error',
  open: 'inconclusive',
  'not-checkable': 'skipped',
  'ruled-out': 'passed',
};

function explanationSection(
  { diagnosis, verdict, evidence }: Explanation,
  titles: ReadonlyMap<string, string>,
): Section {
  const { about = [], blocks, ...others } = diagnosisSection(diagnosis);
  const rules = evidence.map(({ code: rule, status }) => ({
    text: [code(rule), ' ', titles.get(rule) ?? ''],
    mark: markOf(status),
    note: status.replace('-', ' '),
  }));
  return {
    ...others,
    mark: marks[verdict],
    about: [verdictInWords[verdict], ...about],
    blocks: [...when(rules.length > 0, () => list(rules, 'rule')), ...blocks],
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
