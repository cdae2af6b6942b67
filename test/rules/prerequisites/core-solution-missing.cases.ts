import { known, unknown } from '../../../src/facts/fact.js';
import { coreSolutionMissing } from '../../../src/rules/prerequisites/core-solution-missing.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

export default {
  rule: coreSolutionMissing,
  passed: [
    { when: 'the core is installed', facts: { solutions: known([make.solution('msdyn_DualWriteCore')]) }, checked: 1 },
    {
      when: 'it is installed under its managed name',
      facts: { solutions: known([make.solution('DualWriteCore_managed')]) },
      checked: 1,
    },
    {
      when: 'the name differs in letter case and blanks',
      facts: { solutions: known([make.solution(' MSDYN_dualwritecore ')]) },
      checked: 1,
    },
    {
      when: 'only some of the solutions were seen, including the core',
      facts: { solutions: known([make.solution('DualWriteCoreAnchor')], { coverage: 'partial' }) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'no solution is installed',
      facts: { solutions: known([]) },
      subjects: ['solution msdyn_DualWriteCore'],
      args: [{}],
    },
    {
      when: 'only solutions with similar names are installed',
      facts: { solutions: known([make.solution('msdyn_DualWriteCoreMaps'), make.solution('DualWrite')]) },
      subjects: ['solution msdyn_DualWriteCore'],
      args: [{}],
    },
  ],
  notApplicable: { never: 'the core is always needed' },
  inconclusive: [
    {
      when: 'only some of the solutions were seen, without the core',
      facts: { solutions: known([make.solution('Party')], { coverage: 'partial' }) },
      missing: ['solutions'],
    },
    { when: 'the solutions could not be read', facts: { solutions: unknown('not-permitted') }, missing: ['solutions'] },
  ],
} satisfies RuleCases;
