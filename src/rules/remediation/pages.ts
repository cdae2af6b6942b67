/*
 * How to reach the pages that several fixes use, as the products present them today. Sources: *Manage application users
 * in the Power Platform admin center* (2025-06-05), *Microsoft Dataverse teams management* (2021-10-26), *Create and edit
 * tables using Power Apps* (2025-05-12).
 */

export const openApplicationUsers =
  'In the Power Platform admin center (https://admin.powerplatform.microsoft.com), select Manage > Environments, open the Dataverse environment, and select Settings > Users + permissions > Application users.';

export const openTeams =
  'In the Power Platform admin center (https://admin.powerplatform.microsoft.com), select Manage > Environments, open the Dataverse environment, and select Settings > Users + permissions > Teams.';

export const openCompanyTable =
  'In the Power Apps maker portal (https://make.powerapps.com), pick the Dataverse environment, select Tables > All, and open Company (cdm_company).';

/** Users that Microsoft provides are hidden by default, and should not be changed. */
export const findApplicationUser =
  'Find the application id that the finding names. If it is not in the list, select Filter > Platform: users that Microsoft provides are listed there, such as Finance and Operations Runtime Integration User (f1752846-f0df-4766-96f5-c109adf67d7f).';

/** What to do about the users that Microsoft provides. */
export const leaveToMicrosoft =
  'A user that appears only with that filter belongs to Microsoft, which advises against changing its roles. If it has the role Finance and Operations Integration User, accept the finding; if it has none, open a support request. In both cases, stop here.';
