import { describe, expect, test } from 'vitest';
import { statuses } from '../../../src/engine/outcome.js';
import { healthFactNames } from '../../../src/facts/fact-names.js';
import { recognize } from '../../../src/inputs/recognize.js';

const json = (value: unknown) => JSON.stringify(value);
const takenAt = '2026-11-20T10:00:00Z';
const environment = { name: 'contoso' };
const facts = { legalEntities: { status: 'known', value: [{ code: 'USMF' }] } };
const whole = { schemaVersion: 1, environment, takenAt, facts };

describe('a snapshot', () => {
  test.each([whole, { ...whole, note: 'n' }])('is kept as it is', (snapshot) => {
    expect(recognize(json(snapshot))).toEqual({ kind: 'snapshot', snapshot, lacks: [] });
  });

  test.each([
    ['facts alone', { schemaVersion: 1, facts }],
    ['facts of a time', { schemaVersion: 1, takenAt, facts }],
    ['facts of an environment', { schemaVersion: 1, environment, facts }],
  ])('%s only add to one', (_name, value) => {
    expect(recognize(json(value))).toEqual({ kind: 'facts', facts: value, lacks: [] });
  });

  test.each<[string, object, string, string, RegExp]>([
    ['its environment', { ...whole, environment: 7 }, 'a snapshot', 'a snapshot as it was written', /^environment: /],
    ['its time', { ...whole, takenAt: 'noon' }, 'a snapshot', 'a snapshot as it was written', /^takenAt: /],
    ['a fact', { ...whole, facts: { link: 7 } }, 'a snapshot', 'a snapshot as it was written', /^facts\.link: /],
    [
      'the environment of facts',
      { schemaVersion: 1, environment: 7, facts },
      'a file of facts',
      'a file of facts as it was written',
      /^environment: /,
    ],
    [
      'the time of facts',
      { schemaVersion: 1, takenAt: 7, facts },
      'a file of facts',
      'a file of facts as it was written',
      /^takenAt: /,
    ],
  ])('with a fault in %s is unknown, and says what is wrong', (_name, value, what, expected, because) => {
    const input = recognize(json(value));
    expect(input).toMatchObject({ kind: 'unknown', expected, lacks: [] });
    const [said, fault] = input.kind === 'unknown' ? input.looksLike.split(' that cannot be read: ') : [];
    expect(said).toBe(what);
    expect(fault).toMatch(because);
  });

  test.each([
    ['a list of them', [whole], 'JSON with the properties schemaVersion, environment, takenAt, facts'],
    ['facts in a list', { facts: [] }, 'JSON with the properties facts'],
    ['facts that are null', { facts: null }, 'JSON with the properties facts'],
  ])('%s is none', (_name, value, looksLike) => {
    expect(recognize(json(value))).toMatchObject({ kind: 'unknown', looksLike });
  });
});

describe('a baseline', () => {
  const baseline = { schemaVersion: 1, kind: 'baseline', takenAt, findings: [] };

  test('is read', () => {
    expect(recognize(json(baseline))).toEqual({ kind: 'baseline', baseline, lacks: [] });
  });

  test('with a fault is unknown, and says what is wrong', () => {
    expect(recognize(json({ ...baseline, findings: 7 }))).toEqual({
      kind: 'unknown',
      looksLike: expect.stringMatching(/^a baseline that cannot be read: findings: /),
      expected: 'a baseline as it was written',
      lacks: [],
    });
  });

  test('in a list is none', () => {
    expect(recognize(json([baseline]))).toMatchObject({
      looksLike: 'JSON with the properties schemaVersion, kind, takenAt, findings',
    });
  });
});

describe('a report', () => {
  const unknown = { status: 'unknown', reason: 'not-provided' };
  const report = {
    ...{ schemaVersion: 1, tool: { name: 'dual-write-health', version: '1.0.0' }, environment, takenAt },
    ...{
      health: 'unknown',
      failOn: 'error',
      totals: Object.fromEntries(statuses.map((status) => [status, 0])),
      outcomes: [],
    },
    facts: Object.fromEntries(healthFactNames.map((name) => [name, unknown])),
  };
  const verdicts = [
    'confirmed',
    'found',
    'found-for-similar',
    'open',
    'found-for-others',
    'not-checkable',
    'ruled-out',
  ];
  const remediation = {
    summary: 's',
    options: [{ title: 't', steps: ['a'], performedBy: ['tenant-administrator'], destroys: null, links: [] }],
  };
  const diagnosis = {
    ...{ id: 'i', code: '0x1', title: 't', phase: 'link', causes: ['c'], performedBy: ['tenant-administrator'] },
    ...{ remediation, captures: { map: ['m'] }, rules: ['DWDVEV9001'], source: { title: 't', date: '2026-11-20' } },
  };
  const explanation = {
    ...{ diagnosis, verdict: 'found', evidence: [{ code: 'a', status: 'failed' }] },
    ...{ named: [{ name: 'm', verdict: 'open', messages: 2 }], findings: ['f'], kind: 'maps', isAccepted: true },
  };
  const explained = (...explanations: readonly unknown[]) => recognize(json({ ...report, explanations }));

  test('is read', () => {
    expect(recognize(json(report))).toEqual({ kind: 'report', report, lacks: [] });
  });

  test('with a fault is unknown, and says what is wrong', () => {
    expect(recognize(json({ ...report, outcomes: 7 }))).toEqual({
      kind: 'unknown',
      looksLike: expect.stringMatching(/^a report that cannot be read: outcomes: /),
      expected: 'a report as it was written',
      lacks: [],
    });
  });

  test('in a list is none', () => {
    expect(recognize(json([{ outcomes: [] }]))).toMatchObject({ looksLike: 'JSON with the properties outcomes' });
  });

  test.each<[string, unknown]>([
    ['all that there may be', explanation],
    [
      'nothing that may be left out',
      { diagnosis: { ...diagnosis, code: undefined, source: null }, verdict: 'open', evidence: [] },
    ],
    ...verdicts.map((verdict): [string, unknown] => [verdict, { ...explanation, verdict }]),
    ...['maps', 'projects', 'companies', 'teams', 'solutions'].map((kind): [string, unknown] => [
      kind,
      { ...explanation, kind },
    ]),
  ])('keeps an explanation with %s', (_name, value) => {
    const plain = JSON.parse(json(value));
    expect(explained(value)).toMatchObject({ kind: 'report', explanations: [plain] });
  });

  test.each<[string, unknown]>([
    ['no object', 7],
    ['no diagnosis', { ...explanation, diagnosis: undefined }],
    ...Object.keys(diagnosis).map((name): [string, unknown] => [
      `a diagnosis with a wrong ${name}`,
      { ...explanation, diagnosis: { ...diagnosis, [name]: 7 } },
    ]),
    ['a performer that is not known', { ...explanation, diagnosis: { ...diagnosis, performedBy: ['x'] } }],
    ['a source without a title', { ...explanation, diagnosis: { ...diagnosis, source: { date: 'd' } } }],
    ['a source without a date', { ...explanation, diagnosis: { ...diagnosis, source: { title: 't' } } }],
    ['causes that are not texts', { ...explanation, diagnosis: { ...diagnosis, causes: [7] } }],
    ['captures that are not texts', { ...explanation, diagnosis: { ...diagnosis, captures: { a: [7] } } }],
    ['a verdict that is not known', { ...explanation, verdict: 'x' }],
    ['evidence without a code', { ...explanation, evidence: [{ status: 'failed' }] }],
    ['evidence without a status', { ...explanation, evidence: [{ code: 'a' }] }],
    ['a named thing without a name', { ...explanation, named: [{ verdict: 'open', messages: 2 }] }],
    ['a named thing without a verdict', { ...explanation, named: [{ name: 'm', messages: 2 }] }],
    ['less than no messages', { ...explanation, named: [{ name: 'm', verdict: 'open', messages: -1 }] }],
    ['half a message', { ...explanation, named: [{ name: 'm', verdict: 'open', messages: 0.5 }] }],
    ['findings that are not a list', { ...explanation, findings: 'f' }],
    ['a kind that is not known', { ...explanation, kind: 'x' }],
    ['what is not accepted', { ...explanation, isAccepted: false }],
  ])('is read without explanations where one has %s', (_name, value) => {
    const input = explained(explanation, value);
    expect(input.kind).toBe('report');
    expect('explanations' in input).toBe(false);
  });
});
