import { expect, test } from 'vitest';
import {
  evaluateSnapshot,
  type GatherEvent,
  gatherSnapshot,
  known,
  parseReport,
  parseSnapshot,
  redactSnapshot,
  snapshotOf,
} from '../../src/index.js';
import { html, markdown, pretty } from '../../src/reporters/index.js';

/** A partial fact says why it is one, wherever it is shown. */
const detail = 'prvReadTeam reaches Local only';
const link = known({ linked: true, legalEntities: ['USMF'], apiHub: 'bypassed' } as const);
const businessUnits = known([{ id: 'b1', name: 'contoso', parentId: null }]);
const snapshot = snapshotOf(
  'contoso',
  { link, businessUnits, teams: known([], { coverage: 'partial', detail }) },
  { takenAt: '2026-11-20T10:00:00Z' },
);

test('the report says it beside the fact and beside each rule that lacks the rest', () => {
  const report = evaluateSnapshot(snapshot);
  expect(report.facts.teams).toEqual({ status: 'known', coverage: 'partial', detail });
  const outcome = report.outcomes.find(({ code }) => code === 'DWFOEV1006');
  expect(outcome).toMatchObject({ status: 'inconclusive', missing: [{ fact: 'teams', reason: 'partial', detail }] });
  expect(parseReport(JSON.parse(JSON.stringify(report)))._unsafeUnwrap()).toEqual(report);
});

test('people read it', () => {
  const report = evaluateSnapshot(snapshot);
  for (const text of [pretty(report), markdown(report), html(report)]) expect(text).toContain(detail);
});

test('it survives saving and redaction, without what nobody else should see', () => {
  expect(parseSnapshot(JSON.parse(JSON.stringify(snapshot)))._unsafeUnwrap().facts.teams).toEqual(snapshot.facts.teams);
  const secret = { ...snapshot.facts, teams: known([], { coverage: 'partial', detail: 'asked by jane@contoso.com' }) };
  const redacted = redactSnapshot({ ...snapshot, facts: secret });
  expect(redacted.facts.teams).toEqual(known([], { coverage: 'partial', detail: 'asked by [email]' }));
  expect(JSON.stringify(evaluateSnapshot({ ...snapshot, facts: secret }))).not.toContain('jane@');
});

test('it is told while facts are gathered', async () => {
  const events: GatherEvent[] = [];
  const adapter = {
    name: 'test',
    environment: { name: 'contoso' },
    readers: { teams: () => known([], { coverage: 'partial', detail }) },
  };
  await gatherSnapshot(adapter, { onEvent: (event) => events.push(event) });
  expect(events).toContainEqual({ type: 'fact-known', fact: 'teams', coverage: 'partial', detail });
});
