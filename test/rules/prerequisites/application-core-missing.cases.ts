import { known, unknown } from '../../../src/facts/fact.js';
import { applicationCoreMissing } from '../../../src/rules/prerequisites/application-core-missing.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const all = ['Dynamics365Company', 'Dynamics365FinanceAndOperationsCommon', 'CurrencyExchangeRates'];

export default {
  rule: applicationCoreMissing,
  passed: [
    {
      when: 'all three solutions are installed, without the maps',
      facts: { solutions: known(all.map((name) => make.solution(name))) },
      checked: 3,
    },
    {
      when: 'their names differ in letter case and blanks',
      facts: { solutions: known(all.map((name) => make.solution(` ${name.toUpperCase()} `, ''))) },
      checked: 3,
    },
    {
      when: 'the former single package is installed',
      facts: { solutions: known([make.solution('dynamics365FinanceAndOperationsANCHOR ')]) },
      checked: 3,
    },
  ],
  failed: [
    {
      when: 'one of the three is missing',
      facts: { solutions: known(all.slice(1).map((name) => make.solution(name))) },
      subjects: ['solution Dynamics365Company'],
      args: [{}],
    },
    {
      when: 'only the maps and the anchor of the package are installed',
      facts: {
        solutions: known([make.solution('msdyn_DualWriteAppCoreMaps'), make.solution('msdyn_DualWriteAppCoreAnchor')]),
      },
      subjects: [
        'solution CurrencyExchangeRates',
        'solution Dynamics365Company',
        'solution Dynamics365FinanceAndOperationsCommon',
      ],
      args: [{}, {}, {}],
    },
    {
      when: 'nothing is installed',
      facts: { solutions: known([]) },
      subjects: [
        'solution CurrencyExchangeRates',
        'solution Dynamics365Company',
        'solution Dynamics365FinanceAndOperationsCommon',
      ],
      args: [{}, {}, {}],
    },
  ],
  notApplicable: { never: 'the application core is always needed' },
  inconclusive: [
    { when: 'the solutions could not be read', facts: { solutions: unknown('throttled') }, missing: ['solutions'] },
    {
      when: 'only some of the solutions were seen',
      facts: { solutions: known([], { coverage: 'partial' }) },
      missing: ['solutions'],
    },
  ],
} satisfies RuleCases;
