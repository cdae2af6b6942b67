import { instantOf } from '../../facts/instant.js';
import type { Facts } from '../../facts/schemas.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach, type MissingFact, missing } from '../verdict.js';
import { alertSubject, enabledSettings, noSettingCounts, whyNoSettingCounts } from './alert-settings.js';

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
        const standings = mapActivity.map((activity) => ({ map: activity.map.trim(), ...standing(activity, changed) }));
        const maps = standings.flatMap(({ map, isOlder }) => (isOlder === true ? [map] : []));
        const args: Args = { changedOn, maps: [...new Set(maps)].sort() };
        if (maps.length > 0) return finding(alertSubject(setting), args);
        const open = standings.flatMap(({ lacks }) => lacks ?? []);
        return open.length > 0 ? open : undefined;
      },
      { whenNone: noSettingCounts, merge: (a, b) => mergeRows(a, b) },
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

/** What two rows of one setting say together: when it was changed last, and the maps that are older than either change. */
function mergeRows(a: Args, b: Args): Args {
  const isLater = instantOf(a.changedOn) > instantOf(b.changedOn);
  const isSame = instantOf(a.changedOn) === instantOf(b.changedOn);
  return {
    changedOn: isLater || (isSame && a.changedOn < b.changedOn) ? a.changedOn : b.changedOn,
    maps: [...new Set([...a.maps, ...b.maps])].sort(),
  };
}

/** Whether a map has been running since before the setting was changed, or what must be known to determine that. */
function standing(
  { state, lastStartedOn }: Facts['mapActivity'][number],
  changed: number,
): { readonly isOlder?: boolean; readonly lacks?: MissingFact } {
  if (state === 'not-running' || state === 'stopped') return { isOlder: false };
  const started = instantOf(lastStartedOn?.trim() ?? '');
  if (started >= changed) return { isOlder: false };
  if (state === 'unknown') return { lacks: missing('mapActivity', 'state') };
  return Number.isNaN(started) ? { lacks: missing('mapActivity', 'lastStartedOn') } : { isOlder: true };
}
