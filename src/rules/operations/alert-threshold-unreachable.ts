import { coversErrorType, errorTypeKey, normalizeErrorTypes } from '../../facts/error-type.js';
import { isBlank } from '../../facts/keys.js';
import type { Facts } from '../../facts/schemas.js';
import * as links from '../remediation/links.js';
import * as sources from '../remediation/sources.js';
import { defineCatalogueRule } from '../rule.js';
import { finding, judgeEach } from '../verdict.js';
import { actingSettings, alertSubject, enabledSettings, whyNoSettingCounts } from './alert-settings.js';

type AlertSetting = Facts['alertSettings'][number];
type Args = { because: 'no-error-type' | 'no-count' | 'no-time' | 'another-acts-first'; other: string | null };

/** `DWFOEV9506`: the threshold of an alert should be one that errors can reach. @public */
export const alertThresholdUnreachable = defineCatalogueRule({
  code: 'DWFOEV9506',
  slug: 'alert-threshold-unreachable',
  title: 'Threshold of an alert can never be reached',
  origin: 'library',
  validation: 'Operations',
  severity: 'warning',
  since: '0.1.0',
  meaning:
    'An alert setting counts no type of error, has no count or no time span above 0, or another setting pauses or stops the maps before its own count is reached.',
  impact: 'The alert never fires, so the errors it was created for go unnoticed.',
  needs: ['alertSettings'],
  mayBePartial: ['alertSettings'],
  notApplicable: ({ alertSettings }) => whyNoSettingCounts(alertSettings),
  evaluate: ({ alertSettings }) => {
    const acting = actingSettings(alertSettings).filter((setting) => whyNever(setting) === undefined);
    return judgeEach(enabledSettings(alertSettings), (setting) => {
      const because = whyNever(setting);
      const others = because === undefined ? acting.filter((other) => actsBefore(other, setting)) : [];
      if (because === undefined && others.length === 0) return undefined;
      const [first] = others.map(({ name }) => name.trim()).sort();
      const args: Args = { because: because ?? 'another-acts-first', other: first ?? null };
      return finding(alertSubject(setting), args);
    });
  },
  message: ({ because, other }: Args, { id }) =>
    `the alert setting ${id} never fires: ${other === null ? '' : `${other} `}${reasons[because]}`,
  remediation: {
    summary: 'Give the setting a type of error, a count and a time span that can be reached together.',
    options: [
      {
        title: 'Correct the threshold',
        steps: [
          'On the Dual-write page (Data management > Dual-write), open the alert settings and select the setting of the finding.',
          'Choose at least one type of error, a count of at least 1 and a time span above 0.',
          'Where another setting acts first, give this one a smaller count than that one has, or other types of errors.',
          'Save, and restart the maps: a setting counts only for maps that were started after it.',
        ],
        performedBy: ['finops-system-administrator'],
        destroys: null,
        links: [links.alerts],
      },
    ],
  },
  sources: [sources.alerts],
});

const reasons: Readonly<Record<Args['because'], string>> = {
  'no-error-type': 'it counts no type of error',
  'no-count': 'its count is not a whole number of 1 or more',
  'no-time': 'its time span is not above 0',
  'another-acts-first': 'pauses or stops the maps before',
};

/** What in the setting itself keeps it from firing. */
function whyNever({ errorTypes, threshold, window }: AlertSetting) {
  if (errorTypes.every(isBlank)) return 'no-error-type';
  if (!(Number.isInteger(threshold) && threshold >= 1)) return 'no-count';
  return window.length > 0 ? undefined : 'no-time';
}

/** Whether `other` counts everything that `setting` counts, for at least as long, and fires at a smaller count. */
function actsBefore(other: AlertSetting, setting: AlertSetting): boolean {
  if (other.threshold >= setting.threshold) return false;
  if (minutesOf(other) < minutesOf(setting)) return false;
  const counted = countedTypes(other);
  return countedTypes(setting).every((key) => counted.some((one) => coversErrorType(one, key)));
}

/** By key; what the product shows as one choice are two types. */
function countedTypes({ errorTypes }: AlertSetting): readonly string[] {
  return normalizeErrorTypes(errorTypes.filter((type) => !isBlank(type))).map(errorTypeKey);
}

function minutesOf({ window }: AlertSetting): number {
  return window.length * (window.unit === 'hours' ? 60 : 1);
}
