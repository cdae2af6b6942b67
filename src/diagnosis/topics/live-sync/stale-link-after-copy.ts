import {
  cleanUpDataverse,
  cleanUpFinopsWithExcel,
  cleanUpFinopsWithSql,
} from '../../../rules/remediation/clean-up-configuration.js';
import { confirmLinkTarget, resetLinkOfCopy } from '../../../rules/remediation/link-of-copy.js';
import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

export const staleLinkAfterCopy = /* @__PURE__ */ defineTopic({
  id: 'stale-link-after-copy',
  title: 'Configuration belongs to another environment: it was copied or restored with the data',
  phase: 'live-sync',
  causes: [
    'Dataverse was copied or restored, and the runtime configurations of the source came with it; the plug-in refuses to use them.',
    'Finance and operations was linked again, and rows with the address of the earlier Dataverse environment still exist.',
    'A sandbox was refreshed from production while its maps were running, or only one of the two sides was refreshed.',
  ],
  performedBy: ['dataverse-system-administrator', 'finops-system-administrator'],
  remediation: {
    summary:
      'Find out which environment the configuration and the link belong to; then delete the rows that the findings of this check name, or reset the link of the copy.',
    options: [
      {
        ...confirmLinkTarget,
        steps: [
          'Compare the two environments that the message names, or the address in the rows with the one under Environment details.',
          ...confirmLinkTarget.steps.slice(1),
        ],
      },
      {
        title: 'Before the next refresh or copy: prepare it',
        steps: [
          'In the environment that will be overwritten, open the Dual-write page and stop every map before the refresh; export the solutions with the maps that exist only there.',
          'Refresh finance and operations and Dataverse together, from the same linked pair: two copies of different times do not fit each other.',
          'After the refresh, give the copy its own link (last option), and select Apply Solution again for the solutions of Microsoft and your own.',
          'Run the maps without initial sync: both sides were copied with the same data.',
          'Run `dual-write-health check`: DWDVEV1004 and DWFOEV1004 name rows that still belong to the source.',
        ],
        performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
        destroys: null,
        links: [links.lifecycle, links.relinkEnvironments],
      },
      cleanUpDataverse,
      cleanUpFinopsWithExcel,
      cleanUpFinopsWithSql,
      resetLinkOfCopy,
    ],
  },
  rules: ['DWDVEV1004', 'DWFOEV1004'],
  source: { title: 'Troubleshoot live synchronization issues', date: '2021-08-19' },
  signatures: [
    {
      all: [
        'secureconfig organization {organization} does not match actual crm organization',
        { find: /actual crm organization \(?(?<actual>[^\s().]{1,100})/i, anchor: 'actual' },
      ],
    },
    { all: ['secureconfig organization', 'does not match'] },
    { all: ['secureconfig organization'], none: ['matches'] },
    // Translated: the name of the setting, and two organizations.
    {
      all: [
        {
          find: /\bSecureConfig\b[^().]{0,60}\((?<organization>[^()]{1,100})\)[^()]{1,100}?\bCRM\b[^()]{0,60}\((?<actual>[^()]{1,100})\)/i,
          anchor: 'secureconfig',
        },
      ],
      none: ['matches'],
    },
    { all: ['externalenvironmenturl', 'different'] },
    { all: ['externalenvironmenturl', 'wrong'] },
  ],
});
