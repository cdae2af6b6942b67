import { known, unknown } from '../../../src/facts/fact.js';
import { alertSettingInert } from '../../../src/rules/operations/alert-setting-inert.js';
import { make } from '../../support/facts.js';
import type { RuleCases } from '../../support/rule-cases.js';

const settings = known([make.alertSetting()]);
const off = make.alertSetting({ enabled: false });

export default {
  rule: alertSettingInert,
  passed: [
    {
      when: 'every map was started after the setting was changed, or at that very moment',
      facts: {
        alertSettings: settings,
        mapActivity: known([
          make.mapActivity(),
          make.mapActivity({ map: 'b', lastStartedOn: '2026-11-01T09:00:00+01:00', state: 'paused' }),
        ]),
      },
      checked: 1,
    },
    {
      when: 'only maps that are off were started before',
      facts: {
        alertSettings: settings,
        mapActivity: known([
          make.mapActivity(),
          make.mapActivity({ state: 'stopped', lastStartedOn: null }),
          make.mapActivity({ state: 'not-running', lastStartedOn: '2026-10-31T08:00:00Z' }),
        ]),
      },
      checked: 1,
    },
    {
      when: 'it is not known whether a map that was started afterward runs',
      facts: { alertSettings: settings, mapActivity: known([make.mapActivity({ state: 'unknown' })]) },
      checked: 1,
    },
  ],
  failed: [
    {
      when: 'a running map was started before',
      facts: {
        alertSettings: settings,
        mapActivity: known([make.mapActivity({ lastStartedOn: '2026-10-31T08:00:00Z' })]),
      },
      subjects: ['alert-setting Maintenance'],
      args: [{ changedOn: '2026-11-01T08:00:00Z', maps: ['accounts - Customers V3'] }],
    },
    {
      when: 'a paused map was started before, and nothing is known of the change of another setting',
      facts: {
        alertSettings: known([make.alertSetting(), make.alertSetting({ name: 'Other', changedOn: 'last week' })]),
        mapActivity: known([make.mapActivity({ state: 'paused', lastStartedOn: '2026-10-31T08:00:00Z' })]),
      },
      subjects: ['alert-setting Maintenance'],
      args: [{ changedOn: '2026-11-01T08:00:00Z', maps: ['accounts - Customers V3'] }],
      missing: ['alertSettings.changedOn'],
    },
    {
      when: 'two maps were started before, one of them in two rows',
      facts: {
        alertSettings: known([make.alertSetting({ name: ' Maintenance ' })]),
        mapActivity: known(
          [' uoms - Units ', 'accounts - Customers V3', 'uoms - Units'].map((map) =>
            make.mapActivity({ map, lastStartedOn: '2026-10-31T08:00:00Z' }),
          ),
        ),
      },
      subjects: ['alert-setting Maintenance'],
      args: [{ changedOn: '2026-11-01T08:00:00Z', maps: ['accounts - Customers V3', 'uoms - Units'] }],
    },
    {
      when: 'a setting has several rows, changed at different times',
      facts: {
        alertSettings: known(
          ['2026-11-03T09:00:00+02:00', '2026-11-02T08:00:00Z', '2026-11-03T07:00:00Z', '2026-11-03T06:59:59Z'].map(
            (changedOn) => make.alertSetting({ changedOn }),
          ),
        ),
        mapActivity: known([
          make.mapActivity({ map: 'b', lastStartedOn: '2026-11-02T09:00:00Z' }),
          make.mapActivity({ map: 'a', lastStartedOn: '2026-11-01T09:00:00Z' }),
        ]),
      },
      subjects: ['alert-setting Maintenance'],
      args: [{ changedOn: '2026-11-03T07:00:00Z', maps: ['a', 'b'] }],
    },
    {
      when: 'a setting has two rows, and the later change is written in a time zone of the west',
      facts: {
        alertSettings: known(
          [' 2026-11-03T05:00:00-05:00 ', '2026-11-03T09:00:00Z'].map((changedOn) => make.alertSetting({ changedOn })),
        ),
        mapActivity: known([
          make.mapActivity({ map: 'b', lastStartedOn: ' 2026-11-03T09:59:59Z ' }),
          make.mapActivity({ map: 'a', lastStartedOn: ' 2026-11-03T10:00:00Z ' }),
        ]),
      },
      subjects: ['alert-setting Maintenance'],
      args: [{ changedOn: '2026-11-03T05:00:00-05:00', maps: ['b'] }],
    },
    {
      when: 'one map was started before, and it is not known when another one was',
      facts: {
        alertSettings: settings,
        mapActivity: known([
          make.mapActivity({ map: 'b', lastStartedOn: null }),
          make.mapActivity({ lastStartedOn: '2026-11-01T07:59:59Z' }),
        ]),
      },
      subjects: ['alert-setting Maintenance'],
      args: [{ changedOn: '2026-11-01T08:00:00Z', maps: ['accounts - Customers V3'] }],
    },
  ],
  notApplicable: [
    { when: 'no setting is switched on', facts: { alertSettings: known([off]), mapActivity: unknown('failed') } },
    {
      when: 'no map is running',
      facts: {
        alertSettings: unknown('failed'),
        mapActivity: known([make.mapActivity({ state: 'not-running' }), make.mapActivity({ state: 'stopped' })]),
      },
    },
  ],
  inconclusive: [
    {
      when: 'it is not known when the setting was changed',
      facts: {
        alertSettings: known([make.alertSetting({ changedOn: null })]),
        mapActivity: known([make.mapActivity()]),
      },
      missing: ['alertSettings.changedOn'],
    },
    {
      when: 'it is not known when the map was started',
      facts: { alertSettings: settings, mapActivity: known([make.mapActivity({ lastStartedOn: null })]) },
      missing: ['mapActivity.lastStartedOn'],
    },
    {
      when: 'it is not known whether a map that was started before runs',
      facts: {
        alertSettings: settings,
        mapActivity: known([make.mapActivity({ state: 'unknown', lastStartedOn: '2026-10-31T08:00:00Z' })]),
      },
      missing: ['mapActivity.state'],
    },
    {
      when: 'only some of the maps were seen',
      facts: { alertSettings: settings, mapActivity: known([make.mapActivity()], { coverage: 'partial' }) },
      missing: ['mapActivity'],
    },
    {
      when: 'the settings could not be read',
      facts: { alertSettings: unknown('not-permitted'), mapActivity: known([make.mapActivity()]) },
      missing: ['alertSettings'],
    },
  ],
} satisfies RuleCases;
