import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const changesDoNotSync = /* @__PURE__ */ defineTopic({
  id: 'changes-do-not-sync',
  title: 'Changes in finance and operations do not reach Dataverse, and no error appears',
  phase: 'live-sync',
  causes: [
    'The code bypasses business events: `doInsert`, `doUpdate`, set-based operations, or `skipBusinessEvents(true)`.',
    'The changed field is not mapped, or is mapped only from Dataverse.',
    'The filter of the map leaves the record out.',
    'The changed table is joined to the data entity by a read-only outer join, or only through another entity, and is not tracked.',
    'The changes are spread over several transactions.',
  ],
  performedBy: ['developer', 'finops-system-administrator'],
  remediation: {
    summary:
      'Find out whether the change is tracked at all; then map the field, or have a developer make the change trackable.',
    options: [
      {
        title: 'Check whether the change is tracked',
        steps: [
          'On the Dual-write page, check that the map runs, that the field is mapped toward Dataverse, and that the filter includes the record.',
          'Look at the table BusinessEventsDefinition: is there a row with the changed table as RefTableName and the data entity as refentityname?',
          'If there is none, although the field is mapped, stop the map and run it again, which registers its tables.',
          'Change the field manually on its page: if that change is synchronized, the code that made the other change is the cause.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.liveSync],
      },
      {
        title: 'Have the code raise business events',
        steps: [
          'In the code that makes the change, use `insert` and `update` per record, and leave out `skipBusinessEvents(true)`.',
          'Keep related changes within one transaction.',
          'Build, deploy, and repeat the change.',
        ],
        performedBy: ['developer'],
        destroys: null,
        links: [links.liveSync],
      },
      {
        title: 'Track the table through the data entity',
        steps: [
          'Add the record id of the changed table to the data entity as an internal field.',
          'In the static method `getEntityDataSourceToFieldMapping` of the entity, add the table with this field.',
          'Build, synchronize the database, and deploy.',
          'On the Dual-write page, stop every map of the entity and run them again; the table then appears in BusinessEventsDefinition.',
        ],
        performedBy: ['developer', 'finops-system-administrator'],
        destroys: null,
        links: [links.liveSync],
      },
    ],
  },
  rules: ['DWFOEV9305', 'DWFOEV9603', 'DWFOEV9604', 'table-map-health-500'],
  source: { title: 'Troubleshoot live synchronization issues', date: '2021-08-19' },
  // Words that people use to describe it.
  signatures: [
    { all: ['changes do not sync'], alone: true },
    { all: ['is not synced to dataverse'], alone: true },
    { all: ['are not synced to dataverse'], alone: true },
    { all: ['does not trigger dual write'] },
    { all: ['dual write is not triggered'] },
    { all: ['skipbusinessevents'], alone: true },
    { all: ['doinsert', 'trigger'], alone: true },
    { all: ['doupdate', 'trigger'], alone: true },
  ],
});
