import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { missing } from '../verdict.js';
import { type FieldArgs, judgeFields, unreadMapping, whyNoMap } from './judge-maps.js';
import { mapFix } from './map-fix.js';
import { tablesByName } from './tables.js';
import { fieldOn, judgeWrittenSides } from './written-side.js';

/** `DIPV1011`: a map should not write fields that do not accept values. @public */
export const readOnlyFieldMapped = defineCatalogueRule({
  code: 'DIPV1011',
  slug: 'read-only-field-mapped',
  title: 'The map writes a read-only field',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'error',
  since: '0.1.0',
  meaning: 'A field that does not accept values from outside is mapped as a destination.',
  impact: 'Rows are refused, or their other values are also not written.',
  needs: ['mapDefinitions', 'tableMetadata'],
  mayBePartial: ['mapDefinitions', 'tableMetadata'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions, tableMetadata }, context) => {
    const tables = context.derive(tablesByName, tableMetadata);
    return judgeFields(mapDefinitions, context, (leg) =>
      judgeWrittenSides(tables, leg, ({ side, columns, fields }) => {
        const judged = fields.map(({ field, isCertain, column }) => ({
          name: fieldOn(field, side),
          isCertain,
          readOnly: columns.get(column)?.readOnly,
          // A missing field is not a read-only one.
          isThere: columns.has(column),
        }));
        return {
          fields: judged.flatMap(({ name, isCertain, readOnly }) => (isCertain && readOnly === true ? [name] : [])),
          open: judged.flatMap(({ isCertain, readOnly, isThere }) => {
            if (isThere && readOnly == null) return [missing('tableMetadata', 'columns')];
            return readOnly === true && !isCertain ? [unreadMapping] : [];
          }),
        };
      }),
    );
  },
  message: ({ fields }: FieldArgs, { id }) => `the map ${id} writes fields that are read-only: ${fields.join(', ')}`,
  remediation: mapFix(
    'Let the read-only field be a source only',
    [
      'Open the map while it is stopped and find the fields of the finding.',
      'Change the direction of their mappings so that values only flow out of them, or delete the mappings.',
      'Save the map under a new version.',
    ],
    [links.errorCodes, links.customizeMappings],
  ),
  sources: [sources.errorCodes],
});
