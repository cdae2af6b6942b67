import { describe, expect, test } from 'vitest';
import { recognizeMaps } from '../../src/inputs/recognize-maps.js';
import { inPage } from './code-page-samples.js';

const json = (value: unknown) => JSON.stringify(value);
const context = 'https://contoso.crm4.dynamics.com/api/data/v9.2/$metadata#accounts';
const map = { msdyn_dualwriteentitymapid: 'a', msdyn_mapping: null };
const error = { error: { code: '0x80040217', message: 'does not exist' } };

describe('what is to hold maps', () => {
  test.each<[string, unknown]>([
    ['a list without rows', []],
    ['an answer without rows', { value: [] }],
    ['an error of the service', error],
    ['an answer about another table', { '@odata.context': context, value: [{ accountid: 'a' }] }],
    ['rows of which one is a map', [{ a: 1 }, map]],
    ['pages of which one has maps', [{ value: [{ a: 1 }] }, { value: [map] }]],
  ])('%s is for the reader of rows', (_name, value) => {
    expect(recognizeMaps(json(value), { name: 'a.json' })).toEqual({
      kind: 'map-rows',
      name: 'a.json',
      documents: [value],
      lacks: [],
    });
  });

  test.each<[string, string | Uint8Array, string]>([
    ['rows of something else', json([{ a: 1 }]), 'unknown'],
    ['an object of something else', json({ a: 1 }), 'unknown'],
    ['words', 'Unable to write', 'error-text'],
    ['words in JSON', json('Unable to write'), 'error-text'],
    ['broken JSON', '{"a":', 'unknown'],
    ['nothing', '', 'unknown'],
    ['bytes of something else', Uint8Array.from({ length: 500 }, (_, index) => index % 7), 'unknown'],
    ['settings', json({ failOn: 'warning' }), 'config'],
    ['maps', json([map]), 'map-rows'],
    ['rows of which the first one is a map', json([map, { a: 1 }]), 'service-answer'],
    ['a map with a column twice', '{"msdyn_dualwriteentitymapid":"a","msdyn_mapping":1,"msdyn_mapping":2}', 'unknown'],
  ])('%s remain what they are', (_name, content, kind) => {
    expect(recognizeMaps(content).kind).toBe(kind);
  });

  test('what could not be read is named', () => {
    expect(recognizeMaps(`${json(error)}\n{"a`)).toMatchObject({
      kind: 'map-rows',
      lacks: ['line 2 could not be read'],
    });
    expect(recognizeMaps(inPage('Windows-1250', `${json({ ...error, a: 'Ku\u010dera' })}\n{"a`))).toMatchObject({
      kind: 'map-rows',
      lacks: ['line 2 could not be read', expect.stringMatching(/^letters may be wrong: /)],
    });
  });
});
