import type { ComparedMap, ComparedVersion, EnvironmentComparison } from '../../maps/compare-environments.js';
import { list, listSection, paragraph, section, when } from '../blocks.js';
import type { Block, DocumentModel, Inline, Mark, Section } from '../document.js';
import { differenceInWords, mapName, uncomparedInWords, versionInWords } from '../map-difference-in-words.js';
import { counted, figure, listed } from '../words.js';
import { partNotice } from './part-notice.js';

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
export function environmentComparisonDocument(comparison: EnvironmentComparison): DocumentModel {
  const { before, after, maps, totals } = comparison;
  const { heading, mark } = verdictOf(comparison);
  const counts = statuses.map((status) => `${figure(totals[status])} ${inWords[status].counted}`);
  return {
    title: `${heading}: table maps of two environments – dual-write health`,
    header: 'Comparison of dual-write table maps',
    noun: 'differences',
    heading,
    subject: ['Table maps of ', mapName(before.name), ' and ', mapName(after.name)],
    mark,
    summary: [
      paragraph(`${counted(maps.length, 'table map')}: ${listed(counts)}.`, 'lead'),
      ...[before, after].flatMap((one) => partNotice(one, ['The list of ', mapName(one.name)], whatIsMissing)),
    ],
    blocks: statuses.flatMap((status) => chapterOf(status, maps)),
  };
}

const whatIsMissing = 'What is not in it may be in the environment.';

type Status = ComparedMap['status'];

/** What must be looked at first comes first. */
const statuses: readonly Status[] = ['different', 'only-before', 'only-after', 'unknown', 'same'];

const inWords: Readonly<Record<Status, { readonly title: string; readonly counted: string; readonly mark: Mark }>> = {
  different: { title: 'Different', counted: 'different', mark: 'error' },
  'only-before': { title: 'Only in the first environment', counted: 'only in the first environment', mark: 'warning' },
  'only-after': { title: 'Only in the second environment', counted: 'only in the second', mark: 'warning' },
  unknown: { title: 'Not compared', counted: 'not compared', mark: 'inconclusive' },
  same: { title: 'The same', counted: 'the same', mark: 'passed' },
};

function verdictOf({ totals, maps, before, after }: EnvironmentComparison): {
  readonly heading: string;
  readonly mark: Mark;
} {
  const found = statuses.find((one) => totals[one] > 0) ?? 'unknown';
  const isPart = before.coverage === 'partial' || after.coverage === 'partial';
  const status = found === 'same' && isPart ? 'unknown' : found;
  if (maps.length === 0) return { heading: 'No table maps', mark: 'inconclusive' };
  if (status === 'unknown' && totals.unknown < maps.length)
    return { heading: 'Not all compared', mark: 'inconclusive' };
  const isOneSided = status === 'only-before' || status === 'only-after';
  return { heading: inWords[isOneSided ? 'different' : status].title, mark: inWords[status].mark };
}

function chapterOf(status: Status, all: readonly ComparedMap[]): readonly Block[] {
  const maps = all.filter((map) => map.status === status);
  const { title } = inWords[status];
  const names = maps.map((map) => mapName(map.name));
  if (status === 'same') return listSection(title, names, 'map');
  return when(maps.length > 0, () => section(title, maps.map(mapSection), { count: maps.length }));
}

/** What is different in a map, and what could not be compared. */
function mapSection({ name, status, before, after, differences, notCompared }: ComparedMap): Section {
  const lines: readonly Inline[] = [...differences.map(differenceInWords), ...notCompared.map(uncomparedInWords)];
  return section(
    mapName(name),
    when(lines.length > 0, () => list(lines, 'difference')),
    {
      mark: inWords[status].mark,
      about: [versionsInWords(status === 'only-after' ? after : before, status === 'only-before' ? before : after)],
    },
  );
}

/** `1.0.0.5 of msdyn (assumed: the newest) → 1.0.0.6 of msdyn` */
function versionsInWords(before: ComparedVersion | null, after: ComparedVersion | null): Inline {
  const isSame =
    before?.version === after?.version && before?.publisher === after?.publisher && before?.chosen === after?.chosen;
  return isSame ? versionOf(before) : [versionOf(before), ' → ', versionOf(after)];
}

function versionOf(version: ComparedVersion | null): Inline {
  if (version === null) return 'version not known';
  return [versionInWords(version), { active: ' (active)', only: '', newest: ' (assumed: the newest)' }[version.chosen]];
}
