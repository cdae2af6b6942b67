/*
 * Where Dataverse packages are installed and updated. Source: *Manage Dynamics 365 apps* (edition of the new Power
 * Platform admin center) and *Unified environment types and templates* (2026-04-06), which lists their names.
 */

/** The page that lists the packages of the linked environment. */
export const openDynamics365Apps =
  'In the Power Platform admin center (https://admin.powerplatform.microsoft.com), select Manage > Environments, open the Dataverse environment, and select Resources > Dynamics 365 apps.';

/** How a package gets its newest version, whether it is installed already or not. */
/* @__NO_SIDE_EFFECTS__ */
export function updateApp(name: string): string {
  return `If ${name} is listed there with Update available, select it and agree to the update. If it is not listed, select Install app, pick it, and install it. If it is listed and no update is offered, it is the latest version: if a part of it is still missing, open a support request.`;
}

/** How long an installation takes, and what to do when it fails. */
export const waitForApp =
  'Wait until its status is Installed, which can take an hour. If the status is Installation failed, select the package and then Details, and send the details to Microsoft Support.';
