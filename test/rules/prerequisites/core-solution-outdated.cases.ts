import { known } from '../../../src/facts/fact.js';
import { coreSolutionOutdated } from '../../../src/rules/prerequisites/core-solution-outdated.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const core = (version: string) => known([make.solution('msdyn_DualWriteCore', version)]);

export default {
  rule: coreSolutionOutdated,
  passed: [
    { when: 'the version is exactly 1.0.24073.3', facts: { solutions: core('1.0.24073.3') }, checked: 1 },
    {
      when: 'one alias is old and another is new enough',
      facts: {
        solutions: known([
          make.solution('DualWriteCore', '1.0.6'),
          make.solution('msdyn_DualWriteCore', '1.0.24093.1'),
        ]),
      },
      checked: 1,
    },
    {
      when: 'one alias cannot be read and another is new enough',
      facts: { solutions: known([make.solution('DualWriteCore', 'x'), make.solution('msdyn_DualWriteCore', '1.1')]) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'the version is one below',
      facts: { solutions: core('1.0.24073.2') },
      subjects: ['solution msdyn_DualWriteCore'],
      args: [{ version: '1.0.24073.2', minimum: '1.0.24073.3' }],
    },
    {
      when: 'the version has three parts',
      facts: { solutions: core('1.0.24073') },
      subjects: ['solution msdyn_DualWriteCore'],
      args: [{ version: '1.0.24073', minimum: '1.0.24073.3' }],
    },
    {
      when: 'all aliases are old: the highest one is named',
      facts: {
        solutions: known([make.solution('DualWriteCore', '1.0.6'), make.solution('DualWriteCoreAnchor', '1.0.37.0')]),
      },
      subjects: ['solution DualWriteCoreAnchor'],
      args: [{ version: '1.0.37.0', minimum: '1.0.24073.3' }],
    },
    {
      when: 'two aliases have the same old version: the one that the product uses today is named',
      facts: {
        solutions: known([make.solution('DualWriteCore', '1.0.36.0'), make.solution('msdyn_DualWriteCore', '1.0.36')]),
      },
      subjects: ['solution msdyn_DualWriteCore'],
      args: [{ version: '1.0.36', minimum: '1.0.24073.3' }],
    },
  ],
  notApplicable: [{ when: 'the core is not installed', facts: { solutions: known([make.solution('Party')]) } }],
  inconclusive: [
    { when: 'the version cannot be read', facts: { solutions: core('latest') }, missing: ['solutions.version'] },
    {
      when: 'one alias is old and the version of another cannot be read',
      facts: { solutions: known([make.solution('DualWriteCore', '1.0.6'), make.solution('msdyn_DualWriteCore', '')]) },
      missing: ['solutions.version'],
    },
    {
      when: 'only some of the solutions were seen',
      facts: { solutions: known([make.solution('DualWriteCore', '1.0.6')], { coverage: 'partial' }) },
      missing: ['solutions'],
    },
    { when: 'the solutions are not known', facts: {}, missing: ['solutions'] },
  ],
} satisfies RuleCases;
