import { known, unknown } from '../../../src/facts/fact.js';
import { applicationUserDisabled } from '../../../src/rules/prerequisites/application-user-disabled.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const integrator = '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b';
const current = 'f1752846-f0df-4766-96f5-c109adf67d7f';
const legacy = '00000015-0000-0000-c000-000000000000';

const on = (id: string) => make.applicationUser(id);
const off = (id: string) => make.applicationUser(id, { enabled: false });
const partly = { coverage: 'partial' } as const;
const release = (applicationRelease: string) => known(make.finopsEnvironment({ applicationRelease }));
const customerManaged = known(make.finopsEnvironment({ customerManaged: true }));

const dataIntegrator = { application: 'Data integrator' };
const writer = { application: 'Finance and operations to Dataverse' };
const legacyWriter = { application: 'Finance and operations to Dataverse (legacy)' };

export default {
  rule: applicationUserDisabled,
  passed: [
    {
      when: 'both users are enabled',
      facts: { applicationUsers: known([on(integrator), on(current)]), finopsEnvironment: release('10.0.45') },
      checked: 2,
    },
    {
      when: 'the legacy writing application has the only user of the two, and it is enabled',
      facts: { applicationUsers: known([on(integrator), on(legacy)]), finopsEnvironment: release('10.0.45') },
      checked: 2,
    },
    {
      when: 'a user of another application is disabled',
      facts: {
        applicationUsers: known([on(integrator), off('6f7d0213-62b1-43a8-b7f4-ff2bb8b7b452')]),
        finopsEnvironment: release('10.0.45'),
      },
      checked: 1,
    },
    {
      when: 'the legacy user is disabled and finance and operations writes as the current application',
      facts: {
        applicationUsers: known([on(integrator), off(legacy), on(current)]),
        finopsEnvironment: release('10.0.43'),
      },
      checked: 2,
    },
    {
      when: 'the legacy user is disabled beside an enabled current one, and the version is not known',
      facts: { applicationUsers: known([off(legacy), on(current)]) },
      checked: 1,
      without: ['finopsEnvironment'],
    },
    {
      when: 'the current user is disabled and finance and operations, below 10.0.43, writes as the legacy application',
      facts: {
        applicationUsers: known([off(current), on(legacy)]),
        finopsEnvironment: release('10.0.42'),
      },
      checked: 1,
    },
    {
      when: 'the customer hosts finance and operations and the users of both writing applications are disabled',
      facts: {
        applicationUsers: known([on(integrator), off(current), off(legacy)]),
        finopsEnvironment: customerManaged,
      },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'the user of the data integrator is disabled',
      facts: { applicationUsers: known([off(integrator), on(current)]), finopsEnvironment: release('10.0.45') },
      subjects: [`application ${integrator}`],
      args: [dataIntegrator],
    },
    {
      when: 'the user of the data integrator is disabled, whoever hosts finance and operations',
      facts: { applicationUsers: known([off(integrator)]), finopsEnvironment: customerManaged },
      subjects: [`application ${integrator}`],
      args: [dataIntegrator],
    },
    {
      when: 'the current user is disabled, and the legacy one is not',
      facts: { applicationUsers: known([off(current), on(legacy)]), finopsEnvironment: release('10.0.43') },
      subjects: [`application ${current}`],
      args: [writer],
    },
    {
      when: 'the current user is disabled, below 10.0.43, and the legacy application has none',
      facts: { applicationUsers: known([off(current)]), finopsEnvironment: release('10.0.42') },
      subjects: [`application ${current}`],
      args: [writer],
    },
    {
      when: 'the legacy user is disabled, below 10.0.43, and the current one is not',
      facts: { applicationUsers: known([off(legacy), on(current)]), finopsEnvironment: release('10.0.42') },
      subjects: [`application ${legacy}`],
      args: [legacyWriter],
    },
    {
      when: 'the legacy user is disabled and the only one of the two, and nothing is known of finance and operations',
      facts: { applicationUsers: known([off(legacy)]), finopsEnvironment: unknown('not-connected') },
      subjects: [`application ${legacy}`],
      args: [legacyWriter],
    },
    {
      when: 'it is not known who hosts finance and operations',
      facts: {
        applicationUsers: known([off(current)]),
        finopsEnvironment: known(make.finopsEnvironment({ customerManaged: null })),
      },
      subjects: [`application ${current}`],
      args: [writer],
    },
    {
      when: 'one of two rows of an application is disabled',
      facts: { applicationUsers: known([on(current), off(`{${current.toUpperCase()}}`)]) },
      subjects: [`application ${current}`],
      args: [writer],
    },
    {
      when: 'only some of the users were seen, the user of the data integrator is disabled',
      facts: { applicationUsers: known([off(integrator)], partly), finopsEnvironment: release('10.0.45') },
      subjects: [`application ${integrator}`],
      args: [dataIntegrator],
      missing: ['applicationUsers'],
    },
    {
      when: 'only some of the users were seen, the current user is disabled',
      facts: { applicationUsers: known([off(current)], partly), finopsEnvironment: release('10.0.43') },
      subjects: [`application ${current}`],
      args: [writer],
      missing: ['applicationUsers'],
    },
    {
      when: 'only some of the users were seen, the current user is disabled, and the version is not known',
      facts: { applicationUsers: known([off(current)], partly) },
      subjects: [`application ${current}`],
      args: [writer],
      missing: ['applicationUsers'],
    },
    {
      when: 'only some of the users were seen, the legacy user is disabled, below 10.0.43',
      facts: { applicationUsers: known([off(legacy)], partly), finopsEnvironment: release('10.0.42') },
      subjects: [`application ${legacy}`],
      args: [legacyWriter],
      missing: ['applicationUsers'],
    },
  ],
  notApplicable: [
    {
      when: 'none of the users exists',
      facts: { applicationUsers: known([]), finopsEnvironment: release('10.0.45') },
    },
    {
      when: 'the customer hosts finance and operations and only a writing application has a user',
      facts: { applicationUsers: known([off(current)]), finopsEnvironment: customerManaged },
    },
  ],
  inconclusive: [
    {
      when: 'only some of the users were seen, all enabled',
      facts: {
        applicationUsers: known([on(integrator), on(current)], partly),
        finopsEnvironment: release('10.0.45'),
      },
      missing: ['applicationUsers'],
    },
    {
      when: 'only some of the users were seen, the legacy user is disabled, and a current one may exist',
      facts: { applicationUsers: known([off(legacy)], partly), finopsEnvironment: release('10.0.43') },
      missing: ['applicationUsers'],
    },
    {
      when: 'only some of the users were seen, the current user is disabled, and below 10.0.43 a legacy one may exist',
      facts: { applicationUsers: known([off(current)], partly), finopsEnvironment: release('10.0.42') },
      missing: ['applicationUsers'],
    },
    {
      when: 'only some of the users were seen, without users of dual-write',
      facts: { applicationUsers: known([], partly) },
      missing: ['applicationUsers'],
    },
    {
      when: 'the users could not be read',
      facts: { applicationUsers: unknown('failed'), finopsEnvironment: release('10.0.45') },
      missing: ['applicationUsers'],
    },
  ],
} satisfies RuleCases;
