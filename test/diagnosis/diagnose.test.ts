import { describe, expect, test } from 'vitest';
import { topics } from '../../src/diagnosis/all-topics.js';
import { diagnose, diagnoseBy } from '../../src/diagnosis/diagnose.js';
import { matcherOf } from '../../src/diagnosis/matcher.js';
import type { Phase, Signature, Topic } from '../../src/diagnosis/topic.js';

function topicOf(id: string, signature: Partial<Signature>, phase: Phase = 'live-sync', code?: string): Topic {
  const [topic] = topics;
  if (topic === undefined) throw new Error('there are topics');
  return { ...topic, id, code, phase, signatures: [{ all: [`${id} problem`], ...signature }] };
}

const idsBy = (some: readonly Topic[], text: string) => diagnoseBy(matcherOf(some), text).map(({ id }) => id);
const toDataverse = (error: string) =>
  `Unable to write data to entity uoms. Writes to UnitEntity failed with error message ${error}`;
const toFinops = (error: string) => `Write failed for entity Units with unknown exception - ${error}`;

describe('the order of problems', () => {
  const some = [
    topicOf('outer', { wraps: true }),
    topicOf('first', {}),
    topicOf('second', {}),
    topicOf('wrapping', { wraps: true }),
  ];
  test.each<readonly [text: string, ids: readonly string[]]>([
    ['first problem: second problem', ['second', 'first']],
    ['second problem: first problem', ['first', 'second']],
    ['second problem: first problem: second problem', ['second', 'first']],
    ['first problem: outer problem', ['first', 'outer']],
    ['outer problem: first problem', ['first', 'outer']],
    ['outer problem: first problem, wrapping problem, second problem', ['second', 'first', 'wrapping', 'outer']],
    ['first problem', ['first']],
    ['nothing', []],
  ])('%s: %j', (text, ids) => expect(idsBy(some, text)).toEqual(ids));

  test('words that must not be there count anywhere', () => {
    const one = [topicOf('first', { none: ['resolved', 'again and again'] })];
    expect(idsBy(one, 'first problem')).toEqual(['first']);
    expect(idsBy(one, 'resolved first problem')).toEqual([]);
    expect(idsBy(one, 'first problem again and again')).toEqual([]);
  });

  test('codes come first, those that are not documented last', () => {
    const text = 'first problem DWDVEV7777 DWDVEV1007 second problem';
    expect(idsBy(some, text)).toEqual(['DWDVEV1007', 'second', 'first', 'unknown-code']);
    expect(idsBy([topicOf('DWDVEV1007', { all: ['first problem'] })], text)).toEqual(['DWDVEV1007', 'unknown-code']);
  });

  test('in a text of another product only codes count', () => {
    expect(idsBy(some, 'first problem DWDVEV1007 in GitHub')).toEqual(['DWDVEV1007']);
    expect(idsBy(some, 'first problem in GitHub with dual-write')).toEqual(['first']);
  });
});

describe('words that any product can print', () => {
  const alone = topicOf('common', { alone: true });
  test.each<readonly [text: string, isKnown: boolean]>([
    ['common problem', true],
    ['Error: common problem.', true],
    ['common problem of Contoso', false],
    ['common problem of Contoso in dual-write', true],
  ])('%s: %s', (text, isKnown) => expect(idsBy([alone], text)).toEqual(isKnown ? ['common'] : []));

  test.each<readonly [phase: Phase, isKnown: boolean]>([
    ['live-sync', true],
    ['throttling', true],
    ['async', true],
    ['link', false],
    ['map-start', false],
    ['initial-sync', false],
    ['user-interface', false],
    ['upgrade', false],
  ])('inside a write, those of the phase %s: %s', (phase, isKnown) => {
    const some = [topicOf('common', { alone: true }, phase)];
    expect(idsBy(some, toDataverse('a common problem of Contoso')).includes('common')).toBe(isKnown);
    expect(idsBy(some, toFinops('a common problem of Contoso')).includes('common')).toBe(isKnown);
  });

  test('a bare code means nothing inside a write, unless there are words beside it', () => {
    const find = /0x80041234(?:, odd)?/;
    const some = [topicOf('common', { alone: true, all: [{ find, anchor: '80041234' }] })];
    expect(idsBy(some, toDataverse('0x80041234'))).not.toContain('common');
    expect(idsBy(some, toDataverse('0X80041234 and 0x80041234'))).not.toContain('common');
    expect(idsBy(some, toDataverse('0x80041234, odd'))).toContain('common');
    expect(idsBy(some, toDataverse('0x80041234 and 0x80041234, odd'))).toContain('common');
    const worded = [topicOf('common', { alone: true, all: [{ find: /odd 0x80041234/, anchor: '80041234' }] })];
    expect(idsBy(worded, toDataverse('odd 0x80041234'))).toContain('common');
    expect(idsBy(some, '0x80041234')).toContain('common');
  });
});

describe('words that count inside a write only', () => {
  const dataverse = topicOf('inside', { failedWriteTo: 'dataverse', all: ['inside {what:word}'] });
  const finops = topicOf('inside', { failedWriteTo: 'finops', all: ['inside {what:word}'] });
  const found = (topic: Topic, text: string) =>
    diagnoseBy(matcherOf([topic]), text)
      .filter(({ id }) => id === 'inside')
      .map(({ captures }) => captures.what);
  test.each<readonly [text: string, ofDataverse: readonly string[], ofFinops: readonly string[]]>([
    ['inside a', [], []],
    [toDataverse('inside a'), ['a'], []],
    [toFinops('inside a'), [], ['a']],
    [`inside x. ${toDataverse('inside a')}`, ['a'], []],
    [`${toFinops('inside b')} ${toDataverse('inside a')}`, ['a'], ['b']],
    [`${toDataverse('inside a')} ${toDataverse('inside c')}`, ['a', 'c'], []],
  ])('%s', (text, ofDataverse, ofFinops) => {
    expect(found(dataverse, text)).toEqual(ofDataverse.length === 0 ? [] : [ofDataverse]);
    expect(found(finops, text)).toEqual(ofFinops.length === 0 ? [] : [ofFinops]);
  });

  test('are the cause in their own write', () => {
    const text = `${toFinops('odd thing')} ${toDataverse('inside a')}`;
    expect(idsBy([dataverse], text)).toEqual(['inside', 'finops-refused']);
  });
});

describe('captures', () => {
  const id = '0a000000-0000-4000-8000-00000000000f';
  const capturesBy = (signature: Partial<Signature>, text: string, code?: string) =>
    diagnoseBy(matcherOf([topicOf('own', signature, 'live-sync', code)]), text).find((one) => one.id === 'own')
      ?.captures;

  test('have ids and versions of the whole text, if there is a problem', () => {
    expect(capturesBy({}, `own problem ${id} 10.0.41`)).toEqual({ guids: [id], versions: ['10.0.41'] });
    expect(capturesBy({}, `${id} 10.0.41`)).toBeUndefined();
  });

  test('are without what is around them, each once, and not there where nothing is left', () => {
    const all: Signature['all'] = ['own problem {what} here'];
    expect(capturesBy({ all }, 'own problem "(x)." here, own problem x here, own problem y here')).toEqual({
      what: ['x', 'y'],
    });
    expect(capturesBy({ all }, "own problem '.' here")).toEqual({});
    const find = /own problem(?: (?<number>\d+))?(?: (?<word>[a-z]+))?/i;
    expect(capturesBy({ all: [{ find, anchor: 'own' }] }, 'own problem 7')).toEqual({ number: ['7'] });
  });

  test('have what follows the code of a topic', () => {
    const text = 'own problem DIPV1003: USMF, DEMF';
    expect(capturesBy({}, text, 'DIPV1003')).toEqual({ companies: ['USMF', 'DEMF'] });
    expect(capturesBy({}, text, 'DIPV1004')).toEqual({});
    const all: Signature['all'] = ['own problem {companies:word}'];
    expect(capturesBy({ all }, text, 'DIPV1003')).toEqual({ companies: ['DIPV1003'] });
  });
});

describe('any text', () => {
  test.each([
    ['odd characters', 'Unable to build dual‑write lookup\u00a0metadata', 'start-map-lookup-metadata'],
    ['escaped', String.raw`Unable\nto build dual\u002dwrite lookup metadata`, 'start-map-lookup-metadata'],
    ['a write that is not known', 'Unable to write data to entity uoms. The moon is full.', 'dataverse-refused'],
    ['only a code', 'DWDVEV1007', 'DWDVEV1007'],
  ])('%s', (_what, text, id) => expect(diagnose(text).map((one) => one.id)).toEqual([id]));

  test('nothing in nothing', () => {
    expect(diagnose('')).toEqual([]);
    expect(diagnose('The server returned 401')).toEqual([]);
  });
});
