import { installedSolution } from '../../facts/installed-solution.js';
import { openDynamics365Apps, waitForApp } from '../remediation/dynamics-365-apps.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { judgeEach } from '../verdict.js';
import { judgeSolution } from './judge-solution.js';

/**
 * The anchor solutions of the packages that know the application that finance and operations has used to write since September
 * 2025.
 */
const packages = [
  { names: ['Dynamics365GABParty_Anchor', 'Dynamics365GABPartyAnchor'], minimum: '3.5.1.135' },
  { names: ['msdyn_Dynamics365SupplyChainExtendedAnchor'], minimum: '2.3.4.265' },
] as const;

/** `DWDVEV9018`: two packages have a minimum version since the writing application changed. @public */
export const packageBelowAppMigration = defineCatalogueRule({
  code: 'DWDVEV9018',
  slug: 'package-below-app-migration',
  title: 'Package older than the change of the writing application',
  origin: 'documented-check',
  validation: 'Prerequisites',
  severity: 'warning',
  since: '0.2.0',
  meaning:
    'The party and global address book package is older than 3.5.1.135, or the supply chain package is older than 2.3.4.265: these versions do not expect the application that finance and operations has written as since September 2025.',
  impact: 'Package logic that checks who wrote a row does not recognize rows that finance and operations wrote.',
  needs: ['solutions'],
  mayBePartial: ['solutions'],
  evaluate: ({ solutions }) =>
    judgeEach(
      packages
        .map(({ names, minimum }) => ({ installed: installedSolution(solutions, names), minimum }))
        .filter(({ installed }) => installed.rows.length > 0),
      ({ installed, minimum }) => judgeSolution(installed, minimum),
      { whenNone: 'neither package is installed' },
    ),
  message: ({ version, minimum }: { version: string; minimum: string }, { id }) =>
    `${id} has version ${version}, older than ${minimum}`,
  remediation: {
    summary: 'Update the package of the finding.',
    options: [
      {
        title: 'Update the package',
        steps: [
          'Try the update in a test environment first, together with your own customizations.',
          openDynamics365Apps,
          'For the party and global address book package of the finding, find Dual-write Party and Global Address Book Solutions; for the supply chain package, Dual Write Supply Chain Extended Solution. Select Update available next to it, and agree to the update.',
          waitForApp,
          'In the Power Apps maker portal (https://make.powerapps.com), compare the version under Solutions with the one that the finding requires.',
          'On the Dual-write page of finance and operations, check that the maps that ran before still run, and run this check again.',
        ],
        performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
        destroys: null,
        links: [links.appMigration, links.dynamics365Apps, links.solutions],
      },
    ],
  },
  sources: [sources.appMigration],
});
