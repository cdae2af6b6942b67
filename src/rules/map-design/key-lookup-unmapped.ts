import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { integrationKeys, type KeyColumn } from './integration-keys.js';
import { type FieldArgs, judgeFields, whyNoMap } from './judge-maps.js';
import { mappingsOf, unknownKey } from './key-mappings.js';
import { mapFix } from './map-fix.js';
import type { ReadLeg } from './read-maps.js';

/** `DIPV1015`: a lookup in the integration key should be mapped to the key behind it. @public */
export const keyLookupUnmapped = defineCatalogueRule({
  code: 'DIPV1015',
  slug: 'key-lookup-unmapped',
  title: 'A lookup in the key is not mapped to its own key',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'error',
  since: '0.1.0',
  meaning: 'The integration key contains a lookup, but the key columns of the table that it refers to are not mapped.',
  impact: 'Dual-write cannot resolve the lookup, so it does not find the matching row on the other side.',
  needs: ['mapDefinitions'],
  mayBePartial: ['mapDefinitions'],
  uses: ['tableMetadata'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions, tableMetadata }, context) => {
    const keys = integrationKeys(mapDefinitions, tableMetadata, context);
    return judgeFields(mapDefinitions, context, (leg, map) => {
      const key = keys.of(map);
      if (key === undefined) return { fields: [], open: [unknownKey] };
      const fields = key.filter((column) => isUnexpanded(leg, column)).map(({ text }) => text);
      return map.isWhole ? { fields } : { fields: [] };
    });
  },
  message: ({ fields }: FieldArgs, { id }) =>
    `the map ${id} does not map the key behind lookups of its integration key: ${fields.join(', ')}`,
  remediation: mapFix(
    'Map the key columns behind the lookup',
    [
      'Under Environment details > Integration key, look up the key of the table that the lookup refers to.',
      'Open the map while it is stopped and map each of these columns, written with a dot: `msdyn_partyid.msdyn_partynumber`.',
      'Save the map under a new version.',
    ],
    [links.integrationKeys, links.errorCodes],
  ),
  sources: [sources.errorCodes, sources.integrationKeys],
});

function isUnexpanded(leg: ReadLeg, column: KeyColumn): boolean {
  const mappings = mappingsOf(leg, column);
  if (column.kind === 'lookup') return mappings.length === 0;
  return column.kind === 'bare-lookup' && mappings.every(({ path }) => path.type === 'column');
}
