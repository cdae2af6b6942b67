import { isAccepted, type OutcomeWith, unseenBy } from '../../../engine/outcome.js';
import { factLabels } from '../../../facts/fact-names.js';
import type { HealthReport } from '../../../report/report.js';
import type { Severity } from '../../../rules/rule.js';
import { type Block, code, jump, list, paragraph, type Section, series, when } from '../../document.js';
import { whyOpen } from '../../in-words.js';
import { acceptanceOf, type Check, withStatus } from '../../standing.js';
import { counted, figure } from '../../words.js';
import { usualPerformers } from '../usual-performers.js';
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
  const failed = withStatus(checks, 'failed').filter(({ standing }) => standing === severity);
  const isEmpty = failed.length === 0;
  return {
    type: 'section',
    id: `${severity}s`,
    title,
    count: failed.length,
    on: isEmpty ? 'page' : undefined,
    performedBy: usualPerformers(failed.map(({ outcome }) => outcome.remediation.options[0])),
    blocks: [
      { ...paragraph(isEmpty ? 'None.' : intro, 'intro'), on: 'page' },
      ...when(!isEmpty, () => overview(failed)),
      ...failed.map(failure),
    ],
  };
}

function overview(failed: readonly Check<OutcomeWith<'failed'>>[]): Block {
  return {
    type: 'table',
    on: 'markdown',
    caption: 'Rules that failed',
    columns: ['Rule', 'Findings'],
    noun: 'rule',
    most: failed.length,
    rows: failed.map(({ outcome }) => ({
      cells: [ruleCell(outcome), outcome.findings.filter((finding) => !isAccepted(finding)).length],
    })),
  };
}

function failure(check: Check<OutcomeWith<'failed'>>): Section {
  const { outcome, number, standing } = check;
  const { checked, findings, remediation } = outcome;
  const unaccepted = findings.filter((finding) => !isAccepted(finding));
  return {
    type: 'section',
    id: `check-${number}`,
    title: outcome.title,
    mark: standing,
    code: codeOf(outcome),
    about: aboutCheck(check, `${figure(checked)} looked at`),
    facets: facetsOf(check),
    blocks: [
      {
        type: 'section',
        titleOn: 'page',
        title: 'What was found',
        count: unaccepted.length,
        blocks: [list(unaccepted.map(findingItem), 'finding', { look: 'findings' })],
      },
      ...acceptedToo(findings.length - unaccepted.length),
      ...incomplete(outcome),
      ...unseen(outcome),
      {
        type: 'section',
        titleOn: 'page',
        title: 'How to fix it',
        blocks: [{ ...paragraph(remediation.summary), on: 'page' }, waysOf(remediation, outcome.code)],
      },
      ...topics(outcome),
    ],
  };
}

function acceptedToo(number: number): readonly Block[] {
  return when(number > 0, () => ({
    type: 'notice',
    on: 'page',
    mark: 'accepted',
    text: [
      `${counted(number, 'more finding')} of this check ${number === 1 ? 'is' : 'are'} `,
      jump('accepted', 'accepted'),
      '.',
    ],
  }));
}

function incomplete(outcome: OutcomeWith<'failed'>): readonly Block[] {
  if (outcome.incomplete !== true) return [];
  const accepted = acceptanceOf(outcome);
  return [
    ...when(accepted === undefined, () => ({
      type: 'notice' as const,
      on: ['terminal', 'markdown'] as const,
      mark: 'inconclusive' as const,
      text: `There may be more: ${whyOpen(outcome)}`,
    })),
    {
      type: 'notice',
      on: 'page',
      mark: 'inconclusive',
      text: [
        'There may be more: not all could be judged.',
        ...when(accepted !== undefined, () => [' This is ', jump('accepted', 'accepted'), '.']),
      ],
      blocks: missingList(outcome.missing ?? []),
    },
  ];
}

function unseen(outcome: OutcomeWith<'failed'>): readonly Block[] {
  const without = unseenBy(outcome);
  return when(without.length > 0, () => ({
    type: 'notice',
    on: 'page',
    mark: 'inconclusive',
    text: 'Judged without seeing all of:',
    blocks: [
      list(
        without.map((fact) => factLabels[fact]),
        'fact',
        { look: 'plain' },
      ),
    ],
  }));
}

function topics({ topics = [] }: OutcomeWith<'failed'>): readonly Block[] {
  return when(topics.length > 0, () => ({
    ...paragraph(['Explains these known error messages: ', series(topics.map(code))], 'topics'),
    on: 'page',
  }));
}
