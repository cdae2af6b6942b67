import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { fieldGroups, withoutDoublePairs } from './field-groups.js';
import { type FieldArgs, judgeFields, unreadMapping, whyNoMap } from './judge-maps.js';
import { mapFix } from './map-fix.js';

/** `DIPV1026`: a destination field should be written by one mapping. @public */
export const destinationFieldTwice = defineCatalogueRule({
  code: 'DIPV1026',
  slug: 'destination-field-twice',
  title: 'A destination field is mapped twice',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'error',
  since: '0.1.0',
  meaning: 'Two mappings write to one field, and the last one would win.',
  impact: 'The resulting value of the field is unpredictable, and the map may not start.',
  needs: ['mapDefinitions'],
  mayBePartial: ['mapDefinitions'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions }, context) =>
    judgeFields(mapDefinitions, context, ({ fields }) => {
      const groups = fieldGroups(withoutDoublePairs(fields), ({ destinationField }) => destinationField).map(
        (group) => ({
          name: group[0].destinationField,
          certain: group.filter(({ toDestination }) => toDestination === true).length,
          unclear: group.filter(({ toDestination }) => toDestination === undefined).length,
        }),
      );
      return {
        fields: groups.flatMap(({ name, certain }) => (certain > 1 ? [name] : [])),
        open: groups.some(({ certain, unclear }) => certain < 2 && certain + unclear > 1) ? [unreadMapping] : [],
      };
    }),
  message: ({ fields }: FieldArgs, { id }) =>
    `the map ${id} writes to destination fields more than once: ${fields.join(', ')}`,
  remediation: mapFix(
    'Keep one of the mappings',
    [
      'Open the map while it is stopped and search for the fields of the finding.',
      'Delete the mapping that you do not want.',
      'Save the map under a new version.',
    ],
    [links.errorCodes],
  ),
  sources: [sources.errorCodes],
});
