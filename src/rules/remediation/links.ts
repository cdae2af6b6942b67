import type { Link } from './remediation.js';

/**
 * Pages of the public documentation that fixes point to. Each is an export of its own, and not a property of one object,
 * so that bundlers can drop the rules that nobody imports.
 */

/* @__NO_SIDE_EFFECTS__ */
function dualWriteArticle(title: string, page: string): Link {
  return {
    title,
    url: `https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/dual-write/${page}`,
  };
}

export const healthCheck = dualWriteArticle('Dual-write health check', 'dual-write-health-check');

export const requirements = dualWriteArticle('System requirements and prerequisites', 'requirements-and-prerequisites');

export const systemRequirements = dualWriteArticle('System requirements for dual-write', 'dual-write-system-req');

export const securityRoles = dualWriteArticle('Set up dual-write security roles and permissions', 'security-roles');

export const reset = dualWriteArticle('Reset dual-write connections', 'reset');

export const liveSync = dualWriteArticle(
  'Troubleshoot live synchronization issues',
  'dual-write-troubleshooting-live-sync',
);

export const initialSetup = dualWriteArticle(
  'Troubleshoot issues during initial setup',
  'dual-write-troubleshooting-initial-setup',
);

export const linkEnvironments = dualWriteArticle(
  'Use the dual-write wizard to link your environments',
  'link-your-environment',
);

export const enableMaps = dualWriteArticle('Enable entity maps for dual-write', 'enable-entity-map');

export const legalEntities = dualWriteArticle('Edit a legal entity after dual-write setup', 'edit-legal-entity');

export const solutions = dualWriteArticle(
  'Separated Dual-write Application Orchestration package',
  'separated-solutions',
);

export const migrateProspectToCash = dualWriteArticle(
  'Migrate Prospect to cash data from Data integrator to dual-write',
  'migrate-prospect-to-cash',
);

export const lifecycle = dualWriteArticle('Application lifecycle management', 'app-lifecycle-management');

export const alerts = dualWriteArticle('Error management and alert notifications', 'errors-and-alerts');

export const async = dualWriteArticle('Dual-write async', 'dual-write-async');

export const asyncErrors = dualWriteArticle('Manage errors in dual-write async', 'dual-write-async-error');

export const syncLimits = dualWriteArticle('Dual-write limits for live synchronization', 'sync-limits');

export const initialSync = dualWriteArticle('Considerations for initial synchronization', 'initial-sync-guidance');

export const companyData = dualWriteArticle('Company concept in Dataverse', 'company-data');

export const errorCodes = dualWriteArticle('Error codes for dual-write and Data Integrator', 'dual-write-error-codes');

export const integrationKeys = dualWriteArticle('Manage dual-write integration keys', 'dual-write-integration-keys');

export const tableMapHealth = dualWriteArticle('Errors codes for the table map health check', 'table-map-health-check');

export const customizeMappings = dualWriteArticle('Customize table and column mappings', 'customizing-mappings');

export const customizations = dualWriteArticle('Customization guidance for dual-write', 'custom-best-practices');

export const pause = dualWriteArticle('Pause dual-write for maintenance', 'pause-for-maintenance');

export const upgradeParty = dualWriteArticle('Upgrade to the party and global address book model', 'upgrade-party-gab');

export const teamRoles: Link = {
  title: 'Manage the security roles of a team',
  url: 'https://learn.microsoft.com/power-platform/admin/manage-teams#manage-the-security-roles-of-a-team',
};

export const applicationUsers: Link = {
  title: 'Manage application users in the Power Platform admin center',
  url: 'https://learn.microsoft.com/power-platform/admin/manage-application-users',
};
