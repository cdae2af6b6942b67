import { installDualWriteCore } from '../../../rules/remediation/install-dual-write-core.js';
import { sameWordsWhenGreen } from '../../read-the-mark.js';
import { defineTopic } from '../../topic.js';

export const solutionCoreMissing = /* @__PURE__ */ defineTopic({
  id: 'solution-core-missing',
  title: 'Dataverse has no table for the maps: core solution missing',
  phase: 'link',
  causes: [
    'The dual-write core solution is not installed in this Dataverse environment, or was removed from it.',
    'The link points to a Dataverse environment other than the one where it is installed.',
    sameWordsWhenGreen,
  ],
  performedBy: ['dataverse-system-administrator'],
  remediation: {
    summary: 'Install the core solution of dual-write in the linked Dataverse environment.',
    options: [installDualWriteCore],
  },
  rules: ['DWDVEV9001'],
  source: { title: 'Application lifecycle management', date: '2020-03-20' },
  signatures: [
    {
      all: [
        { find: /\b(?<table>msdyn_dualwrite(?:entitymap|runtimeconfig)s?)\b/i, anchor: 'msdyn_dualwrite' },
        'metadatacache',
      ],
    },
    {
      all: [
        {
          find: /segment\W{1,5}(?<table>msdyn_dualwrite(?:entitymap|runtimeconfig)s?)\b/i,
          anchor: 'msdyn_dualwrite',
        },
        'resource not found',
      ],
    },
    // A line of the health check, with the same words beside a green mark.
    { all: ['the dual write core solution contains metadata', 'must be installed'] },
  ],
});
