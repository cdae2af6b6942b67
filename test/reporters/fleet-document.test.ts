import { describe, expect, test } from 'vitest';
import {
  baselineOf,
  checkFleet,
  evaluateSnapshot,
  fleetOf,
  type HealthReport,
  known,
  snapshotAdapter,
  snapshotOf,
} from '../../src/index.js';
import { fleetDocument } from '../../src/reporters/documents/fleet-document.js';
import { toHtml } from '../../src/reporters/to-html.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { make } from '../support/facts.js';
import { hostileReport, reportWithEverything, sampleSnapshot } from '../support/hostile-report.js';
import { wordsOf } from '../support/words-of.js';

const takenAt = '2026-11-20T10:00:00Z';
const partial = {
  link: known(make.link()),
  companies: known([make.company({ defaultOwningTeamId: null })], { coverage: 'partial' }),
};
const snapshot = snapshotOf('half seen', partial, { takenAt });
const only = ['DWDVEV1007'];
const failing = evaluateSnapshot(snapshotOf('broken', partial, { takenAt }), { only });
const halfSeen = evaluateSnapshot(snapshot, { only, baseline: baselineOf(evaluateSnapshot(snapshot, { only })) });
const gone = { environment: { name: 'gone' }, type: 'unreadable', because: 'cannot be read' };

test('one line for each environment, the worst first, and what failed where', () => {
  expect(halfSeen.health).toBe('unknown');
  expect(toPretty(fleetDocument(fleetOf([halfSeen, failing], [gone])))).toMatchInlineSnapshot(`
    "UNHEALTHY  1 of 3 environments
    0 healthy, 1 unhealthy, 1 unknown, and 1 not read.

    Environment                         Health     Failed or not known
    broken, 2026-11-20 10:00:00 UTC     Unhealthy  ✖ DWDVEV1007; ? DWDVEV1007
    gone                                Not read   cannot be read
    half seen, 2026-11-20 10:00:00 UTC  Unknown    ? DWDVEV1007

    BY RULE
      Rule                                    Failed in  Not known in
      DWDVEV1007 Default owning team missing  1          2
    "
  `);
});

test('what to do about an environment that was not read', () => {
  const refused = { ...gone, whatToDo: 'Sign in again.' };
  expect(toPretty(fleetDocument(fleetOf([], [refused])))).toContain('cannot be read. What to do: Sign in again.');
});

test.each<[string, readonly HealthReport[], number, string]>([
  ['nothing', [], 0, 'UNKNOWN  0 of 0 environments'],
  ['what could not be read', [], 1, 'UNKNOWN  1 of 1 environment'],
  ['one that is unknown', [halfSeen], 1, 'UNKNOWN  2 of 2 environments'],
  ['one that is unhealthy', [halfSeen, failing], 0, 'UNHEALTHY  1 of 2 environments'],
])('%s: the verdict is the worst one', (_what, reports, faults, verdict) => {
  const fleet = fleetOf(
    reports,
    Array.from({ length: faults }, () => gone),
  );
  expect(toPretty(fleetDocument(fleet)).split('\n')[0]).toBe(verdict);
});

describe('real environments', async () => {
  const adapters = ['healthy', 'every-dependency-code', 'half-filled'].map((name) =>
    snapshotAdapter(sampleSnapshot(name)),
  );
  const { reports } = await checkFleet(adapters);
  const document = fleetDocument(fleetOf(reports, [gone]));
  test.each([
    ['pretty', toPretty(document)],
    ['Markdown', toMarkdown(document)],
    ['a page', toHtml(document)],
  ])('%s', (_format, text) => {
    const words = wordsOf(text);
    for (const fact of ['every-dependency-code', 'half-filled', 'Healthy', 'Not read', 'cannot be read', 'DWDVEV1007'])
      expect(words).toContain(fact);
    expect(words).toContain('1 healthy, 1 unhealthy, 1 unknown, and 1 not read.');
    expect(words).toMatch(/ 1?2 more rules/);
  });

  test('a fleet of healthy environments is healthy, and has no list of rules', () => {
    const [healthy] = reports;
    const text = toPretty(fleetDocument(fleetOf(healthy === undefined ? [] : [healthy, healthy])));
    expect(text).toMatch(/^HEALTHY {2}2 of 2 environments$/m);
    expect(text).not.toContain('BY RULE');
  });
});

test('what is accepted is no longer open', () => {
  const accepted = { rule: 'DWDVEV1007', open: true, reason: 'read later', expires: '2026-12-31' } as const;
  const settled = evaluateSnapshot(snapshot, { only, baseline: halfSeen, suppressions: [accepted] });
  expect(settled.health).toBe('healthy');
  expect(toPretty(fleetDocument(fleetOf([settled])))).not.toContain('DWDVEV1007');
});

test('options that are not valid are a reason of their own', () => {
  const invalid = evaluateSnapshot(snapshot, { only: ['DWDVEV0000'] });
  expect(toMarkdown(fleetDocument(fleetOf([invalid])))).toContain('The options are not valid: ');
});

test('a thousand environments are shown, and more are counted', () => {
  const text = toPretty(fleetDocument(fleetOf(Array.from({ length: 1_500 }, () => halfSeen))));
  expect(text.match(/^half seen/gm)).toHaveLength(1_000);
  expect(text).toContain('… and 500 more environments');
  expect(text).toContain('UNKNOWN  1,500 of 1,500 environments');
});

test('on a terminal a table is no wider than it, and loses no word', () => {
  const reports = [reportWithEverything(), hostileReport('a rather long name of an environment')];
  const document = fleetDocument(fleetOf(reports, []));
  const words = (text: string) => text.split(/\s+/).sort();
  for (const width of [60, 80, 120]) {
    const shown = toPretty(document, { width });
    const wide = shown.split('\n').filter((line) => line.length > width);
    expect(wide).toEqual([]);
    expect(words(shown)).toEqual(words(toPretty(document)));
  }
});
