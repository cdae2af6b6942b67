import type { AppliedMaps, VerifiedMap } from '../../solutions/verify-applied.js';
import { listSection, paragraph, when } from '../blocks.js';
import type { DocumentModel, Item, Mark } from '../document.js';
import { name } from '../inlines.js';
import { differenceInWords, mapName, uncomparedInWords, versionInWords } from '../map-difference-in-words.js';
import { counted, figure, listed } from '../words.js';
import { partNotice } from './part-notice.js';

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
export function appliedMapsDocument({ environment, maps, totals, ...read }: AppliedMaps): DocumentModel {
  const worst = statuses.find((status) => totals[status] > 0);
  const shown = worst === 'ok' && read.coverage === 'partial' ? 'unknown' : worst;
  const { heading, mark } =
    shown === undefined ? ({ heading: 'No table maps', mark: 'inconclusive' } as const) : inWords[shown];
  return {
    title: `${heading} – dual-write health`,
    header: 'Verification of dual-write table maps',
    noun: 'maps',
    heading,
    subject: environment === null ? undefined : name(environment),
    mark,
    summary: [
      paragraph(totalsOf({ maps, totals }), 'lead'),
      ...partNotice(read, 'The backup', 'The maps that it lacks were not checked.'),
    ],
    blocks: statuses.flatMap((status) => {
      const items = maps.filter((map) => map.status === status).map(mapItem);
      return listSection(inWords[status].title, items, 'map', { most: mostLines });
    }),
  };
}

type Status = VerifiedMap['status'];

/** What must be looked at first comes first. */
const statuses: readonly Status[] = ['missing', 'differs', 'unknown', 'ok'];

const inWords: Readonly<Record<Status, { readonly heading: string; readonly title: string; readonly mark: Mark }>> = {
  missing: { heading: 'Not as expected', title: 'Missing', mark: 'error' },
  differs: { heading: 'Not as expected', title: 'Different', mark: 'error' },
  unknown: { heading: 'Not all known', title: 'Not known', mark: 'inconclusive' },
  ok: { heading: 'As expected', title: 'As expected', mark: 'passed' },
};

/** As many as somebody may look after: each is what this is for. */
const mostLines = 500;

function totalsOf({ maps, totals: { ok, missing, differs, unknown } }: Pick<AppliedMaps, 'maps' | 'totals'>): string {
  const [found, absent, different, open] = [ok, missing, differs, unknown].map(figure);
  const counts = [`${found} as expected`, `${absent} missing`, `${different} different`, `${open} not known`];
  return `${counted(maps.length, 'table map')}: ${listed(counts)}.`;
}

function mapItem(map: VerifiedMap): Item {
  const isOther = map.isInUse === false;
  return {
    text: [mapName(map.name), ' ', versionInWords(map)],
    mark: inWords[map.status].mark,
    note: map.because,
    items: [
      ...when(isOther, (): Item => ({ text: 'Another version of it is in use.', mark: 'warning' })),
      ...map.differences.map((one) => ({ text: differenceInWords(one) })),
      ...map.notCompared
        .filter((one) => !map.because.includes(one.because))
        .map((one): Item => ({ text: uncomparedInWords(one), mark: 'inconclusive' })),
    ],
  };
}
