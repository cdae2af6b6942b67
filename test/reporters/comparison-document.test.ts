import { describe, expect, test } from 'vitest';
import {
  compareReports,
  compareSnapshots,
  type EvaluateOptions,
  evaluateSnapshot,
  known,
  type Snapshot,
  unknown,
} from '../../src/index.js';
import { comparisonDocument } from '../../src/reporters/documents/comparison-document.js';
import { toHtml } from '../../src/reporters/to-html.js';
import { toMarkdown } from '../../src/reporters/to-markdown.js';
import { toPretty } from '../../src/reporters/to-pretty.js';
import { sampleSnapshot } from '../support/hostile-report.js';

const healthy = sampleSnapshot('healthy');
const broken: Snapshot = { ...sampleSnapshot('every-dependency-code'), environment: healthy.environment };
const blind: Snapshot = { ...broken, facts: { ...broken.facts, companies: unknown('not-permitted') } };
const report = (snapshot: Snapshot, options: EvaluateOptions = {}) =>
  evaluateSnapshot(snapshot, { only: ['DWDVEV1007', 'DWDVEV9306'], ...options });

describe('two reports', () => {
  test('what is new, and what the health was', () => {
    expect(toPretty(comparisonDocument(compareReports(report(healthy), report(broken))))).toMatchInlineSnapshot(`
      "WORSE  contoso-uat (healthy), 2026-11-20 10:00:00 UTC and 2026-11-20 10:00:00 UTC
      Healthy before, unhealthy now.

      NEW 2
        ▲ DWDVEV9306: the company DEMF is linked, and each of its 2 records in the Company table of Dataverse is not enabled for dual-write
        ✖ DWDVEV1007: company USMF has no default owning team
      "
    `);
  });

  const { teams: _, ...withoutTeams } = broken.facts;
  test.each([
    ['of the same facts', report(healthy), report(healthy), /^NOTHING IS DIFFERENT .*\nHealthy, as before\.\n$/],
    ['with the same findings', report(broken), report(broken), /^NOTHING IS DIFFERENT[\s\S]*UNCHANGED 2\n/],
    [
      'one got better',
      report(broken),
      report(healthy),
      /^NOT WORSE[\s\S]*Unhealthy before, healthy now\.[\s\S]*FIXED 2\n/,
    ],
    [
      'one cannot be told',
      report(broken),
      report(blind),
      /^WORSE[\s\S]*NO LONGER KNOWN 2\n[\s\S]*DWDVEV1007 .*failed before, inconclusive now[\s\S]*FOUND BEFORE, NOT RECHECKED 2\n/,
    ],
    [
      'one is known now',
      report(blind),
      report(healthy),
      /^NOT WORSE[\s\S]*KNOWN NOW 2\n.*inconclusive before, passed now/,
    ],
    [
      'an acceptance ended',
      report(broken, { baseline: report(broken) }),
      report(broken),
      /^WORSE[\s\S]*NO LONGER ACCEPTED 2\n[\s\S]*UNCHANGED 2/,
    ],
    [
      'what is new is accepted',
      report(healthy),
      report(broken, { baseline: report(broken) }),
      /^NOT WORSE[\s\S]*NEW 2\n.* {2}accepted\n/,
    ],
    ['a rule was left out', report(broken), report(broken, { only: ['DWDVEV9306'] }), /failed before, skipped now/],
    [
      'less was seen',
      report(broken),
      report({ ...broken, facts: withoutTeams }),
      /JUDGED WITH LESS INFORMATION 1\n.*DWDVEV1007 .*without seeing all of teams\n/,
    ],
    [
      'one had options that are not valid',
      report(broken),
      report(broken, { only: ['DWDVEV0000'] }),
      /NOTHING WAS CHECKED, BECAUSE THE OPTIONS ARE NOT VALID 1\n.*DWDVEV0000/,
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(toPretty(comparisonDocument(compareReports(before, after)))).toMatch(expected);
  });

  test('a rule that is absent in one of them is not part of that report', () => {
    const { outcomes, ...rest } = report(broken);
    const half = { ...rest, outcomes: outcomes.filter(({ code }) => code !== 'DWDVEV1007') };
    expect(toPretty(comparisonDocument(compareReports(half, report(broken))))).toContain(
      'not part of the report before, failed now',
    );
  });
});

describe('two snapshots', () => {
  const solutions = (rows: readonly (readonly [string, string])[]): Snapshot => ({
    ...healthy,
    facts: { solutions: known(rows.map(([uniqueName, version]) => ({ uniqueName, version }))) },
  });

  test('rows that were added, removed or changed', () => {
    const before = solutions([
      ['a', '1.0'],
      ['b', '1.0'],
    ]);
    const after = solutions([
      ['b', '2.0'],
      ['c', '1.0'],
    ]);
    expect(toMarkdown(comparisonDocument(compareSnapshots(before, after)))).toMatchInlineSnapshot(`
      "## Different: contoso-uat (healthy), 2026-11-20 10:00:00 UTC and 2026-11-20 10:00:00 UTC

      ### Facts that differ (1)

      #### \`solutions\`

      - added: c
      - removed: a
      - changed: b
        - version: \`"1.0"\` → \`"2.0"\`
      "
    `);
  });

  test('the same facts', () => {
    expect(toPretty(comparisonDocument(compareSnapshots(healthy, healthy)))).toContain('NOTHING IS DIFFERENT');
  });

  test('a fact that is known no more', () => {
    const text = toPretty(comparisonDocument(compareSnapshots(broken, blind)));
    expect(text).toMatch(/^LESS IS KNOWN {2}/);
    expect(text).toMatch(
      /✖ companies {2}known before, not known \(not-permitted\) now\n {4}The rows cannot be compared\.\n/,
    );
  });

  test('of a fact that is known in part, rows that are not seen are not called removed or added', () => {
    const rows = (codes: readonly string[], coverage: 'complete' | 'partial'): Snapshot => ({
      ...healthy,
      facts: {
        solutions: known(
          codes.map((uniqueName) => ({ uniqueName, version: '1.0' })),
          { coverage },
        ),
      },
    });
    const show = (before: Snapshot, after: Snapshot) => toPretty(comparisonDocument(compareSnapshots(before, after)));
    const lost = show(rows(['a', 'b'], 'complete'), rows(['b'], 'partial'));
    expect(lost).toContain('not seen now: a');
    expect(lost).not.toContain('removed: ');
    const found = show(rows(['b'], 'partial'), rows(['a', 'b'], 'complete'));
    expect(found).toContain('not seen before: a');
    expect(found).not.toContain('added: ');
  });

  test('a row without one of its names has no line at an end', () => {
    const fact = { fact: 'companies', before: 'complete', after: 'complete', removed: [], changed: [] } as const;
    const comparison = {
      ...compareSnapshots(healthy, healthy),
      facts: [{ ...fact, added: [{ key: 'USMF - ' }, { key: ' - ' }] }],
    };
    expect(toPretty(comparisonDocument(comparison))).toMatch(/added: USMF\n.*added: \(without a name\)\n/);
  });

  test('two environments are named with their times', () => {
    const other = { ...healthy, environment: { name: 'production' }, takenAt: '2026-11-21T10:00:00Z' };
    expect(toPretty(comparisonDocument(compareSnapshots(healthy, other)))).toContain(
      'contoso-uat (healthy) (2026-11-20 10:00:00 UTC) and production (2026-11-21 10:00:00 UTC)',
    );
  });

  test('fifty rows of a fact are shown, and more are counted', () => {
    const many = solutions(Array.from({ length: 5_000 }, (_, index) => [`solution${index}`, '1.0'] as const));
    const document = comparisonDocument(compareSnapshots(solutions([]), many));
    for (const text of [toPretty(document), toMarkdown(document)]) {
      expect(text.match(/added: /g)).toHaveLength(50);
      expect(text).toContain('… and 4,950 more rows');
    }
    expect(toHtml(document)).toContain('4,990 more rows');
  });
});

test('every format holds the facts', () => {
  const document = comparisonDocument(compareReports(report(healthy), report(broken)));
  for (const text of [toPretty(document), toMarkdown(document), toHtml(document)]) {
    expect(text).toContain('DWDVEV1007');
    expect(text).toContain('Healthy before, unhealthy now.');
    expect(text).toMatch(/Worse/i);
  }
});
