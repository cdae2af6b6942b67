import { isBlank, nameKey } from '../../facts/keys.js';
import type { MapSide } from '../../maps/entity-map.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { type MissingFact, missing } from '../verdict.js';
import { type FieldArgs, judgeFields, unreadMapping, whyNoMap } from './judge-maps.js';
import { mapFix } from './map-fix.js';
import type { ReadField } from './read-maps.js';
import { type Column, tableOf, tablesByName } from './tables.js';
import { columnOn, fieldOn, judgeWrittenSides, unknownColumns, type WrittenSide } from './written-side.js';

/** `DIPV1031`: a mandatory field should have a default value where its source may be empty. @public */
export const mandatoryFieldWithoutDefault = defineCatalogueRule({
  code: 'DIPV1031',
  slug: 'mandatory-field-without-default',
  title: 'A mandatory destination field has no default value',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'The source may be empty while the destination must not be, and the mapping has no default value for that case.',
  impact: 'Rows without a value are refused by the other side.',
  needs: ['mapDefinitions', 'tableMetadata'],
  mayBePartial: ['mapDefinitions', 'tableMetadata'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions, tableMetadata }, context) => {
    const tables = context.derive(tablesByName, tableMetadata);
    return judgeFields(mapDefinitions, context, (leg) =>
      judgeWrittenSides(tables, leg, ({ side, columns, fields }) => {
        const other = side === 'finops' ? 'dataverse' : 'finops';
        const sending = tableOf(tables, leg, other);
        const judged = fields.map((one) => ({
          name: fieldOn(one.field, side),
          verdict: judgeField(one, columns.get(one.column), other, sending?.columns),
        }));
        return {
          fields: judged.flatMap(({ name, verdict }) => (verdict === 'empty' ? [name] : [])),
          open: judged.flatMap(({ verdict }) => (typeof verdict === 'object' ? [verdict] : [])),
        };
      }),
    );
  },
  message: ({ fields }: FieldArgs, { id }) =>
    `the map ${id} has no default value for mandatory fields whose source may be empty: ${fields.join(', ')}`,
  remediation: mapFix(
    'Add a default value to the mapping',
    [
      'Open the map while it is stopped and find the fields of the finding.',
      'Add a transform of the type Default with a value that is valid on the other side.',
      'Save the map under a new version.',
    ],
    [links.errorCodes, links.customizeMappings],
  ),
  sources: [sources.errorCodes],
});

function judgeField(
  { field, isCertain }: WrittenSide['fields'][number],
  column: Column | undefined,
  other: MapSide,
  sources: ReadonlyMap<string, Column> | undefined,
): 'empty' | MissingFact | undefined {
  if (column === undefined || column.required === false || hasFallback(field)) return undefined;
  if (column.required == null) return missing('tableMetadata', 'columns');
  const source = sources?.get(nameKey(columnOn(field, other)));
  if (source?.required === true) return undefined;
  if (field.hasDefault === undefined || !isCertain) return unreadMapping;
  return source?.required === false ? 'empty' : unknownColumns(sources !== undefined);
}

/** Whether something is written where the source has no value. */
function hasFallback({ hasDefault, transforms }: ReadField): boolean {
  return (
    hasDefault === true ||
    transforms.some((transform) => transform.type === 'value-map' && !isBlank(transform.defaultValue))
  );
}
