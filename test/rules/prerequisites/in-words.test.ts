import { expect, test } from 'vitest';
import { type EvaluateOptions, evaluateSnapshot } from '../../../src/evaluate-snapshot.js';
import { known } from '../../../src/facts/fact.js';
import { type SnapshotFacts, snapshotOf } from '../../../src/facts/snapshot.js';
import {
  applicationUserRoleUnconfirmed,
  applicationUserWithoutRole,
  finopsVersionTooOld,
  pluginDisabled,
  type Rule,
} from '../../../src/index.js';
import { make } from '../../support/facts.js';

const integrator = '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b';

const usersWith = (...roles: readonly string[]) => ({
  applicationUsers: known([make.applicationUser(integrator, { roles: roles.map((name) => ({ name })) })]),
});
const assembly = (name: string, disabledSteps = 0) => ({ name, enabledSteps: 4, disabledSteps });
const finops = (differing: Parameters<typeof make.finopsEnvironment>[0]) => ({
  finopsEnvironment: known(make.finopsEnvironment({ applicationRelease: null, ...differing })),
});

test.each<readonly [string, Rule, SnapshotFacts, EvaluateOptions, readonly string[]]>([
  [
    'a user that must be an administrator',
    applicationUserWithoutRole,
    usersWith('Salesperson'),
    { roleModel: 'system-administrator' },
    [`the application user for Data integrator (${integrator}) is not a system administrator`],
  ],
  [
    'a user with several roles',
    applicationUserRoleUnconfirmed,
    usersWith('Salesperson', 'Integration'),
    {},
    [
      `the application user for Data integrator (${integrator}) holds Integration, Salesperson: not both dual-write roles and one more for the tables`,
    ],
  ],
  [
    'an assembly that is missing, and one with several disabled steps',
    pluginDisabled,
    { pluginAssemblies: known([assembly('DualWriteRuntime.Plugins', 2)]) },
    {},
    ['the plug-in assembly DualWriteRegistration.Plugins is missing', 'DualWriteRuntime.Plugins has 2 disabled steps'],
  ],
  [
    'a platform update',
    finopsVersionTooOld,
    finops({ platformUpdate: 32 }),
    {},
    ['finance and operations has platformUpdate 32, and dual-write needs 33 or later'],
  ],
])('%s, in words', (_, rule, facts, options, words) => {
  const snapshot = snapshotOf('case', facts, { takenAt: '2026-11-20T10:00:00Z' });
  const [outcome] = evaluateSnapshot(snapshot, { validator: rule, ...options }).outcomes;
  expect(outcome?.status === 'failed' ? outcome.findings.map(({ message }) => message) : []).toEqual(words);
});
