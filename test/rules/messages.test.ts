import { expect, test } from 'vitest';
import { evaluateSnapshot } from '../../src/evaluate-snapshot.js';
import { snapshotOf } from '../../src/facts/snapshot.js';
import { catalogue } from '../../src/rules/catalogue.js';
import { loadAllCases } from '../support/all-cases.js';
import { firstMessages } from './messages.js';

test('every rule says its first finding in the words of the list', async () => {
  const said = new Map<string, string | undefined>();
  for (const { cases } of await loadAllCases()) {
    const [{ facts, options }] = cases.failed;
    const snapshot = snapshotOf('case', facts, { takenAt: '2026-11-20T10:00:00Z' });
    const [outcome] = evaluateSnapshot(snapshot, { validator: cases.rule, ...options }).outcomes;
    said.set(cases.rule.code, outcome?.status === 'failed' ? outcome.findings[0].message : undefined);
  }
  expect(Object.fromEntries(catalogue.map(({ code }) => [code, said.get(code)]))).toEqual(firstMessages);
});

test('the list is in catalogue order and names each rule once', () => {
  expect(Object.keys(firstMessages)).toEqual(catalogue.map(({ code }) => code));
});
