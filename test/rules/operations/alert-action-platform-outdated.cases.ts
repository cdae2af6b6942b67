import { known, unknown } from '../../../src/facts/fact.js';
import { alertActionPlatformOutdated } from '../../../src/rules/operations/alert-action-platform-outdated.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const platform = (platformBuild: string | null, platformUpdate: number | null = null) =>
  known(make.finopsEnvironment({ platformBuild, platformUpdate }));
const alertSettings = known([make.alertSetting()]);

export default {
  rule: alertActionPlatformOutdated,
  passed: [
    {
      when: 'update 63 is exactly new enough',
      facts: { alertSettings, finopsEnvironment: platform('7.0.7198.188', 63) },
      checked: 1,
    },
    {
      when: 'update 64 is exactly new enough',
      facts: { alertSettings, finopsEnvironment: platform('7.0.7279.121') },
      checked: 1,
    },
    {
      when: 'the build is newer than both',
      facts: { alertSettings, finopsEnvironment: platform('7.0.7521.5') },
      checked: 1,
    },
    {
      when: 'the build is known, and the update says something else',
      facts: { alertSettings, finopsEnvironment: platform('7.0.7279.121', 62) },
      checked: 1,
    },
    {
      when: 'only the update is known and it is 65',
      facts: { alertSettings, finopsEnvironment: platform(null, 65) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'update 63 is one build too old',
      facts: { alertSettings, finopsEnvironment: platform('7.0.7198.187') },
      subjects: ['alert-setting Maintenance'],
      args: [{ platform: '7.0.7198.187' }],
    },
    {
      when: 'update 64 is one build too old, although newer than update 63',
      facts: { alertSettings, finopsEnvironment: platform('7.0.7279.120', 64) },
      subjects: ['alert-setting Maintenance'],
      args: [{ platform: '7.0.7279.120' }],
    },
    {
      when: 'the build is the first after those of update 63',
      facts: { alertSettings, finopsEnvironment: platform('7.0.7199.0') },
      subjects: ['alert-setting Maintenance'],
      args: [{ platform: '7.0.7199.0' }],
    },
    {
      when: 'only the update is known and it is 62',
      facts: { alertSettings, finopsEnvironment: platform(null, 62) },
      subjects: ['alert-setting Maintenance'],
      args: [{ platform: 'update 62' }],
    },
  ],
  notApplicable: [
    {
      when: 'no alert acts by itself',
      facts: {
        alertSettings: known([make.alertSetting({ action: 'none' })]),
        finopsEnvironment: platform('7.0.7000.1'),
      },
    },
    {
      when: 'there is no alert, and the environment could not be read',
      facts: { alertSettings: known([]), finopsEnvironment: unknown('timed-out') },
    },
  ],
  inconclusive: [
    {
      when: 'only the update is known, it is 63, and its builds differ',
      facts: { alertSettings, finopsEnvironment: platform(null, 63) },
      missing: ['finopsEnvironment.platformBuild'],
    },
    {
      when: 'only the update is known, it is 64, and its builds differ',
      facts: { alertSettings, finopsEnvironment: platform(null, 64) },
      missing: ['finopsEnvironment.platformBuild'],
    },
    {
      when: 'neither build nor update is known',
      facts: { alertSettings, finopsEnvironment: platform('newest') },
      missing: ['finopsEnvironment.platformBuild'],
    },
    {
      when: 'the environment could not be read',
      facts: { alertSettings, finopsEnvironment: unknown('timed-out') },
      missing: ['finopsEnvironment'],
    },
  ],
} satisfies RuleCases;
