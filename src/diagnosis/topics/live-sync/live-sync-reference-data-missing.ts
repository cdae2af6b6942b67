import * as links from '../../../rules/remediation/links.js';
import * as sources from '../../../rules/remediation/sources.js';
import { switchDebugModeOn } from '../../debug-mode.js';
import { syncActuals, validateActuals } from '../../project-actuals.js';
import { defineTopic } from '../../topic.js';
import { lookupBetweenWrites } from '../../untranslated.js';

export const liveSyncReferenceDataMissing = /* @__PURE__ */ defineTopic({
  id: 'live-sync-reference-data-missing',
  title: 'Record cannot be written: a record it refers to is missing on the other side',
  phase: 'live-sync',
  causes: [
    'The record refers to another record that Dataverse does not have yet, such as a customer group.',
    'The map that synchronizes the other record is not running, or has never had an initial synchronization.',
    'The configuration of the map is left over from an earlier link or an earlier start.',
    'An actual of Project Operations was rolled back in Dataverse after a time-out: initial synchronization does not bring it back.',
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
      { ...syncActuals, title: 'If the record is an actual of Project Operations (msdyn_actuals): send it again' },
      {
        ...validateActuals,
        title: 'If finance has an actual that Dataverse rolled back: have finance check actuals before it uses them',
      },
      {
        title: 'Check the configuration of the map',
        steps: [
          'Use this option only if every record that the message names exists on both sides.',
          'Run `dual-write-health check` on the environment: DWFOEV1004 and DWFOEV9307 name rows that an earlier link or an earlier start left, DWDVEV9303 a map that this one depends on and that is off.',
          'Follow the fix of the finding. Without a finding, delete nothing.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.healthCheck, links.enableMaps],
      },
    ],
  },
  rules: ['DWDVEV9303', 'DWFOEV1004', 'DWFOEV9307'],
  source: sources.liveSync,
  // Without any of these, the bare words of dual-write around nothing are this problem too.
  signatures: [
    { all: ['unable to write data to entity {entity:word}', 'unable to sync with entity'], wraps: true },
    { all: ['unable to write data to entity {entity:word}', 'unable to lookup {table:word} with values'], wraps: true },
    { all: ['unable to sync with entity {entity:word}'], alone: true, wraps: true },
    // Translated: the table of units, its data entity, and the table again as the end of a sentence, without a reason.
    {
      all: [
        {
          find: /\b(?<entity>uoms?)\b(?:(?!\buoms?\b)[^\d:{}]){1,100}?\bUnitOfMeasureEntity\b[^\d:{}]{1,160}?\buoms?\b[^\d:{}.]{0,20}(?=[.\u3002]|$)/i,
          anchor: 'unitofmeasureentity',
        },
      ],
      none: ['unable to write data', 'writes to'],
      wraps: true,
    },
    // Translated: the table that is written, the values of the lookup in the next sentence, and in the third the write that failed.
    { all: [/* @__PURE__ */ lookupBetweenWrites()], none: ['unable to write data', 'unable to lookup'], wraps: true },
    { all: ['unable to lookup {table:word} with values'], wraps: true },
    { all: [{ find: /\bwith values \{(?<values>[^{}]{1,200})/i, anchor: 'values' }, 'unable to lookup'], wraps: true },
  ],
});
