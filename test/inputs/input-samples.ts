import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compareReports, evaluateSnapshot } from '../../src/index.js';
import type { InputKind } from '../../src/inputs/index.js';
import { mapRow } from '../support/entity-maps.js';
import { make } from '../support/facts.js';
import { captureOf, healthySnapshot } from '../support/live-environment.js';
import { formRows } from '../support/sync-error-forms.js';

export interface Sample {
  readonly kind: InputKind;
  readonly value: unknown;
}

const json = (path: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8'));

const snapshot = healthySnapshot();
const report = evaluateSnapshot(snapshot, { now: new Date('2026-11-20T10:00:00Z') });
const base = 'https://contoso-uat.crm4.dynamics.com/api/data/v9.2/$metadata#';
const [connectionSet, maps] = captureOf(snapshot) as readonly [object, object];

/** One document of each kind that is JSON. */
export const documentSamples: Readonly<Record<string, Sample>> = {
  snapshot: { kind: 'snapshot', value: snapshot },
  'a sample of the examples': { kind: 'snapshot', value: json('examples/environments/half-filled.json') },
  facts: {
    kind: 'facts',
    value: { schemaVersion: 1, facts: { legalEntities: { status: 'known', value: [{ code: 'USMF' }] } } },
  },
  report: { kind: 'report', value: report },
  baseline: {
    kind: 'baseline',
    value: {
      schemaVersion: 1,
      kind: 'baseline',
      takenAt: '2026-11-20T10:00:00Z',
      findings: [{ fingerprint: 'a', code: 'DWDVEV9001', title: 'b' }],
    },
  },
  comparison: { kind: 'comparison', value: compareReports(report, report) },
  backup: {
    kind: 'map-backup',
    value: { schemaVersion: 1, kind: 'map-backup', takenAt: '2026-11-20T10:00:00Z', maps: [] },
  },
  'a recording': { kind: 'har', value: json('examples/har/contoso-uat.har') },
  'a connection set': { kind: 'gateway-capture', value: connectionSet },
  'the maps of the page': { kind: 'gateway-capture', value: maps },
  'a plan of requests': {
    kind: 'request-plan',
    value: { schemaVersion: 1, kind: 'request-plan', job: 'j', action: 'retry', requests: [], refused: [] },
  },
  'a plan of cleanup': { kind: 'result', value: { schemaVersion: 1, kind: 'cleanup-plan', steps: [] } },
  diagnoses: { kind: 'result', value: { schemaVersion: 1, diagnoses: [] } },
  settings: { kind: 'config', value: { preset: 'strict', failOn: 'warning' } },
  'rules of settings': { kind: 'config', value: { rules: { DWDVEV9001: 'off' } } },
  'an error of Dataverse': { kind: 'error-text', value: { error: { code: '0x80040217', message: 'does not exist' } } },
};

/** Rows of each kind that has rows: two at least, so that they can be on two pages. */
export const rowSamples: Readonly<
  Record<string, Sample & { readonly value: readonly object[]; readonly context?: string }>
> = {
  'saved maps': {
    kind: 'map-rows',
    value: [mapRow('accounts', 'Customers V3'), mapRow('uoms', 'Units', {}, 1)],
    context: `${base}msdyn_dualwriteentitymaps(msdyn_name)`,
  },
  solutions: {
    kind: 'service-answer',
    value: [
      { uniquename: 'Dynamics365Company', version: '2.3.4.5', ismanaged: true },
      { uniquename: 'DualWriteCore', version: '1.0.27.0', ismanaged: true },
    ],
    context: `${base}solutions(uniquename,version,ismanaged)`,
  },
  teams: {
    kind: 'service-answer',
    value: [
      { teamid: '7e57ab1e-0000-4000-8000-000000000001', name: 'a', isdefault: true },
      { teamid: '7e57ab1e-0000-4000-8000-000000000002', name: 'b', isdefault: false },
    ],
  },
  'rows of sync errors': { kind: 'sync-errors', value: formRows },
  'activity of maps': {
    kind: 'activity-log',
    value: [
      { type: 'paused', map: 'a', at: '2026-11-20T10:00:00Z' },
      { type: 'resumed', map: 'a', at: '2026-11-20T11:00:00Z' },
    ],
  },
  'settings of alerts': {
    kind: 'alert-settings',
    value: [make.alertSetting({ name: 'a' }), make.alertSetting({ name: 'b' })],
  },
  'events of alerts': {
    kind: 'alert-events',
    value: [
      { type: '503', at: '2026-11-20T10:00:00Z', map: 'm' },
      { type: '504', at: '2026-11-20T11:00:00Z', map: 'm' },
    ],
  },
  'definitions of tables': {
    kind: 'table-metadata',
    value: ['account', 'contact'].map((name) => ({
      LogicalName: name,
      EntitySetName: `${name}s`,
      OwnershipType: 'UserOwned',
      Attributes: [{ LogicalName: 'name', AttributeType: 'String', RequiredLevel: { Value: 'None' } }],
    })),
    context: `${base}EntityDefinitions`,
  },
};
