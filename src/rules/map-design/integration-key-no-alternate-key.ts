import { nameKey } from '../../facts/keys.js';
import { type FieldPath, fieldPath } from '../../maps/field-path.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { missing } from '../verdict.js';
import { integrationKeys } from './integration-keys.js';
import { judgeMaps, whyNoMap } from './judge-maps.js';
import { unknownKey } from './key-mappings.js';
import { mapFix } from './map-fix.js';
import { rootOf, tableOf, tablesByName } from './tables.js';

/** `table-map-health-5100`: the integration key should be an alternate key of the Dataverse table. @public */
export const integrationKeyNoAlternateKey = defineCatalogueRule({
  code: 'table-map-health-5100',
  slug: 'integration-key-no-alternate-key',
  title: 'Integration key without an alternate key',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'error',
  since: '0.1.0',
  meaning: 'The columns of the integration key of the map do not match any alternate key of the Dataverse table.',
  impact: 'Rows are found slowly or not at all, and two rows can have the same key.',
  needs: ['mapDefinitions', 'tableMetadata'],
  mayBePartial: ['mapDefinitions', 'tableMetadata'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions, tableMetadata }, context) => {
    const keys = integrationKeys(mapDefinitions, tableMetadata, context);
    const tables = context.derive(tablesByName, tableMetadata);
    return judgeMaps(mapDefinitions, context, (map) => {
      const key = keys.of(map);
      const table = map.legs[0] && tableOf(tables, map.legs[0], 'dataverse');
      if (table === undefined) return { args: undefined, open: [missing('tableMetadata')] };
      if (table.alternateKeys == null) return { args: undefined, open: [missing('tableMetadata', 'alternateKeys')] };
      if (key === undefined) return { args: undefined, open: [unknownKey] };
      const wanted = columnsOfKey(key.map(({ path }) => path));
      const isThere = table.alternateKeys.some((columns) => columnsOfKey(columns.map(fieldPath)) === wanted);
      // Having no key at all is a separate finding.
      return { args: key.length > 0 && !isThere ? { key: key.map(({ text }) => text) } : undefined, open: [] };
    });
  },
  message: ({ key }: { key: readonly string[] }, { id }) =>
    `the integration key of the map ${id} is not an alternate key of its table: ${key.join(', ')}`,
  remediation: mapFix(
    'Align the keys',
    [
      'In the Power Apps maker portal (https://make.powerapps.com), select Tables > All, open the table, and select Keys under Schema; note the columns of each alternate key and check that it is active.',
      'If none identifies a row on both sides, create one from columns that users cannot change; for company-specific tables, include the company.',
      'On the Dual-write page, stop the map, open Environment details > Integration key, choose the same columns, and save.',
      'Map every column of the key.',
    ],
    [links.tableMapHealth, links.integrationKeys],
  ),
  sources: [sources.tableMapHealth, sources.integrationKeys],
});

/** The columns of the table itself: an alternate key names the lookup, an integration key what is behind it. */
function columnsOfKey(paths: readonly FieldPath[]): string {
  return [...new Set(paths.map((path) => nameKey(rootOf(path) ?? '')))].sort().join();
}
