/**
 * What a fix tells to do can be done in the product of today: menus that are gone, renamed or dangerous stay out, whoever writes
 * a text. Sources: *Reset dual-write connections* (2022-12-20, 2023-11-01), *Dual-write setup from Lifecycle Services*
 * (2026-04-03), *Manage Dynamics 365 apps* and *Manage application users* (new Power Platform admin center), *Manage feature
 * settings* (2025-05-28), *Customize table and column mappings* (2023-05-20).
 */
export const deadMenus = [
  {
    find: /\bunlink/i,
    why: 'platform update 54 took linking and unlinking off the Dual-write page',
    was: 'Select Unlink environment and confirm.',
  },
  { find: /\bwizard\b/i, why: 'the link wizard went with it', was: 'Start the link wizard again.' },
  {
    find: /\bNew link to environment\b/i,
    why: 'the button of that wizard',
    was: 'Select New link to environment, and choose the Dataverse environment.',
  },
  {
    find: /\bOpen AppSource\b|\bGet it now\b/i,
    why: 'packages are installed under Dynamics 365 apps of the environment',
    was: 'Select Solutions, then Open AppSource.',
  },
  {
    find: /\bAvailable updates\b/i,
    why: 'environments created in the Power Platform admin center have no such tile',
    was: 'Open the environment and look at Available updates.',
  },
  {
    find: /\bAdvanced Find\b/i,
    why: 'modern advanced find shows tables of the app only',
    was: 'With Advanced Find, look for the row.',
  },
  {
    find: /\b(?:select|open) Environments\b/i,
    why: 'today it is Manage > Environments',
    was: 'Open the Power Platform admin center, select Environments, then the environment.',
  },
  {
    find: /\bAnalytics > /i,
    why: 'the new admin center has no such menu',
    was: 'The admin center shows API calls under Analytics > Dataverse.',
  },
  {
    find: /\bAzure AD\b|\bAzure Active Directory\b/i,
    why: 'it is Microsoft Entra ID',
    was: 'Open Azure AD applications.',
  },
  {
    find: /\bAdd an app\b/i,
    why: 'it lists registrations of the tenant, and the applications of dual-write are none',
    was: 'Select Add an app and search for the application id of the finding.',
  },
  {
    find: /\bEntity Map version\b|\bAdd entity\b|\bUpgrade entity maps\b/i,
    why: 'entity maps are table maps',
    was: 'A map that is not there is made with Add entity.',
  },
  {
    find: /\bcopy of the sheet\b/i,
    why: 'the sheet has two connection strings',
    was: 'Keep a copy of the sheet: it is your way back.',
  },
  {
    find: /\bSELECT \*/i,
    why: 'the configuration tables have connection strings',
    was: 'SELECT * FROM DUALWRITEPROJECTFIELDCONFIGURATION',
  },
  {
    find: /\bclient_id=(?!33976c19-1db5-4c02-810e-c243db79efde)/i,
    why: 'consent of any other application fails with AADSTS65002',
    was: 'Open authorize?client_id=<application id>&response_type=code&prompt=admin_consent.',
  },
  {
    find: /\/link-your-environment\b/,
    why: 'the page of the wizard that is gone',
    was: 'https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/dual-write/link-your-environment',
  },
  {
    find: /\baccess tab\b/i,
    why: 'today it is Settings > Users + permissions of the environment',
    was: 'Open the Access tab of the environment.',
  },
  {
    find: /\bhelp \+ support\b/i,
    why: 'the new admin center has Support',
    was: 'Select Help + support, then New support request.',
  },
  {
    find: /XrmTooling\.PluginRegistrationTool/i,
    why: 'pac tool prt installs and opens the Plug-in Registration Tool',
    was: 'Install Microsoft.CrmSdk.XrmTooling.PluginRegistrationTool with NuGet.',
  },
] as const;

/** What of the list a text names, with the reason. */
export function deadIn(text: string): readonly string[] {
  return deadMenus.flatMap(({ find, why }) => {
    const found = text.match(find);
    return found === null ? [] : [`${found[0]}: ${why}`];
  });
}
