import { known, unknown } from '../../../src/facts/fact.js';
import { applicationUserWithoutRole } from '../../../src/rules/prerequisites/application-user-without-role.js';
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

const documented = { roleModel: 'least-privilege' } as const;
const stricter = { roleModel: 'system-administrator' } as const;
const dataIntegrator = { application: 'Data integrator' };
const writer = { application: 'Finance and operations to Dataverse' };
const legacyWriter = { application: 'Finance and operations to Dataverse (legacy)' };

export default {
  rule: applicationUserWithoutRole,
  passed: [
    {
      when: 'the users hold roles',
      facts: {
        applicationUsers: known([make.applicationUser(integrator), make.applicationUser(current)]),
        finopsEnvironment: release('10.0.45'),
      },
      checked: 2,
    },
    {
      when: 'a user has an insufficient role: another rule reports that',
      facts: { applicationUsers: known([user(integrator, 'Basic User')]), finopsEnvironment: release('10.0.45') },
      checked: 1,
    },
    {
      when: 'the legacy user has no role and finance and operations writes as the current application',
      facts: {
        applicationUsers: known([user(legacy), user(current, 'Integration')]),
        finopsEnvironment: release('10.0.45'),
      },
      checked: 1,
    },
    {
      when: 'the customer hosts finance and operations and the user of a writing application has no role',
      facts: {
        applicationUsers: known([user(current), user(integrator, 'Integration')]),
        finopsEnvironment: customerManaged,
      },
      checked: 1,
    },
    {
      when: 'administrators are required and the user is one by its template',
      facts: {
        applicationUsers: known([
          make.applicationUser(integrator, {
            roles: [{ name: 'Systemadministrator', templateId: '{627090FF-40A3-4053-8790-584EDC5BE201}' }],
          }),
        ]),
        finopsEnvironment: release('10.0.45'),
      },
      options: stricter,
      checked: 1,
    },
    {
      when: 'administrators are required and the user is one by its name',
      facts: {
        applicationUsers: known([user(current, 'Basic User', ' SYSTEM-administrator ')]),
        finopsEnvironment: release('10.0.45'),
      },
      options: stricter,
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'the user of the data integrator holds no role',
      facts: {
        applicationUsers: known([user(integrator), make.applicationUser(current)]),
        finopsEnvironment: release('10.0.45'),
      },
      subjects: [`application ${integrator}`],
      args: [{ ...dataIntegrator, ...documented }],
    },
    {
      when: 'the current user holds no role and the legacy one does',
      facts: {
        applicationUsers: known([make.applicationUser(legacy), user(current)]),
        finopsEnvironment: release('10.0.45'),
      },
      subjects: [`application ${current}`],
      args: [{ ...writer, ...documented }],
    },
    {
      when: 'the legacy user holds no role, and nothing is known of finance and operations',
      facts: { applicationUsers: known([user(legacy)]) },
      subjects: [`application ${legacy}`],
      args: [{ ...legacyWriter, ...documented }],
    },
    {
      when: 'administrators are required and the user holds other roles only',
      facts: {
        applicationUsers: known([make.applicationUser(current), user(integrator, 'System Customizer')]),
        finopsEnvironment: release('10.0.45'),
      },
      options: stricter,
      subjects: [`application ${integrator}`, `application ${current}`],
      args: [
        { ...dataIntegrator, ...stricter },
        { ...writer, ...stricter },
      ],
    },
    {
      when: 'one of two rows of an application has no role',
      facts: {
        applicationUsers: known([make.applicationUser(integrator), user(integrator)]),
        finopsEnvironment: release('10.0.45'),
      },
      subjects: [`application ${integrator}`],
      args: [{ ...dataIntegrator, ...documented }],
    },
    {
      when: 'only some of the users were seen and one of them has no role',
      facts: { applicationUsers: known([user(integrator)], partly), finopsEnvironment: release('10.0.45') },
      subjects: [`application ${integrator}`],
      args: [{ ...dataIntegrator, ...documented }],
      missing: ['applicationUsers'],
    },
  ],
  notApplicable: [
    { when: 'none of the users exists', facts: { applicationUsers: known([]) } },
    {
      when: 'the customer hosts finance and operations and only a writing application has a user',
      facts: { applicationUsers: known([user(legacy)]), finopsEnvironment: customerManaged },
    },
  ],
  inconclusive: [
    {
      when: 'only some of the users were seen, all with roles',
      facts: { applicationUsers: known([make.applicationUser(integrator)], partly) },
      missing: ['applicationUsers'],
    },
    {
      when: 'only some of the users were seen, the legacy user has no role, and a current one may exist',
      facts: { applicationUsers: known([user(legacy)], partly), finopsEnvironment: release('10.0.45') },
      missing: ['applicationUsers'],
    },
    {
      when: 'the users could not be read',
      facts: { applicationUsers: unknown('not-permitted') },
      missing: ['applicationUsers'],
    },
  ],
} satisfies RuleCases;
