import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { fieldGroups, withoutDoublePairs } from './field-groups.js';
import { type FieldArgs, judgeFields, unreadMapping, whyNoMap } from './judge-maps.js';
import { mapFix } from './map-fix.js';

/** `DWDVEV9702`: a source field that goes both ways should not be mapped a second time. @public */
export const sourceFieldRepeated = defineCatalogueRule({
  code: 'DWDVEV9702',
  slug: 'source-field-repeated',
  title: 'A source field is mapped both ways and a second time',
  origin: 'library',
  validation: 'MapDesign',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'A source field goes both ways in one mapping, and one way in another. Maps that Microsoft ships do so with the currency.',
  impact:
    'A change of the second field on the other side never comes back, which people who read the map may not expect.',
  needs: ['mapDefinitions'],
  mayBePartial: ['mapDefinitions'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions }, context) =>
    judgeFields(
      mapDefinitions,
      context,
      ({ fields }) => {
        const groups = fieldGroups(withoutDoublePairs(fields), ({ sourceField }) => sourceField)
          .filter((group) => group.length > 1)
          .map((group) => ({
            name: group[0].sourceField,
            bothWays: group.filter(({ toSource, toDestination }) => toSource === true && toDestination === true).length,
            isOpen: group.some(({ toSource }) => toSource === undefined),
          }));
        return {
          fields: groups.flatMap(({ name, bothWays, isOpen }) => (bothWays === 1 && !isOpen ? [name] : [])),
          open: groups.some(({ bothWays, isOpen }) => bothWays < 2 && isOpen) ? [unreadMapping] : [],
        };
      },
      { passesOver: ({ isAsShipped }) => isAsShipped },
    ),
  message: ({ fields }: FieldArgs, { id }) =>
    `the map ${id} maps source fields both ways, and one way to another field: ${fields.join(', ')}`,
  remediation: mapFix(
    'Check whether the second mapping is intended',
    [
      'Open the map while it is stopped and search for the fields of the finding.',
      'Delete the second mapping if nobody needs it on the other side; otherwise accept the finding.',
      'Save the map under a new version.',
    ],
    [links.customizeMappings],
    ['finops-system-administrator', 'system-customizer'],
  ),
  sources: [sources.errorCodes],
});
