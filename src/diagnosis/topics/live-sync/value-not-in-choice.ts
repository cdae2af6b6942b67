import { openDynamics365Apps } from '../../../rules/remediation/dynamics-365-apps.js';
import * as links from '../../../rules/remediation/links.js';
import { webServiceErrorCodes } from '../../dataverse-error-codes.js';
import { defineTopic } from '../../topic.js';

export const valueNotInChoice = /* @__PURE__ */ defineTopic({
  id: 'value-not-in-choice',
  title: 'Choice column in Dataverse does not have this value',
  phase: 'live-sync',
  causes: [
    'The map sends a number that is not among the options of the choice column: an enumeration value was added in finance and operations only.',
    'The value map of the column gives a number that the choice never had, or no longer has.',
    'The solution that adds the option to the choice is older than the map.',
  ],
  performedBy: ['system-customizer', 'finops-system-administrator'],
  remediation: {
    summary: 'Give the choice the option, or correct the value map, so that both sides have the same values.',
    options: [
      {
        title: 'Correct the value map',
        steps: [
          'Read the column, the value and the accepted values in the message.',
          'On the Dual-write page, stop the map, open it, and open the transformation of the column that the message names.',
          'In the value map, give each value of finance and operations one of the accepted numbers.',
          'Save, run the map, and save the record again.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.customizeMappings],
      },
      {
        title: 'Add the option to the choice',
        steps: [
          'In the Power Apps maker portal, open the table, then the column that the message names, and add the option; the number of the option must be the one in the message.',
          'Save and publish.',
          'On the Dual-write page, stop the map, select Refresh tables, and run it.',
          'Save the record again.',
        ],
        performedBy: ['system-customizer', 'finops-system-administrator'],
        destroys: null,
        links: [links.editTables],
      },
      {
        title: 'Update the solutions',
        steps: [
          'Use this option if the column belongs to a solution of Microsoft.',
          openDynamics365Apps,
          'Update the dual-write packages that are listed with Update available.',
          'Save the record again.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.dynamics365Apps, links.solutions],
      },
    ],
  },
  rules: [],
  source: webServiceErrorCodes,
  signatures: [
    {
      all: [
        {
          find: /\bvalue (?<value>-?\d{1,12}) of '?(?<field>\w{1,100})'? on (?:record|row) of type '?(?<table>\w{1,100})'? is outside the valid range/i,
          anchor: 'outside',
        },
      ],
      failedWriteTo: 'dataverse',
    },
    { all: ['is outside the valid range', 'accepted values'], failedWriteTo: 'dataverse' },
  ],
});
