import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

/** Other products validate projects too. */
const context = {
  find: /dual[\s_-]?write|\bDWM-[0-9a-f]{8}-|\b(?:table|entity) maps?\b|\bproject operations\b[^.]{0,60}\bmaps?\b|\((?:msdyn|cdm)_\w{1,80}\)|\b(?:V[23]|map [\w ]{2,60}) \(\w{3,60}\)/i,
  anchor: '',
} as const;

export const mapValidationFailed = /* @__PURE__ */ defineTopic({
  id: 'map-validation-failed',
  title: 'Map cannot be started: it no longer fits its tables',
  phase: 'map-start',
  causes: [
    'A table has changed since the map was saved: columns were added, renamed or removed on one side, by an update or a customization.',
    'The integration key of the map is not complete, or a new version of the map needs another key.',
    'A solution that the map depends on is missing or older than the map.',
  ],
  performedBy: ['finops-system-administrator', 'system-customizer'],
  remediation: {
    summary: 'Read the details of the failed map, refresh its tables, and check its integration key.',
    options: [
      {
        title: 'Refresh the tables of the map',
        steps: [
          'On the Dual-write page, select the map and read the details of the error: a code such as DIPV1022 names the exact reason. Diagnose it with this tool too.',
          'In finance and operations, open Data management > Framework parameters > Entity settings, select Refresh entity list, and wait until it has ended.',
          'Open the map, select Refresh tables, correct mappings that are marked, and save.',
          'Run the map.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.projectMaps, links.errorCodes],
      },
      {
        title: 'Check the integration key',
        steps: [
          'On the Dual-write page, select Integration key, and find the table of the map.',
          'Compare its columns with the keys of the table in the Power Apps maker portal (table > Keys): they must be the columns of one active key, and each must be mapped.',
          'After an update of finance and operations, look for changed keys of the new map version (topic integration-key-changed).',
          'Save, and run the map.',
        ],
        performedBy: ['finops-system-administrator', 'system-customizer'],
        destroys: null,
        links: [links.integrationKeys],
      },
    ],
  },
  rules: ['DWDVEV9302', 'table-map-health-5100'],
  source: { title: links.projectMaps.title, date: '2026-03-26' },
  signatures: [
    { all: ['project validation failed', context], wraps: true },
    { all: ['plug in registration failed', 'the given key was not present in the dictionary'], wraps: true },
  ],
});
