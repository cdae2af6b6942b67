import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const filterFindsNothing = /* @__PURE__ */ defineTopic({
  id: 'filter-finds-nothing',
  title: 'Filter of a map finds nothing, although its syntax is correct',
  phase: 'live-sync',
  causes: [
    'The filter compares a field with an empty string, but the data entity returns null for it, which is not equal.',
    'The filter applies to the data entity as a whole, not to one of its data sources.',
  ],
  performedBy: ['developer'],
  remediation: {
    summary: 'Filter on a computed column that converts null to an empty string.',
    options: [
      {
        title: 'Check what the filter selects',
        steps: [
          'In a development environment, have a developer run the filter as a range on the data entity and print the statement with `getSQLStatement`.',
          'Run that statement on the database, and determine which condition excludes the rows.',
          'If it is a null, use the next option; otherwise correct the filter on the map.',
        ],
        performedBy: ['developer'],
        destroys: null,
        links: [links.liveSync],
      },
      {
        title: 'Add a computed column',
        steps: [
          'Extend the data entity with a computed column: `SysComputedColumn::if(SysComputedColumn::isNullExpression(…), SysComputedColumn::returnLiteral(""), …)`.',
          'Build, synchronize the database, and deploy.',
          'In Data management, open Framework parameters > Entity settings and select Refresh entity list.',
          'On the Dual-write page, stop the map, write the filter with the new column, save, and run the map.',
        ],
        performedBy: ['developer', 'finops-system-administrator'],
        destroys: null,
        links: [links.liveSync],
      },
    ],
  },
  rules: [],
  source: { title: 'Troubleshoot live synchronization issues', date: '2021-08-19' },
  signatures: [
    { all: ['filter finds nothing'], alone: true },
    { all: ['filter', 'null', 'empty string'], alone: true },
    { all: ['filter does not return'], alone: true },
    { all: ['filter returns no'], alone: true },
  ],
});
