import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const filterFindsNothing = /* @__PURE__ */ defineTopic({
  id: 'filter-finds-nothing',
  title: 'Filter of a map finds nothing, though its syntax is right',
  phase: 'live-sync',
  causes: [
    'The filter compares a field with the empty text, and the data entity yields null for it, which is not equal.',
    'The filter works on the data entity as a whole, not on the data source that one has in mind.',
  ],
  performedBy: ['developer'],
  remediation: {
    summary: 'Filter on a computed column that turns null into the empty text.',
    options: [
      {
        title: 'Look what the filter asks for',
        steps: [
          'In a development environment, have a developer run the filter as a range on the data entity and print the statement with `getSQLStatement`.',
          'Run that statement on the database, and see which condition rules the rows out.',
          'If it is a null, take the next option; otherwise correct the filter on the map.',
        ],
        performedBy: ['developer'],
        destroys: null,
        links: [links.liveSync],
      },
      {
        title: 'Add a computed column',
        steps: [
          'Extend the data entity by a computed column: `SysComputedColumn::if(SysComputedColumn::isNullExpression(…), SysComputedColumn::returnLiteral(""), …)`.',
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
