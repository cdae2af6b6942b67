import { describe, expect, test } from 'vitest';
import { type MapActivity, replayActivity } from '../../src/activity/index.js';
import { activityDocument } from '../../src/reporters/documents/activity-document.js';
import { mapActivityDocument } from '../../src/reporters/documents/map-activity-document.js';
import { toHtml } from '../../src/reporters/to-html.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { textsOf } from '../support/document-texts.js';
import { hostileTexts } from '../support/hostile-report.js';
import { activityWith, sampleActivity } from '../support/sample-activity.js';

const replay = sampleActivity();
const mapNamed = (start: string): MapActivity => {
  const found = replay.maps.find(({ map }) => map.startsWith(start));
  if (found === undefined) throw new Error(`no map ${start}`);
  return found;
};

test('the overview: what is wrong comes first, and nothing is left out', () => {
  const { pretty, markdown, page } = textsOf(activityDocument(replay));
  for (const text of [pretty, markdown, page]) {
    const names = ['Sales order headers', 'Vendors V2', 'Customers V3', 'CDS Parties'];
    const places = names.map((name) => text.indexOf(name));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(text).toContain('4 maps: 2 with errors, 1 with warnings, 1 with neither. 33 events read.');
    expect(text).toContain('Paused for 24 hours or more: changes are blocked until it is resumed');
    expect(text).toContain('long-pause');
    expect(text).toContain('Still open: 2 catch-up errors.');
  }
  expect(pretty).toContain('= paused');
  expect(markdown).toContain('Paused since 2026-11-19 08:00:00 UTC (1 day 2 hours)');
  expect(page).toContain('Paused since November 19, 2026, 08:00 UTC (1 day 2 hours)');
});

test('on a terminal', () => {
  const log = [
    { map: 'Customers V3', type: 'run', at: '2026-11-16T08:00:00Z', skipInitialSync: true },
    { map: 'Customers V3', type: 'paused', at: '2026-11-18T08:00:00Z' },
    { map: 'Vendors V2', type: 'run', at: '2026-11-16T08:00:00Z', skipInitialSync: true },
    { map: 'Vendors V2' },
  ];
  const text = toPretty(activityDocument(replayActivity(log, { now: '2026-11-19T08:00:00Z' })), { width: 60 });
  expect(text).toMatchInlineSnapshot(`
    "1 MAP NEEDS ATTENTION
    2 maps: 1 with errors, 0 with warnings, 1 with neither. 3 events read.
    Open items judged as of: 2026-11-19 08:00:00 UTC
    ? 1 record of the log could not be read, so something may be missing here.
      • record 4: type: expected one of: map-created, field-mappings-updated, run, initial-sync-started, initial-sync-completed, paused, queue-measured, resumed, catch-up-started, catch-up-completed, stopped, observed, error

    MAPS THAT NEED ATTENTION 1
    ✖ Customers V3
        Paused since 2026-11-18 08:00:00 UTC (1 day)
        ·████████████████████████████████████===================
        ✖ Paused for 24 hours or more: changes are blocked until it is resumed  long-pause, 2026-11-19 08:00:00 UTC
          • Resume the map as soon as both sides work: it does not resume automatically, and at a limit, users can no longer save.

    From 2026-11-16 08:00:00 UTC to 2026-11-19 08:00:00 UTC: █ running, = paused, ░ initializing, ▓ resuming, · not running or stopped

    OTHER MAPS 1
      Map         State                    Anomalies  Still open
      Vendors V2  Running since            none       nothing
                  2026-11-16 08:00:00 UTC
                  (3 days)

    dual-write-health activity FILE --map NAME shows everything about one map.
    "
  `);
});

test('one map: everything is there', () => {
  const customers = mapNamed('Customers');
  const { pretty, markdown, page } = textsOf(mapActivityDocument(customers, replay));
  for (const text of [pretty, markdown]) {
    for (const part of [
      'Running since 2026-11-19 18:35:00 UTC (15 hours 25 minutes)',
      'Initializing  ███',
      'kept until 2026-11-20 17:12:00 UTC',
    ]) {
      expect(text).toContain(part);
    }
  }
  for (const text of [pretty, markdown, page]) {
    for (const part of [
      'large-queue',
      'C-2, legal entity DEMF',
      'Completed with 2,015 records and 0 errors, run 2 times',
      'Dataverse to finance and operations, 310 records and 0 errors',
      'q-1: Customer US-042',
      'q-2: Unable to lookup',
      'not retried',
      'retry completed',
      'Field mappings updated: version 1.0.0.6; publisher contoso',
      'Error: Initial sync of DEMF ended with errors.; a log can be downloaded',
      'Queue measured: 28,050 records queued; 841.5 MB queued',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('sig=');
  }
});

test('errors by direction with their texts, and that it can be run again', () => {
  const failed = activityWith('text of the error');
  const text = toPretty(mapActivityDocument(failed.activity, failed.replay));
  expect(text).toContain('Completed with 2 records and 1 error, can be run again');
  expect(text).toMatch(/Finance and operations to Dataverse, 2 records and 1 error\n {6}• text of the error/);
  expect(text).toContain('1 record of the log could not be read, so something may be missing here.');
  expect(text).toContain('record 12: type: expected one of');
});

describe('a long log', () => {
  const events = Array.from({ length: 5_000 }, (_, index) => ({
    map: 'm',
    type: index % 2 === 0 ? 'error' : 'paused',
    at: new Date(1_763_000_000_000 + index * 60_000).toISOString(),
    message: 'x'.repeat(900),
  }));
  const long = replayActivity(events);
  const [activity] = long.maps;
  const oneMap = mapActivityDocument(activity as MapActivity, long);
  test.each([
    ['pretty', () => toPretty(oneMap), 60_000],
    ['markdown', () => toMarkdown(oneMap, { most: 20 }), 65_536],
    ['html', () => toHtml(oneMap), 9_000_000],
    ['overview, pretty', () => toPretty(activityDocument(long)), 60_000],
    ['overview, html', () => toHtml(activityDocument(long)), 4_000_000],
  ])('%s stays readable, and says what it leaves out', (_, print, most) => {
    const text = print();
    expect(text.length).toBeLessThan(most);
    // What is worst is never among what is left out.
    expect(text).toContain('aused for 24 hours or more');
    if (most < 1_000_000) expect(text).toMatch(/[1-9][\d,]* more/);
  });

  test('more maps than a page has room to draw are in its table', () => {
    const many = replayActivity(
      Array.from({ length: 100 }, (_, index) => [
        { map: `map ${index}`, type: 'run', at: '2026-11-01T00:00:00Z', skipInitialSync: true },
        { map: `map ${index}`, type: 'paused', at: '2026-11-02T00:00:00Z' },
      ]).flat(),
      { now: '2026-11-04T00:00:00Z' },
    );
    const text = toHtml(activityDocument(many));
    expect(text.match(/<svg class="picture timeline wide"/g)).toHaveLength(40);
    expect(text.match(/<td data-column="Anomalies">1 error<\/td>/g)).toHaveLength(60);
    const cut = '… and 60 more maps that need attention are in the table below, first.';
    for (const shown of Object.values(textsOf(activityDocument(many)))) expect(shown).toContain(cut);
    expect(toPretty(activityDocument(many))).toMatch(/OTHER MAPS 60\n.*\n +✖ map /);
  });
});

test.each([
  ['nothing at all', [], 'The log is empty'],
  ['nothing that can be read', [{}], 'Nothing unusual in what could be read'],
  ['nothing unusual', [{ map: 'm', type: 'map-created', at: '2026-11-01T00:00:00Z' }], 'Nothing unusual'],
])('%s', (_, events, heading) => {
  const document = activityDocument(replayActivity(events));
  expect(document.heading).toBe(heading);
  for (const text of Object.values(textsOf(document))) expect(text.toLowerCase()).toContain(heading.toLowerCase());
});

test('one map: a record that could not be read may be one of it', () => {
  const created = { map: 'm', type: 'map-created', at: '2026-11-01T00:00:00Z' };
  const [whole, torn] = [replayActivity([created]), replayActivity([created, { map: 'm' }])];
  const shown = [whole, torn].map((one) => mapActivityDocument(one.maps[0] as MapActivity, one));
  expect(shown.map(({ heading, mark }) => [heading, mark])).toEqual([
    ['Nothing unusual', 'passed'],
    ['Nothing unusual in what could be read', 'inconclusive'],
  ]);
});

describe('hostile text', () => {
  const plain = activityWith('plain');
  const documents = {
    'one map': ({ activity, replay: whole }: typeof plain) => mapActivityDocument(activity, whole),
    'all maps': ({ replay: whole }: typeof plain) => activityDocument(whole),
  };
  describe.each(Object.entries(documents))('%s', (_, make) => {
    test.each(Object.entries(hostileTexts).filter(([, text]) => text.trim() !== ''))('%s stays text', (_, text) => {
      const document = make(activityWith(text));
      const pretty = toPretty(document);
      expect(pretty).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      expect(pretty.split('\n').length).toBe(toPretty(make(plain)).split('\n').length);
      const markdown = toMarkdown(document);
      expect(markdown.split('\n').length).toBe(toMarkdown(make(plain)).split('\n').length);
      expect(markdown.replace(/\\.|`[^`]*`/g, '')).not.toMatch(/<script|\]\(|\*\*x/);
    });
  });
});
