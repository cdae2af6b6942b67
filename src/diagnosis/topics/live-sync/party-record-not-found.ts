import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const partyRecordNotFound = /* @__PURE__ */ defineTopic({
  id: 'party-record-not-found',
  title: 'The party of a customer, vendor, contact or address is not found',
  phase: 'live-sync',
  causes: [
    'Dataverse gave the customer a new party number, while finance and operations has the same customer under another one.',
    'The address belongs to a legal entity or an operating unit: the parties map sends persons and organizations only.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary: 'Use the party that exists already instead of a new one.',
    options: [
      {
        title: 'Choose the existing party',
        steps: [
          'In Dataverse, discard the unsaved customer.',
          'Search for the party by its name with the party lookup; in finance and operations, look under Global address book too.',
          'If the party is there, create the customer with it; if it is not, create a new customer.',
          'If the customer itself exists in finance and operations, synchronize it from there.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.liveSync],
      },
      {
        title: 'Leave out addresses of other party types',
        steps: [
          'Take this for an initial synchronization of party addresses: no fix by the vendor is documented.',
          'In the error log, see whether the rows belong to legal entities or operating units.',
          'On the Dual-write page, put a filter on the map that takes persons and organizations only, or accept the errors of the other rows.',
          'Run the map.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.initialSync],
      },
    ],
  },
  rules: [],
  source: { title: 'Troubleshoot live synchronization issues', date: '2021-08-19' },
  signatures: [
    { all: ['party record not found for party type'] },
    { all: ['party number could not be found in dataverse'] },
  ],
});
