import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';
import { typeOfParty } from '../../untranslated.js';

export const partyRecordNotFound = /* @__PURE__ */ defineTopic({
  id: 'party-record-not-found',
  title: 'The party of a customer, vendor, contact or address is not found',
  phase: 'live-sync',
  causes: [
    'Dataverse gave the customer a new party number, while finance and operations has the same customer under a different one.',
    'The address belongs to a legal entity or an operating unit: the parties map sends only persons and organizations.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary: 'Use the existing party instead of a new one.',
    options: [
      {
        title: 'Choose the existing party',
        steps: [
          'In Dataverse, discard the unsaved customer.',
          'Search for the party by its name with the party lookup; in finance and operations, also look under Global address book.',
          'If the party exists, create the customer with it; if it does not, create a new customer.',
          'If the customer itself exists in finance and operations, synchronize it from there.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.liveSync],
      },
      {
        title: 'Leave out addresses of other party types',
        steps: [
          'Use this option for an initial synchronization of party addresses: no fix from Microsoft is documented.',
          'In the error log, check whether the rows belong to legal entities or operating units.',
          'On the Dual-write page, put a filter on the map that includes only persons and organizations, or accept the errors of the other rows.',
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
    // Translated: the first record, and the type of the party near the end.
    {
      all: [/* @__PURE__ */ typeOfParty()],
      // The words around it may be English, but not the error.
      none: [{ find: /\bunknown exception\b.{0,200}\b(?:the|is|not|must|cannot)\b/i, anchor: '' }],
    },
  ],
});
