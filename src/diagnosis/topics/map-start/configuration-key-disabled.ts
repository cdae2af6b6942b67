import { defineTopic } from '../../topic.js';

const configurationKey = { find: /configuration\s?keys?\b/i, anchor: 'configuration' };

/** Other products use dual writes and configuration keys too. */
const dualWriteMap = { find: /dual[\s_-]?write[\s_-]?(?:maps?|mappings?|entity|entities|tables?)\b/i, anchor: 'write' };

export const configurationKeyDisabled = /* @__PURE__ */ defineTopic({
  id: 'configuration-key-disabled',
  title: 'Map does not work: a configuration key is disabled',
  phase: 'map-start',
  causes: [
    'A field of the finance and operations entity belongs to a configuration key that is off, so the entity cannot be used for live synchronization. Customers V3 needs the Retail key, because of RetailCustTable.',
  ],
  performedBy: ['finops-system-administrator', 'developer'],
  remediation: {
    summary: 'Enable the keys of all fields of the entity, or map an entity that does not need them.',
    options: [
      {
        title: 'Enable the configuration key',
        steps: [
          'Find the keys: in Visual Studio, look at the Configuration Key property of the entity, its data sources and its fields.',
          'Plan a maintenance window, and put finance and operations into maintenance mode.',
          'Go to System administration > Setup > License configuration, select the keys, save, and leave maintenance mode.',
          'In Data management, open Framework parameters > Entity settings and select Refresh entity list.',
          'On the Dual-write page, stop the map, select Refresh tables in it, and run it again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [],
      },
      {
        title: 'Map your own entity',
        steps: [
          'In Visual Studio, create a data entity with only the fields whose keys are enabled; it must be public and enabled for data management.',
          'Build, synchronize the database, deploy, and refresh the entity list.',
          'On the Dual-write page, add a map between the new entity and the Dataverse table, set its integration key, and run it instead of the old one.',
        ],
        performedBy: ['developer', 'finops-system-administrator'],
        destroys: null,
        links: [],
      },
    ],
  },
  rules: [],
  source: { title: 'Troubleshoot live synchronization issues', date: '2021-08-19' },
  signatures: [
    { all: [configurationKey, 'disabled', dualWriteMap] },
    { all: [configurationKey, 'is not enabled', dualWriteMap] },
    { all: [configurationKey, 'disabled', 'live sync'] },
    { all: ['retail configuration key', 'customers v3'] },
  ],
});
