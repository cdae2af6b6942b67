import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const mapMissingSourceField = /* @__PURE__ */ defineTopic({
  id: 'map-missing-source-field',
  code: 'DIPV1022',
  title: 'Map cannot be started: a source field is not in the schema',
  phase: 'map-start',
  causes: [
    'The entity list of finance and operations was not refreshed after an update, so dual-write still has the old fields.',
    'The data entity has the field, but its mapping between staging and target does not.',
    'The field is no longer in the data entity.',
  ],
  performedBy: ['finops-system-administrator'],
  remediation: {
    summary:
      'Refresh the entity list and then the map; if that is not enough, generate the mapping of the entity again.',
    options: [
      {
        title: 'Refresh the entity list and the map',
        steps: [
          'In finance and operations, open Data management > Framework parameters > Entity settings, select Refresh entity list, and wait until it is done.',
          'Open Data entities and check that the entity is listed; if it is not, check that its model is deployed and its configuration key is enabled.',
          'On the Dual-write page, open the map while it is stopped and select Refresh tables.',
          'Run the map again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.lifecycle],
      },
      {
        title: 'Generate the mapping of the entity',
        steps: [
          'In Data management, open Data entities, choose the entity that lacks the field, and select Modify target mapping.',
          'Note what was mapped manually on this page, then select Generate mapping.',
          'On the Dual-write page, open the map; if the field does not reappear automatically, add it with Add attribute, and save.',
          'Run the map again.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: 'Manual changes to the mapping between staging and target of this entity.',
        links: [links.lifecycle],
      },
    ],
  },
  rules: ['DIPV1022'],
  source: {
    title: 'Troubleshoot issues related to upgrades of finance and operations apps',
    date: '2020-03-16',
  },
  signatures: [
    { all: ['dipv1022'] },
    {
      all: [
        {
          find: /missing[\W_]{0,20}source[\W_]{0,20}(?:field|column)[\W_]{1,20}(?<field>(?:(?!missing|mapping).){1,120}?)[\W_]{1,20}in[\W_]{0,20}the[\W_]{0,20}schema/i,
          anchor: 'schema',
        },
      ],
    },
    { all: ['missing source field in the schema'] },
    { all: ['project validation failed', 'missing source field'], none: ['in the mapping', 'dipv1021'] },
  ],
});
