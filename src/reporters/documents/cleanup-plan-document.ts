import type { CleanupPlan, CleanupStep } from '../../diagnosis/cleanup/cleanup-plan.js';
import type { CleanupTarget } from '../../diagnosis/cleanup/cleanup-target.js';
import { given, listSection, notice, paragraph, when } from '../blocks.js';
import type { DocumentModel, Inline, Item, Way } from '../document.js';
import { joined, name } from '../inlines.js';
import { counted } from '../words.js';
import { stepsSection } from './ways.js';

/**
 * How to clean up stale configuration: what is left over, the steps with the pages of the product, and last the way through the database,
 * which only development environments have, with statements to be reviewed. Nothing was deleted.
 *
 * @example
 * ```ts
 * process.stdout.write(toPretty(cleanupPlanDocument(cleanupPlan(report))));
 * ```
 * @public
 */
export function cleanupPlanDocument({ targets, before, finops, dataverse, after }: CleanupPlan): DocumentModel {
  const isClean = targets.length === 0;
  const heading = isClean ? 'Nothing to clean up' : 'To clean up';
  const steps = [...before, ...finops.excelAddIn, ...dataverse, ...after];
  return {
    title: `${heading} – dual-write health`,
    header: 'Cleanup of dual-write configuration',
    noun: 'plan',
    heading,
    subject: isClean ? undefined : counted(targets.length, 'stale configuration'),
    mark: isClean ? 'passed' : 'warning',
    summary: [paragraph(isClean ? 'No configuration is known to be left over.' : intro, 'lead')],
    blocks: [
      ...listSection('What is left over', targets.map(targetItem), 'configuration'),
      ...when(steps.length > 0, () => stepsSection('Steps', steps.map(wayOf))),
      ...when(finops.database.length > 0, () =>
        stepsSection('Only for development databases', finops.database.map(wayOf), {
          before: [notice('warning', databaseOnly)],
        }),
      ),
    ],
  };
}

const intro =
  'This is a plan: nothing was changed. Review each step before you carry it out. What is deleted cannot be brought back except by starting the maps again.';

const databaseOnly =
  'Use the Excel add-in as described above. Only where you can reach the database of a development or sandbox environment, you can delete the rows of finance and operations with these statements instead. Never run them against production.';

function wayOf({ title, details, statements, performedBy, destroys }: CleanupStep): Way {
  return { title, steps: details, performedBy, destroys, code: statements };
}

function targetItem({ finopsEntity, dataverseTable, projectName, runtimeConfigurationId, keep }: CleanupTarget): Item {
  const sides = [finopsEntity, dataverseTable].filter((side) => side !== undefined).map(name);
  const [text = '', ...about] = [
    ...when(sides.length > 0, () => joined(sides, ' – ')),
    ...given(projectName, (id) => ['project of finance and operations ', name(id)]),
    ...given(runtimeConfigurationId, (id) => ['runtime configuration of Dataverse ', name(id)]),
  ];
  return { text, about, items: given(keep, (kept) => ({ text: keptInWords(kept) })) };
}

function keptInWords(keep: NonNullable<CleanupTarget['keep']>): Inline {
  switch (keep.kind) {
    case 'linked-address':
      return ['Rows that lead to ', name(keep.host), ' stay.'];
    case 'not-deleted':
      return 'Rows that are not marked as deleted stay.';
    case 'not-known':
      return 'Other rows of this project are sound, and only a person can distinguish them.';
  }
}
