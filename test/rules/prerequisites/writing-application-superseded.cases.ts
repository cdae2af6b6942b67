import { known, unknown } from '../../../src/facts/fact.js';
import { writingApplicationSuperseded } from '../../../src/rules/prerequisites/writing-application-superseded.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const integrator = '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b';
const current = 'f1752846-f0df-4766-96f5-c109adf67d7f';
const legacy = '00000015-0000-0000-c000-000000000000';

const users = (...ids: readonly string[]) => known(ids.map((id) => make.applicationUser(id)));
const fo = (properties: Parameters<typeof make.finopsEnvironment>[0]) =>
  known(make.finopsEnvironment({ applicationRelease: null, ...properties }));
const onlyLegacy = users(integrator, legacy);
const noVersion = [
  'finopsEnvironment.applicationRelease',
  'finopsEnvironment.platformBuild',
  'finopsEnvironment.platformUpdate',
] as const;

const because = (property: string, version: string) => ({ property, version, legacyApplication: legacy });

export default {
  rule: writingApplicationSuperseded,
  passed: [
    {
      when: 'both applications have a user',
      facts: { applicationUsers: users(legacy, current), finopsEnvironment: fo({ applicationRelease: '10.0.45' }) },
      checked: 1,
    },
    {
      when: 'the current application has a user, written in capitals and braces, and no version is known',
      facts: { applicationUsers: users(`{${current.toUpperCase()}}`), finopsEnvironment: fo({}) },
      checked: 1,
    },
    {
      when: 'the current application has a user that is disabled: another rule reports that',
      facts: {
        applicationUsers: known([make.applicationUser(legacy), make.applicationUser(current, { enabled: false })]),
        finopsEnvironment: fo({ applicationRelease: '10.0.45' }),
      },
      checked: 1,
    },
    {
      when: 'the current application has a user and the environment was not read',
      facts: { applicationUsers: users(legacy, current) },
      checked: 1,
      without: ['finopsEnvironment'],
    },
    {
      when: 'the release is 10.0.42, whatever the platform says',
      facts: {
        applicationUsers: onlyLegacy,
        finopsEnvironment: fo({ applicationRelease: '10.0.42', platformUpdate: 68, platformBuild: '7.0.7606.18' }),
      },
      checked: 1,
    },
    {
      when: 'no release is known and the platform update is 66, whatever the platform build says',
      facts: {
        applicationUsers: onlyLegacy,
        finopsEnvironment: fo({ applicationRelease: '10.0', platformUpdate: 66, platformBuild: '7.0.7606.18' }),
      },
      checked: 1,
    },
    {
      when: 'only the platform build is known, and it is just below 7.0.7521',
      facts: { applicationUsers: onlyLegacy, finopsEnvironment: fo({ platformBuild: '7.0.7520.999' }) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'only the legacy application has a user and the release is exactly 10.0.43',
      facts: { applicationUsers: onlyLegacy, finopsEnvironment: fo({ applicationRelease: ' 10.0.43.0 ' }) },
      subjects: [`application ${current}`],
      args: [because('applicationRelease', '10.0.43.0')],
    },
    {
      when: 'the release is later, and the platform update is not',
      facts: {
        applicationUsers: users(legacy.toUpperCase()),
        finopsEnvironment: fo({ applicationRelease: '10.0.45', platformUpdate: 66, customerManaged: false }),
      },
      subjects: [`application ${current}`],
      args: [because('applicationRelease', '10.0.45')],
    },
    {
      when: 'the user of the legacy application is disabled and still without a role',
      facts: {
        applicationUsers: known([make.applicationUser(legacy, { enabled: false, roles: [] })]),
        finopsEnvironment: fo({ applicationRelease: '10.0.45' }),
      },
      subjects: [`application ${current}`],
      args: [because('applicationRelease', '10.0.45')],
    },
    {
      when: 'the release contains a build, and the platform update is exactly 67',
      facts: {
        applicationUsers: onlyLegacy,
        finopsEnvironment: fo({ applicationRelease: '10.0.605.30025', platformUpdate: 67, platformBuild: '7.0.1.1' }),
      },
      subjects: [`application ${current}`],
      args: [because('platformUpdate', '67')],
    },
    {
      when: 'only the platform build is known, and it is exactly 7.0.7521',
      facts: { applicationUsers: onlyLegacy, finopsEnvironment: fo({ platformBuild: '7.0.7521' }) },
      subjects: [`application ${current}`],
      args: [because('platformBuild', '7.0.7521')],
    },
  ],
  notApplicable: [
    {
      when: 'the customer hosts finance and operations',
      facts: {
        applicationUsers: onlyLegacy,
        finopsEnvironment: fo({ applicationRelease: '10.0.45', customerManaged: true }),
      },
    },
    {
      when: 'the customer hosts finance and operations, although only some of the users were seen',
      facts: {
        applicationUsers: known([make.applicationUser(legacy)], { coverage: 'partial' }),
        finopsEnvironment: fo({ applicationRelease: '10.0.45', customerManaged: true }),
      },
    },
    {
      when: 'the customer hosts finance and operations, although the users could not be read',
      facts: { applicationUsers: unknown('not-permitted'), finopsEnvironment: fo({ customerManaged: true }) },
    },
    {
      when: 'neither application has a user',
      facts: { applicationUsers: users(integrator), finopsEnvironment: fo({ applicationRelease: '10.0.45' }) },
    },
    { when: 'there is no user and the environment was not read', facts: { applicationUsers: known([]) } },
  ],
  inconclusive: [
    {
      when: 'only the legacy application has a user and no version is known',
      facts: {
        applicationUsers: onlyLegacy,
        finopsEnvironment: fo({ applicationRelease: '10.0', applicationBuild: '10.0.2263.48', platformBuild: 'x' }),
      },
      missing: noVersion,
    },
    {
      when: 'only the legacy application has a user and the environment could not be read',
      facts: { applicationUsers: onlyLegacy, finopsEnvironment: unknown('timed-out') },
      missing: ['finopsEnvironment'],
    },
    {
      when: 'only some of the users were seen',
      facts: {
        applicationUsers: known([make.applicationUser(legacy)], { coverage: 'partial' }),
        finopsEnvironment: fo({ applicationRelease: '10.0.45' }),
      },
      missing: ['applicationUsers'],
    },
    {
      when: 'only some of the users were seen, none of them of these applications',
      facts: { applicationUsers: known([], { coverage: 'partial' }) },
      missing: ['applicationUsers'],
    },
    {
      when: 'the users could not be read',
      facts: { applicationUsers: unknown('not-permitted'), finopsEnvironment: fo({ customerManaged: false }) },
      missing: ['applicationUsers'],
    },
  ],
} satisfies RuleCases;
