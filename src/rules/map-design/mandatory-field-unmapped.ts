import { tableKeys } from '../../facts/keys.js';
import type { MapSide } from '../../maps/entity-map.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { missing } from '../verdict.js';
import { type FieldArgs, judgeFields, unreadMapping, whyNoMap } from './judge-maps.js';
import { mapFix } from './map-fix.js';
import { type Column, isCompanyLookup, type Table, tablesByName } from './tables.js';
import { judgeWrittenSides } from './written-side.js';

/** `DIPV1010`: a map should fill the mandatory fields of the side that it writes to. @public */
export const mandatoryFieldUnmapped = defineCatalogueRule({
  code: 'DIPV1010',
  slug: 'mandatory-field-unmapped',
  title: 'A mandatory field of the destination is not mapped',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'error',
  since: '0.1.0',
  meaning: 'Rows cannot be created without this field, and the map does not fill it.',
  impact: 'New rows are refused by the other side.',
  needs: ['mapDefinitions', 'tableMetadata'],
  mayBePartial: ['mapDefinitions', 'tableMetadata'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions, tableMetadata }, context) => {
    const tables = context.derive(tablesByName, tableMetadata);
    return judgeFields(mapDefinitions, context, (leg) =>
      judgeWrittenSides(tables, leg, ({ side, table, columns, fields }) => {
        // A side that the map may not write to does not need any field for certain.
        const isWritten = fields.some(({ isCertain }) => isCertain);
        const judged = [...columns].flatMap(([key, column]) => {
          if (column.required === false || column.readOnly === true || isFilledAnyway(key, column, side, table))
            return [];
          const own = fields.filter((one) => one.column === key);
          if (own.some(({ isCertain }) => isCertain)) return [];
          const isProven = column.required === true && column.readOnly === false && own.length === 0 && isWritten;
          return [{ name: column.name, isProven, isMapUnclear: own.length > 0 || !isWritten }];
        });
        return {
          fields: judged.flatMap(({ name, isProven }) => (isProven ? [name] : [])),
          open: judged.flatMap(({ isProven, isMapUnclear }) =>
            isProven ? [] : [isMapUnclear ? unreadMapping : missing('tableMetadata', 'columns')],
          ),
        };
      }),
    );
  },
  message: ({ fields }: FieldArgs, { id }) =>
    `the map ${id} does not fill these mandatory fields of the side that it writes to: ${fields.join(', ')}`,
  remediation: mapFix(
    'Map the mandatory field',
    [
      'Open the map while it is stopped and add a mapping for the field of the finding, or a mapping without a source that has a default value.',
      'Save the map under a new version.',
      'Create a row on the other side, and check that it arrives.',
    ],
    [links.errorCodes, links.customizeMappings],
  ),
  sources: [sources.errorCodes],
});

/**
 * Whether a column is never mapped: the company, which dual-write writes by itself, and what Dataverse fills in for every row
 * (its owner, the owner's business unit, its state, and its primary key).
 */
function isFilledAnyway(name: string, column: Column, side: MapSide, table: Table): boolean {
  if (side === 'finops') return name === 'dataareaid';
  return filledByDataverse.has(name) || isCompanyLookup(column) || isPrimaryKey(name, column, table);
}

const filledByDataverse: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'ownerid',
  'owneridtype',
  'owningbusinessunit',
  'statecode',
]);

/** `accountid` of accounts. In Dataverse, columns of this type are primary keys; lookups have types of their own. */
function isPrimaryKey(name: string, { type }: Column, { name: own, otherNames }: Table): boolean {
  if (/^uniqueidentifier(?:type)?$/i.test(type ?? '')) return true;
  return [own, ...otherNames].flatMap(tableKeys).some((key) => name === `${key}id`);
}
