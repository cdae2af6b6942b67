import { isAccepted } from '../../engine/outcome.js';
import { issueInWords } from '../../facts/issues.js';
import {
  type ComparedFinding,
  type ComparedRule,
  gotWorse,
  type ReportComparison,
  type RuleWithout,
} from '../../report/compare-reports.js';
import {
  type FactDifference,
  type FactState,
  lostFacts,
  type RowDifference,
  type SnapshotComparison,
} from '../../report/compare-snapshots.js';
import { list, listSection, paragraph, section, when } from '../blocks.js';
import type { DocumentModel, Inline, Item, Section } from '../document.js';
import { healthInWords } from '../in-words.js';
import { code, name, series, time } from '../inlines.js';

/**
 * What became different between two reports or two snapshots: first whether something got worse, then what is new, fixed, no longer
 * known or unchanged; of snapshots, fact by fact, the rows that were added, removed or changed.
 *
 * @example
 * ```ts
 * const comment = toMarkdown(comparisonDocument(compareReports(lastWeek, today)));
 * ```
 * @public
 */
export function comparisonDocument(comparison: ReportComparison | SnapshotComparison): DocumentModel {
  const { before, after } = comparison;
  const isSame = before.environment.name === after.environment.name;
  const verdict = comparison.kind === 'reports' ? ofReports(comparison) : ofSnapshots(comparison);
  return {
    ...verdict,
    title: `${verdict.heading}: ${after.environment.name} – dual-write health`,
    header: `Comparison of dual-write ${comparison.kind === 'reports' ? 'health reports' : 'snapshots'}`,
    noun: 'differences',
    subject: isSame
      ? [name(after.environment.name), ', ', time(before.takenAt), ' and ', time(after.takenAt)]
      : series([before, after].map(({ environment, takenAt }) => [name(environment.name), ' (', time(takenAt), ')'])),
  };
}

type Compared = Pick<DocumentModel, 'mark' | 'summary' | 'blocks'> & { readonly heading: string };

function ofReports(comparison: ReportComparison): Compared {
  const { before, after, unchanged, nowKnown, nowUnknown, nowWithout } = comparison;
  const issues = [before, after].flatMap(({ takenAt, fault }) =>
    (fault?.issues ?? []).map((issue): Inline => [time(takenAt), ': ', issueInWords(issue)]),
  );
  const findings = (title: string, found: readonly ComparedFinding[]) =>
    listSection(title, found.map(findingItem), 'finding');
  const blocks = [
    ...listSection('Nothing was checked, because the options are not valid', issues, 'issue'),
    ...findings('New', comparison.new),
    ...findings('No longer accepted', comparison.noLongerAccepted),
    ...listSection('No longer known', nowUnknown.map(ruleItem), 'rule'),
    ...findings('Found before, not rechecked', comparison.notRechecked),
    ...findings('Fixed', comparison.fixed),
    ...listSection('Known now', nowKnown.map(ruleItem), 'rule'),
    ...listSection('Judged with less information', nowWithout.map(withoutItem), 'rule'),
    ...findings('Unchanged', unchanged),
  ];
  const isWorse = gotWorse(comparison);
  const [was, is] = [healthInWords[before.health], healthInWords[after.health]];
  const isUnchanged = blocks.length === Math.min(1, unchanged.length) && was === is;
  const result = isWorse ? 'Worse' : isUnchanged ? 'Nothing is different' : 'Not worse';
  return {
    heading: issues.length > 0 ? 'Not compared' : result,
    mark: isWorse ? 'error' : issues.length > 0 ? 'inconclusive' : 'passed',
    summary: [paragraph(was === is ? `${is}, as before.` : `${was} before, ${is.toLowerCase()} now.`, 'lead')],
    blocks,
  };
}

function findingItem({ code: text, severity, finding }: ComparedFinding): Item {
  const note = isAccepted(finding) ? 'accepted' : undefined;
  return { text: [code(text), ': ', finding.message], mark: severity, note };
}

function ruleItem({ code: text, title, before, after }: ComparedRule): Item {
  const inWords = (status: string) => (status === 'absent' ? 'not part of the report' : status.replace('-', ' '));
  return { text: [code(text), ` ${title}`], note: `${inWords(before)} before, ${inWords(after)} now` };
}

function withoutItem({ code: text, title, without }: RuleWithout): Item {
  return { text: [code(text), ` ${title}`], note: ['without seeing all of ', series(without.map(code))] };
}

function ofSnapshots(comparison: SnapshotComparison): Compared {
  const { facts } = comparison;
  const lost = lostFacts(comparison);
  const sections = facts.map((fact) => factSection(fact, lost.includes(fact.fact)));
  return {
    heading: lost.length > 0 ? 'Less is known' : facts.length > 0 ? 'Different' : 'Nothing is different',
    mark: lost.length > 0 ? 'error' : facts.length > 0 ? 'warning' : 'passed',
    summary: [],
    blocks: when(facts.length > 0, () => section('Facts that differ', sections, { count: facts.length })),
  };
}

const mostRows = 50;

function factSection({ fact, before, after, added, removed, changed }: FactDifference, isLost: boolean): Section {
  const rows = [
    ...added.map(({ key }) => ({ text: [before === 'complete' ? 'added: ' : 'not seen before: ', rowName(key)] })),
    ...removed.map(({ key }) => ({ text: [after === 'complete' ? 'removed: ' : 'not seen now: ', rowName(key)] })),
    ...changed.map(changedItem),
  ];
  const content = rows.length === 0 ? paragraph('The rows cannot be compared.') : list(rows, 'row', { most: mostRows });
  return section(code(fact), [content], {
    mark: isLost ? 'error' : undefined,
    about: when(before !== after, () => `${stateInWords(before)} before, ${stateInWords(after)} now`),
  });
}

/** A row without one of its names ends or begins with the line between them. */
function rowName(key: string): Inline {
  return name(key.replace(/^(?: - )+|(?: - )+$/g, '').trim() || '(without a name)');
}

function changedItem({ key, properties }: RowDifference): Item {
  return {
    text: ['changed: ', rowName(key)],
    items: properties.map((one) => ({ text: [name(one.name), ': ', inShort(one.before), ' → ', inShort(one.after)] })),
  };
}

function inShort(value: unknown): Inline {
  return value === undefined ? 'not there' : code(JSON.stringify(value));
}

function stateInWords(state: FactState): string {
  if (state === 'complete') return 'known';
  return state === 'partial' ? 'known in part' : `not known (${state})`;
}
