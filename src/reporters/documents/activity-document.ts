import type { ReplayedActivity, ReplayedMap } from '../../activity/index.js';
import { isoOf } from '../../facts/instant.js';
import { statusInWords } from '../activity-in-words.js';
import { type ActivityTimeline, type Span, timelineOf } from '../activity-timeline.js';
import { fields, inText, on, paragraph, section, table, when } from '../blocks.js';
import type { Block, DocumentModel, Inline, Mark, Section } from '../document.js';
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
} from './activity-parts.js';
import { type MapView, mapViewOf, mostShown } from './map-view.js';

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
export function activityDocument(replay: ReplayedActivity): DocumentModel {
  const { judgedAt } = replay;
  const { worst, others, marks } = sortOut(replay.maps, judgedAt);
  const wrong = marks.error + marks.warning;
  const { heading, mark } = verdictOf(replay, marks);
  const drawn = worst.map((view) => ({ view, timeline: timelineOf(view.replayed, judgedAt) }));
  const span = spanOf(drawn.map(({ timeline }) => timeline));
  const shown = drawn.map((one) => mapCard(one, judgedAt, span));
  const maps = wrong + marks.passed;
  return {
    title: `${heading} – dual-write activity`,
    header: 'Dual-write activity',
    noun: 'activity',
    heading,
    mark,
    summary: [
      paragraph(overview(marks, replay), 'lead'),
      ...when(judgedAt !== null, () => fields(judged(replay))),
      ...leftOut(replay),
    ],
    blocks: [
      section('Maps that need attention', shown.length === 0 ? [paragraph('No map has an anomaly.', 'intro')] : shown, {
        id: 'anomalies',
        count: wrong,
      }),
      ...when(wrong > shown.length, () => paragraph(cutInWords(wrong - shown.length), 'intro')),
      ...when(shown.length > 0, () => legend(span)),
      section(
        'Other maps',
        [others.length === 0 ? paragraph('None.', 'intro') : mapTable(others, maps - shown.length)],
        {
          id: 'others',
          count: maps - shown.length,
        },
      ),
      ...when(maps > 0, () =>
        on(
          'terminal',
          paragraph(soft([code('dual-write-health activity FILE --map NAME'), ' shows everything about one map.'])),
        ),
      ),
    ],
    footer: [madeFrom(replay)],
  };
}

type Counts = Readonly<Record<'error' | 'warning' | 'passed', number>>;

/** The maps that have a card and the rows of the others, those with errors first; otherwise in their order. */
function sortOut(maps: Iterable<ReplayedMap>, judgedAt: string | null) {
  const views: Record<keyof Counts, MapView[]> = { error: [], warning: [], passed: [] };
  const rows: Record<keyof Counts, (readonly Inline[])[]> = { error: [], warning: [], passed: [] };
  const marks = { error: 0, warning: 0, passed: 0 };
  for (const map of maps) {
    const view = mapViewOf(map, mostOnCard);
    const mark = markOf(view);
    marks[mark] += 1;
    if (mark !== 'passed' && views[mark].length < mostPictures) views[mark].push(view);
    else if (rows[mark].length < mostShown) rows[mark].push(rowOf(view, judgedAt));
  }
  const worst = [...views.error, ...views.warning];
  const behind = worst.slice(mostPictures).map((view) => rowOf(view, judgedAt));
  // Where there are rows of errors, all cards are about errors.
  const others = [...rows.error, ...behind, ...rows.warning, ...rows.passed].slice(0, mostShown);
  return { worst: worst.slice(0, mostPictures), others, marks };
}

/** The maps that need attention and have no card here. */
function cutInWords(left: number): string {
  return `… and ${moreOf(left, 'map')} that ${left === 1 ? 'needs attention is' : 'need attention are'} in the table below, first.`;
}

/** A page with more of them is slow to open; the other maps are in the table. */
const mostPictures = 40;
/** Anomalies and states: the page of one map has more. */
const mostOnCard = 200;

function verdictOf(
  { events: { read, unreadable }, lacks = [] }: ReplayedActivity,
  marks: Counts,
): { readonly heading: string; readonly mark: Mark } {
  const wrong = marks.error + marks.warning;
  if (wrong > 0) {
    const heading = `${countedDo(wrong, 'map', 'needs', 'need')} attention`;
    return { heading, mark: marks.error > 0 ? 'error' : 'warning' };
  }
  if (unreadable + lacks.length > 0) return { heading: 'Nothing unusual in what could be read', mark: 'inconclusive' };
  return read === 0
    ? { heading: 'The log is empty', mark: 'inconclusive' }
    : { heading: 'Nothing unusual', mark: 'passed' };
}

function overview({ error, warning, passed }: Counts, { events }: ReplayedActivity): string {
  const counts = `${figure(error)} with errors, ${figure(warning)} with warnings, ${figure(passed)} with neither`;
  return `${counted(error + warning + passed, 'map')}: ${counts}. ${counted(events.read, 'event')} read.`;
}

function mapCard(
  { view, timeline }: { readonly view: MapView; readonly timeline: ActivityTimeline },
  judgedAt: string | null,
  span: Span,
): Section {
  const { replayed, since, anomalies } = view;
  const blocks = [
    paragraph(statusInWords(replayed.state, since, judgedAt)),
    ...stillOpen(view),
    ...timelineBlocks(view, timeline, { most: mostOnCard, span }),
    section('Anomalies', [anomalyList(view, 5)], { titleOn: 'page', count: anomalies.errors + anomalies.warnings }),
  ];
  return section(name(replayed.map), blocks, { mark: markOf(view) });
}

function legend({ start, end }: Span): Block {
  const [from, to] = [time(isoOf(start)), time(isoOf(end))];
  return inText(paragraph(soft(['From ', from, ' to ', to, `: ${stripLegend}`])));
}

function rowOf(view: MapView, judgedAt: string | null): readonly Inline[] {
  const { replayed, since, open } = view;
  return [
    [...when(markOf(view) !== 'passed', () => [sign(markOf(view)), ' ']), name(replayed.map)],
    statusInWords(replayed.state, since, judgedAt),
    anomaliesCounted(view) || 'none',
    open.join(', ') || 'nothing',
  ];
}

function mapTable(rows: readonly (readonly Inline[])[], all: number): Block {
  const columns = ['Map', 'State', 'Anomalies', 'Still open'];
  return table('Other maps', columns, rows, { noun: 'map', left: all - rows.length });
}
