import { expect, test } from 'vitest';
import { evaluateSnapshot } from '../../../src/evaluate-snapshot.js';
import { known } from '../../../src/facts/fact.js';
import { type SnapshotFacts, snapshotOf } from '../../../src/facts/snapshot.js';
import { dataverseConnectionBroken, finopsConnectionBroken, type Rule } from '../../../src/index.js';
import { make } from '../../support/facts.js';

function wordsOf(rule: Rule, facts: SnapshotFacts): readonly string[] {
  const snapshot = snapshotOf('case', facts, { takenAt: '2026-11-20T10:00:00Z' });
  const [outcome] = evaluateSnapshot(snapshot, { validator: rule }).outcomes;
  return outcome?.status === 'failed' ? outcome.findings.map(({ message }) => message) : [];
}

const link = known(make.link());

test('connections in error, of the link and perhaps of the link', () => {
  const inError = make.connection({ id: 'e1', status: 'error' });
  expect(wordsOf(dataverseConnectionBroken, { link, apiHubConnections: known([inError]) })).toEqual([
    'the Dataverse connection e1 (shared_commondataserviceforapps) is in error',
  ]);
  const untied = { ...inError, connector: 'shared_dynamicsax', targetUrl: null };
  expect(wordsOf(finopsConnectionBroken, { link, apiHubConnections: known([untied]) })).toEqual([
    'the finance and operations connection e1 (shared_dynamicsax) is in error, and none of those that the link may use is connected',
  ]);
});
