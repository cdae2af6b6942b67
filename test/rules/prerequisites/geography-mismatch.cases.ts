import { known, unknown } from '../../../src/facts/fact.js';
import { geographyMismatch } from '../../../src/rules/prerequisites/geography-mismatch.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const side = (geography: string | null) => ({
  dataverseEnvironment: known(make.dataverseEnvironment({ geography: 'Europe' })),
  finopsEnvironment: known(make.finopsEnvironment({ geography })),
});

export default {
  rule: geographyMismatch,
  passed: [
    { when: 'both are in one geography', facts: side('Europe'), checked: 1 },
    { when: 'the names differ in case and blanks', facts: side(' EUROPE '), checked: 1 },
  ],
  failed: [{ when: 'the geographies differ', facts: side('United States'), subjects: ['environment dataverse'] }],
  notApplicable: { never: 'both environments always have a geography' },
  inconclusive: [
    {
      when: 'an environment could not be read',
      facts: { ...side('Europe'), dataverseEnvironment: unknown('failed') },
      missing: ['dataverseEnvironment'],
    },
  ],
  skipped: [
    { when: 'a geography is not provided', facts: side(null) },
    {
      when: 'an environment is not provided',
      facts: { finopsEnvironment: known(make.finopsEnvironment({ geography: 'Europe' })) },
    },
  ],
} satisfies RuleCases;
