import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const mapMissingDestinationField = /* @__PURE__ */ defineTopic({
  id: 'map-missing-destination-field',
  code: 'DIPV1025',
  title: 'Map cannot be started: a destination field is not in the schema',
  phase: 'map-start',
  causes: [
    'Dual-write keeps a copy of the columns of each table, and that copy is out of date.',
    'For a lookup such as `table.keycolumn`: the integration key of the related table differs from the one that the map expects, which happens if a table has several alternate keys.',
    'The column does not exist: a solution is missing or too old, or the column was deleted.',
  ],
  performedBy: ['finops-system-administrator', 'system-customizer'],
  remediation: {
    summary:
      'Refresh the tables of the map; if the field is one of a lookup, set the integration key of its table first.',
    options: [
      {
        title: 'Refresh the tables',
        steps: [
          'Check in Dataverse or, for the other direction, in the data entity that the named field exists; if it does not, update the solution that contains it.',
          'On the Dual-write page, open the map while it is stopped and select Refresh tables.',
          'For a missing field of finance and operations, first select Data management > Framework parameters > Entity settings > Refresh entity list.',
          'Run the map again.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.lifecycle],
      },
      {
        title: 'Set the integration key',
        steps: [
          'Split the named field at its dot: the part before it is the lookup, the part after it is the key column of the related table.',
          'On the Dual-write page, open Environment details and its Integration key tab, and find the related table.',
          'Enter the key columns that the map uses, for example, for an account, `accountnumber` and `msdyn_company.cdm_companycode`, for a bookable resource also `bookableresourceid`, and save.',
          'Open the map, select Refresh tables, and run it.',
        ],
        performedBy: ['finops-system-administrator', 'system-customizer'],
        destroys: null,
        links: [links.companyData],
      },
    ],
  },
  rules: ['DWDVEV9302', 'DIPV1025'],
  source: { title: 'Party and global address book troubleshooting', date: '2026-01-15' },
  signatures: [
    { all: ['dipv1025'] },
    {
      all: [
        {
          find: /missing[\W_]{0,20}destination[\W_]{0,20}(?:field|column)[\W_]{1,20}(?<field>(?:(?!missing|mapping).){1,120}?)[\W_]{1,20}in[\W_]{0,20}the[\W_]{0,20}schema/i,
          anchor: 'destination',
        },
      ],
    },
    { all: ['missing destination field in the schema'] },
    { all: ['project validation failed', 'missing destination field'], none: ['in the mapping', 'dipv1024'] },
  ],
});
