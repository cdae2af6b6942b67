import { installDualWriteCore } from '../remediation/install-dual-write-core.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';
import { registrationAssembly, rowsOfAssembly, runtimeAssembly } from './dual-write-assemblies.js';

/** `DWDVEV9016`: a plug-in assembly of dual-write without any step does nothing. @public */
export const pluginWithoutSteps = defineCatalogueRule({
  code: 'DWDVEV9016',
  slug: 'plugin-without-steps',
  title: 'Dual-write plug-in without steps',
  origin: 'library',
  validation: 'Prerequisites',
  severity: 'warning',
  since: '0.2.0',
  meaning:
    'The registration or the runtime plug-in assembly of dual-write exists, but has no registered steps. For the runtime assembly this counts only where Dataverse has runtime configurations.',
  impact:
    'Dataverse does not call the plug-in for any table, so changes in Dataverse do not reach finance and operations.',
  needs: ['pluginAssemblies'],
  mayBePartial: ['pluginAssemblies'],
  uses: ['runtimeConfigurations'],
  evaluate: ({ pluginAssemblies, runtimeConfigurations }) => {
    const registration = rowsOfAssembly(pluginAssemblies, registrationAssembly);
    const runtime = rowsOfAssembly(pluginAssemblies, runtimeAssembly);
    // One row is enough to know that Dataverse should call the runtime assembly, even if others were not seen.
    const needsRuntimeSteps = runtimeConfigurations.status === 'known' && runtimeConfigurations.value.length > 0;
    return judgeEach(
      [...registration, ...runtime],
      (assembly) => {
        const { name, enabledSteps, disabledSteps } = assembly;
        if (enabledSteps + disabledSteps > 0) return undefined;
        return needsRuntimeSteps || registration.includes(assembly)
          ? finding({ kind: 'plugin-assembly', id: name.trim() }, {})
          : undefined;
      },
      { whenNone: 'neither assembly exists' },
    );
  },
  message: (_args: Record<never, never>, { id }) => `${id} has no step`,
  remediation: {
    summary:
      'Install the newest core solution, which brings the steps of the registration assembly; run the maps again to register those of the runtime assembly.',
    options: [
      installDualWriteCore,
      {
        title: 'Run the maps again',
        steps: [
          'Install the Power Platform CLI and run `pac tool prt`: it opens the Plug-in Registration Tool. Select Create New Connection and connect it to the Dataverse environment.',
          'Expand DualWriteRuntime.Plugins and its plug-in types: they have no steps. Dual-write registers them when a map starts.',
          'Choose a time at which nobody changes the data of a map that writes from Dataverse. On the Dual-write page of finance and operations, stop the map, then run it without initial sync.',
          'In the Plug-in Registration Tool, select Refresh and check that steps for the table of the map are listed.',
          'Do the same with the other maps, and run this check again.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.pluginRegistrationTool, links.enableMaps],
      },
    ],
  },
  sources: [sources.requirements],
});
