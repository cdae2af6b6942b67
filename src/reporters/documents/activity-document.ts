import type { ActivityReplay, MapActivity } from '../../activity/index.js';
import { openInWords, statusInWords } from '../activity-in-words.js';
import type { ActivityTimeline } from '../activity-timeline.js';
import { type Block, type Document, type Mark, name, paragraph, type Section, soft, when } from '../document.js';
import { stripLegend } from '../text-timeline.js';
import { counted } from '../words.js';
import {
  anomaliesCounted,
  anomalyList,
  judged,
  leftOut,
  madeFrom,
  markOf,
  spanInWords,
  spanOf,
  stillOpen,
  timelineBlocks,
  worstFirst,
} from './activity/activity-parts.js';

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
export function activityDocument(replay: ActivityReplay): Document {
  const maps = worstFirst(replay.maps);
  const wrong = maps.filter((map) => markOf(map) !== 'passed');
  const shown = wrong.slice(0, mostPictures);
  const others = maps.slice(shown.length);
  const { heading, mark } = verdictOf(replay, wrong);
  const span = spanOf(shown, replay);
  return {
    title: `${heading} – dual-write activity`,
    header: 'Dual-write activity',
    noun: 'activity',
    heading,
    mark,
    summary: [
      paragraph(overview(replay), 'lead'),
      ...when(replay.judgedAt !== null, (): Block => ({ type: 'fields', fields: judged(replay) })),
      ...leftOut(replay),
    ],
    blocks: [
      {
        type: 'section',
        id: 'anomalies',
        title: 'Maps that need attention',
        count: wrong.length,
        blocks: [
          ...when(shown.length === 0, () => paragraph('No map has an anomaly.', 'intro')),
          ...shown.map((map) => mapCard(map, replay, span)),
        ],
      },
      ...when(shown.length > 0, () => legend(span)),
      {
        type: 'section',
        id: 'others',
        title: 'Other maps',
        count: others.length,
        blocks: [others.length === 0 ? paragraph('None.', 'intro') : mapTable(others, replay)],
      },
      ...when(maps.length > 0, () => hint),
    ],
    footer: [madeFrom(replay)],
  };
}

/** A page with more of them is slow to open; the other maps are in the table. */
const mostPictures = 40;

function verdictOf(
  { events: { read, unreadable } }: ActivityReplay,
  [worst, ...more]: readonly MapActivity[],
): { readonly heading: string; readonly mark: Mark } {
  if (worst !== undefined) {
    const number = more.length + 1;
    return { heading: `${counted(number, 'map')} ${number === 1 ? 'needs' : 'need'} attention`, mark: markOf(worst) };
  }
  if (unreadable > 0) return { heading: 'Nothing unusual in what could be read', mark: 'inconclusive' };
  return read === 0
    ? { heading: 'The log is empty', mark: 'inconclusive' }
    : { heading: 'Nothing unusual', mark: 'passed' };
}

/** How many maps there are and how they are. */
function overview({ maps, events }: ActivityReplay): string {
  const number = (mark: Mark) => maps.filter((map) => markOf(map) === mark).length;
  const [errors, warnings, none] = [number('error'), number('warning'), number('passed')];
  return `${counted(maps.length, 'map')}: ${errors} with errors, ${warnings} with warnings, ${none} with neither. ${counted(events.read, 'event')} read.`;
}

function mapCard(
  activity: MapActivity,
  { judgedAt }: ActivityReplay,
  span: Pick<ActivityTimeline, 'start' | 'end'>,
): Section {
  return {
    type: 'section',
    title: name(activity.map),
    mark: markOf(activity),
    blocks: [
      paragraph(statusInWords(activity, judgedAt)),
      ...stillOpen(activity),
      ...timelineBlocks(activity, judgedAt, span),
      {
        type: 'section',
        titleOn: 'page',
        title: 'Anomalies',
        count: activity.anomalies.length,
        blocks: [anomalyList(activity, 5)],
      },
    ],
  };
}

function legend(span: Pick<ActivityTimeline, 'start' | 'end'>): Block {
  return { ...paragraph(soft([spanInWords(span), `: ${stripLegend}`])), on: ['terminal', 'markdown'] };
}

const hint: Block = { ...paragraph(soft('--map NAME shows everything about one map.')), on: 'terminal' };

function mapTable(maps: readonly MapActivity[], { judgedAt }: ActivityReplay): Block {
  return {
    type: 'table',
    caption: 'Other maps',
    columns: ['Map', 'State', 'Anomalies', 'Still open'],
    noun: 'map',
    rows: maps.map((map) => ({
      cells: [
        name(map.map),
        statusInWords(map, judgedAt),
        anomaliesCounted(map) || 'none',
        openInWords(map).join(', ') || 'nothing',
      ],
    })),
  };
}
