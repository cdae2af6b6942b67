import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { type FieldArgs, judgeFields, whyNoMap } from './judge-maps.js';
import { judgePresence } from './judge-presence.js';
import { mapFix } from './map-fix.js';
import { tablesByName } from './tables.js';

/** `DIPV1025`: the destination field of a mapping should be a field of its table. @public */
export const destinationFieldUnknown = defineCatalogueRule({
  code: 'DIPV1025',
  slug: 'destination-field-unknown',
  title: 'The destination of a mapping is not a field of its table',
  origin: 'documented-check',
  validation: 'MapDesign',
  severity: 'error',
  since: '0.1.0',
  meaning:
    'The destination field of a mapping is not among the columns of its table, or of the table behind its lookup.',
  impact: 'The map does not start, or the value is never written.',
  needs: ['mapDefinitions', 'tableMetadata'],
  mayBePartial: ['mapDefinitions', 'tableMetadata'],
  notApplicable: whyNoMap,
  evaluate: ({ mapDefinitions, tableMetadata }, context) => {
    const tables = context.derive(tablesByName, tableMetadata);
    return judgeFields(mapDefinitions, context, (leg) =>
      judgePresence(leg, tables, leg.sourceSide === 'finops' ? 'dataverse' : 'finops'),
    );
  },
  message: ({ fields }: FieldArgs, { id }) =>
    `the map ${id} names destination fields that its tables do not have: ${fields.join(', ')}`,
  remediation: mapFix(
    'Refresh the tables, or correct the mapping',
    [
      'On the Dual-write page, open the map while it is stopped and select Refresh tables; for an entity of finance and operations, first select Refresh entity list under Data management > Framework parameters > Entity settings.',
      'If the field name is wrong, or the field was deleted, choose another field or delete the mapping.',
      'If the field belongs to a solution or a model that is not installed, install it.',
      'Save the map under a new version.',
    ],
    [links.errorCodes, links.lifecycle],
    ['finops-system-administrator', 'system-customizer', 'dataverse-system-administrator'],
  ),
  sources: [sources.errorCodes],
});
