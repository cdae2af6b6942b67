import * as links from './links.js';
import type { RemediationOption } from './remediation.js';
import {
  applyAfterReset,
  chooseResetTarget,
  confirmReset,
  resetDestroys,
  saveBeforeReset,
  signInToReset,
} from './reset-dual-write.js';

/**
 * Determines whether the wrong environment was checked or the checked one has the link of another, without changing anything.
 */
export const confirmLinkTarget: RemediationOption = {
  title: 'Find out which environment the link belongs to',
  steps: [
    'Compare the two addresses of the finding. If the facts were read from the wrong environment, read them again from the linked one: no change is needed.',
    'Otherwise find out when the checked environment was last restored or copied: a copied database includes the link and the configuration rows of its source.',
    'In the finance and operations app of the checked environment, open Data management > Dual-write, select Environment details, and write down which two addresses are linked.',
    'Until this is clear, keep people, batch jobs and tests from changing rows of mapped tables in the copy, and do not change anything in the environment that it was copied from.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  destroys: null,
  links: [links.relinkEnvironments, links.setUpFromLifecycleServices],
};

/** Gives a copy its own link. The reset also clears the configuration rows that were copied. */
export const resetLinkOfCopy: RemediationOption = {
  title: 'Reset the link of the copy so that it points to its own environment',
  steps: [
    'Work only in the copy: check the address in the browser before each step. Never reset the environment that it was copied from.',
    'Make sure that the copy is set up for the correct Dataverse environment. Environment created in Lifecycle Services: its environment details page shows that one under Power Platform Integration. Environment created in the Power Platform admin center: both sides are one environment.',
    inTheCopy(saveBeforeReset),
    signInToReset,
    'On the Dual-write page of the copy, open Environment details. If it shows the finance and operations app of the other environment, stop here and open a support request with all four addresses.',
    'Stop the running maps, and select Reset link.',
    chooseResetTarget,
    'Of the two, choose the Dataverse environment of the copy; if neither is, select Cancel.',
    confirmReset,
    applyAfterReset,
    'When you run the maps, clear Initial sync if both sides were copied together from one linked pair: they have the same data already.',
    'In the environment that it was copied from, check that Environment details still shows its own two addresses and that its maps run as before.',
    'Read the facts again and run this check.',
  ],
  performedBy: ['tenant-administrator', 'finops-system-administrator', 'dataverse-system-administrator'],
  destroys: inTheCopy(resetDestroys),
  links: [links.reset, links.relinkEnvironments],
};

/* @__NO_SIDE_EFFECTS__ */
function inTheCopy(text: string): string {
  return `In the copy: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
