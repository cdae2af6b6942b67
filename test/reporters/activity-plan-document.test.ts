import { describe, expect, test } from 'vitest';
import { type ActivityAction, type ActivityPlan, planActivityAction } from '../../src/activity/index.js';
import { activityPlanDocument } from '../../src/reporters/documents/activity-plan-document.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { textsOf } from '../support/document-texts.js';
import { hostileTexts } from '../support/hostile-report.js';
import { activityWith, sampleActivity } from '../support/sample-activity.js';

const { activity } = activityWith('no currency');
const plan = (action: ActivityAction) => planActivityAction(activity, action);

test.each<[string, ActivityPlan, readonly string[]]>([
  [
    'an initial sync',
    plan({ type: 'rerun-initial-sync', records: 'all' }),
    ['Run the initial sync again (possible)', 'Run again: no currency, legal entity no currency, all records'],
  ],
  [
    'an initial sync without what failed',
    plan({ type: 'rerun-initial-sync', records: 'without-errors' }),
    ['legal entity no currency, only records that are new since'],
  ],
  [
    'catch-up errors',
    plan({ type: 'retry-catch-up-errors', recordIds: 'all' }),
    [
      'Retry catch-up errors (possible in part)',
      '2 records cannot be retried.',
      'Retry record 2 no currency',
      'Already retried successfully (1 record): 0 no currency',
      'Already purged (1 record): 1 no currency',
      'What to do: Change the row again',
    ],
  ],
  [
    'records that are not there',
    plan({ type: 'retry-catch-up-errors', recordIds: ['x', 'x'] }),
    ['Retry catch-up errors (not possible now)', 'Not in the log of this map (2 records): x', 'What to do'],
  ],
  [
    'a log',
    plan({ type: 'download-error-log' }),
    ['Download an error log (possible)', 'Download the log of the error', 'It may hold business data.'],
  ],
  [
    'a state that does not allow it',
    planActivityAction(sampleActivity().maps[3] ?? activity, { type: 'rerun-initial-sync', records: 'all' }),
    ['Run the initial sync again (not possible now)', 'The state of the map allows: ', 'Run the map, which resumes it'],
  ],
])('%s', (_, planned, parts) => {
  for (const text of Object.values(textsOf(activityPlanDocument(planned)))) {
    const words = text
      .toLowerCase()
      .replace(/\s+/g, ' ')
      .replace(/ (?=[,.])/g, '');
    expect(words).toContain('this is only a plan: nothing has been sent.');
    for (const part of parts) expect(words).toContain(part.toLowerCase());
  }
});

test('on a terminal', () => {
  const planned = plan({ type: 'retry-catch-up-errors', recordIds: 'all' });
  expect(toPretty(activityPlanDocument(planned))).toMatchInlineSnapshot(`
    "RETRY CATCH-UP ERRORS (POSSIBLE IN PART)  m no currency
    Retries 1 catch-up error, one after the other. 2 records cannot be retried. First fix the problems that their messages describe.
    This is only a plan: nothing has been sent.

    REQUESTS 1
      • Retry record 2 no currency

    NOT RETRIED 2
      • Already retried successfully (1 record): 0 no currency
        • What to do: Nothing: an earlier retry has written it.
      • Already purged (1 record): 1 no currency
        • What to do: Change the row again, or run an initial sync: catch-up errors are kept for one day, and this one has been deleted.
    "
  `);
});

test('the reference of a log, which may hold a key, is not shown', () => {
  const secret = activityWith('sig=secret');
  const planned = planActivityAction({ ...secret.activity, map: 'm' }, { type: 'download-error-log' });
  expect(planned.requests).toHaveLength(1);
  for (const text of Object.values(textsOf(activityPlanDocument(planned)))) expect(text).not.toContain('secret');
});

test('very many records', () => {
  const recordIds = Array.from({ length: 20_000 }, (_, index) => `record ${index}`);
  const document = activityPlanDocument(plan({ type: 'retry-catch-up-errors', recordIds }));
  expect(toPretty(document)).toContain('… and 19,990 more records');
  expect(toPretty(document).length).toBeLessThan(5_000);
  expect(toMarkdown(document).length).toBeLessThan(5_000);
});

describe('hostile text', () => {
  test.each(Object.entries(hostileTexts))('%s stays text', (_, text) => {
    const hostile = (word: string) =>
      activityPlanDocument({
        map: word,
        action: 'retry-catch-up-errors',
        summary: word,
        requests: [{ id: word, map: word, type: 'retry-catch-up-error', recordId: word }],
        refused: [{ type: 'duplicate', recordId: word, whatToDo: word }],
        verdict: 'obstructed',
        fault: { type: 'nothing-to-retry', because: word, map: word, whatToDo: word },
      });
    const [pretty, markdown] = [toPretty(hostile(text)), toMarkdown(hostile(text))];
    expect(pretty).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    expect(pretty.split('\n').length).toBe(toPretty(hostile('plain')).split('\n').length);
    expect(markdown.split('\n').length).toBe(toMarkdown(hostile('plain')).split('\n').length);
    expect(pretty.length + markdown.length).toBeLessThan(40_000);
  });
});
