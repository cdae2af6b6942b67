import { known, unknown } from '../../../src/facts/fact.js';
import { applicationUserDisabled } from '../../../src/rules/prerequisites/application-user-disabled.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const integrator = '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b';
const firstParty = '00000015-0000-0000-c000-000000000000';

export default {
  rule: applicationUserDisabled,
  passed: [
    {
      when: 'both users are enabled',
      facts: { applicationUsers: known([make.applicationUser(integrator), make.applicationUser(firstParty)]) },
      checked: 2,
    },
    {
      when: 'a user of something else is disabled',
      facts: {
        applicationUsers: known([
          make.applicationUser(integrator),
          make.applicationUser('99999999-0000-0000-0000-000000000000', { enabled: false }),
        ]),
      },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'a user is disabled',
      facts: {
        applicationUsers: known([
          make.applicationUser(integrator, { enabled: false }),
          make.applicationUser(firstParty),
        ]),
      },
      subjects: [`application ${integrator}`],
    },
    {
      when: 'one of two rows of an application is disabled',
      facts: {
        applicationUsers: known([
          make.applicationUser(firstParty),
          make.applicationUser(firstParty.toUpperCase(), { enabled: false }),
        ]),
      },
      subjects: [`application ${firstParty}`],
    },
    {
      when: 'only a part of the users was seen and one of them is disabled',
      facts: {
        applicationUsers: known([make.applicationUser(integrator, { enabled: false })], { coverage: 'partial' }),
      },
      subjects: [`application ${integrator}`],
      missing: ['applicationUsers'],
    },
  ],
  notApplicable: [{ when: 'no application user of dual-write exists', facts: { applicationUsers: known([]) } }],
  inconclusive: [
    {
      when: 'only a part of the users was seen, all enabled',
      facts: { applicationUsers: known([make.applicationUser(integrator)], { coverage: 'partial' }) },
      missing: ['applicationUsers'],
    },
    {
      when: 'only a part was seen, without users of dual-write',
      facts: { applicationUsers: known([], { coverage: 'partial' }) },
      missing: ['applicationUsers'],
    },
    {
      when: 'the users could not be read',
      facts: { applicationUsers: unknown('failed') },
      missing: ['applicationUsers'],
    },
  ],
} satisfies RuleCases;
