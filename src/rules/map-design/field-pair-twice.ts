import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { fieldGroups, pairOf } from './field-groups.js';
import { type FieldArgs, judgeFields, whyNoMap } from './judge-maps.js';
import { mapFix } from './map-fix.js';

/** `DIPV1029`: a pair of fields should be mapped once. @public */
export const fieldPairTwice = defineCatalogueRule({
  code: 'DIPV1029',
  slug: 'field-pair-twice',
  title: 'The same pair of fields is mapped twice',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'error',
  since: '0.1.0',
  meaning: 'Two lines of the map have the same source and the same destination.',
  impact: 'It is unpredictable which transform applies, and the map does not start.',
  needs: ['mapDefinitions'],
  mayBePartial: ['mapDefinitions'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions }, context) =>
    judgeFields(mapDefinitions, context, ({ fields }) => ({
      fields: fieldGroups(fields, pairOf).flatMap(([first, second]) =>
        second === undefined ? [] : [`${first.sourceField} and ${first.destinationField}`],
      ),
    })),
  message: ({ fields }: FieldArgs, { id }) => `the map ${id} maps pairs of fields more than once: ${fields.join(', ')}`,
  remediation: mapFix(
    'Delete one of the two lines',
    [
      'Open the map while it is stopped and sort its lines by source field.',
      'Compare the transforms of the two lines, keep the one that is complete, and delete the other.',
      'Save the map under a new version.',
    ],
    [links.errorCodes],
  ),
  sources: [sources.errorCodes],
});
