import { known, unknown } from '../../../src/facts/fact.js';
import { prospectToCashPresent } from '../../../src/rules/prerequisites/prospect-to-cash-present.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

export default {
  rule: prospectToCashPresent,
  passed: [
    { when: 'none of the solutions is installed', facts: { solutions: known([make.solution('Party')]) }, checked: 1 },
    { when: 'no solution is installed at all', facts: { solutions: known([]) }, checked: 0 },
    {
      when: 'Prospect to Cash is dormant, exactly 15.0.0.1',
      facts: { solutions: known([make.solution('msdynce_ProspectToCashIntegration', '15.0.0.1')]) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'Prospect to Cash is one version below',
      facts: { solutions: known([make.solution('MSDYNCE_prospecttocashintegration', '15.0.0.0')]) },
      subjects: ['solution MSDYNCE_prospecttocashintegration'],
    },
    {
      when: 'the others are installed in whatever version',
      facts: {
        solutions: known([
          make.solution('PSAOPSIntegration', 'x'),
          make.solution('msdynce_FieldServiceIntegration', '99.0'),
        ]),
      },
      subjects: ['solution PSAOPSIntegration', 'solution msdynce_FieldServiceIntegration'],
    },
    {
      when: 'only a part of the solutions was seen and one of them conflicts',
      facts: { solutions: known([make.solution('PSAOPSIntegration')], { coverage: 'partial' }) },
      subjects: ['solution PSAOPSIntegration'],
      missing: ['solutions'],
    },
  ],
  notApplicable: { never: 'the conflict can arise anywhere' },
  inconclusive: [
    {
      when: 'the version of Prospect to Cash cannot be read',
      facts: { solutions: known([make.solution('msdynce_ProspectToCashIntegration', '')]) },
      missing: ['solutions.version'],
    },
    {
      when: 'only a part of the solutions was seen, without a conflict',
      facts: { solutions: known([], { coverage: 'partial' }) },
      missing: ['solutions'],
    },
    { when: 'the solutions could not be read', facts: { solutions: unknown('timed-out') }, missing: ['solutions'] },
  ],
} satisfies RuleCases;
