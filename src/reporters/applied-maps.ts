import picocolors from 'picocolors';
import type { AppliedMaps, VerifiedMap } from '../solutions/verify-applied.js';
import { markdownText, startOf, visible } from './escape.js';
import { count } from './in-words.js';
import { differenceInWords, mapInWords } from './map-difference-in-words.js';
import type { PrettyOptions } from './pretty.js';

/**
 * Which maps arrived, for a terminal: those first that did not.
 * @public
 */
export function prettyAppliedMaps(applied: AppliedMaps, { color = false }: PrettyOptions = {}): string {
  const colors = picocolors.createColors(color);
  const paint = { missing: colors.red, differs: colors.red, unknown: colors.yellow, ok: colors.green };
  const lines = inOrder(applied).flatMap((map) => [
    `${paint[map.status](words[map.status])}  ${visible(lineOf(map))}`,
    ...detailsOf(map).map((line) => `    ${visible(line)}`),
  ]);
  return `${[...lines, totalsInWords(applied)].join('\n')}\n`;
}

/**
 * Which maps arrived, as a table.
 * @public
 */
export function markdownAppliedMaps(applied: AppliedMaps): string {
  const rows = inOrder(applied).map((map) => {
    const { status, name, version, publisher, because } = map;
    const said = [startOf(because, 400), ...detailsOf(map)].join('; ');
    const cells = [
      words[status],
      mapInWords(name),
      startOf(version ?? 'none'),
      startOf(publisher ?? 'not known'),
      said,
    ];
    return `| ${cells.map(markdownText).join(' | ')} |`;
  });
  const table = ['| Status | Map | Version | Publisher | Why |', '|---|---|---|---|---|', ...rows];
  return `${totalsInWords(applied)}\n\n${table.join('\n')}\n`;
}

const words: Readonly<Record<VerifiedMap['status'], string>> = {
  missing: 'missing',
  differs: 'differs',
  unknown: 'unknown',
  ok: 'ok',
};

const order = ['missing', 'differs', 'unknown', 'ok'] as const;

function inOrder({ maps }: AppliedMaps): readonly VerifiedMap[] {
  return order.flatMap((status) => maps.filter((map) => map.status === status));
}

function lineOf({ name, version, publisher, because }: VerifiedMap): string {
  const who = startOf(publisher ?? 'nobody', 60);
  return `${mapInWords(name)} ${startOf(version ?? 'without a version', 60)} of ${who}: ${startOf(because, 400)}`;
}

const mostDifferences = 10;

function detailsOf({ differences, isInUse }: VerifiedMap): readonly string[] {
  const more = differences.length - mostDifferences;
  return [
    ...differences.slice(0, mostDifferences).map(differenceInWords),
    ...(more > 0 ? [`… and ${count(more, 'more difference')} (--format json lists them all)`] : []),
    ...(isInUse === false ? ['another version of it is in use'] : []),
  ];
}

function totalsInWords({ totals }: AppliedMaps): string {
  return `${totals.ok} ok, ${totals.missing} missing, ${totals.differs} different, ${totals.unknown} not known.`;
}
