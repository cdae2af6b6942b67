import { expect, test } from 'vitest';
import { evaluateSnapshot } from '../../src/evaluate-snapshot.js';
import { snapshotOf } from '../../src/facts/snapshot.js';
import { loadAllCases } from '../support/all-cases.js';
import type { Case } from '../support/rule-cases.js';

const takenAt = '2026-11-20T10:00:00Z';

test.each(await loadAllCases())('$cases.rule.code says the same whatever the order of rows', ({ cases }) => {
  const { rule, ...byStatus } = cases;
  const outcomeOf = ({ options }: Case, facts: Case['facts']) =>
    evaluateSnapshot(snapshotOf('case', facts, { takenAt }), { validator: rule, ...options }).outcomes;

  for (const aCase of Object.values(byStatus).flatMap((list): readonly Case[] => ('never' in list ? [] : list))) {
    for (const order of [reversed, rotated]) {
      expect(outcomeOf(aCase, inOrder(order, aCase.facts)), aCase.when).toEqual(outcomeOf(aCase, aCase.facts));
    }
  }
});

type Order = (list: readonly unknown[]) => readonly unknown[];
const reversed: Order = (list) => [...list].reverse();
const rotated: Order = (list) => [...list.slice(1), ...list.slice(0, 1)];

/** The same facts with rows, roles, columns and the lists of the link in another order. What a row lists as texts has its order: it is a key. */
function inOrder(order: Order, facts: Case['facts']): Case['facts'] {
  const reordered = Object.entries(facts).map(([name, fact]) => [
    name,
    fact?.status === 'known' ? { ...fact, value: reorder(fact.value, name === 'link') } : fact,
  ]);
  return Object.fromEntries(reordered);

  function reorder(value: unknown, ofTexts: boolean): unknown {
    if (Array.isArray(value)) {
      const items = value.map((item) => reorder(item, ofTexts));
      return ofTexts || items.every((item) => typeof item === 'object') ? order(items) : items;
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, reorder(item, ofTexts)]));
  }
}
