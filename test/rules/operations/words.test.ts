import { expect, test } from 'vitest';
import { evaluateSnapshot, known, type Rule, snapshotOf } from '../../../src/index.js';
import { alertActionCoreOutdated } from '../../../src/rules/operations/alert-action-core-outdated.js';
import { alertSettingInert } from '../../../src/rules/operations/alert-setting-inert.js';
import { alertThresholdUnreachable } from '../../../src/rules/operations/alert-threshold-unreachable.js';
import { asyncCoreOutdated } from '../../../src/rules/operations/async-core-outdated.js';
import { catchUpErrorsExpiring } from '../../../src/rules/operations/catch-up-errors-expiring.js';
import { integrationJobInactive } from '../../../src/rules/operations/integration-job-inactive.js';
import { hoursBetween } from '../../../src/rules/operations/map-activity.js';
import { mapPausedLong } from '../../../src/rules/operations/map-paused-long.js';
import { mapResumingLong } from '../../../src/rules/operations/map-resuming-long.js';
import { syncErrorsWaiting } from '../../../src/rules/operations/sync-errors-waiting.js';
import { make } from '../../support/facts.js';

function messageOf(rule: Rule, facts: Parameters<typeof snapshotOf>[1], most = 0): string | undefined {
  const hours = { options: { hours: 1 } };
  const options = { rules: { DWFOEV9603: hours, DWFOEV9606: hours, DWFOEV9501: { options: { most } } } };
  const snapshot = snapshotOf('words', facts, { takenAt: '2026-11-20T10:00:00Z' });
  const [outcome] = evaluateSnapshot(snapshot, { validator: rule, ...options }).outcomes;
  return outcome?.status === 'failed' ? outcome.findings[0].message : undefined;
}

const activity = (differing: Parameters<typeof make.mapActivity>[0]) => ({
  mapActivity: known([make.mapActivity({ map: 'uoms - Units', ...differing })]),
});

test.each([
  ['2026-11-20T09:00:00Z', 'the map uoms - Units has been resuming for 1 hour'],
  ['2026-11-20T08:00:00Z', 'the map uoms - Units has been resuming for 2 hours'],
])('a map that has been resuming since %s', (since, message) => {
  expect(messageOf(mapResumingLong, activity({ state: 'resuming', since }))).toBe(message);
});

test.each([
  ['2026-11-20T08:30:00Z', null, ' for 1 hour'],
  ['2026-11-20T08:00:00Z', 0, ' for 2 hours, with 0% of 1 GB queued'],
  [null, 850_000_000, ', with 85% of 1 GB queued'],
])('a map that has been paused since %j with %j bytes', (since, queuedBytes, words) => {
  expect(messageOf(mapPausedLong, activity({ state: 'paused', since, queuedBytes }))).toBe(
    `the map uoms - Units has been paused${words}; the limits are one day and 1 GB`,
  );
});

test.each([
  [
    ['2026-11-19T16:00:00Z'],
    '1 catch-up error of the map uoms - Units has waited for a long time: the next is purged in about 6 h',
  ],
  [
    ['2026-11-19T10:30:00Z', '2026-11-19T12:00:00Z'],
    '2 catch-up errors of the map uoms - Units have waited for a long time: the next is purged within the hour',
  ],
  [
    ['2026-11-19T09:00:00Z', '2026-11-19T12:00:00Z'],
    '2 catch-up errors of the map uoms - Units have waited for a long time: 1 is older than one day and purged, the next is purged in about 2 h',
  ],
  [
    ['2026-11-18T09:00:00Z', '2026-11-18T12:00:00Z'],
    '2 catch-up errors of the map uoms - Units have waited for a long time: 2 are older than one day and purged',
  ],
])('catch-up errors of %j', (moments, message) => {
  const catchUpErrors = moments.map((createdOn, index) => ({ id: String(index), createdOn }));
  expect(messageOf(catchUpErrorsExpiring, activity({ catchUpErrors }))).toBe(message);
});

test.each([
  [['application'], '1 error row of the integration job Customers waits, 0 are allowed'],
  [
    ['application', 'concurrency'],
    '2 error rows of the integration job Customers wait, 0 are allowed; 1 of them is superseded by newer changes and cannot be retried',
  ],
  [
    ['concurrency', 'concurrency'],
    '2 error rows of the integration job Customers wait, 0 are allowed; 2 of them are superseded by newer changes and cannot be retried',
  ],
] as const)('sync errors of %j', (categories, message) => {
  const syncErrors = known(categories.map((category, index) => make.syncError({ id: String(index), category })));
  expect(messageOf(syncErrorsWaiting, { syncErrors })).toBe(message);
});

test.each([
  [1, 0, '1 integration job'],
  [2, 1, '2 integration jobs, 1 error row'],
  [0, 2, '2 error rows'],
])('%i jobs and %i sync errors beside an old core', (jobs, errors, words) => {
  const facts = {
    solutions: known([make.solution('msdyn_DualWriteCore', '1.0.24073.3')]),
    integrationJobs: known(Array.from({ length: jobs }, (_, index) => make.integrationJob({ name: `job ${index}` }))),
    syncErrors: known(Array.from({ length: errors }, (_, index) => make.syncError({ id: `error ${index}` }))),
  };
  expect(messageOf(asyncCoreOutdated, facts)).toBe(
    `msdyn_DualWriteCore has version 1.0.24073.3, dual-write async needs 1.0.24093.1; it is in use: ${words}`,
  );
});

test('one error row more than the one that is allowed', () => {
  const syncErrors = known(['e1', 'e2'].map((id) => make.syncError({ id })));
  expect(messageOf(syncErrorsWaiting, { syncErrors }, 1)).toBe(
    '2 error rows of the integration job Customers wait, 1 is allowed',
  );
});

test('errors of an integration job that is not there', () => {
  const syncErrors = known(['e1', 'e2'].map((id) => make.syncError({ id })));
  expect(messageOf(integrationJobInactive, { syncErrors, integrationJobs: known([]) })).toBe(
    'the integration job Customers does not exist, and 2 error rows wait for it',
  );
});

test.each([
  [['1.0.24073.2'], '1.0.24073.2 is installed'],
  [[], 'it is not installed'],
])('an automatic action beside the core solutions %j', (versions, words) => {
  const solutions = known(versions.map((version) => make.solution('msdyn_DualWriteCore', version)));
  expect(messageOf(alertActionCoreOutdated, { alertSettings: known([make.alertSetting()]), solutions })).toBe(
    `the alert setting Maintenance acts automatically, which needs core 1.0.24073.3; ${words}`,
  );
});

test('an alert setting that was changed after the start of two maps', () => {
  const maps = ['uoms - Units', 'accounts - Customers V3'];
  const mapActivity = known(maps.map((map) => make.mapActivity({ map, lastStartedOn: '2026-10-31T08:00:00Z' })));
  expect(messageOf(alertSettingInert, { alertSettings: known([make.alertSetting()]), mapActivity })).toBe(
    'the alert setting Maintenance was changed at 2026-11-01T08:00:00Z, after the last start of accounts - Customers V3, uoms - Units',
  );
});

test.each([
  [{ threshold: 0 }, 'its count is not a whole number of 1 or more'],
  [{ window: { length: 0, unit: 'hours' } }, 'its time span is not above 0'],
  [{ threshold: 100 }, 'Z pauses or stops the maps before'],
] as const)('the alert setting %j', (differing, words) => {
  const alertSettings = known([make.alertSetting(differing), make.alertSetting({ name: 'Z', threshold: 5 })]);
  expect(messageOf(alertThresholdUnreachable, { alertSettings })).toBe(
    `the alert setting Maintenance never fires: ${words}`,
  );
});

test.each([
  [' 2026-11-20T08:30:00Z\n', ' 2026-11-20T11:00:00+01:00 ', 1.5],
  ['2026-11-20T10:00:00Z', '2026-11-20T08:00:00Z', -2],
  ['yesterday', '2026-11-20T10:00:00Z', Number.NaN],
  [null, '2026-11-20T10:00:00Z', Number.NaN],
  [undefined, '2026-11-20T10:00:00Z', Number.NaN],
])('hours from %j to %j: %d', (moment, later, hours) => {
  expect(hoursBetween(moment, later)).toBe(hours);
});
