import { instantOf } from '../../facts/instant.js';
import type { Facts } from '../../facts/schemas.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, type MissingFact, missing } from '../verdict.js';
import { alertSubject, enabledSettings, whyNoSettingCounts } from './alert-settings.js';

type Args = { changedOn: string; maps: readonly string[] };

/** `DWFOEV9504`: maps should be started after the alert settings are made. @public */
export const alertSettingInert = defineCatalogueRule({
  code: 'DWFOEV9504',
  slug: 'alert-setting-inert',
  title: 'Alert setting has no effect on maps that run',
  origin: 'documented-check',
  validation: 'Operations',
  severity: 'warning',
  since: '0.1.0',
  meaning: 'An alert setting was created or changed after maps were started that are still running.',
  impact:
    'The setting has no effect on those maps until they are started again: nobody is notified, nothing is paused.',
  needs: ['alertSettings', 'mapActivity'],
  mayBePartial: ['alertSettings', 'mapActivity'],
  notApplicable: ({ alertSettings, mapActivity }) =>
    whyNoSettingCounts(alertSettings) ??
    (mapActivity?.every(({ state }) => state === 'not-running' || state === 'stopped')
      ? 'no map is running'
      : undefined),
  evaluate: ({ alertSettings, mapActivity }) =>
    judgeEach(
      enabledSettings(alertSettings),
      (setting) => {
        const changedOn = setting.changedOn?.trim() ?? '';
        const changed = instantOf(changedOn);
        if (Number.isNaN(changed)) return missing('alertSettings', 'changedOn');
        const standings = mapActivity.map((activity) => ({
          map: activity.map.trim(),
          isOlder: isOlder(activity, changed),
        }));
        const maps = standings.flatMap(({ map, isOlder }) => (isOlder === true ? [map] : []));
        const args: Args = { changedOn, maps: [...new Set(maps)].sort() };
        if (maps.length > 0) return finding(alertSubject(setting), args);
        const open = standings.flatMap(({ isOlder }) => (typeof isOlder === 'boolean' ? [] : [isOlder]));
        return open.length > 0 ? open : undefined;
      },
      { merge: (a, b) => later(a, b) },
    ),
  message: ({ changedOn, maps }: Args, { id }) =>
    `the alert setting ${id} was changed at ${changedOn}, after the last start of ${maps.join(', ')}`,
  remediation: {
    summary: 'Stop the maps of the finding and start them again at a convenient time.',
    options: [
      {
        title: 'Restart the maps',
        steps: [
          'Choose a time at which nobody writes the data of these maps: changes made between stop and start are not synchronized.',
          'On the Dual-write page (Data management > Dual-write), select the maps of the finding and select Stop.',
          'Select them again and select Run; clear Initial Sync if both sides have the same data.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.alerts],
      },
    ],
  },
  sources: [sources.alerts],
});

/** Of two rows of one setting, the one that was changed last: every map that is older than the other is older than it, too. */
function later(a: Args, b: Args): Args {
  return instantOf(a.changedOn) < instantOf(b.changedOn) ? b : a;
}

/** Whether a map has been running since before the setting was changed, or what must be known to determine that. */
function isOlder({ state, lastStartedOn }: Facts['mapActivity'][number], changed: number): boolean | MissingFact {
  if (state === 'not-running' || state === 'stopped') return false;
  const started = instantOf(lastStartedOn?.trim() ?? '');
  if (started >= changed) return false;
  if (state === 'unknown') return missing('mapActivity', 'state');
  return Number.isNaN(started) ? missing('mapActivity', 'lastStartedOn') : true;
}
