import * as links from './links.js';
import type { RemediationOption } from './remediation.js';

const lookItUp =
  'In the Power Apps maker portal (https://make.powerapps.com), pick the linked Dataverse environment, open Connections (under More, if it is not in the menu), and check which connections exist and what state they are in.';

/** Brings a lost connection back without touching the maps. */
export const recreateWithSupport: RemediationOption = {
  title: 'Ask Microsoft Support to create the connection again',
  steps: [
    lookItUp,
    'Also ask the user who set up dual-write: connections belong to a person, and other people do not see them.',
    'If there is a connection to the correct environment, capture the facts again: it may have been hidden from the account that read them.',
    'If there is none, open a support request with both addresses and the name of the connection set, and ask whether the API hub connection can be created on demand; a withdrawn draft of the health check article names the flight `AdhocConnectionCreationEnabled`. The published article mentions only the reset, so the answer may be no.',
    'When support has finished, run this check again.',
  ],
  performedBy: ['environment-maker', 'microsoft-support'],
  destroys: null,
  links: [links.healthCheck],
};

/** If the link supports it, the product recreates a lost connection. */
export const recreateInWizard: RemediationOption = {
  title: 'Let the health check of the product create the connection again',
  steps: [
    'Sign in to finance and operations as the user who set up dual-write; the new connection will belong to that account, which needs a Power Apps license.',
    'Open Data management > Dual-write, select Health check, and follow its pages; where it offers to repair the connection, accept.',
    lookItUp,
    'Run this check again.',
  ],
  performedBy: ['setup-user'],
  destroys: null,
  links: [links.healthCheck, links.initialSetup],
};

/** Repairs an existing connection that is in error. */
export const repairConnection: RemediationOption = {
  title: 'Sign in to the connection again',
  steps: [
    lookItUp,
    'Next to the connection that the finding names, select Fix connection (in some versions of the page, it is in the ... menu), and sign in as the user who owns it: nobody else can.',
    'If the owner has left or lost the license, assign the license again for this step, or ask Microsoft Support whether the link can use another account.',
    'Make sure that the connection shows Connected, and run this check again.',
  ],
  performedBy: ['setup-user', 'environment-maker'],
  destroys: null,
  links: [links.connections, links.healthCheck, links.initialSetup],
};
