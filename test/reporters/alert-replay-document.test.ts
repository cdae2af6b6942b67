import { describe, expect, test } from 'vitest';
import type { AlertReplay, AlertSetting, SyncErrorEvent } from '../../src/alerts/index.js';
import { alertReplayDocument } from '../../src/reporters/documents/alert-replay-document.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { replayOf } from '../alerts/setting.js';
import { textsOf } from '../support/document-texts.js';
import { hostileTexts } from '../support/hostile-report.js';

const setting = (name: string, more: Partial<AlertSetting> = {}): AlertSetting => ({
  name,
  enabled: true,
  errorTypes: ['application'],
  threshold: 2,
  window: { length: 15, unit: 'minutes' },
  action: 'pause',
  recipients: [],
  ...more,
});
const events = (...minutes: readonly number[]): readonly SyncErrorEvent[] =>
  minutes.map((minute) => ({ type: 'application', at: new Date(Date.UTC(2026, 10, 20, 10, minute)).toISOString() }));
const settings = [setting('Maintenance'), setting('Unreachable', { errorTypes: ['503'], action: 'none' })];

test.each<[string, Parameters<typeof alertReplayDocument>[0], string, string, readonly RegExp[]]>([
  [
    'an alert that would have fired',
    replayOf(settings, events(0, 5)),
    '1 of 2 alerts would have fired, 1 time in total',
    'warning',
    [
      /2 events were judged\./,
      /Maintenance[ |]+1[ |]+\S.*10:05.*pause[ |]+2[ |]+2 \(/,
      /Unreachable[ |]+0[ |]+–[ |]+–[ |]+none[ |]+2[ |]+none/,
    ],
  ],
  ['none', replayOf(settings, events(0, 50)), 'None of 2 alerts would have fired', 'passed', [/2 events were judged/]],
  [
    'none, but an event came late',
    replayOf(settings, events(9, 4)),
    'None of 2 alerts would have fired for the events that could be judged',
    'inconclusive',
    [/1 event was judged\./, /1 event arrived too late to be judged: allow more lateness/],
  ],
  [
    'none, but a line could not be read',
    {
      ...replayOf(settings, events(1)),
      corrupt: { count: 1, lines: [{ type: 'invalid-json', line: 3, because: 'it is not JSON', text: '{' }] },
    },
    'None of 2 alerts would have fired for the events that could be judged',
    'inconclusive',
    [/1 line could not be read and is not counted\./, /line 3: it is not JSON/],
  ],
  [
    'none, but some settings were not seen',
    { ...replayOf(settings, events(1)), lacks: [{ what: 'alert-settings', reason: 'partial', detail: '1 of 3' }] },
    'None of 2 alerts would have fired, but there may be other alerts',
    'inconclusive',
    [/The alert settings: Partial: only a part of it was seen.*\(1 of 3\)/],
  ],
  [
    'settings that are not known',
    { ...replayOf([], events(1)), lacks: [{ what: 'alert-settings', reason: 'not-permitted' }] },
    'The alert settings are not known',
    'inconclusive',
    [/The alert settings: Not permitted/],
  ],
  [
    'rows without a known type',
    { ...replayOf(settings, events(1)), lacks: [{ what: 'error-types', rows: 3 }] },
    'None of 2 alerts would have fired for the events that could be judged',
    'inconclusive',
    [/3 sync errors have no known error type and are not counted/],
  ],
  [
    'one page of several',
    { ...replayOf(settings, []), lacks: [{ what: 'events' }] },
    'No event was judged',
    'inconclusive',
    [/a part of a list: the other pages were not read/],
  ],
  [
    'a record of a list that could not be read',
    {
      ...replayOf(settings, events(1)),
      corrupt: { unit: 'record', count: 1, lines: [{ type: 'malformed', line: 2, because: 'no type', text: '{}' }] },
    },
    'None of 2 alerts would have fired for the events that could be judged',
    'inconclusive',
    [/1 record could not be read and is not counted\./, /record 2: no type/],
  ],
  ['no event', replayOf(settings, []), 'There are no events', 'not-applicable', [/0 events were judged/]],
  ['no setting', replayOf([], events(1)), 'There are no alert settings', 'not-applicable', []],
  [
    'a setting that is off',
    replayOf([setting('Off', { enabled: false })], events(1, 2)),
    'None of 1 alert would have fired',
    'passed',
    [/Off[ |]+off[ |]+–[ |]+–[ |]+pause[ |]+2[ |]+2 \(/],
  ],
])('%s', (_, replay, heading, mark, parts) => {
  const document = alertReplayDocument(replay);
  expect(document).toMatchObject({ heading, mark });
  for (const text of Object.values(textsOf(document))) {
    expect(text.toLowerCase()).toContain(heading.toLowerCase());
    for (const part of parts) expect(text).toMatch(part);
  }
});

test('on a terminal', () => {
  expect(toPretty(alertReplayDocument(replayOf(settings, events(0, 5))))).toMatchInlineSnapshot(`
    "1 OF 2 ALERTS WOULD HAVE FIRED, 1 TIME IN TOTAL
    2 events were judged.

    Alert        Fired  First                    Last                     Action  Threshold  Highest count in one window
    Maintenance  1      2026-11-20 10:05:00 UTC  2026-11-20 10:05:00 UTC  pause   2          2 (2026-11-20 10:05:00 UTC)
    Unreachable  0      –                        –                        none    2          none
    "
  `);
});

test('very many alerts', () => {
  const document = alertReplayDocument(
    replayOf(
      Array.from({ length: 1_000 }, (_, index) => setting(`alert ${index}`)),
      events(1),
    ),
  );
  expect(toPretty(document)).toContain('… and 950 more alerts');
  expect(toMarkdown(document, { most: 10 })).toContain('… and 990 more alerts');
});

describe('hostile text', () => {
  const documentWith = (text: string) => {
    const replay: AlertReplay = replayOf([setting('plain')], events(0, 1));
    return alertReplayDocument({
      ...replay,
      alerts: replay.alerts.map((alert) => ({ ...alert, name: text })),
      lacks: [{ what: 'alert-settings', reason: 'partial', detail: text }],
      corrupt: { count: 1, lines: [{ type: 'malformed', line: 1, because: text, text }] },
    });
  };
  test.each(Object.entries(hostileTexts))('%s stays text', (_, text) => {
    const [pretty, markdown] = [toPretty(documentWith(text)), toMarkdown(documentWith(text))];
    expect(pretty).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    expect(pretty.split('\n').length).toBe(toPretty(documentWith('plain')).split('\n').length);
    expect(markdown.split('\n').length).toBe(toMarkdown(documentWith('plain')).split('\n').length);
    expect(markdown.replace(/\\.|`[^`]*`/g, '')).not.toMatch(/<script|javascript:|@evil/);
  });
});
