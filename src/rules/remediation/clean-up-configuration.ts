import * as links from './links.js';
import type { RemediationOption } from './remediation.js';

/** Cleans left-over rows in finance and operations through the data entity: works in every environment. */
export const cleanUpFinopsWithExcel: RemediationOption = {
  title: 'Delete the stale rows with the Excel add-in',
  steps: [
    'On the Dual-write page, stop the maps that the stale rows concern; if the environment was linked anew, stop all of them.',
    'Open the Excel add-in in design mode, connect it to finance and operations, and add the data entity DualWriteProjectConfigurationEntity.',
    'Keep a copy of the sheet: it is your way back.',
    'Delete the rows that the findings name; a map leaves two of them.',
    'Select Publish, refresh, and see that they are gone.',
    'Start the maps again and create one test record on each side.',
  ],
  performedBy: ['finops-system-administrator'],
  destroys: 'The configuration rows that you delete. Deleting those of a running map ends its synchronisation.',
  links: [links.liveSync, links.healthCheck],
};

/** Cleans left-over rows in the database: for environments whose database can be reached. */
export const cleanUpFinopsWithSql: RemediationOption = {
  title: 'Delete the stale rows in the database (development environments)',
  steps: [
    'On the Dual-write page, stop the maps concerned.',
    "Sign in to the virtual machine, open SQL Server Management Studio, and look before you delete: `SELECT PROJECTNAME, EXTERNALENVIRONMENTURL, INTERNALENTITYNAME, EXTERNALENTITYNAME FROM DUALWRITEPROJECTCONFIGURATION WHERE INTERNALENTITYNAME = N'<finance entity>' AND EXTERNALENTITYNAME = N'<Dataverse table>'`.",
    "Take each project name from the result and look at its field rows: `SELECT * FROM DUALWRITEPROJECTFIELDCONFIGURATION WHERE PROJECTNAME = N'<project name>'`.",
    'Compare EXTERNALENVIRONMENTURL with the linked Dataverse address: rows with another address, and doubles, are the stale ones.',
    'Back up both tables, then delete those project names from DUALWRITEPROJECTFIELDCONFIGURATION first and from DUALWRITEPROJECTCONFIGURATION after it.',
    'Start the maps again and create one test record.',
  ],
  performedBy: ['finops-system-administrator', 'developer'],
  destroys: 'The rows that you delete from both tables. Deleting those of a running map ends its synchronisation.',
  links: [links.liveSync, links.healthCheck],
};

/** Cleans left-over rows in Dataverse. */
export const cleanUpDataverse: RemediationOption = {
  title: 'Delete the stale runtime configurations',
  steps: [
    'On the Dual-write page of finance and operations, stop the maps concerned; if the environment was linked anew, stop all of them.',
    'In Dataverse, open Advanced Find and look for Dual Write Runtime Configurations (table msdyn_dualwriteruntimeconfig).',
    'Export the list: it is your record of what was there.',
    'Select the rows that the findings name and delete them.',
    'Start the maps again, which writes the rows that they need, and create one test record on each side.',
  ],
  performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
  destroys:
    'The runtime configurations that you delete. Without them Dataverse sends no changes until the map is started again.',
  links: [links.liveSync, links.healthCheck],
};

/** Makes sure what is stale before anything is deleted, and puts right what is not. */
export const reviewConfiguration: RemediationOption = {
  title: 'Look first, and restart the maps that are wanted',
  steps: [
    'Compare the rows of the findings with the list on the Dual-write page: which map did each belong to, and is that map still wanted?',
    'See that the link itself is right: Environment details shows the Dataverse address that rows should bear.',
    'Stop and then run each wanted map; starting a map writes its configuration anew.',
    'Run this check again; what is still reported belongs to no map, and the next options remove it.',
  ],
  performedBy: ['finops-system-administrator'],
  destroys: null,
  links: [links.healthCheck, links.enableMaps],
};
