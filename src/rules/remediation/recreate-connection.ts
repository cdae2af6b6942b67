import * as links from './links.js';
import type { RemediationOption } from './remediation.js';

const lookItUp =
  'Go to the Power Apps maker portal, pick the linked Dataverse environment, open Connections, and see what is there and in which state.';

/** Brings a lost connection back without touching the maps. */
export const recreateWithSupport: RemediationOption = {
  title: 'Have Microsoft Support create the connection again',
  steps: [
    lookItUp,
    'Ask the user who set up dual-write too: connections belong to a person.',
    'If a connection to the right environment is there, capture the facts again: it may have been hidden from the account that read them.',
    'If none is there, open a support ticket with both addresses and the name of the connection set, and ask to have the API hub connection created on demand; a withdrawn draft of the health check article names the flight `AdhocConnectionCreationEnabled`.',
    'When support is done, run this check again.',
  ],
  performedBy: ['environment-maker', 'microsoft-support'],
  destroys: null,
  links: [links.healthCheck],
};

/** Where the link supports it, the product creates a lost connection by itself. */
export const recreateInWizard: RemediationOption = {
  title: 'Let the link create the connection again',
  steps: [
    'Sign in to finance and operations as the user who set up dual-write; the new connection will belong to that account, which needs a Power Apps licence.',
    'Open the Dual-write page, select Health check, and follow the wizard; where it offers to repair the connection, accept.',
    lookItUp,
    'Run this check again.',
  ],
  performedBy: ['setup-user'],
  destroys: null,
  links: [links.healthCheck, links.initialSetup],
};

/** Repairs a connection that is there and in error. */
export const repairConnection: RemediationOption = {
  title: 'Sign in to the connection again',
  steps: [
    lookItUp,
    'Open the connection that the finding names and select Fix connection; sign in as the user who owns it.',
    'If the owner has left or lost the licence, assign the licence again, or ask Microsoft Support to have the link use another account.',
    'See that the connection shows Connected, and run this check again.',
  ],
  performedBy: ['setup-user', 'environment-maker'],
  destroys: null,
  links: [links.healthCheck, links.initialSetup],
};
