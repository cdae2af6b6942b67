import { expect, test } from 'vitest';
import {
  allOf,
  defaultOwningTeamMissing,
  evaluateSnapshot,
  finopsCompanyMismatch,
  known,
  snapshotOf,
} from '../../src/index.js';
import { json, pretty, reportDocument, toPretty } from '../../src/reporters/index.js';
import { make } from '../support/facts.js';
import { reportWithEverything } from '../support/hostile-report.js';

const takenAt = '2026-11-20T10:00:00Z';
const link = known(make.link());

test('colors only when asked', () => {
  const report = evaluateSnapshot(snapshotOf('contoso', { link }, { takenAt }));
  expect(pretty(report)).not.toContain('\u001b[');
  expect(pretty(report, { color: true })).toContain('\u001b[');
});

test('it is the document of a report as text, although it draws nothing', () => {
  const report = reportWithEverything();
  expect(pretty(report)).toBe(toPretty(reportDocument(report)));
});

test('many findings are counted, not poured out', () => {
  const companies = Array.from({ length: 25 }, (_, index) =>
    make.company({ id: `c${index}`, code: `C${index + 10}`, defaultOwningTeamId: null }),
  );
  const report = evaluateSnapshot(snapshotOf('contoso', { link, companies: known(companies) }, { takenAt }), {
    only: ['DWDVEV1007'],
  });
  const text = pretty(report);
  expect(text.match(/has no default owning team/g)).toHaveLength(10);
  expect(text).toContain('and 15 more');
  expect(
    JSON.parse(json(report)).outcomes.find(({ code }: { code: string }) => code === 'DWDVEV1007').findings,
  ).toHaveLength(25);
});

test('what a fix destroys is said', () => {
  const report = evaluateSnapshot(snapshotOf('contoso', { link, apiHubConnections: known([]) }, { takenAt }), {
    only: ['DWDVEV1001'],
  });
  const [outcome] = report.outcomes.filter(({ status }) => status === 'failed');
  if (outcome?.status !== 'failed') throw new Error('expected a failure');
  const others = outcome.remediation.options.slice(1);
  expect(others).toHaveLength(1);
  expect(others.at(-1)?.destroys).toContain('maps');
  expect(pretty(report)).toContain('1 other way: dual-write-health rules DWDVEV1001');
  const [reset] = outcome.remediation.options.slice(-1);
  const onlyReset = { ...outcome, remediation: { summary: 's', options: [reset] } } as typeof outcome;
  expect(pretty({ ...report, outcomes: [onlyReset] })).toContain(`Lost by this: ${reset?.destroys}`);
});

test('an incomplete failure says what is open', () => {
  const companies = known([make.company({ defaultOwningTeamId: null })], { coverage: 'partial' });
  const report = evaluateSnapshot(snapshotOf('contoso', { link, companies }, { takenAt }), { only: ['DWDVEV1007'] });
  expect(pretty(report)).toContain('Not everything could be judged: only a part of companies was seen');
});

test('the whole view of one small report', () => {
  const report = evaluateSnapshot(
    snapshotOf('contoso', { link, companies: known([make.company({ defaultOwningTeamId: null })]) }, { takenAt }),
    { validator: allOf('two', finopsCompanyMismatch, defaultOwningTeamMissing) },
  );
  expect(pretty({ ...report, tool: { ...report.tool, version: '1.2.3' } })).toMatchInlineSnapshot(`
    "UNHEALTHY  contoso
    1 rule failed with errors, 1 rule could not be checked. Facts of 2026-11-20 10:00:00 UTC.

    ERRORS 1
    ✖ error   DWDVEV1007  Default owning team missing  BusinessUnit, documented by Microsoft, 1 checked
        • company USMF has no default owning team
        Fix: Select the team on the company record  (system administrator of Dataverse)
          1. In the Power Apps maker portal (https://make.powerapps.com), pick the Dataverse environment, select Tables > All, and open Company (cdm_company).
          2. Show the column Default owning team if it is not there (select the number of further columns, such as +17 more), and select Edit.
          3. Fill in Default owning team for each company that the finding names, with a team of type Owner; linking makes one named after the company with the ending "Dual Write". Check the other synchronized companies.
          4. Make sure that each chosen team has its security roles (see the next option).
          1 other way: dual-write-health rules DWDVEV1007

    NOT KNOWN 1
      ? legalEntities is not known (not-provided)
        • DWFOEV1003  Linked company missing in finance and operations

    NOT SEEN
      ? 1 rule failed without seeing teams (not-provided): DWDVEV1007

    0 passed, 1 failed, 1 inconclusive, 0 blocked, 0 errored, 0 not applicable, 0 skipped (dual-write-health 1.2.3)
    "
  `);
});

test('what is accepted is shown as that, with who answers for it, and does not count as failed', () => {
  const snapshot = snapshotOf(
    'contoso',
    { link, companies: known([make.company({ defaultOwningTeamId: null })]) },
    { takenAt },
  );
  const suppression = {
    rule: 'DWDVEV1007',
    subject: { pattern: '*' },
    reason: 'test company',
    expires: '2027-01-31',
    owner: 'Ada',
  };
  const unused = { ...suppression, rule: 'DWDVEV9301' };
  const report = evaluateSnapshot(snapshot, {
    only: ['DWDVEV1007', 'DWDVEV9301'],
    suppressions: [suppression, unused],
  });
  const text = pretty(report);
  expect(text).toMatch(/^HEALTHY/);
  expect(text).not.toContain('ERRORS');
  expect(text).toMatch(
    /○ DWDVEV1007 .*\n {4}1 finding accepted\n {6}Reason: test company\n {6}Until: 2027-01-31\n {6}Owner: Ada\n {6}• .* has no default owning team/,
  );
  expect(text).toMatch(/▲ Unused acceptances: .*\n.*\n {4}• DWDVEV9301 for all like \* .*reason test company/);
});
