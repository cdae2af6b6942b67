import type { ActivityPlan, ActivityRequest, CatchUpRefusal } from '../../activity/index.js';
import { groupsBy } from '../../facts/groups-by.js';
import { tool } from '../../report/tool.js';
import { executionInWords } from '../activity-in-words.js';
import {
  type Block,
  code,
  type Document,
  type Inline,
  type Item,
  items,
  list,
  type Mark,
  name,
  paragraph,
  strong,
  when,
} from '../document.js';
import { counted } from '../words.js';

/**
 * What an action on a map would do, before anything is sent: whether it is possible, the requests, and the catch-up errors that are
 * not retried.
 *
 * @example
 * ```ts
 * const text = toPretty(activityPlanDocument(planActivityAction(activity, action)));
 * ```
 * @public
 */
export function activityPlanDocument(plan: ActivityPlan): Document {
  const { action, map, summary, requests, refused, verdict } = plan;
  const heading = actionInWords[action];
  return {
    title: `${heading} – ${map}`,
    header: 'Plan for a table map',
    noun: 'plan',
    heading: `${heading} (${verdictInWords[verdict]})`,
    subject: name(map),
    mark: marks[verdict],
    summary: [paragraph(summary, 'lead'), paragraph('This is only a plan: nothing has been sent.')],
    blocks: [
      ...(plan.verdict === 'obstructed' ? [obstacle(plan.fault)] : []),
      ...when(
        requests.length > 0,
        (): Block => ({
          type: 'section',
          title: 'Requests',
          count: requests.length,
          blocks: [list(requests.map(requestInWords), 'request', { most: 50 })],
        }),
      ),
      ...when(
        refused.length > 0,
        (): Block => ({
          type: 'section',
          title: 'Not retried',
          count: refused.length,
          blocks: [list([...groupsBy(refused, ({ type }) => type).values()].map(refusedItem), 'reason')],
        }),
      ),
    ],
    footer: [`Made by ${tool.name} ${tool.version}.`],
  };
}

const actionInWords: Readonly<Record<ActivityPlan['action'], string>> = {
  'rerun-initial-sync': 'Run the initial sync again',
  'retry-catch-up-errors': 'Retry catch-up errors',
  'download-error-log': 'Download an error log',
};

const verdictInWords = { clear: 'possible', partial: 'possible in part', obstructed: 'not possible now' } as const;
const marks = { clear: 'passed', partial: 'warning', obstructed: 'error' } as const satisfies Record<string, Mark>;

type Obstructed = Extract<ActivityPlan, { readonly verdict: 'obstructed' }>;

function obstacle(fault: Obstructed['fault']): Block {
  const allowed =
    fault.type !== 'not-allowed-in-state'
      ? []
      : [`The state of the map allows: ${fault.allowed.length === 0 ? 'no action' : fault.allowed.join(', ')}.`];
  return {
    type: 'section',
    title: 'What to do',
    blocks: [paragraph(fault.whatToDo), ...allowed.map((text) => paragraph(text))],
  };
}

/** Where a log is kept is not for show: it may hold a key. */
function requestInWords(request: ActivityRequest): Inline {
  switch (request.type) {
    case 'rerun-initial-sync':
      return [
        'Run again: ',
        executionInWords(request),
        request.records === 'all' ? ', all records' : ', only records that are new since',
      ];
    case 'retry-catch-up-error':
      return ['Retry record ', code(request.recordId)];
    case 'download-error-log':
      return 'Download the log of the error';
  }
}

const refusalInWords: Readonly<Record<CatchUpRefusal['type'], string>> = {
  'already-purged': 'Already purged',
  'already-completed': 'Already retried successfully',
  'being-retried': 'Being retried now',
  'unknown-record': 'Not in the log of this map',
  duplicate: 'Selected more than once',
};

function refusedItem([first, ...others]: readonly [CatchUpRefusal, ...CatchUpRefusal[]]): Item {
  const ids = [first, ...others].map(({ recordId }) => code(recordId));
  return {
    text: [`${refusalInWords[first.type]} (${counted(ids.length, 'record')}): `, items(ids, 'record')],
    items: [{ text: [strong('What to do:'), ` ${first.whatToDo}`] }],
  };
}
