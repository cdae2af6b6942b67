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
    summary: 'Delete the site in finance and operations: dual-write then takes it away in Dataverse.',
    options: [
      {
        title: 'Delete the site on the other side',
        steps: [
          'On the Dual-write page, see that the map Sites (msdyn_operationalsites) runs.',
          'In finance and operations, go to Inventory management > Setup > Inventory breakdown > Sites and delete the site.',
          'See that it is gone in Dataverse too.',
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
