import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const validationCrossCompanyMismatch = /* @__PURE__ */ defineTopic({
  id: 'validation-cross-company-mismatch',
  code: 'DIPV1002',
  title: 'Map joins a shared entity with a company-specific one',
  phase: 'map-start',
  causes: [
    'One side of the map keeps its rows per company, the other shares them among all companies.',
    'Cross-company data sharing is switched on for the finance and operations entity; dual-write does not support that.',
  ],
  performedBy: ['finops-system-administrator', 'system-customizer', 'developer'],
  remediation: {
    summary: 'Make both sides shared, or both specific to a company.',
    options: [
      {
        title: 'Map an entity of the same kind',
        steps: [
          'Read in the message which side is shared and which belongs to a company.',
          'Look for another data entity, or another Dataverse table, that holds the same data in the way of the other side.',
          'On the Dual-write page, make a map of these two and run it.',
        ],
        performedBy: ['finops-system-administrator', 'system-customizer'],
        destroys: null,
        links: [links.companyData],
      },
      {
        title: 'Put an entity in between',
        steps: [
          'Create a data entity in finance and operations that is of the same kind as the Dataverse table: with a primary company context for a company-specific table, without one for a shared table.',
          'Move the rows between it and the entity that was mapped at first, in code or with a batch job.',
          'In Data management, select Framework parameters > Entity settings > Refresh entity list, then map the new entity.',
        ],
        performedBy: ['developer', 'finops-system-administrator'],
        destroys: null,
        links: [links.companyData],
      },
      {
        title: 'Give the Dataverse table a company',
        steps: [
          'In the Power Apps maker portal, add a lookup to Company (cdm_company) to the table of your own, and include it in an alternate key.',
          'Fill the lookup in the rows that exist.',
          'On the Dual-write page, open the map, select Refresh tables, and run it.',
        ],
        performedBy: ['system-customizer', 'finops-system-administrator'],
        destroys: null,
        links: [links.companyData],
      },
      {
        title: 'Switch off data sharing for the entity',
        steps: [
          'In finance and operations, open System administration > Setup > Configure cross-company data sharing and find the policy that holds the tables of the entity.',
          'Agree with the business on how these rows are to be kept from now on.',
          'Disable the policy or take the tables out of it, and run the map again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: 'From then on changes of these tables are not copied to the other companies of the policy.',
        links: [],
      },
    ],
  },
  rules: [],
  source: { title: 'Error codes for dual-write and Data Integrator', date: '2024-04-01' },
  signatures: [
    { all: ['dipv1002'] },
    { all: ['is a cross company entity that does not have primary company field set'] },
    { all: ['is a company specific entity with primarycompanyfield set'] },
    { all: ['make sure the entities are both cross company or company specific'] },
    { all: ['dual write only supports mapping between cross company entities'] },
  ],
});
