import { known, unknown } from '../../../src/facts/fact.js';
import { applicationUserWithoutRole } from '../../../src/rules/prerequisites/application-user-without-role.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const integrator = '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b';
const firstParty = '00000015-0000-0000-c000-000000000000';

export default {
  rule: applicationUserWithoutRole,
  passed: [
    {
      when: 'the users hold the dual-write roles',
      facts: { applicationUsers: known([make.applicationUser(integrator), make.applicationUser(firstParty)]) },
      checked: 2,
    },
    {
      when: 'a user holds a role of its own',
      facts: { applicationUsers: known([make.applicationUser(integrator, { roles: [{ name: 'Integration' }] })]) },
      checked: 1,
    },
    {
      when: 'administrators are asked for and the user is one by its template',
      facts: {
        applicationUsers: known([
          make.applicationUser(integrator, {
            roles: [{ name: 'Systemadministrator', templateId: '{627090FF-40A3-4053-8790-584EDC5BE201}' }],
          }),
        ]),
      },
      options: { roleModel: 'system-administrator' },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'a user holds no role',
      facts: {
        applicationUsers: known([make.applicationUser(integrator, { roles: [] }), make.applicationUser(firstParty)]),
      },
      subjects: [`application ${integrator}`],
    },
    {
      when: 'administrators are asked for and the user holds the dual-write roles only',
      facts: { applicationUsers: known([make.applicationUser(firstParty)]) },
      options: { roleModel: 'system-administrator' },
      subjects: [`application ${firstParty}`],
    },
    {
      when: 'one of two rows of an application has no role',
      facts: {
        applicationUsers: known([make.applicationUser(integrator), make.applicationUser(integrator, { roles: [] })]),
      },
      subjects: [`application ${integrator}`],
    },
    {
      when: 'only a part of the users was seen and one of them has no role',
      facts: { applicationUsers: known([make.applicationUser(integrator, { roles: [] })], { coverage: 'partial' }) },
      subjects: [`application ${integrator}`],
      missing: ['applicationUsers'],
    },
  ],
  notApplicable: [{ when: 'no application user of dual-write exists', facts: { applicationUsers: known([]) } }],
  inconclusive: [
    {
      when: 'only a part of the users was seen, all with roles',
      facts: { applicationUsers: known([make.applicationUser(integrator)], { coverage: 'partial' }) },
      missing: ['applicationUsers'],
    },
    {
      when: 'the users could not be read',
      facts: { applicationUsers: unknown('not-permitted') },
      missing: ['applicationUsers'],
    },
  ],
} satisfies RuleCases;
