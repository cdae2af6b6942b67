import { openDynamics365Apps } from '../../../rules/remediation/dynamics-365-apps.js';
import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';
import { notUnique } from '../../untranslated.js';

/** The index of Prospect to Cash is a problem of its own. */
const otherCause = ['msdynce_accountnumber'] as const;

export const dataverseDuplicateKey = /* @__PURE__ */ defineTopic({
  id: 'dataverse-duplicate-key',
  title: 'Dataverse already has a record with this key',
  phase: 'live-sync',
  causes: [
    'Another row in Dataverse has the same values in the columns of an alternate key, and is not the one that dual-write looks for.',
    'The key of the Address table is the old one, which has only the location id, so two parties cannot share a location.',
    'The integration key of the map differs from the alternate key that the message names.',
    'The message says "a duplicate of the current record": a duplicate detection rule of Dataverse found a similar row.',
  ],
  performedBy: ['dataverse-system-administrator'],
  remediation: {
    summary: 'Find the row that already has the key; for addresses, update the solutions, which include the new key.',
    options: [
      {
        title: 'Find and resolve the duplicate',
        steps: [
          'In the Power Apps maker portal, open the table, then Keys, and check which columns the key in the message has.',
          'In the same table, filter the rows by the values of the failing record, in a view that shows inactive rows too; or query the address of the environment: `/api/data/v9.2/<set name>?$select=<columns of the key>&$filter=<column> eq <value>`.',
          'Correct the key values of that row, or of the record in finance and operations, whichever is wrong.',
          'Save the record again.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.liveSync],
      },
      {
        title: 'Update the solutions for the address key',
        steps: [
          openDynamics365Apps,
          'Update the dual-write packages that are listed with Update available, including those of party and global address book; the new key was introduced with 2.2.2.60.',
          'In the Power Apps maker portal, open the Address table, then Keys: Location Key (`msdyn_locationkey`) must contain `msdyn_locationid` and `parentid`, with the status Active.',
          'If it is not Active, look at its system job, resolve the duplicates that it reports, and reactivate the key.',
          'Add the address again.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [links.dynamics365Apps, links.solutions, links.liveSync],
      },
      {
        title: 'If a duplicate detection rule found it: merge the rows, or change the rule',
        steps: [
          'In the Power Platform Environment Settings app (open it through Advanced settings of any model-driven app), open Data Management > Duplicate Detection Rules, and look for the published rules of the table.',
          'Search the table for rows with the values of the failing record in the columns of the rule: if one is the same business partner or document, correct the key values so that dual-write updates it.',
          'If both rows are meant to exist, have the owner of the rule narrow it, and publish it again.',
          'Save the record again.',
        ],
        performedBy: ['dataverse-system-administrator'],
        destroys: null,
        links: [],
      },
      {
        title: 'Set the integration key of the map',
        steps: [
          'On the Dual-write page, stop the map and open Integration key.',
          'Choose the columns of the alternate key that Dataverse has, and the company if the table has one.',
          'Save, select Refresh tables on the map, and run it.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.liveSync],
      },
    ],
  },
  rules: ['DWDVEV9302'],
  source: { title: 'Troubleshoot live synchronization issues', date: '2021-08-19' },
  signatures: [
    { all: ['a record that has the attribute values {field} already exists'], none: otherCause },
    { all: ['the entity key {key} requires that this set of attributes contains unique values'], none: otherCause },
    // Translated: the code of the plug-in, and that values are to be unique.
    { all: [/* @__PURE__ */ notUnique()], none: [...otherCause, 'response message'] },
    // Flows and apps get these from Dataverse too.
    { all: ['entity key {key} violated'], none: otherCause, alone: true },
    { all: ['a record with matching key values already exists'], none: otherCause, alone: true },
    { all: ['0x80040237'], none: otherCause, alone: true },
    { all: ['0x80060892'], none: otherCause, alone: true },
  ],
});
