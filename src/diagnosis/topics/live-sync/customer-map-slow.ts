import * as links from '../../../rules/remediation/links.js';
import { defineTopic, type Pattern } from '../../topic.js';

const otherSlowness = [
  'initial sync',
  'initial write',
  'initial writes',
  'initial synchronization',
  'initial synchronization',
  'resource utilization',
  'registration failed',
] as const;

/** Customers complain of many things; here it is what is done with their records. */
const work: Pattern = {
  find: /\b(?:sav(?:e|es|ed|ing)|sync\w{0,12}|maps?|create[sd]?|creating|update[sd]?|updating)\b/i,
  anchor: '',
};

export const customerMapSlow = /* @__PURE__ */ defineTopic({
  id: 'customer-map-slow',
  title: 'Saving customers or contacts is slow while their maps run',
  phase: 'live-sync',
  causes: [
    'The data entities of customers and contacts track many address tables, and each tracked table raises events.',
    'Other plug-ins on the tables run synchronously.',
  ],
  performedBy: ['developer', 'finops-system-administrator'],
  remediation: {
    summary: 'Track fewer tables for customers and contacts; expect a small gain only.',
    options: [
      {
        title: 'Track fewer tables',
        steps: [
          'Decide which electronic and postal addresses you do not need in Dataverse.',
          'In `getEntityDataSourceToFieldMapping` of CustCustomerV3Entity and of smmContactPersonCDSV2Entity, have a developer remove the lines for those.',
          'Build, synchronize the database, and deploy.',
          'On the Dual-write page, stop all maps of both entities and run them again; BusinessEventsDefinition then has fewer rows for them.',
        ],
        performedBy: ['developer', 'finops-system-administrator'],
        destroys: 'Changes to the addresses that you remove are no longer synchronized.',
        links: [links.liveSync],
      },
    ],
  },
  rules: [],
  source: { title: 'Troubleshoot live synchronization issues', date: '2021-08-19' },
  // Words that people use to describe it.
  signatures: [
    { all: ['customers v3', 'slow', work], none: otherSlowness, alone: true },
    { all: ['contacts v2', 'slow', work], none: otherSlowness, alone: true },
    { all: ['dual write', 'customers', 'slow', work], none: otherSlowness },
    { all: ['dual write', 'customer', 'slow', work], none: otherSlowness },
  ],
});
