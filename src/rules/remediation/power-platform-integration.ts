import * as links from './links.js';
import type { RemediationOption } from './remediation.js';

/**
 * Where finance and operations is connected with a Dataverse environment, and that this is decided once. Source: *Enable Power
 * Platform Integration* (2023-02-07).
 */
export const connectOnce =
  'Environment made in Lifecycle Services: if its environment details page shows no Dataverse environment under Power Platform Integration, set up the new one there. That choice is final: where another one is set up already, finance and operations has to be deployed again.';

/** What is lost where that choice was made before. */
export const deployedAgainDestroys =
  'Nothing, unless finance and operations has to be deployed again: then everything in it that is not restored from a backup.';

/** A unified environment cannot be put together from two. */
const unifiedIsOne =
  'Environment made in the Power Platform admin center: finance and operations and Dataverse are one environment, so this cannot happen. Check whether the two facts were read from two different environments, and read them again.';

/** What comes first where two environments do not fit together: perhaps they are no pair. */
export const confirmPair: RemediationOption = {
  title: 'See that the right two environments were compared',
  steps: [
    'Compare the two addresses of the snapshot with Environment details on the Dual-write page of finance and operations (Data management > Dual-write).',
    unifiedIsOne,
    'If one of them is not the one that is meant, read the facts of the right pair again.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  destroys: null,
  links: [links.systemRequirements],
};
