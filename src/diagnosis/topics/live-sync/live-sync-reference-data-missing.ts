import { cleanUpFinopsWithExcel, reviewConfiguration } from '../../../rules/remediation/clean-up-configuration.js';
import * as links from '../../../rules/remediation/links.js';
import * as sources from '../../../rules/remediation/sources.js';
import { switchDebugModeOn } from '../../debug-mode.js';
import { defineTopic } from '../../topic.js';

/** Names of entities can have blanks: `Customers V3` ends where the next message of the chain begins. */
const writtenEntity = {
  find: /unable to write data to (?:entity|table)[\W_]{1,20}(?<entity>[\w$*?-]{1,200}(?:[^.;:,{}]{1,100}?(?=[.;:,]{1,3} ?(?:unable to|writes to)|[.;:,]?$))?)/i,
  anchor: 'write',
};

export const liveSyncReferenceDataMissing = /* @__PURE__ */ defineTopic({
  id: 'live-sync-reference-data-missing',
  title: 'Record cannot be written: a record it refers to is missing on the other side',
  phase: 'live-sync',
  causes: [
    'The record refers to another record that Dataverse does not have yet, such as a customer group.',
    'The map that synchronizes the other record is not running, or has never had an initial synchronization.',
    'The configuration of the map is left over from an earlier link or an earlier start.',
    'A contact was created on the View Contact form, which does not write the records that the contact refers to.',
    'The message wraps another error, which only administrators can see.',
  ],
  performedBy: ['finops-system-administrator'],
  remediation: {
    summary:
      'Synchronize the records that the message names first; if all of them exist, check the configuration of the map.',
    options: [
      {
        title: 'Synchronize the missing records to the other side',
        steps: [
          'In Dataverse, look up the values between the braces in the tables that the message names.',
          'If the message names none, open the record in finance and operations and compare each of its references with Dataverse: groups, units, addresses, parties, workers.',
          'On the Dual-write page, run the maps of the tables that have missing records, with initial synchronization.',
          'For contacts, use the Add Contact form.',
          'Save the record again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.liveSync, links.enableMaps],
      },
      {
        title: 'Read the inner error',
        steps: [
          'Have an administrator repeat the step: the complete message is shown only to administrators.',
          'If that does not show more, have finance and operations log the details, as described in the next step.',
          switchDebugModeOn,
          'Repeat the step, read the DualWriteErrorLog table, and diagnose its text with this tool.',
          'Set IsDebugMode back to No: the log can contain personal data.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.liveSync],
      },
      reviewConfiguration,
      {
        ...cleanUpFinopsWithExcel,
        title: 'If the check of this tool reports rows of the map as left over: delete those with the Excel add-in',
      },
    ],
  },
  rules: ['DWDVEV9303', 'DWFOEV1004', 'DWFOEV9307'],
  source: sources.liveSync,
  signatures: [
    { all: [writtenEntity], wraps: true },
    { all: ['unable to sync with entity {entity:word}'], alone: true, wraps: true },
    { all: ['unable to lookup {table:word} with values'], wraps: true },
    { all: [{ find: /\bwith values \{(?<values>[^{}]{1,200})/i, anchor: 'values' }, 'unable to lookup'], wraps: true },
  ],
});
