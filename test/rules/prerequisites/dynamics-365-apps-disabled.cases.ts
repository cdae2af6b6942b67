import { known, unknown } from '../../../src/facts/fact.js';
import { dynamics365AppsDisabled } from '../../../src/rules/prerequisites/dynamics-365-apps-disabled.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const dv = (dynamics365Apps: boolean | null) => known(make.dataverseEnvironment({ dynamics365Apps }));

export default {
  rule: dynamics365AppsDisabled,
  passed: [{ when: 'the apps are enabled', facts: { dataverseEnvironment: dv(true) }, checked: 1 }],
  failed: [
    {
      when: 'the apps are disabled',
      facts: { dataverseEnvironment: dv(false) },
      subjects: ['environment dataverse'],
      args: [{}],
    },
  ],
  notApplicable: { never: 'the choice was made for every environment' },
  inconclusive: [
    {
      when: 'the environment could not be read',
      facts: { dataverseEnvironment: unknown('not-permitted') },
      missing: ['dataverseEnvironment'],
    },
  ],
  skipped: [
    { when: 'it is not known whether the apps are enabled', facts: { dataverseEnvironment: dv(null) } },
    { when: 'the environment is not provided', facts: {} },
  ],
} satisfies RuleCases;
