import { fc } from '@fast-check/vitest';
import { expect } from 'vitest';
import { evaluateSnapshot } from '../../src/evaluate-snapshot.js';
import { known } from '../../src/facts/fact.js';
import type { Facts } from '../../src/facts/schemas.js';
import { snapshotOf } from '../../src/facts/snapshot.js';
import type { Validator } from '../../src/rules/validator.js';

/** Expects that both facts give the same report, without a rule that throws. */
export function expectSameReport(validator: Validator, facts: Partial<Facts>, other: Partial<Facts>): void {
  const [one, two] = [facts, other].map((values) => {
    const all = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, known(value)]));
    return evaluateSnapshot(snapshotOf('rows', all, { takenAt: '2026-11-20T10:00:00Z' }), { validator });
  });
  expect(two?.totals.errored).toBe(0);
  expect(two).toEqual(one);
}

/** The same rows twice, in two orders. */
export function twoOrders<Row>(
  row: fc.Arbitrary<Row>,
  maxLength = 5,
): fc.Arbitrary<readonly [readonly Row[], readonly Row[]]> {
  return fc
    .array(row, { maxLength })
    .chain((rows) =>
      fc
        .shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })
        .map((shuffled) => [rows, shuffled] as const),
    );
}

/** A value, or that it is not known. */
export function maybe<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.option(value, { nil: null, freq: 3 });
}
