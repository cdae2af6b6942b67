import { openDynamics365Apps, updateApp } from '../../../rules/remediation/dynamics-365-apps.js';
import * as links from '../../../rules/remediation/links.js';
import * as sources from '../../../rules/remediation/sources.js';
import { readPluginTrace, switchPluginTraceOn } from '../../plugin-trace.js';
import { defineTopic } from '../../topic.js';

export const recordInWrongState = /* @__PURE__ */ defineTopic({
  id: 'record-in-wrong-state',
  title: 'Old address book solutions fail on a contact or an address from a portal',
  phase: 'live-sync',
  causes: [
    'A portal created an address of an account, and the address book solutions are older than 3.5.0.1.',
    'A portal created a contact, and the address book solutions are older than 3.5.1.55.',
    'One of your own plug-ins attaches the same row to its context twice.',
  ],
  performedBy: ['dataverse-system-administrator'],
  remediation: {
    summary: 'Update the Party and Global Address Book solutions to 3.5.1.55 or newer.',
    options: [
      {
        title: 'Update the address book solutions',
        steps: [
          'In the Power Apps maker portal, pick the Dataverse environment, select Solutions, and note the version of Party and Dynamics365GABExtended.',
          openDynamics365Apps,
          updateApp('Dual-write party and global address book solutions'),
          'Make sure that both solutions show the new version, and create the contact or address again.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.dynamics365Apps, links.solutions],
      },
      {
        title: 'Correct the plug-in',
        steps: [
          'Use this option if the solutions are recent enough.',
          switchPluginTraceOn,
          'Repeat the step that failed.',
          readPluginTrace,
          'The row names the plug-in: have a developer make it detach the row from the context, or use a row that it has just read.',
          'Set the logging to Off again.',
        ],
        performedBy: ['developer'],
        destroys: null,
        links: [],
      },
    ],
  },
  rules: ['DWDVEV9302'],
  source: sources.whatsNew,
  // Any program that is built on the SDK of Dataverse can print it.
  signatures: [{ all: ['{entity:word} entity must be in the default null or unchanged state'], alone: true }],
});
