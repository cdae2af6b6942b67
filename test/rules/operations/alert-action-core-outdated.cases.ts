import { known, unknown } from '../../../src/facts/fact.js';
import { alertActionCoreOutdated } from '../../../src/rules/operations/alert-action-core-outdated.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const core = (version: string) => known([make.solution('msdyn_DualWriteCore', version)]);
const alertSettings = known([make.alertSetting()]);

export default {
  rule: alertActionCoreOutdated,
  passed: [
    { when: 'the core is exactly new enough', facts: { alertSettings, solutions: core('1.0.24073.3') }, checked: 1 },
  ],
  failed: [
    {
      when: 'the core is one too old',
      facts: { alertSettings, solutions: core('1.0.24073.2') },
      subjects: ['alert-setting Maintenance'],
      args: [{ core: '1.0.24073.2' }],
    },
    {
      when: 'there is no core',
      facts: { alertSettings, solutions: known([]) },
      subjects: ['alert-setting Maintenance'],
      args: [{ core: null }],
    },
  ],
  notApplicable: [
    {
      when: 'no alert acts by itself',
      facts: { alertSettings: known([make.alertSetting({ action: 'none' })]), solutions: unknown('failed') },
    },
    {
      when: 'the one that acts is switched off',
      facts: { alertSettings: known([make.alertSetting({ enabled: false })]), solutions: core('1.0.0') },
    },
  ],
  inconclusive: [
    {
      when: 'the version of the core cannot be read',
      facts: { alertSettings, solutions: core('latest') },
      missing: ['solutions.version'],
    },
    {
      when: 'the solutions could not be read',
      facts: { alertSettings, solutions: unknown('not-permitted') },
      missing: ['solutions'],
    },
    {
      when: 'only some of the settings were seen',
      facts: {
        alertSettings: known([make.alertSetting({ action: 'none' })], { coverage: 'partial' }),
        solutions: core('1.0.24073.3'),
      },
      missing: ['alertSettings'],
    },
  ],
} satisfies RuleCases;
