import type { Explanation } from '../../diagnosis/explain.js';
import type { HealthReport } from '../../report/report.js';
import { list, notice, paragraph, section, when } from '../blocks.js';
import type { Block, DocumentModel, Mark, Section } from '../document.js';
import {
  namedVerdictInWords,
  nothingExplained,
  nothingRecognized,
  pasteMore,
  verdictInWords,
} from '../explanation-in-words.js';
import { code, name } from '../inlines.js';
import { counted } from '../words.js';
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
  const [first] = explanations;
  const verdict = first?.verdict;
  const heading = first === undefined ? nothingRecognized : headingOf(first);
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

function headingOf({ verdict, named = [] }: Explanation): string {
  const isPart = verdict === 'confirmed' && named.some((one) => one.verdict !== 'confirmed');
  return isPart ? 'Cause confirmed for a part' : headings[verdict];
}

const headings: Readonly<Record<Explanation['verdict'], string>> = {
  confirmed: 'Cause confirmed',
  found: 'Possible cause found',
  'found-for-similar': 'Possible cause found',
  open: 'Cause not known for certain',
  'found-for-others': 'Cause not confirmed',
  'not-checkable': 'Cause cannot be checked',
  'ruled-out': 'Known causes ruled out',
};

const marks: Readonly<Record<Explanation['verdict'], Mark>> = {
  confirmed: 'error',
  found: 'warning',
  'found-for-similar': 'warning',
  open: 'inconclusive',
  'found-for-others': 'inconclusive',
  'not-checkable': 'skipped',
  'ruled-out': 'passed',
};

function explanationSection(explanation: Explanation, titles: ReadonlyMap<string, string>): Section {
  const { diagnosis, verdict, evidence, named = [], isAccepted } = explanation;
  const { about = [], blocks, ...others } = diagnosisSection(diagnosis);
  const rules = evidence.map(({ code: rule, status }) => ({
    text: [code(rule), ' ', titles.get(rule) ?? ''],
    mark: markOf(status),
    note: status.replace('-', ' '),
  }));
  const each = named.map((one) => ({
    text: name(one.name),
    mark: marks[one.verdict],
    note: namedVerdictInWords[one.verdict],
    about: when(one.messages > 1, () => counted(one.messages, 'message')),
  }));
  return {
    ...others,
    mark: isAccepted && verdict === 'confirmed' ? 'accepted' : marks[verdict],
    about: [verdictInWords(explanation), ...about],
    blocks: [
      ...when(rules.length > 0, () => list(rules, 'rule')),
      ...when(each.length > 1, () => list(each, 'name')),
      ...blocks,
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
