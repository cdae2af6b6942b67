import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { judgeLookups } from './judge-lookups.js';
import { type FieldArgs, whyNoMap } from './judge-maps.js';
import { mapFix } from './map-fix.js';

/** `DIPV1027`: a lookup that is the destination should be mapped with the key behind it. @public */
export const destinationLookupWithoutKey = defineCatalogueRule({
  code: 'DIPV1027',
  slug: 'destination-lookup-without-key',
  title: 'A lookup of the destination is mapped without its key',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'The map writes a Dataverse lookup, but no mapping says which key finds the row behind it, or not all columns of that key are mapped.',
  impact: 'The lookup stays empty, or points to the wrong row; the map does not start.',
  needs: ['mapDefinitions'],
  mayBePartial: ['mapDefinitions'],
  uses: ['tableMetadata'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions, tableMetadata }, context) =>
    judgeLookups(mapDefinitions, tableMetadata, context, ({ toDataverse }) => toDataverse),
  message: ({ fields }: FieldArgs, { id }) =>
    `the map ${id} maps lookups without the key of the table behind them: ${fields.join(', ')}`,
  remediation: mapFix(
    'Map the key columns of the table behind the destination lookup',
    [
      'Under Environment details > Integration key, look up the key of the table that the lookup refers to.',
      'Open the map while it is stopped and replace the mapping to the lookup with one for each of these columns, written with a dot.',
      'Save the map under a new version.',
    ],
    [links.integrationKeys, links.errorCodes],
  ),
  sources: [sources.errorCodes, sources.integrationKeys],
});
