import * as links from './links.js';
import type { RemediationOption } from './remediation.js';

/**
 * Where finance and operations is connected to a Dataverse environment, and that this choice is made only once. Source: *Enable
 * Power Platform Integration* (2023-02-07).
 */
export const connectOnce =
  'Environment created in Lifecycle Services: if its environment details page shows no Dataverse environment under Power Platform Integration, set up the new one there. That choice is final: if another one is already set up, finance and operations must be redeployed.';

/** What is lost if that choice was already made. */
export const deployedAgainDestroys =
  'Nothing, unless finance and operations must be redeployed: then everything in it that is not restored from a backup.';

/** A unified environment cannot be assembled from two environments. */
const unifiedIsOne =
  'Environment created in the Power Platform admin center: finance and operations and Dataverse are one environment, so this cannot happen. Check whether the two facts were read from two different environments, and read them again.';

/** What to check first if two environments do not match: perhaps they are not a pair. */
export const confirmPair: RemediationOption = {
  title: 'Make sure that the correct two environments were compared',
  steps: [
    'Compare the two addresses of the snapshot with Environment details on the Dual-write page of finance and operations (Data management > Dual-write).',
    unifiedIsOne,
    'If one of them is not the intended one, read the facts of the correct pair.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  destroys: null,
  links: [links.systemRequirements],
};
