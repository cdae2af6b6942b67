import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

/** Without signatures: the map stops working, and what it says is another problem's message. */
export const integrationKeyChanged = /* @__PURE__ */ defineTopic({
  id: 'integration-key-changed',
  title: 'A map stopped working after an update: the new version needs another integration key',
  phase: 'upgrade',
  causes: [
    'After the upgrade to 10.0.38, version 1.0.0.6 of the map for project vendor invoice lines no longer has the owning company in its key.',
    'Since 10.0.40, maps that refer to bookable resources, such as those of actuals (1.0.0.18) and of hour estimates (1.0.0.6), need the id of the bookable resource in its key; without it, their validation reports a missing destination field (DIPV1025).',
    'Another map was updated to a version with another key, and the key in the environment is still the old one.',
  ],
  performedBy: ['finops-system-administrator'],
  remediation: {
    summary: 'Set the integration key that the new version of the map needs, and start the map again.',
    options: [
      {
        title: 'Vendor invoice lines (10.0.38): take the owning company out of the key',
        steps: [
          'On the Dual-write page (Data management > Dual-write), stop the map of msdyn_projectvendorinvoicelines, and select Integration key.',
          'Find the project vendor invoice line and remove msdyn_owningcompany; msdyn_externalinvoiceline must be the only column that is left.',
          'Save, choose version 1.0.0.6 or later with Table map version, and run the map.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.projectVendorInvoices],
      },
      {
        title: 'Actuals and hour estimates (10.0.40): add the id of the bookable resource to its key',
        steps: [
          'On the Dual-write page, stop the maps of msdyn_actuals and msdyn_resourceassignments, and select Integration key.',
          'In the first column next to Bookable Resource, add bookableresourceid, and save.',
          'Open each map, select Refresh tables, and run it.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.projectMaps],
      },
      {
        title: 'Another map: compare the key with the new version',
        steps: [
          'Open the map in its new version and note which columns its mappings mark with a key.',
          'In the Power Apps maker portal, look under Keys of the table for the active alternate key that has exactly these columns.',
          'On the Dual-write page, select Integration key, and choose these columns for the table.',
          'Save, and run the map.',
        ],
        performedBy: ['finops-system-administrator', 'system-customizer'],
        destroys: null,
        links: [links.integrationKeys, links.lifecycle],
      },
    ],
  },
  rules: ['table-map-health-5100', 'DIPV1014', 'DIPV1025'],
  source: { title: links.projectMaps.title, date: '2026-03-26' },
  signatures: [],
});
