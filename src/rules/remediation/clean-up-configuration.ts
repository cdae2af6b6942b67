import * as links from './links.js';
import type { RemediationOption } from './remediation.js';

const stopMaps =
  'On the Dual-write page (Data management > Dual-write), stop the maps that the findings concern; if the link pointed to another Dataverse environment before, stop all of them. An environment that is not linked has none to stop.';

/** How to distinguish two rows of one map, one of which is correct, by what the finding says. */
const tellRowsApart =
  'The finding gives the project name, the table and the entity, and how many rows of the project it concerns. If it concerns only some of them, keep the row with the address that the finding expects, which is correct; a row that is marked as deleted has Yes in IsDelete. If you cannot determine which row is meant, delete none.';

const runMaps = 'Run the maps that you need again, and create one test record on each side.';

/** Cleans up leftover rows in finance and operations through the data entity: works in every environment. */
export const cleanUpFinopsWithExcel: RemediationOption = {
  title: 'Delete the rows that the findings name with the Excel add-in',
  steps: [
    stopMaps,
    'In Excel, select Insert > Add-ins and add Microsoft Dynamics Office Add-in. Select Add server information, and enter the address of finance and operations.',
    'Select Design (if it is missing, turn on Enable design under Options), then Add table, and pick DualWriteProjectConfigurationEntity.',
    'Add these columns only: ProjectName, InternalEntityName, ExternalEntityName, ExternalEnvironmentUrl, IsDelete. The entity also holds two connection strings, and secrets must not be saved in a file. Select Done, then Refresh.',
    tellRowsApart,
    'Copy these columns of the rows that you are going to delete, as a record. Leave every row that no finding names.',
    'Right-click each of them, select Delete > Table Rows, then Publish and Refresh, and check that they are gone. If a field configuration is still reported after that, use one of the next options to remove it.',
    runMaps,
  ],
  performedBy: ['finops-system-administrator'],
  destroys:
    'The configuration rows that you delete; running the map writes them again. Deleting those of a running map ends its synchronization.',
  links: [links.excelAddIn, links.liveSync, links.healthCheck],
};

/** Cleans up leftover rows in the database: for environments whose database is accessible. */
export const cleanUpFinopsWithSql: RemediationOption = {
  title: 'Where the add-in does not work, delete them in the database (never in production)',
  steps: [
    stopMaps,
    'Get access. Cloud-hosted development machine: sign in by remote desktop. Sandbox created in Lifecycle Services: on its environment details page, select Maintain > Enable access, enter your IP address, then request read and write access under Database Accounts; it ends after eight hours. Unified developer environment: in Visual Studio, select Tools > SQL Credentials for Dynamics 365 FinOps.',
    "In SQL Server Management Studio, look before you delete: `SELECT PROJECTNAME, EXTERNALENVIRONMENTURL, INTERNALENTITYNAME, EXTERNALENTITYNAME, ISDELETE FROM DUALWRITEPROJECTCONFIGURATION WHERE PROJECTNAME = N'<project name of the finding>'`. Do not select all columns: some hold connection strings.",
    'Keep the result as a record.',
    tellRowsApart,
    "In one transaction, delete those rows by PROJECTNAME and EXTERNALENVIRONMENTURL (or ISDELETE). Only if no row of that project remains in DUALWRITEPROJECTCONFIGURATION, delete its field rows too: `DELETE FROM DUALWRITEPROJECTFIELDCONFIGURATION WHERE PROJECTNAME = N'<project name of the finding>'`.",
    'Compare the number of deleted rows with your earlier result, and only then commit.',
    runMaps,
  ],
  performedBy: ['finops-system-administrator', 'developer'],
  destroys:
    'The rows that you delete from both tables; running the map writes them again. Deleting those of a running map ends its synchronization.',
  links: [links.databaseOfSandbox, links.databaseOfDeveloper, links.liveSync],
};

/** Cleans up leftover rows in Dataverse. */
export const cleanUpDataverse: RemediationOption = {
  title: 'Delete the runtime configurations that the findings name',
  steps: [
    stopMaps,
    'In the Power Apps maker portal (https://make.powerapps.com), pick the Dataverse environment, select Tables > All, and open Dual Write Runtime Configuration (msdyn_dualwriteruntimeconfig).',
    'Among the columns of the list, show the id, the internal entity name (table) and the external entity name (entity), and find each row by the id of its finding.',
    'Copy these three columns of the rows that you are going to delete, as a record. Leave every row that no finding names.',
    'Select Edit, select the rows that the findings name, and delete them.',
    runMaps,
  ],
  performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
  destroys:
    'The runtime configurations that you delete. Without them Dataverse sends no changes until the map is started again, which writes them again.',
  links: [links.editTables, links.liveSync, links.healthCheck],
};

/** Confirms what is stale before anything is deleted, and repairs what is not. */
export const reviewConfiguration: RemediationOption = {
  title: 'Check first, and restart the maps that you need',
  steps: [
    'Compare the rows of the findings with the list on the Dual-write page (Data management > Dual-write): which map did each row belong to, and is that map still needed?',
    'Make sure that the link itself is correct: Environment details shows the Dataverse address that rows should have. If the environment is not linked, no map needs the rows: continue with the next option.',
    'At a time at which nobody edits its data, stop each map that you need, if it is running, and run it again, without Initial Sync if both sides have the same data: starting a map writes its configuration again.',
    'Run this check again. Any row that is still reported was not written by a map that you started: the next options remove it.',
  ],
  performedBy: ['finops-system-administrator'],
  destroys: null,
  links: [links.healthCheck, links.enableMaps],
};
