import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

/** Without signatures: the feature shows nothing, or an error of its own. */
export const mapNotRunning = /* @__PURE__ */ defineTopic({
  id: 'map-not-running',
  title: 'A feature shows no data: the map behind it does not run',
  phase: 'live-sync',
  causes: [
    'A feature that calls finance and operations through dual-write needs maps of its own, and they are stopped. Inventory on hand needs CDS inventory on-hand entries and CDS inventory on-hand requests.',
    'The maps are not there, because the package that contains them is not installed or its solution was not applied.',
  ],
  performedBy: ['finops-system-administrator'],
  remediation: {
    summary: 'Find out which maps the feature needs, and run them.',
    options: [
      {
        title: 'Run the maps of the feature',
        steps: [
          'On the Dual-write page (Data management > Dual-write), search for the maps that the article of the feature names; for inventory on hand, CDS inventory on-hand entries (msdyn_inventoryonhandentries) and CDS inventory on-hand requests (msdyn_inventoryonhandrequests).',
          'If they are not listed, select Apply Solution for the package that contains them.',
          'Run them. Maps that only carry requests and answers run without initial synchronization: clear Initial sync.',
          'Use the feature again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.enableMaps, links.solutions],
      },
    ],
  },
  rules: ['DWDVEV9303', 'DWFOEV9304'],
  source: { title: 'Inventory availability in dual-write', date: '2020-05-26' },
  signatures: [],
});
