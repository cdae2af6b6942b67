import { openDynamics365Apps } from '../../../rules/remediation/dynamics-365-apps.js';
import * as links from '../../../rules/remediation/links.js';
import { defineTopic, type Pattern } from '../../topic.js';

const sentence: Pattern = {
  find: /\bcan(?:not| not|'?t) convert the literal (?:'(?<value>[^']{0,100})'|\S{1,100}) to (?:the )?expected type '?Edm\.(?<type>[a-z0-9]{3,30})/i,
  anchor: 'literal',
};

export const valueConversion = /* @__PURE__ */ defineTopic({
  id: 'value-conversion',
  title: 'A value does not fit the type of its column in Dataverse',
  phase: 'live-sync',
  causes: [
    'An enumeration is mapped to a choice column, and the value map lacks this value or does not exist.',
    'A default value or transformation of the map sends an empty string or a blank where a number is expected.',
    'A number is written in the format of another language: the source data format of the export is not en-us.',
    'Available From and Available To of a contact are mapped, which the address book solutions do not support.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary:
      'On the map, find the column that receives the value in the message, and correct how the value is converted.',
    options: [
      {
        title: 'Correct the mapping of the column',
        steps: [
          'On the Dual-write page, stop the map and open it.',
          'Look for a column of the type in the message that can contain this value: start with value maps and default values.',
          'Open its transformation, add the missing value with its number in Dataverse, and replace blanks with a number or with nothing.',
          'Remove the mappings of Available From and Available To of contacts.',
          'Save, and run the map.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.liveSync],
      },
      {
        title: 'Set the language of the source data format',
        steps: [
          'Use this option for numbers and dates in an initial synchronization.',
          'In the Data management workspace, open Framework parameters or Configure data source, and then the source data format that exports use.',
          'Set Language locale to en-us, and save.',
          'Run the initial synchronization again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.initialSync],
      },
      {
        title: 'Update the solutions',
        steps: [
          openDynamics365Apps,
          'Update the dual-write packages that are listed with Update available: newer maps have corrected value maps, and the address book solutions no longer send blanks since 3.0.0.26.',
          'On the Dual-write page, stop the map and select Table map version. If nobody changed the map, choose the latest version of Microsoft; else keep yours, and give it the transformations of the latest one.',
          'Run the map.',
        ],
        performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
        destroys: null,
        links: [links.dynamics365Apps, links.solutions, links.lifecycle],
      },
    ],
  },
  rules: ['DWDVEV9302'],
  source: { title: 'Party and global address book troubleshooting', date: '2021-07-30' },
  // Every product that is built on OData prints the sentence; what dual-write and Dataverse put around it makes the difference.
  signatures: [
    { all: [sentence], alone: true },
    {
      all: [sentence, 'an error occurred while validating input parameters microsoft odata odataexception'],
      alone: true,
    },
    { all: ['cannot convert the literal'], failedWriteTo: 'dataverse' },
    // Translated: the names of the exception and of the type, and the value before it.
    {
      all: [
        {
          find: /[^\d:".]{0,100}(?:[: ]{1,2}Microsoft\.OData\.)?\bODataException ?: ?[^:'"\d]{1,60}(?:['"](?<value>(?!Edm\b)[^'"]{0,100})['"]|\d{1,30}\b)[^'":]{1,60}['"]? ?Edm\. ?(?<type>[a-z0-9]{3,30})\b[^:{}\d.]{0,60}/i,
          anchor: 'odataexception',
        },
      ],
      none: ['cannot convert the literal'],
      alone: true,
    },
    // The names remain the same when the sentence is translated.
    {
      all: [
        {
          find: /\bODataException\b[\s\S]{0,100}?\blitt?[eé]ral[\s\S]{0,200}?\bEdm\.(?<type>[a-z0-9]{3,30})/i,
          anchor: 'odataexception',
        },
      ],
      failedWriteTo: 'dataverse',
    },
  ],
});
