import * as links from '../../../rules/remediation/links.js';
import { canceled, timedOut, timeout } from '../../connection-failures.js';
import { webServiceErrorCodes } from '../../dataverse-error-codes.js';
import { readPluginTrace, switchPluginTraceOn } from '../../plugin-trace.js';
import { defineTopic } from '../../topic.js';

export const dataverseTimedOut = /* @__PURE__ */ defineTopic({
  id: 'dataverse-timed-out',
  title: 'Dataverse did not answer in time',
  phase: 'live-sync',
  causes: [
    'Plug-ins, workflows or flows that run synchronously on the table take longer than the two minutes that one request may take.',
    'The transaction holds many records, or other jobs write to the same tables and lock the rows.',
    'Dataverse was slow or unavailable for a moment.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator', 'developer'],
  remediation: {
    summary: 'Save the record again; if it happens often, find out what runs in Dataverse while the record is saved.',
    options: [
      {
        title: 'Try again',
        steps: [
          'Check in Dataverse whether the record has arrived in spite of the error.',
          'Wait a few minutes and save the record again; save large documents in smaller parts.',
          'Check in the Microsoft 365 admin center, under Health > Service health, whether Dataverse has an incident.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.syncLimits],
      },
      {
        title: 'Find what takes the time',
        steps: [
          switchPluginTraceOn,
          'Repeat the step that failed.',
          readPluginTrace,
          'Look for the rows with the longest execution duration on the table that is written, and for classic workflows on it that run in real time.',
          'Set the logging to Off again.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [],
      },
      {
        title: 'Take the work out of the transaction',
        steps: [
          'Have whoever owns the plug-ins and workflows run them asynchronously where the business allows it, and only on changes of the columns that they need.',
          'Run bulk jobs on the same tables at another time.',
          'For documents with many lines, consider dual-write async.',
        ],
        performedBy: ['developer', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.async],
      },
    ],
  },
  rules: [],
  source: webServiceErrorCodes,
  signatures: [
    { all: [canceled], failedWriteTo: 'dataverse' },
    { all: [timedOut], failedWriteTo: 'dataverse' },
    { all: [timeout], failedWriteTo: 'dataverse' },
  ],
});
