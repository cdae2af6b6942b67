import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { judgeMaps, unreadMapping, whyNoMap } from './judge-maps.js';
import { mapFix } from './map-fix.js';
import { readFinopsFilter } from './read-finops-filter.js';

/** `table-map-health-900`: the filter on the finance and operations side should be an expression that can be parsed. @public */
export const finopsFilterFaulty = defineCatalogueRule({
  code: 'table-map-health-900',
  slug: 'finops-filter-faulty',
  title: 'The filter on the finance and operations side is broken',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'The filter on the finance and operations side of the map has a parenthesis or a quote without its counterpart, or an operator without an operand.',
  impact: 'The map sends no rows, or rows that the filter should have left out.',
  needs: ['mapDefinitions'],
  mayBePartial: ['mapDefinitions'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions }, context) =>
    judgeMaps(mapDefinitions, context, ({ legs }) => {
      const filters = legs.map((leg) => readFinopsFilter(leg.finopsFilter));
      const [fault] = filters.flatMap((filter) =>
        filter.type === 'broken' ? [{ position: filter.position, because: filter.because }] : [],
      );
      return { args: fault, open: filters.some(({ type }) => type === 'unread') ? [unreadMapping] : [] };
    }),
  message: ({ position, because }: { position: number; because: string }, { id }) =>
    `the finance and operations filter of the map ${id} is broken at character ${position + 1}: ${because}`,
  remediation: mapFix(
    'Correct the filter',
    [
      'On the Dual-write page, stop the map and open it.',
      'Select the filter button (the funnel) of the finance and operations side, and look for what the finding names: parentheses or quotation marks that do not match, or an operator with nothing on one side.',
      'Write each comparison as in `(CustomerGroupId == "80")`, joined by `&&` or `||`, and save.',
      'Run the map, and check that a record which meets the filter is sent and another one is not.',
    ],
    [links.tableMapHealth, links.customizeMappings],
    ['finops-system-administrator'],
  ),
  sources: [sources.tableMapHealth, sources.customizations],
});
