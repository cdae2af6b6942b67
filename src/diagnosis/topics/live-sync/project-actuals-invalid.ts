import { askForActuals, syncActuals, validateActuals } from '../../project-actuals.js';
import { defineTopic } from '../../topic.js';

export const projectActualsInvalid = /* @__PURE__ */ defineTopic({
  id: 'project-actuals-invalid',
  title: 'Project Operations: actuals do not agree on the two sides',
  phase: 'live-sync',
  causes: [
    'Dataverse rolled back an actual after finance had already received it, for example after a time-out: the journal refers to an actual that does not exist.',
    'Billed sales actuals of the invoice are missing in finance, or are still on their way.',
  ],
  performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
  remediation: {
    summary:
      'Wait and import again; send missing actuals again, and have finance leave out those that Dataverse lacks.',
    options: [
      {
        title: 'Wait and import again',
        steps: [
          'Wait a few minutes: actuals can still be on their way.',
          'In finance, run Import from staging table, two or three times if needed, and post or process the invoice proposal again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: syncActuals.links,
      },
      syncActuals,
      validateActuals,
      askForActuals,
    ],
  },
  rules: [],
  source: { title: 'Enable actuals validation to prevent invalid actuals', date: '2025-03-24' },
  signatures: [
    { all: ['attribute {attribute:word} not found in the record of type msdyn_actual'] },
    { all: ['mismatched billed sales actuals'] },
  ],
});
