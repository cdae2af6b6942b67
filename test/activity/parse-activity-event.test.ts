import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { parseActivityEvent } from '../../src/activity/index.js';

const base = { map: 'Customers V3', at: '2026-11-20T10:00:00Z' };

describe('types in words', () => {
  test.each([
    ['map-created', 'map-created'],
    ['Mappings created', 'map-created'],
    ['Update field mappings', 'field-mappings-updated'],
    ['Update column mappings', 'field-mappings-updated'],
    ['Run', 'run'],
    ['Initial sync started', 'initial-sync-started'],
    ['INITIAL_SYNC_COMPLETED', 'initial-sync-completed'],
    ['Pause', 'paused'],
    ['queue measured', 'queue-measured'],
    ['Resume', 'resumed'],
    ['Catch-up started', 'catch-up-started'],
    ['CatchUp completed', 'catch-up-completed'],
    ['Stop', 'stopped'],
    ['Error', 'error'],
  ])('%s is %s', (words, type) => {
    expect(parseActivityEvent({ ...base, type: words })._unsafeUnwrap().type).toBe(type);
  });
});

describe('what an event carries', () => {
  const parsed = (input: object) => parseActivityEvent({ ...base, ...input })._unsafeUnwrap();
  test.each([
    ['who did it is left out', { type: 'run', actor: 'ada@contoso.com', user: { name: 'Ada' } }, { type: 'run' }],
    ['ids and names as numbers', { type: 'run', id: 7 }, { type: 'run', id: '7' }],
    [
      'a state as the number of the gateway',
      { type: 'error', state: '6' },
      { type: 'error', message: '', state: 'not-running' },
    ],
    ['a state as a number', { type: 'run', state: 2 }, { type: 'run', state: 'initializing' }],
    ['a state in words', { type: 'run', state: 'Not Running' }, { type: 'run', state: 'not-running' }],
    [
      'the word of the gateway',
      { type: 'resumed', state: 'CatchUp' },
      { type: 'resumed', option: 'catch-up', state: 'resuming' },
    ],
    ['an unknown state', { type: 'run', state: 'toString' }, { type: 'run' }],
    ['a state that is not a word', { type: 'run', state: { a: 1 } }, { type: 'run' }],
    ['counts as text', { type: 'paused', queuedBytes: ' 1024 ' }, { type: 'paused', queuedBytes: 1024 }],
    ['nothing at all', { type: 'paused', queuedBytes: null, id: null }, { type: 'paused' }],
    [
      'an option of resuming',
      { type: 'resumed', option: 'Skip preserving' },
      { type: 'resumed', option: 'skip-preserving' },
    ],
    [
      'directions as numbers and in words',
      {
        type: 'initial-sync-completed',
        directions: [
          { direction: 1, errors: 0 },
          { direction: '2', errors: 1 },
          { direction: 'Finance and operations to Dataverse', errors: 2 },
          { direction: 'CRM', errors: 3 },
          { direction: 3, errors: 4 },
        ],
      },
      {
        type: 'initial-sync-completed',
        directions: [
          { direction: 'finops-to-dataverse', errors: 0, topErrors: [] },
          { direction: 'dataverse-to-finops', errors: 1, topErrors: [] },
          { direction: 'finops-to-dataverse', errors: 2, topErrors: [] },
          { direction: 'dataverse-to-finops', errors: 3, topErrors: [] },
          { direction: 'unknown', errors: 4, topErrors: [] },
        ],
      },
    ],
    [
      'retries in words and as numbers',
      {
        type: 'catch-up-completed',
        errors: ['Completed', 2, 1, '3', '', undefined, 'perhaps', true].map((retryStatus, index) => ({
          id: `e${index}`,
          createdOn: base.at,
          retryStatus,
        })),
      },
      {
        type: 'catch-up-completed',
        errors: [
          'completed',
          'completed',
          'retrying',
          'failed',
          'not-retried',
          'not-retried',
          'unknown',
          'unknown',
        ].map((retryStatus, index) => ({ id: `e${index}`, message: '', createdOn: base.at, retryStatus })),
      },
    ],
    [
      'messages without what nobody should see',
      { type: 'error', message: 'ada@contoso.com: password=abcdefgh', log: 'https://a.example/1?sig=x' },
      { type: 'error', message: '[email]: password=[secret]', log: 'https://a.example/1?sig=x' },
    ],
  ])('%s', (_, input, expected) => {
    expect(JSON.parse(JSON.stringify(parsed(input)))).toEqual({ ...base, ...expected });
  });

  test('long messages are cut', () => {
    const event = parsed({ type: 'error', message: 'x'.repeat(1_000_000) });
    expect(event).toMatchObject({ message: 'x'.repeat(1_000) });
  });
});

describe('what is not an event, and where', () => {
  test.each([
    [undefined, ['']],
    ['run', ['']],
    [[], ['']],
    [{}, ['type']],
    [{ ...base, type: 'constructor' }, ['type']],
    [{ ...base, type: ['run'] }, ['type']],
    [{ type: 'run' }, ['map', 'at']],
    [{ ...base, map: ' ', type: 'run' }, ['map']],
    [{ ...base, at: '2026-11-20T10:00:00', type: 'run' }, ['at']],
    [{ ...base, at: '2026-02-30T10:00:00Z', type: 'run' }, ['at']],
    [{ ...base, at: 1_700_000_000_000, type: 'run' }, ['at']],
    [{ ...base, type: 'paused', queuedBytes: -1 }, ['queuedBytes']],
    [{ ...base, type: 'paused', queuedBytes: 'much' }, ['queuedBytes']],
    [{ ...base, type: 'resumed', option: 'somehow' }, ['option']],
    [{ ...base, type: 'initial-sync-completed', directions: [{ direction: 1 }] }, ['directions[0].errors']],
    [{ ...base, type: 'catch-up-completed', errors: [{ id: '' }] }, ['errors[0].id', 'errors[0].createdOn']],
  ])('%j: %j', (input, paths) => {
    const { type, issues } = parseActivityEvent(input)._unsafeUnwrapErr();
    expect(type).toBe('malformed');
    expect(issues.map(({ path }) => path)).toEqual(paths);
    // Nothing of the input is quoted.
    expect(issues.map(({ message }) => message).join()).not.toMatch(/somehow|much|constructor/);
  });
});

property.prop([fc.anything()])('never throws, and what it gives it takes again', (input) => {
  const parsed = parseActivityEvent(input);
  if (parsed.isOk()) expect(parseActivityEvent(parsed.value)._unsafeUnwrap()).toEqual(parsed.value);
});
