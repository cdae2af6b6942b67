import type { Source } from './remediation.js';

/** The articles that rules rest on, in the edition that was read. */
export const sources = {
  healthCheck: { title: 'Dual-write health check', date: '2023-06-30' },
  healthCheckDraft: { title: 'Dual-write configuration health check (withdrawn draft)', date: '2023-06-06' },
  liveSync: { title: 'Troubleshoot live synchronization issues', date: '2020-03-16' },
  requirements: { title: 'System requirements and prerequisites', date: '2022-02-09' },
  systemRequirements: { title: 'System requirements for dual-write', date: '2020-01-14' },
  securityRoles: { title: 'Set up dual-write security roles and permissions', date: '2026-01-15' },
  reset: { title: 'Reset dual-write connections', date: '2022-12-20' },
  solutions: { title: 'Separated Dual-write Application Orchestration package', date: '2022-04-25' },
  whatsNew: { title: "What's new or changed in dual-write", date: '2024-09-01' },
  initialSetup: { title: 'Troubleshoot issues during initial setup', date: '2026-01-15' },
  liveSyncLimits: { title: 'Dual-write limits for live synchronization', date: '2021-08-31' },
  initialSyncGuidance: { title: 'Considerations for initial synchronization', date: '2020-10-12' },
  enableMaps: { title: 'Enable entity maps for dual-write', date: '2020-03-20' },
  legalEntities: { title: 'Edit a legal entity after dual-write setup', date: '2020-07-21' },
  lifecycle: { title: 'Error management and alert notifications', date: '2020-03-13' },
} as const satisfies Readonly<Record<string, Source>>;
