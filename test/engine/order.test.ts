import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { sampleEnvironments } from '../../scripts/sample-environments.js';
import {
  allOf,
  type EvaluateOptions,
  evaluateSnapshot,
  finding,
  healthCheck,
  judgeEach,
  mapDesign,
  operations,
  type Snapshot,
} from '../../src/index.js';
import { json } from '../../src/reporters/index.js';
import { type Finding, onePerSubject } from '../../src/rules/verdict.js';
import { arbitrarySnapshot } from '../support/arbitrary-snapshot.js';
import { runs } from '../support/fuzz.js';
import { randomOf, reordered, shuffled, withContradictions } from '../support/reordered.js';

const everything = allOf('everything', healthCheck, operations, mapDesign);
const ways: readonly EvaluateOptions[] = [
  { validator: everything, gate: 'none' },
  { validator: everything, gate: 'none', roleModel: 'system-administrator', failOn: 'warning' },
  {},
];
const seed = fc.nat({ max: 2 ** 31 });

/** By rule first: then a failure names the rule. */
function expectSame(one: Snapshot, other: Snapshot): void {
  for (const options of ways) {
    const [before, after] = [evaluateSnapshot(one, options), evaluateSnapshot(other, options)];
    for (const [index, outcome] of before.outcomes.entries()) {
      expect(JSON.stringify(after.outcomes[index]), outcome.code).toBe(JSON.stringify(outcome));
    }
    expect(json(after)).toBe(json(before));
  }
}

property.prop([arbitrarySnapshot, seed], { numRuns: runs(150) })(
  'the order of rows decides nothing',
  (snapshot, order) => {
    expectSame(snapshot, reordered(snapshot, order));
  },
);

property.prop([arbitrarySnapshot, seed, seed], { numRuns: runs(150) })(
  'the order of rows decides nothing where several say different things of one thing',
  (snapshot, mix, order) => {
    const contradictory = withContradictions(snapshot, mix);
    expectSame(contradictory, reordered(contradictory, order));
  },
);

test.each(sampleEnvironments())('the order of rows decides nothing in the sample $name', ({ snapshot }) => {
  for (const order of [1, 2, 3, 4, 5]) expectSame(snapshot, reordered(snapshot, order));
});

property.prop(
  [
    fc.array(fc.record({ id: fc.constantFrom('a', 'A', ' a ', 'b'), name: fc.string(), number: fc.nat() }), {
      maxLength: 6,
    }),
    seed,
  ],
  { numRuns: runs(300) },
)('findings of one subject become one, the same in every order, however they are merged', (rows, order) => {
  type Args = { readonly n: number };
  const mergers = [(first: Args) => first, (first: Args, second: Args) => ({ n: first.n * 2 - second.n })];
  const findingsOf = (items: readonly (typeof rows)[number][]) =>
    items.map(({ id, name, number: n }): Finding<Args> => finding({ kind: 'team', id, name }, { n }));
  for (const merge of mergers) {
    const one = onePerSubject(findingsOf(rows), merge);
    const other = onePerSubject(findingsOf(shuffled(rows, randomOf(order))), merge);
    const byId = (findings: typeof one) => new Map(findings.map((found) => [found.subject.id, found]));
    expect(byId(other)).toEqual(byId(one));
    expect(one.length).toBe(new Set(rows.map(({ id }) => id.trim().toLowerCase())).size);
  }
});

test('without a merge, the finding whose args are first as text is kept, under the first spelling of its subject', () => {
  const rows = [
    { id: 'b1', count: 3 },
    { id: 'B1', count: 2 },
  ];
  for (const items of [rows, rows.toReversed()]) {
    expect(judgeEach(items, ({ id, count }) => finding({ kind: 'team', id }, { count }))).toMatchObject({
      findings: [{ subject: { id: 'B1' }, args: { count: 2 } }],
    });
  }
});
