import { nameKey } from '../../facts/keys.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { missing } from '../verdict.js';
import { integrationKeys } from './integration-keys.js';
import { type FieldArgs, judgeFields, whyNoMap } from './judge-maps.js';
import { unknownKey } from './key-mappings.js';
import { mapFix } from './map-fix.js';
import { rootOf, tableOf, tablesByName } from './tables.js';
import { unknownColumns } from './written-side.js';

/** `table-map-health-5200`: the columns of the integration key should be mandatory in Dataverse. @public */
export const keyColumnOptional = defineCatalogueRule({
  code: 'table-map-health-5200',
  slug: 'key-column-optional',
  title: 'Key columns may be empty in Dataverse',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'warning',
  since: '0.1.0',
  meaning: 'Columns of the integration key are optional in Dataverse; a row without them has no key.',
  impact: 'Rows with an empty key are not matched, or are created twice.',
  needs: ['mapDefinitions', 'tableMetadata'],
  mayBePartial: ['mapDefinitions', 'tableMetadata'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions, tableMetadata }, context) => {
    const keys = integrationKeys(mapDefinitions, tableMetadata, context);
    const tables = context.derive(tablesByName, tableMetadata);
    return judgeFields(mapDefinitions, context, (leg, map) => {
      const table = tableOf(tables, leg, 'dataverse');
      const columns = table?.columns;
      if (columns === undefined) return { fields: [], open: [unknownColumns(table !== undefined)] };
      const key = keys.of(map);
      if (key === undefined) return { fields: [], open: [unknownKey] };
      // Dual-write itself fills the lookup of the company.
      const own = key.filter(({ kind }) => kind !== 'company');
      const names = [...new Set(own.map(({ path }) => rootOf(path) ?? ''))];
      const required = names.map((name) => ({ name, required: columns.get(nameKey(name))?.required }));
      return {
        fields: required.flatMap((one) => (one.required === false ? [one.name] : [])),
        open: required.some((one) => one.required == null) ? [missing('tableMetadata', 'columns')] : [],
      };
    });
  },
  message: ({ fields }: FieldArgs, { id }) =>
    `the map ${id} has key columns that may be empty in Dataverse: ${fields.join(', ')}`,
  remediation: mapFix(
    'Make the columns required',
    [
      'Find rows in which one of the columns is empty, and complete them.',
      'In the Power Apps maker portal (https://make.powerapps.com), select Tables > All, open the table, and select Columns under Schema. Open each of the columns, set Required to Business required, and save.',
      'Publish the changes, and make sure that flows and imports fill the columns, because only forms enforce the setting.',
    ],
    [links.tableMapHealth, links.integrationKeys],
    ['system-customizer'],
  ),
  sources: [sources.tableMapHealth, sources.integrationKeys],
});
