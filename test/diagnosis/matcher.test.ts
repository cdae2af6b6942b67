// cspell:ignore missingparty
import { describe, expect, test } from 'vitest';
import { topics } from '../../src/diagnosis/all-topics.js';
import { diagnoseBy } from '../../src/diagnosis/diagnose.js';
import { compileSignature, matcherOf } from '../../src/diagnosis/matcher.js';
import type { Signature, Topic } from '../../src/diagnosis/topic.js';

const [known] = topics;

function topicOf(id: string, ...signatures: readonly Signature[]): Topic {
  if (known === undefined) throw new Error('there are topics');
  return { ...known, id, code: undefined, signatures };
}

/** The topics that are worth trying on a text. */
function idsFor(some: readonly Topic[], text: string): readonly string[] {
  return matcherOf(some)
    .candidates(text)
    .map(({ topic }) => topic.id);
}

describe('signatures that are worth trying', () => {
  const some = [
    topicOf('party', { all: ['party record missing'] }),
    topicOf('metadata', { all: ['lookup metadata', 'unable to build'] }),
    topicOf('data', { all: ['metadatacache'] }),
    topicOf('code', { all: [{ find: /x1234/i, anchor: 'X1234' }] }),
    topicOf('both', { all: ['something went wrong', { find: /code abc/i, anchor: 'abc' }] }),
  ];

  test.each<readonly [text: string, ids: readonly string[]]>([
    ['Party record missing', ['party']],
    ['MISSING: the PARTY', ['party']],
    ['party', []],
    ['missing', []],
    ['nothing', []],
    ['', []],
    // Words may be parts of other words, which only the signature itself can tell.
    ['missingparty', ['party']],
    ['unable to build lookup metadata', ['metadata']],
    ['unable to build metadata', ['metadata']],
    ['metadata', []],
    ['MetadataCache', ['data']],
    ['unable to build MetadataCache', ['data', 'metadata']],
    ['the code is X1234', ['code']],
    ['the code is x1234', ['code']],
    ['something wrong abc', []],
    ['something went wrong', []],
    ['something went wrong ABC', ['both']],
    ['x1234 and party missing and x1234', ['code', 'party']],
  ])('%j: %j', (text, ids) => expect([...idsFor(some, text)].sort()).toEqual(ids));

  test('are each proposed once, all signatures of a topic', () => {
    const two = [
      topicOf('two', { all: ['first sentence'] }, { all: ['sentence alone'] }, { all: ['other'] }),
      topicOf('one', { all: ['sentence here'] }),
    ];
    expect(idsFor(two, 'sentence, first sentence alone, sentence')).toEqual(['two', 'two']);
    expect(idsFor(two, 'sentence here')).toEqual(['one']);
  });

  test('need a word or an anchor', () => {
    const none: Signature = { all: ['a {name}'] };
    expect(() => matcherOf([topicOf('none', none)])).toThrow(SyntaxError);
    expect(() => matcherOf([topicOf('none', none)])).toThrow('a signature has a word or an anchor');
    expect(() => matcherOf([topicOf('none', { all: [{ find: /x/, anchor: '' }] })])).toThrow(SyntaxError);
  });
});

describe('a signature', () => {
  const topic = topicOf('own');
  test('is recognized by expressions in any letter case, wherever they are', () => {
    const { all, none } = compileSignature(topic, {
      all: [{ find: /ab+c/, anchor: 'ab' }],
      none: ['x', { find: /y/, anchor: 'y' }],
    });
    expect(all.map(({ find }) => find().flags)).toEqual(['gi']);
    expect(none.map(({ find }) => find().flags)).toEqual(['gi', 'gi']);
  });

  test('is what it says it is, and else nothing special', () => {
    expect(compileSignature(topic, { all: ['x'] })).toMatchObject({
      topic,
      none: [],
      alone: false,
      wraps: false,
      failedWriteTo: undefined,
    });
    expect(compileSignature(topic, { all: ['x'], alone: true, wraps: true, failedWriteTo: 'finops' })).toMatchObject({
      alone: true,
      wraps: true,
      failedWriteTo: 'finops',
    });
  });
});

describe('what a signature says', () => {
  const ids = (signature: Signature, text: string) =>
    diagnoseBy(matcherOf([topicOf('own', signature)]), text).map(({ id, captures }) => [id, captures]);

  test('every part must be there, and none that must not', () => {
    const signature: Signature = {
      all: ['map {map:word} stopped', 'reason {why:number}'],
      none: ['resumed', { find: /again/i, anchor: 'again' }],
    };
    expect(ids(signature, 'reason 12, map accounts stopped')).toEqual([['own', { map: ['accounts'], why: ['12'] }]]);
    expect(ids(signature, 'map accounts stopped')).toEqual([]);
    expect(ids(signature, 'reason 12, map accounts stopped and resumed')).toEqual([]);
    expect(ids(signature, 'reason 12, map accounts stopped AGAIN')).toEqual([]);
  });

  test('all places count, and each value once', () => {
    const signature: Signature = { all: ['map {map:word} stopped'] };
    expect(ids(signature, 'map a stopped, map b stopped, map a stopped')).toEqual([['own', { map: ['a', 'b'] }]]);
  });
});
