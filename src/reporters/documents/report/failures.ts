import { isAccepted, type OutcomeWith, unseenBy } from '../../../engine/outcome.js';
import { factLabels } from '../../../facts/fact-names.js';
import type { HealthReport } from '../../../report/report.js';
import type { Severity } from '../../../rules/rule.js';
import { inText, list, notice, on, onPage, paragraph, section, table, when } from '../../blocks.js';
import { acceptanceOf, type Check, withStatus } from '../../checks.js';
import type { Block, Inline, Section } from '../../document.js';
import { whyOpen } from '../../in-words.js';
import { code, series } from '../../inlines.js';
import { capitalized, counted, figure } from '../../words.js';
import { usualPerformers } from '../ways.js';
import { aboutCheck, codeOf, facetsOf, findingItem, ruleCell, waysOf } from './check-parts.js';
import { missingList } from './open-questions.js';

/** What was found and is not accepted, and how to fix it; a page says where there is nothing. */
export function failures({ failOn }: HealthReport, checks: readonly Check[]): readonly Block[] {
  const warn = `Each is a risk. Warnings ${failOn === 'warning' ? 'count' : 'do not count'} in the verdict.`;
  return [
    chapter('error', 'Errors', 'Each stops synchronization or setup.', checks),
    chapter('warning', 'Warnings', warn, checks),
  ];
}

function chapter(severity: Severity, title: string, intro: string, checks: readonly Check[]): Block {
  const failed = withStatus(checks, 'failed').filter(({ mark }) => mark === severity);
  const isEmpty = failed.length === 0;
  const blocks = [
    onPage(paragraph(isEmpty ? 'None.' : intro, 'intro')),
    ...when(!isEmpty, () => on('markdown', overview(failed))),
    ...failed.map(failure),
  ];
  const performedBy = usualPerformers(failed.map(({ outcome }) => outcome.remediation.options[0]));
  const chapter = section(title, blocks, { id: `${severity}s`, count: failed.length, performedBy });
  return isEmpty ? onPage(chapter) : chapter;
}

function overview(failed: readonly Check<OutcomeWith<'failed'>>[]): Block {
  const rows = failed.map(({ outcome }) => [
    ruleCell(outcome),
    outcome.findings.filter((finding) => !isAccepted(finding)).length,
  ]);
  return table('Rules that failed', ['Rule', 'Findings'], rows, { noun: 'rule', most: rows.length });
}

function failure(check: Check<OutcomeWith<'failed'>>): Section {
  const { outcome, number, mark } = check;
  const { checked, findings, remediation, title, topics = [] } = outcome;
  const found = findings.filter((finding) => !isAccepted(finding)).map(findingItem);
  const fix = [onPage(paragraph(remediation.summary)), waysOf(remediation, outcome.code)];
  const without = unseenBy(outcome).map((fact) => factLabels[fact]);
  const blocks = [
    section('What was found', [list(found, 'finding', { look: 'findings' })], { titleOn: 'page', count: found.length }),
    ...acceptedToo(findings.length - found.length),
    ...incomplete(outcome),
    ...when(without.length > 0, () =>
      onPage(notice('inconclusive', 'Judged without seeing all of:', [list(without, 'fact', { look: 'plain' })])),
    ),
    section('How to fix it', fix, { titleOn: 'page' }),
    ...when(topics.length > 0, () =>
      onPage(paragraph(['Explains these known error messages: ', series(topics.map(code))], 'topics')),
    ),
  ];
  return section(title, blocks, {
    id: `check-${number}`,
    mark,
    code: codeOf(outcome),
    about: aboutCheck(check, `${figure(checked)} checked`),
    facets: facetsOf(check),
  });
}

const toAccepted: Inline = { type: 'jump', text: 'accepted', to: 'accepted' };

function acceptedToo(number: number): readonly Block[] {
  const text = `${counted(number, 'more finding')} of this check ${number === 1 ? 'is' : 'are'} `;
  return when(number > 0, () => onPage(notice('accepted', [text, toAccepted, '.'])));
}

function incomplete(outcome: OutcomeWith<'failed'>): readonly Block[] {
  if (outcome.incomplete !== true) return [];
  const isHere = acceptanceOf(outcome) === undefined;
  const text = [
    'There may be more. Not everything could be judged.',
    ...when(!isHere, () => [' This is ', toAccepted, '.']),
  ];
  return [
    ...when(isHere, () => inText(notice('inconclusive', `There may be more. ${capitalized(whyOpen(outcome))}`))),
    onPage(notice('inconclusive', text, missingList(outcome.missing ?? []))),
  ];
}
