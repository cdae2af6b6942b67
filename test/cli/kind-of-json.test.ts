import { describe, expect, test } from 'vitest';
import { kindInWords, kindOfJson } from '../../src/cli/kind-of-json.js';
import { shippedMaps } from '../support/entity-maps.js';

describe('what a value of a file is', () => {
  test.each<[ReturnType<typeof kindOfJson>, unknown]>([
    ['report', { outcomes: [] }],
    ['snapshot', { facts: {} }],
    ['har', { log: { entries: [] } }],
    ['connection-set', { environments: {} }],
    ['alert-setting', { name: 'x', errorTypes: [], threshold: 2 }],
    ['alert-setting', { name: 'x', state: 'Enabled', threshold: { count: 2 } }],
    ['sync-error', { integrationJob: 'x', createdOn: 'x' }],
    ['captured-map', { leftEntity: {}, rightEntity: {}, detail: {} }],
    ['runtime-configuration', { msdyn_dualwriteruntimeconfigid: 'x', msdyn_name: 'x' }],
    ['project-configuration', { ProjectName: 'x', ExternalEnvironmentUrl: 'x' }],
    ['solution', { uniquename: 'x', version: '1.0' }],
    ['table-metadata', { LogicalName: 'account', EntitySetName: 'accounts' }],
    ['table-map', shippedMaps()[0]],
    ['table-map', { legs: [{ fieldMappings: [] }] }],
    ['activity', { type: 'run', map: 'x', at: '2026-11-20T10:00:00Z' }],
    ['error-event', { type: 'Application error', at: '2026-11-20T10:00:00Z' }],
    ['result', { schemaVersion: 1, kind: 'map-list' }],
    [undefined, { name: '@contoso/app', version: '1.2.3' }],
    [undefined, [1]],
    [undefined, null],
  ])('%s: %j', (kind, value) => expect(kindOfJson(value)).toBe(kind));

  test('each kind has words', () => {
    for (const words of Object.values(kindInWords)) expect(words).toMatch(/^(?:is|holds) /);
  });
});
