import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { judgeLookups } from './judge-lookups.js';
import { type FieldArgs, whyNoMap } from './judge-maps.js';
import { mapFix } from './map-fix.js';
import type { ReadField } from './read-maps.js';

/** `DIPV1028`: a lookup that is the source should be mapped with the key behind it. @public */
export const sourceLookupWithoutKey = defineCatalogueRule({
  code: 'DIPV1028',
  slug: 'source-lookup-without-key',
  title: 'A lookup of the source is mapped without its key',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'Values only flow out of a Dataverse lookup, but no mapping says which value of the row behind it to send, or not all columns of its key are mapped.',
  impact: 'The lookup stays empty, or points to the wrong row; the map does not start.',
  needs: ['mapDefinitions'],
  mayBePartial: ['mapDefinitions'],
  uses: ['tableMetadata'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions, tableMetadata }, context) =>
    judgeLookups(mapDefinitions, tableMetadata, context, onlyGoesOut),
  message: ({ fields }: FieldArgs, { id }) =>
    `the map ${id} maps lookups without the key of the table behind them: ${fields.join(', ')}`,
  remediation: mapFix(
    'Map the key columns of the table behind the source lookup',
    [
      'Under Environment details > Integration key, look up the key of the table that the lookup refers to.',
      'Open the map while it is stopped and replace the mapping from the lookup with one for each of these columns, written with a dot.',
      'Save the map under a new version.',
    ],
    [links.integrationKeys, links.errorCodes],
  ),
  sources: [sources.errorCodes, sources.integrationKeys],
});

function onlyGoesOut({ toDataverse }: ReadField): boolean | undefined {
  return toDataverse === undefined ? undefined : !toDataverse;
}
