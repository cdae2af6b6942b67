import { known, unknown } from '../../../src/facts/fact.js';
import { pluginDisabled } from '../../../src/rules/prerequisites/plugin-disabled.js';
import type { RuleCases } from '../../support/rule-cases.js';

const plugin = (name: string, disabledSteps = 0) => ({ name, enabledSteps: 4, disabledSteps });

export default {
  rule: pluginDisabled,
  passed: [
    {
      when: 'both assemblies exist and every step is enabled',
      facts: { pluginAssemblies: known([plugin('DualWriteRegistration.Plugins'), plugin('DualWriteRuntime.Plugins')]) },
      checked: 2,
    },
    {
      when: 'the names have a prefix, in different letter case',
      facts: {
        pluginAssemblies: known([
          plugin('Microsoft.Dynamics.Integrator.dualwriteregistration.plugins'),
          plugin('Microsoft.Dynamics.Integrator.DualWriteRuntime.Plugins'),
        ]),
      },
      checked: 2,
    },
  ],
  failed: [
    {
      when: 'a step is disabled',
      facts: {
        pluginAssemblies: known([plugin('DualWriteRegistration.Plugins'), plugin('DualWriteRuntime.Plugins', 1)]),
      },
      subjects: ['plugin-assembly DualWriteRuntime.Plugins'],
      args: [{ isAbsent: false, disabledSteps: 1 }],
    },
    {
      when: 'an assembly with a prefix has a disabled step',
      facts: {
        pluginAssemblies: known([plugin('DualWriteRegistration.Plugins'), plugin(' A.DualWriteRuntime.Plugins ', 3)]),
      },
      subjects: ['plugin-assembly A.DualWriteRuntime.Plugins'],
      args: [{ isAbsent: false, disabledSteps: 3 }],
    },
    {
      when: 'two rows of an assembly have disabled steps: the higher number counts',
      facts: {
        pluginAssemblies: known([
          plugin('DualWriteRegistration.Plugins', 2),
          plugin('DualWriteRuntime.Plugins'),
          plugin('DualWriteRegistration.Plugins', 1),
        ]),
      },
      subjects: ['plugin-assembly DualWriteRegistration.Plugins'],
      args: [{ isAbsent: false, disabledSteps: 2 }],
    },
    {
      when: 'an assembly is missing',
      facts: { pluginAssemblies: known([plugin('DualWriteRuntime.Plugins')]) },
      subjects: ['plugin-assembly DualWriteRegistration.Plugins'],
      args: [{ isAbsent: true, disabledSteps: 0 }],
    },
    {
      when: 'the prefix does not end with a dot',
      facts: {
        pluginAssemblies: known([plugin('XDualWriteRegistration.Plugins'), plugin('DualWriteRuntime.Plugins')]),
      },
      subjects: ['plugin-assembly DualWriteRegistration.Plugins'],
      args: [{ isAbsent: true, disabledSteps: 0 }],
    },
  ],
  notApplicable: { never: 'both assemblies are always needed' },
  inconclusive: [
    {
      when: 'the assemblies could not be read',
      facts: { pluginAssemblies: unknown('not-permitted') },
      missing: ['pluginAssemblies'],
    },
    {
      when: 'only some of the assemblies were seen',
      facts: { pluginAssemblies: known([], { coverage: 'partial' }) },
      missing: ['pluginAssemblies'],
    },
  ],
} satisfies RuleCases;
