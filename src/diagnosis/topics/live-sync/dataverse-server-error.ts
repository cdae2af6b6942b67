import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const dataverseServerError = /* @__PURE__ */ defineTopic({
  id: 'dataverse-server-error',
  title: 'Dataverse failed while it saved the record',
  phase: 'live-sync',
  causes: ['A passing failure inside Dataverse.', 'A plug-in or workflow on the table breaks the request.'],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator', 'microsoft-support'],
  remediation: {
    summary: 'Save the record again; if the error stays, find out what runs in Dataverse when the record arrives.',
    options: [
      {
        title: 'Try again',
        steps: [
          'Wait some minutes and save the record again.',
          'See in the Power Platform admin center, under Service health, whether Dataverse has an incident.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [],
      },
      {
        title: 'Collect details',
        steps: [
          'Open DualWriteProjectConfigurationEntity with the Excel add-in, set IsDebugMode to Yes for the project of the map, and publish.',
          'In the advanced settings of the model-driven app, open Administration, System Settings, Customization, and set plug-in tracing to Exception.',
          'Repeat the step; read verboseError in the table DualWriteErrorLog, and the Plug-in Trace Log in Dataverse.',
          'Create the same record in Dataverse by hand: if that fails too, the cause lies in Dataverse alone.',
          'Switch both logs off again: they can hold personal data.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.liveSync],
      },
      {
        title: 'Ask Microsoft Support',
        steps: [
          'Open a support ticket for Dataverse with the time, the activity id, the table, and what the logs say.',
          'Take keys, tokens and personal data out of the logs before you attach them.',
        ],
        performedBy: ['dataverse-system-administrator', 'microsoft-support'],
        destroys: null,
        links: [],
      },
    ],
  },
  rules: [],
  source: { title: 'General troubleshooting', date: '2020-03-16' },
  signatures: [{ all: ['status code internalservererror and cds error code'] }, { all: ['0x8004023e'] }],
});
