import { ruleTexts } from '../../../rules/rule-texts.js';
import { readTheMark, sameWordsWhenGreen } from '../../read-the-mark.js';
import { defineTopic } from '../../topic.js';

export const prerequisitePlugins = /* @__PURE__ */ defineTopic({
  id: 'prerequisite-plugins',
  title: 'Health check: plug-ins are enabled',
  phase: 'link',
  causes: [
    'A step of the registration or the runtime plug-in of dual-write is disabled in Dataverse, or the plug-in is missing.',
    sameWordsWhenGreen,
  ],
  performedBy: ['dataverse-system-administrator', 'developer'],
  remediation: {
    summary: 'Read the mark beside the line; if it is red, enable the steps of both plug-ins.',
    options: [readTheMark, ...ruleTexts.DWDVEV9007.remediation.options],
  },
  rules: ['DWDVEV9007'],
  source: { title: 'System requirements and prerequisites', date: '2020-03-20' },
  signatures: [
    { all: ['to ensure listening into CRUD operations on'] },
    { all: ['the dual write plug ins need to be enabled'] },
  ],
});
