import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const partyNumberDiffers = /* @__PURE__ */ defineTopic({
  id: 'party-number-differs',
  title: 'Party number differs between finance and operations and Dataverse',
  phase: 'live-sync',
  causes: [
    'The maps of customers, vendors or contacts are older than the versions that the Party and Global Address Book solutions require.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary: 'Choose the latest versions of the customer, vendor and contact maps.',
    options: [
      {
        title: 'Choose the latest map versions',
        steps: [
          'On the Dual-write page, stop the maps of customers, vendors and contacts.',
          'For each, select Table map version and choose the newest: at least 1.0.0.5 for Customers V3, and 1.0.0.6 for Vendors V2 and Contacts V2.',
          'Set the integration keys if the new versions require it, save, and run the maps: parties first.',
          'Compare the numbers of a new test customer on both sides.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: 'Your own changes to the maps, if you choose versions without them.',
        links: [links.lifecycle, links.enableMaps],
      },
    ],
  },
  rules: [],
  source: { title: 'Party and global address book troubleshooting', date: '2021-07-30' },
  // Words that people use to describe it.
  signatures: [
    { all: ['party id is different', 'dataverse'] },
    { all: ['party number is different', 'dataverse'] },
    { all: ['party id differs'], alone: true },
    { all: ['party number differs'], alone: true },
  ],
});
