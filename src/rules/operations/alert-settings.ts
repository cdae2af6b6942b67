import type { Facts } from '../../facts/schemas.js';
import type { Subject } from '../verdict.js';

type AlertSetting = Facts['alertSettings'][number];

/** The settings that count: those that are switched on. */
export function enabledSettings(settings: Facts['alertSettings']): readonly AlertSetting[] {
  return settings.filter(({ enabled }) => enabled);
}

/** Why a rule about alert settings has nothing to check, as far as a complete list of them shows. */
export function whyNoSettingCounts(settings: Facts['alertSettings'] | undefined): string | undefined {
  return settings !== undefined && enabledSettings(settings).length === 0
    ? 'no alert setting is switched on'
    : undefined;
}

/** Enabled settings that pause or stop maps by themselves. */
export function actingSettings(settings: Facts['alertSettings']): readonly AlertSetting[] {
  return enabledSettings(settings).filter(({ action }) => action !== 'none');
}

/** Why a rule about automatic actions has nothing to check. */
export function whyNoSettingActs(settings: Facts['alertSettings'] | undefined): string | undefined {
  return settings !== undefined && actingSettings(settings).length === 0
    ? 'no alert setting pauses or stops maps'
    : undefined;
}

/** An alert setting as the subject of a finding. */
export function alertSubject({ name }: AlertSetting): Subject {
  return { kind: 'alert-setting', id: name.trim() };
}
