import { defineTopic } from '../../topic.js';

export const startMapLookupMetadata = /* @__PURE__ */ defineTopic({
  id: 'start-map-lookup-metadata',
  title: 'Map cannot be started: lookups cannot be built',
  phase: 'map-start',
  causes: [
    'A map that this one depends on is not running.',
    'A mapped field is missing in finance and operations or in Dataverse.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary: 'Start the maps that this one depends on; if they are already running, refresh the fields of both sides.',
    options: [
      {
        title: 'Start the maps that it depends on',
        steps: [
          'On the Dual-write page, open the map and check which tables its lookups refer to.',
          'Run the maps of those tables first, with an initial synchronization if they never had one.',
          'Run this map again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [],
      },
      {
        title: 'Refresh the fields of the map',
        steps: [
          'If a field of finance and operations is missing: in Data management, open Framework parameters > Entity settings, select Refresh entity list, and wait until it is done.',
          'On the Dual-write page, stop the map, open it, and select Refresh tables: that also restores missing Dataverse columns.',
          'Map what was lost, save, and run the map.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [],
      },
    ],
  },
  rules: ['DWDVEV9303'],
  source: { title: 'Troubleshoot issues with the dual-write module', date: '2020-03-16' },
  signatures: [{ all: ['unable to build dual write lookup metadata'] }, { all: ['unable to build dual write lookup'] }],
});
