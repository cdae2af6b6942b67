import type { CleanupPlan, CleanupStep } from '../../diagnosis/cleanup/cleanup-plan.js';
import type { CleanupTarget } from '../../diagnosis/cleanup/cleanup-target.js';
import { given, list, listSection, notice, paragraph, section, when } from '../blocks.js';
import type { DocumentModel, Inline, Item, Section, Way } from '../document.js';
import { code, joined, name } from '../inlines.js';
import { counted } from '../words.js';
import { stepsSection } from './ways.js';

/**
 * What is shown beside a cleanup plan.
 * @public
 */
export interface CleanupPlanDocumentOptions {
  /** Rules about stale configuration that have no answer, and why: without targets, nothing is then called clean. */
  readonly unknowns?: readonly { readonly code: string; readonly because: string }[] | undefined;
}

/**
 * How to clean up stale configuration: what is left over, the steps with the pages of the product, and last the way through the database,
 * which only development environments have, with statements to be reviewed. Nothing was deleted.
 *
 * @param options - `unknowns`: the rules about stale configuration that have no answer, and why; with them, nothing is called clean
 *
 * @example
 * ```ts
 * process.stdout.write(toPretty(cleanupPlanDocument(cleanupPlan(report))));
 * ```
 * @public
 */
export function cleanupPlanDocument(
  { targets, before, finops, dataverse, after }: CleanupPlan,
  { unknowns = [] }: CleanupPlanDocumentOptions = {},
): DocumentModel {
  const isClean = targets.length === 0;
  const isKnown = unknowns.length === 0;
  const nothing = isKnown ? 'Nothing to clean up' : 'Not known whether there is something to clean up';
  const heading = isClean ? nothing : 'To clean up';
  const steps = [...before, ...finops.excelAddIn, ...dataverse, ...after];
  return {
    title: `${heading} – dual-write health`,
    header: 'Cleanup of dual-write configuration',
    noun: 'plan',
    heading,
    subject: isClean ? undefined : counted(targets.length, 'stale configuration'),
    mark: isClean ? (isKnown ? 'passed' : 'inconclusive') : 'warning',
    summary: [paragraph(isClean ? 'No stale configuration is named by the findings.' : intro, 'lead')],
    blocks: [
      ...when(!isKnown, () => notKnown(unknowns)),
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

function notKnown(unknowns: NonNullable<CleanupPlanDocumentOptions['unknowns']>): Section {
  const rules = unknowns.map(({ code: rule, because }): Inline => [code(rule), ': ', because]);
  const blocks = [paragraph('These rules about stale configuration have no answer:'), list(rules, 'rule')];
  return section('Not known', blocks, { mark: 'inconclusive', count: unknowns.length });
}

const intro =
  'This is a plan: nothing was changed. Review each step before you carry it out. What is deleted cannot be brought back except by starting the maps again.';

const databaseOnly =
  'Use the Excel add-in as described above. Only where you can reach the database of a development or sandbox environment, you can delete the rows of finance and operations with these statements instead. Never run them against production.';

function wayOf({ title, details, statements, performedBy, destroys }: CleanupStep): Way {
  const maps = details.filter((detail) => detail.startsWith(mapPrefix));
  const others = details.filter((detail) => !detail.startsWith(mapPrefix));
  const names = maps.map((detail) => name(detail.slice(mapPrefix.length)));
  const steps: readonly Inline[] = [...when(names.length > 0, () => ['Maps: ', joined(names, '; ')]), ...others];
  return { title, steps, performedBy, destroys, code: statements };
}

/** The maps that a step is about are details of the plan, after the others. */
const mapPrefix = 'Map: ';

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
