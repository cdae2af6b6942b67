import { completeValue } from '../../facts/fact.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { missing } from '../verdict.js';
import { integrationKeys } from './integration-keys.js';
import { judgeMaps, whyNoMap } from './judge-maps.js';
import { mapFix } from './map-fix.js';
import { nothingKnown, tableOf, tablesByName } from './tables.js';

/** `DIPV1003`: the Dataverse table of a map needs a key. @public */
export const integrationKeyMissing = defineCatalogueRule({
  code: 'DIPV1003',
  slug: 'integration-key-missing',
  title: 'The Dataverse table has no integration key',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'No key identifies the rows of the Dataverse table: it has no alternate key, or dual-write has not read it yet.',
  impact: 'The map does not start: no row could be matched on the other side.',
  needs: ['mapDefinitions'],
  mayBePartial: ['mapDefinitions'],
  uses: ['tableMetadata'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions, tableMetadata }, context) => {
    const keys = integrationKeys(mapDefinitions, tableMetadata, context);
    const tables = context.derive(tablesByName, completeValue(tableMetadata) ?? nothingKnown);
    return judgeMaps(mapDefinitions, context, (map) => {
      const table = map.legs[0] && tableOf(tables, map.legs[0], 'dataverse');
      const columns = keys.of(map) ?? table?.alternateKeys?.flat();
      if (columns === undefined) return { args: undefined, open: [missing('tableMetadata', 'alternateKeys')] };
      return { args: columns.length === 0 ? { table: map.map.dataverseTable ?? '' } : undefined, open: [] };
    });
  },
  message: ({ table }: { table: string }, { id }) =>
    `the map ${id} has no integration key${table === '' ? '' : `: ${table} has no alternate key`}`,
  remediation: mapFix(
    'Give the table an alternate key and refresh the map',
    [
      'In the Power Apps maker portal (https://make.powerapps.com), select Tables > All, open the table, and select Keys under Schema. Make a key of columns whose values never change.',
      'Wait until the key is shown as active.',
      'On the Dual-write page (Data management > Dual-write), open the map and select Refresh tables.',
      'Under Environment details > Integration key, check that the table has the key you want.',
    ],
    [links.integrationKeys, links.errorCodes],
    ['system-customizer', 'finops-system-administrator'],
  ),
  sources: [sources.errorCodes, sources.integrationKeys],
});
