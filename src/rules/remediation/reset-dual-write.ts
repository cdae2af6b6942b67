import * as links from './links.js';
import type { RemediationOption } from './remediation.js';

/*
 * The parts of a reset that are the same wherever it is made. Sources: *Reset dual-write connections* (2023-11-01) for the
 * pages, *Troubleshoot issues during initial setup* (2026-01-15) for who may link.
 */

/** What to write down first, because the reset deletes it. */
export const saveBeforeReset =
  'Save what the reset deletes: add the maps to a solution and export it, and write down which maps run and in which versions, the integration keys, the legal entities and the alert settings.';

/** Who can finish a reset. */
export const signInToReset =
  'Sign in as an administrator of the Microsoft Entra tenant who is a system administrator on both sides and has a Power Apps license: a reset links the environments again, and the new connections belong to that account.';

/** The two targets, and which of them cannot be undone. */
export const chooseResetTarget =
  'The page Choose environment offers two targets. Current Dataverse Environment is the one that is linked now, and stays linked. Power Platform Link Dataverse Environment, which is preselected, is the one that Power Platform integration names: it is linked permanently, and no reset can undo that. If the page would link an environment that you do not want, select Cancel and open a support request.';

/** From the confirmation to the summary. */
export const confirmReset =
  'Select Acknowledge Reset. Force Reset appears where maps still run, and is meant for maps that cannot be stopped, for example because one side does not respond. Then select the legal entities (none is selected at first), let the health check finish, and confirm the summary.';

/** What must be done again afterward. */
export const applyAfterReset =
  'Select Apply Solution again for each solution that contains maps, choose the map versions that you wrote down, set the integration keys and alert settings, and run the maps, starting with those that others depend on.';

export const resetDestroys =
  'All maps with their versions and integration keys, the list of legal entities, alert settings, activity logs and the history of initial syncs. It cannot be undone.';

/** The documented last resort for a link that no longer matches its environments. */
export const resetDualWrite: RemediationOption = {
  title: 'Reset the dual-write link',
  steps: [
    saveBeforeReset,
    signInToReset,
    'Environment created in Lifecycle Services: check on its environment details page, under Power Platform Integration, which Dataverse environment is set up; if none is, set it up first. Environment created in the Power Platform admin center: both sides are one environment, so there is nothing to choose. Cloud-hosted development machine: the reset renews the existing link.',
    'In finance and operations, open Data management > Dual-write, stop every map, and select Reset link.',
    chooseResetTarget,
    confirmReset,
    applyAfterReset,
  ],
  performedBy: ['tenant-administrator', 'finops-system-administrator', 'dataverse-system-administrator'],
  destroys: resetDestroys,
  links: [links.reset, links.initialSetup],
};
