import { known, unknown } from '../../../src/facts/fact.js';
import { prospectToCashPresent } from '../../../src/rules/prerequisites/prospect-to-cash-present.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const prospectToCash = 'msdynce_ProspectToCashIntegration';

export default {
  rule: prospectToCashPresent,
  passed: [
    { when: 'the solution is not installed', facts: { solutions: known([make.solution('Party')]) }, checked: 1 },
    { when: 'no solution is installed at all', facts: { solutions: known([]) }, checked: 0 },
    {
      when: 'the solution is dormant, exactly 15.0.0.1',
      facts: { solutions: known([make.solution(prospectToCash, '15.0.0.1')]) },
      checked: 1,
    },
    {
      when: 'the solutions of the older field service and project integrations are installed',
      facts: {
        solutions: known([
          make.solution('PSAOPSIntegration', '1.0.0.0'),
          make.solution('msdynce_FieldServiceIntegration', '1.0.0.0'),
        ]),
      },
      checked: 2,
    },
  ],
  failed: [
    {
      when: 'the solution is one version below, its name in different letter case',
      facts: { solutions: known([make.solution(' MSDYNCE_prospecttocashintegration ', ' 15.0.0.0 ')]) },
      subjects: ['solution MSDYNCE_prospecttocashintegration'],
      args: [{ version: '15.0.0.0' }],
    },
    {
      when: 'the version has two parts',
      facts: { solutions: known([make.solution('Party'), make.solution(prospectToCash, '15.0')]) },
      subjects: [`solution ${prospectToCash}`],
      args: [{ version: '15.0' }],
    },
    {
      when: 'only some of the solutions were seen, including the old solution',
      facts: { solutions: known([make.solution(prospectToCash, '14.9.99.9')], { coverage: 'partial' }) },
      subjects: [`solution ${prospectToCash}`],
      args: [{ version: '14.9.99.9' }],
      missing: ['solutions'],
    },
  ],
  notApplicable: { never: 'the conflict can arise anywhere' },
  inconclusive: [
    {
      when: 'the version of the solution cannot be read',
      facts: { solutions: known([make.solution(prospectToCash, '')]) },
      missing: ['solutions.version'],
    },
    {
      when: 'only some of the solutions were seen, without an old one',
      facts: { solutions: known([make.solution(prospectToCash, '15.0.0.1')], { coverage: 'partial' }) },
      missing: ['solutions'],
    },
    { when: 'the solutions could not be read', facts: { solutions: unknown('timed-out') }, missing: ['solutions'] },
  ],
} satisfies RuleCases;
