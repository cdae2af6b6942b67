import { openDynamics365Apps, updateApp } from '../../../rules/remediation/dynamics-365-apps.js';
import * as links from '../../../rules/remediation/links.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';

export const textTooLong = /* @__PURE__ */ defineTopic({
  id: 'text-too-long',
  title: 'A text is longer than its column in Dataverse',
  phase: 'live-sync',
  causes: [
    'The column in Dataverse holds fewer characters than the field in finance and operations.',
    'Workflows copy names between accounts and vendors, and the address book solutions are older than 3.5.0.1.',
  ],
  performedBy: ['dataverse-system-administrator'],
  remediation: {
    summary: 'Shorten the text, increase the length of the column, or update the solutions.',
    options: [
      {
        title: 'Shorten the text',
        steps: [
          'Read the column, the table and the allowed length in the message.',
          'Open the record in finance and operations, shorten the text in the field that is mapped to the column, and save.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [],
      },
      {
        title: 'Increase the length of the column',
        steps: [
          'In the Power Apps maker portal, open the table and the column that the message names.',
          'Under Advanced options, raise the maximum character count to the length in finance and operations, if the solution allows it, and save.',
          'On the Dual-write page, stop the map, select Refresh tables, and run it.',
        ],
        performedBy: ['system-customizer', 'dataverse-system-administrator'],
        destroys: null,
        links: [],
      },
      {
        title: 'Update the address book solutions',
        steps: [
          'Use this option if the table is `msdyn_vendor` and the record that was saved is an account.',
          openDynamics365Apps,
          updateApp('Dual-write party and global address book solutions'),
          'Save the account again.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.dynamics365Apps, links.solutions],
      },
    ],
  },
  rules: ['DWDVEV9302'],
  source: sources.whatsNew,
  signatures: [
    { all: ['the length of the {field:word} attribute of the {entity:word} entity exceeded the maximum allowed'] },
  ],
});
