import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { rankingOf } from '../../src/diagnosis/rank-texts.js';

const weights = { title: 3, text: 1 };
const words = (text: string) => text.split(' ').filter((word) => word !== '');
const same = () => 1;

/** The places of the texts, best first. */
function places(texts: readonly { title: string; text: string }[], question: string): readonly number[] {
  return rankingOf(texts, weights, words)(words(question), same).map(({ place }) => place);
}

describe('ranks first', () => {
  test.each([
    [
      'the text that has a rare term',
      [
        ['', 'map map'],
        ['', 'map link'],
        ['', 'map pause'],
      ],
      'map pause',
      2,
    ],
    [
      'the shorter one',
      [
        ['', 'a b c d pause'],
        ['', 'pause'],
      ],
      'pause',
      1,
    ],
    [
      'the one with more of a term',
      [
        ['', 'pause a b'],
        ['', 'pause pause b'],
      ],
      'pause',
      1,
    ],
    [
      'the part that counts more',
      [
        ['', 'pause'],
        ['pause', ''],
      ],
      'pause',
      1,
    ],
    [
      'more of the terms before more of one',
      [
        ['pause pause', ''],
        ['', 'pause resume'],
      ],
      'pause resume',
      1,
    ],
  ] as const)('%s', (_why, texts, question, first) => {
    const parts = texts.map(([title, text]) => ({ title, text }));
    expect(places(parts, question)[0]).toBe(first);
  });
});

test('equal texts keep their order, and those without a term are left out', () => {
  const texts = ['pause', 'link', 'pause'].map((text) => ({ title: '', text }));
  expect(places(texts, 'pause')).toEqual([0, 2]);
  expect(places(texts, 'unknown')).toEqual([]);
  expect(places([], 'pause')).toEqual([]);
});

test('equal texts keep their order, whichever term comes first', () => {
  const texts = ['pause', 'link'].map((text) => ({ title: '', text }));
  expect(places(texts, 'link pause')).toEqual([0, 1]);
});

// Worked out by hand, with the usual formula.
test.each([
  [
    'pause link',
    [
      { place: 1, score: 2.70664, found: 2 },
      { place: 0, score: 0.420646, found: 1 },
    ],
  ],
  [
    'pause',
    [
      { place: 1, score: 3.942035, found: 1 },
      { place: 0, score: 1.682583, found: 1 },
    ],
  ],
])('scores of %s', (question, scores) => {
  const texts = [
    { title: '', text: 'map pause pause' },
    { title: 'pause', text: 'map link' },
    { title: 'map', text: 'sync' },
  ];
  const ranked = rankingOf(texts, weights, words)(words(question), same);
  expect(ranked.map(({ score, ...one }) => ({ ...one, score: Math.round(score * 1e6) / 1e6 }))).toEqual(scores);
});

test('a term counts by its weight', () => {
  const texts = ['pause', 'link'].map((text) => ({ title: '', text }));
  const rank = rankingOf(texts, weights, words);
  expect(rank(['pause', 'link'], (term) => (term === 'link' ? 1 : 0.5))[0]?.place).toBe(1);
});

const text = fc.array(fc.constantFrom('map', 'link', 'pause', 'sync'), { maxLength: 6 }).map((some) => some.join(' '));

property.prop([fc.array(fc.record({ title: text, text })), fc.uniqueArray(fc.constantFrom('map', 'link', 'pause'))])(
  'finds the texts that have a term, with positive scores in their order',
  (texts, terms) => {
    const ranked = rankingOf(texts, weights, words)(terms, same);
    const having = texts.flatMap(({ title, text }, place) =>
      terms.some((term) => words(`${title} ${text}`).includes(term)) ? [place] : [],
    );
    expect(ranked.map(({ place }) => place).sort((a, b) => a - b)).toEqual(having);
    const scores = ranked.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.every((score) => score > 0)).toBe(true);
    expect(ranked.every(({ found }) => found >= 1 && found <= terms.length)).toBe(true);
  },
);
