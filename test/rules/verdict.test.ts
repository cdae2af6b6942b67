import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { finding, judgeEach } from '../../src/rules/verdict.js';

interface Row {
  readonly id: string;
  readonly name: string | undefined;
  readonly rows: number;
}

// Few ids, in several spellings.
const row: fc.Arbitrary<Row> = fc.record({
  id: fc.constantFrom('p1', 'P1', ' P1', 'P2'),
  name: fc.constantFrom(undefined, 'a', 'B', 'b'),
  rows: fc.nat(3),
});
const shuffled = fc
  .array(row, { maxLength: 6 })
  .chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
  );

const findingOf = ({ id, name, rows }: Row) => finding({ kind: 'project-configuration', id, name }, { rows });

describe('findings about one subject', () => {
  test('are one, and what they say is put together', () => {
    const rows = [
      { id: 'p1', name: 'b', rows: 2 },
      { id: 'P1', name: 'a', rows: 1 },
    ];
    expect(judgeEach(rows, findingOf, { merge: (a, b) => ({ rows: a.rows + b.rows }) })).toMatchObject({
      checked: 2,
      findings: [finding({ kind: 'project-configuration', id: 'P1', name: 'a' }, { rows: 3 })],
    });
  });

  test('say the same in any order where nothing puts them together', () => {
    const rows = [
      { id: 'P1', name: 'a', rows: 2 },
      { id: 'P1', name: 'a', rows: 1 },
    ];
    const expected = [finding({ kind: 'project-configuration', id: 'P1', name: 'a' }, { rows: 1 })];
    expect(judgeEach(rows, findingOf)).toMatchObject({ findings: expected });
    expect(judgeEach(rows.toReversed(), findingOf)).toMatchObject({ findings: expected });
  });

  property.prop([shuffled])('do not depend on the order of the rows', ([rows, others]) => {
    for (const options of [{}, { merge: (a: { rows: number }, b: { rows: number }) => ({ rows: a.rows + b.rows }) }]) {
      const [first, second] = [judgeEach(rows, findingOf, options), judgeEach(others, findingOf, options)];
      expect(sorted(second)).toEqual(sorted(first));
    }
  });
});

/** The verdict with its findings in the order of their ids, as reports have them. */
function sorted(verdict: ReturnType<typeof judgeEach<Row, ReturnType<typeof findingOf>>>) {
  if (verdict.kind !== 'judged') return verdict;
  const byId = [...verdict.findings].sort((a, b) => (a.subject.id.trim() < b.subject.id.trim() ? -1 : 1));
  return { ...verdict, findings: byId };
}
