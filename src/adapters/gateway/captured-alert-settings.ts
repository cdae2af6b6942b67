import { fromCapturedAlertSetting } from '../../alerts/captured-alert-setting.js';
import { type Fact, known, unknown } from '../../facts/fact.js';
import { type Facts, factSchemas } from '../../facts/schemas.js';
import { propertyOf } from '../lenient-json.js';

/** Whether a captured connection set lists its alert settings: an empty list is one. */
export function hasAlertSettings(connectionSet: unknown): boolean {
  return Array.isArray(listedIn(connectionSet));
}

/** The alert settings of a captured connection set, without recipients, which it does not list. */
export function alertSettingsOf(connectionSet: unknown): Fact<Facts['alertSettings']> {
  const listed = listedIn(connectionSet);
  if (!Array.isArray(listed))
    return unknown('malformed', 'the captured connection set does not list its alert settings');
  const { element } = factSchemas().alertSettings.def;
  const settings = listed.flatMap((setting) => element.safeParse(fromCapturedAlertSetting(setting)).data ?? []);
  const lost = listed.length - settings.length;
  if (lost === 0) return known(settings);
  return known(settings, {
    coverage: 'partial',
    detail: `${lost} of ${listed.length} alert settings could not be understood`,
  });
}

function listedIn(connectionSet: unknown): unknown {
  const detail = propertyOf(connectionSet, 'dualWriteDetail');
  return propertyOf(detail, 'alertSettings') ?? propertyOf(connectionSet, 'alertSettings');
}
