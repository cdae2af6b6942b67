import picocolors from 'picocolors';
import type { ComparedMap, EnvironmentComparison } from '../maps/compare-environments.js';
import { markdownText, visible } from './escape.js';
import { count } from './in-words.js';
import {
  differenceInWords,
  mapInWords,
  statusInWords,
  statusOrder,
  versionInWords,
} from './map-difference-in-words.js';
import type { PrettyOptions } from './pretty.js';

/**
 * A comparison of the maps of two environments for a terminal.
 * @public
 */
export function prettyMapComparison(comparison: EnvironmentComparison, { color = false }: PrettyOptions = {}): string {
  const colors = picocolors.createColors(color);
  const paint = {
    different: colors.red,
    'only-before': colors.red,
    'only-after': colors.red,
    unknown: colors.yellow,
    same: colors.green,
  };
  const blocks = statusOrder.flatMap((status) => {
    const maps = comparison.maps.filter((map) => map.status === status);
    if (maps.length === 0) return [];
    const lines = maps.flatMap((map) => [
      `  ${colors.bold(visible(mapInWords(map.name)))}${status === 'same' ? '' : `  ${colors.dim(visible(versionsInWords(map)))}`}`,
      ...linesOf(map).map((line) => `    ${visible(line)}`),
    ]);
    return [[paint[status](colors.bold(`${statusInWords[status]}: ${maps.length}`)), ...lines].join('\n')];
  });
  return `${[colors.bold(visible(headingOf(comparison))), ...blocks, totalsOf(comparison)].join('\n\n')}\n`;
}

/**
 * A comparison of the maps of two environments for a pull request or a ticket.
 * @public
 */
export function markdownMapComparison(comparison: EnvironmentComparison): string {
  const blocks = statusOrder.flatMap((status) => {
    const maps = comparison.maps.filter((map) => map.status === status);
    if (maps.length === 0) return [];
    const lines = maps.flatMap((map) => [
      `- **${markdownText(mapInWords(map.name))}**${status === 'same' ? '' : ` (${markdownText(versionsInWords(map))})`}`,
      ...linesOf(map).map((line) => `  - ${markdownText(line)}`),
    ]);
    return [`### ${statusInWords[status]}: ${maps.length}\n\n${lines.join('\n')}`];
  });
  return `${[`## ${markdownText(headingOf(comparison))}`, ...blocks, totalsOf(comparison)].join('\n\n')}\n`;
}

/** `Maps of test and production` */
function headingOf({ before, after }: EnvironmentComparison): string {
  return `Maps of ${mapInWords(before.name)} and ${mapInWords(after.name)}`;
}

/** What is different in a map, and what could not be told. */
export function linesOf({ differences, notCompared }: ComparedMap): readonly string[] {
  return [
    ...differences.map(differenceInWords),
    ...notCompared.map(({ part, because }) => `${part} not compared: ${because}`),
  ];
}

export function versionsInWords({ status, before, after }: ComparedMap): string {
  if (status === 'only-before') return versionInWords(before);
  if (status === 'only-after') return versionInWords(after);
  const [a, b] = [versionInWords(before), versionInWords(after)];
  return a === b ? a : `${a}, then ${b}`;
}

export function totalsOf({ maps, totals }: EnvironmentComparison): string {
  return `${count(maps.length, 'map')}: ${totals.different} different, ${totals['only-before']} only before, ${totals['only-after']} only after, ${totals.unknown} not compared, ${totals.same} the same.`;
}
