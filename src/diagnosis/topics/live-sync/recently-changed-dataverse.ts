import {
  cleanUpDataverse,
  cleanUpFinopsWithExcel,
  cleanUpFinopsWithSql,
  reviewConfiguration,
} from '../../../rules/remediation/clean-up-configuration.js';
import { resetDualWrite } from '../../../rules/remediation/reset-dual-write.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';
import { failedToConnect } from '../../untranslated.js';

export const recentlyChangedDataverse = /* @__PURE__ */ defineTopic({
  id: 'recently-changed-dataverse',
  title: 'Configuration points to a Dataverse environment that was reset or replaced',
  phase: 'live-sync',
  causes: [
    'Dataverse was reset or replaced without unlinking, and rows of the old link remain in finance and operations.',
    'Runtime configurations in Dataverse call a finance and operations environment that no longer responds.',
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary:
      'Run the check of this tool: its findings name the rows of the old link. Delete those on both sides, then stop and start the maps.',
    options: [
      reviewConfiguration,
      cleanUpFinopsWithExcel,
      cleanUpDataverse,
      cleanUpFinopsWithSql,
      {
        ...resetDualWrite,
        title: 'If Environment details shows the environment that no longer exists: reset the link',
      },
    ],
  },
  rules: ['DWFOEV1004', 'DWDVEV1004'],
  source: sources.liveSync,
  // A payload that could not be generated, for no reason that is given, is this problem too.
  signatures: [
    { all: ['payload creation failed with error invalid uri'] },
    { all: ['failed to process entity {entity:word}', 'a connection attempt failed because the connected party'] },
    // Translated: the keys of the response, the entity again in its message, and a payload that has no address.
    {
      all: [
        {
          find: /['"](?<entity>\w{1,100})['"](?!\s?:).{1,150}?\brecordResponses\b[^{}]{0,20}\{(?![^{}]{0,400}(?:\bCDS\b|0x8))[^{}]{1,250}?\k<entity>[^{}]{1,200}?\bverboseError\b[^{}]{1,120}?\bURI\b/i,
          anchor: 'verboseerror',
        },
      ],
    },
    // Translated: the type of the plug-in, and the sentence of Windows.
    { all: [/* @__PURE__ */ failedToConnect()], none: ['failed to process entity'] },
  ],
});
