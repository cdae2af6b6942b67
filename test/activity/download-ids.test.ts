import { expect, test } from 'vitest';
import {
  type ActivityEvent,
  type MapActivity,
  planActivityAction,
  replayActivity,
  runActivityPlan,
} from '../../src/activity/index.js';
import { memoryActivityPort } from '../../src/testing/memory-activity-port.js';
import { ready } from '../support/plans.js';

const map = 'Customers V3 (accounts)';
const at = '2026-11-20T10:00:00Z';

function activityWith(log: string, changes: Partial<ActivityEvent> = {}): MapActivity {
  const events = [{ type: 'error', map, at, message: 'failed', log, ...changes } as ActivityEvent]; // Safe: of an error.
  const [activity] = replayActivity(events, { now: '2026-11-20T11:00:00Z' }).maps;
  if (activity === undefined) throw new Error('no map');
  return activity;
}

const planOf = (...given: Parameters<typeof activityWith>) =>
  ready(planActivityAction(activityWith(...given), { type: 'download-error-log' }));
const idOf = (...given: Parameters<typeof activityWith>) => planOf(...given).requests[0]?.id ?? '';
const place = 'https://contoso.blob.core.windows.net/logs/exec-1/errors.csv';

test.each([
  `${place}?sv=2024-11-04&se=2026-11-21&sig=SECRET%3D`,
  `${place}?code=SECRET`,
  `${place}?SECRET`,
  `${place}#access_token=SECRET`,
  `${place};SharedAccessSignature=SECRET`,
  'https://user:SECRET@contoso.blob.core.windows.net/logs/exec-1/errors.csv',
  'https://contoso.example/logs/eyJhbGciOiJIUzI1NiJ9.SECRET.SECRET',
  'DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=SECRET',
  'AccountKey=SECRET',
  'sig=SECRET',
])('the id of the download of %s holds no key', (log) => {
  expect(idOf(log)).not.toContain('SECRET');
});

test('the address itself is for the port', async () => {
  const log = `${place}?sig=abc`;
  const run = await runActivityPlan(planOf(log), memoryActivityPort({ logs: { [log]: 'text' } }));
  expect(run.outcomes).toMatchObject([{ status: 'done', content: 'text' }]);
});

test('a new signature is the same download; another place, time or event is not', () => {
  const id = idOf(`${place}?sig=one`);
  expect(idOf(`${place}?sig=two&se=2026`)).toBe(id);
  expect(id).toContain('exec-1');
  const others = [
    idOf(`${place.replace('exec-1', 'exec-2')}?sig=one`),
    idOf(`${place}?sig=one`, { at: '2026-11-20T10:00:01Z' }),
    idOf(`${place}?sig=one`, { id: 'event-2' }),
    idOf(`${place}?sig=one`, { map: 'Vendors V2 (msdyn_vendors)' }),
  ];
  expect(new Set([id, ...others]).size).toBe(5);
});
