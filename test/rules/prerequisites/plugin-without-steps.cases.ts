import { known, unknown } from '../../../src/facts/fact.js';
import { pluginWithoutSteps } from '../../../src/rules/prerequisites/plugin-without-steps.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const plugin = (name: string, enabledSteps = 0, disabledSteps = 0) => ({ name, enabledSteps, disabledSteps });
const registration = 'DualWriteRegistration.Plugins';
const runtime = 'DualWriteRuntime.Plugins';
const configured = known([make.runtimeConfiguration()]);

export default {
  rule: pluginWithoutSteps,
  passed: [
    {
      when: 'both assemblies have steps',
      facts: {
        pluginAssemblies: known([plugin(registration, 4), plugin(runtime, 1)]),
        runtimeConfigurations: configured,
      },
      checked: 2,
    },
    {
      when: 'the only steps are disabled: another rule reports that',
      facts: {
        pluginAssemblies: known([plugin(registration, 0, 1), plugin(runtime, 0, 2)]),
        runtimeConfigurations: configured,
      },
      checked: 2,
    },
    {
      when: 'the runtime assembly has no step and there is no runtime configuration',
      facts: {
        pluginAssemblies: known([plugin(registration, 4), plugin(runtime)]),
        runtimeConfigurations: known([]),
      },
      checked: 2,
    },
    {
      when: 'the runtime assembly has no step and the runtime configurations are not known',
      facts: {
        pluginAssemblies: known([plugin(registration, 4), plugin(runtime)]),
        runtimeConfigurations: unknown('not-permitted'),
      },
      checked: 2,
      without: ['runtimeConfigurations'],
    },
    {
      when: 'the runtime assembly has no step, and only some of the runtime configurations were read, without a row',
      facts: {
        pluginAssemblies: known([plugin(runtime)]),
        runtimeConfigurations: known([], { coverage: 'partial' }),
      },
      checked: 1,
      without: ['runtimeConfigurations'],
    },
    {
      when: 'an assembly whose name has no dot before it has no step',
      facts: { pluginAssemblies: known([plugin(`X${registration}`), plugin(registration, 2)]) },
      checked: 1,
      without: ['runtimeConfigurations'],
    },
  ],
  failed: [
    {
      when: 'neither assembly has a step and there is a runtime configuration',
      facts: {
        pluginAssemblies: known([plugin(runtime), plugin(registration)]),
        runtimeConfigurations: configured,
      },
      subjects: [`plugin-assembly ${registration}`, `plugin-assembly ${runtime}`],
      args: [{}, {}],
    },
    {
      when: 'the registration assembly has no step and the runtime configurations are not known',
      facts: {
        pluginAssemblies: known([plugin(registration), plugin(runtime)]),
        runtimeConfigurations: unknown('failed'),
      },
      subjects: [`plugin-assembly ${registration}`],
      args: [{}],
    },
    {
      when: 'the registration assembly has no step and there is no runtime configuration',
      facts: { pluginAssemblies: known([plugin(registration)]), runtimeConfigurations: known([]) },
      subjects: [`plugin-assembly ${registration}`],
      args: [{}],
    },
    {
      when: 'the runtime assembly, after a prefix and in different letter case, has no step, and a runtime configuration was seen in some of them',
      facts: {
        pluginAssemblies: known([plugin(registration, 4), plugin(' Microsoft.Dynamics.dualwriteruntime.PLUGINS ')]),
        runtimeConfigurations: known([make.runtimeConfiguration({ active: false })], { coverage: 'partial' }),
      },
      subjects: ['plugin-assembly Microsoft.Dynamics.dualwriteruntime.PLUGINS'],
      args: [{}],
    },
    {
      when: 'one of two rows of an assembly has no step',
      facts: {
        pluginAssemblies: known([plugin(registration, 5), plugin(registration)]),
        runtimeConfigurations: configured,
      },
      subjects: [`plugin-assembly ${registration}`],
      args: [{}],
    },
    {
      when: 'only some of the assemblies were seen and one of them has no step',
      facts: {
        pluginAssemblies: known([plugin(runtime)], { coverage: 'partial' }),
        runtimeConfigurations: configured,
      },
      subjects: [`plugin-assembly ${runtime}`],
      args: [{}],
      missing: ['pluginAssemblies'],
    },
  ],
  notApplicable: [
    {
      when: 'neither assembly exists',
      facts: { pluginAssemblies: known([plugin('Other.Plugins')]), runtimeConfigurations: configured },
    },
  ],
  inconclusive: [
    {
      when: 'only some of the assemblies were seen, all with steps',
      facts: {
        pluginAssemblies: known([plugin(registration, 4), plugin(runtime, 4)], { coverage: 'partial' }),
        runtimeConfigurations: configured,
      },
      missing: ['pluginAssemblies'],
    },
    {
      when: 'only some of the assemblies were seen, neither of these two',
      facts: { pluginAssemblies: known([], { coverage: 'partial' }) },
      missing: ['pluginAssemblies'],
    },
    {
      when: 'the assemblies could not be read',
      facts: { pluginAssemblies: unknown('not-permitted'), runtimeConfigurations: configured },
      missing: ['pluginAssemblies'],
    },
  ],
} satisfies RuleCases;
