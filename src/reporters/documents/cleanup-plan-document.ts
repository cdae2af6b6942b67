import type { CleanupPlan } from '../../diagnosis/cleanup/cleanup-plan.js';
import type { CleanupStep } from '../../diagnosis/cleanup/cleanup-step.js';
import type {
  CleanupTarget,
  KeptFinding,
  NamedConfiguration,
  StaleProject,
} from '../../diagnosis/cleanup/cleanup-target.js';
import {
  acceptedInWords,
  countOfOthers,
  isNamed,
  rowInWords,
  rowsInWords,
} from '../../diagnosis/cleanup/targets-in-words.js';
import { given, list, listSection, notice, paragraph, section, when } from '../blocks.js';
import type { DocumentModel, Inline, Item, Mark, Section, Way } from '../document.js';
import { code, joined, name, series } from '../inlines.js';
import { capitalized, counted } from '../words.js';
import { stepsSection } from './ways.js';

/**
 * How to clean up stale configuration: what is in the way and what is not known, what is left over, what is accepted and therefore kept,
 * the steps with the pages of the product, and last the way through the database where it can be reached, with statements to be
 * reviewed. Nothing was deleted.
 *
 * @example
 * ```ts
 * process.stdout.write(toPretty(cleanupPlanDocument(cleanupPlan(report))));
 * ```
 * @public
 */
export function cleanupPlanDocument(plan: CleanupPlan): DocumentModel {
  const { targets, kept, inTheWay, unknowns, before, finops, dataverse, after } = plan;
  const { heading, mark, lead } = verdictOf(plan);
  const areNamed = targets.some(isNamed);
  const steps = [...before, ...finops.excelAddIn, ...finops.fieldConfigurations, ...dataverse, ...after];
  return {
    title: `${heading} – dual-write health`,
    header: 'Cleanup of dual-write configuration',
    noun: 'plan',
    heading,
    subject:
      targets.length === 0
        ? undefined
        : counted(targets.length, areNamed ? 'named configuration' : 'stale configuration'),
    mark,
    summary: [paragraph(lead, 'lead')],
    blocks: [
      ...when(inTheWay.length > 0, () =>
        rulesSection(
          'In the way',
          correctLinkFirst,
          inTheWay.map(({ code: rule, message }) => [code(rule), ': ', message]),
          'error',
        ),
      ),
      ...when(unknowns.length > 0, () =>
        rulesSection(
          'Not known',
          'These rules about stale configuration have no complete answer:',
          unknowns.map(({ code: rule, because }) => [code(rule), ': ', because]),
          'inconclusive',
        ),
      ),
      ...listSection(areNamed ? 'What is named' : 'What is left over', targets.map(targetItem), 'configuration'),
      ...listSection('Kept, because it is accepted', kept.map(keptItem), 'finding'),
      ...when(steps.length > 0, () => stepsSection('Steps', steps.map(wayOf))),
      ...when(finops.database.length > 0, () =>
        stepsSection('Only for databases that can be reached', finops.database.map(wayOf), {
          before: [notice('warning', databaseOnly)],
        }),
      ),
    ],
  };
}

function verdictOf({ targets, inTheWay, unknowns, kept }: CleanupPlan): {
  readonly heading: string;
  readonly mark: Mark;
  readonly lead: string;
} {
  if (targets.some(isNamed))
    return { heading: 'To verify before anything is cleaned up', mark: 'inconclusive', lead: intro };
  if (targets.length > 0) return { heading: 'To clean up', mark: 'warning', lead: intro };
  if (inTheWay.length > 0)
    return { heading: 'Nothing can be cleaned up yet', mark: 'error', lead: 'Something has to be corrected first.' };
  if (unknowns.length > 0)
    return { heading: 'Not known whether there is something to clean up', mark: 'inconclusive', lead: nothingNamed };
  return {
    heading: 'Nothing to clean up',
    mark: 'passed',
    lead: kept.length > 0 ? 'All stale configuration that the findings name is accepted.' : nothingNamed,
  };
}

const nothingNamed = 'No stale configuration is named by the findings.';

const intro =
  'This is a plan: nothing was changed. Review each step before you carry it out. What is deleted cannot be brought back except by starting the maps again.';

const correctLinkFirst =
  'Rows are judged by the link, and the link is that of another environment. Correct it first, for example with Reset link on the Dual-write page; then check again. Until then, no row is planned, because correct rows may look stale:';

const databaseOnly =
  'Use the Excel add-in as described above. Only where you can reach the database of a development or sandbox environment, you can delete the rows of finance and operations with these statements instead. Never run them against production. Its database cannot be reached.';

function rulesSection(title: string, lead: string, rules: readonly Inline[], mark: Mark): Section {
  return section(title, [paragraph(lead), list(rules, 'rule')], { mark, count: rules.length });
}

function wayOf({ title, details, statements, performedBy, destroys }: CleanupStep): Way {
  const maps = details.filter((detail) => detail.startsWith(mapPrefix));
  const others = details.filter((detail) => !detail.startsWith(mapPrefix));
  const names = maps.map((detail) => name(detail.slice(mapPrefix.length)));
  const steps: readonly Inline[] = [...when(names.length > 0, () => ['Maps: ', joined(names, '; ')]), ...others];
  return { title, steps, performedBy, destroys, code: statements };
}

/** The maps that a step is about are details of the plan, after the others. */
const mapPrefix = 'Map: ';

function targetItem(target: CleanupTarget): Item {
  switch (target.type) {
    case 'project-configuration':
      return projectItem(target);
    case 'field-configuration':
      return {
        text: ['field configuration of finance and operations without a project, ', projectName(target.projectName)],
        about: given(target.rows, rowsInWords),
      };
    case 'runtime-configuration':
      return {
        text: ['runtime configuration of Dataverse ', name(target.runtimeConfigurationId)],
        about: given(target.mapName, name),
      };
    case undefined:
      return namedItem(target);
  }
}

function projectItem(target: StaleProject): Item {
  const others = countOfOthers(target) ?? 0;
  return {
    text: ['project of finance and operations, ', projectName(target.projectName)],
    items: [
      ...(target.rows?.map((row) => ({ text: [rowsInWords(row.rows), ': ', rowInWords(row)] })) ??
        target.findings.map(({ message }) => ({ text: message }))),
      ...when(others > 0, () => ({ text: othersInWords(others) })),
      ...target.accepted.map((finding) => ({
        text: [
          code(finding.code),
          ` is ${acceptedInWords(finding)}. This does not accept what `,
          codesOf(target),
          ' reports.',
        ],
      })),
    ],
  };
}

function othersInWords(others: number): string {
  return others === 1
    ? 'The other row of this project is kept.'
    : `The other ${rowsInWords(others)} of this project are kept.`;
}

function codesOf({ findings }: StaleProject): Inline {
  return series(findings.map((finding) => code(finding.code)));
}

function projectName(text: string): Inline {
  return text === '' ? 'without a name' : name(text);
}

function namedItem({
  finopsEntity,
  dataverseTable,
  projectName: project,
  runtimeConfigurationId,
}: NamedConfiguration): Item {
  const sides = [finopsEntity, dataverseTable].filter((side) => side !== undefined).map(name);
  const [text = '', ...about] = [
    ...when(sides.length > 0, () => joined(sides, ' – ')),
    ...given(project, (id) => ['project of finance and operations ', name(id)]),
    ...given(runtimeConfigurationId, (id) => ['runtime configuration of Dataverse ', name(id)]),
  ];
  return { text, about };
}

function keptItem(finding: KeptFinding): Item {
  const { message, alsoFoundBy } = finding;
  return {
    text: [code(finding.code), ': ', message],
    mark: 'accepted',
    items: [
      { text: capitalized(acceptedInWords(finding)) },
      ...when(alsoFoundBy.length > 0, () => ({
        text: [series(alsoFoundBy.map(code)), ' names rows of it too: to plan their removal, end this acceptance.'],
      })),
    ],
  };
}
