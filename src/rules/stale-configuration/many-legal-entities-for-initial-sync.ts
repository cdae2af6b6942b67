import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { linkedCodes, whyNotLinked } from './linked-companies.js';

/** `DWFOEV9302`: initial synchronization supports 40 legal entities. @public */
export const manyLegalEntitiesForInitialSync = defineCatalogueRule({
  code: 'DWFOEV9302',
  slug: 'many-legal-entities-for-initial-sync',
  title: 'Many legal entities for an initial synchronization',
  origin: 'library',
  validation: 'StaleConfiguration',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'More legal entities are linked than initial synchronization supports, and a map is currently in it: its state is Initializing.',
  impact: 'The first run of the map takes a very long time or fails.',
  needs: ['link', 'entityMaps'],
  options: { maximum: { default: 40, description: 'how many legal entities initial synchronization may cover' } },
  notApplicable: ({ link }) => whyNotLinked(link),
  evaluate: ({ link, entityMaps }, { derive, options: { maximum } }) =>
    judgeEach([derive(linkedCodes, link).length], (count) => {
      if (count <= maximum) return undefined;
      const maps = entityMaps.filter(({ state }) => state === 'initializing').length;
      if (maps > 0) return finding({ kind: 'environment', id: 'link' }, { count, maximum, maps });
      return entityMaps.some(({ state }) => state === 'unknown') ? missing('entityMaps', 'state') : undefined;
    }),
  message: ({ count, maximum, maps }: { count: number; maximum: number; maps: number }) =>
    `${count} legal entities are linked; initial synchronization supports ${maximum}, and it is running for ${maps === 1 ? 'one map' : `${maps} maps`}`,
  remediation: {
    summary: 'Load existing data another way, or run the first synchronization with fewer companies.',
    options: [
      {
        title: 'Skip the initial synchronization',
        steps: [
          'Load the existing rows into both sides with the data tools of each.',
          'A map that is initializing offers neither Stop nor Pause: open it, and when its run has ended with errors, select Skip initial sync on the tab Initial sync details.',
          'For maps that are not running yet, select the map and then Run on the Dual-write page, and clear Initial Sync before you confirm.',
          'Create one test record on each side.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.initialSync, links.enableMaps],
      },
      {
        title: 'Start with fewer companies',
        steps: [
          'Wait until no map is initializing: the list of legal entities cannot be changed before then.',
          'On the Dual-write page, open Environment details and its Legal entities tab, remove companies until 40 remain, and save.',
          'Run the maps with their initial synchronization.',
          'Add the other companies afterward, with the check box that skips their initial writes, and load their rows with the data tools.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: 'Companies that are removed from the link are not synchronized until they are added again.',
        links: [links.legalEntities, links.initialSync],
      },
    ],
  },
  sources: [sources.initialSyncGuidance, sources.liveSyncLimits],
});
