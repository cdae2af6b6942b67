import { completeValue } from '../../facts/fact.js';
import { nameKey } from '../../facts/keys.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { type JudgedMap, judgeMaps, unreadMapping, whyNoMap } from './judge-maps.js';
import { mapFix } from './map-fix.js';
import { readDataverseFilter } from './read-dataverse-filter.js';
import type { ReadLeg } from './read-maps.js';
import { nothingKnown, type Table, type Tables, tableOf, tablesByName } from './tables.js';

type Args = { position: number | null; because: string };

/** `DIPV1012`: the filter on the Dataverse side should be OData that dual-write can read. @public */
export const dataverseFilterFaulty = defineCatalogueRule({
  code: 'DIPV1012',
  slug: 'dataverse-filter-faulty',
  title: 'The filter on the Dataverse side is broken',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'The filter of the map for Dataverse has a parenthesis or a quote without its counterpart or an operator without an operand, or names a column that the table does not have.',
  impact: 'The map does not start, or sends no rows.',
  needs: ['mapDefinitions'],
  mayBePartial: ['mapDefinitions'],
  uses: ['tableMetadata'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions, tableMetadata }, context) => {
    const tables = context.derive(tablesByName, completeValue(tableMetadata) ?? nothingKnown);
    return judgeMaps(mapDefinitions, context, ({ legs }) => {
      const judged = legs.map((leg) => judgeFilter(leg, tables));
      return { args: judged.find(({ args }) => args !== undefined)?.args, open: judged.flatMap(({ open }) => open) };
    });
  },
  message: ({ position, because }: Args, { id }) =>
    `the Dataverse filter of the map ${id} is broken${position === null ? '' : ` at character ${position + 1}`}: ${because}`,
  remediation: mapFix(
    'Correct the filter',
    [
      'Open the map while it is stopped and select the filter button (the funnel) of the Dataverse side.',
      'Write it as OData with logical column names, for example `customertypecode eq 3`; lookups are named `_column_value`.',
      'Try it in the address bar, behind `$filter=` of the Web API, before you save.',
    ],
    [links.customizeMappings, links.errorCodes],
  ),
  sources: [sources.errorCodes, sources.customizations],
});

function judgeFilter(leg: ReadLeg, tables: Tables): JudgedMap<Args> {
  const filter = readDataverseFilter(leg.dataverseFilter);
  switch (filter.type) {
    case 'broken':
      return { args: { position: filter.position, because: filter.because }, open: [] };
    case 'unread':
      return { args: undefined, open: [unreadMapping] };
    case 'sound': {
      const table = tableOf(tables, leg, 'dataverse');
      const strange = filter.columns.filter((name) => table !== undefined && isStrange(name, table));
      if (strange.length === 0) return { args: undefined, open: [] };
      return {
        args: { position: null, because: `the table has no column ${[...new Set(strange)].join(', ')}` },
        open: [],
      };
    }
  }
}

/** Names in filters are those of columns; a lookup is `_column_value`, or the start of a path. */
function isStrange(name: string, table: Table): boolean {
  const { columns } = table;
  if (columns === undefined || name.includes('/')) return false;
  const lookup = name.replace(/^_(.+)_value$/i, '$1');
  return !columns.has(nameKey(name)) && !columns.has(nameKey(lookup));
}
