import type { Facts } from '../../facts/schemas.js';
import { installDualWriteCore } from '../remediation/install-dual-write-core.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';
import { registrationAssembly, rowsOfAssembly, runtimeAssembly } from './dual-write-assemblies.js';

type PluginAssembly = Facts['pluginAssemblies'][number];

/** `DWDVEV9007`: both plug-in assemblies of dual-write must exist with every step enabled. @public */
export const pluginDisabled = defineCatalogueRule({
  code: 'DWDVEV9007',
  slug: 'plugin-disabled',
  title: 'Dual-write plug-in missing or disabled',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'The registration or the runtime plug-in assembly of dual-write is missing, or one of its steps is disabled.',
  impact: 'Dataverse does not notice changes to mapped tables: rows silently fall behind.',
  needs: ['pluginAssemblies'],
  evaluate: ({ pluginAssemblies }) =>
    judgeEach(
      [registrationAssembly, runtimeAssembly].flatMap((required): readonly (string | PluginAssembly)[] => {
        const found = rowsOfAssembly(pluginAssemblies, required);
        return found.length > 0 ? found : [required];
      }),
      (assembly) => {
        if (typeof assembly === 'string') {
          return finding({ kind: 'plugin-assembly', id: assembly }, { isAbsent: true, disabledSteps: 0 });
        }
        const { name, disabledSteps } = assembly;
        return disabledSteps === 0
          ? undefined
          : finding({ kind: 'plugin-assembly', id: name.trim() }, { isAbsent: false, disabledSteps });
      },
      { merge: (a, b) => ({ isAbsent: false, disabledSteps: Math.max(a.disabledSteps, b.disabledSteps) }) },
    ),
  message: ({ isAbsent, disabledSteps }: { isAbsent: boolean; disabledSteps: number }, { id }) =>
    isAbsent
      ? `the plug-in assembly ${id} is missing`
      : `${id} has ${disabledSteps} disabled ${disabledSteps === 1 ? 'step' : 'steps'}`,
  remediation: {
    summary: 'Enable every step of both assemblies; if an assembly is missing, install the newest core solution.',
    options: [
      {
        title: 'Enable the steps',
        steps: [
          'Install the Power Platform CLI and run `pac tool prt`: it opens the Plug-in Registration Tool. Select Create New Connection and connect it to the Dataverse environment.',
          'Expand DualWriteRegistration.Plugins, then its plug-in types, and look at each step.',
          'Right-click a step that is disabled and select Enable; a step whose menu offers Disable is enabled already.',
          'Do the same with DualWriteRuntime.Plugins.',
          'Run this check again.',
        ],
        performedBy: ['dataverse-system-administrator', 'developer'],
        destroys: null,
        links: [links.pluginRegistrationTool, links.requirements],
      },
      installDualWriteCore,
    ],
  },
  sources: [sources.requirements],
});
