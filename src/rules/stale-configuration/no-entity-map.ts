import { activityOfAny } from '../../maps/map-activity.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, missing } from '../verdict.js';
import { whyNotLinked } from './linked-companies.js';

/** `DWFOEV9304`: a link without a running map synchronizes nothing. @public */
export const noEntityMap = defineCatalogueRule({
  code: 'DWFOEV9304',
  slug: 'no-entity-map',
  title: 'No map is running',
  origin: 'library',
  validation: 'StaleConfiguration',
  severity: 'warning',
  since: '0.1.0',
  meaning: 'The environments are linked, but no map is running.',
  impact: 'Nothing synchronizes, although the link looks fine.',
  needs: ['link', 'entityMaps'],
  notApplicable: ({ link }) => whyNotLinked(link),
  evaluate: ({ entityMaps }) =>
    judgeEach([activityOfAny(entityMaps)], (activity) => {
      if (activity === 'unknown') return missing('entityMaps', 'state');
      return activity === 'off' ? finding({ kind: 'environment', id: 'link' }, { maps: entityMaps.length }) : undefined;
    }),
  message: ({ maps }: { maps: number }) => {
    if (maps === 0) return 'there are no maps: nothing synchronizes';
    return `${maps === 1 ? 'the only map is not running' : `none of the ${maps} maps is running`}: nothing synchronizes`;
  },
  remediation: {
    summary: 'Apply the map solutions if there are no maps, and run the ones that you need.',
    options: [
      {
        title: 'Apply solutions and run maps',
        steps: [
          'In finance and operations, open Data management > Dual-write.',
          'If the list is empty, select Apply Solution, select the solutions that you installed, and apply them.',
          'Select a map, then Run; accept the related maps that are offered, in the order shown.',
          'Follow the initial synchronization on the Initial sync details tab until the map shows Running.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.enableMaps, links.lifecycle],
      },
    ],
  },
  sources: [sources.enableMaps, sources.lifecycle],
});
