import { defineTopic } from '../../topic.js';

export const sitePrimaryAddressNotDeleted = /* @__PURE__ */ defineTopic({
  id: 'site-primary-address-not-deleted',
  title: 'An operational site cannot be deleted from Dataverse',
  phase: 'upgrade',
  causes: [
    'A known defect of the finance and operations entity: it refuses to delete the primary address of the site, and with it the site.',
  ],
  performedBy: ['finops-system-administrator'],
  remediation: {
    summary: 'Delete the site in finance and operations: dual-write then deletes it in Dataverse.',
    options: [
      {
        title: 'Delete the site on the other side',
        steps: [
          'On the Dual-write page, check that the map Sites (msdyn_operationalsites) is running.',
          'In finance and operations, go to Inventory management > Setup > Inventory breakdown > Sites and delete the site.',
          'Make sure that it is also deleted in Dataverse.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: 'The site, on both sides.',
        links: [],
      },
    ],
  },
  rules: [],
  source: { title: 'Entity dependency chain (synchronization order)', date: '2019-07-25' },
  signatures: [
    { all: ['primary address cannot be deleted', 'inventsitelogisticslocation'] },
    { all: ['primary address cannot be deleted', 'msdyn_operationalsites'] },
    {
      all: ['infolog', 'inventsitelogisticslocation inventsitelogisticslocation'],
      none: ['validatewrite failed on data source', 'could not be inserted', 'could not be updated'],
    },
  ],
});
