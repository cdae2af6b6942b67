import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { type MissingFact, missing } from '../verdict.js';
import { columnBehind } from './column-behind.js';
import { type FieldArgs, type JudgedLeg, judgeFields, unreadMapping, whyNoMap } from './judge-maps.js';
import { mapFix } from './map-fix.js';
import type { ReadLeg } from './read-maps.js';
import { type Tables, tablesByName } from './tables.js';
import { fits, valueKindOf } from './value-kinds.js';

/** `DIPV1030`: the types of two mapped fields should fit. @public */
export const valueTypeMismatch = defineCatalogueRule({
  code: 'DIPV1030',
  slug: 'value-type-mismatch',
  title: 'Source and destination have types that do not fit',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'Values of one field cannot be stored in the other, or would lose information, and no value map converts them.',
  impact: 'Rows are refused at run time, or lose part of their values.',
  needs: ['mapDefinitions', 'tableMetadata'],
  mayBePartial: ['mapDefinitions', 'tableMetadata'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions, tableMetadata }, context) => {
    const tables = context.derive(tablesByName, tableMetadata);
    return judgeFields(mapDefinitions, context, (leg) => judgeTypes(leg, tables));
  },
  message: ({ fields }: FieldArgs, { id }) => `the map ${id} joins fields whose types do not fit: ${fields.join(', ')}`,
  remediation: mapFix(
    'Map fields of types that fit',
    [
      'Look up the types of the two fields in the Power Apps maker portal and in the data entity.',
      'Choose another field on one side, or change the type of your own column.',
      'For an option set, add a value map that turns each text of finance and operations into its number.',
      'Select Refresh tables on the map after a change of a column.',
    ],
    [links.errorCodes, links.customizeMappings],
    ['finops-system-administrator', 'system-customizer', 'developer'],
  ),
  sources: [sources.errorCodes],
});

function judgeTypes(leg: ReadLeg, tables: Tables): JudgedLeg {
  const fields: string[] = [];
  const open: MissingFact[] = [];
  for (const field of leg.fields) {
    // A value map and a constant have types of their own.
    if (field.transforms.length > 0 || field.finopsField === '' || field.dataverseField === '') continue;
    const found = [columnBehind(field, 'finops', leg, tables), columnBehind(field, 'dataverse', leg, tables)];
    const unknown = found.flatMap((one) => (one.type === 'open' ? [one.missing] : []));
    const [a, b] = found.map((one) => (one.type === 'found' ? valueKindOf(one.column.type) : undefined));
    // A missing field is a separate finding, and several columns do not have one type.
    if (found.some(({ type }) => type === 'absent' || type === 'several')) continue;
    if (a === undefined || b === undefined) {
      open.push(...(unknown.length > 0 ? unknown : [missing('tableMetadata', 'columns')]));
      continue;
    }
    const faults = [!fits(a, b) && field.toDataverse, !fits(b, a) && field.toFinops];
    if (faults.includes(true)) fields.push(`${field.finopsField} (${a}) and ${field.dataverseField} (${b})`);
    else if (faults.includes(undefined)) open.push(unreadMapping);
  }
  return { fields, open };
}
