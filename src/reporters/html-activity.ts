import type {
  ActivityAnomaly,
  ActivityReplay,
  InitialSyncCounts,
  InitialSyncExecution,
  MapActivity,
} from '../activity/index.js';
import { tool } from '../report/tool.js';
import {
  anomaliesWorstFirst,
  catchUpErrorInWords,
  countsInWords,
  eventInWords,
  executionInWords,
  leftOutInWords,
  leftToDo,
  openCatchUpErrors,
  overviewInWords,
  resultInWords,
  standingInWords,
  worstFirst,
  worstOf,
} from './activity-in-words.js';
import { visibleStart } from './escape.js';
import { activityStyle, activityStyleHash } from './html/activity-style.js';
import { icon } from './html/icons.js';
import { type Content, type Markup, markup, nameOf, sentence } from './html/markup.js';
import { page } from './html/page.js';
import { badge, longList, time } from './html/parts.js';
import { style, styleHash } from './html/style.js';
import { timeline } from './html/timeline.js';
import { counted, dateInWords, figure } from './html/words.js';

const mostMaps = 40;
const mostRows = 1_000;

/**
 * All maps of a log as a page: those with something wrong first, each with its states over time, the others in a table. One file
 * that asks nothing of the network and has no script.
 *
 * @example
 * ```ts
 * await writeFile('activity.html', htmlActivity(replayActivity(events)));
 * ```
 * @public
 */
export function htmlActivity(replay: ActivityReplay): string {
  const maps = worstFirst(replay.maps);
  const wrong = maps.filter((map) => worstOf(map) !== 'none');
  const shown = wrong.slice(0, mostMaps);
  const others = maps.filter((map) => !shown.includes(map));
  const worst = maps[0] === undefined ? 'none' : worstOf(maps[0]);
  const title = wrong.length === 0 ? 'Nothing unusual' : `${counted(wrong.length, 'map')} to look at`;
  return activityPage(
    title,
    replay,
    markup`<section class="verdict is-${standings[worst]}" aria-labelledby="verdict">
<h1 id="verdict">${icon(standings[worst])}<span>${title}</span></h1>
<p class="lead">${overviewInWords(replay)}</p>
${judged(replay)}${leftOut(replay)}</section>
<section id="anomalies" aria-labelledby="anomalies-title"><h2 id="anomalies-title">Maps to look at ${badge(wrong.length)}</h2>
${wrong.length === 0 ? markup`<p class="intro">No map has an anomaly.</p>` : undefined}
${shown.map((map, index) => mapCard(map, replay, index + 1))}</section>
<section id="others" aria-labelledby="others-title"><h2 id="others-title">Other maps ${badge(others.length)}</h2>
${mapTable(others, replay)}</section>`,
  );
}

/**
 * Everything about one map as a page: where it stands, its states over time as a picture, what is wrong, its initial syncs with
 * both directions, its catch-up errors and its log. One file that asks nothing of the network and has no script.
 *
 * @param activity - one of the maps of the replay
 * @public
 */
export function htmlMapActivity(activity: MapActivity, replay: ActivityReplay): string {
  const { map, anomalies, log } = activity;
  const standing = standings[worstOf(activity)];
  return activityPage(
    visibleStart(map, 80),
    replay,
    markup`<section class="verdict is-${standing}" aria-labelledby="verdict">
<h1 id="verdict">${icon(standing)}<span>${nameOf(map)}</span></h1>
<p class="lead">${standingInWords(activity, replay.judgedAt, dateInWords)}</p>
${judged(replay, markup`<div><dt>Events</dt><dd>${figure(log.length)}</dd></div>`)}${todo(activity)}${leftOut(replay)}</section>
<section id="timeline" aria-labelledby="timeline-title"><h2 id="timeline-title">States over time</h2>
<p class="intro">All times are UTC.</p>
${timeline(activity, replay.judgedAt, 'timeline')}</section>
<section id="anomalies" aria-labelledby="anomalies-title"><h2 id="anomalies-title">Anomalies ${badge(anomalies.length)}</h2>
${anomalies.length === 0 ? markup`<p class="intro">None.</p>` : anomalyCards(anomaliesWorstFirst(activity))}</section>
${initialSync(activity)}
${catchUp(activity)}
${activityLog(activity)}`,
  );
}

const standings = { error: 'error', warning: 'warning', none: 'passed' } as const;

function activityPage(title: string, replay: ActivityReplay, main: Markup): string {
  return page({
    title: `${title} – dual-write activity`,
    skip: 'Skip to the activity',
    header: 'Dual-write activity',
    main,
    footer: markup`<p>Made by ${tool.name} ${tool.version} from ${counted(replay.events.read, 'event')}.</p>`,
    styles: [
      { text: style, hash: styleHash },
      { text: activityStyle, hash: activityStyleHash },
    ],
  });
}

function judged({ judgedAt }: ActivityReplay, more?: Content): Markup {
  return markup`<dl class="where"><div><dt>What is open was judged as of</dt><dd>${judgedAt === null ? 'nothing: the log is empty' : time(judgedAt)}</dd></div>${more}</dl>
`;
}

function leftOut(replay: ActivityReplay): Content {
  return leftOutInWords(replay).map(
    (words) => markup`<p class="notice">${icon('inconclusive')}<span>${words}</span></p>
`,
  );
}

function todo(activity: MapActivity): Content {
  const lines = leftToDo(activity);
  if (lines.length === 0) return undefined;
  return markup`<ul class="todo">${lines.map((line) => markup`<li>${line}</li>`)}</ul>
`;
}

function mapCard(activity: MapActivity, replay: ActivityReplay, number: number): Markup {
  const standing = standings[worstOf(activity)];
  return markup`<article class="card is-${standing}" aria-labelledby="map-${number}">
<h3 id="map-${number}">${icon(standing)}<span>${nameOf(activity.map)}</span></h3>
<p>${standingInWords(activity, replay.judgedAt, dateInWords)}</p>${todo(activity)}
${timeline(activity, replay.judgedAt, `timeline-${number}`)}
<h4>Anomalies ${badge(activity.anomalies.length)}</h4>
${longList(anomaliesWorstFirst(activity).slice(0, mostRows).map(anomalyItem), 'occurrence')}</article>
`;
}

function anomalyItem({ severity, at, message, whatToDo }: ActivityAnomaly): Markup {
  return markup`<li>${icon(severity)} ${sentence(message)}<span class="advice">${time(at)}. ${whatToDo}</span></li>`;
}

function mapTable(maps: readonly MapActivity[], replay: ActivityReplay): Content {
  if (maps.length === 0) return markup`<p class="intro">None.</p>`;
  const rows = maps.slice(0, mostRows).map(
    (map) =>
      markup`<tr><th scope="row">${icon(standings[worstOf(map)])} ${nameOf(map.map)}</th><td>${standingInWords(map, replay.judgedAt, dateInWords)}</td><td>${leftToDo(map).join(', ')}</td></tr>
`,
  );
  return markup`<table class="maps"><caption>Other maps</caption><thead><tr><th scope="col">Map</th><th scope="col">State</th><th scope="col">Left to do</th></tr></thead>
<tbody>${rows}</tbody></table>${rest(maps.length, 'map')}`;
}

function anomalyCards(anomalies: readonly ActivityAnomaly[]): Content {
  return markup`${anomalies.slice(0, mostRows).map(
    ({
      severity,
      type,
      at,
      message,
      whatToDo,
    }) => markup`<article class="card is-${severity}"><h3>${icon(severity)}<span>${sentence(message)}</span></h3>
<ul class="about"><li><code>${type}</code></li><li>${severity}</li><li>${time(at)}</li></ul>
<p>${whatToDo}</p></article>
`,
  )}${rest(anomalies.length, 'occurrence')}`;
}

function initialSync({ initialSyncs }: MapActivity): Markup {
  return markup`<section id="initial-sync" aria-labelledby="initial-sync-title"><h2 id="initial-sync-title">Initial sync details ${badge(initialSyncs.length)}</h2>
${initialSyncs.length === 0 ? markup`<p class="intro">The log tells of no initial sync.</p>` : undefined}
${initialSyncs.slice(0, mostRows).map(executionCard)}${rest(initialSyncs.length, 'execution')}</section>`;
}

/** The counts, in all and by direction. */
function executionCard(execution: InitialSyncExecution): Markup {
  const { completedAt, directions, canRerun, isUnderWay, errors } = execution;
  const standing = canRerun ? 'warning' : isUnderWay || errors === null ? 'inconclusive' : 'passed';
  return markup`<article class="card is-${standing}"><h3>${icon(standing)}<span>${sentence(executionInWords(execution))}</span></h3>
<p>${resultInWords(execution)}${completedAt === null ? undefined : markup`, ${time(completedAt)}`}</p>
${directions.map(directionPart)}</article>
`;
}

/** One direction, and behind it the errors that the log gives. */
function directionPart(direction: InitialSyncCounts): Markup {
  const { errors, topErrors } = direction;
  if (errors === 0) return markup`<p>${countsInWords(direction)}</p>`;
  const items = topErrors
    .slice(0, mostRows)
    .map(
      ({ message, recordId }) =>
        markup`<li>${sentence(message)}${recordId === undefined ? undefined : markup`<span class="advice">record <code>${nameOf(recordId)}</code></span>`}</li>`,
    );
  return markup`<details class="words" open><summary><span>${countsInWords(direction)}</span></summary>
${items.length === 0 ? markup`<p>The log gives no messages.</p>` : longList(items, 'error')}</details>
`;
}

function catchUp(activity: MapActivity): Markup {
  const { catchUpErrors } = activity;
  const items = catchUpErrors.slice(0, mostRows).map((error) => {
    const standing = error.retryStatus === 'completed' ? 'passed' : error.isPurged ? 'error' : 'warning';
    return markup`<li>${icon(standing)} ${sentence(catchUpErrorInWords(error, dateInWords))}</li>`;
  });
  const intro =
    catchUpErrors.length === 0
      ? 'None.'
      : `${counted(openCatchUpErrors(activity).length, 'record')} without a successful retry. Each is kept for a day.`;
  return markup`<section id="catch-up-errors" aria-labelledby="catch-up-errors-title"><h2 id="catch-up-errors-title">Catch-up errors ${badge(catchUpErrors.length)}</h2>
<p class="intro">${intro}</p>
${items.length === 0 ? undefined : longList(items, 'catch-up error')}${rest(catchUpErrors.length, 'catch-up error')}</section>`;
}

function activityLog({ log }: MapActivity): Markup {
  const rows = log.slice(-mostRows).map(
    (event) =>
      markup`<li>${time(event.at)}<span>${event.type === 'error' ? icon('error') : undefined}${sentence(eventInWords(event))}</span></li>
`,
  );
  const left = log.length > mostRows ? `The last ${figure(mostRows)} of ${counted(log.length, 'event')}. ` : '';
  return markup`<section id="log" aria-labelledby="log-title"><h2 id="log-title">Activity log ${badge(log.length)}</h2>
<p class="intro">${left}The oldest event comes first.</p>
<ol class="log">${rows}</ol></section>`;
}

function rest(total: number, noun: string): Content {
  if (total <= mostRows) return undefined;
  return markup`<p class="intro">… and ${counted(total - mostRows, `more ${noun}`)}.</p>`;
}
