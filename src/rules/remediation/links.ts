import type { Link } from './remediation.js';

const dualWriteDocs = 'https://learn.microsoft.com/dynamics365/fin-ops-core/dev-itpro/data-entities/dual-write';

/** Pages of the public documentation that fixes point to. */
export const links = {
  healthCheck: { title: 'Dual-write health check', url: `${dualWriteDocs}/dual-write-health-check` },
  requirements: {
    title: 'System requirements and prerequisites',
    url: `${dualWriteDocs}/requirements-and-prerequisites`,
  },
  systemRequirements: { title: 'System requirements for dual-write', url: `${dualWriteDocs}/dual-write-system-req` },
  securityRoles: {
    title: 'Set up dual-write security roles and permissions',
    url: `${dualWriteDocs}/security-roles`,
  },
  reset: { title: 'Reset dual-write connections', url: `${dualWriteDocs}/reset` },
  liveSync: {
    title: 'Troubleshoot live synchronization issues',
    url: `${dualWriteDocs}/dual-write-troubleshooting-live-sync`,
  },
  initialSetup: {
    title: 'Troubleshoot issues during initial setup',
    url: `${dualWriteDocs}/dual-write-troubleshooting-initial-setup`,
  },
  linkEnvironments: {
    title: 'Use the dual-write wizard to link your environments',
    url: `${dualWriteDocs}/link-your-environment`,
  },
  enableMaps: { title: 'Enable entity maps for dual-write', url: `${dualWriteDocs}/enable-entity-map` },
  legalEntities: { title: 'Edit a legal entity after dual-write setup', url: `${dualWriteDocs}/edit-legal-entity` },
  solutions: {
    title: 'Separated Dual-write Application Orchestration package',
    url: `${dualWriteDocs}/separated-solutions`,
  },
  migrateProspectToCash: {
    title: 'Migrate Prospect to cash data from Data integrator to dual-write',
    url: `${dualWriteDocs}/migrate-prospect-to-cash`,
  },
  lifecycle: { title: 'Application lifecycle management', url: `${dualWriteDocs}/app-lifecycle-management` },
  syncLimits: { title: 'Dual-write limits for live synchronization', url: `${dualWriteDocs}/sync-limits` },
  initialSync: { title: 'Considerations for initial synchronization', url: `${dualWriteDocs}/initial-sync-guidance` },
  companyData: { title: 'Company concept in Dataverse', url: `${dualWriteDocs}/company-data` },
  teamRoles: {
    title: 'Manage the security roles of a team',
    url: 'https://learn.microsoft.com/power-platform/admin/manage-teams#manage-the-security-roles-of-a-team',
  },
  applicationUsers: {
    title: 'Manage application users in the Power Platform admin center',
    url: 'https://learn.microsoft.com/power-platform/admin/manage-application-users',
  },
} as const satisfies Readonly<Record<string, Link>>;
