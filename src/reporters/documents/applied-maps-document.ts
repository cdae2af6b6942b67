import type { AppliedMaps, VerifiedMap } from '../../solutions/verify-applied.js';
import { type Document, type Item, list, type Mark, name, paragraph, when } from '../document.js';
import { differenceInWords, mapName, versionInWords } from '../map-difference-in-words.js';
import { counted, figure, listed } from '../words.js';

/**
 * Whether maps are in an environment as a solution or a backup says, or whether those of a file are sound: the maps that are missing or
 * different first, with what is different, then those that are not known, and those that are as expected.
 *
 * @example
 * ```ts
 * process.stdout.write(toPretty(appliedMapsDocument(verifyApplied(solution, target))));
 * ```
 * @public
 */
export function appliedMapsDocument({ environment, maps, totals }: AppliedMaps): Document {
  const worst = statuses.find((status) => totals[status] > 0);
  const heading = worst === undefined ? 'No table maps' : headings[worst];
  return {
    title: `${heading} – dual-write health`,
    header: 'Verification of dual-write table maps',
    noun: 'maps',
    heading,
    subject: environment === null ? undefined : name(environment),
    mark: worst === undefined ? 'inconclusive' : marks[worst],
    summary: [paragraph(totalsOf({ maps, totals }), 'lead')],
    blocks: statuses.flatMap((status) =>
      when(totals[status] > 0, () => ({
        type: 'section' as const,
        title: titles[status],
        count: totals[status],
        blocks: [list(maps.filter((map) => map.status === status).map(mapItem), 'map', { most: mostLines })],
      })),
    ),
  };
}

/** What must be looked at first comes first. */
const statuses = ['missing', 'differs', 'unknown', 'ok'] as const satisfies readonly VerifiedMap['status'][];

const headings = {
  missing: 'Not as expected',
  differs: 'Not as expected',
  unknown: 'Not all known',
  ok: 'As expected',
} as const;
const titles = { missing: 'Missing', differs: 'Different', unknown: 'Not known', ok: 'As expected' } as const;
const marks = { missing: 'error', differs: 'error', unknown: 'inconclusive', ok: 'passed' } as const satisfies Record<
  VerifiedMap['status'],
  Mark
>;

/** As many as somebody may look after: each is what this is for. */
const mostLines = 500;

function totalsOf({ maps, totals }: Pick<AppliedMaps, 'maps' | 'totals'>): string {
  const counts = [
    `${figure(totals.ok)} as expected`,
    `${figure(totals.missing)} missing`,
    `${figure(totals.differs)} different`,
    `${figure(totals.unknown)} not known`,
  ];
  return `${counted(maps.length, 'table map')}: ${listed(counts)}.`;
}

function mapItem(map: VerifiedMap): Item {
  const { status, because, differences, isInUse } = map;
  return {
    text: [mapName(map.name), ' ', versionInWords(map)],
    mark: marks[status],
    note: because,
    items: [
      ...when(isInUse === false, () => ({ text: 'Another version of it is in use.', mark: 'warning' as const })),
      ...differences.map((one) => ({ text: differenceInWords(one) })),
    ],
  };
}
