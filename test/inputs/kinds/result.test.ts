import { describe, expect, test } from 'vitest';
import { recognize } from '../../../src/inputs/recognize.js';

const json = (value: unknown) => JSON.stringify(value);
const request = { id: 'r', job: 'j', action: 'retry', recordIds: ['a'] };

const kinds = [
  ...['activity-plan', 'alert-replay', 'alert-state', 'applied-maps', 'cleanup-plan', 'diagnosis-log', 'error-code'],
  ...['fleet', 'guides', 'map-list', 'map-version', 'maps', 'marked-requests', 'results', 'rule', 'rules'],
  ...['solution-plans', 'sync-errors', 'topic', 'topic-proposals', 'unknown-id', 'urls'],
];

describe('what a command wrote', () => {
  test.each(kinds)('%s', (of) => {
    const value = { schemaVersion: 1, kind: of };
    expect(recognize(json(value))).toEqual({ kind: 'result', of, value, lacks: [] });
    expect(recognize(json({ kind: of })).kind).toBe('unknown');
    expect(recognize(json({ ...value, schemaVersion: 3 }))).toMatchObject({
      looksLike: 'a result made by a newer version of this program (schemaVersion 3)',
      expected: 'a result of schemaVersion 1: update this program, or write the file with this version',
      lacks: [],
    });
  });

  test('diagnoses', () => {
    const value = { schemaVersion: 1, diagnoses: [] };
    expect(recognize(json(value))).toEqual({ kind: 'result', of: 'diagnoses', value, lacks: [] });
  });

  test.each([
    ['reports', { kind: 'reports', before: {}, after: {} }],
    ['snapshots', { kind: 'snapshots', before: {}, after: {} }],
  ])('a comparison of %s', (_name, value) => {
    expect(recognize(json(value))).toEqual({ kind: 'comparison', comparison: value, lacks: [] });
  });

  test.each<[string, object | readonly object[]]>([
    ['one request', request],
    ['requests', [request, { ...request, recordIds: [] }]],
  ])('%s', (_name, value) => {
    const requests = [value].flat();
    expect(recognize(json(value))).toEqual({ kind: 'result', of: 'requests', value: requests, lacks: [] });
  });

  test('requests on lines', () => {
    expect(recognize(`${json(request)}\n${json(request)}\n`)).toMatchObject({
      of: 'requests',
      value: [request, request],
    });
  });

  test.each<[string, object, string]>([
    ['request-plan', { kind: 'request-plan' }, 'request-plan'],
    ['request-plan', { verdict: 'a', refused: [] }, 'request-plan'],
    ['map-backup', { kind: 'map-backup', maps: 1 }, 'map-backup'],
  ])('%s', (kind, value) => {
    expect(recognize(json(value))).toMatchObject({
      kind,
      lacks: [],
      [kind === 'map-backup' ? 'backup' : 'plan']: value,
    });
  });
});

describe('what no command wrote', () => {
  test.each<[string, unknown, string]>([
    ['a result of no version', { diagnoses: [] }, 'diagnoses'],
    ['a version in words', { schemaVersion: '1', kind: 'fleet' }, 'schemaVersion, kind'],
    ['a kind that is not known', { schemaVersion: 1, kind: 'fleets' }, 'schemaVersion, kind'],
    ['a kind that is not a text', { schemaVersion: 1, kind: ['fleet'] }, 'schemaVersion, kind'],
    ['diagnoses that are not a list', { schemaVersion: 1, diagnoses: {} }, 'schemaVersion, diagnoses'],
    ['a comparison without its end', { kind: 'reports', before: {} }, 'kind, before'],
    ['a comparison without its beginning', { kind: 'snapshots', after: {} }, 'kind, after'],
    ['a comparison of something else', { kind: 'files', before: {}, after: {} }, 'kind, before, after'],
    ['a list of results', [{ schemaVersion: 1, kind: 'fleet' }], 'schemaVersion, kind'],
    ['a list of comparisons', [{ kind: 'reports', before: {}, after: {} }], 'kind, before, after'],
    ['a list of backups', [{ kind: 'map-backup' }], 'kind'],
    ['a list of plans', [{ kind: 'request-plan' }], 'kind'],
    ['a verdict alone', { verdict: 'a' }, 'verdict'],
    ['a request without an id', { ...request, id: 1 }, 'id, job, action, recordIds'],
    ['a request without a job', { ...request, job: null }, 'id, job, action, recordIds'],
    ['a request without an action', { ...request, action: undefined }, 'id, job, recordIds'],
    ['a request without rows', { ...request, recordIds: 'a' }, 'id, job, action, recordIds'],
    ['a request of a version', { ...request, schemaVersion: 2 }, 'id, job, action, recordIds, schemaVersion'],
    ['a request beside something else', [request, { a: 1 }], 'id, job, action, recordIds'],
  ])('%s', (_name, value, names) => {
    expect(recognize(json(value))).toMatchObject({ kind: 'unknown', looksLike: `JSON with the properties ${names}` });
  });

  test('an empty list', () => expect(recognize('[]')).toMatchObject({ looksLike: 'an empty list' }));

  test('a request beside null', () => {
    expect(recognize(json([request, null])).kind).toBe('unknown');
  });
});

describe('what a newer version wrote', () => {
  test.each([
    ['a report', { outcomes: [] }],
    ['a snapshot', { facts: {} }],
    ['a result', { diagnoses: [] }],
    ['a baseline', { kind: 'baseline' }],
    ['a backup of maps', { kind: 'map-backup' }],
    ['a plan of requests', { kind: 'request-plan' }],
    ['a comparison', { kind: 'reports' }],
    ['a comparison', { kind: 'snapshots' }],
  ])('%s', (what, value) => {
    expect(recognize(json({ schemaVersion: 2, ...value }))).toEqual({
      kind: 'unknown',
      looksLike: `${what} made by a newer version of this program (schemaVersion 2)`,
      expected: `${what} of schemaVersion 1: update this program, or write the file with this version`,
      lacks: [],
    });
  });

  test.each<[string, unknown]>([
    ['a kind that is not known', { schemaVersion: 2, kind: 'a' }],
    ['a kind that is not a text', { schemaVersion: 2, kind: ['baseline'] }],
    ['no kind', { schemaVersion: 2 }],
    ['half a version', { schemaVersion: 2.5, kind: 'baseline' }],
    ['a version in words', { schemaVersion: '2', kind: 'reports' }],
    ['this version', { schemaVersion: 1, kind: 'reports' }],
    ['outcomes that are not a list', { schemaVersion: 2, outcomes: {} }],
    ['facts that are a list', { schemaVersion: 2, facts: [] }],
    ['diagnoses that are not a list', { schemaVersion: 2, diagnoses: {} }],
    ['a list', [{ schemaVersion: 2, kind: 'baseline' }]],
    ['null', null],
  ])('not %s', (_name, value) => {
    const input = recognize(json(value));
    expect(JSON.stringify(input)).not.toContain('newer');
    expect(JSON.stringify(input)).not.toContain('fails to read');
  });
});
