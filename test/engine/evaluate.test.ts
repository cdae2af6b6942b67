import { describe, expect, test } from 'vitest';
import { healthFactNames } from '../../src/facts/fact-names.js';
import {
  allOf,
  checkEnvironment,
  coreSolutionMissing,
  defaultOwningTeamMissing,
  defineRule,
  environmentNotLinked,
  evaluateSnapshot,
  finding,
  geographyMismatch,
  healthCheck,
  inOrder,
  judgeEach,
  known,
  mapApplicationOutdated,
  operations,
  parseReport,
  type Rule,
  type SnapshotFacts,
  snapshotAdapter,
  snapshotOf,
  tooManyLegalEntities,
  unknown,
} from '../../src/index.js';
import { pretty } from '../../src/reporters/index.js';
import { make } from '../support/facts.js';

const takenAt = '2026-11-20T10:00:00Z';
const snapshot = (facts: SnapshotFacts) => snapshotOf('contoso-uat', facts, { takenAt });
const link = known(make.link());
const noCore = known([]);

function custom(code: `ACME${number}`, evaluate: () => never): Rule {
  return defineRule({ ...definition, code: code as 'ACME1', evaluate });
}
const definition = {
  code: 'ACME1',
  slug: 'acme',
  title: 'Acme',
  validation: 'Prerequisites',
  severity: 'error',
  since: '1.0.0',
  meaning: 'm',
  impact: 'i',
  needs: ['link'],
  message: () => 'message',
  remediation: {
    summary: 's',
    options: [{ title: 't', steps: ['x'], performedBy: ['developer'], destroys: null, links: [] }],
  },
  sources: [{ title: 'Acme', date: '2026-01-01' }],
} as const;

const throwing = custom('ACME1', () => {
  throw new Error('boom: token=abcdefgh');
});

describe('the gate', () => {
  const gated = inOrder('gated', coreSolutionMissing, defaultOwningTeamMissing);
  const company = known([make.company({ defaultOwningTeamId: null })]);
  const statusOf = (facts: SnapshotFacts, options = {}) =>
    evaluateSnapshot(snapshot(facts), { validator: gated, ...options }).outcomes[1]?.status;

  test('an error in the first blocks the second', () => {
    expect(statusOf({ link, solutions: noCore, companies: company })).toBe('blocked');
  });
  test.each([
    ['what is not known', { link, companies: company }, {}],
    ['a warning', { link, solutions: noCore, companies: company }, { rules: { DWDVEV9001: 'warning' } }],
    ['a rule that is off', { link, solutions: noCore, companies: company }, { rules: { DWDVEV9001: 'off' } }],
    ['a gate that is off', { link, solutions: noCore, companies: company }, { gate: 'none' }],
    ['a selection', { link, solutions: noCore, companies: company }, { only: ['DWDVEV1007'] }],
    [
      'a selection of both',
      { link, solutions: noCore, companies: company },
      { gate: 'documented', only: ['DWDVEV9001', 'DWDVEV1007'] },
    ],
  ])('%s blocks nothing', (_name, facts, options) => {
    expect(statusOf(facts, options)).toBe('failed');
  });
  test('a rule that throws blocks nothing', () => {
    const outcomes = evaluateSnapshot(snapshot({ link, companies: company }), {
      validator: inOrder('x', throwing, defaultOwningTeamMissing),
    }).outcomes;
    expect(outcomes.map(({ code, status }) => `${code} ${status}`)).toEqual(['DWDVEV1007 failed', 'ACME1 errored']);
  });
  test('gates within gates add up, and name what blocks in catalogue order', () => {
    const nested = inOrder(
      'outer',
      environmentNotLinked,
      inOrder('inner', coreSolutionMissing, defaultOwningTeamMissing),
    );
    const report = evaluateSnapshot(snapshot({ link: known(make.link({ linked: false })), solutions: noCore }), {
      validator: nested,
      rules: { DWFOEV9303: 'error' },
    });
    expect(report.outcomes.map(({ code, status }) => `${code} ${status}`)).toEqual([
      'DWDVEV9001 blocked',
      'DWFOEV9303 failed',
      'DWDVEV1007 blocked',
    ]);
    const alone = evaluateSnapshot(snapshot({ solutions: noCore, link: known(make.link({ linked: false })) }), {
      validator: inOrder('x', allOf('both', environmentNotLinked, coreSolutionMissing), defaultOwningTeamMissing),
      rules: { DWFOEV9303: 'error' },
    });
    expect(alone.outcomes[2]).toMatchObject({ status: 'blocked', by: ['DWDVEV9001', 'DWFOEV9303'] });
  });
  test('not provided comes before blocked', () => {
    const validator = inOrder('x', coreSolutionMissing, mapApplicationOutdated);
    const skippedOne = evaluateSnapshot(snapshot({ solutions: noCore }), { validator }).outcomes[1];
    expect(skippedOne).toMatchObject({ status: 'skipped', because: 'not-provided' });
    const blockedOne = evaluateSnapshot(snapshot({ solutions: noCore, entityMaps: known([]) }), { validator })
      .outcomes[1];
    expect(blockedOne?.status).toBe('blocked');
  });
});

describe('a rule that throws', () => {
  test('is errored, scrubbed, and the run continues', () => {
    const report = evaluateSnapshot(snapshot({ link }), { validator: allOf('x', throwing, environmentNotLinked) });
    expect(report.outcomes.map(({ status }) => status)).toEqual(['passed', 'errored']);
    expect(report.outcomes[1]).toMatchObject({ because: 'boom: token=[secret]' });
    expect(report.health).toBe('unknown');
  });
  test('matters only where its severity does', () => {
    const report = evaluateSnapshot(snapshot({ link }), {
      validator: allOf('x', throwing, environmentNotLinked),
      rules: { ACME1: 'warning' },
    });
    expect(report.health).toBe('healthy');
  });
});

describe('health', () => {
  test.each([
    ['a warning does not make it unhealthy', { link: known(make.link({ linked: false })) }, {}, 'healthy'],
    ['unless warnings count', { link: known(make.link({ linked: false })) }, { failOn: 'warning' }, 'unhealthy'],
    ['what is not known of a warning does not count', {}, {}, 'healthy'],
    ['unless warnings count, again', {}, { failOn: 'warning' }, 'unknown'],
    ['nothing evaluated is unknown', { link }, { rules: { DWFOEV9303: 'off', DWDVEV9001: 'off' } }, 'unknown'],
    ['a code that is not there is unknown', { link }, { only: ['NOPE1'] }, 'unknown'],
  ] as const)('%s', (_name, facts, options, health) => {
    const validator = allOf('x', environmentNotLinked, coreSolutionMissing);
    const withCore = { solutions: known([make.solution('msdyn_DualWriteCore')]), ...facts };
    expect(evaluateSnapshot(snapshot(withCore), { validator, ...options }).health).toBe(health);
  });
  test('a lone warning that cannot be told leaves nothing told', () => {
    expect(evaluateSnapshot(snapshot({}), { validator: environmentNotLinked }).health).toBe('unknown');
  });
});

test('an override keeps the default severity beside it', () => {
  const options = { validator: environmentNotLinked, rules: { DWFOEV9303: { severity: 'error' } } } as const;
  expect(evaluateSnapshot(snapshot({ link }), options).outcomes[0]).toMatchObject({
    severity: 'error',
    defaultSeverity: 'warning',
  });
  expect(
    evaluateSnapshot(snapshot({ link }), { ...options, rules: { DWFOEV9303: 'warning' } }).outcomes[0],
  ).not.toHaveProperty('defaultSeverity');
});

test('a rule that occurs twice in a validator is evaluated once', () => {
  const validator = inOrder('x', environmentNotLinked, allOf('y', environmentNotLinked, tooManyLegalEntities));
  expect(evaluateSnapshot(snapshot({ link }), { validator }).outcomes).toHaveLength(2);
});

test('skipped, with the reason that applies', () => {
  const outcomes = evaluateSnapshot(snapshot({}), {
    validator: allOf('x', geographyMismatch, environmentNotLinked, tooManyLegalEntities),
    only: ['DWDVEV9011', 'DWFOEV9303'],
    rules: { DWFOEV9303: 'off' },
  }).outcomes;
  expect(outcomes.map((outcome) => ('because' in outcome ? `${outcome.status} ${outcome.because}` : ''))).toEqual([
    'skipped not-provided',
    'skipped not-selected',
    'skipped turned-off',
  ]);
});

test('a rule receives what it declared and nothing else', () => {
  let received: unknown;
  const spy = defineRule({
    ...definition,
    uses: ['teams'],
    evaluate: (facts) => {
      received = facts;
      return judgeEach([1], () => finding({ kind: 'company', id: 'x' }, {}));
    },
  });
  evaluateSnapshot(snapshot({ link, teams: unknown('failed'), companies: known([]) }), { validator: spy });
  expect(received).toEqual({ link: link.value, teams: unknown('failed') });
});

describe('checking an environment', () => {
  const two = allOf('two', defaultOwningTeamMissing, coreSolutionMissing);
  test.each([
    ['the validator needs', { validator: defaultOwningTeamMissing }, ['link', 'companies', 'teams'], 'unhealthy'],
    ['its rules need together', { validator: two }, ['link', 'solutions', 'companies', 'teams'], 'unhealthy'],
    ['the selected rules need', { validator: two, only: ['DWDVEV1007'] }, ['link', 'companies', 'teams'], 'unhealthy'],
    [
      'the rules need that are not off',
      { validator: two, rules: { DWDVEV9001: 'off' } },
      ['link', 'companies', 'teams'],
      'unhealthy',
    ],
    [
      'the selected rules need that are not off',
      { validator: two, only: ['DWDVEV9001', 'DWDVEV1007'], rules: { DWDVEV1007: 'off', DWDVEV9001: 'warning' } },
      ['solutions'],
      'healthy',
    ],
  ] as const)('reads only what %s', async (_name, options, facts, health) => {
    const asked: string[] = [];
    const base = snapshotAdapter(
      snapshot({ link, companies: known([make.company()]), teams: known([]), solutions: noCore }),
    );
    const report = await checkEnvironment(base, {
      ...options,
      onEvent: (event) => event.type === 'fact-started' && asked.push(event.fact),
      now: new Date(takenAt),
    });
    expect(asked).toEqual(facts);
    expect(report._unsafeUnwrap().health).toBe(health);
  });
  test.each([
    [{ only: ['DWDVEV1070'] }, 'only', 'DWDVEV1007'],
    [{ rules: { DWDVEV1070: 'off' } }, 'rules.DWDVEV1070', 'nearest'],
    [{ rules: { DWFOEV9301: { options: { maximun: 3 } } } }, 'rules.DWFOEV9301.options.maximun', 'maximum'],
    [{ rules: { DWFOEV9301: { options: { maximum: 'many' } } } }, 'rules.DWFOEV9301.options.maximum', 'number'],
    [{ rules: { DWFOEV9301: 'loud' } }, 'rules.DWFOEV9301', 'off, error or warning'],
    [{ gate: 'open' }, 'gate', 'documented or none'],
    [{ failOn: 'info' }, 'failOn', 'error or warning'],
    [{ roleModel: 'root' }, 'roleModel', 'least-privilege'],
    [{ timeoutMs: -1 }, 'timeoutMs', 'milliseconds'],
    [
      { validator: custom('DWDVEV9999' as 'ACME1', () => undefined as never) },
      'validator',
      'not a valid code for a custom rule',
    ],
    [
      {
        validator: allOf(
          'x',
          custom('ACME7', () => undefined as never),
          custom('ACME7', () => undefined as never) as Rule<string>,
        ),
      },
      'validator',
      'used by two rules',
    ],
  ])('refuses %j', async (options, path, words) => {
    const fault = (await checkEnvironment(snapshotAdapter(snapshot({})), options as never))._unsafeUnwrapErr();
    expect(fault).toMatchObject({
      type: 'invalid-options',
      issues: [{ path, message: expect.stringContaining(words) }],
    });
  });
});

describe('the operations validator', () => {
  const inactive = known([make.integrationJob({ status: 'inactive' })]);
  const facts = { syncErrors: known([make.syncError()]), integrationJobs: inactive };

  test('never joins the health check, whose report names its own facts and those that were given', () => {
    const plain = evaluateSnapshot(snapshot({ link }));
    expect(Object.keys(plain.facts)).toEqual(healthFactNames);
    expect(plain.outcomes.filter(({ stage }) => stage === 'operation' || stage === 'design')).toEqual([]);
    const report = evaluateSnapshot(snapshot({ link, ...facts }));
    expect(report.outcomes).toEqual(plain.outcomes);
    expect(report.health).toBe(plain.health);
    expect(Object.keys(report.facts)).toEqual([...healthFactNames, 'syncErrors', 'integrationJobs']);
    expect(parseReport(JSON.parse(JSON.stringify(report))).isOk()).toBe(true);
  });

  test('names the facts that it asked for, and does without the link', () => {
    const report = evaluateSnapshot(snapshot(facts), { validator: operations });
    expect(report.health).toBe('unhealthy');
    expect(report.facts.alertSettings).toEqual({ status: 'unknown', reason: 'not-provided' });
    expect(pretty(report)).not.toContain('link');
    expect(parseReport(JSON.parse(JSON.stringify(report)))._unsafeUnwrap()).toEqual(JSON.parse(JSON.stringify(report)));
  });

  test('shares one configuration with the health check, but not the selection', async () => {
    const settings = { DWFOEV9501: 'off', DWDVEV1007: 'warning' } as const;
    const suppressions = [{ rule: 'DWFOEV9502', subject: 'Customers', reason: 'known', expires: '2026-12-31' }];
    for (const validator of [healthCheck, operations]) {
      const report = await checkEnvironment(snapshotAdapter(snapshot({ link, ...facts })), {
        validator,
        rules: settings,
        suppressions,
      });
      expect(report.isOk()).toBe(true);
    }
    const selected = await checkEnvironment(snapshotAdapter(snapshot({ link })), { only: ['DWFOEV9501'] });
    expect(selected._unsafeUnwrapErr()).toMatchObject({
      issues: [{ path: 'only', message: expect.stringContaining('a rule of Operations') }],
    });
  });
});
