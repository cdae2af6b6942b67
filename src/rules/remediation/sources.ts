import type { Source } from './remediation.js';

/** The articles that rules are based on, in the edition that was read; separate exports for the same reason as the links. */

export const healthCheck: Source = { title: 'Dual-write health check', date: '2023-06-30' };

export const healthCheckDraft: Source = {
  title: 'Dual-write configuration health check (withdrawn draft)',
  date: '2023-06-06',
};

export const liveSync: Source = { title: 'Troubleshoot live synchronization issues', date: '2026-01-15' };

export const requirements: Source = { title: 'System requirements and prerequisites', date: '2022-02-09' };

export const systemRequirements: Source = { title: 'System requirements for dual-write', date: '2026-01-15' };

export const securityRoles: Source = { title: 'Set up dual-write security roles and permissions', date: '2026-01-15' };

export const companyData: Source = { title: 'Company concept in Dataverse', date: '2026-01-21' };

export const teams: Source = { title: 'Microsoft Dataverse teams management', date: '2021-10-26' };

export const reset: Source = { title: 'Reset dual-write connections', date: '2023-11-01' };

export const relinkEnvironments: Source = { title: 'Unlink and relink dual-write environments', date: '2026-01-15' };

export const solutions: Source = {
  title: 'Separated Dual-write Application Orchestration package',
  date: '2022-04-25',
};

export const whatsNew: Source = { title: "What's new or changed in dual-write", date: '2024-09-01' };

export const appMigration: Source = {
  title: 'App migration from dual-write in finance and operations to Dataverse communications',
  date: '2025-07-31',
};

export const initialSetup: Source = { title: 'Troubleshoot issues during initial setup', date: '2026-01-15' };

export const liveSyncLimits: Source = { title: 'Dual-write limits for live synchronization', date: '2021-08-31' };

export const initialSyncGuidance: Source = { title: 'Considerations for initial synchronization', date: '2020-10-12' };

export const enableMaps: Source = { title: 'Enable table maps for dual-write', date: '2023-02-21' };

export const legalEntities: Source = { title: 'Edit a legal entity after dual-write setup', date: '2026-04-03' };

export const lifecycle: Source = { title: 'Application lifecycle management', date: '2020-03-13' };

export const alerts: Source = { title: 'Error management and alert notifications', date: '2026-04-03' };

export const async: Source = { title: 'Set up and manage dual-write async', date: '2024-09-26' };

export const asyncErrors: Source = { title: 'Manage errors in dual-write async', date: '2026-01-14' };

export const errorCodes: Source = { title: 'Error codes for dual-write and Data Integrator', date: '2024-04-01' };

export const integrationKeys: Source = { title: 'Managing dual-write integration keys', date: '2024-03-29' };

export const tableMapHealth: Source = { title: 'Errors codes for the table map health check', date: '2022-05-31' };

export const customizeMappings: Source = { title: 'Customize table and column mappings', date: '2026-04-03' };

export const customizations: Source = { title: 'Customization guidance for dual-write', date: '2021-09-15' };

export const pause: Source = { title: 'Pause dual-write for maintenance', date: '2026-04-03' };

export const party: Source = { title: 'Party and global address book', date: '2023-08-22' };
