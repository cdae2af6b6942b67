import * as links from '../../../rules/remediation/links.js';
import { stopInitializingMap } from '../../../rules/remediation/stop-initializing-map.js';
import { defineTopic } from '../../topic.js';

export const initialSyncTooManyLookups = /* @__PURE__ */ defineTopic({
  id: 'initial-sync-too-many-lookups',
  title: 'Initial synchronization: too many lookups to export from Dataverse',
  phase: 'initial-sync',
  causes: [
    'The map has more than ten lookups, and one query to Dataverse cannot join more. Customers V3 (accounts) and the sales order map have that many as shipped.',
    'Dataverse could not be read for another reason: a column of the query is missing, or the connection is in error.',
  ],
  performedBy: ['finops-system-administrator', 'system-customizer'],
  remediation: {
    summary:
      'Synchronize in several runs with no more than ten lookups each, or load the rows without initial synchronization.',
    options: [
      {
        title: 'Split the lookups over several runs',
        steps: [
          'Count the mappings of the map whose Dataverse field has a dot in its name: these are its lookups. If there are only a few, look for a missing column or a broken connection.',
          stopInitializingMap,
          'Open the map, write down its mappings, remove optional lookups until ten remain (nine, if ten still fail), and save.',
          'Run the map with initial synchronization.',
          'Stop it, replace the lookups that are done with ones that are not, save, and run it again, until each lookup was included once.',
          'Add all lookups again, save, and run the map without initial synchronization.',
        ],
        performedBy: ['finops-system-administrator', 'system-customizer'],
        destroys: null,
        links: [links.initialSync],
      },
      {
        title: 'Load the rows another way',
        steps: [
          'Load the existing rows into each side with its own data tools.',
          'On the Dual-write page, select the map and then Run, and clear Initial sync before you confirm.',
          'Create one test record on each side.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.initialSync, links.enableMaps],
      },
    ],
  },
  rules: ['DWDVEV9701'],
  source: { title: 'Considerations for initial synchronization', date: '2026-01-15' },
  signatures: [
    { all: ['crmexport', '{attempts:number} attempts to get data from'] },
    { all: ['{attempts:number} attempts to get data from', 'azure apim net'] },
    // Translated: the name of the step, and the address of the query.
    {
      all: [
        'crmexport',
        { find: /\/datasets\/.{1,200}?\/tables\/(?<table>\w{1,100})\/items\? ?\$select=/i, anchor: 'datasets' },
      ],
    },
  ],
});
