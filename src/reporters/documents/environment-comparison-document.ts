import type { ComparedMap, ComparedVersion, EnvironmentComparison } from '../../maps/compare-environments.js';
import { type Block, type Document, type Inline, list, type Mark, paragraph, type Section, when } from '../document.js';
import { differenceInWords, mapName, versionInWords } from '../map-difference-in-words.js';
import { counted, figure, listed } from '../words.js';

/**
 * What is different between the table maps of two environments: maps that differ, field by field; maps that only one of them has; maps
 * that could not be compared and why; and those that are the same.
 *
 * @example
 * ```ts
 * await writeFile('maps.html', toHtml(environmentComparisonDocument(compareEnvironments(test, production))));
 * ```
 * @public
 */
export function environmentComparisonDocument(comparison: EnvironmentComparison): Document {
  const { before, after, maps } = comparison;
  const { heading, mark } = verdictOf(comparison);
  return {
    title: `${heading}: table maps of two environments – dual-write health`,
    header: 'Comparison of dual-write table maps',
    noun: 'differences',
    heading,
    subject: ['Table maps of ', mapName(before.name), ' and ', mapName(after.name)],
    mark,
    summary: [paragraph(totalsOf(comparison), 'lead')],
    blocks: statuses.flatMap((status) =>
      chapter(
        status,
        maps.filter((map) => map.status === status),
      ),
    ),
  };
}

/** What must be looked at first comes first. */
const statuses = ['different', 'only-before', 'only-after', 'unknown', 'same'] as const;

const marks = {
  different: 'error',
  'only-before': 'warning',
  'only-after': 'warning',
  unknown: 'inconclusive',
  same: 'passed',
} as const satisfies Readonly<Record<ComparedMap['status'], Mark>>;

const titles: Readonly<Record<ComparedMap['status'], string>> = {
  different: 'Different',
  'only-before': 'Only in the first environment',
  'only-after': 'Only in the second environment',
  unknown: 'Not compared',
  same: 'The same',
};

function verdictOf({ totals, maps }: EnvironmentComparison): { readonly heading: string; readonly mark: Mark } {
  const status = statuses.find((one) => totals[one] > 0) ?? 'unknown';
  if (maps.length === 0) return { heading: 'No table maps', mark: 'inconclusive' };
  const isOneSided = status === 'only-before' || status === 'only-after';
  return { heading: isOneSided ? titles.different : titles[status], mark: marks[status] };
}

function totalsOf({ maps, totals }: EnvironmentComparison): string {
  const counts = [
    `${figure(totals.different)} different`,
    `${figure(totals['only-before'])} only in the first environment`,
    `${figure(totals['only-after'])} only in the second`,
    `${figure(totals.unknown)} not compared`,
    `${figure(totals.same)} the same`,
  ];
  return `${counted(maps.length, 'table map')}: ${listed(counts)}.`;
}

function chapter(status: ComparedMap['status'], maps: readonly ComparedMap[]): readonly Block[] {
  return when(maps.length > 0, () => ({
    type: 'section',
    title: titles[status],
    count: maps.length,
    blocks:
      status === 'same'
        ? [
            list(
              maps.map((map) => mapName(map.name)),
              'map',
            ),
          ]
        : maps.map(mapSection),
  }));
}

/** What is different in a map, and what could not be compared. */
function mapSection({ name: called, status, before, after, differences, notCompared }: ComparedMap): Section {
  const lines: readonly Inline[] = [
    ...differences.map(differenceInWords),
    ...notCompared.map(({ part, because }) => `${part} not compared: ${because}`),
  ];
  const versions = status === 'only-before' ? [before] : status === 'only-after' ? [after] : [before, after];
  return {
    type: 'section',
    title: mapName(called),
    mark: marks[status],
    about: versionsInWords(versions),
    blocks: when(lines.length > 0, () => list(lines, 'difference')),
  };
}

/** `1.0.0.5 of msdyn (assumed: the newest), then 1.0.0.6 of msdyn` */
function versionsInWords(versions: readonly (ComparedVersion | null)[]): readonly Inline[] {
  const [before = null, after = before] = versions;
  const isSame =
    before?.version === after?.version && before?.publisher === after?.publisher && before?.chosen === after?.chosen;
  return isSame ? [versionOf(before)] : [[versionOf(before), ' → ', versionOf(after)]];
}

function versionOf(version: ComparedVersion | null): Inline {
  if (version === null) return 'version not known';
  return [versionInWords(version), { active: ' (active)', only: '', newest: ' (assumed: the newest)' }[version.chosen]];
}
