import * as links from '../../../rules/remediation/links.js';
import { defineTopic } from '../../topic.js';

const refused = {
  find: /\b(?:violates?|violated|violation|block(?:s|ed|ing)?|prevent(?:s|ed)?|disabled|not allowed|restrict(?:s|ed)?|forbid\w{0,6}|den(?:y|ies|ied)|cannot|can't|could not|unable|fail(?:s|ed))\b|Policy ?Violation/i,
  anchor: '',
} as const;
const policy = { find: /\bdata loss prevention\b|(?<!\w)DLP|\bdata (?:policy|policies)\b/i, anchor: '' } as const;

export const connectionBlockedByPolicy = /* @__PURE__ */ defineTopic({
  id: 'connection-blocked-by-policy',
  title: 'A data policy blocks the connections of dual-write',
  phase: 'link',
  causes: [
    'A data policy (data loss prevention, DLP) puts the connectors of Dataverse and of finance and operations into different groups.',
    'A data policy blocks one of the two connectors in the environment.',
  ],
  performedBy: ['tenant-administrator'],
  remediation: {
    summary: 'Put both connectors into the same group of every data policy that applies to the environment.',
    options: [
      {
        title: 'Find the policy and move the connectors',
        steps: [
          'In the Power Platform admin center (https://admin.powerplatform.microsoft.com), select Security > Data and privacy > Data policy (in the older menu Policies > Data policies).',
          'Look for the policies whose scope contains the Dataverse environment; where several apply, the strictest counts.',
          'In each of them, find Microsoft Dataverse, Microsoft Dataverse (legacy) and Fin & Ops Apps (Dynamics 365): none may be blocked, and all must be in the same group, Business or Non-business.',
          'Move them to the same group and update the policy. If the policy must stay as it is, leave this environment out of its scope and create a separate policy for it.',
          'Wait up to an hour, and repeat the step that failed; fix connections that are disabled under Connections in the Power Apps maker portal.',
        ],
        performedBy: ['tenant-administrator'],
        destroys: null,
        links: [links.dataPolicies, links.connections],
      },
    ],
  },
  rules: [],
  source: { title: 'Data loss prevention policies', date: '2019-10-15' },
  // Flows and apps are blocked by policies too.
  signatures: [
    {
      all: [
        policy,
        refused,
        { find: /\bconnect(?:ion|or)s?\b/i, anchor: 'connect' },
        { find: /dual[\s_-]?write|\bconnection sets?\b|dynamics\.integrator/i, anchor: '' },
      ],
    },
  ],
});
