import {
  cleanUpDataverse,
  cleanUpFinopsWithExcel,
  cleanUpFinopsWithSql,
} from '../../../rules/remediation/clean-up-configuration.js';
import { confirmLinkTarget, resetLinkOfCopy } from '../../../rules/remediation/link-of-copy.js';
import { defineTopic } from '../../topic.js';

export const staleLinkAfterCopy = /* @__PURE__ */ defineTopic({
  id: 'stale-link-after-copy',
  title: 'Configuration belongs to another environment: it was copied or restored with the data',
  phase: 'live-sync',
  causes: [
    'Dataverse was copied or restored, and the runtime configurations of the source came with it; the plug-in refuses to use them.',
    'Finance and operations was linked again, and rows with the address of the earlier Dataverse environment still exist.',
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
    { all: ['externalenvironmenturl', 'different'] },
    { all: ['externalenvironmenturl', 'wrong'] },
  ],
});
