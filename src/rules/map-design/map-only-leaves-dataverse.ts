import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { judgeMaps, unreadMapping, whyNoMap } from './judge-maps.js';
import { mapFix } from './map-fix.js';

/** `table-map-health-500`: some field of a map should flow into Dataverse. @public */
export const mapOnlyLeavesDataverse = defineCatalogueRule({
  code: 'table-map-health-500',
  slug: 'map-only-leaves-dataverse',
  title: 'All fields of a map flow from Dataverse only',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'Every field of the map flows from Dataverse to finance and operations, so finance and operations has no configuration for it.',
  impact:
    'Changes in finance and operations are not sent. That is correct if the data is maintained only in Dataverse.',
  needs: ['mapDefinitions'],
  mayBePartial: ['mapDefinitions'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions }, context) =>
    judgeMaps(mapDefinitions, context, ({ legs, isWhole }) => {
      const fields = legs.flatMap((leg) => leg.fields);
      const isOpen = fields.some(({ toDataverse }) => toDataverse === undefined);
      const isFound = isWhole && fields.length > 0 && fields.every(({ toDataverse }) => toDataverse === false);
      const isProvenFine = fields.some(({ toDataverse }) => toDataverse === true);
      return {
        args: isFound ? { count: fields.length } : undefined,
        open: isOpen && !isProvenFine ? [unreadMapping] : [],
      };
    }),
  message: ({ count }: { count: number }, { id }) =>
    `all ${count} fields of the map ${id} flow only from Dataverse to finance and operations`,
  remediation: mapFix(
    'Check the directions of the fields',
    [
      'Open the map while it is stopped and look at its arrows: is it true that the rows are never changed in finance and operations?',
      'If the rows are changed there, let the fields flow both ways, or to Dataverse, and save the map under a new version.',
      'Otherwise accept the finding: such a map needs no configuration in finance and operations.',
    ],
    [links.tableMapHealth, links.enableMaps],
    ['finops-system-administrator'],
  ),
  sources: [sources.tableMapHealth],
});
