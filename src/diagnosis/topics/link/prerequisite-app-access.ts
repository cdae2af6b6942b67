import { ruleTexts } from '../../../rules/rule-texts.js';
import { readTheMark, sameWordsWhenGreen } from '../../read-the-mark.js';
import { defineTopic } from '../../topic.js';

const exists = {
  find: /\bapp(?: user)?(?: with)? id:? ?(?<application>33976c19-1db5-4c02-810e-c243db79efde|2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b|6f7d0213-62b1-43a8-b7f4-ff2bb8b7b452|00000015-0000-0000-c000-000000000000|f1752846-f0df-4766-96f5-c109adf67d7f) exists\b/i,
  anchor: 'exists',
} as const;

export const prerequisiteAppAccess = /* @__PURE__ */ defineTopic({
  id: 'prerequisite-app-access',
  title: 'Health check: the apps may connect to each other',
  phase: 'link',
  causes: [
    'An application of dual-write has no row under Microsoft Entra ID applications in finance and operations, or the user of its row is blank or disabled.',
    'An application user of dual-write is missing or disabled in Dataverse, or has no security role.',
    sameWordsWhenGreen,
  ],
  performedBy: ['finops-system-administrator', 'dataverse-system-administrator'],
  remediation: {
    summary:
      'Read the mark beside the line; if it is red, add the application that is missing to finance and operations or to Dataverse.',
    options: [
      readTheMark,
      {
        ...ruleTexts.DWFOEV9002.remediation.options[0],
        title: 'If finance and operations lacks the row: add it',
      },
      {
        ...ruleTexts.DWDVEV9004.remediation.options[0],
        title: 'If Dataverse lacks the application user: add it',
      },
      {
        ...ruleTexts.DWDVEV9006.remediation.options[0],
        title: 'If the application user has no role: assign the roles',
      },
    ],
  },
  rules: ['DWFOEV9002', 'DWFOEV9003', 'DWDVEV9004', 'DWDVEV9005', 'DWDVEV9006'],
  source: { title: 'System requirements and prerequisites', date: '2020-03-20' },
  // Either alone is what guides say about the check.
  signatures: [
    { all: ['before you can enable dual write you must grant access to the apps', exists] },
    { all: [{ find: /\bhealth check\b|\bcan connect to the\b/i, anchor: 'c' }, exists] },
  ],
});
