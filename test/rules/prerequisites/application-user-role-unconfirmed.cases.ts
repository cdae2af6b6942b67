import { known, unknown } from '../../../src/facts/fact.js';
import { applicationUserRoleUnconfirmed } from '../../../src/rules/prerequisites/application-user-role-unconfirmed.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const integrator = '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b';
const firstParty = '00000015-0000-0000-c000-000000000000';

export default {
  rule: applicationUserRoleUnconfirmed,
  passed: [
    {
      when: 'the users hold both dual-write roles',
      facts: { applicationUsers: known([make.applicationUser(integrator), make.applicationUser(firstParty)]) },
      checked: 2,
    },
    {
      when: 'the names of the roles differ in hyphens, blanks and case',
      facts: {
        applicationUsers: known([
          make.applicationUser(integrator, {
            roles: [{ name: 'DUAL WRITE Runtime-User' }, { name: 'Dual-Write App User' }],
          }),
        ]),
      },
      checked: 1,
    },
    {
      when: 'the user is a system administrator',
      facts: {
        applicationUsers: known([make.applicationUser(integrator, { roles: [{ name: ' system administrator ' }] })]),
      },
      checked: 1,
    },
    {
      when: 'the user has no role at all: that is another finding',
      facts: { applicationUsers: known([make.applicationUser(integrator, { roles: [] })]) },
      checked: 1,
    },
    {
      when: 'administrators are asked for: the other rule decides then',
      facts: { applicationUsers: known([make.applicationUser(integrator, { roles: [{ name: 'Integration' }] })]) },
      options: { roleModel: 'system-administrator' },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'the user holds only roles of your own',
      facts: { applicationUsers: known([make.applicationUser(integrator, { roles: [{ name: 'Integration' }] })]) },
      subjects: [`application ${integrator}`],
    },
    {
      when: 'one of the two dual-write roles is absent',
      facts: {
        applicationUsers: known([make.applicationUser(firstParty, { roles: [{ name: 'Dual-write app user' }] })]),
      },
      subjects: [`application ${firstParty}`],
    },
    {
      when: 'only a part of the users was seen and the roles of one are unconfirmed',
      facts: {
        applicationUsers: known([make.applicationUser(firstParty, { roles: [{ name: 'x' }] })], {
          coverage: 'partial',
        }),
      },
      subjects: [`application ${firstParty}`],
      missing: ['applicationUsers'],
    },
  ],
  notApplicable: [{ when: 'no application user of dual-write exists', facts: { applicationUsers: known([]) } }],
  inconclusive: [
    {
      when: 'only a part of the users was seen, all with the dual-write roles',
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
