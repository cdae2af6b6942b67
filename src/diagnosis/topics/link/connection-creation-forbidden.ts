import { linkAgain } from '../../../rules/remediation/link-again.js';
import * as links from '../../../rules/remediation/links.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';

/** A different problem: the connections exist, but access to them is refused. */
const tokenExchange = ['tokenexchange', 'error from token exchange'];

export const connectionCreationForbidden = /* @__PURE__ */ defineTopic({
  id: 'connection-creation-forbidden',
  title: 'Linking fails: its connections cannot be created',
  phase: 'link',
  causes: [
    'The user who links has no Power Apps license, so the two API hub connections cannot be created in the name of that user.',
  ],
  performedBy: ['tenant-administrator', 'setup-user'],
  remediation: {
    summary: 'Assign a Power Apps license to the user who links, then link again.',
    options: [
      {
        title: 'Assign the license and link again',
        steps: [
          'As the user who links, open Subscriptions on the My account page of Microsoft 365 and look for a plan with Power Apps.',
          'If there is none, have a license assigned in the Microsoft 365 admin center under Users > Active users > Licenses and apps; for a test, the Power Apps trial plan is sufficient.',
          'Wait until it takes effect, sign out and in again, and check that the Power Apps maker portal lets the user open Connections in the Dataverse environment.',
          'Stay signed in as the same user for the next step: the connections will belong to that account.',
          linkAgain,
        ],
        performedBy: ['tenant-administrator', 'setup-user'],
        destroys: null,
        links: [links.initialSetup, links.setUpFromLifecycleServices],
      },
    ],
  },
  rules: [],
  source: sources.initialSetup,
  signatures: [
    { all: ['failed to setup dual write environment', '403 forbidden'], none: tokenExchange },
    { all: ['failed to set up dual write environment', '403 forbidden'], none: tokenExchange },
    { all: ['createdualwriteconnectionsetasync', '403 forbidden'], none: tokenExchange },
    // Translated: the status, and the method in the stack trace.
    {
      all: [
        {
          find: /\b403 ?\([^()]{1,40}\)[\s\S]{1,400}?CreateDualWriteConnectionSetAsync/i,
          anchor: 'createdualwriteconnectionsetasync',
        },
      ],
      none: tokenExchange,
    },
  ],
});
