import type { AlertSetting } from '../../src/alerts/index.js';

export const minute = 60_000;

/** The example of the source, or something else where it is given. */
export function settingWith(over: Partial<AlertSetting> = {}): AlertSetting {
  return {
    name: 'Maintenance',
    enabled: true,
    errorTypes: ['Application error'],
    threshold: 10,
    window: { length: 15, unit: 'minutes' },
    recipients: ['admins@contoso.com'],
    action: 'pause',
    ...over,
  };
}
