import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { activity } from '../../src/cli/commands/activity.js';
import { loadFacts } from '../../src/cli/load-facts.js';
import { factOf, known, snapshotOf } from '../../src/index.js';
import { encodings } from '../support/encodings.js';
import { make } from '../support/facts.js';

// What `check --with` takes of alerts and activity.
const folder = mkdtempSync(join(tmpdir(), 'dual-write-health-with-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

function file(content: string | Uint8Array): string {
  files += 1;
  const path = join(folder, `${files}.json`);
  writeFileSync(path, content);
  return path;
}

async function loaded(path: string) {
  return (await loadFacts({ with: path, auth: 'default' })).map(({ snapshot }) => snapshot)._unsafeUnwrap();
}

const sample = fileURLToPath(new URL('../../examples/activity/log.jsonl', import.meta.url));
/** As a capture has it: without recipients and the time of its change. */
const { changedOn: _, ...setting } = make.alertSetting({
  ...{ name: 'Maintenance', threshold: 2, recipients: [], recipientsKnown: false },
});
const captured = {
  ...{ name: 'Maintenance', state: 'Enabled', errorTypes: setting.errorTypes, action: setting.action },
  threshold: { count: 2, interval: setting.window.length, unitOfTime: setting.window.unit },
};
const connectionSet = {
  name: 'set',
  environments: {
    'contoso.operations.dynamics.com': { targetType: 'AX', directUrl: 'https://contoso.operations.dynamics.com' },
    'contoso.crm4.dynamics.com': { targetType: 'CRM', directUrl: 'https://contoso.crm4.dynamics.com' },
  },
  dualWriteDetail: {
    legalEntityMappings: { leftEnvironment: 'contoso.operations.dynamics.com', mappings: [{ left: { name: 'USMF' } }] },
    alertSettings: [captured],
  },
};
const har = {
  log: {
    entries: [
      {
        request: { method: 'GET', url: 'https://gateway.example/api/ConnectionSet/set' },
        response: { status: 200, content: { mimeType: 'application/json', text: JSON.stringify(connectionSet) } },
      },
    ],
  },
};
const takenAt = '2026-11-20T09:00:00Z';

describe.each(encodings)('%s', (_name, encode) => {
  test.each([
    ['a list', [setting]],
    ['an envelope', { value: [setting] }],
    ['a captured list', [captured]],
    ['the fact alone', { status: 'known', value: [setting] }],
    ['facts', { schemaVersion: 1, facts: { alertSettings: known([setting]) } }],
    ['a snapshot', snapshotOf('uat', { alertSettings: known([setting]) }, { takenAt })],
    ['a captured connection set', connectionSet],
    ['its settings alone', { alertSettings: [captured] }],
    ['a HAR file', har],
  ])('alert settings: %s', async (_form, value) => {
    const { facts } = await loaded(file(encode(JSON.stringify(value, null, 2))));
    expect(factOf(facts, 'alertSettings')).toMatchObject({ status: 'known', value: [setting] });
  });
});

describe('activity', () => {
  test('a log becomes the fact, as of its last event', async () => {
    const { facts, takenAt: seenAt } = await loaded(sample);
    expect(seenAt).toBe('2026-11-20T09:00:00.000Z');
    expect(factOf(facts, 'mapActivity')).toMatchObject({
      status: 'known',
      coverage: 'partial',
      value: [
        { map: 'CDS Parties (msdyn_parties)', state: 'running', lastStartedOn: '2026-11-20T08:00:00Z' },
        { map: 'Customers V3 (accounts)', state: 'running', catchUpErrors: [{ id: 'q-1' }, { id: 'q-3' }] },
        { map: 'Sales order headers (salesorders)', state: 'initializing', since: '2026-11-18T09:00:00.000Z' },
        {
          map: 'Vendors V2 (msdyn_vendors)',
          state: 'paused',
          since: '2026-11-19T08:00:00.000Z',
          queuedBytes: 2_400_000,
        },
      ],
    });
  });

  test('what activity writes becomes the same fact, and activity shows the fact again', async () => {
    const shown = async (path: string) => {
      const invocation = { format: 'json', typed: [], commands: [activity], groups: {} };
      const result = await activity.perform({ file: path }, invocation, { color: false, width: 80 });
      return result.type === 'done' ? [...result.result].join('') : result.complaint;
    };
    const { facts } = await loaded(sample);
    expect((await loaded(file(await shown(sample)))).facts).toEqual(facts);
    const again = await shown(file(JSON.stringify(snapshotOf('uat', facts, { takenAt }))));
    const states = ({ maps }: { readonly maps: readonly { readonly map: string; readonly state: string }[] }) =>
      maps.map(({ map, state }) => ({ map, state }));
    expect(states(JSON.parse(again))).toEqual(states(JSON.parse(await shown(sample))));
    expect(JSON.parse(again).lacks).toEqual(['an activity log shows only the maps that it has events of']);
    const facts2 = (await loaded(file(again))).facts;
    expect(facts2).toEqual(facts);
  });
});
