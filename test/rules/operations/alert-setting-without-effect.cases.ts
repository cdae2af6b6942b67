import { known, unknown } from '../../../src/facts/fact.js';
import { alertSettingWithoutEffect } from '../../../src/rules/operations/alert-setting-without-effect.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

export default {
  rule: alertSettingWithoutEffect,
  passed: [
    {
      when: 'it has an action, or a recipient',
      facts: {
        alertSettings: known([
          make.alertSetting({ recipients: [] }),
          make.alertSetting({ name: 'Tell', action: 'none' }),
        ]),
      },
      checked: 2,
    },
  ],
  failed: [
    {
      when: 'it has neither',
      facts: {
        alertSettings: known([make.alertSetting({ name: ' Maintenance ', action: 'none', recipients: [] })]),
      },
      subjects: ['alert-setting Maintenance'],
      args: [{}],
    },
    {
      when: 'its recipients are blank, and only some of the settings were seen',
      facts: {
        alertSettings: known([make.alertSetting({ action: 'none', recipients: [' ', ''] })], { coverage: 'partial' }),
      },
      subjects: ['alert-setting Maintenance'],
      args: [{}],
      missing: ['alertSettings'],
    },
  ],
  notApplicable: [
    {
      when: 'no setting is switched on',
      facts: { alertSettings: known([make.alertSetting({ enabled: false, action: 'none', recipients: [] })]) },
    },
    { when: 'there is no setting', facts: { alertSettings: known([]) } },
  ],
  inconclusive: [
    {
      when: 'the settings could not be read',
      facts: { alertSettings: unknown('not-permitted') },
      missing: ['alertSettings'],
    },
    {
      when: 'it has no action, and its recipients are not known',
      facts: {
        alertSettings: known([make.alertSetting({ action: 'none', recipients: [], recipientsKnown: false })]),
      },
      missing: ['alertSettings.recipients'],
    },
    {
      when: 'only some of the settings were seen',
      facts: { alertSettings: known([make.alertSetting()], { coverage: 'partial' }) },
      missing: ['alertSettings'],
    },
  ],
} satisfies RuleCases;
