import { known, unknown } from '../../../src/facts/fact.js';
import { applicationUserMissing } from '../../../src/rules/prerequisites/application-user-missing.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const integrator = '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b';
const firstParty = '00000015-0000-0000-c000-000000000000';

export default {
  rule: applicationUserMissing,
  passed: [
    {
      when: 'both users exist',
      facts: { applicationUsers: known([make.applicationUser(integrator), make.applicationUser(firstParty)]) },
      checked: 2,
    },
    {
      when: 'ids are written in capitals and braces',
      facts: {
        applicationUsers: known([
          make.applicationUser(`{${integrator.toUpperCase()}}`),
          make.applicationUser(firstParty.toUpperCase()),
        ]),
      },
      checked: 2,
    },
    {
      when: 'the customer hosts finance and operations and only the data integrator exists',
      facts: {
        applicationUsers: known([make.applicationUser(integrator)]),
        finopsEnvironment: known(make.finopsEnvironment({ customerManaged: true })),
      },
      checked: 2,
    },
  ],
  failed: [
    {
      when: 'neither user exists',
      facts: {
        applicationUsers: known([]),
        finopsEnvironment: known(make.finopsEnvironment({ customerManaged: false })),
      },
      subjects: [`application ${firstParty}`, `application ${integrator}`],
    },
    {
      when: 'only the data integrator is absent',
      facts: { applicationUsers: known([make.applicationUser(firstParty)]) },
      subjects: [`application ${integrator}`],
    },
    {
      when: 'neither user exists and nobody knows who hosts finance and operations',
      facts: { applicationUsers: known([]), finopsEnvironment: unknown('not-connected') },
      subjects: [`application ${integrator}`],
      missing: ['finopsEnvironment'],
    },
  ],
  notApplicable: { never: 'the data integrator is always needed' },
  inconclusive: [
    {
      when: 'the first-party user is absent and nobody says who hosts the environment',
      facts: {
        applicationUsers: known([make.applicationUser(integrator)]),
        finopsEnvironment: known(make.finopsEnvironment({ customerManaged: null })),
      },
      missing: ['finopsEnvironment.customerManaged'],
    },
    {
      when: 'only a part of the users was seen',
      facts: { applicationUsers: known([], { coverage: 'partial' }) },
      missing: ['applicationUsers'],
    },
    {
      when: 'the users could not be read',
      facts: { applicationUsers: unknown('not-permitted') },
      missing: ['applicationUsers'],
    },
  ],
} satisfies RuleCases;
