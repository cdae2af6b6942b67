import { readFileSync } from 'node:fs';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { topics } from '../../src/diagnosis/all-topics.js';
import { searchTopics } from '../../src/diagnosis/index.js';
import { symptoms } from '../../src/diagnosis/symptoms.js';
import { ruleTexts } from '../../src/rules/rule-texts.js';

/** A question as people ask it, and the topics and rules that answer it. */
interface Question {
  readonly text: string;
  readonly topics: readonly string[];
  /** `tuning`: the search was made with it. `held-out`: it was only measured with it. */
  readonly half: 'tuning' | 'held-out';
}

const questions = readFileSync(new URL('symptom-questions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): Question => JSON.parse(line));

const idsFor = (words: string) => searchTopics(words).map(({ id }) => id);
const isAmongFirstThree = ({ text, topics: right }: Question) =>
  idsFor(text)
    .slice(0, 3)
    .some((id) => right.includes(id));

describe('questions', () => {
  test.each(['tuning', 'held-out'] as const)('%s: nine of ten have the answer among three', (half) => {
    const own = questions.filter((question) => question.half === half);
    const missed = own.filter((question) => !isAmongFirstThree(question));
    expect(own.length).toBeGreaterThan(80);
    expect(missed.length, missed.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(own.length / 10);
  });

  test('their answers exist', () => {
    const known = new Set([...topics.map(({ id }) => id), ...Object.keys(ruleTexts)]);
    expect(questions.flatMap((one) => one.topics).filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('symptoms', () => {
  test('are of topics and rules', () => {
    const known = new Set([...topics.map(({ id }) => id), ...Object.keys(ruleTexts)]);
    expect(Object.keys(symptoms).filter((id) => !known.has(id))).toEqual([]);
  });

  test.each(topics)('$id has some, and two if nothing else recognizes it', ({ id, signatures }) => {
    expect(symptoms[id]?.length ?? 0).toBeGreaterThanOrEqual(signatures.length === 0 ? 2 : 1);
  });

  const sentences = Object.entries(symptoms).flatMap(([id, own]) => own.map((text) => ({ id, text })));
  test.each(sentences)('$id: $text', ({ id, text }) => expect(idsFor(text).slice(0, 3)).toContain(id));
});

describe('words of the field', () => {
  test.each([
    ['records do not sync from F&O to CRM', 'records do not sync from finance and operations to Dataverse'],
    ['records do not sync from FnO to CE', 'records do not sync from D365FO to the Common Data Service'],
    // cspell:ignore synchronise
    ['records do not synchronise from AX to CDS', 'records are not syncing from Fin & Ops to customer engagement'],
    ['the table map is paused', 'the entity map is paused'],
    ['a legal entity has no owning team', 'a company has no owning team'],
    ['customers are there twice after the initial sync', 'duplicated customers after the initial synchronization'],
    ['dual-write after a database refresh', 'dual-write after a db restore'],
    ['saving a customer is slow', 'saving a customer takes very long'],
    ['the map is stuck in initializing', 'the map hangs in initializing'],
  ])('%s = %s', (one, other) => expect(idsFor(one)[0]).toBe(idsFor(other)[0]));

  test.each([
    ['sluggish', 'slow'],
    ['hangs', 'stuck'],
    ['doubled', 'duplicates'],
    ['cloned', 'refreshed'],
    ['detach', 'unlink'],
    ['suspended', 'paused'],
    ['CRM plug-in throws an exception', 'Dataverse plugin throws an error'],
    ['privileges of the team', 'permissions of the team'],
  ])('%s = %s', (one, other) => {
    expect(idsFor(one)[0]).toBeDefined();
    expect(idsFor(one)[0]).toBe(idsFor(other)[0]);
  });

  // cspell:disable
  test.each([
    ['duplciate recrods after the inital sync', 'duplicate-records'],
    ['map stuck in initialising', 'map-stuck-initializing'],
    ['enviroment can not be unliked', 'environment-cannot-be-unlinked'],
    ['dual wrtie page is blnak', 'dual-write-page-does-not-load'],
    ['sanbox refersh', 'stale-link-after-copy'],
  ])('typing errors: %s', (words, id) => expect(idsFor(words).slice(0, 3)).toContain(id));
  // cspell:enable
});

describe('proposes', () => {
  test.each([
    '',
    'x',
    'dual write',
    'how do I',
    'printer does not print',
    'my outlook calendar is not opening',
    'kubernetes pod stuck in pending',
    'git merge conflict',
    'postgres replica is slow',
    'mysql replication is slow',
    'slow internet connection',
    'how to bake bread',
    'the weather is nice today',
    'docker build fails',
  ])('nothing for %j', (words) => expect(searchTopics(words)).toEqual([]));

  test('a message that is recognized first', () => {
    const text = 'Unable to write data to entity uoms. Unable to lookup msdyn_parties with values {000006057}.';
    expect(searchTopics(text)[0]).toMatchObject({ id: 'live-sync-reference-data-missing', kind: 'topic', score: 100 });
    expect(searchTopics('What does DWDVEV1007 mean?')[0]).toMatchObject({ id: 'DWDVEV1007', kind: 'rule', score: 100 });
  });

  property.prop([fc.oneof(fc.string(), fc.lorem(), fc.constantFrom(...questions.map(({ text }) => text)))])(
    'the best first, each once, the same each time',
    (words) => {
      const found = searchTopics(words);
      const scores = found.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      expect(found.length).toBeLessThanOrEqual(10);
      expect(scores.every((score) => score > 0 && score <= 100)).toBe(true);
      expect(searchTopics(words)).toEqual(found);
    },
  );

  test('by the first 5,000 characters', () => {
    const words = `cannot unlink the environment ${' '.repeat(5000)}`;
    expect(searchTopics(`${words} slow customers`)).toEqual(searchTopics(words));
  });
});
