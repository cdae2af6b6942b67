import { ruleTexts } from '../../../rules/rule-texts.js';
import { readTheMark, sameWordsWhenGreen } from '../../read-the-mark.js';
import { defineTopic } from '../../topic.js';

export const prerequisitePlatformVersion = /* @__PURE__ */ defineTopic({
  id: 'prerequisite-platform-version',
  title: 'Health check: version of finance and operations',
  phase: 'link',
  causes: [
    'Finance and operations is older than 10.0.9 with platform update 33, the first version that can be linked.',
    sameWordsWhenGreen,
  ],
  performedBy: ['finops-system-administrator'],
  remediation: {
    summary: 'Read the mark beside the line; if it is red, update finance and operations.',
    options: [readTheMark, ...ruleTexts.DWFOEV9001.remediation.options],
  },
  rules: ['DWFOEV9001'],
  source: { title: 'System requirements and prerequisites', date: '2020-03-20' },
  signatures: [
    { all: ['dual write is supported on', 'platform update pu {required:number}'] },
    { all: ['dual write is supported on', 'finance and operations', 'platform update'] },
  ],
});
