import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { linkedCodes, whyNotLinked } from './linked-companies.js';
import { activityOf } from './map-state.js';

/** `DWFOEV9302`: initial synchronisation supports 40 legal entities. @public */
export const manyLegalEntitiesForInitialSync = defineCatalogueRule({
  code: 'DWFOEV9302',
  slug: 'many-legal-entities-for-initial-sync',
  title: 'Many legal entities for an initial synchronisation',
  origin: 'library',
  validation: 'StaleConfiguration',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'More legal entities are linked than initial synchronisation supports, and a map has that synchronisation before it.',
  impact: 'The first run of the map takes very long or fails.',
  needs: ['link', 'entityMaps'],
  options: { maximum: { default: 40, description: 'how many legal entities initial synchronisation may cover' } },
  notApplicable: ({ link }) => whyNotLinked(link),
  evaluate: ({ link, entityMaps }, { derive, options: { maximum } }) =>
    judgeEach([derive(linkedCodes, link).length], (count) => {
      if (count <= maximum) return undefined;
      const maps = entityMaps.filter((map) => map.state === 'initializing' || activityOf(map) === 'off').length;
      if (maps > 0) return finding({ kind: 'environment', id: 'link' }, { count, maximum, maps });
      return entityMaps.some((map) => activityOf(map) === 'unknown') ? missing('entityMaps', 'state') : undefined;
    }),
  message: ({ count, maximum, maps }: { count: number; maximum: number; maps: number }) =>
    `${count} legal entities are linked; initial synchronisation supports ${maximum}, and ${maps} map(s) have it before them`,
  remediation: {
    summary: 'Load existing data in another way, or run the first synchronisation with fewer companies.',
    options: [
      {
        title: 'Skip the initial synchronisation',
        steps: [
          'Load the existing rows into both sides with the data tools of each.',
          'On the Dual-write page, select the map and then Run, and clear Initial sync before you confirm.',
          'Create one test record on each side.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.initialSync, links.enableMaps],
      },
      {
        title: 'Start with fewer companies',
        steps: [
          'On the Dual-write page, open Environment details and its Legal entities tab, and keep at most 40 companies.',
          'Run the maps with their initial synchronisation.',
          'Add the other companies afterwards, and choose to skip initial writes for them.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: 'Companies that are taken off the link are not synchronised until they are added again.',
        links: [links.legalEntities, links.initialSync],
      },
    ],
  },
  sources: [sources.initialSyncGuidance, sources.liveSyncLimits],
});
