import { expect, test } from 'vitest';
import type { Outcome } from '../../src/engine/outcome.js';
import { evaluateSnapshot } from '../../src/evaluate-snapshot.js';
import { snapshotOf } from '../../src/facts/snapshot.js';
import { catalogue } from '../../src/rules/catalogue.js';
import type { Rule } from '../../src/rules/rule.js';
import { loadAllCases } from '../support/all-cases.js';
import type { Case } from '../support/rule-cases.js';
import { firstMessages, reasons } from './messages.js';

const all = await loadAllCases();

function outcomeOf(rule: Rule, { facts, options }: Case): Outcome | undefined {
  const snapshot = snapshotOf('case', facts, { takenAt: '2026-11-20T10:00:00Z' });
  return evaluateSnapshot(snapshot, { validator: rule, ...options }).outcomes[0];
}

test('every rule says its first finding in the words of the list', () => {
  const said = new Map<string, string | undefined>();
  for (const { cases } of all) {
    const outcome = outcomeOf(cases.rule, cases.failed[0]);
    said.set(cases.rule.code, outcome?.status === 'failed' ? outcome.findings[0].message : undefined);
  }
  expect(Object.fromEntries(catalogue.map(({ code }) => [code, said.get(code)]))).toEqual(firstMessages);
});

test('the list is in catalogue order and names each rule once', () => {
  expect(Object.keys(firstMessages)).toEqual(catalogue.map(({ code }) => code));
});

test.each(all.map(({ cases }) => [cases.rule.code, cases] as const))('%s says why it does not apply', (code, cases) => {
  const { rule, notApplicable } = cases;
  const outcomes = 'never' in notApplicable ? [] : notApplicable.map((one) => outcomeOf(rule, one));
  const said = new Set(outcomes.map((outcome) => outcome?.status === 'not-applicable' && outcome.because));
  expect([...said]).toEqual('never' in notApplicable ? [] : (reasons[code] ?? ['there is no saved map']));
});
