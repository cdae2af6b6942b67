import { known, unknown } from '../../../src/facts/fact.js';
import { applicationCoreMissing } from '../../../src/rules/prerequisites/application-core-missing.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const all = [
  'Dynamics365Company',
  'Dynamics365FinanceAndOperationsCommon',
  'CurrencyExchangeRates',
  'msdyn_DualWriteAppCoreMaps',
];

export default {
  rule: applicationCoreMissing,
  passed: [
    {
      when: 'all four solutions are installed',
      facts: { solutions: known(all.map((name) => make.solution(name))) },
      checked: 4,
    },
    {
      when: 'their names differ in case',
      facts: { solutions: known(all.map((name) => make.solution(name.toUpperCase()))) },
      checked: 4,
    },
    {
      when: 'the single package of old is installed',
      facts: { solutions: known([make.solution('Dynamics365FinanceAndOperationsAnchor')]) },
      checked: 4,
    },
  ],
  failed: [
    {
      when: 'one of the four is absent',
      facts: { solutions: known(all.slice(1).map((name) => make.solution(name))) },
      subjects: ['solution Dynamics365Company'],
    },
    {
      when: 'nothing is installed',
      facts: { solutions: known([]) },
      subjects: [
        'solution CurrencyExchangeRates',
        'solution Dynamics365Company',
        'solution Dynamics365FinanceAndOperationsCommon',
        'solution msdyn_DualWriteAppCoreMaps',
      ],
    },
  ],
  notApplicable: { never: 'the application core is always needed' },
  inconclusive: [
    { when: 'the solutions could not be read', facts: { solutions: unknown('throttled') }, missing: ['solutions'] },
    {
      when: 'only a part of the solutions was seen',
      facts: { solutions: known([], { coverage: 'partial' }) },
      missing: ['solutions'],
    },
  ],
} satisfies RuleCases;
