import * as links from '../../../rules/remediation/links.js';
import { stopInitializingMap } from '../../../rules/remediation/stop-initializing-map.js';
import { defineTopic } from '../../topic.js';

export const initialSyncLookupNotFound = /* @__PURE__ */ defineTopic({
  id: 'initial-sync-lookup-not-found',
  title: 'Initial synchronization: a row refers to a row that does not exist',
  phase: 'initial-sync',
  causes: [
    'The row that the lookup refers to does not exist on the other side: its map has not run, or it failed there.',
    'The rows refer to each other, or to rows of the same table, so the first one to be written cannot find the other: in Vendors V2 the fields PrimaryContactPersonId and InvoiceVendorAccountNumber, in Customers V3 the fields ContactPersonID and InvoiceAccount.',
  ],
  performedBy: ['finops-system-administrator', 'system-customizer'],
  remediation: {
    summary:
      'First synchronize the rows that are referred to; if rows refer to each other in a circle, leave these fields out of the first run.',
    options: [
      {
        title: 'Synchronize the missing rows first',
        steps: [
          'Open the address that the message offers, or look in Dataverse for the value in the named table, and check whether the row exists.',
          'On the Dual-write page, show the maps related to this one and run those that write the named table, with initial synchronization.',
          'Correct the value in the source if it does not refer to anything.',
          'Run this map again with initial synchronization. If change tracking is on, failed rows are not sent again: disable it for the entity for this run, under Data management > Data entities > Change tracking.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.initialSync, links.enableMaps],
      },
      {
        title: 'Synchronize in two runs if rows refer to each other in a circle',
        steps: [
          stopInitializingMap,
          'On the Dual-write page, open the map, delete the mappings of the two fields, and save.',
          'In Data management > Data entities, choose the entity and select Change tracking > Disable Change Tracking.',
          'Run the map with initial synchronization, and then CDS Contacts V2 (contacts): the map whose description requires Dynamics365SupplyChainExtended.',
          'Stop the map, add both fields again, save, and run it with initial synchronization one more time: all rows are sent again and find their counterparts.',
          'For customers that come from Dataverse, transfer these fields with a data integration project that filters on `_msdyn_company_value`.',
          'Enable change tracking again.',
        ],
        performedBy: ['finops-system-administrator', 'system-customizer'],
        destroys: null,
        links: [links.initialSync],
      },
      {
        title: 'Do the same with two versions of the map, one after the other',
        steps: [
          stopInitializingMap,
          'On the Dual-write page, open the map, delete the mappings of the fields that refer to each other, and save it as a new version with your own publisher.',
          'Run this version with initial synchronization: all rows arrive, without these references.',
          'When it is Running, stop it, select Table map version, choose the version with all fields, and save.',
          'Run the map with initial synchronization again: the references find their rows. If change tracking is on, disable it for the entity first, so that all rows are sent.',
        ],
        performedBy: ['finops-system-administrator', 'system-customizer'],
        destroys: null,
        links: [links.lifecycle, links.initialSync],
      },
    ],
  },
  rules: ['DWDVEV9303'],
  source: { title: 'Troubleshoot issues during initial synchronization', date: '2020-03-16' },
  signatures: [
    { all: ['resolve the guid for the field {field} the lookup'] },
    {
      all: [
        'resolve the guid for the field',
        {
          find: /look\W?up(?: value)? (?:was not|wasn'?t) found: ?(?<values>.{1,120}?)\.? ?(?:(?=try this url|could)|$)/i,
          anchor: 'found',
        },
      ],
    },
    { all: ['could not resolve the guid for the field'] },
    // Translated: the field's key column comes back in the address that is offered.
    {
      all: [
        {
          find: /(?<![\w,])(?<field>[\w,]{1,100}\.(?<key>\w{1,80}))\b[^?]{1,300}?\/api\/data\/v\d\.\d\/(?<table>\w{1,100})\?\$select=.{1,200}?&\$filter=(?:[\w,]{1,100}\.)?\k<key> eq '?(?<values>(?<=')[^']{1,100}|[^'\s]{1,100})/i,
          anchor: 'filter',
        },
      ],
    },
  ],
});
