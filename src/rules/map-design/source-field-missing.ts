import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { type FieldArgs, judgeFields, unreadMapping, whyNoMap } from './judge-maps.js';
import { mapFix } from './map-fix.js';

/** `DIPV1021`: a mapping needs a source field or a default value. @public */
export const sourceFieldMissing = defineCatalogueRule({
  code: 'DIPV1021',
  slug: 'source-field-missing',
  title: 'A mapping has no source field',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'error',
  since: '0.1.0',
  meaning: 'A line of the map names a destination only, and has no default value either.',
  impact: 'The map does not start.',
  needs: ['mapDefinitions'],
  mayBePartial: ['mapDefinitions'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions }, context) =>
    judgeFields(mapDefinitions, context, ({ fields }) => {
      const without = fields.filter(({ sourceField }) => sourceField === '');
      return {
        fields: without.flatMap(({ hasDefault, destinationField }) =>
          hasDefault === false ? [destinationField || '(no destination either)'] : [],
        ),
        open: without.some(({ hasDefault }) => hasDefault === undefined) ? [unreadMapping] : [],
      };
    }),
  message: ({ fields }: FieldArgs, { id }) =>
    `the map ${id} has no source, and no default value, for the destination ${fields.join(', ')}`,
  remediation: mapFix(
    'Give the mapping a source or a default value',
    [
      'Open the map while it is stopped and look for the line without a source.',
      'Choose a source field, or add a transform of the type Default with the value that all rows are to get.',
      'Save the map under a new version.',
    ],
    [links.errorCodes, links.customizeMappings],
  ),
  sources: [sources.errorCodes],
});
