import { known, unknown } from '../../../src/facts/fact.js';
import { alertThresholdUnreachable } from '../../../src/rules/operations/alert-threshold-unreachable.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const setting = make.alertSetting;
const stopAt100 = setting({ name: 'Stop', action: 'stop', threshold: 100 });

export default {
  rule: alertThresholdUnreachable,
  passed: [
    {
      when: 'the one that acts first needs more, counts for less time, or counts other errors',
      facts: {
        alertSettings: known([
          stopAt100,
          setting({ name: 'same count', threshold: 100 }),
          setting({ name: 'shorter', threshold: 5, window: { length: 14, unit: 'minutes' } }),
          setting({ name: 'other errors', threshold: 5, errorTypes: ['503 Service Unavailable'] }),
          setting({ name: 'tells only', threshold: 5, action: 'none' }),
          setting({ name: 'off', threshold: 5, enabled: false }),
        ]),
      },
      checked: 5,
    },
    {
      when: 'the one that acts first counts only one of the two types that the product shows as one',
      facts: {
        alertSettings: known([
          setting({ name: 'both', errorTypes: ['401 Unauthorized / 403 Forbidden'], action: 'none' }),
          setting({ name: 'one', errorTypes: ['401 Unauthorized'], threshold: 5 }),
        ]),
      },
      checked: 2,
    },
    {
      when: 'a setting acts at the first error, one of its types is blank, and another one needs as many',
      facts: {
        alertSettings: known([
          setting({ name: 'first', threshold: 1, errorTypes: [' ', 'Application error'] }),
          setting({ name: 'first too', threshold: 1 }),
        ]),
      },
      checked: 2,
    },
    {
      when: 'an hour is longer than an hour less a minute',
      facts: {
        alertSettings: known([
          setting({ name: 'late', window: { length: 1, unit: 'hours' } }),
          setting({ name: 'early', threshold: 5, window: { length: 59, unit: 'minutes' } }),
        ]),
      },
      checked: 2,
    },
    {
      when: 'one of the two types is not counted by the one that acts first',
      facts: {
        alertSettings: known([
          setting({ name: 'late', errorTypes: ['Application error', '503'] }),
          setting({ name: 'early', threshold: 5 }),
        ]),
      },
      checked: 2,
    },
  ],
  failed: [
    {
      when: 'it counts nothing, has no count, or no time span',
      facts: {
        alertSettings: known([
          setting({ name: 'a', errorTypes: [' '] }),
          setting({ name: 'b', threshold: 0 }),
          setting({ name: 'c', threshold: 1.5 }),
          setting({ name: 'd', window: { length: 0, unit: 'hours' } }),
        ]),
      },
      subjects: ['alert-setting a', 'alert-setting b', 'alert-setting c', 'alert-setting d'],
      args: [
        { because: 'no-error-type', other: null },
        { because: 'no-count', other: null },
        { because: 'no-count', other: null },
        { because: 'no-time', other: null },
      ],
    },
    {
      when: 'it has no time span, and another setting pauses the maps before',
      facts: {
        alertSettings: known([
          setting({ name: 'Late', window: { length: 0, unit: 'minutes' } }),
          setting({ name: 'Early', threshold: 5 }),
        ]),
      },
      subjects: ['alert-setting Late'],
      args: [{ because: 'no-time', other: null }],
    },
    {
      when: 'another setting pauses the maps before',
      facts: { alertSettings: known([stopAt100, setting({ window: { length: 1, unit: 'hours' } })]) },
      subjects: ['alert-setting Stop'],
      args: [{ because: 'another-acts-first', other: 'Maintenance' }],
    },
    {
      when: 'another setting that counts any other HTTP error stops them before',
      facts: {
        alertSettings: known([
          setting({ name: 'Late', errorTypes: ['500', 'HTTP 504'] }),
          setting({ name: 'Early', errorTypes: ['any other http error'], threshold: 9, action: 'stop' }),
        ]),
      },
      subjects: ['alert-setting Late'],
      args: [{ because: 'another-acts-first', other: 'Early' }],
    },
    {
      when: 'several others act before, one of them for as long in minutes',
      facts: {
        alertSettings: known([
          setting({ name: 'Late', window: { length: 1, unit: 'hours' } }),
          setting({ name: ' c ', threshold: 9, window: { length: 60, unit: 'minutes' } }),
          setting({
            name: ' b ',
            threshold: 8,
            window: { length: 2, unit: 'hours' },
            errorTypes: ['503', 'application error'],
          }),
        ]),
      },
      subjects: ['alert-setting Late', 'alert-setting c'],
      args: [
        { because: 'another-acts-first', other: 'b' },
        { because: 'another-acts-first', other: 'b' },
      ],
    },
    {
      when: 'the one that acts first never fires, as its count is not a number that errors reach',
      facts: {
        alertSettings: known([
          setting({ name: 'Broken', threshold: -1, action: 'stop' }),
          setting({ name: 'Fine', threshold: 10 }),
        ]),
      },
      subjects: ['alert-setting Broken'],
      args: [{ because: 'no-count', other: null }],
    },
    {
      when: 'a blank type counts nothing, so another setting counts everything that it counts',
      facts: {
        alertSettings: known([
          setting({ name: 'Late', errorTypes: ['Application error', ' '] }),
          setting({ name: 'Early', threshold: 2 }),
        ]),
      },
      subjects: ['alert-setting Late'],
      args: [{ because: 'another-acts-first', other: 'Early' }],
    },
  ],
  notApplicable: [
    { when: 'no setting is switched on', facts: { alertSettings: known([setting({ enabled: false, threshold: 0 })]) } },
  ],
  inconclusive: [
    {
      when: 'the settings could not be read',
      facts: { alertSettings: unknown('not-permitted') },
      missing: ['alertSettings'],
    },
    {
      when: 'only some of the settings were seen',
      facts: { alertSettings: known([setting()], { coverage: 'partial' }) },
      missing: ['alertSettings'],
    },
  ],
} satisfies RuleCases;
