import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { fieldGroups, withoutDoublePairs } from './field-groups.js';
import { type FieldArgs, judgeFields, unreadMapping, whyNoMap } from './judge-maps.js';
import { mapFix } from './map-fix.js';

/** `DIPV1023`: a source field should be in one mapping that goes both ways. @public */
export const sourceFieldTwice = defineCatalogueRule({
  code: 'DIPV1023',
  slug: 'source-field-twice',
  title: 'A source field is mapped both ways twice',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'warning',
  since: '0.1.0',
  meaning: 'The field is in more than one mapping that goes both ways, so its value could come from two places.',
  impact: 'What is written back depends on the order of the mappings, and the map may be refused.',
  needs: ['mapDefinitions'],
  mayBePartial: ['mapDefinitions'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions }, context) =>
    judgeFields(
      mapDefinitions,
      context,
      ({ fields }) => {
        const groups = fieldGroups(withoutDoublePairs(fields), ({ sourceField }) => sourceField).map((group) => ({
          name: group[0].sourceField,
          certain: group.filter(({ toSource, toDestination }) => toSource === true && toDestination === true).length,
          unclear: group.filter(({ toSource }) => toSource === undefined).length,
        }));
        return {
          fields: groups.flatMap(({ name, certain }) => (certain > 1 ? [name] : [])),
          open: groups.some(({ certain, unclear }) => certain < 2 && certain + unclear > 1) ? [unreadMapping] : [],
        };
      },
      { passesOver: ({ isAsShipped }) => isAsShipped },
    ),
  message: ({ fields }: FieldArgs, { id }) =>
    `the map ${id} maps source fields both ways more than once: ${fields.join(', ')}`,
  remediation: mapFix(
    'Keep one of the mappings',
    [
      'Open the map while it is stopped and search for the fields of the finding.',
      'Delete the extra mapping, or set it to one direction only.',
      'Save the map under a new version.',
    ],
    [links.errorCodes],
  ),
  sources: [sources.errorCodes],
});
