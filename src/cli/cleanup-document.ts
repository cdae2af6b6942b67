import { cleanupSql } from '../diagnosis/cleanup/cleanup-sql.js';
import { paragraph, when } from '../reporters/blocks.js';
import type { Block, DocumentModel } from '../reporters/document.js';
import { cleanupPlanDocument } from '../reporters/documents/cleanup-plan-document.js';
import { code, quote } from '../reporters/inlines.js';
import type { PlannedCleanup } from './run/cleanup.js';

/** A cleanup plan, with what its source leaves open. */
export function plannedCleanupDocument({ plan, from, unknowns, problem }: PlannedCleanup): DocumentModel {
  const document = cleanupPlanDocument(plan, { unknowns });
  if (from !== 'text') return { ...document, summary: [...document.summary, ...judgedAnyway(unknowns, from)] };
  if (plan.targets.length > 0) return { ...document, blocks: [fromTextOnly, ...document.blocks] };
  return { ...document, ...(problem === null ? nothingNamed : notNamed(problem)) };
}

/** The script of a plan, after what its source leaves open. */
export function plannedCleanupSql({ plan, from, unknowns }: PlannedCleanup): string {
  const notes = [
    ...(from === 'text'
      ? [
          '-- Made from an error text, which does not say which rows are left over: compare them with the findings of a check.',
        ]
      : []),
    // The codes are those of this program.
    ...(unknowns.length > 0 ? [`-- Rules without an answer: ${unknowns.map((one) => one.code).join(', ')}.`] : []),
  ];
  return notes.length === 0 ? cleanupSql(plan) : `${notes.join('\n')}\n\n${cleanupSql(plan)}`;
}

function judgedAnyway(unknowns: PlannedCleanup['unknowns'], from: 'report' | 'snapshot'): readonly Block[] {
  return when(
    unknowns.some(({ because }) => because.startsWith('blocked')),
    () =>
      paragraph([
        from === 'snapshot'
          ? 'To judge blocked rules anyway: '
          : 'To judge blocked rules anyway, make the report again: ',
        code('check SNAPSHOT --no-gate --format json -o report.json'),
        from === 'snapshot' ? ', then clean up by that report.' : '.',
      ]),
  );
}

/** What an error text names is a hint, and no proof. */
const fromTextOnly: Block = {
  type: 'notice',
  mark: 'warning',
  text: [
    'An error text names maps, entities or projects, but not which of their rows are left over. Run the check first: its findings name the rows, and ',
    code('cleanup report.json'),
    ' plans only those. An entity is named here as the error names it; the rows have the name on the Dual-write page, such as Customers V3.',
  ],
};

const nothingNamed: Partial<DocumentModel> = {
  heading: 'Nothing named that can be cleaned up',
  title: 'Nothing named that can be cleaned up – dual-write health',
  mark: 'not-applicable',
  summary: [
    paragraph(
      'The text does not report stale configuration, or names none. This does not say that there is none.',
      'lead',
    ),
    paragraph(['To find out, run the check and plan by its report: ', code('cleanup report.json'), '.']),
  ],
};

function notNamed(problem: string): Partial<DocumentModel> {
  return {
    heading: 'Stale configuration, but not known which',
    title: 'Stale configuration, but not known which – dual-write health',
    mark: 'inconclusive',
    summary: [
      paragraph(
        ['The text reports a problem of stale configuration, but names no map and no project: ', quote(problem), '.'],
        'lead',
      ),
      paragraph([
        'Run the check: its findings name the rows. Then plan by its report: ',
        code('cleanup report.json'),
        '.',
      ]),
    ],
  };
}
