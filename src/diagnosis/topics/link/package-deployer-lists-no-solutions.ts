import { installDualWriteCore } from '../../../rules/remediation/install-dual-write-core.js';
import { defineTopic } from '../../topic.js';

export const packageDeployerListsNoSolutions = /* @__PURE__ */ defineTopic({
  id: 'package-deployer-lists-no-solutions',
  title: 'Package deployer lists no dual-write solutions',
  phase: 'link',
  causes: [
    'The package deployer is older than 9.1.0.20 and cannot read the package.',
    'Windows blocks the downloaded zip file, and everything that was unpacked from it.',
    'The files of the package are not in the Tools folder of the package deployer.',
  ],
  performedBy: ['dataverse-system-administrator'],
  remediation: {
    summary: 'Install from the Power Platform admin center, or use a newer package deployer with an unblocked package.',
    options: [
      { ...installDualWriteCore, title: 'Without the tool: install from the Power Platform admin center' },
      {
        title: 'Deploy with a newer tool and an unblocked package',
        steps: [
          'Get Microsoft.CrmSdk.XrmTooling.PackageDeployment.Wpf 9.1.0.20 or newer from NuGet and unpack it.',
          'Right-click the zip file of the solution package, select Properties, select Unblock if it is offered, and select Apply.',
          'Then unpack it, and copy everything from its PackageDeployer folder to the Tools folder of the tool.',
          'Start PackageDeployer.exe, sign in, choose the environment, and install what is listed.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [],
      },
    ],
  },
  rules: [],
  source: { title: 'General troubleshooting', date: '2020-03-16' },
  signatures: [
    { all: ['package deployer', 'no available solutions', 'dual write'] },
    { all: ['package deployer', 'no solutions', 'dual write'] },
    { all: ['package deployer', 'does not {show:word} any solutions', 'dual write'] },
  ],
});
