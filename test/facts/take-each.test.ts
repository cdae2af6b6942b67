import { describe, expect, test } from 'vitest';
import { replayActivity } from '../../src/activity/index.js';
import { replayAlerts } from '../../src/alerts/index.js';
import { diagnoseLines } from '../../src/diagnosis/index.js';
import { summarizeSyncErrors } from '../../src/sync-errors/index.js';
import { rows } from '../sync-errors/arbitrary-records.js';

async function* later<Item>(items: Iterable<Item>): AsyncGenerator<Item, void, undefined> {
  yield* items;
}

// One rule for whatever takes items.
describe('an iterable gives the answer at once, an asynchronous one the same answer later', () => {
  const lines = ['2026-11-20 Error: DWDVEV1007', 'nothing', '2026-11-21 Error: DWDVEV1007'];
  const events = [{ type: '429', at: 0 }];
  const log = [{ type: 'run', map: 'accounts - Customers V3', at: '2026-11-20T10:00:00Z' }, 'no event'];
  test.each([
    ['diagnoseLines', diagnoseLines(lines), () => diagnoseLines(later(lines))],
    ['replayAlerts', replayAlerts([], events), () => replayAlerts([], later(events))],
    ['replayActivity', replayActivity(log), () => replayActivity(later(log))],
    ['summarizeSyncErrors', summarizeSyncErrors(rows(3)), () => summarizeSyncErrors(later(rows(3)))],
  ])('%s', async (_name, atOnce, async) => {
    expect(atOnce).toBeDefined();
    expect(atOnce).not.toBeInstanceOf(Promise);
    expect(await async()).toEqual(atOnce);
  });
});
