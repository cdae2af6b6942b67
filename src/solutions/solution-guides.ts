import type { NonEmptyTuple } from 'type-fest';
import { openDynamics365Apps } from '../rules/remediation/dynamics-365-apps.js';
import { installDualWriteCore } from '../rules/remediation/install-dual-write-core.js';
import * as links from '../rules/remediation/links.js';
import type { Link, RemediationOption, Source } from '../rules/remediation/remediation.js';

/**
 * Instructions for a task with solutions, from beginning to end: parts in order, each in the form of a fix.
 * @public
 */
export interface SolutionGuide {
  readonly id: string;
  readonly title: string;
  /** Its purpose and prerequisites. */
  readonly when: string;
  readonly parts: Readonly<NonEmptyTuple<RemediationOption>>;
  readonly source: Source;
}

/** The article that all of this is based on. */
const lifecycleSource: Source = { title: 'Application lifecycle management', date: '2020-03-13' };

const publishing: Link = {
  title: 'Publish your app on AppSource',
  url: 'https://learn.microsoft.com/power-apps/developer/data-platform/publish-app-appsource',
};

const solutionsOverview: Link = {
  title: 'Solutions in Power Apps',
  url: 'https://learn.microsoft.com/power-apps/maker/data-platform/solutions-overview',
};

const importMapsSolution: RemediationOption = {
  title: 'Import the solution with the maps',
  steps: [
    openDynamics365Apps,
    'Select Install app and look for the package with the maps: that of Microsoft, once called Common Data Service Add-in and today split into packages whose names begin with Dual-write or Dual Write, or that of another publisher, which is listed after your organization has obtained it from Microsoft Marketplace.',
    'Agree to the terms, select Install, and wait until the status is Installed.',
    'A solution that you have as a .zip file is imported in the Power Apps maker portal: pick the environment, then Solutions > Import solution.',
    'In the maker portal, make sure that it is listed under Solutions.',
  ],
  performedBy: ['dataverse-system-administrator'],
  destroys:
    'An unmanaged solution overwrites maps that were changed in this environment; a managed one leaves them unchanged unless the import is set to overwrite them.',
  links: [links.dynamics365Apps, links.solutions, links.lifecycle],
};

const applySolution: RemediationOption = {
  title: 'Apply the solution',
  steps: [
    'Open the Dual-write page of finance and operations.',
    'Select Apply Solution in the menu at the top, choose the solution and apply it.',
    'Make sure that its maps are listed.',
  ],
  performedBy: ['finops-system-administrator'],
  destroys:
    'If another version of a map was in use, columns that only that version maps may no longer be synchronized.',
  links: [links.lifecycle],
};

const chooseMapVersion: RemediationOption = {
  title: 'Choose the version of a map',
  steps: [
    'On the Dual-write page, stop the map and select it.',
    'Select Table map version.',
    'Compare publisher and number of the versions, choose one, and save. The highest number is not necessarily the right one.',
    'Run the map again.',
  ],
  performedBy: ['finops-system-administrator'],
  destroys:
    'Columns that only the previous version mapped are no longer synchronized. That version remains saved and can be chosen again.',
  links: [links.lifecycle],
};

const customizeMaps: RemediationOption = {
  title: 'Customize the maps',
  steps: [
    'On the Dual-write page, stop the map, open it, and change its fields; create a missing map with Add table map.',
    'Save it. You are asked for a publisher and a version: use your own publisher and a number above the last one. Remember the publisher.',
    'Run the maps that you changed and try them with real records before you continue.',
  ],
  performedBy: ['finops-system-administrator', 'system-customizer'],
  destroys: null,
  links: [links.lifecycle],
};

const buildSolution: RemediationOption = {
  title: 'Put the maps into a solution',
  steps: [
    'In the Power Apps maker portal, under Solutions, select New solution and give it the publisher under which the maps were saved.',
    'Create it and wait until it appears in the list.',
    'Open it, select Add existing > Other > Dual Write table map, select the maps that you changed, and add them.',
  ],
  performedBy: ['system-customizer'],
  destroys: null,
  links: [links.lifecycle, solutionsOverview],
};

const exportSolution: RemediationOption = {
  title: 'Export the solution',
  steps: [
    'Run the Solution checker and continue if it finds no problems.',
    'Select Export, then Publish so that the latest changes are included, then Next.',
    'Raise the version, choose Managed (recommended) or Unmanaged, and select Export.',
    'Keep the .zip file: it can be imported into other environments, and also serves as a backup.',
  ],
  performedBy: ['system-customizer'],
  destroys: null,
  links: [links.lifecycle],
};

const tryElsewhere: RemediationOption = {
  title: 'Try it in another environment',
  steps: [
    'First check what the import will do: maps plan SOLUTION.zip --against SNAPSHOT ROWS.',
    'Import the .zip file in a test environment and apply it there.',
    'Make sure that the customized maps are listed with the same content as before: maps verify SOLUTION.zip --against ROWS.',
  ],
  performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
  destroys: null,
  links: [links.lifecycle],
};

/**
 * The guides around solutions: a new environment, moving customized maps, a backup, the marketplace, the version of a map, and
 * an environment that was set up before solutions.
 *
 * Source: *Application lifecycle management*, 2020-03.
 * @public
 */
export const solutionGuides: readonly SolutionGuide[] = [
  {
    id: 'new-environment',
    title: 'Set up maps in a new environment',
    when: 'Finance and operations and Dataverse are new and linked, or about to be; there are no maps yet.',
    parts: [installDualWriteCore, importMapsSolution, applySolution],
    source: lifecycleSource,
  },
  {
    id: 'move-customized-maps',
    title: 'Move customized maps to another environment',
    when: 'Maps were changed or created in a test environment and are needed elsewhere. The core solution is installed on both sides.',
    parts: [customizeMaps, buildSolution, exportSolution, tryElsewhere],
    source: lifecycleSource,
  },
  {
    id: 'back-up-maps',
    title: 'Back up all maps and restore them',
    when: 'Before an import, a reset or an upgrade, and at regular intervals.',
    parts: [
      {
        title: 'Back up',
        steps: [
          'Add all maps to an unmanaged solution, one solution for each publisher, and export it.',
          'Or save the rows of msdyn_dualwriteentitymaps and create a bundle from them: maps backup ROWS -o bundle.json. It keeps every column and has checksums.',
          'Check it from time to time: maps verify bundle.json.',
        ],
        performedBy: ['system-customizer'],
        destroys: null,
        links: [links.lifecycle],
      },
      {
        title: 'Restore',
        steps: [
          'Check what restoring would do: maps plan bundle.json --against ROWS.',
          'Import the exported solution, or restore the rows one by one in the order of the plan.',
          'Apply the solution, choose the versions that were in use, and run the maps.',
          'Compare: maps verify bundle.json --against ROWS.',
        ],
        performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
        destroys: 'Versions that were saved under the same publisher and number since then.',
        links: [links.lifecycle],
      },
    ],
    source: lifecycleSource,
  },
  {
    id: 'publish-to-marketplace',
    title: 'Publish maps through Microsoft Marketplace (formerly AppSource)',
    when: 'Other organizations should be able to install your maps themselves.',
    parts: [
      customizeMaps,
      buildSolution,
      exportSolution,
      tryElsewhere,
      {
        title: 'Publish the package',
        steps: [
          'Create a package for the marketplace (an AppSource package) with the managed .zip file, its license terms, its logo and the list of what it needs: the core solution first.',
          'Upload the package to storage that the marketplace can read, and create an offer for it in Partner Center.',
          'Wait for the certification; fix its findings in a new version.',
          'Install the published offer in an environment that has never had the maps, and apply it.',
        ],
        performedBy: ['developer'],
        destroys: null,
        links: [publishing],
      },
    ],
    source: lifecycleSource,
  },
  {
    id: 'choose-map-version',
    title: 'Choose which version of a map is used',
    when: 'One or several solutions contained more than one version of the same map, with different publishers or numbers.',
    parts: [chooseMapVersion],
    source: lifecycleSource,
  },
  {
    id: 'upgrade-to-solutions',
    title: 'Upgrade an environment that does not use solutions yet',
    when: 'Dual-write was set up in early 2020 or before, and the Dual-write page offers to upgrade the maps. The notice was shown only to admitted tenants; environments that are set up today do not need this.',
    parts: [
      installDualWriteCore,
      {
        title: 'Upgrade the maps',
        steps: [
          'Back up the current maps.',
          'Ask Microsoft to admit the tenant, and wait for the notice on the Dual-write page.',
          'Select Upgrade table maps at the top of the page.',
          'Wait for the notice that the upgrade has finished; it takes a few minutes.',
          'Make sure that every map is listed, and run those that ran before.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.lifecycle],
      },
    ],
    source: lifecycleSource,
  },
];
