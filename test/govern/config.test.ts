import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { issuesInEvaluateOptions } from '../../src/evaluate-snapshot.js';
import {
  type Config,
  catalogue,
  checkEnvironment,
  evaluateSnapshot,
  mapDesign,
  operations,
  optionsOfConfig,
  type Preset,
  parseConfig,
  snapshotAdapter,
} from '../../src/index.js';
import { healthySnapshot } from '../support/live-environment.js';

const schema = JSON.parse(readFileSync(new URL('../../schema/config.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ strict: false }).compile(schema);

const full: Config = {
  $schema: './node_modules/dual-write-health/schema/config.schema.json',
  preset: 'strict',
  rules: { DWDVEV9402: 'off', DWFOEV9301: { severity: 'warning', options: { limit: 100 } } },
  failOn: 'error',
  gate: 'none',
  roleModel: 'system-administrator',
  timeoutMs: 30_000,
  suppressions: [
    { rule: 'DWDVEV1007', subject: { pattern: 'T*' }, reason: 'test companies', expires: '2026-12-31', owner: 'Ada' },
  ],
  suppressionPolicy: { expired: 'fail', unused: 'ignore' },
  baseline: 'baseline.json',
};

describe('a configuration', () => {
  test.each<[string, Config]>([
    ['empty', {}],
    ['with everything', full],
  ])('%s is accepted, by the JSON Schema too', (_name, config) => {
    expect(parseConfig(config)._unsafeUnwrap()).toEqual(config);
    expect(validate(config)).toBe(true);
  });

  test.each<Config>([
    ...(['documented', 'recommended', 'strict', 'go-live'] as const).map((preset) => ({ preset })),
    ...(['documented', 'none'] as const).map((gate) => ({ gate })),
    ...(['least-privilege', 'system-administrator'] as const).map((roleModel) => ({ roleModel })),
    ...(['error', 'warning'] as const).map((failOn) => ({ failOn })),
    ...(['off', 'error', 'warning'] as const).map((setting) => ({ rules: { DWDVEV1007: setting } })),
    ...(['ignore', 'warn', 'fail'] as const).map((policy) => ({
      suppressionPolicy: { expired: policy, unused: policy },
    })),
    { suppressions: [{ rule: 'DWDVEV1007', open: true, reason: 'r', expires: '2026-12-31' }] },
  ])('%j is accepted', (config) => {
    expect(parseConfig(config)._unsafeUnwrap()).toEqual(config);
    expect(validate(config)).toBe(true);
  });

  test('two unknown keys are one issue that names both', () => {
    const [issue] = parseConfig({ rule: {}, presets: 'strict' })._unsafeUnwrapErr().issues;
    expect(issue.message).toMatch(/^there is no key "rule" here; the nearest one is rules; there is no key "presets" /);
  });

  test.each([
    ['an unknown key', { suppresions: [] }, '', 'suppressions'],
    [
      'an unknown key inside',
      { suppressions: [{ ...full.suppressions?.[0], expiry: 'x' }] },
      'suppressions[0]',
      'expires',
    ],
    ['a key that has its place elsewhere', { rule: {} }, '', 'the nearest one is rules'],
    [
      'an unknown key in the setting of a rule',
      { rules: { DWDVEV1007: { sevrity: 'error' } } },
      'rules.DWDVEV1007',
      'the nearest one is severity',
    ],
    [
      'a setting for a rule that does not exist',
      { rules: { DWDVEV1007: 'warn' } },
      'rules.DWDVEV1007',
      'expected one of "off", "error", "warning"; or: expected an object',
    ],
    ['a number for a rule', { rules: { DWDVEV1007: 3 } }, 'rules.DWDVEV1007', '"off", "error", "warning"'],
    [
      'a severity that there is not',
      { rules: { DWDVEV1007: { severity: 'fatal' } } },
      'rules.DWDVEV1007.severity',
      '"error", "warning"',
    ],
    [
      'an option that is not a number',
      { rules: { DWFOEV9301: { options: { limit: '9' } } } },
      'rules.DWFOEV9301.options.limit',
      'expected a number',
    ],
    [
      'a subject that is none',
      { suppressions: [{ ...full.suppressions?.[0], subject: 3 }] },
      'suppressions[0].subject',
      'expected a string, found a number; or: expected an object',
    ],
    [
      'a pattern that is none',
      { suppressions: [{ ...full.suppressions?.[0], subject: { pattern: 3 } }] },
      'suppressions[0].subject.pattern',
      'expected a string',
    ],
    [
      'a pattern with its name misspelt',
      { suppressions: [{ ...full.suppressions?.[0], subject: { pattrn: 'T*' } }] },
      'suppressions[0].subject.pattern',
      'expected a string',
    ],
    ['a key without letters', { '': 1 }, '', 'there is no key ""'],
    ['a key that is very long', { ['q'.repeat(100_000)]: 1 }, '', 'the nearest one is'],
    ['an unknown preset', { preset: 'strictest' }, 'preset', 'strict'],
    [
      'no reason',
      { suppressions: [{ rule: 'X', subject: 'a', expires: '2026-01-01' }] },
      'suppressions[0].reason',
      'string',
    ],
    ['a list', [], '', 'object'],
    [
      'open that is not true',
      { suppressions: [{ rule: 'DWDVEV1007', open: false, reason: 'r', expires: '2026-12-31' }] },
      'suppressions[0].open',
      'true',
    ],
    ['a time limit of nothing', { timeoutMs: 0 }, 'timeoutMs', '0'],
  ])('%s is an issue with its place', (_name, config, path, words) => {
    const [issue] = parseConfig(config)._unsafeUnwrapErr().issues;
    expect(issue.path).toBe(path);
    expect(issue.message).toContain(words);
    expect(validate(config)).toBe(false);
  });

  test.each([
    ['DWDVEV1007', true],
    ['dwdvev1007', true],
    ['ACME-12', true],
    ['DWDVEV1070', false],
    ['DIPV1', false],
    ['ACME', false],
    ['1007', false],
    ['', false],
  ])('the JSON Schema lets %j be a code: %s, and refuses none that the program knows', (code, isCode) => {
    expect(validate({ rules: { [code]: 'off' } })).toBe(isCode);
    expect(validate({ suppressions: [{ rule: code, subject: 'a', reason: 'r', expires: '2026-12-31' }] })).toBe(isCode);
    const isKnown = issuesInEvaluateOptions(optionsOfConfig({ rules: { [code]: 'off' } })).length === 0;
    expect(isCode || !isKnown).toBe(true);
  });

  test('its own settings win over the preset', () => {
    expect(optionsOfConfig(full)).toMatchObject({
      failOn: 'error',
      suppressionPolicy: { expired: 'fail', unused: 'ignore' },
    });
    expect(optionsOfConfig({ preset: 'strict' })).toMatchObject({ failOn: 'warning' });
    expect(optionsOfConfig({ preset: 'documented', rules: { DWDVEV9402: 'warning' } }).rules).toMatchObject({
      DWDVEV9402: 'warning',
      DWFOEV9303: 'off',
    });
  });
});

describe('presets', () => {
  const skipped = (preset: Preset) =>
    evaluateSnapshot(healthySnapshot(), optionsOfConfig({ preset })).outcomes.filter(
      (outcome) => outcome.status === 'skipped' && outcome.because === 'turned-off',
    );

  test('documented: the documented prerequisites and the eight codes', () => {
    const off = new Set(skipped('documented').map(({ code }) => code));
    const on = catalogue.filter(
      ({ code, stage }) => (stage === 'prerequisite' || stage === 'dependency') && !off.has(code),
    );
    expect(on.filter(({ origin }) => origin === 'documented')).toHaveLength(8);
    expect(
      on
        .filter(({ origin }) => origin !== 'documented')
        .every(({ validation, origin }) => validation === 'Prerequisites' && origin === 'documented-check'),
    ).toBe(true);
    expect(on).toHaveLength(8 + 21);
  });

  test.each([operations, mapDesign])('documented leaves $name as it is', (validator) => {
    const { outcomes } = evaluateSnapshot(healthySnapshot(), {
      ...optionsOfConfig({ preset: 'documented' }),
      validator,
    });
    expect(outcomes.filter(({ status }) => status === 'skipped')).toEqual([]);
  });

  test('codes count in any letter case, those of map design too', () => {
    const { outcomes } = evaluateSnapshot(healthySnapshot(), {
      ...optionsOfConfig({ rules: { 'Table-Map-HEALTH-900': 'off', dipv1021: 'warning' } }),
      validator: mapDesign,
    });
    const of = (wanted: string) => outcomes.find(({ code }) => code === wanted);
    expect(of('table-map-health-900')).toMatchObject({ status: 'skipped', because: 'turned-off' });
    expect(of('DIPV1021')).toMatchObject({ severity: 'warning', defaultSeverity: 'error' });
  });

  test('recommended is the default', () => {
    const plain = evaluateSnapshot(healthySnapshot());
    expect(evaluateSnapshot(healthySnapshot(), optionsOfConfig({ preset: 'recommended' }))).toEqual(plain);
    expect(evaluateSnapshot(healthySnapshot(), optionsOfConfig({}))).toEqual(plain);
  });

  test.each<Preset>(['strict', 'go-live'])('%s lets warnings count and turns nothing off', (preset) => {
    const report = evaluateSnapshot(healthySnapshot(), optionsOfConfig({ preset }));
    expect(report.failOn).toBe('warning');
    expect(skipped(preset)).toEqual([]);
  });

  test('go-live makes errors of what must be there, and the report keeps the default', () => {
    const { outcomes } = evaluateSnapshot(healthySnapshot(), optionsOfConfig({ preset: 'go-live' }));
    expect(outcomes.find(({ code }) => code === 'DWFOEV9304')).toMatchObject({
      severity: 'error',
      defaultSeverity: 'warning',
    });
  });
});

test('the configuration of the guide is one, and so are its codes and options', async () => {
  const guide = readFileSync(new URL('../../docs/governance.md', import.meta.url), 'utf8');
  const config = parseConfig(JSON.parse(/```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? ''))._unsafeUnwrap();
  const { timeoutMs: _timeout, ...options } = optionsOfConfig(config);
  expect((await checkEnvironment(snapshotAdapter(healthySnapshot()), options)).isOk()).toBe(true);
});

test('codes may be written in any way', () => {
  expect(optionsOfConfig({ rules: { dwdvev1007: 'off' } }).rules).toEqual({ DWDVEV1007: 'off' });
});
