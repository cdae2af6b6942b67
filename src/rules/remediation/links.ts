import type { Link } from './remediation.js';

/**
 * Pages of the public documentation that fixes point to. Each is an export of its own, and not a property of one object,
 * so that bundlers can drop unused rules.
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

export const setUpFromLifecycleServices = dualWriteArticle('Dual-write setup from Lifecycle Services', 'lcs-setup');

export const relinkEnvironments = dualWriteArticle('Unlink and relink dual-write environments', 'relink-environments');

export const enableMaps = dualWriteArticle('Enable table maps for dual-write', 'enable-entity-map');

export const legalEntities = dualWriteArticle('Edit a legal entity after dual-write setup', 'edit-legal-entity');

export const solutions = dualWriteArticle(
  'Separated Dual-write Application Orchestration package',
  'separated-solutions',
);

export const migrateProspectToCash = dualWriteArticle(
  'Migrate Prospect to cash data from Data Integrator to dual-write',
  'migrate-prospect-to-cash',
);

export const lifecycle = dualWriteArticle('Application lifecycle management', 'app-lifecycle-management');

export const alerts = dualWriteArticle('Error management and alert notifications', 'errors-and-alerts');

export const async = dualWriteArticle('Set up and manage dual-write async', 'dual-write-async');

export const asyncErrors = dualWriteArticle('Manage errors in dual-write async', 'dual-write-async-error');

export const syncLimits = dualWriteArticle('Dual-write limits for live synchronization', 'sync-limits');

export const initialSync = dualWriteArticle('Considerations for initial synchronization', 'initial-sync-guidance');

export const companyData = dualWriteArticle('Company concept in Dataverse', 'company-data');

export const errorCodes = dualWriteArticle('Error codes for dual-write and Data Integrator', 'dual-write-error-codes');

export const integrationKeys = dualWriteArticle('Managing dual-write integration keys', 'dual-write-integration-keys');

export const tableMapHealth = dualWriteArticle('Errors codes for the table map health check', 'table-map-health-check');

export const customizeMappings = dualWriteArticle('Customize table and column mappings', 'customizing-mappings');

export const pause = dualWriteArticle('Pause dual-write for maintenance', 'pause-for-maintenance');

export const party = dualWriteArticle('Party and global address book', 'party-gab');

export const upgradeParty = dualWriteArticle('Upgrade to the party and global address book model', 'upgrade-party-gab');

export const teams: Link = {
  title: 'Microsoft Dataverse teams management',
  url: 'https://learn.microsoft.com/power-platform/admin/manage-teams',
};

export const teamRoles: Link = {
  title: 'Manage the security roles of a team',
  url: 'https://learn.microsoft.com/power-platform/admin/manage-teams#manage-the-security-roles-of-a-team',
};

export const appMigration: Link = {
  title: 'Migrate the dual-write app to strengthen communication from finance and operations to Dataverse',
  url: 'https://learn.microsoft.com/power-platform/admin/app-migration-dual-write',
};

export const applicationUsers: Link = {
  title: 'Manage application users in the Power Platform admin center',
  url: 'https://learn.microsoft.com/power-platform/admin/manage-application-users',
};

export const systemUsers: Link = {
  title: 'System and application users',
  url: 'https://learn.microsoft.com/power-platform/admin/system-application-users',
};

export const dynamics365Apps: Link = {
  title: 'Manage Dynamics 365 apps',
  url: 'https://learn.microsoft.com/power-platform/admin/manage-apps',
};

export const createEnvironment: Link = {
  title: 'Create and manage environments in the Power Platform admin center',
  url: 'https://learn.microsoft.com/power-platform/admin/create-environment',
};

export const moveToTenant: Link = {
  title: 'Tenant-to-tenant migrations',
  url: 'https://learn.microsoft.com/power-platform/admin/move-environment-tenant',
};

export const moveToGeography: Link = {
  title: 'Geo-to-geo migrations',
  url: 'https://learn.microsoft.com/power-platform/admin/geo-to-geo-migrations',
};

export const connections: Link = {
  title: 'Manage connections in canvas apps',
  url: 'https://learn.microsoft.com/power-apps/maker/canvas-apps/add-manage-connections',
};

export const editTables: Link = {
  title: 'Create and edit tables using Power Apps',
  url: 'https://learn.microsoft.com/power-apps/maker/data-platform/create-edit-entities-portal',
};

export const excelAddIn: Link = {
  title: 'View and update entity data with Excel',
  url: 'https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/office-integration/use-excel-add-in',
};

export const databaseOfSandbox: Link = {
  title: 'Enable just-in-time database access',
  url: 'https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/database/database-just-in-time-jit-access',
};

export const databaseOfDeveloper: Link = {
  title: 'Request credentials to access D365 finance and operations product database',
  url: 'https://learn.microsoft.com/power-platform/developer/unified-experience/finance-operations-product-db-access',
};

export const updateEnvironment: Link = {
  title: 'Update an environment',
  url: 'https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/deployment/updateenvironment-newinfrastructure',
};

export const updateUnifiedEnvironment: Link = {
  title: 'Tutorial: Update the Finance and Operations Provisioning app',
  url: 'https://learn.microsoft.com/power-platform/admin/unified-experience/tutorial-update-finance-operations-provisioning-app',
};

export const powerPlatformIntegration: Link = {
  title: 'Enable Power Platform Integration',
  url: 'https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/power-platform/enable-power-platform-integration',
};

export const assignUser: Link = {
  title: 'pac admin',
  url: 'https://learn.microsoft.com/power-platform/developer/cli/reference/admin#pac-admin-assign-user',
};

export const pluginRegistrationTool: Link = {
  title: 'pac tool',
  url: 'https://learn.microsoft.com/power-platform/developer/cli/reference/tool#pac-tool-prt',
};

export const enterpriseApplications: Link = {
  title: 'Quickstart: View enterprise applications',
  url: 'https://learn.microsoft.com/entra/identity/enterprise-apps/view-applications-portal',
};

export const dataPolicies: Link = {
  title: 'Data policies',
  url: 'https://learn.microsoft.com/power-platform/admin/wp-data-loss-prevention',
};

export const alternateKeys: Link = {
  title: 'Define alternate keys using Power Apps',
  url: 'https://learn.microsoft.com/power-apps/maker/data-platform/define-alternate-keys-portal',
};

/* @__NO_SIDE_EFFECTS__ */
function projectOperationsArticle(title: string, page: string): Link {
  return { title, url: `https://learn.microsoft.com/dynamics365/project-operations/${page}` };
}

export const projectMaps = projectOperationsArticle(
  'Install Project Operations dual-write map versions',
  'environment/resource-dual-write-maps',
);

export const projectErrors = projectOperationsArticle(
  'Project operations dual-write integration errors and mitigation',
  'environment/resource-dual-write-frequent-issues',
);

export const projectExchangeRates = projectOperationsArticle(
  'Set up currency conversion to calculate sales prices from cost rates',
  'advanced-configuration/currencyconversion',
);

export const projectVendorInvoices = projectOperationsArticle(
  'Vendor invoice integration',
  'environment/resource-dual-write-vendor-invoice',
);

export const projectInvoiceAsync = projectOperationsArticle(
  'Integrate project invoices using dual-write async configuration',
  'environment/project-invoice-dual-write-asynchronous',
);

export const projectCurrency = projectOperationsArticle(
  'Currency mismatch error',
  'troubleshooting/project-sales-process/currency-mismatch-error',
);

export const projectActualsValidation = projectOperationsArticle(
  'Enable actuals validation to prevent invalid actuals',
  'advanced-configuration/enable-actuals-validation',
);

export const projectActualsReconciliation = projectOperationsArticle(
  'Use actuals synchronization and reconciliation',
  'troubleshooting/project-operations-integration/manage-actuals-reconciliation',
);

export const projectIntegrationWorkspace = projectOperationsArticle(
  'Project Operations integration workspace',
  'troubleshooting/project-operations-integration/project-integration-workspace',
);
