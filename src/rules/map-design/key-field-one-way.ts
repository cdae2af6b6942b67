import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { integrationKeys } from './integration-keys.js';
import { type FieldArgs, judgeFields, unreadMapping, whyNoMap } from './judge-maps.js';
import { mappingsOf, unknownKey } from './key-mappings.js';
import { mapFix } from './map-fix.js';
import type { ReadField } from './read-maps.js';

/** `DIPV1004`: where any field of a map goes both ways, those of its key should too. @public */
export const keyFieldOneWay = defineCatalogueRule({
  code: 'DIPV1004',
  slug: 'key-field-one-way',
  title: 'A key field is mapped one way only',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'error',
  since: '0.1.0',
  meaning: 'Some fields of the map go both ways, but not all of those that make up the integration key.',
  impact: 'One of the two sides cannot find the matching row on the other, and the map does not start.',
  needs: ['mapDefinitions'],
  mayBePartial: ['mapDefinitions'],
  uses: ['tableMetadata'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions, tableMetadata }, context) => {
    const keys = integrationKeys(mapDefinitions, tableMetadata, context);
    return judgeFields(mapDefinitions, context, (leg, map) => {
      const directions = leg.fields.map(isBothWays);
      if (!directions.includes(true))
        return { fields: [], open: directions.includes(undefined) ? [unreadMapping] : [] };
      const key = keys.of(map);
      if (key === undefined) return { fields: [], open: [unknownKey] };
      const judged = key
        .filter(({ kind }) => kind !== 'company')
        .map((column) => ({ column, directions: mappingsOf(leg, column).map(isBothWays) }))
        .filter((one) => one.directions.length > 0 && !one.directions.includes(true));
      return {
        fields: judged.flatMap((one) => (one.directions.includes(undefined) ? [] : [one.column.text])),
        open: judged.some((one) => one.directions.includes(undefined)) ? [unreadMapping] : [],
      };
    });
  },
  message: ({ fields }: FieldArgs, { id }) =>
    `the map ${id} goes both ways, but these fields of its integration key go one way only: ${fields.join(', ')}`,
  remediation: mapFix(
    'Map every key field both ways',
    [
      'Under Environment details > Integration key, check which columns form the key of the table.',
      'Open the map while it is stopped and set the direction of these mappings to both ways.',
      'Save the map under a new version.',
    ],
    [links.integrationKeys, links.errorCodes],
  ),
  sources: [sources.errorCodes, sources.integrationKeys],
});

function isBothWays({ toDataverse, toFinops }: ReadField): boolean | undefined {
  return toDataverse && toFinops;
}
