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
import {
  type Block,
  code,
  type Document,
  type Inline,
  type Item,
  list,
  type Mark,
  name,
  paragraph,
  type Section,
  series,
  time,
  when,
} from '../document.js';
import { healthInWords } from '../html/words.js';

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
export function comparisonDocument(comparison: ReportComparison | SnapshotComparison): Document {
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

interface Compared {
  readonly heading: string;
  readonly mark: Mark;
  readonly summary: readonly Block[];
  readonly blocks: readonly Block[];
}

function ofReports(comparison: ReportComparison): Compared {
  const {
    before,
    after,
    new: added,
    fixed,
    unchanged,
    noLongerAccepted,
    nowUnknown,
    nowKnown,
    nowWithout,
  } = comparison;
  const { notRechecked } = comparison;
  const issues = [before, after].flatMap(({ takenAt, fault }) =>
    (fault?.issues ?? []).map((issue) => ({ text: [time(takenAt), ': ', issueInWords(issue)] })),
  );
  const blocks = [
    ...chapter('Nothing was checked, because the options are not valid', 'issue', issues),
    ...chapter('New', 'finding', added.map(findingItem)),
    ...chapter('No longer accepted', 'finding', noLongerAccepted.map(findingItem)),
    ...chapter('No longer known', 'rule', nowUnknown.map(ruleItem)),
    ...chapter('Found before, not rechecked', 'finding', notRechecked.map(findingItem)),
    ...chapter('Fixed', 'finding', fixed.map(findingItem)),
    ...chapter('Known now', 'rule', nowKnown.map(ruleItem)),
    ...chapter('Answered with less information', 'rule', nowWithout.map(withoutItem)),
    ...chapter('Unchanged', 'finding', unchanged.map(findingItem)),
  ];
  const isWorse = gotWorse(comparison);
  const isUnchanged = blocks.length === Math.min(1, unchanged.length) && before.health === after.health;
  return {
    heading:
      issues.length > 0 ? 'Not compared' : isWorse ? 'Worse' : isUnchanged ? 'Nothing is different' : 'Not worse',
    mark: isWorse ? 'error' : issues.length > 0 ? 'inconclusive' : 'passed',
    summary: [
      paragraph(
        before.health === after.health
          ? `${healthInWords[after.health]}, as before.`
          : `${healthInWords[before.health]} before, ${healthInWords[after.health].toLowerCase()} now.`,
        'lead',
      ),
    ],
    blocks,
  };
}

function chapter(title: string, noun: string, items: readonly Item[]): readonly Section[] {
  return when(items.length > 0, () => ({ type: 'section', title, count: items.length, blocks: [list(items, noun)] }));
}

function findingItem({ code: text, severity, finding }: ComparedFinding): Item {
  return {
    text: [code(text), ': ', finding.message],
    mark: severity,
    ...(isAccepted(finding) ? { note: 'accepted' } : {}),
  };
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
  return {
    heading: lost.length > 0 ? 'Less is known' : facts.length > 0 ? 'Different' : 'Nothing is different',
    mark: lost.length > 0 ? 'error' : facts.length > 0 ? 'warning' : 'passed',
    summary: [],
    blocks: when(facts.length > 0, () => ({
      type: 'section',
      title: 'Facts that differ',
      count: facts.length,
      blocks: facts.map((fact) => factSection(fact, lost.includes(fact.fact))),
    })),
  };
}

const mostRows = 50;

function factSection({ fact, before, after, added, removed, changed }: FactDifference, isLost: boolean): Section {
  const rows = [
    ...added.map(({ key }) => ({ text: ['added: ', name(key)] })),
    ...removed.map(({ key }) => ({ text: ['removed: ', name(key)] })),
    ...changed.map(changedItem),
  ];
  return {
    type: 'section',
    title: code(fact),
    ...(isLost ? { mark: 'error' as const } : {}),
    about: before === after ? [] : [`${stateInWords(before)} before, ${stateInWords(after)} now`],
    blocks: [rows.length === 0 ? paragraph('No rows can be compared.') : list(rows, 'row', { most: mostRows })],
  };
}

function changedItem({ key, properties }: RowDifference): Item {
  return {
    text: ['changed: ', name(key)],
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
