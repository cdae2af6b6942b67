import type { ActivityReplay, MapActivity } from '../../activity/index.js';
import { isoOf } from '../../facts/instant.js';
import { openInWords, statusInWords } from '../activity-in-words.js';
import type { Span } from '../activity-timeline.js';
import { fields, inText, on, paragraph, section, table, when } from '../blocks.js';
import type { Block, DocumentModel, Mark, Section } from '../document.js';
import { code, name, sign, soft, time } from '../inlines.js';
import { stripLegend } from '../text-timeline.js';
import { counted, countedDo, figure, moreOf } from '../words.js';
import {
  anomaliesCounted,
  anomalyList,
  judged,
  leftOut,
  madeFrom,
  markOf,
  spanOf,
  stillOpen,
  timelineBlocks,
  worstFirst,
} from './activity-parts.js';

/**
 * All maps of an activity log: those with something wrong first, each with its states over time, what is still open and its
 * anomalies; the others in a table; and what of the log could not be read.
 *
 * @example
 * ```ts
 * process.stdout.write(toPretty(activityDocument(replayActivity(events))));
 * ```
 * @public
 */
export function activityDocument(replay: ActivityReplay): DocumentModel {
  const maps = worstFirst(replay.maps);
  const wrong = maps.filter((map) => markOf(map) !== 'passed');
  const shown = wrong.slice(0, mostPictures);
  const others = maps.slice(shown.length);
  const { heading, mark } = verdictOf(replay, wrong);
  const span = spanOf(shown, replay);
  const cards = shown.map((map) => mapCard(map, replay, span));
  return {
    title: `${heading} – dual-write activity`,
    header: 'Dual-write activity',
    noun: 'activity',
    heading,
    mark,
    summary: [
      paragraph(overview(replay), 'lead'),
      ...when(replay.judgedAt !== null, () => fields(judged(replay))),
      ...leftOut(replay),
    ],
    blocks: [
      section('Maps that need attention', cards.length === 0 ? [paragraph('No map has an anomaly.', 'intro')] : cards, {
        id: 'anomalies',
        count: wrong.length,
      }),
      ...when(wrong.length > shown.length, () => paragraph(cutInWords(wrong.length - shown.length), 'intro')),
      ...when(cards.length > 0, () => legend(span)),
      section('Other maps', [others.length === 0 ? paragraph('None.', 'intro') : mapTable(others, replay)], {
        id: 'others',
        count: others.length,
      }),
      ...when(maps.length > 0, () =>
        on(
          'terminal',
          paragraph(soft([code('dual-write-health activity FILE --map NAME'), ' shows everything about one map.'])),
        ),
      ),
    ],
    footer: [madeFrom(replay)],
  };
}

/** The maps that need attention and have no card here. */
function cutInWords(left: number): string {
  return `… and ${moreOf(left, 'map')} that ${left === 1 ? 'needs attention is' : 'need attention are'} in the table below, first.`;
}

/** A page with more of them is slow to open; the other maps are in the table. */
const mostPictures = 40;

function verdictOf(
  { events: { read, unreadable } }: ActivityReplay,
  wrong: readonly MapActivity[],
): { readonly heading: string; readonly mark: Mark } {
  const [worst] = wrong;
  if (worst !== undefined)
    return { heading: `${countedDo(wrong.length, 'map', 'needs', 'need')} attention`, mark: markOf(worst) };
  if (unreadable > 0) return { heading: 'Nothing unusual in what could be read', mark: 'inconclusive' };
  return read === 0
    ? { heading: 'The log is empty', mark: 'inconclusive' }
    : { heading: 'Nothing unusual', mark: 'passed' };
}

function overview({ maps, events }: ActivityReplay): string {
  const number = (mark: Mark) => figure(maps.filter((map) => markOf(map) === mark).length);
  const counts = `${number('error')} with errors, ${number('warning')} with warnings, ${number('passed')} with neither`;
  return `${counted(maps.length, 'map')}: ${counts}. ${counted(events.read, 'event')} read.`;
}

function mapCard(activity: MapActivity, { judgedAt }: ActivityReplay, span: Span): Section {
  const { map, anomalies } = activity;
  const blocks = [
    paragraph(statusInWords(activity, judgedAt)),
    ...stillOpen(activity),
    ...timelineBlocks(activity, judgedAt, span),
    section('Anomalies', [anomalyList(activity, 5)], { titleOn: 'page', count: anomalies.length }),
  ];
  return section(name(map), blocks, { mark: markOf(activity) });
}

function legend({ start, end }: Span): Block {
  const [from, to] = [time(isoOf(start)), time(isoOf(end))];
  return inText(paragraph(soft(['From ', from, ' to ', to, `: ${stripLegend}`])));
}

function mapTable(maps: readonly MapActivity[], { judgedAt }: ActivityReplay): Block {
  const rows = maps.map((map) => [
    [...when(markOf(map) !== 'passed', () => [sign(markOf(map)), ' ']), name(map.map)],
    statusInWords(map, judgedAt),
    anomaliesCounted(map) || 'none',
    openInWords(map).join(', ') || 'nothing',
  ]);
  return table('Other maps', ['Map', 'State', 'Anomalies', 'Still open'], rows, { noun: 'map' });
}
