import { removeLegalEntityFromLink } from '../../../rules/remediation/legal-entities.js';
import * as links from '../../../rules/remediation/links.js';
import * as sources from '../../../rules/remediation/sources.js';
import { defineTopic } from '../../topic.js';
import { mapTwice } from '../../untranslated.js';

export const tooManyLegalEntities = /* @__PURE__ */ defineTopic({
  id: 'too-many-legal-entities',
  title: 'Map cannot be started: too many legal entities are linked',
  phase: 'link',
  causes: ['More legal entities are linked than a link can hold: about 250, and 40 in the versions of 2020.'],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary: 'Remove companies from the link until it has no more than the limit, and start the map again.',
    options: [
      {
        title: 'Decide which companies are needed',
        steps: [
          'On the Dual-write page, select Environment details and count the companies on the Legal entities tab.',
          'Agree with their owners on which ones are not used on both sides: closed ones, templates, tests.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.syncLimits],
      },
      removeLegalEntityFromLink,
    ],
  },
  rules: ['DWFOEV9301'],
  source: sources.initialSetup,
  signatures: [
    // Messages are often cut off in the word.
    {
      all: ['unable to get partition map for project {project:word}', { find: /maximum partit/i, anchor: 'maximum' }],
    },
    { all: ['exceeds the maximum partitions allowed for mapping'] },
    // Translated: the id of the map twice, and the word "maximum".
    { all: [/* @__PURE__ */ mapTwice()] },
  ],
});
