import { expect, test } from 'vitest';
import { known, unknown } from '../../../src/facts/fact.js';
import { writerVersion, writingApplication } from '../../../src/rules/prerequisites/writing-application.js';
import { make } from '../../support/facts.js';

const current = 'f1752846-f0df-4766-96f5-c109adf67d7f';
const legacy = '00000015-0000-0000-c000-000000000000';

// Users that were seen, whether the version is below 10.0.43, and the writer over all users and over a part of them.
test.each([
  { seen: 'both', isBeforeCurrent: true, overAll: legacy, overPart: legacy },
  { seen: 'both', isBeforeCurrent: false, overAll: current, overPart: current },
  { seen: 'both', isBeforeCurrent: undefined, overAll: current, overPart: current },
  { seen: 'current', isBeforeCurrent: true, overAll: current, overPart: undefined },
  { seen: 'current', isBeforeCurrent: false, overAll: current, overPart: current },
  { seen: 'current', isBeforeCurrent: undefined, overAll: current, overPart: current },
  { seen: 'legacy', isBeforeCurrent: true, overAll: legacy, overPart: legacy },
  { seen: 'legacy', isBeforeCurrent: false, overAll: legacy, overPart: undefined },
  { seen: 'legacy', isBeforeCurrent: undefined, overAll: legacy, overPart: undefined },
  { seen: 'none', isBeforeCurrent: true, overAll: legacy, overPart: undefined },
  { seen: 'none', isBeforeCurrent: false, overAll: legacy, overPart: undefined },
  { seen: 'none', isBeforeCurrent: undefined, overAll: legacy, overPart: undefined },
])('users of $seen, below 10.0.43 $isBeforeCurrent: $overAll, over a part $overPart', (row) => {
  const { seen, isBeforeCurrent, overAll, overPart } = row;
  const writer = (isPartial: boolean) =>
    writingApplication({
      hasCurrentUser: seen === 'current' || seen === 'both',
      hasLegacyUser: seen === 'legacy' || seen === 'both',
      isPartial,
      isBeforeCurrent,
    })?.id;
  expect(writer(false)).toBe(overAll);
  expect(writer(true)).toBe(overPart);
});

test.each([
  [{ applicationRelease: '10.0.42' }, 'applicationRelease', true],
  [{ applicationRelease: '10.0.43' }, 'applicationRelease', false],
  [{ applicationRelease: '10.1.0', platformUpdate: 1 }, 'applicationRelease', false],
  [{ applicationRelease: '10.0.9.1', platformUpdate: 68 }, 'applicationRelease', true],
  [{ applicationRelease: '10.0', platformUpdate: 66, platformBuild: '7.0.7606.18' }, 'platformUpdate', true],
  [{ applicationRelease: '10.0.2263.48', platformUpdate: 67, platformBuild: '7.0.1' }, 'platformUpdate', false],
  [{ platformBuild: '7.0.7520.999' }, 'platformBuild', true],
  [{ platformBuild: '7.0.7521' }, 'platformBuild', false],
  [{ applicationRelease: '', platformBuild: ' 7.0.7606.18 ' }, 'platformBuild', false],
] as const)('%j: %s tells whether it is below 10.0.43: %j', (properties, property, isBeforeCurrent) => {
  const environment = known(make.finopsEnvironment({ applicationRelease: null, ...properties }));
  expect(writerVersion(environment)).toMatchObject({ property, isBeforeCurrent });
});

test.each([{}, { applicationRelease: '10.0' }, { applicationBuild: '10.0.2263.48' }, { platformBuild: 'PU67' }])(
  '%j tells nothing',
  (properties) => {
    const environment = known(make.finopsEnvironment({ applicationRelease: null, ...properties }));
    expect(writerVersion(environment)).toBeUndefined();
  },
);

test('an environment that was not read tells nothing', () => {
  expect(writerVersion(unknown('timed-out'))).toBeUndefined();
});
