import { describe, expect, test } from 'vitest';
import { topics } from '../../src/diagnosis/all-topics.js';
import { bareOf } from '../../src/diagnosis/bare-of.js';
import { commonCaptures, diagnosisOf, listed } from '../../src/diagnosis/diagnosis.js';
import { allCaptures, onePerTopic, type Problem } from '../../src/diagnosis/problem.js';
import type { Topic } from '../../src/diagnosis/topic.js';

const id = '0a000000-0000-4000-8000-00000000000F';

describe('what is captured from any text', () => {
  test.each<readonly [text: string, captures: Readonly<Record<string, readonly string[]>>]>([
    ['nothing', {}],
    [`for ${id}, ${id} and {${id.toLowerCase()}}`, { guids: [id, id.toLowerCase()] }],
    [`${id}0`, {}],
    [`a${id}`, {}],
    [`x${id}`, { guids: [id] }],
    [`DWM-${id}-${id}`, { guids: [id] }],
    ['solution 2.2.2.5 and 10.0.41, 2.2.2.5', { versions: ['2.2.2.5', '10.0.41'] }],
    ['version 10.0', {}],
    ['at 1.2.3.4.5', {}],
    ['v10.0.41.', { versions: ['10.0.41'] }],
    ['1234567890.1.1', {}],
    ['1.1234567890.1', {}],
    ['1.1.1234567890', {}],
    ['123456789.123456789.123456789.123456789', { versions: ['123456789.123456789.123456789.123456789'] }],
    [`${id} 1.2.3`, { guids: [id], versions: ['1.2.3'] }],
  ])('%s', (text, captures) => expect(commonCaptures(text)).toEqual(captures));

  test('a list has each value once, and is left out if it is empty', () => {
    expect(listed('x', ['a', 'b', 'a'])).toEqual({ x: ['a', 'b'] });
    expect(listed('x', [])).toEqual({});
    expect(listed('x', null)).toEqual({});
  });

  test.each([
    ['accounts', 'accounts'],
    [' "accounts". ', 'accounts'],
    ["'accounts'", 'accounts'],
    ['[accounts]', 'accounts'],
    ['({<accounts>})', 'accounts'],
    ['accounts,;:', 'accounts'],
    ['accounts])', 'accounts'],
    ['accounts ) ', 'accounts'],
    ['Customers (V3)', 'Customers (V3)'],
    ['Customers [V3].', 'Customers [V3]'],
    ['Customers {V3}', 'Customers {V3}'],
    ['Customers <V3>', 'Customers <V3>'],
    ["the customer's name", "the customer's name"],
    ['a. b, c', 'a. b, c'],
    ['a) b', 'a) b'],
    [' ', ''],
    ['', ''],
  ])('%j without what is around it is %j', (value, bare) => expect(bareOf(value)).toBe(bare));
});

const topic = topics.find(({ signatures }) => signatures.length > 0) as Topic; // some are recognized

test('a diagnosis has what its topic says, but not how it is recognized', () => {
  const { signatures, ...said } = topic;
  expect(signatures.length).toBeGreaterThan(0);
  expect(diagnosisOf(topic, { a: ['b'] })).toEqual({ ...said, captures: { a: ['b'] } });
  expect(diagnosisOf({ ...topic, code: 'X1' }, {})).toMatchObject({ code: 'X1' });
  expect(diagnosisOf({ ...topic, code: undefined }, {})).not.toHaveProperty('code');
});

describe('problems of one topic', () => {
  const other: Topic = { ...topic, id: 'other' };
  const problem = (own: Topic, place: number, wraps = false, captures: Problem['captures'] = {}): Problem => ({
    topic: own,
    places: [place],
    wraps,
    captures,
  });

  test('become one, with all places and captures', () => {
    expect(
      onePerTopic([
        problem(topic, 7, true, { table: ['a', 'b'] }),
        problem(other, 3, true),
        problem(topic, 5, true, { table: ['b', 'c'], entity: ['E'] }),
        problem(topic, 9, true),
      ]),
    ).toEqual([
      { topic, places: [7, 5, 9], wraps: true, captures: { table: ['a', 'b', 'c'], entity: ['E'] } },
      problem(other, 3, true),
    ]);
  });

  test('merely wrap another one if all of them do', () => {
    const wrapsOf = (...wraps: readonly boolean[]) => onePerTopic(wraps.map((one) => problem(topic, 1, one)))[0]?.wraps;
    expect([wrapsOf(true, true), wrapsOf(true, false), wrapsOf(false, true), wrapsOf(false, false)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test('have all causes and all who can act, each once', () => {
    const variant = (causes: Topic['causes'], performedBy: Topic['performedBy']): Topic => ({
      ...topic,
      causes,
      performedBy,
    });
    const [joined] = onePerTopic([
      problem(variant(['one'], ['setup-user']), 1),
      problem(variant(['two', 'one'], ['microsoft-support', 'setup-user']), 2),
    ]);
    expect(joined?.topic).toEqual(variant(['one', 'two'], ['setup-user', 'microsoft-support']));
  });

  test('stay as they are where there is one', () => {
    expect(onePerTopic([])).toEqual([]);
    expect(onePerTopic([problem(topic, 1)])).toEqual([problem(topic, 1)]);
    expect(onePerTopic([problem(topic, 1), problem(other, 2)])).toEqual([problem(topic, 1), problem(other, 2)]);
  });

  test('captures of nothing are none', () => {
    expect(allCaptures([])).toEqual({});
    expect(allCaptures([{}, { a: ['1'] }, { a: ['1', '2'], b: ['3'] }])).toEqual({ a: ['1', '2'], b: ['3'] });
  });
});
