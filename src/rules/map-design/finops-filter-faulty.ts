import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { judgeMaps, whyNoMap } from './judge-maps.js';
import { mapFix } from './map-fix.js';
import { readFinopsFilter } from './read-finops-filter.js';

/** `table-map-health-900`: the filter on the finance and operations side should be an expression that can be read. @public */
export const finopsFilterFaulty = defineCatalogueRule({
  code: 'table-map-health-900',
  slug: 'finops-filter-faulty',
  title: 'The filter on the finance and operations side cannot be read',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'error',
  since: '0.1.0',
  meaning: 'The filter on the finance and operations side of the map has a syntax error.',
  impact: 'The map sends no row, or those that the filter should have left out.',
  needs: ['mapDefinitions'],
  mayBePartial: ['mapDefinitions'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions }, context) =>
    judgeMaps(mapDefinitions, context, ({ legs }) => {
      const faults = legs.map((leg) => readFinopsFilter(leg.finopsFilter));
      const [fault] = faults.flatMap((filter) =>
        filter.type === 'faulty' ? [{ position: filter.position, because: filter.because }] : [],
      );
      return { args: fault, open: [] };
    }),
  message: ({ position, because }: { position: number; because: string }, { id }) =>
    `the finance and operations filter of the map ${id} cannot be read at character ${position + 1}: ${because}`,
  remediation: mapFix(
    'Correct the filter',
    [
      'On the Dual-write page, stop the map and open it.',
      'Open the filter of the finance and operations side and look for parentheses that do not match, a missing pair around the whole, and words such as `eq`, which belong to the other side.',
      'Write each comparison like `(CustomerGroupId == "80")`, joined by `&&` or `||`, and save.',
      'Run the map, and see that a record which meets the filter is sent and another one is not.',
    ],
    [links.tableMapHealth, links.customizeMappings],
    ['finops-system-administrator'],
  ),
  sources: [sources.tableMapHealth, sources.customizations],
});
