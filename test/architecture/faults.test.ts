import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { okAsync } from 'neverthrow';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import {
  type ActivityAction,
  type ActivityEventFault,
  type ActivityPlanFault,
  checkLegalEntityEdit,
  type LegalEntityEditFault,
  parseActivityEvent,
  planActivityAction,
  replayActivity,
} from '../../src/activity/index.js';
import { stepMap } from '../../src/activity/map-state.js';
import { type AlertSettingsFault, parseAlertSettings } from '../../src/alerts/alert-setting.js';
import { type AlertStateFault, parseAlertState } from '../../src/alerts/alert-state.js';
import { type AlertEvaluatorFault, createAlertEvaluator } from '../../src/alerts/create-alert-evaluator.js';
import { parseSyncErrorEvent, type SyncErrorEventFault } from '../../src/alerts/sync-error-event.js';
import { evaluateSnapshot } from '../../src/evaluate-snapshot.js';
import type { Fault } from '../../src/fault.js';
import { parseBaseline } from '../../src/govern/parse-baseline.js';
import {
  type CheckFault,
  checkEnvironment,
  checkFleet,
  type FleetFault,
  gatherSnapshot,
  type MalformedInput,
  parseConfig,
  parsePartialSnapshot,
  parseReport,
  parseSnapshot,
  type ReportFault,
  type SnapshotFault,
  snapshotAdapter,
  snapshotOf,
} from '../../src/index.js';
import type { MapEditFault } from '../../src/maps/edit-mapping.js';
import {
  entityMapOf,
  type MapEdit,
  type MapRowsFault,
  type NewTransform,
  readMapRows,
  type SaveMapFault,
  type SaveMapOptions,
  type SelectVersionFault,
  saveMapVersion,
  selectVersion,
} from '../../src/maps/index.js';
import type { JsonFault } from '../../src/maps/json.js';
import { exclusively } from '../../src/node/exclusively.js';
import {
  type BackupFileFault,
  readMapBackup,
  readSnapshot,
  readSolutionFile,
  type SolutionFileFault,
  type SyncErrorFileFault,
  summarizeSyncErrorFile,
  syncErrorFileStore,
  writeSnapshot,
} from '../../src/node/index.js';
import { type FileFault, parseJson } from '../../src/node/json-file.js';
import { rowOf } from '../../src/node/read-sync-errors.js';
import { backupMaps } from '../../src/solutions/backup-maps.js';
import { changeSolution, type SolutionChange, type SolutionChangeFault } from '../../src/solutions/change-solution.js';
import type { BackupFault } from '../../src/solutions/map-backup.js';
import { type ExportFault, planExport } from '../../src/solutions/plan-export.js';
import { readSolution } from '../../src/solutions/read-solution.js';
import type { SolutionFault } from '../../src/solutions/solution-fault.js';
import { verifyBackup } from '../../src/solutions/verify-backup.js';
import {
  type CorruptLine,
  type PlanFault,
  type PlanInput,
  parseSyncErrorLine,
  parseSyncErrorRecord,
  planRequests,
  type SyncErrorRecordFault,
} from '../../src/sync-errors/index.js';
import { type QueueFault, requestQueue } from '../../src/sync-errors/request-queue.js';
import { map as mapOf, solution } from '../solutions/target.js';
import { field, mapRow } from '../support/entity-maps.js';
import { make } from '../support/facts.js';
import { solutionFiles, solutionZip } from '../support/solution-files.js';
import { type ZipFile, zip } from '../support/zip.js';
import { row, rows } from '../sync-errors/arbitrary-records.js';

const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllGlobals());

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** For each type of a fault, what makes it happen: a type that nobody makes is an error of the compiler. */
type Made<Faults extends Fault> = { readonly [Type in Faults['type']]: () => unknown };

const later = { schemaVersion: 2 };
const nowhere = join(folder, 'no', 'such.json');
const adapter = snapshotAdapter(snapshotOf('contoso', {}, { takenAt: '2026-11-20T10:00:00Z' }));
const aborted = { signal: AbortSignal.abort() };
// Unsafe on purpose, as a caller without types would do it.
const wrong = { gate: 'nobody' } as never;

const checks = {
  aborted: () => gatherSnapshot(adapter, aborted),
  'invalid-options': () => checkEnvironment(adapter, wrong),
} satisfies Made<CheckFault>;

const fleets: Made<FleetFault & CheckFault> = {
  aborted: async () => (await checkFleet([adapter], aborted)).faults[0],
  'invalid-options': async () => (await checkFleet([adapter], wrong)).faults[0],
};

const files = {
  unreadable: () => readSnapshot(nowhere),
  unwritable: () => writeSnapshot(nowhere, snapshotOf('contoso', {}, { takenAt: '2026-11-20T10:00:00Z' })),
  empty: () => parseJson('empty.json', ' '),
  'invalid-json': () => readSnapshot(file('broken.json', '{"a":')),
  malformed: () => readSnapshot(file('other.json', '[]')),
  'unsupported-version': () => readSnapshot(file('later.json', JSON.stringify(later))),
} satisfies Made<FileFault>;

const zipped = solutionFiles([mapRow('accounts', 'Customers V3')]);
const changed = (name: string, how: Partial<ZipFile>) =>
  zip(zipped.map((one) => (one.name === name ? { ...one, ...how } : one)));
const solutions = {
  'not-a-zip': () => readSolution(new TextEncoder().encode('hello')),
  'broken-zip': () => readSolution(changed('customizations.xml', { crc: 1 })),
  encrypted: () => readSolution(changed('customizations.xml', { isEncrypted: true })),
  'too-large': () => readSolution(zip(zipped, { count: 70_000, isLarge: true })),
  'missing-file': () => readSolution(zip([{ name: 'inner.zip', content: 'PK' }])),
  'broken-xml': () => readSolution(solutionZip([], { customizations: '<a>\n  <b></a>' })),
  nameless: () => readSolution(solutionZip([mapRow('accounts', 'Customers V3')], { uniqueName: ' ' })),
  'no-maps': () => readSolution(solutionZip([])),
  'several-solutions': () =>
    readSolution(
      zip([
        { name: 'a/solution.xml', content: '' },
        { name: 'b/solution.xml', content: '' },
      ]),
    ),
} satisfies Made<SolutionFault>;

const meta = { environment: 'contoso', takenAt: '2026-11-20T10:00:00Z' };
const bundleOf = () => backupMaps([mapRow('accounts', 'Customers V3')], meta);
const backups = {
  'no-rows': () => backupMaps([], meta),
  'no-map': () => backupMaps([{}], meta),
  'no-json': () => backupMaps([1n], meta),
  'no-checksums': () => {
    vi.stubGlobal('crypto', undefined);
    return bundleOf();
  },
  'unsupported-version': () => verifyBackup(later),
  malformed: () => verifyBackup([]),
  damaged: () => bundleOf().andThen((bundle) => verifyBackup({ ...bundle, takenAt: 'then' })),
} satisfies Made<BackupFault>;

const answerOf = (host: string) => ({
  '@odata.context': `https://${host}/$metadata#msdyn_dualwriteentitymaps`,
  value: [],
});
const mapRows = {
  'not-maps': () => readMapRows([{ name: 'contoso', version: '1.0' }]),
  'service-error': () => readMapRows([{ error: { code: '0x80040220', message: 'Access is denied.' } }]),
  'several-environments': () => readMapRows([answerOf('a.crm.dynamics.com'), answerOf('b.crm.dynamics.com')]),
} satisfies Made<MapRowsFault>;

const request = (id: string, recordIds: readonly string[] = [id]) =>
  ({ id, job: 'Customers', action: 'retry', recordIds }) as const;
const queued = (...ids: readonly string[]) => ids.map((id) => ({ ...request(id), status: 'queued' as const }));
const queue = (...ids: readonly string[]) => requestQueue(queued(...ids));
const enqueue = (...given: Parameters<typeof request>) => ({ type: 'enqueue', request: request(...given) }) as const;
const queues = {
  'unknown-request': () => queue('a').after({ type: 'start', id: 'z' }),
  'request-exists': () => queue('a').after(enqueue('a')),
  'wrong-status': () => queue('a').after({ type: 'complete', id: 'a' }),
  'not-its-turn': () => queue('a', 'b').after({ type: 'start', id: 'b' }),
  'queue-full': () => queue('a', 'b', 'c', 'd', 'e').after(enqueue('f')),
  'no-records': () => queue().after(enqueue('a', [])),
  'too-many-records': () => queue().after(enqueue('a', Array.from({ length: 10_001 }, String))),
  'records-taken': () => queue('a').after(enqueue('b', ['a'])),
} satisfies Made<QueueFault>;

const plan = (changes: Partial<PlanInput>) =>
  planRequests({
    action: 'retry',
    job: { name: 'Customers', status: 'active' },
    queued: [],
    records: rows(2),
    ...changes,
  });
const requestPlans = {
  'job-inactive': () => plan({ job: { name: 'Customers', status: 'inactive' } }),
  'job-status-unknown': () => plan({ job: { name: 'Customers', status: 'unknown' } }),
  'dismissal-not-confirmed': () => plan({ action: 'dismiss' }),
  'invalid-limits': () => plan({ limits: { queuedRequests: 0 } }),
  'queue-full': () => plan({ queued: queued('a', 'b', 'c', 'd', 'e') }),
  'nothing-to-send': () => plan({ records: rows(2, { category: 'concurrency' }) }),
} satisfies Made<PlanFault>;

const at = '2026-11-01T00:00:00Z';
const live = [{ type: 'run' }, { type: 'initial-sync-completed', executionId: 'A' }];
const caughtUp = [...live, { type: 'catch-up-completed', errors: [{ id: 'r', createdOn: at }] }];
function act(events: readonly object[], action: ActivityAction, now = at): unknown {
  const [activity] = replayActivity(
    events.map((event) => ({ map: 'Customers V3', at, ...event })),
    { now },
  ).maps;
  return activity && planActivityAction(activity, action);
}
const retryAll = { type: 'retry-catch-up-errors', recordIds: 'all' } as const;
const activityPlans = {
  'not-allowed-in-state': () => act([...caughtUp, { type: 'paused' }], retryAll),
  'nothing-to-rerun': () => act(live, { type: 'rerun-initial-sync', records: 'all' }),
  'unknown-execution': () => act(live, { type: 'rerun-initial-sync', records: 'all', executionId: 'Z' }),
  'nothing-to-retry': () => act(live, retryAll),
  'already-purged': () => act(caughtUp, retryAll, '2026-11-09T00:00:00Z'),
  'unknown-event': () => act(live, { type: 'download-error-log', eventId: 'z' }),
  'no-log': () => act(live, { type: 'download-error-log' }),
} satisfies Made<ActivityPlanFault>;

const inState = (state: 'initializing' | 'paused' | 'unknown') =>
  checkLegalEntityEdit({ type: 'remove', total: 1 }, [{ name: 'Customers V3', state }]);
const legalEntityEdits = {
  'map-initializing': () => inState('initializing'),
  'map-paused': () => inState('paused'),
  'map-state-unknown': () => inState('unknown'),
} satisfies Made<LegalEntityEditFault>;

const unmanaged = solution([mapOf()], { isManaged: false, version: '1.0.0.9' });
const stranger = mapOf('contacts', { publisher: 'fabrikam' });
const anonymous = { uniqueName: null, displayName: null, prefix: null };
const exported = (changes: object, options: object = {}) =>
  planExport(
    { ...unmanaged, ...changes },
    { version: '1.0.0.10', managed: true, validation: { health: 'healthy' }, ...options },
  );
const exports = {
  managed: () => exported({ isManaged: true }),
  'managed-unknown': () => exported({ isManaged: null }),
  'no-maps': () => exported({ maps: [] }),
  'other-publisher': () => exported({ maps: [stranger] }),
  'publisher-unknown': () => exported({ publisher: anonymous }),
  'not-validated': () => exported({}, { validation: undefined }),
  'broken-map': () => exported({ maps: [{ ...mapOf(), mapping: undefined }] }),
  'invalid-version': () => exported({}, { version: 'next' }),
  'version-not-raised': () => exported({}, { version: '1.0.0.9' }),
  'incomparable-version': () => exported({ version: 'x' }),
} satisfies Made<ExportFault>;

const changeOf = (change: SolutionChange, changes: object = {}) => changeSolution({ ...unmanaged, ...changes }, change);
const solutionChanges = {
  managed: () => changeOf({ type: 'add-map', map: mapOf() }, { isManaged: true }),
  'managed-unknown': () => changeOf({ type: 'add-map', map: mapOf() }, { isManaged: null }),
  'other-publisher': () => changeOf({ type: 'add-map', map: stranger }),
  'already-there': () => changeOf({ type: 'add-map', map: mapOf() }),
  'not-there': () => changeOf({ type: 'remove-map', name: 'x - Y' }),
  'invalid-change': () => changeOf({ type: 'remove-map', name: 'x - Y' }, { maps: 7 }),
} satisfies Made<SolutionChangeFault>;

const contacts = entityMapOf(
  mapRow('contacts', 'CDS Contacts V2', { fields: [field('A', 'a'), field('B', 'b'), field('B', 'b')] }),
);
const save = (edits: readonly MapEdit[], options: Partial<SaveMapOptions> = {}, map = contacts) =>
  saveMapVersion(map, edits, { publisher: 'contoso', version: '2.0.0', existing: [], ...options });
const remove = (name: string): MapEdit => ({ type: 'remove-field', sourceField: name, destinationField: name });
const edits = {
  'unknown-leg': () => save([{ ...remove('A'), leg: 7 }]),
  'unknown-field': () => save([remove('Z')]),
  'ambiguous-field': () => save([remove('B')]),
  'duplicate-field': () =>
    save([{ type: 'add-field', field: { direction: 'both', sourceField: 'A', destinationField: 'a' } }]),
  'duplicate-value': () => {
    const value = { from: 'x', to: '1' };
    const transforms: readonly NewTransform[] = [{ type: 'value-map', values: [value, value] }];
    return save([
      { type: 'add-field', field: { direction: 'both', sourceField: 'Z', destinationField: 'z', transforms } },
    ]);
  },
} satisfies Made<MapEditFault>;
const saves = {
  ...edits,
  'invalid-change': () => save(JSON.parse('[null]')),
  'publisher-required': () => save([], { publisher: ' ' }),
  'invalid-version': () => save([], { version: 'next' }),
  'version-not-higher': () => save([], { existing: [{ ...contacts, publisher: 'contoso', version: '3.0.0' }] }),
  'not-stopped': () => save([], { state: 'running' }),
  'managed-map': () => save([], {}, { ...contacts, isManaged: true, publisher: 'contoso' }),
  'unreadable-mapping': () => save([], {}, entityMapOf({ msdyn_name: 'x', msdyn_mapping: '{' })),
} satisfies Made<SaveMapFault>;

const versions = (...numbers: readonly string[]) => numbers.map((version) => ({ ...contacts, version }));
const selections = {
  'no-versions': () => selectVersion([]),
  'several-publishers': () => selectVersion([contacts, { ...contacts, publisher: undefined }]),
  'unknown-publisher': () => selectVersion([contacts], { publisher: 'z' }),
  'invalid-version': () => selectVersion([contacts], { version: 'new' }),
  'unknown-version': () => selectVersion([contacts], { version: '7.7' }),
  'ambiguous-version': () => selectVersion(versions('1.0', '1.0.0')),
  'none-eligible': () => selectVersion(versions('9.9.9.9')),
} satisfies Made<SelectVersionFault>;

const corrupt: CorruptLine[] = [];
const lines = {
  'invalid-json': () => parseSyncErrorLine('{', 1),
  malformed: () => parseSyncErrorLine('{}', 2),
  'too-long': () => rowOf('x', 3, true, (line) => corrupt.push(line)) ?? corrupt[0],
} satisfies Made<CorruptLine>;

const store = () => syncErrorFileStore(file('rows.jsonl', ''));
const syncErrorFiles = {
  unreadable: () => summarizeSyncErrorFile(nowhere),
  unwritable: () => syncErrorFileStore(nowhere).add([row('a')]),
  'corrupt-queue': () => {
    file('rows.jsonl.requests', '{"id":"a"}\n{');
    return store().requests();
  },
  locked: () => {
    const path = join(folder, 'held.jsonl');
    return exclusively(path, () => exclusively(path, () => okAsync(undefined), 1));
  },
  'invalid-json': () => summarizeSyncErrorFile(file('cut.json', '[{"id":"a"')),
  malformed: () => summarizeSyncErrorFile(file('other.csv', 'Entity,Created On\n')),
} satisfies Made<SyncErrorFileFault>;

const parsers = (parse: (input: unknown) => unknown) => ({ malformed: () => parse([{ a: 7 }]) });
const versioned = (parse: (input: unknown) => unknown) => ({
  ...parsers(parse),
  'unsupported-version': () => parse(later),
});

const table: Readonly<Record<string, Readonly<Record<string, () => unknown>>>> = {
  'a check': checks,
  'a report': { 'invalid-options': () => evaluateSnapshot(snapshotOf('contoso', {}, meta), wrong) },
  'a fleet': fleets,
  'a snapshot': versioned(parseSnapshot) satisfies Made<SnapshotFault>,
  'a part of a snapshot': versioned(parsePartialSnapshot) satisfies Made<SnapshotFault>,
  'a saved report': versioned(parseReport) satisfies Made<ReportFault>,
  'a configuration': parsers(parseConfig) satisfies Made<MalformedInput>,
  'a baseline': parsers(parseBaseline) satisfies Made<MalformedInput>,
  'a file': files,
  'a solution': solutions,
  'a file of a solution': {
    unreadable: () => readSolutionFile(nowhere),
    'not-a-zip': () => readSolutionFile(file('a.zip', '')),
  } satisfies Partial<Made<SolutionFileFault>>,
  'a backup': backups,
  'rows of maps': mapRows,
  'a file of a backup': {
    unreadable: () => readMapBackup(nowhere),
    malformed: () => readMapBackup(file('backup.json', '{}')),
    'invalid-json': () => readMapBackup(file('cut.json', '{')),
  } satisfies Partial<Made<BackupFileFault>>,
  'alert settings': parsers(parseAlertSettings) satisfies Made<AlertSettingsFault>,
  'an evaluator of alerts': {
    malformed: () => createAlertEvaluator([{ ...make.alertSetting(), threshold: 0 }]),
    'invalid-options': () => createAlertEvaluator([], { latenessMs: -1 }),
  } satisfies Made<AlertEvaluatorFault>,
  'the state of alerts': versioned(parseAlertState) satisfies Made<AlertStateFault>,
  'an error event': parsers(parseSyncErrorEvent) satisfies Made<SyncErrorEventFault>,
  'an activity event': parsers(parseActivityEvent) satisfies Made<ActivityEventFault>,
  'an error row': parsers(parseSyncErrorRecord) satisfies Made<SyncErrorRecordFault>,
  'a line': lines,
  'a file of error rows': syncErrorFiles,
  'a queue': queues,
  'a plan of requests': requestPlans,
  'a plan of an activity': activityPlans,
  'a step of a map': { 'not-allowed': () => stepMap('not-running', 'pause') } satisfies Made<Fault<'not-allowed'>>,
  'an edit of legal entities': legalEntityEdits,
  'an export': exports,
  'a change of a solution': solutionChanges,
  'a map that is saved': saves,
  'a version that is chosen': selections,
  'a column': {
    'invalid-json': () => entityMapOf({ msdyn_name: 'x', msdyn_mapping: '[' }).columns.mapping,
  } satisfies Made<JsonFault>,
};

describe.each(Object.entries(table))('the fault of %s', (_name, makers) => {
  test.each(Object.entries(makers))('%s', async (type, make) => {
    const fault = faultIn(await make());
    expect(fault.type).toBe(type);
    expect(type).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(fault.because).toMatch(/^[^\n]*[^\s.]$/);
    const said = `${fault.because} ${fault.whatToDo ?? ''}`;
    expect(said).not.toMatch(/undefined|\[object|\bNaN\b|Invalid input|received/);
    if (fault.whatToDo !== undefined) expect(fault.whatToDo).toMatch(/^[A-Z][^\n]*\.$/);
    if (fault.path !== undefined) expect(said).not.toContain(fault.path);
    expect(JSON.parse(JSON.stringify(fault))).toEqual(fault);
  });
});

/** Of a `Result` its error, of a report, plan or column its fault, of an export its first obstacle. */
function faultIn(made: unknown): Fault & { readonly path?: string } {
  // Safe: a missing value is undefined, and anything that is not a fault fails the assertions.
  const holder = made as Partial<Record<'error' | 'fault', Fault> & { readonly obstacles: readonly Fault[] }>;
  return (holder.error ?? holder.fault ?? holder.obstacles?.[0] ?? made) as Fault;
}
