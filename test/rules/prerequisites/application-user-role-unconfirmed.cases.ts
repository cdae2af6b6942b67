import { known, unknown } from '../../../src/facts/fact.js';
import { applicationUserRoleUnconfirmed } from '../../../src/rules/prerequisites/application-user-role-unconfirmed.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const integrator = '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b';
const current = 'f1752846-f0df-4766-96f5-c109adf67d7f';
const legacy = '00000015-0000-0000-c000-000000000000';

const user = (id: string, ...roles: readonly string[]) =>
  make.applicationUser(id, { roles: roles.map((name) => ({ name })) });
const partly = { coverage: 'partial' } as const;
const release = (applicationRelease: string) => known(make.finopsEnvironment({ applicationRelease }));
const customerManaged = known(make.finopsEnvironment({ customerManaged: true }));

const both = ['Dual-write runtime user', 'Dual-write app user'] as const;
const dataIntegrator = 'Data integrator';
const writer = 'Finance and operations to Dataverse';
const legacyWriter = 'Finance and operations to Dataverse (legacy)';

export default {
  rule: applicationUserRoleUnconfirmed,
  passed: [
    {
      when: 'the users hold both dual-write roles and one more',
      facts: {
        applicationUsers: known([user(integrator, ...both, 'Salesperson'), user(current, 'Integration', ...both)]),
        finopsEnvironment: release('10.0.45'),
      },
      checked: 2,
    },
    {
      when: 'the user is a system administrator by its template, with stub roles beside it',
      facts: {
        applicationUsers: known([
          make.applicationUser(current, {
            roles: [{ name: 'Basic User' }, { name: 'Admin', templateId: '{627090FF-40A3-4053-8790-584EDC5BE201}' }],
          }),
        ]),
        finopsEnvironment: release('10.0.45'),
      },
      checked: 1,
    },
    {
      when: 'the user has no role at all: another rule reports that',
      facts: { applicationUsers: known([user(integrator)]), finopsEnvironment: release('10.0.45') },
      checked: 1,
    },
    {
      when: 'administrators are required: the other rule decides then',
      facts: {
        applicationUsers: known([user(integrator, 'Integration')]),
        finopsEnvironment: release('10.0.45'),
      },
      options: { roleModel: 'system-administrator' },
      checked: 1,
    },
    {
      when: 'the roles of the legacy user are unconfirmed and finance and operations writes as the current application',
      facts: {
        applicationUsers: known([user(legacy, 'Integration'), make.applicationUser(current)]),
      },
      checked: 1,
      without: ['finopsEnvironment'],
    },
    {
      when: 'the customer hosts finance and operations and the roles of the user of a writing application are unconfirmed',
      facts: {
        applicationUsers: known([user(current, 'Integration'), make.applicationUser(integrator)]),
        finopsEnvironment: customerManaged,
      },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'the users hold only roles of your own: the findings list each once, in order',
      facts: {
        applicationUsers: known([user(integrator, 'Integration'), user(current, 'Sync B', ' Sync A', 'Sync B')]),
        finopsEnvironment: release('10.0.45'),
      },
      subjects: [`application ${integrator}`, `application ${current}`],
      args: [
        { application: dataIntegrator, roles: ['Integration'] },
        { application: writer, roles: ['Sync A', 'Sync B'] },
      ],
    },
    {
      when: 'the user holds the two dual-write roles alone',
      facts: { applicationUsers: known([user(integrator, ...both)]), finopsEnvironment: release('10.0.45') },
      subjects: [`application ${integrator}`],
      args: [{ application: dataIntegrator, roles: ['Dual-write app user', 'Dual-write runtime user'] }],
    },
    {
      when: 'the user holds the two dual-write roles and Basic User only',
      facts: {
        applicationUsers: known([user(current, 'Basic User', ...both)]),
        finopsEnvironment: release('10.0.45'),
      },
      subjects: [`application ${current}`],
      args: [{ application: writer, roles: ['Basic User', 'Dual-write app user', 'Dual-write runtime user'] }],
    },
    {
      when: 'the user holds one of the two dual-write roles and one for the tables, below 10.0.43',
      facts: {
        applicationUsers: known([user(legacy, 'Dual-write app user', 'Salesperson'), make.applicationUser(current)]),
        finopsEnvironment: release('10.0.42'),
      },
      subjects: [`application ${legacy}`],
      args: [{ application: legacyWriter, roles: ['Dual-write app user', 'Salesperson'] }],
    },
    {
      when: 'the roles of two users of one application are unconfirmed',
      facts: {
        applicationUsers: known([
          user(integrator, 'Sync B', 'Delegate'),
          user(integrator, 'Sync C', 'Sync A', 'Delegate'),
        ]),
        finopsEnvironment: release('10.0.45'),
      },
      subjects: [`application ${integrator}`],
      args: [{ application: dataIntegrator, roles: ['Delegate', 'Sync A', 'Sync B', 'Sync C'] }],
    },
    {
      when: 'only some of the users were seen and the roles of one are unconfirmed',
      facts: { applicationUsers: known([user(current, 'x')], partly), finopsEnvironment: release('10.0.45') },
      subjects: [`application ${current}`],
      args: [{ application: writer, roles: ['x'] }],
      missing: ['applicationUsers'],
    },
  ],
  notApplicable: [
    { when: 'none of the users exists', facts: { applicationUsers: known([]) } },
    {
      when: 'the customer hosts finance and operations and only a writing application has a user',
      facts: { applicationUsers: known([user(current, 'x')]), finopsEnvironment: customerManaged },
    },
  ],
  inconclusive: [
    {
      when: 'only some of the users were seen, all with sufficient roles',
      facts: { applicationUsers: known([make.applicationUser(integrator)], partly) },
      missing: ['applicationUsers'],
    },
    {
      when: 'only some of the users were seen, the roles of the legacy user are unconfirmed, and a current one may exist',
      facts: { applicationUsers: known([user(legacy, 'x')], partly), finopsEnvironment: release('10.0.45') },
      missing: ['applicationUsers'],
    },
    {
      when: 'the users could not be read',
      facts: { applicationUsers: unknown('not-permitted') },
      missing: ['applicationUsers'],
    },
  ],
} satisfies RuleCases;
