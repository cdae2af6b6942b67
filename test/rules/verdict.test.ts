import { describe, expect, test } from 'vitest';
import { geographyMismatch } from '../../src/rules/prerequisites/geography-mismatch.js';
import { noEntityMap } from '../../src/rules/stale-configuration/no-entity-map.js';
import { allOf, inOrder } from '../../src/rules/validator.js';
import {
  type Finding,
  finding,
  inconclusive,
  judgeEach,
  missing,
  notApplicable,
  notProvided,
} from '../../src/rules/verdict.js';

const team = (id: string) => ({ kind: 'team', id }) as const;

test('what a rule answers, in the form that the engine and tests of rules read', () => {
  expect([
    finding(team('t1'), { count: 2 }),
    missing('teams'),
    missing('companies', 'name'),
    notApplicable('there is none'),
    notProvided(),
    inconclusive(missing('teams')),
  ]).toStrictEqual([
    { kind: 'finding', subject: { kind: 'team', id: 't1' }, args: { count: 2 } },
    { kind: 'missing', fact: 'teams' },
    { kind: 'missing', fact: 'companies', property: 'name' },
    { kind: 'not-applicable', because: 'there is none' },
    { kind: 'not-provided' },
    { kind: 'judged', checked: 0, findings: [], missing: [{ kind: 'missing', fact: 'teams' }] },
  ]);
});

describe('each item is judged', () => {
  test('fine ones and findings count as checked, others do not', () => {
    const verdict = judgeEach(['fine', 'bad', 'one', 'two'], (item, index) => {
      if (item === 'fine') return undefined;
      if (item === 'bad') return finding(team(item), { index });
      return item === 'one' ? missing('teams') : [missing('teams'), missing('companies', 'code')];
    });
    expect(verdict).toStrictEqual({
      kind: 'judged',
      checked: 2,
      findings: [finding(team('bad'), { index: 1 })],
      missing: [missing('teams'), missing('teams'), missing('companies', 'code')],
    });
  });

  test('without items the rule passes, or says why it does not apply', () => {
    expect(judgeEach([], () => undefined)).toStrictEqual({ kind: 'judged', checked: 0, findings: [], missing: [] });
    expect(judgeEach([], () => undefined, { whenNone: 'there is none' })).toStrictEqual(notApplicable('there is none'));
    expect(judgeEach([1], () => undefined, { whenNone: 'there is none' })).toMatchObject({
      kind: 'judged',
      checked: 1,
    });
  });

  type Names = { names: string[] };
  test.each<[string, ((one: Names, two: Names) => Names) | undefined, Names]>([
    ['the args that come first as text', undefined, { names: ['A'] }],
    ['merged args', (one, two) => ({ names: [...one.names, ...two.names] }), { names: ['A', 'B', 'C'] }],
  ])('two findings about one subject are one, with %s, in whatever order they come', (_, merge, args) => {
    const items = ['B', 'A', 'C'];
    for (const some of [items, items.toReversed()]) {
      const verdict = judgeEach<string, Finding<Names>>(
        some,
        (name) => finding(team(name === 'C' ? 'T1' : 't1'), { names: [name] }),
        {
          merge,
        },
      );
      expect(verdict).toMatchObject({ checked: 3, findings: [finding(team('T1'), args)] });
    }
  });
});

test('a combined validator has the codes of its rules, and a name that is not there has none', () => {
  const notThere: never = undefined as never;
  expect(allOf('all', noEntityMap, notThere, allOf('inner', geographyMismatch)).codes).toEqual([
    noEntityMap.code,
    geographyMismatch.code,
  ]);
  expect(inOrder('order', noEntityMap, notThere).codes).toEqual([noEntityMap.code]);
});
