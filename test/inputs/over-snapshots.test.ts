import { describe, expect, test } from 'vitest';
import { recordedAddressOf } from '../../src/adapters/recorded/recorded-address.js';
import type { FactName } from '../../src/facts/schemas.js';
import type { Snapshot } from '../../src/index.js';
import { evaluateSnapshot } from '../../src/index.js';
import { factsOf } from '../../src/inputs/facts-of.js';
import type { Input } from '../../src/inputs/input.js';
import { urlsFor } from '../../src/inputs/urls-for.js';
import { captureOf, healthySnapshot } from '../support/live-environment.js';

/*
 * A snapshot beside recordings: what is known later counts, and a part never takes the place of all without being later.
 */

const dataverse = 'https://contoso-uat.crm4.dynamics.com';
const api = `${dataverse}/api/data/v9.2`;
const healthy: Snapshot = {
  ...JSON.parse(JSON.stringify(healthySnapshot()).replaceAll('https://127.0.0.1', dataverse)),
  takenAt: '2026-11-10T00:00:00.000Z',
};
const before = Date.parse('2026-11-09T00:00:00Z');
const after = Date.parse('2026-11-11T00:00:00Z');
const columns =
  'cdm_companyid,cdm_companycode,cdm_name,cdm_isenabledfordualwrite,_cdm_defaultowningteam_value,statecode';
const company = {
  cdm_companyid: 'c',
  cdm_companycode: 'NEW',
  cdm_name: 'New',
  cdm_isenabledfordualwrite: true,
  _cdm_defaultowningteam_value: null,
  statecode: 0,
};

const saved: Input = { kind: 'snapshot', snapshot: healthy, lacks: [] };

function recording(url: string | undefined, body: unknown, at: number | undefined): Input {
  const address = url === undefined ? undefined : recordedAddressOf(url);
  return { kind: 'har', answers: [{ address, status: 200, body, at }], lacks: [] };
}

function companies(which: 'all' | 'a part', at: number | undefined): Input {
  const part = which === 'all' ? '' : '&$top=1';
  return recording(`${api}/cdm_companies?$select=${columns}${part}`, { value: [company] }, at);
}

async function factIn(name: FactName, ...inputs: readonly Input[]) {
  const gathered = await factsOf(inputs, { now: new Date('2026-11-20T00:00:00Z'), dataverseUrl: dataverse });
  if ('environments' in gathered) throw new Error('several environments');
  return gathered.facts[name];
}

describe('companies of an answer beside those of a snapshot', () => {
  test.each([
    ['all', after, 'the answer'],
    ['all', before, 'the snapshot'],
    ['all', undefined, 'the answer'],
    ['a part', after, 'the answer'],
    ['a part', before, 'the snapshot'],
    ['a part', undefined, 'the snapshot'],
  ] as const)('%s, at %s: %s counts', async (which, at, counts) => {
    const inputs = [saved, companies(which, at)];
    for (const given of [inputs, inputs.toReversed()]) {
      const fact = await factIn('companies', ...given);
      if (counts === 'the snapshot') expect(fact).toEqual(healthy.facts.companies);
      else expect(fact).toMatchObject({ value: [{ code: 'NEW' }] });
    }
  });

  test('a part counts over a part, and over what the snapshot does not know', async () => {
    const { companies: all } = healthy.facts;
    if (all?.status !== 'known') throw new Error('not known');
    for (const fact of [{ ...all, coverage: 'partial' } as const, { status: 'unknown', reason: 'failed' } as const]) {
      const snapshot: Snapshot = { ...healthy, facts: { ...healthy.facts, companies: fact } };
      const inputs: readonly Input[] = [{ kind: 'snapshot', snapshot, lacks: [] }, companies('a part', undefined)];
      expect(await factIn('companies', ...inputs)).toMatchObject({ coverage: 'partial', value: [{ code: 'NEW' }] });
    }
  });
});

test('an answer that only names the environment takes nothing from what a snapshot knows of it', async () => {
  const organization = recording(
    `${api}/RetrieveCurrentOrganization(AccessType=Microsoft.Dynamics.CRM.EndpointAccessType'Default')`,
    { Detail: { EnvironmentId: 'e' } },
    after,
  );
  expect(await factIn('dataverseEnvironment', saved, organization)).toEqual(healthy.facts.dataverseEnvironment);
  const version = recording(`${api}/RetrieveVersion`, { Version: '9.2.99999.1' }, after);
  expect(await factIn('dataverseEnvironment', saved, version)).toMatchObject({ value: { version: '9.2.99999.1' } });
});

describe('maps', () => {
  const rows = (at: number | undefined) =>
    recording(
      `${api}/msdyn_dualwriteentitymaps`,
      { value: [{ msdyn_dualwriteentitymapid: 'm', msdyn_name: 'n', msdyn_mapping: '{}', msdyn_properties: '{}' }] },
      at,
    );
  const [, listed] = captureOf(healthy) as readonly [
    unknown,
    { readonly value: readonly { readonly detail: object }[] },
  ];
  const paused = listed.value.map((map) => ({ ...map, detail: { ...map.detail, state: '5' } }));

  test.each([before, undefined, after])('without states, at %s: the states of the snapshot stay', async (at) => {
    expect(await factIn('entityMaps', saved, rows(at))).toEqual(healthy.facts.entityMaps);
  });

  test.each([
    [before, 'running'],
    [undefined, 'paused'],
    [after, 'paused'],
  ])('captured at %s, with a version whose requirements are not known: %s', async (at, state) => {
    const [first, ...others] = paused;
    const unsaved = { ...first, detail: { ...first?.detail, template: { version: { major: 8, minor: 8 } } } };
    const fact = await factIn('entityMaps', saved, recording(undefined, { value: [unsaved, ...others] }, at));
    expect(fact).toMatchObject({ value: expect.arrayContaining([expect.objectContaining({ state })]) });
  });

  test.each([before, undefined, after])('captured at %s: over a snapshot without states', async (at) => {
    const { entityMaps } = healthy.facts;
    if (entityMaps?.status !== 'known') throw new Error('not known');
    const value = entityMaps.value.map((map) => ({ ...map, state: 'unknown' }) as const);
    const snapshot: Snapshot = { ...healthy, facts: { ...healthy.facts, entityMaps: { ...entityMaps, value } } };
    const fact = await factIn(
      'entityMaps',
      { kind: 'snapshot', snapshot, lacks: [] },
      recording(undefined, { value: paused }, at),
    );
    expect(fact).toMatchObject({ value: expect.arrayContaining([expect.objectContaining({ state: 'paused' })]) });
    expect(fact).not.toMatchObject({ coverage: 'partial' });
  });
});

test('an earlier recording of a part takes no verdict away, and gives none', async () => {
  const verdictOf = async (...inputs: readonly Input[]) => {
    const gathered = await factsOf(inputs, { now: new Date('2026-11-20T00:00:00Z') });
    if ('environments' in gathered) throw new Error('several environments');
    return evaluateSnapshot({ schemaVersion: 1, ...gathered }).health;
  };
  expect(await verdictOf(saved)).toBe('healthy');
  expect(await verdictOf(saved, companies('a part', before))).toBe('healthy');
  expect(await verdictOf(saved, companies('a part', after))).not.toBe('healthy');
});

test('what a snapshot has needs no address', async () => {
  const urls = await urlsFor({ dataverseUrl: dataverse }, [saved]);
  expect(new Set(urls.flatMap(({ gives }) => gives))).toEqual(new Set(['mapDefinitions', 'tableMetadata']));
});
