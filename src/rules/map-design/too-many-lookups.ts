import { countLookups } from '../../maps/count-lookups.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { type JudgedMap, judgeMaps, unreadMapping, whyNoMap } from './judge-maps.js';
import { mapFix } from './map-fix.js';

type Args = { count: number; most: number };

/** `DWDVEV9701`: a map should have no more lookups than an initial sync supports. @public */
export const tooManyLookups = defineCatalogueRule({
  code: 'DWDVEV9701',
  slug: 'too-many-lookups',
  title: 'A map has more lookups than an initial sync supports',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'The map resolves more lookups of Dataverse than the documented ten. This is a warning because some maps that Microsoft ships have eleven.',
  impact:
    'An initial sync of the map may stop after five attempts to get the data; live synchronization is not affected.',
  needs: ['mapDefinitions'],
  mayBePartial: ['mapDefinitions'],
  options: { most: { default: 10, description: 'how many lookups a map may have before it is a finding' } },
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions }, context) =>
    judgeMaps(
      mapDefinitions,
      context,
      ({ legs }): JudgedMap<Args> => {
        const count = countLookups(legs.map(({ fields }) => fields.map(({ path }) => path)));
        const isOpen = legs.some(({ fields }) => fields.some(({ path }) => path.type === 'unknown'));
        return count > context.options.most
          ? { args: { count, most: context.options.most }, open: [] }
          : { args: undefined, open: isOpen ? [unreadMapping] : [] };
      },
      { merge: (a, b) => ({ ...a, count: Math.max(a.count, b.count) }) },
    ),
  message: ({ count, most }: Args, { id }) =>
    `the map ${id} has ${count} lookups, ${most} are allowed for an initial sync`,
  remediation: mapFix(
    'Synchronize in several runs',
    [
      'If no initial synchronization is planned, accept the finding.',
      'Otherwise open the map while it is stopped and remove mappings of lookups until ten remain; note the ones you remove.',
      'Run the initial synchronization, stop the map, replace the lookups with the next ones, and run it again until each of them was included once.',
      'Add all of them, and run the map without an initial synchronization.',
    ],
    [links.initialSync],
    ['finops-system-administrator'],
  ),
  sources: [sources.initialSyncGuidance],
});
