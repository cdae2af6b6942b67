import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sampleEnvironments } from '../../scripts/sample-environments.js';
import { healthFactNames } from '../../src/facts/fact-names.js';
import {
  catalogue,
  evaluateSnapshot,
  type HealthReport,
  isConclusive,
  mapDesign,
  operations,
  parseSnapshot,
  type Rule,
  redactSnapshot,
} from '../../src/index.js';

const folder = new URL('../../examples/environments/', import.meta.url);
const samples = new Map(sampleEnvironments().map(({ name, snapshot }) => [name, snapshot]));

/** Rules that no sample shows yet: better none. */
const notShown: readonly string[] = [];

function load(name: string) {
  return parseSnapshot(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')))._unsafeUnwrap();
}

function codesWith(report: HealthReport, status: string): readonly string[] {
  return report.outcomes
    .filter((outcome) => outcome.status === status)
    .map(({ code }) => code)
    .filter(isShown);
}

function isShown(code: string): boolean {
  return !notShown.includes(code);
}

describe.each([...samples.keys()])('%s', (name) => {
  test('is the file that lies there, and it parses', () => {
    expect(load(name)).toEqual(JSON.parse(JSON.stringify(samples.get(name))));
  });
  test('gives the same bytes twice, and the same verdicts after redaction', () => {
    const snapshot = load(name);
    const report = evaluateSnapshot(snapshot);
    expect(JSON.stringify(evaluateSnapshot(load(name)))).toBe(JSON.stringify(report));
    const verdicts = ({ outcomes }: HealthReport) => outcomes.map(({ code, status }) => `${code} ${status}`);
    expect(verdicts(evaluateSnapshot(redactSnapshot(snapshot)))).toEqual(verdicts(report));
  });
});

test('there are no other files', () => {
  expect(readdirSync(folder).sort()).toEqual([...samples.keys()].map((name) => `${name}.json`).sort());
});

test('healthy knows every fact, all 73 maps, and every rule passes or does not apply', () => {
  const snapshot = load('healthy');
  expect(Object.keys(snapshot.facts)).toEqual(healthFactNames);
  const { entityMaps, companies, businessUnits } = snapshot.facts;
  expect(entityMaps?.status === 'known' && entityMaps.value.length).toBe(73);
  expect(companies?.status === 'known' && companies.value.length).toBeGreaterThanOrEqual(4);
  expect(businessUnits?.status === 'known' && businessUnits.value.length).toBeGreaterThanOrEqual(2);
  const report = evaluateSnapshot(snapshot);
  expect(report.health).toBe('healthy');
  expect(report.outcomes.filter((outcome) => !isConclusive(outcome) || outcome.status === 'failed')).toEqual([]);
});

test('prerequisites-failing fails every prerequisite that can fail together, and blocks the rest', () => {
  const report = evaluateSnapshot(load('prerequisites-failing'));
  // All but DWDVEV9001, since the core is outdated and cannot be missing too, and DWDVEV9015, which needs a version of today.
  expect(codesWith(report, 'failed')).toEqual([
    'DWFOEV9001',
    'DWFOEV9002',
    'DWFOEV9003',
    'DWDVEV9002',
    'DWDVEV9003',
    'DWDVEV9004',
    'DWDVEV9005',
    'DWDVEV9006',
    'DWDVEV9014',
    'DWDVEV9007',
    'DWDVEV9008',
    'DWDVEV9009',
    'DWDVEV9010',
    'DWDVEV9011',
    'DWDVEV9012',
    'DWDVEV9013',
    'DWDVEV9016',
    'DWDVEV9017',
    'DWDVEV9018',
    'DWFOEV9004',
  ]);
  expect(codesWith(report, 'passed')).toEqual(['DWDVEV9001']);
  expect(codesWith(report, 'not-applicable')).toEqual(['DWDVEV9015']);
  expect(codesWith(report, 'blocked')).toEqual(
    catalogue
      .filter(({ stage }) => stage === 'dependency')
      .map(({ code }) => code)
      .filter(isShown),
  );
  const [blocked] = report.outcomes.filter(({ status }) => status === 'blocked');
  const errors = report.outcomes.filter(({ status, severity }) => status === 'failed' && severity === 'error');
  expect(blocked?.status === 'blocked' && blocked.by).toEqual(errors.map(({ code }) => code));
});

test('the environments for dependency codes fail every one of them together, with sound prerequisites', () => {
  const broken = [...samples.keys()].filter((name) => name.startsWith('every-'));
  const failed = [...broken, 'copy-of-production'].flatMap((name) => codesWith(evaluateSnapshot(load(name)), 'failed'));
  const codesOf = (stage: Rule['stage']) =>
    catalogue
      .filter((rule) => rule.stage === stage)
      .map(({ code }) => code)
      .filter(isShown);
  expect(codesOf('dependency').filter((code) => !failed.includes(code))).toEqual([]);
  for (const name of broken) {
    const prerequisites = codesWith(evaluateSnapshot(load(name), { only: codesOf('prerequisite') }), 'failed');
    expect(prerequisites, name).toEqual([]);
  }
});

test('copy-of-production is unhealthy for what leads to production alone', () => {
  const report = evaluateSnapshot(load('copy-of-production'));
  expect(report.health).toBe('unhealthy');
  expect(codesWith(report, 'failed')).toEqual(['DWDVEV9015', 'DWDVEV9305', 'DWFOEV9308']);
});

test('half-filled is unknown: nothing failed, and what is not known is not passed', () => {
  const report = evaluateSnapshot(load('half-filled'));
  expect(report.health).toBe('unknown');
  expect(codesWith(report, 'failed')).toEqual([]);
  expect(codesWith(report, 'inconclusive')).toContain('DWDVEV1007');
  expect(codesWith(report, 'skipped')).toEqual(['DWDVEV9010', 'DWDVEV9013', 'DWDVEV9305', 'DWFOEV9308']);
  expect(codesWith(report, 'not-applicable')).toContain('DWDVEV9009');
});

test('operations is healthy but for its outdated core and platform, and every operations rule finds something', () => {
  const snapshot = load('operations');
  expect(codesWith(evaluateSnapshot(snapshot), 'failed')).toEqual(['DWDVEV9002', 'DWFOEV9004']);
  const report = evaluateSnapshot(snapshot, { validator: operations });
  expect(codesWith(report, 'failed')).toEqual(operations.codes.filter(isShown));
  expect(report.health).toBe('unhealthy');
});

test('map-design is healthy but for its maps, and every rule of map design finds something', () => {
  const snapshot = load('map-design');
  expect(evaluateSnapshot(snapshot).health).toBe('healthy');
  const report = evaluateSnapshot(snapshot, { validator: mapDesign });
  expect(codesWith(report, 'failed')).toEqual(mapDesign.codes.filter(isShown));
  expect(report.health).toBe('unhealthy');
});
