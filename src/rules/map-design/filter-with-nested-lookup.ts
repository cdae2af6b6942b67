import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { judgeMaps, unreadMapping, whyNoMap } from './judge-maps.js';
import { mapFix } from './map-fix.js';
import { readDataverseFilter } from './read-dataverse-filter.js';

type Args = { columns: readonly string[] };

/** `DWDVEV9703`: the filter on the Dataverse side should not go through a lookup behind a lookup. @public */
export const filterWithNestedLookup = defineCatalogueRule({
  code: 'DWDVEV9703',
  slug: 'filter-with-nested-lookup',
  title: 'A filter goes through nested lookups',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'warning',
  since: '0.2.0',
  meaning:
    'The Dataverse filter of the map compares a column that is reached through more than one lookup, which dual-write does not support.',
  impact: 'The map does not start, or its filter lets through rows that it should leave out.',
  needs: ['mapDefinitions'],
  mayBePartial: ['mapDefinitions'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions }, context) =>
    judgeMaps(mapDefinitions, context, ({ legs }) => {
      const filters = legs.map((leg) => readDataverseFilter(leg.dataverseFilter));
      const columns = filters.flatMap((filter) => (filter.type === 'sound' ? filter.columns.filter(isNested) : []));
      return {
        args: columns.length > 0 ? { columns: [...new Set(columns)] } : undefined,
        open: filters.some(({ type }) => type === 'unread') ? [unreadMapping] : [],
      };
    }),
  message: ({ columns }: Args, { id }) =>
    `the Dataverse filter of the map ${id} goes through more than one lookup: ${columns.join(', ')}`,
  remediation: mapFix(
    'Filter on columns of the table itself',
    [
      'Find a column of the mapped table that expresses the same condition: an option, a status, or the lookup itself, written `_column_value eq` and the id of its row.',
      'If there is none, add a column to the table and have a flow, a business rule or a plug-in fill it from the related row; fill the existing rows.',
      'On the Dual-write page, stop the map, open it, select the filter button of the Dataverse side, and write the filter with that column.',
      'Try the filter in the address bar, behind `$filter=` of the Web API; then save the map under a new version and run it.',
    ],
    [links.customizeMappings],
  ),
  sources: [sources.customizeMappings],
});

/** `primarycontactid/parentcustomerid/name`: behind a lookup there is another one. */
function isNested(column: string): boolean {
  return column.split('/').length > 2;
}
