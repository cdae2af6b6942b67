import type { Result } from 'neverthrow';
import * as z from 'zod';
import { type ErrorType, normalizeErrorTypes } from '../facts/error-type.js';
import { nameKey } from '../facts/keys.js';
import { once } from '../facts/once.js';
import { parseWith } from '../facts/parse-with.js';
import type { MalformedInput } from '../fault.js';

/**
 * What happens when a threshold is reached, besides notifying the recipients: nothing, pause (writes wait in the queue), or
 * stop.
 * @public
 */
export type AlertAction = 'none' | 'pause' | 'stop';

/**
 * How long errors are counted together, in the units that the product offers.
 * @public
 */
export interface AlertWindow {
  /** Above 0. */
  readonly length: number;
  readonly unit: 'minutes' | 'hours';
}

/**
 * One alert setting: a number of errors of these types within a time span, and what happens then. Settings are evaluated
 * independently of each other, and each counts the errors of all maps together. The product itself applies a setting only to
 * maps that were started after it was created.
 *
 * Source: *Error management and alert notifications*, 2020-03-13; error types and units: training material.
 *
 * @example
 * ```ts
 * const setting: AlertSetting = {
 *   name: 'Maintenance',
 *   enabled: true,
 *   errorTypes: ['Application error'],
 *   threshold: 10,
 *   window: { length: 15, unit: 'minutes' },
 *   recipients: ['dual-write-admins@contoso.com'],
 *   action: 'pause',
 * };
 * ```
 * @public
 */
export interface AlertSetting {
  /** Distinguished without letter case. */
  readonly name: string;
  readonly enabled: boolean;
  /** An error of any of these counts, each error once. */
  readonly errorTypes: readonly ErrorType[];
  /** The required number of errors, a whole number of at least 1. */
  readonly threshold: number;
  readonly window: AlertWindow;
  /** Email addresses of persons or groups. Personal data: no fault, state or replay repeats them. */
  readonly recipients: readonly string[];
  readonly action: AlertAction;
}

/**
 * Why input is not a list of alert settings.
 * @public
 */
export type AlertSettingsFault = MalformedInput;

const millisecondsPer = { minutes: 60_000, hours: 3_600_000 } as const;

/** The window in milliseconds. */
export function windowInMs({ length, unit }: AlertWindow): number {
  return length * millisecondsPer[unit];
}

/** The range of valid dates in milliseconds: a longer window is not valid. */
const longestWindow = 8.64e15;

function buildAlertSettingsSchema() {
  const text = z.string().trim().min(1, 'expected text that is not blank');
  const setting = z.strictObject({
    name: text,
    enabled: z.boolean().default(true),
    errorTypes: z.array(text).min(1, 'expected at least one error type').transform(normalizeErrorTypes),
    threshold: z.int().min(1),
    window: z
      .strictObject({ length: z.number().positive(), unit: z.enum(['minutes', 'hours']) })
      .refine((window) => windowInMs(window) <= longestWindow, { path: ['length'], message: 'too long' }),
    recipients: z
      .union([z.string(), z.array(z.string())], {
        error: 'expected email addresses as a list, or as text separated by commas',
      })
      .default([])
      .transform((input, context) => {
        const isText = typeof input === 'string';
        const addresses = new Map<string, string>();
        for (const [index, part] of (isText ? input.split(/[,;]/) : input).entries()) {
          const address = part.trim();
          if (isText && address === '') continue; // a comma at the end
          if (/^[^\s@,;<>]+@[^\s@,;<>]+$/.test(address)) {
            const key = nameKey(address);
            if (!addresses.has(key)) addresses.set(key, address);
          } else {
            const message = isText ? `number ${index + 1} is not an email address` : 'expected one email address';
            context.addIssue({ code: 'custom', message, ...(isText ? {} : { path: [index] }) });
          }
        }
        return [...addresses.values()];
      }),
    action: z.enum(['none', 'pause', 'stop']).default('none'),
  });
  return z.array(setting).superRefine((settings, context) => {
    const places = new Map<string, number>();
    for (const [index, { name }] of settings.entries()) {
      const earlier = places.get(nameKey(name));
      if (earlier === undefined) places.set(nameKey(name), index);
      else context.addIssue({ code: 'custom', path: [index, 'name'], message: `the same name as [${earlier}]` });
    }
  });
}

const alertSettingsSchema = /* @__PURE__ */ once(buildAlertSettingsSchema);

/**
 * Untrusted input, parsed JSON for example, as alert settings. By default, `enabled` is true, `action` is `'none'` and there
 * are no recipients. Recipients are a list, or one text separated by commas, and appear once each; error types get their
 * documented spelling if they have one.
 *
 * @returns the settings in their order, or every place that is wrong
 *
 * @example
 * ```ts
 * const settings = parseAlertSettings(JSON.parse(text)).unwrapOr([]);
 * ```
 * @public
 */
export function parseAlertSettings(input: unknown): Result<readonly AlertSetting[], AlertSettingsFault> {
  return parseWith(alertSettingsSchema(), input);
}
