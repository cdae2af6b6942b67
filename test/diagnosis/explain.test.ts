import { describe, expect, test } from 'vitest';
import { topics } from '../../src/diagnosis/all-topics.js';
import { explain } from '../../src/diagnosis/index.js';
import { evaluateSnapshot, known, mapDependencyOff, parseReport, snapshotOf, unknown } from '../../src/index.js';
import { explainedTopics } from '../../src/rules/explained-topics.js';
import { make } from '../support/facts.js';

const text = 'Unable to build dual-write lookup metadata'; // DWDVEV9303 looks for its first cause
const dependent = make.entityMap({ dependsOn: ['groups'] });
const groups = (state: 'running' | 'stopped') => make.entityMap({ name: 'groups', state });

describe('an error text, held against a report', () => {
  test.each([
    ['confirmed', known([dependent, groups('stopped')]), 'failed'],
    ['ruled-out', known([dependent, groups('running')]), 'passed'],
    ['open', unknown('not-permitted'), 'inconclusive'],
  ] as const)('%s', (verdict, entityMaps, status) => {
    const snapshot = snapshotOf('contoso', { entityMaps }, { takenAt: '2026-11-20T10:00:00Z' });
    const report = evaluateSnapshot(snapshot, { validator: mapDependencyOff });
    expect(explain(text, report)).toMatchObject([
      { verdict, evidence: [{ code: 'DWDVEV9303', status }], diagnosis: { id: 'start-map-lookup-metadata' } },
    ]);
  });

  test('not checkable where the rule was not asked', () => {
    const report = evaluateSnapshot(snapshotOf('contoso', {}, { takenAt: '2026-11-20T10:00:00Z' }), {
      only: ['DWDVEV1007'],
    });
    expect(explain(text, report)).toMatchObject([{ verdict: 'not-checkable' }]);
    expect(explain('hello', report)).toEqual([]);
  });
});

test('a finding names the topics that it explains, and survives parsing', () => {
  const facts = { entityMaps: known([dependent, groups('stopped')]) };
  const snapshot = snapshotOf('contoso', facts, { takenAt: '2026-11-20T10:00:00Z' });
  const report = evaluateSnapshot(snapshot, { validator: mapDependencyOff });
  expect(report.outcomes).toMatchObject([
    { status: 'failed', topics: expect.arrayContaining(['start-map-lookup-metadata']) },
  ]);
  expect(parseReport(JSON.parse(JSON.stringify(report)))._unsafeUnwrap()).toEqual(report);
});

test('topics and rules name each other', () => {
  for (const { id, rules } of topics) for (const code of rules) expect(explainedTopics.get(code)).toContain(id);
  for (const [code, ids] of explainedTopics)
    for (const id of ids) expect(topics.find((topic) => topic.id === id)?.rules).toContain(code);
});
