import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { type FieldArgs, judgeFields, unreadMapping, whyNoMap } from './judge-maps.js';
import { mapFix } from './map-fix.js';
import type { ReadField } from './read-maps.js';

/** `DIPV1024`: a mapping needs a destination field. @public */
export const destinationFieldMissing = defineCatalogueRule({
  code: 'DIPV1024',
  slug: 'destination-field-missing',
  title: 'A mapping has no destination field',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'error',
  since: '0.1.0',
  meaning: 'A line of the map names a source only, and is not a constant for that source.',
  impact: 'The map does not start.',
  needs: ['mapDefinitions'],
  mayBePartial: ['mapDefinitions'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions }, context) =>
    judgeFields(mapDefinitions, context, ({ fields }) => {
      const judged = fields
        .filter(({ destinationField }) => destinationField === '')
        .map((field) => ({ name: field.sourceField || '(no source either)', isConstant: isConstantForSource(field) }));
      return {
        fields: judged.flatMap(({ name, isConstant }) => (isConstant === false ? [name] : [])),
        open: judged.some(({ isConstant }) => isConstant === undefined) ? [unreadMapping] : [],
      };
    }),
  message: ({ fields }: FieldArgs, { id }) => `the map ${id} has no destination for the source ${fields.join(', ')}`,
  remediation: mapFix(
    'Give the mapping a destination, or delete it',
    [
      'Open the map while it is stopped and look for the line without a destination.',
      'Choose a destination field, or delete the line.',
      'Save the map under a new version.',
    ],
    [links.errorCodes, links.customizeMappings],
  ),
  sources: [sources.errorCodes],
});

/** A constant that is written to the source needs no field on the other side. Maps of Microsoft hold such lines. */
function isConstantForSource({ sourceField, hasDefault, toDestination }: ReadField): boolean | undefined {
  if (sourceField === '' || hasDefault === false || toDestination === true) return false;
  return hasDefault === undefined || toDestination === undefined ? undefined : true;
}
