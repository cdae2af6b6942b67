import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const alternateKeyFailed = /* @__PURE__ */ defineTopic({
  id: 'alternate-key-failed',
  title: 'The alternate key behind the integration key is not active',
  phase: 'map-start',
  causes: [
    'Rows of the Dataverse table have the same values in all columns of the key, so Dataverse could not create its index: the key is in state Failed.',
    'The key is still being created: a system job builds its index, which can take a while on large tables.',
  ],
  performedBy: ['system-customizer', 'dataverse-system-administrator'],
  remediation: {
    summary: 'Remove the duplicates, activate the key again, and then start the map.',
    options: [
      {
        title: 'Find out why the key is not active',
        steps: [
          'In the Power Apps maker portal, open the table and select Keys. If the status of the key is Pending or In Progress, wait.',
          'If it is Failed, open its system job and read which values are there twice.',
          'List the rows with these values. Inactive rows count too, and so do rows whose key columns are blank.',
        ],
        performedBy: ['system-customizer', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.alternateKeys, links.integrationKeys],
      },
      {
        title: 'Remove the duplicates and activate the key',
        steps: [
          'Of each group of equal rows, decide which one to keep. Give the others the key values that they should have; if they are the same thing, move what refers to them and what only they contain to the row that you keep, and then delete them.',
          'Under Keys, select the key and then Reactivate key; wait until it is Active.',
          'On the Dual-write page, open the map, select Refresh tables, and run it.',
        ],
        performedBy: ['dataverse-system-administrator', 'system-customizer', 'finops-system-administrator'],
        destroys: 'The rows that you delete, with what was not moved to the row that you keep.',
        links: [links.alternateKeys],
      },
    ],
  },
  rules: ['table-map-health-5100'],
  source: { title: 'Define alternate keys using Power Apps portal', date: '2020-08-01' },
  signatures: [
    {
      all: [
        {
          find: /\bduplicate (?:rows|records|values) (?:prevent|block)\w{0,3} [^.]{0,60}?\bkey\b|\b(?:alternate|entity|table) ?keys?\b[^.]{0,120}?\b(?:(?:state|status)\b.{0,20}?\bfailed|failed (?:state|status)|(?:could not|couldn't|cannot|can't) be (?:created|activated)|(?:creation|activation) (?:has )?failed)\b/i,
          anchor: 'key',
        },
        { find: /\bintegration keys?\b|dual[\s_-]?write/i, anchor: '' },
      ],
    },
    {
      // The index of a key of Microsoft's solutions, when Dataverse tries to build it.
      all: [
        { find: /(?<!\w)ndx_for_entitykey_(?<key>msdyn_\w{1,100})/i, anchor: 'ndx_for_entitykey_msdyn_' },
        'a duplicate key was found for the object name',
      ],
    },
  ],
});
