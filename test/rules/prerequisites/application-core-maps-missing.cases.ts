import { known, unknown } from '../../../src/facts/fact.js';
import { applicationCoreMapsMissing } from '../../../src/rules/prerequisites/application-core-maps-missing.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

export default {
  rule: applicationCoreMapsMissing,
  passed: [
    {
      when: 'the maps are installed',
      facts: { solutions: known([make.solution('msdyn_DualWriteAppCoreMaps', 'any')]) },
      checked: 1,
    },
    {
      when: 'the name differs in letter case and blanks',
      facts: { solutions: known([make.solution(' MSDYN_dualwriteappcoremaps ')]) },
      checked: 1,
    },
    {
      when: 'the former single package is installed',
      facts: { solutions: known([make.solution('dynamics365FinanceAndOperationsAnchor')]) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'nothing is installed',
      facts: { solutions: known([]) },
      subjects: ['solution msdyn_DualWriteAppCoreMaps'],
      args: [{}],
    },
    {
      when: 'only the other solutions of the package are installed',
      facts: {
        solutions: known([
          make.solution('Dynamics365Company'),
          make.solution('Dynamics365FinanceAndOperationsCommon'),
          make.solution('CurrencyExchangeRates'),
          make.solution('msdyn_DualWriteAppCoreAnchor'),
        ]),
      },
      subjects: ['solution msdyn_DualWriteAppCoreMaps'],
      args: [{}],
    },
  ],
  notApplicable: { never: 'the maps of the application core are always expected' },
  inconclusive: [
    { when: 'the solutions could not be read', facts: { solutions: unknown('throttled') }, missing: ['solutions'] },
    {
      when: 'only some of the solutions were seen',
      facts: { solutions: known([], { coverage: 'partial' }) },
      missing: ['solutions'],
    },
    {
      when: 'only some of the solutions were seen, including the maps',
      facts: { solutions: known([make.solution('msdyn_DualWriteAppCoreMaps')], { coverage: 'partial' }) },
      missing: ['solutions'],
    },
  ],
} satisfies RuleCases;
