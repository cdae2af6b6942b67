import { known, unknown } from '../../../src/facts/fact.js';
import { applicationUserMissing } from '../../../src/rules/prerequisites/application-user-missing.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const integrator = '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b';
const current = 'f1752846-f0df-4766-96f5-c109adf67d7f';
const legacy = '00000015-0000-0000-c000-000000000000';

const users = (...ids: readonly string[]) => known(ids.map((id) => make.applicationUser(id)));
const fo = (properties: Parameters<typeof make.finopsEnvironment>[0]) =>
  known(make.finopsEnvironment({ applicationRelease: null, ...properties }));

const dataIntegrator = { application: 'Data integrator' };
const writer = { application: 'Finance and operations to Dataverse' };
const legacyWriter = { application: 'Finance and operations to Dataverse (legacy)' };

export default {
  rule: applicationUserMissing,
  passed: [
    {
      when: 'the data integrator and the current writing application have a user',
      facts: { applicationUsers: users(integrator, current), finopsEnvironment: fo({ customerManaged: false }) },
      checked: 2,
    },
    {
      when: 'the legacy writing application has a user instead, whatever the version',
      facts: {
        applicationUsers: users(legacy, integrator),
        finopsEnvironment: fo({ applicationRelease: '10.0.45', customerManaged: false }),
      },
      checked: 2,
    },
    {
      when: 'the current writing application has a user, and finance and operations is older than it',
      facts: {
        applicationUsers: users(integrator, current),
        finopsEnvironment: fo({ applicationRelease: '10.0.40', customerManaged: false }),
      },
      checked: 2,
    },
    {
      when: 'ids are written in capitals and braces, and nothing is known of finance and operations',
      facts: { applicationUsers: users(`{${integrator.toUpperCase()}}`, current.toUpperCase()) },
      checked: 2,
      without: ['finopsEnvironment'],
    },
    {
      when: 'the users are disabled and without a role: other rules report those',
      facts: {
        applicationUsers: known([
          make.applicationUser(integrator, { enabled: false }),
          make.applicationUser(legacy, { roles: [] }),
        ]),
        finopsEnvironment: fo({ customerManaged: false }),
      },
      checked: 2,
    },
    {
      when: 'the customer hosts finance and operations and only the data integrator has a user',
      facts: { applicationUsers: users(integrator), finopsEnvironment: fo({ customerManaged: true }) },
      checked: 2,
    },
  ],
  failed: [
    {
      when: 'neither has a user',
      facts: { applicationUsers: known([]), finopsEnvironment: fo({ customerManaged: false }) },
      subjects: [`application ${integrator}`, `application ${current}`],
      args: [dataIntegrator, writer],
    },
    {
      when: 'only other applications have a user',
      facts: {
        applicationUsers: users('6f7d0213-62b1-43a8-b7f4-ff2bb8b7b452', '33976c19-1db5-4c02-810e-c243db79efde'),
        finopsEnvironment: fo({ customerManaged: false }),
      },
      subjects: [`application ${integrator}`, `application ${current}`],
      args: [dataIntegrator, writer],
    },
    {
      when: 'no writing application has a user and the release is 10.0.42, one before the current application',
      facts: {
        applicationUsers: users(integrator),
        finopsEnvironment: fo({ applicationRelease: '10.0.42', customerManaged: false }),
      },
      subjects: [`application ${legacy}`],
      args: [legacyWriter],
    },
    {
      when: 'no writing application has a user and the release is exactly 10.0.43',
      facts: {
        applicationUsers: users(integrator),
        finopsEnvironment: fo({ applicationRelease: '10.0.43', platformUpdate: 60, customerManaged: false }),
      },
      subjects: [`application ${current}`],
      args: [writer],
    },
    {
      when: 'no writing application has a user and the platform update is 66',
      facts: {
        applicationUsers: users(integrator),
        finopsEnvironment: fo({ platformUpdate: 66, customerManaged: false }),
      },
      subjects: [`application ${legacy}`],
      args: [legacyWriter],
    },
    {
      when: 'only the data integrator has no user',
      facts: { applicationUsers: users(current), finopsEnvironment: fo({ customerManaged: false }) },
      subjects: [`application ${integrator}`],
      args: [dataIntegrator],
    },
    {
      when: 'the data integrator has no user, whoever hosts finance and operations',
      facts: { applicationUsers: known([]), finopsEnvironment: fo({ customerManaged: true }) },
      subjects: [`application ${integrator}`],
      args: [dataIntegrator],
    },
    {
      when: 'neither has a user and finance and operations was not read',
      facts: { applicationUsers: known([]), finopsEnvironment: unknown('not-connected') },
      subjects: [`application ${integrator}`],
      args: [dataIntegrator],
      missing: ['finopsEnvironment'],
    },
  ],
  notApplicable: { never: 'the data integrator is always needed' },
  inconclusive: [
    {
      when: 'no writing application has a user and it is not known who hosts finance and operations',
      facts: { applicationUsers: users(integrator), finopsEnvironment: fo({ customerManaged: null }) },
      missing: ['finopsEnvironment.customerManaged'],
    },
    {
      when: 'only some of the users were seen, without those of dual-write',
      facts: {
        applicationUsers: known([], { coverage: 'partial' }),
        finopsEnvironment: fo({ customerManaged: false }),
      },
      missing: ['applicationUsers'],
    },
    {
      when: 'the users could not be read',
      facts: { applicationUsers: unknown('not-permitted'), finopsEnvironment: fo({ customerManaged: true }) },
      missing: ['applicationUsers'],
    },
  ],
} satisfies RuleCases;
