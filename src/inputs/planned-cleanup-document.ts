import type { CleanupPlan } from '../diagnosis/cleanup/cleanup-plan.js';
import { cleanupSql } from '../diagnosis/cleanup/cleanup-sql.js';
import { paragraph, when } from '../reporters/blocks.js';
import type { Block, DocumentModel } from '../reporters/document.js';
import { cleanupPlanDocument } from '../reporters/documents/cleanup-plan-document.js';
import { code, quote } from '../reporters/inlines.js';
import type { Place } from './place.js';

/** A plan, with what it was made from. */
export interface PlannedCleanup {
  readonly plan: CleanupPlan;
  readonly from: 'report' | 'snapshot' | 'text';
  /** The known problem that a text reports, where it is about stale configuration. */
  readonly problem: string | null;
}

/** A cleanup plan, with what its source leaves open. */
export function plannedCleanupDocument(
  { plan, from, problem }: PlannedCleanup,
  { place = 'command-line' }: { readonly place?: Place } = {},
): DocumentModel {
  const document = cleanupPlanDocument(plan);
  if (from !== 'text')
    return { ...document, summary: [...document.summary, ...judgedAnyway(plan.unknowns, from, place)] };
  if (plan.targets.length > 0) return { ...document, blocks: [fromTextOnly, ...document.blocks] };
  return { ...document, ...(problem === null ? nothingNamed : notNamed(problem)) };
}

/** The script of a plan, after what its source leaves open. */
export function plannedCleanupSql({ plan, from }: PlannedCleanup): string {
  return from === 'text' ? `${fromTextOnlySql}\n\n${cleanupSql(plan)}` : cleanupSql(plan);
}

const fromTextOnlySql =
  '-- Made from an error text, which does not say which rows are left over: make sure that these are, and run the check to find the others.';

function judgedAnyway(
  unknowns: PlannedCleanup['plan']['unknowns'],
  from: 'report' | 'snapshot',
  place: Place,
): readonly Block[] {
  return when(
    unknowns.some(({ because }) => because.startsWith('blocked')),
    () =>
      paragraph([
        'To judge blocked rules anyway: ',
        ...(place === 'workbench'
          ? ['“Check the rest anyway” under “How it is checked”.']
          : [
              ...(from === 'snapshot' ? [code('cleanup SNAPSHOT --no-gate'), ', or '] : []),
              code('check SNAPSHOT --no-gate --format json -o report.json'),
              ', then clean up by that report.',
            ]),
      ]),
  );
}

/** What an error text names is a hint, and no proof. */
const fromTextOnly: Block = {
  type: 'notice',
  mark: 'warning',
  text: [
    'An error text names maps, entities or projects, but not which of their rows are left over. Run the check first: its findings name the rows, and a plan by its report (',
    code('cleanup report.json'),
    ') is of only those. An entity is named here as the error names it; the rows have the name on the Dual-write page, such as Customers V3.',
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
