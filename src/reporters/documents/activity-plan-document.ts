import type { ActivityPlan, ActivityRequest, CatchUpRefusal } from '../../activity/index.js';
import { tool } from '../../report/tool.js';
import { executionInWords } from '../activity-in-words.js';
import { list, listSection, paragraph, section, when } from '../blocks.js';
import type { Block, DocumentModel, Inline, Mark } from '../document.js';
import { code, name } from '../inlines.js';
import { refusalItems } from './what-to-do.js';

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
export function activityPlanDocument(plan: ActivityPlan): DocumentModel {
  const { action, map, summary, requests, refused, verdict } = plan;
  const heading = actionInWords[action];
  const left = refused.map(({ recordId, ...refusal }) => ({ ...refusal, id: recordId }));
  const reasons = refusalItems(left, refusalInWords, 'record');
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
      ...listSection('Requests', requests.map(requestInWords), 'request', { most: 50 }),
      ...when(reasons.length > 0, () => section('Not retried', [list(reasons, 'reason')], { count: refused.length })),
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

function obstacle(fault: Extract<ActivityPlan, { readonly verdict: 'obstructed' }>['fault']): Block {
  const blocks = [paragraph(fault.whatToDo)];
  if (fault.type === 'not-allowed-in-state')
    blocks.push(paragraph(`The state of the map allows: ${fault.allowed.join(', ') || 'no action'}.`));
  return section('What to do', blocks);
}

/** Where a log is kept is not for show: it may hold a key. */
function requestInWords(request: ActivityRequest): Inline {
  switch (request.type) {
    case 'rerun-initial-sync': {
      const records = request.records === 'all' ? 'all records' : 'only records that are new since';
      return ['Run again: ', executionInWords(request), `, ${records}`];
    }
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
