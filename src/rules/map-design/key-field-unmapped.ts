import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { integrationKeys, type KeyColumn } from './integration-keys.js';
import { type FieldArgs, judgeFields, whyNoMap } from './judge-maps.js';
import { mappingsOf, unknownKey } from './key-mappings.js';
import { mapFix } from './map-fix.js';

/** `DIPV1014`: every field of the integration key should be mapped. @public */
export const keyFieldUnmapped = defineCatalogueRule({
  code: 'DIPV1014',
  slug: 'key-field-unmapped',
  title: 'A field of the integration key is not mapped',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'error',
  since: '0.1.0',
  meaning: 'A column of the integration key has no mapping to a field of finance and operations.',
  impact: 'Without all fields of the key, dual-write cannot find the matching row on the other side.',
  needs: ['mapDefinitions'],
  mayBePartial: ['mapDefinitions'],
  uses: ['tableMetadata'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions, tableMetadata }, context) => {
    const keys = integrationKeys(mapDefinitions, tableMetadata, context);
    return judgeFields(mapDefinitions, context, (leg, map) => {
      const key = keys.of(map);
      if (key === undefined) return { fields: [], open: [unknownKey] };
      const isMissing = (column: KeyColumn) => column.kind === 'column' && mappingsOf(leg, column).length === 0;
      const fields = key.filter(isMissing).map(({ text }) => text);
      // The part of the mapping that was not understood may contain it.
      return map.isWhole ? { fields } : { fields: [] };
    });
  },
  message: ({ fields }: FieldArgs, { id }) =>
    `the map ${id} has no mapping for fields of its integration key: ${fields.join(', ')}`,
  remediation: mapFix(
    'Map every field of the key',
    [
      'Under Environment details > Integration key, check which columns form the key of the table.',
      'Open the map while it is stopped and add a mapping for each that has none; the company needs none.',
      'If the key is not the one you want, choose another there, and select Refresh tables on the map.',
    ],
    [links.integrationKeys, links.errorCodes],
  ),
  sources: [sources.errorCodes, sources.integrationKeys, sources.customizations],
});
