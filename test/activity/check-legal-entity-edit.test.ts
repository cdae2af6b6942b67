import { expect, test } from 'vitest';
import { checkLegalEntityEdit, type LegalEntityEdit } from '../../src/activity/index.js';

const add: LegalEntityEdit = { type: 'add', total: 12 };
const remove: LegalEntityEdit = { type: 'remove', total: 12 };

test.each([
  [add, 'not-running', undefined],
  [add, 'initializing', 'map-initializing'],
  [add, 'running', undefined],
  [add, 'paused', undefined],
  [add, 'resuming', undefined],
  [add, 'stopped', undefined],
  [add, 'unknown', 'map-state-unknown'],
  [remove, 'not-running', undefined],
  [remove, 'initializing', 'map-initializing'],
  [remove, 'running', undefined],
  [remove, 'paused', 'map-paused'],
  [remove, 'resuming', undefined],
  [remove, 'stopped', undefined],
  [remove, 'unknown', 'map-state-unknown'],
] as const)('%j while a map is %s: %s', (edit, state, type) => {
  const checked = checkLegalEntityEdit(edit, [
    { name: 'Vendors V2', state: 'running' },
    { name: 'Customers V3', state },
  ]);
  if (type === undefined) expect(checked.isOk()).toBe(true);
  else expect(checked._unsafeUnwrapErr()).toMatchObject({ type, maps: ['Customers V3'] });
});

test.each([
  [{ type: 'add', total: 40 }, true],
  [{ type: 'add', total: 41 }, false],
  [{ type: 'add', total: 2, skipInitialWrites: true }, false],
  [{ type: 'remove', total: 2 }, false],
] as const)('%j: initial writes %s', (edit, initialWrites) => {
  expect(checkLegalEntityEdit(edit, [])._unsafeUnwrap()).toEqual({ initialWrites });
});
