import { isoOf } from '../../facts/instant.js';
import { stateInWords } from '../activity-in-words.js';
import { type ActivityTimeline, cellAt, cellsOf, lanesOf } from '../activity-timeline.js';
import type { PictureData } from '../document.js';
import { counted, dateInWords } from '../words.js';
import { type Content, type Markup, markup } from './markup.js';

type TimelineData = Extract<PictureData, { readonly of: 'timeline' }>;

/** The states of a map over time, wide and narrow. */
export function timelinePicture(data: TimelineData, name: string): Markup {
  return markup`${drawing(data, { name: `${name}-wide`, kind: 'wide', ...wide })}
${drawing(data, { name: `${name}-narrow`, kind: 'narrow', ...narrow })}
`;
}

const wide = { width: 960, labels: 104, mostTicks: 7 };
const narrow = { width: 328, labels: 88, mostTicks: 3 };

interface Frame {
  readonly name: string;
  readonly kind: 'wide' | 'narrow';
  readonly width: number;
  /** How much of it the names of the lanes take. */
  readonly labels: number;
  readonly mostTicks: number;
}

const laneHeight = 28;
const axisHeight = 30;

/** One lane for each state, so that no state is shown by its color alone. */
function drawing(data: TimelineData, frame: Frame): Markup {
  const { timeline: model } = data;
  const { name, kind, width } = frame;
  const states = lanesOf(model);
  const marks = marksOf(data);
  const height = (states.length + marks.length) * laneHeight + axisHeight;
  const size = markup`width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const lanes = [
    ...states.map((state, index) => lane(stateInWords[state], index, bars(model, state, index, frame), frame)),
    ...marks.map(({ label, shape, instants }, index) =>
      lane(label, states.length + index, icons(shape, instants, states.length + index, model, frame), frame),
    ),
  ];
  return markup`<svg class="picture timeline ${kind}" role="img" aria-labelledby="${name}-title ${name}-desc" ${size}>
<title id="${name}-title">States over time</title>
<desc id="${name}-desc">${inWords(model)}</desc>
${ticks(model, height - axisHeight, frame)}${lanes}</svg>`;
}

function lane(label: string, index: number, content: Content, { width }: Frame): Markup {
  const top = index * laneHeight;
  return markup`<path class="lane" d="M0 ${top + laneHeight - 0.5}H${width}"/><text x="0" y="${top + 18}">${label}</text>
${content}`;
}

/** The picture has a cell for each of its units: what is closer together is one bar. */
function bars(model: ActivityTimeline, state: keyof typeof stateInWords, index: number, frame: Frame): Content {
  const cells = frame.width - frame.labels;
  return cellsOf(model, state, cells).map(
    ({ first, last }) =>
      markup`<rect class="bar state-${state}" x="${frame.labels + first}" y="${index * laneHeight + 6}" width="${Math.max(2, last - first + 1)}" height="16" rx="2"/>
`,
  );
}

interface Marks {
  readonly label: string;
  readonly shape: 'error' | 'warning';
  readonly instants: readonly number[];
}

function marksOf({ anomalies, timeline: { errors } }: TimelineData): readonly Marks[] {
  const instants = (severity: string) =>
    anomalies.filter((anomaly) => anomaly.severity === severity).map(({ at }) => at);
  const all: readonly Marks[] = [
    { label: 'Error events', shape: 'error', instants: errors },
    { label: 'Anomalies', shape: 'error', instants: instants('error') },
    { label: 'Warnings', shape: 'warning', instants: instants('warning') },
  ];
  return all.filter((marks) => marks.instants.length > 0);
}

const iconSize = 14;

function icons(
  shape: Marks['shape'],
  instants: readonly number[],
  index: number,
  span: ActivityTimeline,
  frame: Frame,
) {
  // One for each place: a thousand on top of each other say no more.
  const places = new Set(instants.map((at) => cellAt(at, span, Math.floor((frame.width - frame.labels) / 4)) * 4));
  return [...places].map((place) => {
    const x = Math.min(frame.labels + place - iconSize / 2, frame.width - iconSize);
    return markup`<use class="is-${shape}" href="#icon-${shape}" x="${Math.max(frame.labels, x)}" y="${index * laneHeight + 7}" width="${iconSize}" height="${iconSize}"/>
`;
  });
}

const hour = 60 * 60 * 1000;
const steps = [1, 2, 3, 6, 12, 24, 48, 168, 336, 720, 2160, 8760].map((hours) => hours * hour);

/** Full hours or days in UTC. */
function ticks({ start, end }: ActivityTimeline, bottom: number, { width, labels, mostTicks }: Frame): Content {
  const last = steps.at(-1) ?? hour;
  const step =
    steps.find((one) => (end - start) / one <= mostTicks) ?? Math.ceil((end - start) / mostTicks / last) * last;
  const first = Math.ceil(start / step) * step;
  const instants = Array.from(
    { length: Math.max(0, Math.floor((end - first) / step) + 1) },
    (_, index) => first + index * step,
  );
  const shown = instants.length > 0 ? instants : [start];
  return shown.map((at) => {
    const x = Math.round(labels + (end > start ? (at - start) / (end - start) : 0) * (width - labels - 1)) + 0.5;
    const anchor = x < labels + 40 ? 'start' : x > width - 40 ? 'end' : 'middle';
    return markup`<path class="tick" d="M${x} 0V${bottom + 4}"/><text class="box-note" x="${x}" y="${bottom + 19}" text-anchor="${anchor}">${tickInWords(at, step)}</text>
`;
  });
}

/** `20 Nov 10:00`, `20 Nov`, `Nov 2026` */
function tickInWords(at: number, step: number): string {
  const [, day = '', month = '', year = '', clock = ''] =
    /^(\d+) (\w{3})\w* (\d+), ([\d:]+)/.exec(dateInWords(isoOf(at))) ?? [];
  if (step >= 720 * hour) return `${month} ${year}`;
  return step >= 24 * hour ? `${day} ${month}` : `${day} ${month} ${clock}`;
}

const mostInWords = 12;

function inWords({ stretches, errors }: ActivityTimeline): string {
  const shown = stretches.slice(-mostInWords).map(({ state, from, to }, index, all) => {
    const isLast = index === all.length - 1;
    return `${stateInWords[state]} from ${dateInWords(isoOf(from))}${isLast ? '' : ` to ${dateInWords(isoOf(to))}`}`;
  });
  const earlier = stretches.length > mostInWords ? `${counted(stretches.length - mostInWords, 'earlier state')}; ` : '';
  return `${earlier}${shown.join('; ')}.${errors.length > 0 ? ` ${counted(errors.length, 'error event')}.` : ''}`;
}
